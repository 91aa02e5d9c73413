import { allOperations, operationNamed } from '../catalog/index.js';
import { nearest } from '../util/closest-name.js';
import { RANGE } from '../versions/range.js';
import { controls, verdicts, type Control, type Verdict } from '../policy/types.js';

interface UserModule {
  /** As it is written in imports: `@/lib/openai`. */
  readonly module: string;
  /** Names of the exports; `default` for the default export. */
  readonly exports: readonly string[];
}

/** A module of the user's that hands out clients, or that sends what it is given. */
export type ClientModule = UserModule &
  (
    | { readonly is: 'client' | 'returns-client' }
    | {
        readonly is: 'sends';
        /** What is sent: `responses.create`. */
        readonly operation: string;
        /** Index of the argument that becomes the body. */
        readonly body: number;
      }
  );

/** `settings['openai-zdr']`, checked and with defaults. */
export interface Settings {
  /** The control that OpenAI has approved; decides which verdicts apply. */
  readonly control: Control;
  readonly clients: readonly ClientModule[];
  /** Hosts of own gateways that front OpenAI: requests to them are judged as requests to OpenAI. */
  readonly hosts: readonly string[];
  /** Clouds whose requests are judged too. */
  readonly clouds: readonly Cloud[];
  /** What the user decided about rows of the policy, the first that fits wins. */
  readonly policy: readonly OverrideSetting[];
  /** Versions of packages, as in package.json, for projects in which neither node_modules nor package.json says them. */
  readonly versions: Readonly<Record<string, string>>;
  /** Environment variables that are set wherever the code runs, before it starts. */
  readonly env: Readonly<Record<string, string>>;
  /** Modules that run before all others, such as the one that switches tracing off; paths from the working directory. */
  readonly setup: readonly string[];
  /** Look into the modules of the project that a file imports. */
  readonly followImports: boolean;
  /** Ask TypeScript's program about receivers that nothing else can place; the `*-type-checked` presets set it. */
  readonly typeEvidence: boolean;
}

export const OVERRIDE_KINDS = ['endpoint', 'parameter', 'tool', 'model'] as const;

/** One decision of the user's: stricter or laxer than OpenAI's pages. */
export interface OverrideSetting {
  readonly kind: (typeof OVERRIDE_KINDS)[number];
  /** `/files`, `background`, `mcp`, `gpt-image-*`. */
  readonly name: string;
  readonly verdict: Verdict;
  /** Files for which it holds; all when absent. */
  readonly paths: readonly string[] | undefined;
  readonly reason: string;
  /** Last day on which it holds, ISO 8601. */
  readonly until: string | undefined;
}

export const CLOUDS = ['azure', 'bedrock', 'vertex'] as const;
export type Cloud = (typeof CLOUDS)[number];

const KEYS = [
  'control',
  'clients',
  'hosts',
  'clouds',
  'policy',
  'allow',
  'versions',
  'env',
  'setup',
  'followImports',
  'typeEvidence',
  '$schema', // for editors, in a file that holds the settings
] as const;
/** A day in ISO 8601. */
export const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** A host name, in which `*` stands for a part; a port may follow. */
export const HOST = /^[A-Za-z0-9.*-]+(?::\d+)?$/;

const CLIENT_KEYS = ['module', 'exports', 'is', 'operation', 'body'] as const;
export const CLIENT_KINDS = ['client', 'returns-client', 'sends'] as const;

/** Settings that cannot be read stop the run: compliance configuration fails closed. */
export class SettingsError extends Error {
  constructor(
    /** `.clients[0].module`; empty for the settings as a whole. */
    readonly where: string,
    readonly problem: string,
  ) {
    super(`settings['openai-zdr']${where}: ${problem}`);
    this.name = 'SettingsError';
  }
}

const parsed = new WeakMap<object, Settings>();
const DEFAULTS: Settings = {
  control: 'zdr',
  clients: [],
  hosts: [],
  clouds: [],
  policy: [],
  versions: {},
  env: {},
  setup: [],
  followImports: true,
  typeEvidence: false,
};

/**
 * Reads the plugin's part of ESLint's shared settings.
 *
 * @param shared `context.settings`
 * @returns the same object for the same input, so that it can key a cache
 * @throws SettingsError naming the key, the value and what is accepted
 */
export function readSettings(shared: Readonly<Record<string, unknown>>): Settings {
  const own = shared['openai-zdr'];
  if (own === undefined) return DEFAULTS;
  if (!isRecord(own)) throw new SettingsError('', `expected an object, got ${show(own)}.`);
  let settings = parsed.get(own);
  if (!settings) parsed.set(own, (settings = check(own)));
  return settings;
}

function check(own: Readonly<Record<string, unknown>>): Settings {
  checkKeys(own, KEYS, '');
  if (own.$schema !== undefined) text(own.$schema, '.$schema');
  return {
    control: own.control === undefined ? 'zdr' : oneOf(own.control, controls, '.control'),
    clients: list(own.clients, '.clients').map((item, i) => clientModule(item, `.clients[${i}]`)),
    hosts: list(own.hosts, '.hosts').map((item, i) => hostName(item, `.hosts[${i}]`)),
    clouds: list(own.clouds, '.clouds').map((item, i) => oneOf(item, CLOUDS, `.clouds[${i}]`)),
    policy: [
      ...list(own.allow, '.allow').map((item, i) => override(item, `.allow[${i}]`, 'eligible')),
      ...list(own.policy, '.policy').map((item, i) => override(item, `.policy[${i}]`)),
    ],
    versions: texts(own.versions, '.versions', range),
    env: texts(own.env, '.env'),
    setup: list(own.setup, '.setup').map((item, i) => text(item, `.setup[${i}]`)),
    followImports:
      own.followImports === undefined ? true : oneOf(own.followImports, [true, false], '.followImports'),
    typeEvidence:
      own.typeEvidence === undefined ? false : oneOf(own.typeEvidence, [true, false], '.typeEvidence'),
  };
}

