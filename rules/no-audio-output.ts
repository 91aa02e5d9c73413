import { createRule } from '../src/plugin/create-rule.js';

const NAME = 'no-audio-output';

export default createRule({
  name: NAME,
  description: 'Disallow audio output of chat completions, which rests at OpenAI for an hour.',
  recommended: 'off',
  strict: 'warn',
  messages: { audio: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)' },
  defaults: {},
  check({ facts, judge, report }) {
    for (const request of facts.requests) {
      for (const { row, node } of judge.writtenParameters(request, NAME)) {
        report({ node, near: request.anchor, messageId: 'audio', data: judge.data(row, request) });
      }
    }
  },
});
