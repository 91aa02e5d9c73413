import type { ElementView, OptionsView } from '../facts.js';
import type { Node } from '../tracking/ast.js';
import type { Alternative, Bag, Reading, WrittenKey } from '../tracking/bag.js';
import type { Frame } from '../tracking/frame.js';
import type { Reader } from '../tracking/reader.js';
import { listIn, optionsView, presentKeys, type ListReading } from './file-view.js';

/** One object that contributes to the body of a request, and where in it the body's keys stand. */
export interface Layer {
  /** None where there is no such object. */
  readonly bags: readonly Bag[];
  /** Keys that lead to the object that contributes: `['providerOptions', 'openai']`. */
  readonly under?: readonly string[];
  /**
   * What the library calls the keys of the body that it passes on, `container.file_ids` for keys inside others; absent
   * where every key is passed on as it is.
   */
  readonly names?: Readonly<Record<string, string>>;
  /** Is a key that is not among the names the library's own, so that it says nothing of the body? */
  readonly isOwn?: (key: string) => boolean;
  /** The layer in which a missing key is to be written; the last one where none says so. */
  readonly isHome?: boolean;
}

/**
 * The body of a request to which several objects contribute.
 *
 * @param layers in wire order: what a later one says wins
 * @param lists lists that a library makes of something else, by the body's key: `tools`
 */
export function layeredView(
  layers: readonly Layer[],
  reader: Reader,
  lists: Readonly<Record<string, () => ListReading>> = {},
): OptionsView {
  const read = (...path: string[]): Reading => readLayers(layers, path, reader);
  const list = (path: readonly string[]): ListReading =>
    lists[path[0]!] && path.length === 1 ? lists[path[0]!]!() : listInLayers(layers, path, reader);
  return {
    bags: layers.flatMap(({ bags }) => bags),
    read,
    readDeep: (path) => readDeep(path.split('[*]'), read, list),
    elements: (...path) => list(path).elements,
    keys: () => layers.flatMap((layer) => keysOf(layer, reader)),
    inside: (node: Node, frame: Frame) => optionsView(reader.bags(node, frame), reader),
  };
}

function readLayers(layers: readonly Layer[], path: readonly string[], reader: Reader): Reading {
  const found: Alternative[] = [];
  let absent: readonly Alternative[] = [];
  let isHomeRead = false;
  for (const layer of layers.toReversed()) {
    const inLayer = pathIn(layer, path);
    if (!inLayer || layer.bags.length === 0) continue;
    const reading = reader.read(layer.bags, ...inLayer);
    found.push(...reading.filter(({ kind }) => kind !== 'absent'));
    const missing = reading.filter(({ kind }) => kind === 'absent');
    if (missing.length === 0) return found;
    if (!isHomeRead && (absent.length === 0 || layer.isHome)) {
      absent = missing.map((alternative) => withMissing(alternative, inLayer));
      isHomeRead = layer.isHome ?? false;
    }
  }
  return [
    ...found,
    ...(absent.length > 0 ? absent : [{ kind: 'absent', literal: null, node: null } as const]),
  ];
}

/** Where a path of the body stands in a layer; `null` where the layer cannot say it. */
function pathIn({ under = [], names }: Layer, path: readonly string[]): readonly string[] | null {
  if (!names) return [...under, ...path];
  for (let length = path.length; length > 0; length--) {
    const name = names[path.slice(0, length).join('.')];
    if (name !== undefined) return [...under, ...name.split('.'), ...path.slice(length)];
  }
  return null;
}

function withMissing(alternative: Alternative, path: readonly string[]): Alternative {
  if (alternative.kind !== 'absent' || alternative.lacksAt === undefined) return alternative;
  return { ...alternative, missing: path.slice(alternative.lacksAt) };
}

function listInLayers(layers: readonly Layer[], path: readonly string[], reader: Reader): ListReading {
  const found = layers.flatMap((layer) => {
    const inLayer = pathIn(layer, path);
    return inLayer ? [listIn(layer.bags, inLayer, reader)] : [];
  });
  return {
    elements: found.flatMap(({ elements }) => elements),
    unknown: found.flatMap(({ unknown }) => unknown),
  };
}

function readDeep(
  [first = '', ...rest]: readonly string[],
  read: OptionsView['read'],
  list: (path: readonly string[]) => ListReading,
): Reading {
  const keys = first.split('.').filter(Boolean);
  if (rest.length === 0) return read(...keys);
  const { elements, unknown } = list(keys);
  const inside = elements.flatMap((element) => readElement(element, rest));
  const unread = unknown.map(({ reason, node }) => ({ kind: 'unknown' as const, reason, node }));
  return [...inside.filter(({ kind }) => kind !== 'absent'), ...unread];
}

function readElement({ view }: ElementView, rest: readonly string[]): Reading {
  const path = rest.join('[*]').replace(/^\./, '');
  // A path that ends in a list asks for the elements themselves, which made lists do not have as values.
  return path === '' ? [] : view.readDeep(path);
}

function keysOf(layer: Layer, reader: Reader): readonly WrittenKey[] {
  const { bags, under = [], names, isOwn } = layer;
  const inside =
    under.length === 0
      ? bags
      : reader
          .read(bags, ...under)
          .flatMap((found) => (found.kind === 'set' ? reader.bags(found.valueNode, found.frame) : []));
  const isOfBody = ({ key }: WrittenKey) =>
    Object.values(names ?? {}).includes(key) || !(isOwn?.(key) ?? false);
  const written = presentKeys(inside, reader).filter(isOfBody);
  if (!names) return written;
  const wireNames = new Map(Object.entries(names).map(([wire, name]) => [name, wire]));
  return written.map((key) => ({ ...key, key: wireNames.get(key.key) ?? key.key }));
}