function clientModule(item: unknown, where: string): ClientModule {
  if (!isRecord(item)) throw new SettingsError(where, `expected an object, got ${show(item)}.`);
  checkKeys(item, CLIENT_KEYS, where);
  const module = text(item.module, `${where}.module`);
  const { exports: names = ['default'], body = 0 } = item;
  const exports = list(names, `${where}.exports`).map((name, i) => text(name, `${where}.exports[${i}]`));
  if (exports.length === 0)
    throw new SettingsError(`${where}.exports`, 'expected at least one name, got [].');
  const isSender = item.is === undefined && item.operation !== undefined;
  const is = isSender ? 'sends' : oneOf(item.is, CLIENT_KINDS, `${where}.is`);
  if (is !== 'sends') {
    for (const key of ['operation', 'body'] as const) {
      if (item[key] !== undefined)
        throw new SettingsError(`${where}.${key}`, `only where "is" is "sends", not ${show(is)}.`);
    }
    return { module, exports, is };
  }
  const operation = text(item.operation, `${where}.operation`);
  if (!operationNamed(operation)) {
    const names = allOperations().map(({ name }) => name);
    const close = nearest(operation, names);
    const hint = close === undefined ? '' : ` Did you mean ${show(close)}?`;
    throw new SettingsError(
      `${where}.operation`,
      `${show(operation)} is no method of the SDK's client.${hint}`,
    );
  }
  if (typeof body !== 'number' || !Number.isInteger(body) || body < 0) {
    throw new SettingsError(`${where}.body`, `expected the index of an argument, got ${show(body)}.`);
  }
  return { module, exports, is, operation, body };
}

/** `allow` is `policy` with the verdict `eligible`. */
function override(item: unknown, where: string, allowed?: Verdict): OverrideSetting {
  if (!isRecord(item)) throw new SettingsError(where, `expected an object, got ${show(item)}.`);
  const keys = [...OVERRIDE_KINDS, ...(allowed ? [] : ['verdict']), 'paths', 'reason', 'until'];
  checkKeys(item, keys, where);
  const kinds = OVERRIDE_KINDS.filter((kind) => item[kind] !== undefined);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    throw new SettingsError(where, `expected exactly one of ${OVERRIDE_KINDS.map(show).join(', ')}.`);
  }
  if (item.reason === undefined)
    throw new SettingsError(`${where}.reason`, 'missing: say why, for whoever audits it.');
  const paths = item.paths === undefined ? undefined : list(item.paths, `${where}.paths`);
  return {
    kind,
    name: text(item[kind], `${where}.${kind}`),
    verdict: allowed ?? oneOf(item.verdict, verdicts, `${where}.verdict`),
    paths: paths?.map((path, i) => text(path, `${where}.paths[${i}]`)),
    reason: text(item.reason, `${where}.reason`),
    until: item.until === undefined ? undefined : day(item.until, `${where}.until`),
  };
}

function day(item: unknown, where: string): string {
  const date = text(item, where);
  if (!DAY.test(date)) {
    throw new SettingsError(where, `expected a day such as "2027-01-31", got ${show(item)}.`);
  }
  return date;
}

/** A tag such as `latest` says no version, so that nothing could be told from it. */
function range(item: unknown, where: string): string {
  const versions = text(item, where);
  if (!RANGE.test(versions)) {
    throw new SettingsError(
      where,
      `expected a version or a range such as "7.57.0" or "^5", got ${show(item)}.`,
    );
  }
  return versions;
}

function hostName(item: unknown, where: string): string {
  const host = text(item, where).toLowerCase();
  if (!HOST.test(host)) {
    throw new SettingsError(where, `expected a host name such as "llm.example.com", got ${show(item)}.`);
  }
  return host;
}

function checkKeys(object: Readonly<Record<string, unknown>>, known: readonly string[], where: string): void {
  for (const key of Object.keys(object)) {
    if (!known.includes(key))
      throw new SettingsError(where, `unknown key ${show(key)}. ${accepted(key, known)}`);
  }
}

function oneOf<T extends string | boolean>(value: unknown, known: readonly T[], where: string): T {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined)
    throw new SettingsError(where, `${show(value)} is not accepted. ${accepted(value, known)}`);
  return found;
}

function accepted(given: unknown, known: readonly (string | boolean)[]): string {
  const close = typeof given === 'string' ? nearest(given, known.map(String)) : undefined;
  const hint = close === undefined ? '' : `Did you mean ${show(close)}? `;
  return `${hint}Accepted: ${known.map(show).join(', ')}.`;
}

function list(value: unknown, where: string): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new SettingsError(where, `expected a list, got ${show(value)}.`);
  return value;
}

/** `{ name: 'text' }` */
function texts(value: unknown, where: string, read = text): Readonly<Record<string, string>> {
  if (value === undefined) return {};
  if (!isRecord(value)) throw new SettingsError(where, `expected an object, got ${show(value)}.`);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item, `${where}.${key}`)]));
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') {
    throw new SettingsError(where, `expected a non-empty string, got ${show(value)}.`);
  }
  return value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
