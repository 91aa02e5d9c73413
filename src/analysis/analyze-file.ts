import { isAbsolute, resolve } from 'node:path';
import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { visitorKeys as typescriptKeys } from '@typescript-eslint/visitor-keys';
import type { FileView } from '../adapters/shared/file-view.js';
import type { Adapter } from '../adapters/shared/adapter.js';
import { withRequestsReached } from './reached-requests.js';
import type { ApiGraphs } from '../recognition/api-paths.js';
import { ReachedLiterals } from '../recognition/literals.js';
import { ForwardTracker } from '../recognition/tracker.js';
import { environmentWritesIn } from '../adapters/shared/environment.js';
import { headerEntriesIn } from '../adapters/shared/headers.js';
import { mockedModules } from '../adapters/shared/mocks.js';
import { mergedFacts, PASSES_ON } from '../adapters/shared/call-facts.js';
import { http } from '../adapters/http/index.js';
import { adapters } from '../adapters/index.js';
import type { TypeServices } from '../adapters/shared/type-services.js';
import { allOperations } from '../catalog/index.js';
import { MAY_NAME_OPENAI } from '../catalog/only-openai.js';
import { NO_FACTS, type Facts, type Unanalysed } from '../facts/facts.js';
import { publishedSpecifier } from '../languages/javascript/modules/aliases.js';
import { Origins } from '../languages/javascript/modules/origins.js';
import { pythonName } from '../languages/python/dialect.js';
import { forgetStats } from '../util/stat.js';
import { isReplaced, resolveImport } from '../languages/javascript/modules/resolve.js';
import { followImports, importedIn } from '../languages/javascript/modules/follow.js';
import { SettingsError, type Settings } from '../settings/read.js';
import { apartByHost } from '../adapters/shared/host-alternatives.js';
import type { CallLike, Node } from '../dataflow/syntax/nodes.js';
import { ObjectReader } from '../dataflow/objects/object-reader.js';
import { DataflowEvaluator } from '../dataflow/evaluate/evaluator.js';
import { SourceModule } from '../dataflow/syntax/source-module.js';

/** The part of ESLint's and oxlint's source code object that is used. */
export interface HostSource {
  readonly text: string;
  readonly ast: unknown;
  readonly scopeManager?: unknown;
  readonly visitorKeys?: Readonly<Record<string, readonly string[] | undefined>>;
  readonly parserServices?: unknown;
}

/** How often a file was analysed; tests count it. */
export const statistics = { analyses: 0 };

const cache = new WeakMap<object, Map<Settings, Facts>>();

/**
 * The text gate: can a file hold anything that a rule would report? It may let too much through, never too little.
 * Every way into the API names the package, one of its headers, a module from the settings, or, where a local module
 * hands out the client, a resource of the SDK. The one that names nothing is a call of another module's function that
 * sends the body it is given, `ask({ input })`, or of a function or an address that another module hands out. For that
 * the texts of the imported modules are looked at, which needs the name of the file. Chains of names that only OpenAI's
 * SDK has count by themselves.
 */
export function mayMatter(text: string, settings: Settings, filename?: string): boolean {
  forgetStats();
  return gate(text, settings, filename) !== 'closed';
}

/**
 * What the texts say of a file: it holds nothing, it may hold something, or it holds something only if what another module
 * makes is handed to it.
 */
function gate(text: string, settings: Settings, filename?: string): 'closed' | 'open' | 'if reached' {
  if (isOrigin(text, settings) || MAY_NAME_OPENAI.test(text)) return 'open';
  const mayComeFromElsewhere = settings.followImports || settings.typeEvidence;
  if (!mayComeFromElsewhere || !/\b(?:import|require)\b/.test(text)) return 'closed';
  if (resourceWords().test(text)) return 'open';
  if (!settings.followImports || filename === undefined) return 'closed';
  const mayHaveBody = BODY_KEY.test(text) || OWN_PATH.test(text);
  if ((!mayHaveBody && !SENDER.test(text)) || !isAbsolute(filename)) return 'closed';
  if (!originsOf(settings).named.isBehind(text, filename)) return 'closed';
  return mayHaveBody && importsSender(text, filename) ? 'open' : 'if reached';
}

