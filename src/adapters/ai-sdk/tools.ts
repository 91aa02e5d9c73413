import type { ElementView } from '../../facts/facts.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { ObjectState, Contribution } from '../../dataflow/model/object-state.js';
import { entriesOf, type ListReading } from '../shared/file-view.js';
import { layeredView } from '../shared/layered-view.js';
import { nested } from '../shared/reading.js';
import { SHELL_ENVIRONMENTS, TOOLS } from './tables.js';
import type { ApiNode, ApiGraph } from './api-graph.js';
import { rootContext } from '../../dataflow/model/call-context.js';

/** The `tools` of a call, an object by name, as the list that goes over the wire. */
export function toolsOf(bags: readonly ObjectState[], things: ApiGraph): ListReading {
  const { reader } = things.view;
  const { entries, unknown } = entriesOf(nested(bags, 'tools', things.view), reader);
  const elements: ElementView[] = [];
  const unread = [...unknown];
  for (const { value, frame } of entries) {
    const values = things.view.tracker.values(value, frame);
    for (const one of values) {
      const thing = things.ofValue(one);
      if (thing?.kind === 'tool') elements.push(toolView(thing, things));
      else if (thing?.kind === 'function-tool' || one.kind === 'object')
        elements.push(functionView(value, things));
      else unread.push({ reason: 'a tool that is made out of view', node: value });
    }
  }
  return { elements, unknown: unread };
}

/** Does OpenAI run one of the tools, so that the answer holds what only it knows? */
export function isRunByOpenai({ elements }: ListReading): boolean {
  const local = new Set([
    'function',
    ...Object.values(TOOLS).flatMap((row) => (row.isLocal ? row.type : [])),
  ]);
  return elements.some(({ view }) =>
    view
      .read('type')
      .some(
        (type) =>
          type.kind === 'set' && type.value.kind === 'constant' && !local.has(String(type.value.value)),
      ),
  );
}

/** `openai.tools.fileSearch({ … })` as `{ type: 'file_search', … }`. */
function toolView(tool: Extract<ApiNode, { kind: 'tool' }>, things: ApiGraph): ElementView {
  const { reader } = things.view;
  const { args, frame } = tool.made;
  const row = TOOLS[tool.name]!;
  const [first] = args;
  const bags = first ? reader.bags(first, frame) : [];
  const node = nameOf(tool.node);
  const own = (key: string, value: string): Contribution => ({
    kind: 'given',
    keys: [key],
    value,
    node,
    frame,
  });
  const given: Contribution[] = [own('type', row.type)];
  // The SDK's defaults.
  if (tool.name === 'codeInterpreter') given.push(own('container', 'auto'));
  if (tool.name === 'mcp') given.push(own('require_approval', 'never'));
  const layers = [
    { bags: [{ parts: given, literal: null, node }] },
    { bags, names: row.names },
    ...(tool.name === 'shell' ? [{ bags: [environmentBag(bags, tool, things)] }] : []),
  ];
  return { node, view: layeredView(layers, reader) };
}

/** What the `environment` of a shell is called on the wire. */
function environmentBag(
  bags: readonly ObjectState[],
  { node, made: { frame } }: Extract<ApiNode, { kind: 'tool' }>,
  { view: { reader } }: ApiGraph,
): ObjectState {
  const parts = reader.read(bags, 'environment', 'type').flatMap((found): Contribution[] => {
    if (found.kind === 'absent') return [];
    if (found.kind === 'unknown')
      return [
        { kind: 'unknown', key: 'environment', reason: found.reason, node: found.node, isCertain: true },
      ];
    const name = found.value.kind === 'constant' ? SHELL_ENVIRONMENTS[String(found.value.value)] : undefined;
    return name === undefined
      ? []
      : [{ kind: 'given', keys: ['environment', 'type'], value: name, node, frame }];
  });
  return { parts, literal: null, node };
}

function functionView(node: Node, { view: { reader, unit } }: ApiGraph): ElementView {
  const part: Contribution = {
    kind: 'given',
    keys: ['type'],
    value: 'function',
    node,
    frame: rootContext(unit),
  };
  return { node, view: layeredView([{ bags: [{ parts: [part], literal: null, node }] }], reader) };
}

/** `fileSearch` in `openai.tools.fileSearch({ … })`. */
function nameOf(node: Node): Node {
  const callee = node.type === 'CallExpression' ? node.callee : node;
  return callee.type === 'MemberExpression' ? callee.property : callee;
}
