import { createRule } from '../src/plugin/create-rule.js';

const NAME = 'no-non-zdr-model';
const FINE_TUNED = 'model:fine-tuned';

interface Options {
  /** Also fine-tuned models, of which OpenAI says less. */
  readonly fineTuned: boolean;
}

export default createRule<Options, 'model'>({
  name: NAME,
  description: 'Disallow models that Zero Data Retention does not cover, or that are gone.',
  recommended: 'error',
  strict: ['error', { fineTuned: true }],
  messages: { model: '`{{model}}`: {{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)' },
  schema: {
    fineTuned: {
      type: 'boolean',
      description: 'Also report fine-tuned models, whose schemas OpenAI caches.',
    },
  },
  defaults: { fineTuned: false },
  check({ facts, options, judge, report }) {
    for (const request of facts.requests) {
      for (const { row, node, model } of judge.models(request, NAME)) {
        if (row.id === FINE_TUNED && !options.fineTuned) continue;
        report({
          node,
          near: request.anchor,
          messageId: 'model',
          data: { ...judge.data(row, request), model },
        });
      }
    }
  },
});
