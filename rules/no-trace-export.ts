import { createRule } from '../src/create-rule.js';
import { setPropertyValue } from '../src/fix/index.js';

const NAME = 'no-trace-export';

export default createRule({
  name: NAME,
  description: 'Disallow traces of sessions, which OpenAI keeps for its dashboard.',
  hasSuggestions: true,
  recommended: 'error',
  strict: 'error',
  messages: {
    traced: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)',
    writeNull: 'Write `tracing: null`.',
  },
  defaults: {},
  check({ facts, judge, source, report }) {
    for (const request of facts.requests) {
      for (const { row, node, alternative } of judge.writtenParameters(request, NAME)) {
        // What comes from elsewhere may be null, which traces nothing.
        if (alternative.kind !== 'set' || !['constant', 'object'].includes(alternative.value.kind)) continue;
        const edit = node.type === 'Property' ? setPropertyValue(source, node, 'null') : null;
        report({
          node,
          near: request.anchor,
          messageId: 'traced',
          data: judge.data(row, request),
          suggest: edit ? [{ messageId: 'writeNull', edits: [edit] }] : undefined,
        });
      }
    }
    for (const { row, use } of judge.features(facts, NAME)) {
      if (use.isAssumed) continue;
      report({ node: use.node, near: use.near, messageId: 'traced', data: judge.data(row) });
    }
  },
});
