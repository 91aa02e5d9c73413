import type { Client, ClientMode, Host } from '../../facts/facts.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { Alternative, ObjectState } from '../../dataflow/model/object-state.js';
import type { CallContext, AccessStep } from '../../dataflow/model/abstract-value.js';
import { optionsView, type FileView } from '../shared/file-view.js';
import { asAlternative, hostOfFetch, urlHost } from '../shared/base-url.js';
import { isPythonTree } from '../../languages/python/tree.js';
import { cloudClass } from '../shared/hosts.js';
import { rootContext } from '../../dataflow/model/call-context.js';
import type { ClientClass } from './packages.js';

type NewStep = Extract<AccessStep, { kind: 'new' | 'call' }>;

const LIBRARY = 'openai';

/**
 * A client that is constructed in view.
 *
 * @param own the host where the options say nothing; without it that of the class
 * @param urlKeys where the options hold a base URL, besides the SDK's own names
 */
export function constructedClient(
  cls: ClientClass,
  { args, frame }: Pick<NewStep, 'args' | 'frame'>,
  node: Node,
  view: FileView,
  own: Host = defaultHost(cls, view),
  urlKeys: readonly (readonly string[])[] = isPythonTree(view.unit.source.ast) ? PYTHON_URL_KEYS : [],
): Client {
  const [first] = args;
  const isSpread = first?.type === 'SpreadElement';
  const read = cls === 'OpenAIApi' ? configurationBags : optionBags;
  const bags = first ? (isSpread ? null : read(first, frame, view)) : [];
  const options = optionsView(bags ?? [unreadable(first!)], view.reader);
  const fallback = urlKeys.reduce((host, keys) => urlHost(options.read(...keys), view, host), own);
  const given = args.length === 0 ? own : hostOfOptions(cls, options.bags, args, frame, view, fallback);
  const written = cloudOf(cls) ? [] : writtenBaseUrls(node, frame, view);
  const host = written.length > 0 ? urlHost(written, view, given) : given;
  return { library: LIBRARY, node, host, options, parent: null, ...namesOf(cls, view) };
}

function optionBags(node: Node, frame: CallContext, { reader }: FileView): readonly ObjectState[] {
  return reader.bags(node, frame);
}

/** The client of 3.x takes a `new Configuration({ … })`, or an object like one. */
function configurationBags(
  node: Node,
  frame: CallContext,
  { reader, tracker }: FileView,
): readonly ObjectState[] {
  return tracker.values(node, frame).flatMap((value) => {
    const step = value.kind === 'path' ? value.step : null;
    if (step?.kind !== 'new') return reader.bags(node, frame);
    const [options] = step.args;
    return options && options.type !== 'SpreadElement' ? reader.bags(options, step.frame) : [];
  });
}

/** `client.baseURL = …`, somewhere after the client is made. */
function writtenBaseUrls(made: Node, { unit }: CallContext, { tracker }: FileView): Alternative[] {
  return (unit.memberWrites.get('baseURL') ?? []).flatMap((write) => {
    const isOfClient = tracker
      .values(write.object, rootContext(unit))
      .some(({ kind, node }) => kind === 'path' && node === made);
    if (!isOfClient) return [];
    return tracker
      .values(write.value, rootContext(unit))
      .map((value) => asAlternative(value, write.value, rootContext(unit)));
  });
}

/** `client.withOptions({ … })`: the same client except for what is written. */
export function derivedClient(parent: Client, step: NewStep, node: Node, view: FileView): Client {
  const [first] = step.args;
  const bags = first && first.type !== 'SpreadElement' ? view.reader.bags(first, step.frame) : [];
  const options = optionsView(bags, view.reader);
  const host = urlHost(options.read('baseURL'), view, parent.host);
  return { ...parent, node, host, options, parent };
}

/** A client that is made out of view; only its type is known. */
export function unseenClient(cls: ClientClass, node: Node, view: FileView, mode?: ClientMode): Client {
  const host: Host = cloudOf(cls) ? defaultHost(cls, view) : { class: 'unseen' };
  const options = optionsView([], view.reader);
  return {
    library: LIBRARY,
    node,
    host,
    options,
    parent: null,
    ...namesOf(cls, view),
    ...(mode ? { mode } : {}),
  };
}

/** What Azure knows in bodies besides OpenAI's names (`@azure/openai` 2.0.0). */
const AZURE_NAMES = ['data_sources', 'user_security_context'];

/** Keywords that a function hands on to a client: `def make(**options): return OpenAI(**options)`. */
const PYTHON_URL_KEYS = [['base_url'], ['azure_endpoint']];

/**
 * Keyword arguments of Python's methods besides those of the API: options of a request, which a dictionary of arguments
 * may hold, ids of a path, and what helpers take (openai-python 3.3.1), also Instructor's (1.8.3).
 */
const PYTHON_NAMES = [
  'extra_body',
  'extra_headers',
  'extra_query',
  'fine_tuned_model_checkpoint',
  'text_format',
  'timeout',
  'version',
  // Of Instructor.
  'context',
  'max_retries',
  'response_model',
  'validation_context',
];

function namesOf(cls: ClientClass, { unit }: FileView): Pick<Client, 'bodyNames' | 'hasSignatures'> {
  const ofClass = cloudOf(cls) === 'azure' ? AZURE_NAMES : [];
  if (isPythonTree(unit.source.ast)) return { bodyNames: [...ofClass, ...PYTHON_NAMES], hasSignatures: true };
  return ofClass.length > 0 ? { bodyNames: ofClass } : {};
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
  bags: readonly ObjectState[],
  args: readonly Node[],
  frame: CallContext,
  view: FileView,
  fallback: Host,
): Host {
  if (cloudOf(cls)) return cloudHost(cls, bags, view);
  if (cls === 'OpenAIApi') return legacyHost(bags, args, frame, view);
  const provider = view.reader.read(bags, 'provider').find(({ kind }) => kind !== 'absent');
  if (provider?.kind === 'set') return providerHost(provider, view);
  // `provider: create()`, and nobody sees what that makes.
  if (provider?.kind === 'unknown' && provider.written) return { class: 'unknown', node: provider.written };
  const hostOfOwn = hostOfFetch(view.reader.read(bags, 'fetch'));
  if (hostOfOwn) return hostOfOwn;
  const own = residencyHost(view.reader.read(bags, 'dataResidency')) ?? fallback;
  return urlHost(view.reader.read(bags, 'baseURL'), view, own);
}

/** The class of a cloud's client is its cloud's, whatever the URL; the URL tells the name. */
function cloudHost(cls: ClientClass, bags: readonly ObjectState[], view: FileView): Host {
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
function legacyHost(
  bags: readonly ObjectState[],
  args: readonly Node[],
  frame: CallContext,
  view: FileView,
): Host {
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

function unreadable(node: Node): ObjectState {
  return {
    parts: [{ kind: 'unknown', reason: 'spread arguments', node, isCertain: true }],
    literal: null,
    node,
  };
}
