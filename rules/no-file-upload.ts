import { createRule } from '../src/plugin/create-rule.js';

const NAME = 'no-file-upload';

export default createRule({
  name: NAME,
  description: 'Disallow uploads of content that OpenAI keeps until somebody deletes it.',
  recommended: 'error',
  strict: 'error',
  messages: {
    kept: '{{method}} {{path}} keeps what is uploaded, also under Zero Data Retention. {{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)',
  },
  defaults: {},
  check({ facts, judge, report }) {
    for (const request of facts.requests) {
      const finding = judge.endpoint(request, NAME);
      if (!finding) continue;
      const { method, path } = finding.operation;
      report({
        node: request.callee,
        messageId: 'kept',
        data: { ...judge.data(finding.row, request), method, path: `/v1${path}` },
      });
    }
  },
});
