import { clientPlaces } from '../src/judgement/client-places.js';
import { createRule } from '../src/plugin/create-rule.js';
import { hostListSchema, isListed } from '../src/util/host-pattern.js';

interface Options {
  /** Where requests may go; without an entry nothing is reported. */
  readonly hosts: readonly string[];
}

export default createRule<Options, 'other' | 'unread'>({
  name: 'allowed-hosts',
  description: 'Require that requests go to hosts on your list.',
  recommended: 'off',
  strict: 'off',
  messages: {
    other:
      'Requests of this client go to `{{host}}`, which is not on your list of hosts ({{hosts}}). Set `baseURL` or `dataResidency` to one of them, or add the host.',
    unread:
      'Where the requests of this client go cannot be read here, so it may be a host that is not on your list ({{hosts}}). Write the host as a constant.',
  },
  schema: {
    hosts: hostListSchema(
      'Hosts that requests may go to, such as "eu.api.openai.com" or "*.openai.azure.com".',
    ),
  },
  defaults: { hosts: [] },
  check({ facts, options, report }) {
    if (options.hosts.length === 0) return;
    const hosts = options.hosts.map((name) => `\`${name}\``).join(', ');
    for (const { host, node, near } of clientPlaces(facts)) {
      const { name } = host;
      if (name === undefined) report({ node, near, messageId: 'unread', data: { hosts } });
      else if (!isListed({ name }, options.hosts))
        report({ node, near, messageId: 'other', data: { host: name, hosts } });
    }
  },
});
