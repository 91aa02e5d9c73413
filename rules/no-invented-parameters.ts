import { clientOptionNames } from '../src/catalog/index.js';
import { createRule, type RuleInput } from '../src/plugin/create-rule.js';
import type { ApiRequest, Client, Facts, OptionsView } from '../src/facts/facts.js';
import { isJudged } from '../src/judgement/judge.js';
import {
  inventedName,
  inventedShape,
  isWrappersName,
  policyAsOf,
  type InventedPlace,
} from '../src/policy/index.js';
import { removalOf } from '../src/languages/javascript/edit/remove-key.js';
import type { Node } from '../src/dataflow/syntax/nodes.js';
import type { WrittenKey } from '../src/dataflow/model/object-state.js';

interface Options {
  /** Metadata keys that promise privacy by their words. */
  readonly metadataByShape: boolean;
  /** Assignments to environment variables that nobody reads. */
  readonly environment: boolean;
  /** Body keys that no version of the SDK knows. */
  readonly unknownKeys: boolean;
}

type Messages = 'invented' | 'shape' | 'unknown' | 'remove';
type Input = RuleInput<Options, Messages>;

const NO_EFFECT: Readonly<Record<InventedPlace, string>> = {
  body: 'The API has no such field and answers 400, so the call has never worked; without the field it will succeed.',
  query: 'The API has no such query parameter and ignores it or answers 400.',
  header: 'OpenAI ignores request headers that it does not know, so the call works and nothing is kept out.',
  'header-value': 'OpenAI knows no such value, so the call works and nothing is kept out.',
  metadata: 'Metadata is free text that OpenAI keeps with the object; it switches nothing.',
  'client-option': 'The client has no such option and ignores it.',
  environment: 'Neither the SDK nor the API reads this variable.',
};

/** What Python's SDK does with a name that is not in a signature. */
const RAISES: Readonly<Partial<Record<InventedPlace, string>>> = {
  body: 'The SDK raises `TypeError` for it before anything is sent, so the call has never worked; without the argument it will succeed.',
  'client-option':
    'The SDK raises `TypeError` for it, so the client has never been made; without the argument it will be.',
};

/** What happens to a name in `extra_body`, which the SDK sends as it is. */
const IS_SENT = 'The SDK sends what `extra_body` holds as it is.';

const REMEDY =
  'Retention is a control of the organization or project that OpenAI approves; in a request only `store: false` exists.';

export default createRule<Options, Messages>({
  name: 'no-invented-parameters',
  description: 'Disallow privacy switches that OpenAI does not have.',
  fixable: true,
  hasSuggestions: true,
  recommended: 'error',
  strict: ['error', { metadataByShape: true, environment: true, unknownKeys: true }],
  messages: {
    invented: `\`{{name}}\` does not exist at OpenAI. {{effect}} ${REMEDY} (Checked {{asOf}}.)`,
    shape: `\`{{name}}\` promises privacy, but OpenAI has no such name. {{effect}} ${REMEDY} (Checked {{asOf}}.)`,
    unknown:
      '`{{name}}` is in no published version of the SDK for `{{operation}}`. If it is meant to protect data, it does not. (Checked {{asOf}}.)',
    remove: 'Remove `{{name}}`.',
  },
  schema: {
    metadataByShape: {
      type: 'boolean',
      description: 'Also report metadata keys that promise privacy by their words.',
    },
    environment: { type: 'boolean', description: 'Also report environment variables that nobody reads.' },
    unknownKeys: { type: 'boolean', description: 'Also report body keys that no version of the SDK knows.' },
  },
  defaults: { metadataByShape: false, environment: false, unknownKeys: false },
  check(input) {
    const elsewhere = new Set<Node>();
    for (const client of clientsOf(input)) checkClient(client, input, elsewhere);
    for (const request of input.facts.requests) checkRequest(request, input, elsewhere);
    for (const { name, node, value, property } of input.facts.headers) {
      if (!elsewhere.has(property ?? node)) checkHeader(name, value, node, property, input, node);
    }
    if (!input.options.environment) return;
    for (const { name, node } of input.facts.environment) {
      if (inventedName(name, 'environment') ?? inventedShape(name, 'environment')) {
        judge(name, 'environment', node, null, input, node);
      }
    }
  },
});

