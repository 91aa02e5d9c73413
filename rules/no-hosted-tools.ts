import { createRule } from '../src/plugin/create-rule.js';

const NAME = 'no-hosted-tools';

export default createRule({
  name: NAME,
  description: 'Disallow hosted tools that read from stores which OpenAI keeps.',
  recommended: 'error',
  strict: 'error',
  messages: { hosted: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)' },
  defaults: {},
  check({ facts, judge, report }) {
    for (const request of facts.requests) {
      for (const { row, node } of judge.tools(request, NAME)) {
        report({ node, near: request.anchor, messageId: 'hosted', data: judge.data(row, request) });
      }
    }
  },
});
