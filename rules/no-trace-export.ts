import { createRule } from '../src/plugin/create-rule.js';
import { setPropertyValue } from '../src/languages/javascript/edit/index.js';

const NAME = 'no-trace-export';

interface Options {
  /** Also where agents are run and no switch of tracing is in view. */
  readonly unswitched: boolean;
}

export default createRule<Options, 'traced' | 'writeNull'>({
  name: NAME,
  description: 'Disallow traces of sessions and agents, which OpenAI keeps for its dashboard.',
  hasSuggestions: true,
  recommended: 'error',
  strict: ['error', { unswitched: true }],
  messages: {
    traced: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)',
    writeNull: 'Write `tracing: null`.',
  },
  schema: {
    unswitched: {
      type: 'boolean',
      description:
        'Also report files that run agents where nothing in view switches tracing off: the file, what it imports, and `setup` and `env` of the settings.',
    },
  },
  defaults: { unswitched: false },
  check({ facts, options, judge, source, report }) {
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
      if (use.isAssumed && !options.unswitched) continue;
      report({ node: use.node, near: use.near, messageId: 'traced', data: judge.data(row) });
    }
  },
});
