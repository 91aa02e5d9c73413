import type { TSESTree } from '@typescript-eslint/utils';
import type { ElementView, OptionsView } from '../../facts/facts.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { Alternative, ObjectState, Reading, WrittenKey } from '../../dataflow/model/object-state.js';
import type { CallContext } from '../../dataflow/model/abstract-value.js';
import type { ObjectReader } from '../../dataflow/objects/object-reader.js';
import { listIn, optionsView, presentKeys, type ListReading } from './file-view.js';
import { append } from '../../util/append.js';

/** One object that contributes to the body of a request, and where in it the body's keys stand. */
export interface Layer {
  /** None where there is no such object. */
  readonly bags: readonly ObjectState[];
  /** Keys that lead to the object that contributes: `['providerOptions', 'openai']`. */
  readonly under?: readonly string[];
  /**
   * What the library calls the keys of the body that it passes on, `container.file_ids` for keys inside others; absent
   * where every key is passed on as it is.
   */
  readonly names?: Readonly<Record<string, string>>;
  /** Keys of the body that the library does not pass on from here, though all others. */
  readonly unsent?: readonly string[];
  /** Is a key that is not among the names the library's own, so that it says nothing of the body? */
  readonly isOwn?: (key: string) => boolean;
  /** Keys of the body that the library writes because of a switch of its own. */
  readonly switches?: Readonly<Record<string, Switch>>;
  /** The layer in which a missing key is to be written; the last one where none says so. */
  readonly isHome?: boolean;
}

/** `zdrEnabled: true`, which makes a library write `store: false`. */
export interface Switch {
  readonly name: string;
  /** What is sent while it is on; nothing is sent while it is off. */
  readonly sends: string | boolean;
  /** Does it work in only a part of the versions that may be in use? */
  readonly isUncertain?: boolean;
}

/**
 * The body of a request to which several objects contribute.
 *
 * @param layers in wire order: what a later one says wins
 * @param lists lists that a library makes of something else, by the body's key: `tools`
 */
export function layeredView(
  layers: readonly Layer[],
  reader: ObjectReader,
  lists: Readonly<Record<string, () => ListReading>> = {},
): OptionsView {
  const read = (...path: string[]): Reading => readLayers(layers, path, reader);
  // Every rule about tools asks for them.
  const known = new Map<string, ListReading>();
  const list = (path: readonly string[]): ListReading => {
    const key = path.join('.');
    let found = known.get(key);
    if (!found) known.set(key, (found = lists[key]?.() ?? listInLayers(layers, path, reader)));
    return found;
  };
  return {
    bags: layers.flatMap(({ bags }) => bags),
    read,
    readDeep: (path) => readDeep(path.split('[*]'), read, list),
    elements: (...path) => list(path).elements,
    keys: () => layers.flatMap((layer) => keysOf(layer, reader)),
    inside: (node: Node, frame: CallContext) => optionsView(reader.bags(node, frame), reader),
  };
}

function readLayers(layers: readonly Layer[], path: readonly string[], reader: ObjectReader): Reading {
  const found: Alternative[] = [];
  let absent: readonly Alternative[] = [];
  let isHomeRead = false;
  for (const layer of layers.toReversed()) {
    const reading = layer.bags.length === 0 ? null : readLayer(layer, path, reader);
    if (!reading) continue;
    append(
      found,
      reading.filter(({ kind }) => kind !== 'absent'),
    );
    const missing = reading.filter(({ kind }) => kind === 'absent');
    if (missing.length === 0) return found;
    if (!isHomeRead && (absent.length === 0 || layer.isHome)) {
      absent = missing;
      isHomeRead = layer.isHome ?? false;
    }
  }
  return [
    ...found,
    ...(absent.length > 0 ? absent : [{ kind: 'absent', literal: null, node: null } as const]),
  ];
}

/** What a layer says of a path of the body; `null` where it cannot say anything. */
function readLayer(layer: Layer, path: readonly string[], reader: ObjectReader): Reading | null {
  const own = path.length === 1 ? layer.switches?.[path[0]!] : undefined;
  if (own) {
    const inLayer = [...(layer.under ?? []), own.name];
    return reader.read(layer.bags, ...inLayer).map((state) => switched(own, state, inLayer));
  }
  const inLayer = pathIn(layer, path);
  return inLayer && reader.read(layer.bags, ...inLayer).map((found) => withMissing(found, inLayer));
}

/** What a switch in some state makes of the key that it stands for. */
function switched(own: Switch, state: Alternative, path: readonly string[]): Alternative {
  if (state.kind === 'unknown') return { kind: 'unknown', reason: state.reason, node: state.node };
  if (state.kind === 'absent') return { ...withMissing(state, path), write: 'true' } as Alternative;
  const { value, node, frame } = state;
  if (value.kind === 'constant' && !value.value && isPlace(node))
    return { kind: 'absent', literal: null, node, write: 'true' };
  if (value.kind !== 'constant') return { kind: 'unknown', reason: 'a switch that cannot be read', node };
  if (own.isUncertain) return { kind: 'unknown', reason: 'a switch that not all versions know', node };
  return { kind: 'set', value: { kind: 'constant', value: own.sends, node }, node, valueNode: node, frame };
}

function isPlace(node: Node): node is TSESTree.Property | TSESTree.AssignmentExpression {
  return node.type === 'Property' || node.type === 'AssignmentExpression';
}

/** Where a path of the body stands in a layer; `null` where the layer cannot say it. */
function pathIn({ under = [], names, unsent }: Layer, path: readonly string[]): readonly string[] | null {
  if (unsent?.includes(path[0]!)) return null;
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

function listInLayers(layers: readonly Layer[], path: readonly string[], reader: ObjectReader): ListReading {
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

function keysOf(layer: Layer, reader: ObjectReader): readonly WrittenKey[] {
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
  if (!names) return written.map((key) => ({ ...key, isDropped: false }));
  const wireNames = new Map(Object.entries(names).map(([wire, name]) => [name, wire]));
  return written.map((key) => {
    const wireName = wireNames.get(key.key);
    return { ...key, key: wireName ?? key.key, isDropped: wireName === undefined };
  });
}
