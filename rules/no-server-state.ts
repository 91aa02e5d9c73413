import { createRule } from '../src/plugin/create-rule.js';

const NAME = 'no-server-state';

export default createRule({
  name: NAME,
  description: 'Disallow requests that continue from state stored at OpenAI.',
  recommended: 'error',
  strict: 'error',
  messages: { state: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)' },
  defaults: {},
  check({ facts, judge, report }) {
    for (const request of facts.requests) {
      for (const { row, node } of judge.writtenParameters(request, NAME)) {
        report({ node, near: request.anchor, messageId: 'state', data: judge.data(row, request) });
      }
    }
    for (const { row, use } of judge.features(facts, NAME)) {
      report({ node: use.node, near: use.near, messageId: 'state', data: judge.data(row) });
    }
  },
});
