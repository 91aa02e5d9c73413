/**
 * What the methods of the `openai` package send: names, endpoints, argument positions, parameter names, for
 * majors 3 to 7.
 *
 * The facts are generated (see `scripts/catalog`); they are unpacked when first asked for, not on import.
 */
import { effectOf } from './effects.js';
import { generated } from './generated.js';
import type { PackedOperation } from './packed.js';
import type { Declaration, Endpoint, HttpMethod, Operation } from './types.js';

export { entryPoints, type EntryPoint } from './entry-points.js';
export { rawMethods, type RawMethod } from './raw-methods.js';
export type { Declaration, Effect, Endpoint, HttpMethod, Operation } from './types.js';

/**
 * The operation of majors 4 to 7 with this member chain below the client: `beta.threads.runs.createAndPoll`.
 */
export function operationNamed(name: string): Operation | undefined {
  return operations().get(name);
}

/** The method of the flat class `OpenAIApi` of 3.x with this name: `createChatCompletion`. */
export function legacyOperationNamed(name: string): Operation | undefined {
  return legacyOperations().get(name);
}

/** Every operation of majors 4 to 7, by name. */
export function allOperations(): readonly Operation[] {
  return operationList();
}

/** Is there an object with methods at this member chain below the client? The client itself is `''`. */
export function isResource(path: string): boolean {
  return path === '' || Object.hasOwn(generated.resources, path);
}

/**
 * The operation that a method declaration in the package stands for.
 *
 * @param file path in the package without `src/` and extension: `resources/beta/threads/threads`; for 3.x
 * `dist/api`
 */
export function operationDeclaredAt(file: string, className: string, method: string): Operation | undefined {
  if (file === LEGACY_FILE && className === LEGACY_CLASS) return legacyOperationNamed(method);
  const resource = resourceDeclaredAt(file, className);
  return resource === undefined ? undefined : operationNamed(`${resource}.${method}`);
}

/** Paths of the resources whose class has this name in some major: `Files` → `['files', 'containers.files', …]`. */
export function resourceOfClass(className: string): readonly string[] {
  return resourcesByClass().get(className) ?? [];
}

/** Path of the resource whose class is declared there. */
export function resourceDeclaredAt(file: string, className: string): string | undefined {
  return resourcesByDeclaration().get(`${file} ${className}`);
}

/** Last names of all operations of majors 4 to 7 and of 3.x: a cheap test before anything is analysed. */
export function methodNames(): ReadonlySet<string> {
  return lastNames();
}

/** Names that the constructor of some client class accepts in some major from 4. */
export function clientOptionNames(): ReadonlySet<string> {
  return clientOptions();
}

/** Names that the request options, the last argument of most methods, accept in some major from 4. */
export function requestOptionNames(): ReadonlySet<string> {
  return requestOptions();
}

/**
 * The endpoint that a request without the SDK reaches.
 *
 * @param path below `/v1`, without query; ids may be written out or be `{}`: `/files/file-abc`
 */
export function endpointAt(method: HttpMethod, path: string): Endpoint | undefined {
  const segments = path.split('/');
  const fitting = endpoints().filter(
    (candidate) => candidate.method === method && fits(candidate.path.split('/'), segments),
  );
  // `/responses/compact` also fits `/responses/{}`: written out is meant.
  return fitting.find((candidate) => candidate.path === path) ?? fitting.sort(byPlaceholders)[0];
}

/**
 * The endpoint of a request to OpenAI's own host: also one that no version of the SDK has, since the API is older and
 * newer than the SDK.
 */
export function endpointOnOwnHost(method: HttpMethod, path: string): Endpoint {
  return endpointAt(method, path) ?? { method, path, effect: effectOf(method, path) };
}

/** Is a path one of which not even the endpoint can be read? */
export function isUnread(path: string): boolean {
  return path.startsWith('/{}');
}

/** Versions of `openai` that the catalog was made from, oldest first. */
export function catalogVersions(): readonly string[] {
  return generated.versions;
}

/** Names that OpenAI's reference has and the types of the SDK lack, by operation. */
const documentedNames: Readonly<Record<string, readonly string[]>> = {
  // Edits can also be sent as JSON, which names images instead of uploading them (change log of 2026-02-09).
  'images.edit': ['images'],
};

const LEGACY_FILE = 'dist/api';
const LEGACY_CLASS = 'OpenAIApi';

