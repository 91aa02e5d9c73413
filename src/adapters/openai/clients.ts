import type { Client, Host } from '../../facts.js';
import type { Node } from '../../tracking/ast.js';
import type { Alternative, Bag } from '../../tracking/bag.js';
import type { Frame } from '../../tracking/frame.js';
import { memberNames, type Path, type Step } from '../../tracking/value.js';
import { optionsView, type FileView } from '../file-view.js';
import { cloudClass, hostOfUrl } from '../hosts.js';

export type ClientClass = 'OpenAI' | 'AzureOpenAI' | 'BedrockOpenAI' | 'OpenAIApi';

type NewStep = Extract<Step, { kind: 'new' | 'call' }>;

const LIBRARY = 'openai';

/** Environment variables that hold OpenAI's own base URL by convention. */
const OWN_BASE_URL = /^(?:[A-Z]+_)*OPENAI_(?:API_)?(?:BASE_?URL|BASE|HOST|ENDPOINT)$/;

/** A client that is constructed in view. */
export function constructedClient(cls: ClientClass, step: NewStep, node: Node, view: FileView): Client {
  const { args, frame } = step;
  const [first] = args;
  const bags = first ? (first.type === 'SpreadElement' ? null : view.reader.bags(first, frame)) : [];
  const options = optionsView(bags ?? [unreadable(first!)], view.reader);
  const given =
    args.length === 0 ? defaultHost(cls, view) : hostOfOptions(cls, options.bags, args, frame, view);
  const written = cloudOf(cls) ? [] : writtenBaseUrls(node, frame, view);
  const host = written.length > 0 ? urlHost(written, view, given) : given;
  return { library: LIBRARY, node, host, options, parent: null };
}

/** `client.baseURL = …`, somewhere after the client is made. */
function writtenBaseUrls(made: Node, { unit }: Frame, { tracker }: FileView): Alternative[] {
  return (unit.memberWrites.get('baseURL') ?? []).flatMap((write) => {
    const isOfClient = tracker
      .values(write.object, unit.root)
      .some(({ kind, node }) => kind === 'path' && node === made);
    if (!isOfClient) return [];
    return tracker
      .values(write.value, unit.root)
      .map((value) => asAlternative(value, write.value, unit.root));
  });
}

/** `client.withOptions({ … })`: the same client except for what is written. */
export function derivedClient(parent: Client, step: NewStep, node: Node, view: FileView): Client {
  const [first] = step.args;
  const bags = first && first.type !== 'SpreadElement' ? view.reader.bags(first, step.frame) : [];
  const options = optionsView(bags, view.reader);
  const host = urlHost(options.read('baseURL'), view, parent.host);
  return { library: LIBRARY, node, host, options, parent };
}

/** A client that is made out of view; only its type is known. */
export function unseenClient(cls: ClientClass, node: Node, view: FileView): Client {
  const host: Host = cloudOf(cls) ? defaultHost(cls, view) : { class: 'unseen' };
  return { library: LIBRARY, node, host, options: optionsView([], view.reader), parent: null };
}

function cloudOf(cls: ClientClass): string | undefined {
  return cls === 'AzureOpenAI' ? 'azure' : cls === 'BedrockOpenAI' ? 'bedrock' : undefined;
}

function defaultHost(cls: ClientClass, view: FileView): Host {
  const cloud = cloudOf(cls);
  return cloud
    ? { class: cloudClass(cloud, view.settings), name: cloud }
    : { class: 'openai', name: 'api.openai.com' };
}

function hostOfOptions(
  cls: ClientClass,
  bags: readonly Bag[],
  args: readonly Node[],
  frame: Frame,
  view: FileView,
): Host {
  if (cloudOf(cls)) return cloudHost(cls, bags, view);
  if (cls === 'OpenAIApi') return legacyHost(bags, args, frame, view);
  const provider = view.reader.read(bags, 'provider').find(({ kind }) => kind !== 'absent');
  if (provider?.kind === 'set') return providerHost(provider, view);
  // `provider: create()`, and nobody sees what that makes.
  if (provider?.kind === 'unknown' && provider.written) return { class: 'unknown', node: provider.written };
  const isMocked = view.reader.read(bags, 'fetch').some((alternative) => isMockedFetch(alternative));
  if (isMocked) return { class: 'local', name: 'a mocked fetch' };
  const own = residencyHost(view.reader.read(bags, 'dataResidency')) ?? defaultHost(cls, view);
  return urlHost(view.reader.read(bags, 'baseURL'), view, own);
}

