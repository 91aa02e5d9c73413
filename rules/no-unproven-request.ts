import { createRule } from '../src/plugin/create-rule.js';
import { policyAsOf } from '../src/policy/index.js';
import { proofOf } from '../src/judgement/proof.js';
import { doubtsInWords } from '../src/judgement/doubt-words.js';
import { ISSUES } from '../src/plugin/version.js';
import { unwrap, type Node } from '../src/dataflow/syntax/nodes.js';

interface Options {
  /** Also where only parts of the input are out of view. */
  readonly inputs: boolean;
}

type Messages = 'unproven' | 'unsettled' | 'unanalysed' | 'defect';

export default createRule<Options, Messages>({
  name: 'no-unproven-request',
  description: 'Disallow requests of which it cannot be read what OpenAI keeps.',
  recommended: 'off',
  strict: 'error',
  messages: {
    unanalysed:
      'Cannot determine whether this call sends something to OpenAI: the code takes more work than is done, so it is not analysed to the end. Create the client, or write the address, closer to the call.',
    defect:
      'Cannot check this file: the plugin failed ({{error}}), which is a defect of the plugin. Report it with this file at {{issues}}.',
    unproven:
      'It cannot be read here what OpenAI keeps of this request: {{doubts}}. Write it out where the request is made, behind what is spread; a host of your own can be named in the settings. (OpenAI policy as of {{asOf}}.)',
    unsettled:
      'What was read of OpenAI’s pages does not say what is kept of this request: {{doubts}}. Write what they cover, or ask OpenAI. (OpenAI policy as of {{asOf}}.)',
  },
  schema: {
    inputs: {
      type: 'boolean',
      description: 'Also report requests of which only input or messages are out of view.',
    },
  },
  defaults: { inputs: false },
  includesLikely: true,
  runsLast: true,
  check(input) {
    for (const { node, cause, error = '' } of input.facts.unanalysed) {
      if (cause === 'defect') input.report({ node, messageId: 'defect', data: { error, issues: ISSUES } });
      else input.report({ node: calleeNameOf(node), messageId: 'unanalysed' });
    }
    for (const request of input.facts.requests) {
      // What is put together for a call in another file is that file's matter.
      if (!request.isCalledHere) continue;
      const proof = proofOf(request, input.judge, input.options);
      if (proof.verdict !== 'unproven') continue;
      const dates = proof.doubts.flatMap(({ asOf }) => asOf ?? []);
      const isRead = dates.length === proof.doubts.length;
      const asOf = isRead ? [...dates].sort().at(-1)! : policyAsOf().newest;
      const data = { doubts: doubtsInWords(proof.doubts, request, input.source.text).join('; '), asOf };
      input.report({ node: request.anchor, messageId: isRead ? 'unsettled' : 'unproven', data });
    }
  },
});

/** `create` in `client.responses.create(…)`. */
function calleeNameOf(call: Node): Node {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return call;
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? callee.property : callee;
}
