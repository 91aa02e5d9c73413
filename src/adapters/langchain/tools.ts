import type { ElementView } from '../../facts/facts.js';
import type { Argument } from '../../dataflow/evaluate/arguments.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { Contribution } from '../../dataflow/model/object-state.js';
import { elementsIn } from '../../dataflow/evaluate/list-elements.js';
import type { CallContext, AbstractValue } from '../../dataflow/model/abstract-value.js';
import { optionsView, type ListReading } from '../shared/file-view.js';
import { layeredView } from '../shared/layered-view.js';
import { isLangchain, TOOLS } from './tables.js';
import type { ApiNode, ApiGraph, Use } from './api-graph.js';

/** The tools that options bring, each as OpenAI gets it: what `tools.fileSearch(…)` makes, objects, functions. */
export function toolsOf(uses: readonly Use[], things: ApiGraph): ListReading {
  const lists = uses.flatMap((use) => listsOf(use, things));
  const found = lists.map(({ node, frame }) => elementsIn(node, frame, things.view.tracker));
  return {
    elements: found.flatMap(({ elements }) => elements.map(({ node, frame }) => toolOf(node, frame, things))),
    unknown: found.flatMap((list) => list.unknown),
  };
}

/** Is one of the tools surely no function? A model that has such a tool chooses Responses. */
export function isBuiltIn({ view }: ElementView): boolean {
  return view
    .read('type')
    .some((type) => type.kind === 'set' && type.value.kind === 'constant' && type.value.value !== 'function');
}

function listsOf({ options, tools }: Use, { view }: ApiGraph): readonly Argument[] {
  const inOptions = view.reader
    .read(options, 'tools')
    .flatMap((found) => (found.kind === 'set' ? [{ node: found.valueNode, frame: found.frame }] : []));
  return tools ? [tools, ...inOptions] : inOptions;
}

function toolOf(node: Node, frame: CallContext, things: ApiGraph): ElementView {
  const { tracker, reader } = things.view;
  const values = tracker.values(node, frame);
  const made = values.flatMap((value) => things.ofValue(value) ?? []).find(({ kind }) => kind === 'tool');
  if (made?.kind === 'tool') return { node, view: madeTool(made, frame, things) };
  if (values.length > 0 && values.every((value) => isFunctionTool(value)))
    return { node, view: optionsView([typeBag('function', node, frame)], reader) };
  return { node, view: optionsView(reader.bags(node, frame), reader) };
}

function madeTool(
  { name, options, node }: Extract<ApiNode, { kind: 'tool' }>,
  frame: CallContext,
  things: ApiGraph,
) {
  const { type, names } = TOOLS[name]!;
  return layeredView([{ bags: [typeBag(type, node, frame)] }, { bags: options, names }], things.view.reader);
}

function typeBag(type: string, node: Node, frame: CallContext) {
  const part: Contribution = { kind: 'given', keys: ['type'], value: type, node, frame };
  return { parts: [part], literal: null, node };
}

/** What `tool(…)` of LangChain makes, and instances of tool classes, become functions. */
function isFunctionTool(value: AbstractValue): boolean {
  if (value.kind === 'instance') return true;
  return (
    value.kind === 'path' &&
    (value.step?.kind === 'call' || value.step?.kind === 'new') &&
    value.root.kind === 'module' &&
    isLangchain(value.root.specifier)
  );
}