/** Does a text name OpenAI, one of the libraries that talk to it, or a module of the settings? */
function isOrigin(text: string, { clients }: Settings): boolean {
  return WORDS.some((words) => words.test(text)) || clients.some(({ module }) => text.includes(module));
}

/** The modules that name OpenAI, and those that hold something of a library's. */
interface OriginsOfSettings {
  readonly named: Origins;
  readonly held: Origins;
}

const origins = new WeakMap<Settings, OriginsOfSettings>();

function originsOf(settings: Settings): OriginsOfSettings {
  let found = origins.get(settings);
  if (!found) {
    const graphs = graphsOf(settings, () => false);
    const isLocal = (specifier: string) => !isPackage(specifier);
    found = {
      named: new Origins((text) => isOrigin(text, settings), isLocal),
      held: new Origins((text) => holdsSource(text, graphs), isLocal),
    };
    origins.set(settings, found);
  }
  return found;
}

/** `openai` stands in nearly every way into the API; some libraries have ways that do not name it. */
const WORDS = [/openai/i, ...adapters.flatMap(({ words }) => words ?? [])];

/** Words of a module that sends something, or passes on the exports of others. */
const SENDS = [PASSES_ON, ...adapters.flatMap(({ sends }) => sends ?? [])];

/** A key that bodies of requests have. */
const BODY_KEY =
  /[{,\s](?:background|conversation|input|instructions|max_\w*tokens|messages|model|previous_response_id|prompt|store|tools)\s*[:,}]/;

/** What sends over HTTP, or takes a file. */
const SENDER =
  /\b(?:axios|fetch|got|http|ky|purpose|request|superagent|undici|WebSocket|XMLHttpRequest)\b|\$fetch\b/;

/** A path of the API behind a base URL from elsewhere: `${BASE}/files`, `BASE + '/files'`. */
const OWN_PATH =
  /[}'"`]\/(?:v1\/)?(?:assistants|batches|containers|conversations|evals|files|fine_tuning|responses|threads|uploads|vector_stores)\b/;

/** Does the text import a module that sends something, or passes on the exports of others? */
function importsSender(text: string, filename: string): boolean {
  const follower = followImports((specifier) => !isPackage(specifier));
  return importedIn(text).some((specifier) =>
    SENDS.some((words) => follower.mentions(specifier, filename, words)),
  );
}

let words: RegExp | undefined;

/** Names of the client's resources, read as members: `.responses`, `?.chat`, `['files']`, `{ beta }`. */
function resourceWords(): RegExp {
  if (!words) {
    const names = new Set(allOperations().map(({ name }) => name.slice(0, name.indexOf('.'))));
    const spelled = [...names].flatMap((name) => [name, pythonName(name)]);
    words = new RegExp(`[.{,'"\\s](?:${[...new Set(spelled)].join('|')})\\s*(?:[!?.}\\],:'"]|as\\b|$)`, 'm');
  }
  return words;
}

/**
 * Everything that a file does with OpenAI. Analysed once per file and settings, for all rules together.
 *
 * @param cwd the host's working directory, from which the settings name files
 */
export function factsInFile(
  source: HostSource,
  filename: string,
  settings: Settings,
  cwd = process.cwd(),
): Facts {
  forgetStats();
  const state = source.scopeManager ? gate(source.text, settings, filename) : 'closed';
  if (state === 'closed') return NO_FACTS;
  const ast = source.ast as TSESTree.Program;
  const known = cache.get(ast) ?? new Map<Settings, Facts>();
  cache.set(ast, known);
  let facts = known.get(settings);
  if (!facts) {
    facts = analyseSafely(source, ast, { filename, cwd, isOnlyReached: state === 'if reached' }, settings);
    known.set(settings, facts);
  }
  return facts;
}

