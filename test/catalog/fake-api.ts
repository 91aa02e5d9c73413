import { loadSdk, type SdkPackage } from '../../scripts/catalog/packages.js';

/** One request that a client sent. */
export interface SentRequest {
  /** `POST /files/id-0` */
  readonly line: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Names at the top of the JSON or form body. */
  readonly bodyNames: readonly string[];
}

/** A client of an SDK that talks to nobody, and what it sent. */
export interface FakeApi {
  readonly client: unknown;
  readonly sent: SentRequest[];
}

/** Answers of the fake server: what every helper needs to come to its end. */
const ANSWER = {
  id: 'id-answer',
  object: 'thing',
  status: 'completed',
  thread_id: 'id-answer',
  data: [],
  output: [],
  turns: [],
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: '{}' } }],
};

/**
 * Makes a client of the installed SDK whose fetch records requests. `answer` overrides the body of an answer
 * by request line.
 */
export function fakeApi(sdk: SdkPackage, answer: (line: string) => object = () => ({})): FakeApi {
  const sent: SentRequest[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const { pathname, searchParams } = new URL(url);
    const line = `${init.method!.toUpperCase()} ${pathname.replace(/^\/v1/, '')}`;
    const bodyNames = await namesIn(init.body);
    sent.push({ line, query: searchParams, headers: new Headers(init.headers), bodyNames });
    return Response.json({ ...ANSWER, ...answer(line) }, { headers: { 'openai-poll-after-ms': '1' } });
  };
  const { OpenAI } = loadSdk(sdk) as { OpenAI: new (options: object) => unknown };
  const options = { apiKey: 'key', adminAPIKey: 'key', fetch, maxRetries: 0, logLevel: 'off' };
  return { client: new OpenAI(options), sent };
}

/** The method of a client with this name, bound; undefined where this version lacks it. */
export function methodOf(
  client: unknown,
  name: string,
): ((...args: readonly unknown[]) => unknown) | undefined {
  const names = name.split('.');
  const method = names.pop()!;
  type Node = Record<string, unknown> | undefined;
  const resource = names.reduce<Node>((node, key) => node?.[key] as Node, client as Node);
  const found = resource?.[method];
  return typeof found === 'function' ? found.bind(resource) : undefined;
}

async function namesIn(body: unknown): Promise<string[]> {
  if (body === undefined || body === null) return [];
  if (typeof body === 'string') return Object.keys(JSON.parse(body) as object);
  if (body instanceof FormData) return unique([...body.keys()]);
  // Major 4 encodes forms itself, into a stream.
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return unique([...text.matchAll(/ name="([^"]+)"/g)].map((match) => match[1]!));
}

/** Without the brackets of nested values: `metadata[a]`. */
function unique(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.replace(/\[.*$/, '')))];
}