function clientsOf({ facts }: Input): ReadonlySet<Client> {
  return new Set([...facts.clients, ...facts.requests.map(({ client }) => client)]);
}

function checkClient(client: Client, input: Input, elsewhere: Set<Node>): void {
  const headers = insideOf(client.options, 'defaultHeaders');
  if (!isJudged(client)) {
    if (client.host.class !== 'unknown') markElsewhere(headers, elsewhere);
    return;
  }
  for (const { key, node } of client.options.keys()) {
    if (clientOptionNames().has(key)) continue;
    if (
      inventedName(key, 'client-option') ??
      inventedName(key, 'body') ??
      inventedShape(key, 'client-option')
    ) {
      const raises = client.hasSignatures && RAISES['client-option'];
      judge(key, 'client-option', keyOf(node), node, input, client.node, raises || undefined);
    }
  }
  checkHeaders(headers, input, client.node);
}

function checkRequest(request: ApiRequest, input: Input, elsewhere: Set<Node>): void {
  if (!isJudged(request.client)) {
    if (request.client.host.class !== 'unknown') markElsewhere([request.headers], elsewhere);
    return;
  }
  const extra = [...(request.extraBody ? [request.extraBody] : []), ...insideOf(request.body, 'extra_body')];
  const sent = new Set(extra.flatMap((view) => view.keys().map(({ node }) => node)));
  for (const body of [request.body, ...extra]) {
    for (const written of body.keys())
      checkBodyKey(written, request, input, effectInPython(written, request, sent));
  }
  for (const { key, node } of request.beside?.keys() ?? []) {
    if (inventedName(key, 'body') ?? inventedShape(key, 'body'))
      judge(key, 'body', keyOf(node), node, input, request.anchor, request.terms?.unknownKeys);
  }
  for (const metadata of insideOf(request.body, 'metadata')) {
    for (const { key, node } of metadata.keys()) {
      const isShape = input.options.metadataByShape && inventedShape(key, 'metadata');
      if (inventedName(key, 'metadata') ?? isShape)
        judge(key, 'metadata', keyOf(node), node, input, request.anchor);
    }
  }
  checkHeaders([request.headers], input, request.anchor);
}

/** What Python's SDK does with a name that it does not know; `undefined` for any other request. */
function effectInPython(
  { key, node }: WrittenKey,
  { client, knownNames }: ApiRequest,
  sent: ReadonlySet<WrittenKey['node']>,
): string | undefined {
  if (!client.hasSignatures) return undefined;
  if (sent.has(node)) return `${IS_SENT} ${inventedName(key, 'body')?.effect ?? NO_EFFECT.body}`;
  return knownNames === null ? undefined : RAISES.body;
}

function checkBodyKey(
  written: WrittenKey,
  request: ApiRequest,
  input: Input,
  effect: string | undefined,
): void {
  const { key, node, isDropped } = written;
  const isKnown = request.knownNames?.includes(key) ?? false;
  if (isKnown || isTakenThere(key, request, input) || key === 'extra_body') return;
  const isClosed = request.knownNames !== null;
  const onItsWay = effect ?? (isDropped === false ? undefined : request.terms?.unknownKeys);
  if (
    inventedName(key, 'body') ??
    (isClosed && (inventedShape(key, 'body') || isWithoutWrapper(key, request)))
  ) {
    judge(key, 'body', keyOf(node), node, input, request.anchor, onItsWay);
    return;
  }
  const promise = isClosed ? promiseInside(written, request) : undefined;
  if (promise) {
    judge(`${key}.${promise.key}`, 'body', keyOf(promise.node), node, input, request.anchor, onItsWay);
  } else if (isClosed && input.options.unknownKeys && !isRealElsewhere(key)) {
    const data = { name: key, operation: request.name, asOf: policyAsOf().newest };
    input.report({ node: keyOf(node), near: request.anchor, messageId: 'unknown', data });
  }
}

