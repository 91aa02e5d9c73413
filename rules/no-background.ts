import { createRule } from '../src/plugin/create-rule.js';
import { rewriteOf } from '../src/languages/javascript/edit/set-value.js';

const NAME = 'no-background';

export default createRule({
  name: NAME,
  description: 'Disallow background mode, which keeps the response on disk while it is polled.',
  hasSuggestions: true,
  recommended: 'warn',
  strict: 'error',
  messages: {
    background: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)',
    writeFalse: 'Write `background: false`; the call then waits for the answer.',
  },
  defaults: {},
  check({ facts, judge, source, report }) {
    for (const request of facts.requests) {
      for (const { row, node } of judge.writtenParameters(request, NAME)) {
        const edits = rewriteOf(node, 'false', source);
        report({
          node,
          near: request.anchor,
          messageId: 'background',
          data: judge.data(row, request),
          suggest: edits ? [{ messageId: 'writeFalse', edits }] : undefined,
        });
      }
    }
  },
});
