import { createRule } from '../src/plugin/create-rule.js';

const NAME = 'no-stored-file-input';

export default createRule({
  name: NAME,
  description: 'Disallow inputs that are files stored at OpenAI.',
  recommended: 'error',
  strict: 'error',
  messages: { file: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)' },
  defaults: {},
  check({ facts, judge, report }) {
    for (const request of facts.requests) {
      for (const { row, node } of judge.writtenParameters(request, NAME)) {
        report({ node, near: request.anchor, messageId: 'file', data: judge.data(row, request) });
      }
    }
  },
});
