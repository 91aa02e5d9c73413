import { loadSdk, type SdkPackage } from './packages.js';
import type { DeclaredParameter } from './parameters.js';

/** What a method sent when it was called with marked arguments. */
export interface Probe {
  /** `POST /vector_stores/{}/files` */
  readonly call: string;
  /** Properties of the object argument that went into the query. */
  readonly query: readonly string[];
}

/** Every id and every property has this value, so that it is recognised in the URL. */
export const MARK = 'PROBE';

/** Properties that are not marked: these are checked before anything is sent, and are not sent. */
const UNMARKED = new Set(['toolHandlers']);

/** Calls a method of a client and tells what it sent. */
export type ProbeMethod = (
  name: string,
  parameters: readonly DeclaredParameter[],
) => Promise<Probe | undefined>;

/**
 * Makes a client of this SDK whose requests go nowhere. Running the methods is how the catalog learns the
 * HTTP method, the URL and what is query: it cannot misread the code, whichever style the major is written
 * in.
 */
export function prober(sdk: SdkPackage): ProbeMethod {
  let sent: { method: string; url: URL } | undefined;
  const client = newClient(sdk, async (url, init) => {
    // Only the first request is the method's own; streams and pages may ask for more.
    sent ??= { method: init.method!.toUpperCase(), url: new URL(url) };
    return Response.json(EMPTY_ANSWER);
  });

  return async (name, parameters) => {
    sent = undefined;
    await callQuietly(client, name, parameters.map(markedArgument));
    return sent && toProbe(sent, parameters);
  };
}

/** Enough for the SDK not to give up before it has sent something. */
const EMPTY_ANSWER = { id: MARK, object: MARK, data: [], output: [], choices: [], turns: [] };

type FakeFetch = (url: string, init: RequestInit) => Promise<Response>;

function newClient(sdk: SdkPackage, fetch: FakeFetch): unknown {
  const { OpenAI } = loadSdk(sdk) as { OpenAI: new (options: object) => unknown };
  return new OpenAI({ apiKey: MARK, adminAPIKey: MARK, fetch, maxRetries: 0, logLevel: 'off' });
}

/** The answer is empty, so most methods complain afterwards; what they sent is all that counts. */
async function callQuietly(client: unknown, name: string, args: readonly unknown[]): Promise<void> {
  const names = name.split('.');
  const method = names.pop()!;
  type Node = Record<string, unknown>;
  const resource = names.reduce((node, key) => node[key] as Node, client as Node);
  try {
    await (resource[method] as (...args: readonly unknown[]) => Promise<unknown>).apply(resource, [...args]);
  } catch {
    // see above
  }
}

/** The argument for a parameter: marked all through, but for the request options. */
export function markedArgument(parameter: DeclaredParameter): unknown {
  if (parameter.kind === 'options') return undefined;
  if (parameter.kind === 'value') return MARK;
  const names = parameter.properties.filter((name) => !UNMARKED.has(name));
  return Object.fromEntries(names.map((name) => [name, MARK]));
}

function toProbe(sent: { method: string; url: URL }, parameters: readonly DeclaredParameter[]): Probe {
  const known = new Set(parameters.flatMap((parameter) => parameter.properties));
  // The URL has some of its own, such as `?beta=true`.
  const query = [...sent.url.searchParams.keys()].filter((name) => known.has(name));
  return { call: callTemplate(sent.method, sent.url), query };
}

/** `POST /files/{}`, from a request with marked ids. */
export function callTemplate(method: string, url: URL): string {
  return `${method} ${url.pathname.replace(/^\/v1/, '').replaceAll(MARK, '{}')}`;
}
