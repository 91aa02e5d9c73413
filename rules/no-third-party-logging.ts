import { clientPlaces } from '../src/judgement/client-places.js';
import { createRule } from '../src/plugin/create-rule.js';
import { keepsContentOut } from '../src/facts/content-controls.js';
import type { ApiRequest } from '../src/facts/facts.js';
import { isListed } from '../src/util/host-pattern.js';
import { rowsOwnedBy, thirdPartyAt } from '../src/policy/index.js';

const NAME = 'no-third-party-logging';

interface Options {
  /** Hosts of gateways, and names of third parties, that may be used. */
  readonly allow: readonly string[];
}

export default createRule<Options, 'gateway' | 'wrapper'>({
  name: NAME,
  description: 'Disallow wrappers and gateways that keep prompts and answers under terms of their own.',
  recommended: 'off',
  strict: 'warn',
  messages: {
    gateway: 'Requests go to `{{host}}`. {{keeps}} {{remedy}} (As of {{asOf}}.)',
    wrapper: '{{keeps}} ZDR of OpenAI does not cover that. {{remedy}} (As of {{asOf}}.)',
  },
  schema: {
    allow: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      uniqueItems: true,
      description:
        'Third parties that may be used: a name such as "Langfuse", or the host of a gateway such as "gateway.example.com" or "*.example.com".',
    },
  },
  defaults: { allow: [] },
  check({ facts, judge, options, report }) {
    const [row] = rowsOwnedBy(NAME);
    if (!row || !judge.isReportable(row)) return;
    const isAllowed = (name: string) => options.allow.some((one) => one.toLowerCase() === name.toLowerCase());
    const reads = new Set(facts.requests.filter(isReading).map(({ client }) => client));
    for (const { host, node, near, client } of clientPlaces(facts)) {
      if (reads.has(client) && !facts.clients.includes(client)) continue;
      const { name } = host;
      if (host.class !== 'gateway' || name === undefined || isListed({ name }, options.allow)) continue;
      const party = thirdPartyAt(name);
      if (party && (isAllowed(party.name) || keepsContentOut(party, client, facts.requests))) continue;
      const { keeps, remedy, asOf } = party ?? judge.data(row);
      report({ node, near, messageId: 'gateway', data: { keeps, remedy, asOf, host: name } });
    }
    for (const { name, node, keeps, remedy, asOf = row.asOf } of facts.thirdParties) {
      if (isAllowed(name)) continue;
      report({ node, messageId: 'wrapper', data: { keeps, remedy, asOf } });
    }
  },
});

/** A request that shows nobody anything: a list of models. */
function isReading({ operations }: ApiRequest): boolean {
  return operations.every(({ method }) => method === 'GET');
}
