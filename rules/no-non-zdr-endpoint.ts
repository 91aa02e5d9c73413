import { createRule } from '../src/create-rule.js';
import { endpointFinding, isJudged, rowData } from '../src/judge.js';

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
  check({ facts, settings, report }) {
    for (const request of facts.requests) {
      if (!isJudged(request.client)) continue;
      const finding = endpointFinding(request, NAME, settings.control);
      if (!finding) continue;
      const { method, path } = finding.operation;
      report({
        node: request.callee,
        messageId: 'notEligible',
        data: { ...rowData(finding.row), method, path: `/v1${path}` },
      });
    }
  },
});