const operations = once(() => {
  const names = Object.keys(generated.operations);
  return new Map(
    names.map((name) => [name, unpacked(name, generated.operations[name]!, declarationsOf(name))]),
  );
});

const operationList = once(() => [...operations().values()]);

const legacyOperations = once(() => {
  const entries = Object.entries(generated.legacyOperations);
  return new Map(
    entries.map(([name, packed]) => {
      const declaration = { file: LEGACY_FILE, className: LEGACY_CLASS, method: name };
      return [name, unpacked(name, packed, [declaration])];
    }),
  );
});

/** Every endpoint that some operation reaches, once. */
const endpoints = once(() => {
  const all = [...operations().values(), ...legacyOperations().values()];
  const reached = all.flatMap((operation) => operation.endpoints);
  return [...new Map(reached.map((found) => [`${found.method} ${found.path}`, found])).values()];
});

const lastNames = once(() => {
  const names = [...operations().keys(), ...legacyOperations().keys()];
  return new Set(names.map((name) => name.slice(name.lastIndexOf('.') + 1)));
});

const clientOptions = once(() => new Set(words(generated.clientOptions)));
const requestOptions = once(() => new Set(words(generated.requestOptions)));

/** `<file> <class>` → path */
const resourcesByDeclaration = once(() => {
  const entries = Object.entries(generated.resources);
  return new Map(
    entries.flatMap(([path, classes]) => classes.split(',').map((declared) => [declared, path] as const)),
  );
});

const resourcesByClass = once(() => {
  const paths = new Map<string, string[]>();
  for (const [declared, path] of resourcesByDeclaration()) {
    const className = words(declared)[1]!;
    const known = paths.get(className) ?? [];
    if (!known.includes(path)) paths.set(className, [...known, path]);
  }
  return paths;
});

/**
 * Where some major may declare an operation: in each class that its resource had. A class of an old major may
 * lack a method of a new one; then nothing can resolve to that declaration, and it does no harm.
 */
function declarationsOf(name: string): Declaration[] {
  const dot = name.lastIndexOf('.');
  const method = name.slice(dot + 1);
  return generated.resources[name.slice(0, dot)]!.split(',').map((declared) => {
    const [file, className] = words(declared) as [string, string];
    return { file, className, method };
  });
}

function unpacked(name: string, packed: PackedOperation, declarations: readonly Declaration[]): Operation {
  const [majors, calls, positions, bodyNames, queryNames, positional] = packed;
  return {
    name,
    majors: [...majors].map(Number),
    endpoints: calls === '' ? [] : calls.split(',').map(endpoint),
    ...argumentPositions(positions),
    bodyNames: [...words(generated.names[bodyNames]!), ...(documentedNames[name] ?? [])].sort(),
    queryNames: words(generated.names[queryNames]!),
    ...(positional === undefined ? {} : { positional: words(positional) }),
    declarations,
  };
}

function endpoint(call: string): Endpoint {
  const [method, path] = words(call) as [HttpMethod, string];
  return { method, path, effect: effectOf(method, path) };
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  if (template.length !== segments.length) return false;
  return template.every(
    (part, index) => part === segments[index] || (part === '{}' && segments[index] !== ''),
  );
}

function byPlaceholders(a: Endpoint, b: Endpoint): number {
  return a.path.split('{}').length - b.path.split('{}').length;
}

type ArgumentPositions = Pick<
  Operation,
  'bodyArgument' | 'bodyArgumentIn4' | 'optionsArgument' | 'optionsArgumentIn4'
>;

/** Reads `'1 2 2 3'`: body and options, then the same for major 4. */
function argumentPositions(text: string): ArgumentPositions {
  const [body, options, bodyIn4 = body, optionsIn4 = options] = words(text).map((word) =>
    word === '-' ? null : Number(word),
  );
  return {
    ...(typeof body === 'number' ? { bodyArgument: body } : {}),
    ...(bodyIn4 !== undefined && bodyIn4 !== body ? { bodyArgumentIn4: bodyIn4 } : {}),
    ...(typeof options === 'number' ? { optionsArgument: options } : {}),
    ...(optionsIn4 !== undefined && optionsIn4 !== options ? { optionsArgumentIn4: optionsIn4 } : {}),
  };
}

function words(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

/** Computes a value when it is first asked for. */
function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: compute() }).of;
}
