import { createRule } from '../src/plugin/create-rule.js';
import { storeRemedy } from '../src/judgement/store-remedy.js';
import type { Alternative } from '../src/dataflow/model/object-state.js';

const NAME = 'no-store';

export default createRule({
  name: NAME,
  description: 'Disallow `store: true`, which makes OpenAI keep prompts and answers.',
  fixable: true,
  hasSuggestions: true,
  recommended: 'error',
  strict: 'error',
  messages: {
    stored: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)',
    writeFalse: 'Write `store: false`; look first, because {{reason}}.',
  },
  defaults: {},
  check({ facts, judge, settings, source, report }) {
    for (const request of facts.requests) {
      for (const row of judge.parameterRows(request, NAME, 'written')) {
        const path = row.parameter.split('.');
        const wrong = request.body.read(...path).filter((alternative) => isOneOf(alternative, row.values));
        const [first] = wrong;
        if (first?.kind !== 'set') continue;
        const remedy = storeRemedy(request, path, wrong, { source, settings, facts });
        report({
          node: first.node,
          near: request.anchor,
          messageId: 'stored',
          data: judge.data(row, request),
          fix: remedy?.reason === null ? remedy.edits : undefined,
          suggest: remedy?.reason
            ? [{ messageId: 'writeFalse', data: { reason: remedy.reason }, edits: remedy.edits }]
            : undefined,
        });
      }
    }
  },
});

function isOneOf(alternative: Alternative, values: readonly unknown[] | undefined): boolean {
  return (
    alternative.kind === 'set' &&
    alternative.value.kind === 'constant' &&
    (values ?? [true]).includes(alternative.value.value)
  );
}
