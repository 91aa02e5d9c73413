import { createRule } from '../src/plugin/create-rule.js';
import { removalOf } from '../src/languages/javascript/edit/remove-key.js';

const NAME = 'no-prompt-cache-retention';
const EXTENDED = 'parameter:prompt_cache_retention (24h)';

export default createRule({
  name: NAME,
  description: 'Disallow long lifetimes of the prompt cache, and a short one that the model refuses.',
  hasSuggestions: true,
  recommended: 'warn',
  strict: 'error',
  messages: {
    cache: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)',
    remove: 'Remove it, so that the default holds.',
  },
  defaults: {},
  check({ facts, judge, settings, source, report }) {
    for (const request of facts.requests) {
      for (const { row, node } of judge.writtenParameters(request, NAME)) {
        // Without ZDR the default is no better than what is written.
        const isDefault = row.id === EXTENDED && settings.control !== 'zdr';
        const removal = isDefault ? null : removalOf(node, source);
        report({
          node,
          near: request.anchor,
          messageId: 'cache',
          data: judge.data(row, request),
          suggest: removal ? [{ messageId: 'remove', edits: removal.edits }] : undefined,
        });
      }
    }
  },
});
