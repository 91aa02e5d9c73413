import type { OptionsView } from './facts.js';

/**
 * Lists of tools in a body: of a response, of a voice session, of one answer of it, of the responses that a voice session
 * hands work to. What is judged and what is looked at for a proof is the same.
 */
const TOOL_LISTS = [
  ['tools'],
  ['session', 'tools'],
  ['response', 'tools'],
  ['session', 'delegation', 'responses', 'tools'],
] as const;

/** Namespaces inside namespaces are read this deep. */
const MAX_NAMESPACES = 8;

/** An object of a body that may hold a list of tools, with the key of the list. */
export interface ToolHolder {
  readonly view: OptionsView;
  readonly list: readonly string[];
}

/** Where a body may hold tools; a tool can bring tools of its own, and so can an input item. */
export function toolHoldersOf(body: OptionsView): readonly ToolHolder[] {
  const holders: ToolHolder[] = [
    ...TOOL_LISTS.map((list) => ({ view: body, list })),
    ...body.elements('input').map(({ view }) => ({ view, list: ['tools'] })),
  ];
  return holders.flatMap((holder) => [holder, ...holdersInside(holder, 0)]);
}

function holdersInside({ view, list }: ToolHolder, depth: number): readonly ToolHolder[] {
  if (depth > MAX_NAMESPACES) return [];
  return view.elements(...list).flatMap(({ view: tool }) => {
    const inner: ToolHolder = { view: tool, list: ['tools'] };
    return [inner, ...holdersInside(inner, depth + 1)];
  });
}
