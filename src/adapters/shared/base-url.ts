import type { Host } from '../../facts/facts.js';
import { unwrap, type FunctionNode, type Node } from '../../dataflow/syntax/nodes.js';
import { returnedExpressions } from '../../dataflow/syntax/statements.js';
import { patternPath } from '../../dataflow/syntax/destructuring.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';
import { definitionsOf } from '../../dataflow/evaluate/variables.js';
import type { Alternative, Reading } from '../../dataflow/model/object-state.js';
import { isOthers } from './host-alternatives.js';
import type { CallContext, AccessPath, AbstractValue } from '../../dataflow/model/abstract-value.js';
import { memberNames } from '../../dataflow/model/access-path.js';
import type { FileView } from './file-view.js';
import { hostOfUrl } from './hosts.js';

/** Environment variables that hold OpenAI's own base URL by convention. */
const OWN_BASE_URL = /^(?!.*AZURE)(?:[A-Z]+_)*OPENAI_(?:API_)?(?:BASE_?URL|BASE|HOST|ENDPOINT)$/;

/**
 * What a `fetch` of the user's own says of where requests go: nowhere, where it is a test's stand-in for the network; and
 * nothing can be told of a body that it writes `store` into. `null` where it says nothing.
 */
export function hostOfFetch(reading: readonly Alternative[]): Host | null {
  if (reading.some(isMockedFetch)) return { class: 'local', name: 'a mocked fetch' };
  const rewriting = reading.find((found) => found.kind === 'set' && /\bstore\b/.test(textOf(found.value)));
  return rewriting ? { class: 'unknown', node: rewriting.node! } : null;
}

/** A mock of a test framework's, or a function each of whose ways out gives a response that it makes itself. */
function isMockedFetch(alternative: Alternative): boolean {
  if (alternative.kind !== 'set') return false;
  const { value } = alternative;
  if (value.kind === 'function') return isAnswering(value.node, value.frame.unit);
  if (value.kind !== 'path') return false;
  const from = value.root.kind === 'global' ? value.root.name : value.root.specifier;
  return /^(?:vi|vitest|jest|@jest\/globals|sinon|mock|node:test|bun:test)$/.test(from);
}

/** Whatever else a function returns may come from the network. */
function isAnswering(fn: FunctionNode, unit: SourceModule): boolean {
  const returned = returnedExpressions(fn);
  return returned.length > 0 && returned.every((expression) => isMadeResponse(expression, unit, new Set()));
}

/** `new Response(…)`, `Response.json(…)`, `Promise.resolve(…)` of one, and a constant that holds one. */
function isMadeResponse(expression: Node, unit: SourceModule, seen: Set<Node>): boolean {
  const node = unwrap(expression);
  if (seen.has(node)) return false;
  seen.add(node);
  const isMade = (inner: Node) => isMadeResponse(inner, unit, seen);
  const isGlobal = (name: Node, text: string) =>
    name.type === 'Identifier' && name.name === text && !unit.variable(name);
  switch (node.type) {
    case 'NewExpression':
      return isGlobal(node.callee, 'Response');
    case 'CallExpression': {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
      const { name } = callee.property;
      if (isGlobal(callee.object, 'Promise'))
        return name === 'resolve' && !!node.arguments[0] && isMade(node.arguments[0]);
      if (isGlobal(callee.object, 'Response')) return /^(?:json|error|redirect)$/.test(name);
      return name === 'clone' && isMade(callee.object);
    }
    case 'ConditionalExpression':
      return isMade(node.consequent) && isMade(node.alternate);
    case 'LogicalExpression':
      return isMade(node.left) && isMade(node.right);
    case 'Identifier': {
      const variable = unit.variable(node);
      const writes = variable ? definitionsOf(variable) : [];
      const isPlain = ({ identifier, operator }: { identifier: Node; operator: string }) =>
        operator === '=' && patternPath(identifier).steps.length === 0;
      return writes.length > 0 && writes.every((write) => isPlain(write) && isMade(write.source));
    }
    default:
      return false;
  }
}

/** The text of a function that is in view. */
function textOf(value: AbstractValue): string {
  return value.kind === 'function' ? value.frame.unit.source.text.slice(...value.node.range) : '';
}

export function asAlternative(value: AbstractValue, node: Node, frame: CallContext): Alternative {
  if (value.kind === 'unknown')
    return { kind: 'unknown', reason: value.reason, node, ...(value.isOptional ? { isOptional: true } : {}) };
  return { kind: 'set', value, node: node as never, valueNode: node, frame };
}

/**
 * The host that a base URL means. One alternative that surely is OpenAI's counts, whatever the others are. A value that
 * is empty says "the default" only when nothing else can stand there: helpers that read a URL give `null` for a bad one.
 */
export function urlHost(reading: readonly Alternative[], view: FileView, inherited: Host): Host {
  const written = reading.filter((alternative) => !isEmptyValue(alternative));
  if (written.length === 0) return inherited;
  const hosts = written.map((alternative) => hostOf(alternative, view, inherited));
  if (inherited.class === 'openai' && isOpenOrLeftOut(written, hosts, reading))
    return { ...inherited, isOneOf: true, isByDefault: true };
  const fallback = isAlwaysAsked(written) ? undefined : hosts.find((host) => isOthers(host.class));
  const decided =
    hosts.find((host) => host.class === 'openai') ??
    hosts.find((host) => host.class === 'unseen') ??
    // `env.URL ?? 'https://other.vendor'`: the default says whose client it is.
    fallback ??
    // Of hosts that are not OpenAI's the least known: nothing must be claimed of the others.
    hosts.find((host) => host.class === 'unknown') ??
    hosts[0]!;
  if (decided.class === 'openai' && written.some(({ kind }) => kind === 'unknown'))
    return { ...decided, isOneOf: true, isByDefault: true };
  const isOneOf = !isOthers(decided.class) && hosts.some((host) => isOthers(host.class));
  return isOneOf ? { ...decided, isOneOf } : decided;
}

