import type { ElementView, OptionsView } from '../../facts/facts.js';
import { unwrap, type Node } from '../../dataflow/syntax/nodes.js';
import type { ObjectState } from '../../dataflow/model/object-state.js';
import type { CallContext } from '../../dataflow/model/abstract-value.js';
import { elementsIn } from '../../dataflow/evaluate/list-elements.js';
import { optionsView, type FileView, type ListReading } from '../shared/file-view.js';
import { lastName } from '../shared/call-facts.js';
import { layeredView } from '../shared/layered-view.js';
import { argumentBags, type Made, type ApiNode, type ApiGraph } from './api-graph.js';

interface HostedTool {
  /** `type` in the body. */
  readonly type: string;
  /** The argument that holds the options. */
  readonly options: number;
  /** What the function calls the keys of the tool in the body. */
  readonly names: Readonly<Record<string, string>>;
}

/** Functions of the SDK that make tools, with what the tools are in the body of a request. */
const TOOLS: Readonly<Record<string, HostedTool>> = {
  fileSearchTool: { type: 'file_search', options: 1, names: { filters: 'filters' } },
  codeInterpreterTool: {
    type: 'code_interpreter',
    options: 0,
    names: { container: 'container' },
  },
  shellTool: {
    type: 'shell',
    options: 0,
    names: {
      'environment.file_ids': 'environment.fileIds',
      'environment.container_id': 'environment.containerId',
      environment: 'environment',
    },
  },
  hostedMcpTool: {
    type: 'mcp',
    options: 0,
    names: {
      server_label: 'serverLabel',
      server_url: 'serverUrl',
      connector_id: 'connectorId',
      authorization: 'authorization',
      require_approval: 'requireApproval',
      headers: 'headers',
    },
  },
  imageGenerationTool: {
    type: 'image_generation',
    options: 0,
    names: { model: 'model', input_image_mask: 'inputImageMask' },
  },
  webSearchTool: {
    type: 'web_search',
    options: 0,
    names: { external_web_access: 'externalWebAccess', filters: 'filters' },
  },
  toolSearchTool: { type: 'tool_search', options: 0, names: {} },
  programmaticToolCallingTool: { type: 'programmatic_tool_calling', options: 0, names: {} },
  computerTool: { type: 'computer', options: 0, names: {} },
  applyPatchTool: { type: 'apply_patch', options: 0, names: {} },
  tool: { type: 'function', options: 0, names: {} },
  toolNamespace: { type: 'namespace', options: 0, names: {} },
  codexTool: { type: 'function', options: 0, names: {} },
};

/** The tools that an agent hands over, as they are in the body. */
export function toolsOf(config: readonly ObjectState[], things: ApiGraph): ListReading {
  const { reader, tracker } = things.view;
  const found = reader.read(config, 'tools').map((alternative): ListReading => {
    if (alternative.kind === 'absent') return { elements: [], unknown: [] };
    if (alternative.kind === 'unknown') return { elements: [], unknown: [alternative] };
    const { elements, unknown } = elementsIn(alternative.valueNode, alternative.frame, tracker);
    return { elements: elements.flatMap(({ node, frame }) => elementsAt(node, frame, things)), unknown };
  });
  return {
    elements: found.flatMap(({ elements }) => elements),
    unknown: found.flatMap(({ unknown }) => unknown),
  };
}

function elementsAt(node: Node, frame: CallContext, things: ApiGraph): readonly ElementView[] {
  const { view } = things;
  const made = things.at(node, frame).flatMap((thing) => madeTool(thing, view) ?? []);
  return made.length > 0 ? made : [{ node, view: plainTool(view.reader.bags(node, frame), view) }];
}

/** What a function of the SDK makes; `null` for what is no tool. */
function madeTool(thing: ApiNode, view: FileView): ElementView | null {
  // `agent.asTool({ … })`
  if (thing.kind === 'result' && thing.name === 'asTool')
    return { node: thing.made.node, view: layeredView([given('function', thing.made)], view.reader) };
  const tool = thing.kind === 'made' ? TOOLS[thing.name] : undefined;
  if (thing.kind !== 'made' || !tool) return null;
  const options = { bags: argumentBags(thing.made, tool.options, view), names: tool.names };
  const isOwn = () => true;
  return {
    node: thing.made.node,
    view: layeredView([{ ...options, isOwn }, given(tool.type, thing.made)], view.reader),
  };
}

/** The layer of the `type` that a function writes; reports go to the function's name. */
function given(value: string, { node, frame }: Made) {
  const call = unwrap(node);
  const name = call.type === 'CallExpression' ? lastName(unwrap(call.callee)) : node;
  const bag: ObjectState = {
    parts: [{ kind: 'given', keys: ['type'], value, node: name, frame }],
    literal: null,
    node,
  };
  return { bags: [bag], names: { type: 'type' } };
}

/** A tool that is written out: `{ type: 'hosted_tool', providerData: { type: 'file_search' } }`. */
function plainTool(bags: readonly ObjectState[], view: FileView): OptionsView {
  const plain = optionsView(bags, view.reader);
  const isHosted = plain
    .read('type')
    .some(
      (type) => type.kind === 'set' && type.value.kind === 'constant' && type.value.value === 'hosted_tool',
    );
  return isHosted ? layeredView([{ bags, under: ['providerData'] }], view.reader) : plain;
}
