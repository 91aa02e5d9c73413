import type { Client, FeatureUse } from '../../facts/facts.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { Alternative, ObjectState } from '../../dataflow/model/object-state.js';
import { optionsView } from '../shared/file-view.js';
import { targetOf, type Target } from './hosts.js';
import type { Process } from './process.js';
import { argumentBags, type Agent, type Made } from './api-graph.js';
import { append } from '../../util/append.js';

/** `store: false` of an agent or its runner that something else overrides or drops. */
export function ineffectiveSettings(
  agent: Agent,
  runner: Made | null,
  process: Process,
): readonly FeatureUse[] {
  const { view } = process.things;
  const { reader } = view;
  const target = targetOf(agent.config, process, runner);
  const uses = (row: string, written: readonly Alternative[]) =>
    written.flatMap((alternative) =>
      alternative.kind === 'set'
        ? [useOf(row, alternative.node, agent.node, clientOf(agent, target, process))]
        : [],
    );
  const own = reader.read(agent.config, 'modelSettings', 'store');
  if (target.isAiSdk) return uses('feature:agents-aisdk-store', own.filter(isFalse));
  const found: FeatureUse[] = [];
  const isOverridden = PROVIDER_DATA.some((keys) => isSetOtherwise(agent.config, keys, process));
  if (isOverridden) append(found, uses('feature:agents-provider-data-store', own.filter(isFalse)));
  if (runner && (own.some(isTrue) || isOverridden)) {
    const settings = argumentBags(runner, 0, view);
    const ofRunner = reader.read(settings, 'modelSettings', 'store').filter(isFalse);
    append(found, uses('feature:agents-runner-store', ofRunner));
  }
  return found;
}

const PROVIDER_DATA = [[], ['extraBody'], ['extra_body']];

function isSetOtherwise(
  config: readonly ObjectState[],
  keys: readonly string[],
  { things }: Process,
): boolean {
  const path = ['modelSettings', 'providerData', ...keys, 'store'];
  return things.view.reader.read(config, ...path).some(isTrue);
}

function isFalse(alternative: Alternative): boolean {
  return isConstant(alternative, false);
}

function isTrue(alternative: Alternative): boolean {
  return isConstant(alternative, true);
}

function isConstant(alternative: Alternative, value: boolean): boolean {
  return (
    alternative.kind === 'set' && alternative.value.kind === 'constant' && alternative.value.value === value
  );
}

function useOf(row: string, node: Node, near: Node, client: Client): FeatureUse {
  const isDropped = row !== 'feature:agents-provider-data-store';
  return { row, node, near, client, name: 'store', ...(isDropped ? { removable: node } : {}) };
}

function clientOf(agent: Agent, { host }: Target, { things }: Process): Client {
  const options = optionsView([], things.view.reader);
  return { library: '@openai/agents', node: agent.node, host, options, parent: null };
}
