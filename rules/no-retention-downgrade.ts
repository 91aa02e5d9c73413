import { createRule } from '../src/plugin/create-rule.js';

const NAME = 'no-retention-downgrade';

export default createRule({
  name: NAME,
  description: 'Disallow changing the retention setting of an organization or project to less than ZDR.',
  recommended: 'error',
  strict: 'error',
  messages: { downgrade: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)' },
  defaults: {},
  check({ facts, judge, report }) {
    for (const request of facts.requests) {
      for (const { row, node } of judge.writtenParameters(request, NAME)) {
        report({ node, near: request.anchor, messageId: 'downgrade', data: judge.data(row, request) });
      }
    }
  },
});
