/**
 * What the Python SDK calls things that the JavaScript SDK has under another name. The analysis, the catalog and the
 * policy know the JavaScript names; each exported function answers with those.
 *
 * Source: openai-python 3.3.1, of whose 320 methods 192 have the name of an operation of the catalog once camelCase is
 * written with underscores, without exception (read 2026-11-26).
 */
import { allOperations, operationNamed } from '../../catalog/index.js';

/** Options of clients, which no body has. */
const CLIENT_OPTIONS: Readonly<Record<string, string>> = {
  base_url: 'baseURL',
  default_headers: 'defaultHeaders',
  default_query: 'defaultQuery',
  azure_endpoint: 'endpoint',
  max_retries: 'maxRetries',
  http_client: 'httpClient',
  api_key: 'apiKey',
  api_version: 'apiVersion',
};

/** Members that are the client or resource itself, with another form of its answers. */
const SAME_RESOURCE = new Set(['with_raw_response', 'with_streaming_response']);

/** Values of the SDK that stand for an argument that is not given. */
const NOTHING = new Set(['NOT_GIVEN', 'not_given', 'omit', 'Omit', 'NotGiven']);

/** Keyword arguments of every method that are no part of the body. */
export const REQUEST_OPTIONS: Readonly<Record<string, string>> = {
  extra_headers: 'headers',
  extra_query: 'query',
  timeout: 'timeout',
};

/** The keyword argument whose keys are sent over those of the body. */
export const EXTRA_BODY = 'extra_body';

let members: ReadonlySet<string> | undefined;

/** The names of resources and methods of the API. */
function apiNames(): ReadonlySet<string> {
  members ??= new Set(['withOptions', ...allOperations().flatMap(({ name }) => name.split('.'))]);
  return members;
}

let resources: ReadonlySet<string> | undefined;

/** Whether a name is one of the API's resources: `files`, `vectorStores`. */
export function isResourceName(name: string): boolean {
  resources ??= new Set(allOperations().flatMap(({ name: path }) => path.split('.').slice(0, -1)));
  return resources.has(memberName(name));
}

/** A name of the API as Python's SDK has it: `vectorStores` → `vector_stores`; other names stay. */
export function pythonName(name: string): string {
  if (!apiNames().has(name)) return name;
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function camelCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `vector_stores` → `vectorStores`, `base_url` → `baseURL`; other names stay. */
export function memberName(name: string): string {
  if (Object.hasOwn(CLIENT_OPTIONS, name)) return CLIENT_OPTIONS[name]!;
  if (name === 'append') return 'push';
  if (!name.includes('_')) return name;
  const camel = camelCase(name);
  return apiNames().has(camel) ? camel : name;
}

/** The key of an options object. */
export function keyName(name: string): string {
  return Object.hasOwn(CLIENT_OPTIONS, name) ? CLIENT_OPTIONS[name]! : name;
}

export function isSameResource(name: string): boolean {
  return SAME_RESOURCE.has(name);
}

/** Whether a resource answers with a context manager, which sends when it is entered. */
export function isStreamingResponse(name: string): boolean {
  return name === 'with_streaming_response';
}

/** Whether an export of `openai` stands for what is not given. */
export function isNotGiven(name: string): boolean {
  return NOTHING.has(name);
}

/** How a method of the API takes its arguments. */
export interface Signature {
  /** The position of its body, or of the request's options where it has none. */
  readonly bodyAt: number;
  /** How many ids its path has. */
  readonly ids: number;
  /** Whether a keyword is one of them: `thread_id` of `/threads/{}/runs`, where `assistant_id` is none. */
  isId(keyword: string): boolean;
}

/** @param chain the names of what is called, the method last: `client`, `beta`, `threads`, `create` */
export function signatureOf(chain: readonly string[]): Signature | undefined {
  for (let start = 0; start < chain.length - 1; start++) {
    const operation = operationNamed(chain.slice(start).join('.'));
    const path = operation?.endpoints[0]?.path;
    if (!operation || path === undefined) continue;
    const { bodyArgument, optionsArgument, bodyNames } = operation;
    return {
      bodyAt: bodyArgument ?? optionsArgument ?? 0,
      ids: path.split('{}').length - 1,
      isId: (keyword) => {
        const stem = /^(\w+)_id$/.exec(keyword)?.[1];
        if (stem === undefined) return false;
        return new RegExp(`(?:/|_)${stem}(?:s|es)/\\{\\}`).test(path) || !bodyNames.includes(keyword);
      },
    };
  }
  return undefined;
}
