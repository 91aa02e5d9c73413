import type { Node } from '../../dataflow/syntax/nodes.js';
import type { ObjectState } from '../../dataflow/model/object-state.js';
import type { AbstractValue } from '../../dataflow/model/abstract-value.js';
import type { ObjectReader } from '../../dataflow/objects/object-reader.js';

interface HasReader {
  readonly reader: ObjectReader;
}

/** Bags of a nested object, `[]` when it is absent. */
export function nested(
  bags: readonly ObjectState[],
  key: string,
  { reader }: HasReader,
): readonly ObjectState[] {
  return reader.read(bags, key).flatMap((alternative) => {
    if (alternative.kind === 'absent') return [];
    if (alternative.kind === 'unknown') return [unreadable(alternative.reason, alternative.node)];
    return reader.bags(alternative.valueNode, alternative.frame);
  });
}

/** The texts that a key may be, with `HOLE` for unknown parts. */
export function readTexts(
  bags: readonly ObjectState[],
  key: string,
  { reader }: HasReader,
): readonly string[] {
  const reading = reader.read(bags, key);
  return textsOf(reading.flatMap((alternative) => (alternative.kind === 'set' ? [alternative.value] : [])));
}

export function textsOf(values: readonly AbstractValue[]): readonly string[] {
  return values.flatMap((value) => {
    if (value.kind === 'text') return [value.text];
    return value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [];
  });
}

/** An options object that cannot be read. */
export function unreadable(reason: string, node: Node): ObjectState {
  return { parts: [{ kind: 'unknown', reason, node, isCertain: true }], literal: null, node };
}
