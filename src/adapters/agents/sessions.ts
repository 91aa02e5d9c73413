import type { FeatureUse, Host } from '../../facts/facts.js';
import { unwrap, type Node } from '../../dataflow/syntax/nodes.js';
import { urlHost } from '../shared/base-url.js';
import { lastName } from '../shared/call-facts.js';
import { optionsView } from '../shared/file-view.js';
import { hostOfClient } from './client-host.js';
import type { Process } from './process.js';
import { argumentBags, type Made, type ApiNode } from './api-graph.js';

/** Sessions of which OpenAI keeps the text, or that need what it keeps. */
export function sessionFeatures(
  { name, made }: Extract<ApiNode, { kind: 'made' }>,
  process: Process,
): readonly FeatureUse[] {
  if (made.isUnseen) return [];
  const { view } = process.things;
  const call = unwrap(made.node);
  const isCall = call.type === 'NewExpression' || call.type === 'CallExpression';
  const node: Node = isCall ? lastName(unwrap(call.callee)) : made.node;
  const options = optionsView([], view.reader);
  const client = (host: Host) => ({
    library: '@openai/agents',
    node: made.node,
    host,
    options,
    parent: null,
  });
  if (name === 'OpenAIConversationsSession') {
    const use = { near: node, node, name, client: client(sessionHost(made, process)) };
    return [{ ...use, row: 'feature:agents-hosted-session' }];
  }
  if (name === 'startOpenAIConversationsSession') {
    const [arg] = made.args;
    const host = arg ? hostOfClient(arg, made.frame, view, made.node) : process.defaultHost();
    return [{ near: node, node, name, client: client(host), row: 'feature:agents-hosted-session' }];
  }
  if (name !== 'OpenAIResponsesCompactionSession') return [];
  return view.reader
    .read(argumentBags(made, 0, view), 'compactionMode')
    .flatMap((mode): readonly FeatureUse[] => {
      const isStateful =
        mode.kind === 'set' && mode.value.kind === 'constant' && mode.value.value === 'previous_response_id';
      if (!isStateful) return [];
      const use = { near: node, node: mode.node, name: 'compactionMode' };
      return [
        { ...use, client: client(sessionHost(made, process)), row: 'feature:agents-compaction-session' },
      ];
    });
}

function sessionHost(made: Made, process: Process): Host {
  const { view } = process.things;
  const { reader } = view;
  const options = argumentBags(made, 0, view);
  const written = reader.read(options, 'client').find(({ kind }) => kind !== 'absent');
  if (written?.kind === 'set') return hostOfClient(written.valueNode, written.frame, view, written.node);
  if (written?.kind === 'unknown' && written.written) return { class: 'unknown', node: written.node };
  return urlHost(reader.read(options, 'baseURL'), view, process.defaultHost());
}
