import { clientPlaces } from '../src/client-places.js';
import { createRule } from '../src/create-rule.js';
import { hostListSchema, isListed } from '../src/host-names.js';
import { rowsOwnedBy } from '../src/policy/index.js';

const NAME = 'no-third-party-logging';

interface Options {
  /** Gateways that may be used. */
  readonly allow: readonly string[];
}

export default createRule<Options, 'gateway' | 'wrapper'>({
  name: NAME,
  description: 'Disallow gateways that keep prompts and answers under terms of their own.',
  recommended: 'off',
  strict: 'warn',
  messages: {
    gateway: 'Requests go to `{{host}}`. {{keeps}} {{remedy}} (As of {{asOf}}.)',
    wrapper: '{{keeps}} ZDR of OpenAI does not cover that. {{remedy}} (As of {{asOf}}.)',
  },
  schema: {
    allow: hostListSchema('Gateways that may be used, such as "gateway.example.com" or "*.example.com".'),
  },
  defaults: { allow: [] },
  check({ facts, judge, options, report }) {
    const [row] = rowsOwnedBy(NAME);
    if (!row || !judge.isReportable(row)) return;
    for (const { host, node, near } of clientPlaces(facts)) {
      const { name } = host;
      if (host.class !== 'gateway' || name === undefined || isListed({ name }, options.allow)) continue;
      report({ node, near, messageId: 'gateway', data: { ...judge.data(row), host: name } });
    }
    for (const { name, node, keeps, remedy } of facts.thirdParties) {
      if (options.allow.includes(name)) continue;
      report({ node, messageId: 'wrapper', data: { keeps, remedy, asOf: row.asOf } });
    }
  },
});
