import { createRule } from '../src/plugin/create-rule.js';

const NAME = 'no-hosted-containers';

export default createRule({
  name: NAME,
  description: "Disallow code that runs in containers at OpenAI, which keep files on OpenAI's disk.",
  recommended: 'warn',
  strict: 'error',
  messages: {
    tool: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)',
    endpoint:
      '{{method}} {{path}} works on a hosted container. {{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)',
  },
  defaults: {},
  check({ facts, judge, report }) {
    for (const request of facts.requests) {
      for (const { row, node } of judge.tools(request, NAME)) {
        report({ node, near: request.anchor, messageId: 'tool', data: judge.data(row, request) });
      }
      const finding = judge.endpoint(request, NAME);
      if (!finding) continue;
      const { method, path } = finding.operation;
      const data = { ...judge.data(finding.row, request), method, path: `/v1${path}` };
      report({ node: request.callee, messageId: 'endpoint', data });
    }
  },
});
