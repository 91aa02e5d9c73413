import { outermost, type Node } from '../../dataflow/syntax/nodes.js';
import type { Alternative, ObjectState, Contribution } from '../../dataflow/model/object-state.js';
import type { CallContext, AccessPath, AbstractValue } from '../../dataflow/model/abstract-value.js';
import { asAlternative } from '../shared/base-url.js';
import type { FileView } from '../shared/file-view.js';
import { unreadable } from '../shared/reading.js';

/** A body as an options object, and the calls that were handed it on its way. */
export interface Body {
  readonly bags: readonly ObjectState[];
  /** `JSON.stringify(body)`. */
  readonly calls: readonly Node[];
  /** Calls that send it, besides the request's own: `req.write(body)`. */
  readonly sentBy?: readonly Node[];
}

/** Does the client send text as it is, or make JSON of objects? */
export type Encoding = 'text' | 'json';

/** Calls and classes that hand on their first argument in another form. */
const HANDS_ON = new Set(['Buffer.from', 'String', 'TextEncoder.encode', 'JSON.stringify']);

/** Texts inside texts are read this deep. */
const MAX_DEPTH = 5;

/** What an argument is as a body; `[]` for none. */
export function bodyOf(node: Node, frame: CallContext, encoding: Encoding, view: FileView): Body {
  const values = view.tracker.values(node, frame);
  return together(
    values.map((value) => bodyOfAlternative(asAlternative(value, node, frame), encoding, view)),
  );
}

/** What a key of the options is as a body. */
export function bodyOfAlternative(alternative: Alternative, encoding: Encoding, view: FileView): Body {
  if (alternative.kind === 'absent') return { bags: [], calls: [] };
  if (alternative.kind === 'unknown') return only(unreadable(alternative.reason, alternative.node));
  const { value, valueNode, frame } = alternative;
  return bodyOfValue(value, valueNode, frame, encoding, view, 0);
}

function bodyOfValue(
  value: AbstractValue,
  node: Node,
  frame: CallContext,
  encoding: Encoding,
  view: FileView,
  depth: number,
): Body {
  if (value.kind === 'constant') {
    if (value.value === undefined || value.value === null) return { bags: [], calls: [] };
    return only(
      typeof value.value === 'string' ? parsed(value.value, node, frame) : unreadable('no object', node),
    );
  }
  if (value.kind === 'object' && encoding === 'json')
    return { bags: view.reader.bags(node, frame), calls: [] };
  const call = value.kind === 'path' && depth < MAX_DEPTH ? handedOn(value, view) : null;
  if (call) {
    const { name, step } = call;
    const [first] = step.args;
    if (!first || first.type === 'SpreadElement')
      return only(unreadable('arguments that are not in view', node));
    if (name === 'JSON.stringify') return { bags: view.reader.bags(first, step.frame), calls: [value.node] };
    const inside = view.tracker
      .values(first, step.frame)
      .map((inner) => bodyOfValue(inner, first, step.frame, encoding, view, depth + 1));
    return together(inside);
  }
  if (encoding === 'json' && value.kind !== 'text') return { bags: view.reader.bags(node, frame), calls: [] };
  return only(unreadable('a body that is not made by `JSON.stringify` in view', node));
}

/** `JSON.stringify(body)` and what else leaves the text the same; `null` for other calls. */
function handedOn(path: AccessPath, view: FileView) {
  const { step, parent } = path;
  if (step?.kind !== 'call' || !parent || path.root.kind !== 'global') return null;
  const holder = parent.step
    ? [path.root.name, ...(parent.step.kind === 'member' ? [parent.step.name] : [])]
    : [path.root.name];
  const name = holder.join('.');
  if (!HANDS_ON.has(name)) return null;
  // A replacer may leave keys out.
  const [, replacer] = name === 'JSON.stringify' ? step.args : [];
  const isPlain =
    !replacer ||
    view.tracker
      .values(replacer, step.frame)
      .every((value) => value.kind === 'constant' && value.value == null);
  return isPlain ? { name, step } : null;
}

/** JSON that is written as text. */
function parsed(text: string, node: Node, frame: CallContext): ObjectState {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return unreadable('text that is not JSON', node);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return unreadable('no object', node);
  const parts = Object.entries(json).flatMap(([key, value]: [string, unknown]): Contribution[] => {
    if (value === null) return [];
    if (typeof value === 'string' || typeof value === 'boolean')
      return [{ kind: 'given', keys: [key], value, node, frame }];
    return [{ kind: 'unknown', key, reason: 'part of a text', node, isCertain: true }];
  });
  return { parts, literal: null, node };
}

function only(bag: ObjectState): Body {
  return { bags: [bag], calls: [] };
}

export function together(bodies: readonly Body[]): Body {
  return {
    bags: [...new Set(bodies.flatMap(({ bags }) => bags))],
    calls: [...new Set(bodies.flatMap(({ calls }) => calls))],
    sentBy: [...new Set(bodies.flatMap(({ sentBy = [] }) => sentBy))],
  };
}

/** Does what `JSON.stringify` gives back go into one of some calls, or into the options that it is handed, and nowhere else? */
export function isOnlyFor(made: Node, calls: readonly Node[], frame: CallContext): boolean {
  const use = outermost(made);
  if (isHandedTo(use, calls)) return true;
  const holder = use.parent;
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return false;
  const uses = frame.unit.variable(holder.id)?.references ?? [];
  return uses.every(({ identifier, init }) => init || isHandedTo(outermost(identifier as Node), calls));
}

function isHandedTo(use: Node, calls: readonly Node[]): boolean {
  const holder = use.parent;
  if (!holder) return false;
  if (calls.includes(holder)) return true;
  if (holder.type !== 'Property' || holder.value !== use) return false;
  const taker = outermost(holder.parent).parent;
  return taker !== undefined && calls.includes(taker);
}
