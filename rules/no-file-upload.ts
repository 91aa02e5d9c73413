import { createRule } from '../src/create-rule.js';
import { endpointFinding, isJudged, rowData } from '../src/judge.js';

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
  check({ facts, settings, report }) {
    for (const request of facts.requests) {
      if (!isJudged(request.client)) continue;
      const finding = endpointFinding(request, NAME, settings.control);
      if (!finding) continue;
      const { method, path } = finding.operation;
      report({
        node: request.callee,
        messageId: 'kept',
        data: { ...rowData(finding.row), method, path: `/v1${path}` },
      });
    }
  },
});
