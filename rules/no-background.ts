import { createRule } from '../src/create-rule.js';

const NAME = 'no-background';

export default createRule({
  name: NAME,
  description: 'Disallow background mode, which keeps the response on disk while it is polled.',
  recommended: 'warn',
  strict: 'error',
  messages: { background: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)' },
  defaults: {},
  check({ facts, judge, report }) {
    for (const request of facts.requests) {
      for (const { row, node } of judge.writtenParameters(request, NAME)) {
        report({ node, near: request.anchor, messageId: 'background', data: judge.data(row) });
      }
    }
  },
});
