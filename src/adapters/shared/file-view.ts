import { nested } from './reading.js';
import type { TypeServices } from './type-services.js';
import type { ElementView, OptionsView } from '../../facts/facts.js';
import type { Settings } from '../../settings/read.js';
import type { Argument } from '../../dataflow/evaluate/arguments.js';
import type { CallLike, Node } from '../../dataflow/syntax/nodes.js';
import {
  withInner,
  type ObjectState,
  type Reading,
  type WrittenKey,
} from '../../dataflow/model/object-state.js';
import { elementsIn, type Elements } from '../../dataflow/evaluate/list-elements.js';
import type { ObjectReader } from '../../dataflow/objects/object-reader.js';
import type { DataflowEvaluator } from '../../dataflow/evaluate/evaluator.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';
import { type CallContext, unknown } from '../../dataflow/model/abstract-value.js';

/** What an adapter works with: one parsed file, and the means to ask where its values come from. */
export interface FileView {
  readonly unit: SourceModule;
  /** Absolute path of the file; below the host's working directory where it has only a name. */
  readonly file: string;
  readonly tracker: DataflowEvaluator;
  readonly reader: ObjectReader;
  readonly settings: Settings;
  /** TypeScript's program, where the user's configuration lets it be asked. */
  readonly types: TypeServices | null;
  /** Does the module that an import of this file means mention some words? `false` for packages. */
  mentions(specifier: string, words: RegExp): boolean;
  /** The calls that are looked at, and whether a value of a library is what they call; without it all calls of the file. */
  readonly reached?: { readonly calls: Iterable<CallLike>; isCalled(call: CallLike): boolean };
  /** Can a value of a library, or an address of OpenAI's, get to a call of the file? */
  mayBeReached(call: CallLike): boolean;
  /** The modules that run before all others, by the settings. */
  setup(): readonly SourceModule[];
}

/** Bags behind the interface that rules use. */
export function optionsView(bags: readonly ObjectState[], reader: ObjectReader): OptionsView {
  return {
    bags,
    read: (...path) => reader.read(bags, ...path),
    readDeep: (path) => readDeep(bags, path.split('[*]'), reader),
    keys: () => presentKeys(bags, reader),
    inside: (node: Node, frame: CallContext) => optionsView(reader.bags(node, frame), reader),
    elements: (...path) => listIn(bags, path, reader).elements,
  };
}

/** The elements of a list as options objects, and what of it cannot be read. */
export interface ListReading {
  readonly elements: readonly ElementView[];
  readonly unknown: readonly { readonly reason: string; readonly node: Node }[];
}

/** The keys that are written in some alternative and that may be there in the end: neither deleted nor made `undefined`. */
export function presentKeys(bags: readonly ObjectState[], reader: ObjectReader): readonly WrittenKey[] {
  return reader.keys(bags).filter(({ key }) => reader.read(bags, key).some(({ kind }) => kind !== 'absent'));
}

/** The keys of an object that is used as a record, and what of it cannot be read. */
export function entriesOf(
  bags: readonly ObjectState[],
  reader: ObjectReader,
): {
  readonly entries: readonly { readonly value: Node; readonly frame: CallContext }[];
  readonly unknown: ListReading['unknown'];
} {
  const entries: { value: Node; frame: CallContext }[] = [];
  const unread: { reason: string; node: Node }[] = [];
  const spread = ({ parts }: ObjectState) =>
    parts.flatMap((part) => {
      if (part.kind !== 'spread') return [];
      return part.inside === undefined ? part.bags : nested(part.bags, part.inside, { reader });
    });
  for (const bag of withInner(bags, spread)) {
    for (const part of bag.parts) {
      if (part.kind === 'property' || part.kind === 'write')
        entries.push({ value: part.value, frame: part.frame });
      if (part.kind === 'unknown') unread.push({ reason: part.reason, node: part.node });
    }
  }
  return { entries, unknown: unread };
}

export function listIn(
  bags: readonly ObjectState[],
  path: readonly string[],
  reader: ObjectReader,
): ListReading {
  const { elements, unknown } = elementsAt(bags, path, reader);
  const asViews = elements.map(({ node, frame, use }) => ({
    node,
    view: optionsView(reader.elementBags(node, frame, use), reader),
  }));
  return { elements: asViews, unknown };
}

/** `['input', '.content', '.file_id']`: keys, with lists between them. */
function readDeep(
  bags: readonly ObjectState[],
  [first = '', ...rest]: readonly string[],
  reader: ObjectReader,
): Reading {
  const keys = first.split('.').filter(Boolean);
  if (rest.length === 0) return reader.read(bags, ...keys);
  const { elements, unknown } = elementsAt(bags, keys, reader);
  const inside = elements.flatMap(({ node, frame, use }): Reading => {
    if (rest.length > 1 || rest[0] !== '')
      return readDeep(reader.elementBags(node, frame, use), rest, reader);
    return reader.tracker
      .values(node, frame)
      .map((value) => ({ kind: 'set', value, node, valueNode: node, frame }));
  });
  const unread = unknown.map(({ reason, node }) => ({ kind: 'unknown' as const, reason, node }));
  return [...inside.filter(({ kind }) => kind !== 'absent'), ...unread];
}

/** Elements with the expression that is the list where it is used. */
interface UsedElements {
  readonly elements: readonly (Argument & { readonly use: Node })[];
  readonly unknown: Elements['unknown'];
}

function elementsAt(
  bags: readonly ObjectState[],
  keys: readonly string[],
  reader: ObjectReader,
): UsedElements {
  const used = (use: Node, frame: CallContext): UsedElements => {
    const { elements, unknown } = elementsIn(use, frame, reader.tracker);
    return { elements: elements.map((element) => ({ ...element, use })), unknown };
  };
  const found = reader.read(bags, ...keys).map((alternative): UsedElements => {
    if (alternative.kind === 'absent') return { elements: [], unknown: [] };
    if (alternative.kind === 'set') return used(alternative.valueNode, alternative.frame);
    // `items.concat(more)` is no value that is followed, and yet a list of which elements are in view.
    const place = placeOf(alternative.written, bags, keys, reader);
    if (place) return used(place.value, place.frame);
    return { elements: [], unknown: [unknown(alternative.reason, alternative.node)] };
  });
  return { elements: found.flatMap(({ elements }) => elements), unknown: found.flatMap((e) => e.unknown) };
}

/** What is written where a key stands, with the frame to read it in. */
function placeOf(
  written: Node | undefined,
  bags: readonly ObjectState[],
  keys: readonly string[],
  reader: ObjectReader,
): WrittenKey | undefined {
  if (!written) return undefined;
  const holders = keys.slice(0, -1);
  const inside = reader
    .read(bags, ...holders)
    .flatMap((alternative) =>
      alternative.kind === 'set' ? reader.bags(alternative.valueNode, alternative.frame) : [],
    );
  return reader.keys(holders.length > 0 ? inside : bags).find(({ node }) => node === written);
}