/** A defect of ours ends no run: the file has no facts, and whoever wants to know is told why. */
function analyseSafely(source: HostSource, ast: TSESTree.Program, place: Place, settings: Settings): Facts {
  try {
    return analyse(source, ast, place, settings);
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    return { ...NO_FACTS, unanalysed: [defectIn(ast, error)] };
  }
}

const defects = new WeakMap<object, Unanalysed>();

/** Notes that something failed while a file was judged. */
export function noteDefect(ast: Node, error: unknown): void {
  if (!defects.has(ast)) defects.set(ast, defectIn(ast, error));
}

/** What is known of a file, with what failed since. */
export function withDefects(facts: Facts, ast: object): Facts {
  const defect = defects.get(ast);
  return defect ? { ...facts, unanalysed: [...facts.unanalysed, defect] } : facts;
}

function defectIn(node: Node, error: unknown): Unanalysed {
  return { node, cause: 'defect', error: error instanceof Error ? error.message : String(error) };
}

/** Where a file stands, and what is known of it before it is analysed. */
export interface Place {
  readonly filename: string;
  /** The host's working directory. */
  readonly cwd: string;
  /** A file by itself holds nothing, so that only what others hand to it matters. */
  readonly isOnlyReached?: boolean;
}

/** The analysis itself, without the gate before it. */
export function analyse(
  source: HostSource,
  ast: TSESTree.Program,
  { filename, cwd, isOnlyReached = false }: Place,
  settings: Settings,
): Facts {
  statistics.analyses++;
  const unit = new SourceModule({
    filename,
    text: source.text,
    ast,
    scopeManager: source.scopeManager as ScopeManager,
    visitorKeys: source.visitorKeys ?? typescriptKeys,
    ...(isAbsolute(filename)
      ? { publishedSpecifier: (specifier) => publishedSpecifier(specifier, filename) }
      : {}),
  });
  const mocked = mockedModules(unit);
  // A project can give the name of a package to a module of its own.
  const isOwnModule = (specifier: string) =>
    settings.followImports && isAbsolute(filename) && isReplaced(specifier, filename);
  const isKnown = onceEach(
    (specifier) =>
      (isPackage(unit.publishedSpecifier(specifier)) && !isOwnModule(specifier)) ||
      settings.clients.some(({ module }) => module === specifier),
  );
  const isFollowed = (specifier: string) => !isKnown(specifier) && !mocked.has(specifier);
  const follower = followImports(settings.followImports ? isFollowed : () => false);
  const tracker = new DataflowEvaluator(follower.resolve, isKnown);
  const mentioned = new Map<RegExp, (specifier: string) => boolean>();
  const mentions = (specifier: string, words: RegExp) => {
    const ofWords = mentioned.get(words) ?? onceEach((module) => follower.mentions(module, filename, words));
    mentioned.set(words, ofWords);
    return ofWords(specifier);
  };
  const setup = () =>
    settings.setup.map((file) => follower.unitAt(resolve(cwd, file))).filter((module) => module !== null);
  const graphs = graphsOf(settings, isOwnModule);
  const leadsTo = (specifier: string, from: SourceModule, to: SourceModule) =>
    isFollowed(specifier) && resolveImport(specifier, from.source.filename) === to.source.filename;
  let recognised: ForwardTracker | undefined;
  const recognise = () =>
    (recognised ??= new ForwardTracker({
      main: unit,
      // Work that other questions have taken is not missing here.
      tracker: tracker.isSpent
        ? new DataflowEvaluator(follower.resolve, isKnown, null, tracker.limits)
        : tracker,
      graphs,
      follows: 'libraries',
      mayHold: (specifier: string, { source: { filename: from } }: SourceModule) =>
        originsOf(settings).held.isThrough(specifier, from),
      leadsTo,
    }));
  const literals = new ReachedLiterals({
    main: unit,
    tracker: new DataflowEvaluator(follower.resolve, isKnown, null, tracker.limits),
    graphs,
    // What is further away comes through these.
    mayHold: (_: string, from: SourceModule) => from === unit || HANDS_ON.test(from.source.text),
    leadsTo,
  });
  const view: FileView = {
    unit,
    file: resolve(cwd, filename),
    tracker,
    reader: new ObjectReader(tracker, literals),
    settings,
    types: typesOf(source, settings),
    mentions,
    setup,
    mayBeReached: (call) => recognise().calls.has(call) || !recognise().isComplete,
  };
  if (isOnlyReached && recognise().calls.size === 0 && recognise().isComplete) return NO_FACTS;
  const found = mergedFacts([
    ...adapters.map((adapter) => adapter.facts(view)),
    { headers: headerEntriesIn(unit), environment: environmentWritesIn(unit) },
  ]);
  const forward = recognise();
  const requests = withRequestsReached(view, found, forward);
  return {
    ...found,
    requests: apartByHost(requests),
    unanalysed: placesWithoutRequest({ ...found, requests }, forward),
  };
}

