import { createRule, type RuleInput } from '../src/plugin/create-rule.js';
import type { ApiRequest } from '../src/facts/facts.js';
import { policyAsOf } from '../src/policy/index.js';
import { proofOf, type Doubt } from '../src/judgement/proof.js';
import { causeOf } from '../src/judgement/doubt-words.js';
import { ISSUES } from '../src/plugin/version.js';
import { unwrap, type Node } from '../src/dataflow/syntax/nodes.js';

interface Options {
  /** Also where only parts of the input are out of view. */
  readonly inputs: boolean;
}

type Messages = 'unproven' | 'unsettled' | 'unanalysed' | 'defect';
type Input = RuleInput<Options, Messages>;

/** More names than this are counted. */
const MAX_NAMES = 3;

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
      const data = { doubts: listed(proof.doubts, request, input), asOf };
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

/** `store`, `background` and 4 more: spread of parameter `options` */
function listed(doubts: readonly Doubt[], request: ApiRequest, input: Input): string {
  const byCause = new Map<string, Set<string>>();
  for (const { about, lostAt } of doubts) {
    const written = causeOf(lostAt, request, input.source.text);
    const cause = about === 'host' ? `baseURL is read from ${written}` : written;
    byCause.set(cause, (byCause.get(cause) ?? new Set()).add(about));
  }
  return [...byCause].map(([cause, names]) => `${namesOf([...names])}: ${cause}`).join('; ');
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