/** Whether a condition chooses among the alternatives, rather than a default that stands for what is not given. */
function isAlwaysAsked(written: Reading): boolean {
  return written.some(
    (found) => found.kind === 'set' && unwrap(found.valueNode).type === 'ConditionalExpression',
  );
}

/** Whether no host is known, and nothing may be given: `url?: string`, `url || undefined`. */
function isOpenOrLeftOut(written: Reading, hosts: readonly Host[], reading: Reading): boolean {
  if (!hosts.every((host, i) => host.class === 'unknown' || written[i]!.kind === 'absent')) return false;
  const isLeftOut = (alternative: Alternative) =>
    alternative.kind === 'absent' || (alternative.kind === 'unknown' && alternative.isOptional === true);
  return hosts.some((host) => host.class === 'unknown') && reading.some(isLeftOut);
}

/** Written, but as `undefined`, `null` or an empty string. */
function isEmptyValue(alternative: Alternative): boolean {
  if (alternative.kind === 'absent') return alternative.node !== null;
  return (
    alternative.kind === 'set' &&
    alternative.value.kind === 'constant' &&
    (alternative.value.value === null || alternative.value.value === '')
  );
}

function hostOf(alternative: Alternative, view: FileView, inherited: Host): Host {
  if (alternative.kind === 'absent') return inherited;
  if (alternative.kind === 'unknown') return { class: 'unknown', node: alternative.node };
  const { value, node } = alternative;
  if (value.kind === 'constant') return { ...hostOfUrl(String(value.value), view.settings), node };
  if (value.kind === 'text') return { ...hostOfUrl(value.text, view.settings), node };
  const byDefault = value.kind === 'path' ? defaultInSchema(value) : undefined;
  if (byDefault !== undefined) {
    const host = hostOfUrl(byDefault, view.settings);
    return host.class === 'openai' ? { ...host, node, isOneOf: true, isByDefault: true } : { ...host, node };
  }
  if (value.kind === 'path' && isOwnBaseUrl(value)) return { class: 'openai', node };
  const exported = value.kind === 'path' ? exportedUrl(value) : undefined;
  if (exported !== undefined) return { ...hostOfUrl(exported, view.settings), node };
  return { class: 'unknown', node };
}

/** The text that a schema gives a key that its input lacks: `z.object({ url: z.string().default('…') }).parse(input).url`. */
function defaultInSchema(path: AccessPath): string | undefined {
  if (path.root.kind !== 'module' || !/^(?:zod|valibot|yup|joi)\b/.test(path.root.specifier))
    return undefined;
  const name = path.step?.kind === 'member' ? path.step.name : undefined;
  for (let at = path.parent; at; at = at.parent) {
    const shape = at.step?.kind === 'call' ? at.step.args[0] : undefined;
    if (shape?.type !== 'ObjectExpression') continue;
    const property = shape.properties.find(
      (one) => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === name,
    );
    if (property?.type === 'Property') return defaultIn(property.value);
  }
  return undefined;
}

/** `'text'` in `z.string().default('text').describe(…)`. */
function defaultIn(schema: Node): string | undefined {
  for (let at = unwrap(schema); at.type === 'CallExpression';) {
    const { callee, arguments: args } = at;
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
    const [value] = args;
    if (callee.property.name === 'default' && value?.type === 'Literal' && typeof value.value === 'string')
      return value.value;
    at = unwrap(callee.object);
  }
  return undefined;
}

/** Exports of packages that are the text of a base URL. */
const URL_EXPORTS: Readonly<Record<string, string>> = {
  'portkey-ai PORTKEY_GATEWAY_URL': 'https://api.portkey.ai/v1',
};

function exportedUrl(path: AccessPath): string | undefined {
  return path.root.kind === 'module'
    ? URL_EXPORTS[`${path.root.specifier} ${memberNames(path).join('.')}`]
    : undefined;
}

/** `process.env.OPENAI_BASE_URL` and its relatives, which default to OpenAI when they are not set. */
export function isOwnBaseUrl(path: AccessPath): boolean {
  const name = environmentName(path);
  return name !== undefined && OWN_BASE_URL.test(name);
}

/** `NAME` in `process.env.NAME`, `env.NAME.replace(…)`, `Deno.env.get('NAME')`: the last name that is not in small letters. */
function environmentName(path: AccessPath): string | undefined {
  for (let at: AccessPath | null = path; at?.step; at = at.parent) {
    const { step } = at;
    if (step.kind === 'call' && at.parent?.step?.kind === 'member' && at.parent.step.name === 'get') {
      const [name] = step.args;
      if (name?.type === 'Literal') return String(name.value);
    }
    const isOfText = step.kind === 'call' || (step.kind === 'member' && TEXT_METHODS.has(step.name));
    if (!isOfText) return memberNames(at).at(-1);
  }
  return undefined;
}

/** Methods of strings after which a URL is still the same host's. */
const TEXT_METHODS = new Set(['replace', 'replaceAll', 'toString', 'trim', 'trimEnd', 'trimStart', 'concat']);
