import type { Facts } from '../../facts/facts.js';
import type { CallLike, Node } from '../../dataflow/syntax/nodes.js';
import type { CallContext } from '../../dataflow/model/abstract-value.js';
import { mergedFacts } from '../shared/call-facts.js';
import { definition, usage, type Later } from './requests.js';
import type { ApiGraph, Use } from './api-graph.js';

/** `createAgent({ model, tools })`: binds the tools to the model, which is an object or a name. */
export function agentFacts(
  modelKey: string,
  call: CallLike,
  frame: CallContext,
  later: Map<Node, Later>,
  things: ApiGraph,
): Partial<Facts> {
  const { reader } = things.view;
  const [first] = call.arguments;
  if (!first || first.type === 'SpreadElement') return {};
  const options = reader.bags(first, frame);
  const tools = reader
    .read(options, 'tools')
    .flatMap((found) => (found.kind === 'set' ? [{ node: found.valueNode, frame: found.frame }] : []));
  const use: Use = { options: [], tools: tools[0] ?? null };
  const found = reader.read(options, modelKey).map((model): Partial<Facts> => {
    if (model.kind !== 'set') return {};
    const { value } = model;
    if (value.kind === 'constant' && typeof value.value === 'string') {
      const made = things.named(value.value, [], call, frame);
      if (!made) return {};
      const used = usage({ made, uses: [] }, use, call, frame, later, things);
      return mergedFacts([definition(made, call, later.get(made.node), things), used].map(withoutStoreField));
    }
    const thing = things.ofValue(value);
    return thing?.kind === 'model' ? usage(thing.model, use, call, frame, later, things) : {};
  });
  return mergedFacts(found);
}

const REMEDY = 'Pass new ChatOpenAI({ model, zdrEnabled: true }) in place of the name of the model.';

/** A model that is only named has no constructor to write into. */
function withoutStoreField(facts: Partial<Facts>): Partial<Facts> {
  const requests = (facts.requests ?? []).map((request) => ({
    ...request,
    terms: {
      ...request.terms,
      remedies: { ...request.terms?.remedies, 'parameter:store-omitted (Responses)': REMEDY },
    },
  }));
  return { ...facts, requests };
}
