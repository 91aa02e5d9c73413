import type { Node } from '../../dataflow/syntax/nodes.js';
import type { CallContext } from '../../dataflow/model/abstract-value.js';
import type { Host } from '../../facts/facts.js';
import type { FileView } from '../shared/file-view.js';
import { ApiGraph as OpenAIGraph } from '../openai/api-graph.js';

export type Api = 'responses' | 'chat';

export const OWN_HOST: Host = { class: 'openai', name: 'api.openai.com' };
/** The host of a client of the `openai` package. */
export function hostOfClient(arg: Node | undefined, frame: CallContext, view: FileView, node: Node): Host {
  const openai = new OpenAIGraph(view);
  const clients = (arg ? view.tracker.values(arg, frame) : []).map((value) => {
    const thing = value.kind === 'path' ? openai.of(value) : null;
    return thing?.kind === 'client' ? thing.client.host : null;
  });
  return clients.find((host) => host?.class === 'openai') ?? clients[0] ?? { class: 'unknown', node };
}