/** One call through either of two clients, `on ? new PostHogOpenAI(…) : new OpenAI()`: what one of them takes is real. */
function isTakenThere(key: string, { node }: ApiRequest, { facts }: Input): boolean {
  let known = namesTaken.get(facts);
  if (!known) {
    namesTaken.set(facts, (known = new Map()));
    for (const { node: call, client } of facts.requests) {
      if (client.bodyNames) known.set(call, [...(known.get(call) ?? []), ...client.bodyNames]);
    }
  }
  return known.get(node)?.includes(key) ?? false;
}

/** By call, the names that one of its clients takes. */
const namesTaken = new WeakMap<Facts, Map<Node, readonly string[]>>();

/** A name that only a wrapper takes, where the client is in view and nothing wraps it. */
function isWithoutWrapper(key: string, { client }: ApiRequest): boolean {
  return isWrappersName(key) && client.host.class === 'openai';
}

/** A gateway's promise inside an object that OpenAI does not know: `provider: { zdr: true }`. */
function promiseInside({ value, frame }: WrittenKey, { body }: ApiRequest): WrittenKey | undefined {
  if (value.type === 'Literal') return undefined;
  return body
    .inside(value, frame)
    .keys()
    .find(({ key }) => inventedShape(key, 'body'));
}

/** Real at another endpoint: that is for `no-ineffective-control` to say. */
function isRealElsewhere(key: string): boolean {
  return key === 'store';
}

function checkHeaders(views: readonly OptionsView[], input: Input, near: Node): void {
  for (const view of views) {
    for (const { key, node } of view.keys()) {
      const [reading] = view.read(key);
      const value =
        reading?.kind === 'set' && reading.value.kind === 'constant'
          ? String(reading.value.value)
          : undefined;
      checkHeader(key, value, keyOf(node), node, input, near);
    }
  }
}

function checkHeader(
  name: string,
  value: string | undefined,
  at: Node,
  owner: Node | null,
  input: Input,
  near: Node,
): void {
  const pair = `${name}: ${value ?? ''}`;
  if (inventedName(name, 'header') ?? inventedShape(name, 'header'))
    judge(name, 'header', at, owner, input, near);
  else if (
    value !== undefined &&
    (inventedName(pair, 'header-value') ?? inventedShape(pair, 'header-value'))
  ) {
    judge(pair, 'header-value', at, owner, input, near);
  }
}

/** Reports a name, with the facts of its row where it has one. */
function judge(
  name: string,
  place: InventedPlace,
  at: Node,
  owner: Node | null,
  input: Input,
  near: Node,
  /** What happens to the name on its way, where that is not what the row says. */
  onItsWay?: string,
): void {
  const row = inventedName(name, place);
  if (row?.confidence === 'low') return;
  const removal = owner ? removalOf(owner, input.source) : null;
  const effect = onItsWay ?? row?.effect ?? NO_EFFECT[place];
  const data = { name, effect, asOf: row?.asOf ?? policyAsOf().newest };
  input.report({
    node: at,
    near,
    messageId: row ? 'invented' : 'shape',
    data,
    fix: removal?.isSafe ? removal.edits : undefined,
    suggest:
      removal && !removal.isSafe
        ? [{ messageId: 'remove', data: { name }, edits: removal.edits }]
        : undefined,
  });
}

function insideOf(view: OptionsView, key: string): readonly OptionsView[] {
  return view
    .read(key)
    .flatMap((alternative) =>
      alternative.kind === 'set' ? [view.inside(alternative.valueNode, alternative.frame)] : [],
    );
}

function markElsewhere(views: readonly OptionsView[], elsewhere: Set<Node>): void {
  for (const view of views) for (const { node } of view.keys()) elsewhere.add(node);
}

function keyOf(node: WrittenKey['node']): Node {
  if (node.type === 'Property') return node.key;
  return node.left.type === 'MemberExpression' ? node.left.property : node.left;
}