/** A test's stand-in for the network: a mock, or a function that answers without sending anything. */
function isMockedFetch(alternative: Alternative): boolean {
  if (alternative.kind !== 'set') return false;
  const { value } = alternative;
  if (value.kind === 'function') {
    const text = value.frame.unit.source.text.slice(...value.node.range);
    return /\bResponse\b/.test(text) && !/\b(?:fetch|request|axios|undici|got|ky)\b\s*[(.]/i.test(text);
  }
  if (value.kind !== 'path') return false;
  const from = value.root.kind === 'global' ? value.root.name : value.root.specifier;
  return /^(?:vi|vitest|jest|@jest\/globals|sinon|mock|node:test|bun:test)$/.test(from);
}

/** The class of a cloud's client is its cloud's, whatever the URL; the URL tells the name. */
function cloudHost(cls: ClientClass, bags: readonly Bag[], view: FileView): Host {
  const cloud = defaultHost(cls, view);
  const written = ['endpoint', 'baseURL'].flatMap((key) => view.reader.read(bags, key));
  const { name, node } = urlHost(written, view, cloud);
  return { ...cloud, ...(name === undefined ? {} : { name }), ...(node ? { node } : {}) };
}

/** `provider: bedrock()`, from `openai/providers/bedrock`. */
function providerHost({ value, node }: Extract<Alternative, { kind: 'set' }>, { settings }: FileView): Host {
  const specifier = value.kind === 'path' && value.root.kind === 'module' ? value.root.specifier : '';
  const name = /\/providers\/(\w+)/.exec(specifier)?.[1];
  return name === undefined
    ? { class: 'other-cloud', node }
    : { class: cloudClass(name, settings), name, node };
}

/** `dataResidency: 'eu'` is a host of OpenAI's, and excludes a base URL. */
function residencyHost(reading: readonly Alternative[]): Host | null {
  const written = reading.find((alternative) => alternative.kind === 'set');
  if (written?.kind !== 'set') return null;
  const { value, node } = written;
  if (value.kind !== 'constant') return { class: 'openai', node };
  if (typeof value.value !== 'string') return null;
  const name = value.value === 'global' ? 'api.openai.com' : `${value.value}.api.openai.com`;
  return { class: 'openai', name, node };
}

/** `new OpenAIApi(new Configuration({ basePath }), basePath)` of 3.x. */
function legacyHost(bags: readonly Bag[], args: readonly Node[], frame: Frame, view: FileView): Host {
  const own: Host = { class: 'openai', name: 'api.openai.com' };
  const second = args[1];
  if (second) {
    const values = view.tracker.values(second, frame);
    if (values.some((value) => value.kind !== 'constant' || value.value !== undefined)) {
      return urlHost(
        values.map((value) => asAlternative(value, second, frame)),
        view,
        own,
      );
    }
  }
  return urlHost(view.reader.read(bags, 'basePath'), view, own);
}

function asAlternative(
  value: ReturnType<FileView['tracker']['values']>[number],
  node: Node,
  frame: Frame,
): Alternative {
  if (value.kind === 'unknown') return { kind: 'unknown', reason: value.reason, node };
  return { kind: 'set', value, node: node as never, valueNode: node, frame };
}

/**
 * The host that a base URL means. One alternative that surely is OpenAI's counts, whatever the others are. A value that
 * is empty says "the default" only when nothing else can stand there: helpers that read a URL give `null` for a bad one.
 */
function urlHost(reading: readonly Alternative[], view: FileView, inherited: Host): Host {
  const written = reading.filter((alternative) => !isEmptyValue(alternative));
  if (written.length === 0) return inherited;
  const hosts = written.map((alternative) => hostOf(alternative, view, inherited));
  return (
    hosts.find((host) => host.class === 'openai') ??
    hosts.find((host) => host.class === 'unseen') ??
    // Of hosts that are not OpenAI's the least known: nothing must be claimed of the others.
    hosts.find((host) => host.class === 'unknown') ??
    hosts[0]!
  );
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
  if (value.kind === 'path' && isOwnBaseUrl(value)) return { class: 'openai', node };
  return { class: 'unknown', node };
}

/** `process.env.OPENAI_BASE_URL` and its relatives, which default to OpenAI when they are not set. */
function isOwnBaseUrl(path: Path): boolean {
  const names = memberNames(path);
  return names.length > 0 && OWN_BASE_URL.test(names.at(-1)!);
}

function unreadable(node: Node): Bag {
  return {
    parts: [{ kind: 'unknown', reason: 'spread arguments', node, isCertain: true }],
    literal: null,
    node,
  };
}
