import { createRule, type RuleInput, type Suggestion } from '../src/plugin/create-rule.js';
import type { CoroutineUse } from '../src/dataflow/control/coroutine-uses.js';
import type { ApiRequest } from '../src/facts/facts.js';
import { isJudged } from '../src/judgement/judge.js';
import { enclosingFunction, programOf, type Node } from '../src/dataflow/syntax/nodes.js';
import { asyncClientEdit } from '../src/languages/python/edit/async-client.js';
import { insertAwait, removeAwait } from '../src/languages/python/edit/await.js';
import { grouped } from '../src/util/grouped.js';

type Messages = 'syncClient' | 'neverAwaited' | 'makeAsync' | 'removeAwait' | 'addAwait';
type Input = RuleInput<object, Messages>;

export default createRule<object, Messages>({
  name: 'no-misused-await',
  description: 'Disallow `await` on a synchronous client of Python, and requests that are never awaited.',
  fixable: true,
  hasSuggestions: true,
  recommended: 'warn',
  strict: 'error',
  messages: {
    syncClient:
      '`{{name}}` of a synchronous client is awaited: the request is sent and kept like any other, then the `await` raises `TypeError` and the answer is lost. Use the asynchronous client, or no `await`. (Checked with openai-python 3.3.1.)',
    neverAwaited:
      'The coroutine of `{{name}}` is never awaited, so nothing is sent. Await it. (Checked with openai-python 3.3.1.)',
    makeAsync: 'Make the client an asynchronous one.',
    removeAwait: 'Remove the `await`.',
    addAwait: 'Await the request.',
  },
  defaults: {},
  check(input) {
    const byCall = grouped<ApiRequest, Node>(input.facts.requests, ({ node }) => node);
    const awaited = new Set(
      [...byCall].flatMap(([node, requests]) => (isMisused(requests, 'sync', 'awaited') ? [node] : [])),
    );
    for (const requests of byCall.values()) {
      const [request] = requests;
      if (!request?.result || !requests.every(isOfOpenAI)) continue;
      if (awaited.has(request.node)) reportAwaited(request, request.result, awaited, input);
      else if (isMisused(requests, 'async', 'discarded')) reportDiscarded(request, input);
    }
  },
});

/** Whether a request goes to OpenAI, or to its models in another cloud: the client is the same there. */
function isOfOpenAI({ client }: ApiRequest): boolean {
  return isJudged(client) || client.host.class === 'other-cloud';
}

/** Whether a call is used in a way in which no client that it may reach answers. */
function isMisused(
  requests: readonly ApiRequest[],
  mode: 'sync' | 'async',
  kind: CoroutineUse['kind'],
): boolean {
  return requests.every(
    ({ client, result, isCalledHere }) => isCalledHere && client.mode === mode && result?.kind === kind,
  );
}

function reportAwaited(
  request: ApiRequest,
  { node }: CoroutineUse,
  awaited: ReadonlySet<Node>,
  { report, source }: Input,
): void {
  const { client, body, callee, name, frame } = request;
  const change = client.parent ? null : asyncClientEdit(client.node, frame.unit, awaited);
  // The stream of an asynchronous client is read in another way.
  const isStream = body.read('stream').some(({ kind }) => kind !== 'absent');
  const isFixable = change !== null && change.isSafe && !isStream;
  const without = removeAwait(node, source);
  const suggest: Suggestion<Messages>[] = [
    ...(change && !isFixable ? [{ messageId: 'makeAsync' as const, edits: change.edits }] : []),
    ...(without ? [{ messageId: 'removeAwait' as const, edits: without }] : []),
  ];
  report({
    node: callee,
    messageId: 'syncClient',
    data: { name },
    fix: isFixable ? change.edits : undefined,
    suggest,
  });
}

function reportDiscarded({ node, callee, name }: ApiRequest, { report }: Input): void {
  const isAsync = enclosingFunction(node)?.async === true && programOf(node) === programOf(callee);
  report({
    node: callee,
    messageId: 'neverAwaited',
    data: { name },
    suggest: isAsync ? [{ messageId: 'addAwait', edits: insertAwait(node) }] : undefined,
  });
}
