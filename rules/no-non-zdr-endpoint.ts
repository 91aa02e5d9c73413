import { createRule } from '../src/plugin/create-rule.js';

const NAME = 'no-non-zdr-endpoint';

export default createRule({
  name: NAME,
  description: 'Disallow endpoints that keep content even under Zero Data Retention.',
  recommended: 'error',
  strict: 'error',
  messages: {
    notEligible:
      '{{method}} {{path}} is not covered by Zero Data Retention. {{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)',
  },
  defaults: {},
  check({ facts, judge, report }) {
    for (const request of facts.requests) {
      const finding = judge.endpoint(request, NAME);
      if (!finding) continue;
      const { method, path } = finding.operation;
      report({
        node: request.callee,
        messageId: 'notEligible',
        data: { ...judge.data(finding.row, request), method, path: `/v1${path}` },
      });
    }
  },
});
