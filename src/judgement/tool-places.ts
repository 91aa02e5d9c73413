import type { ApiRequest, OptionsView } from '../facts/facts.js';
import type { Node } from '../dataflow/syntax/nodes.js';

/**
 * Lists of tools in a body: of a response, of a voice session, of one answer of it, of the responses that a voice session
 * hands work to. What is judged and what is looked at for a proof is the same.
 */
const TOOL_LISTS = [['tools']] as const;
const SESSION_LISTS = [
  ['session', 'tools'],
  ['response', 'tools'],
  ['session', 'delegation', 'responses', 'tools'],
] as const;

const HAS_SESSION = /^\/(?:realtime|live)(?:\/|$)/;

/** Namespaces inside namespaces are read this deep. */
const MAX_NAMESPACES = 8;

/** An object of a body that may hold a list of tools, with the key of the list. */
export interface ToolHolder {
  readonly view: OptionsView;
  readonly list: readonly string[];
}

/** Where a request may bring tools; a tool can bring tools of its own, and so can an input item that says so. */
export function toolHoldersOf({ body, operations }: ApiRequest): readonly ToolHolder[] {
  const hasSession = operations.some(({ path }) => HAS_SESSION.test(path));
  const lists = hasSession ? [...TOOL_LISTS, ...SESSION_LISTS] : TOOL_LISTS;
  const holders: ToolHolder[] = [
    ...lists.map((list) => ({ view: body, list })),
    ...body.elements('input').flatMap(({ view }) => (writesTools(view) ? [{ view, list: ['tools'] }] : [])),
  ];
  const seen = new Set<Node>();
  return holders.flatMap((holder) => [holder, ...holdersInside(holder, 0, seen)]);
}

function writesTools(item: OptionsView): boolean {
  return item
    .read('tools')
    .some((found) => found.kind === 'set' || (found.kind === 'unknown' && found.written));
}

/** Each tool is looked into once: a list can hold itself. */
function holdersInside({ view, list }: ToolHolder, depth: number, seen: Set<Node>): readonly ToolHolder[] {
  if (depth > MAX_NAMESPACES) return [];
  return view.elements(...list).flatMap(({ node, view: tool }) => {
    if (seen.has(node)) return [];
    seen.add(node);
    const inner: ToolHolder = { view: tool, list: ['tools'] };
    return [inner, ...holdersInside(inner, depth + 1, seen)];
  });
}