/** What hands on what other modules export. */
const HANDS_ON = new RegExp(`${PASSES_ON.source}|\\bexports\\b.*\\brequire\\(`);

/** Steps behind an import of a library that says nothing itself about how far its API goes. */
const MAX_API_STEPS = 8;

/** Specifiers of which the owners are remembered. */
const MAX_SPECIFIERS = 20_000;
const OPENAI_ADDRESS = /\bapi\.openai\.com\b/i;

/** Which values of the libraries are worth following. */
function graphsOf(settings: Settings, isOwnModule: (specifier: string) => boolean): ApiGraphs {
  const isConfigured = (specifier: string) => settings.clients.some(({ module }) => module === specifier);
  return {
    isSource: onceEach(
      (specifier) => isConfigured(specifier) || (ownersOf(specifier).length > 0 && !isOwnModule(specifier)),
    ),
    isPart: (specifier, steps) =>
      (isConfigured(specifier) && steps.length <= MAX_API_STEPS) ||
      ownersOf(specifier).some(({ isPart }) =>
        isPart ? isPart(specifier, steps) : steps.length <= MAX_API_STEPS,
      ),
  };
}

/** Does a module import a library that speaks of OpenAI, or hold an address of it? A client of HTTP alone says nothing. */
function holdsSource(text: string, { isSource }: ApiGraphs): boolean {
  return (
    OPENAI_ADDRESS.test(text) ||
    importedIn(text).some(
      (specifier) => isSource(specifier) && !ownersOf(specifier).every((adapter) => adapter === http),
    )
  );
}

/**
 * Each call once of which it is not known whether it sends. What is not known of a request is said of the request; and a
 * call that nothing of a library's reaches sends nothing through one.
 */
function placesWithoutRequest(
  { requests, unanalysed }: Facts,
  { calls, isComplete }: ForwardTracker,
): readonly Unanalysed[] {
  const known = new Set<Node>(requests.map(({ node }) => node));
  return unanalysed.filter(({ node }) => {
    const isNew = !known.has(node) && (!isComplete || calls.has(node as CallLike));
    known.add(node);
    return isNew;
  });
}

/** The same answers, each found once. */
function onceEach(find: (specifier: string) => boolean): (specifier: string) => boolean {
  const known = new Map<string, boolean>();
  return (specifier) => {
    let answer = known.get(specifier);
    if (answer === undefined) known.set(specifier, (answer = find(specifier)));
    return answer;
  };
}

/** Packages that an adapter knows are what they are, wherever they are installed; so are Node's own modules. */
function isPackage(specifier: string): boolean {
  return specifier.startsWith('node:') || ownersOf(specifier).length > 0;
}

const owners = new Map<string, readonly Adapter[]>();

/** The adapters to which a module belongs. The answer depends on the text alone and is asked for at every import. */
function ownersOf(specifier: string): readonly Adapter[] {
  let found = owners.get(specifier);
  if (!found) {
    if (owners.size >= MAX_SPECIFIERS) owners.clear();
    owners.set(specifier, (found = adapters.filter(({ owns }) => owns(specifier))));
  }
  return found;
}

function typesOf(source: HostSource, settings: Settings): TypeServices | null {
  const services = source.parserServices as Partial<TypeServices> | undefined;
  return settings.typeEvidence && services?.program ? (services as TypeServices) : null;
}
