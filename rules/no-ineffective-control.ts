import { createRule, type RuleInput } from '../src/plugin/create-rule.js';
import type { ApiRequest, OptionsView } from '../src/facts/facts.js';
import { isJudged } from '../src/judgement/judge.js';
import { policyAsOf, rowsOwnedBy, selects } from '../src/policy/index.js';
import { removalOf } from '../src/languages/javascript/edit/remove-key.js';
import type { Node } from '../src/dataflow/syntax/nodes.js';
import type { WrittenKey } from '../src/dataflow/model/object-state.js';

const NAME = 'no-ineffective-control';

/** Request fields that decide what is kept, and that people write in places where nobody reads them. */
const CONTROLS = new Set([
  'store',
  'prompt_cache_retention',
  'prompt_cache_options',
  'tracing',
  'expires_after',
]);

type Messages =
  'feature' | 'clientOption' | 'requestOption' | 'query' | 'metadata' | 'otherEndpoint' | 'beside' | 'remove';
type Input = RuleInput<object, Messages>;

export default createRule<object, Messages>({
  name: NAME,
  description: 'Disallow real privacy switches in places where they do nothing.',
  hasSuggestions: true,
  recommended: 'error',
  strict: 'error',
  messages: {
    feature: '`{{name}}` has no effect here. {{keeps}} {{remedy}} (Checked {{asOf}}.)',
    clientOption:
      '`{{name}}` is no option of the client, which ignores it: every request is sent as if it were not there. Write it in the body of each request. (Checked {{asOf}}.)',
    requestOption:
      '`{{name}}` is no request option, so it is dropped and OpenAI never sees it. Write it in the body, the argument before. (Checked {{asOf}}.)',
    query:
      '`{{name}}` only lands in the URL, where OpenAI does not read it. Write it in the body of each request. (Checked {{asOf}}.)',
    metadata:
      '`{{name}}` in `metadata` is free text that OpenAI keeps with the object; it switches nothing. Write it in the body itself. (Checked {{asOf}}.)',
    otherEndpoint:
      '`{{operation}}` has no `{{name}}`; the API answers 400 or ignores it. What this endpoint keeps cannot be switched in the request. (Checked {{asOf}}.)',
    beside:
      '`{{name}}` is no option of `{{operation}}`, which drops it, so OpenAI never sees it. {{remedy}} (Checked {{asOf}}.)',
    remove: 'Remove `{{name}}`.',
  },
  defaults: {},
  check(input) {
    for (const client of input.facts.clients) {
      if (!isJudged(client)) continue;
      checkKeys(client.options, 'clientOption', client.node, input);
      for (const query of insideOf(client.options, 'defaultQuery'))
        checkKeys(query, 'query', client.node, input);
    }
    for (const request of input.facts.requests) {
      if (!isJudged(request.client)) continue;
      checkKeys(request.requestOptions, 'requestOption', request.anchor, input);
      for (const query of insideOf(request.requestOptions, 'query')) {
        checkKeys(query, 'query', request.anchor, input);
      }
      for (const metadata of insideOf(request.body, 'metadata')) {
        checkKeys(metadata, 'metadata', request.anchor, input);
      }
      checkEndpoint(request, input);
      if (request.beside) checkBeside(request, request.beside, input);
    }
    checkFeatures(input);
  },
});

/** What the adapters of other libraries found to be dropped, overridden or too late. */
function checkFeatures({ facts, judge, source, report }: Input): void {
  for (const { row, use } of judge.features(facts, NAME)) {
    const removal = use.removable ? removalOf(use.removable, source) : null;
    report({
      node: use.node,
      near: use.near,
      messageId: 'feature',
      data: { ...judge.data(row), name: use.name },
      suggest: removal
        ? [{ messageId: 'remove', data: { name: use.name }, edits: removal.edits }]
        : undefined,
    });
  }
}

function checkKeys(view: OptionsView, messageId: Messages, near: Node, input: Input): void {
  for (const written of view.keys()) {
    if (CONTROLS.has(written.key)) reportKey(written, messageId, near, {}, input);
  }
}

/** Options around the body: `store` beside `providerOptions`. */
function checkBeside(request: ApiRequest, beside: OptionsView, input: Input): void {
  const remedy = request.terms?.remedies?.store ?? '';
  for (const written of beside.keys()) {
    if (CONTROLS.has(written.key))
      reportKey(written, 'beside', request.anchor, { operation: request.name, remedy }, input);
  }
}

/** `store` on an endpoint that has none. */
function checkEndpoint(request: ApiRequest, input: Input): void {
  if (request.knownNames === null || request.knownNames.includes('store')) return;
  const isReal = rowsOwnedBy('no-store').some(
    (row) =>
      row.kind === 'parameter' &&
      request.operations.some(({ method, path }) =>
        row.endpoints.some((selector) => selects(selector, method, path)),
      ),
  );
  if (isReal) return;
  for (const written of request.body.keys()) {
    if (written.key === 'store')
      reportKey(written, 'otherEndpoint', request.anchor, { operation: request.name }, input);
  }
}

function reportKey(
  { key, node }: WrittenKey,
  messageId: Messages,
  near: Node,
  extra: Readonly<Record<string, string>>,
  { report, source }: Input,
): void {
  const removal = removalOf(node, source);
  const data = { name: key, asOf: policyAsOf().newest, ...extra };
  report({
    node,
    near,
    messageId,
    data,
    suggest: removal ? [{ messageId: 'remove', data: { name: key }, edits: removal.edits }] : undefined,
  });
}

function insideOf(view: OptionsView, key: string): readonly OptionsView[] {
  return view
    .read(key)
    .flatMap((alternative) =>
      alternative.kind === 'set' ? [view.inside(alternative.valueNode, alternative.frame)] : [],
    );
}
