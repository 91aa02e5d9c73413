import { createRule } from '../src/plugin/create-rule.js';
import { storeRemedy } from '../src/judgement/store-remedy.js';

const NAME = 'require-store-false';
const CHAT = '/chat/completions';

interface Options {
  /** Also where sources disagree about the default. */
  readonly chatCompletions: boolean;
}

export default createRule<Options, 'missing' | 'add'>({
  name: NAME,
  description: 'Require `store: false` where OpenAI stores by default.',
  fixable: true,
  hasSuggestions: true,
  recommended: 'error',
  strict: ['error', { chatCompletions: true }],
  messages: {
    missing: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)',
    add: 'Add `store: false`; look first, because {{reason}}.',
  },
  schema: {
    chatCompletions: {
      type: 'boolean',
      description: 'Also require it on Chat Completions, where sources disagree about the default.',
    },
  },
  defaults: { chatCompletions: false },
  check({ facts, options, judge, settings, source, report }) {
    for (const request of facts.requests) {
      for (const row of judge.parameterRows(request, NAME, 'omitted')) {
        if (!options.chatCompletions && row.endpoints.some(({ path }) => path === CHAT)) continue;
        const path = row.parameter.split('.');
        const wrong = request.body.read(...path).filter(({ kind }) => kind === 'absent');
        const [first] = wrong;
        if (first?.kind !== 'absent') continue;
        const remedy = storeRemedy(request, path, wrong, { source, settings, facts });
        report({
          node: first.node ?? request.anchor,
          near: request.anchor,
          messageId: 'missing',
          data: judge.data(row, request),
          fix: remedy?.reason === null ? remedy.edits : undefined,
          suggest: remedy?.reason
            ? [{ messageId: 'add', data: { reason: remedy.reason }, edits: remedy.edits }]
            : undefined,
        });
      }
    }
  },
});
