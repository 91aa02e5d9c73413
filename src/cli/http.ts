import http from 'node:http';
import https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';

/** What came back from an address: JSON with its status, or why there is none, in words for people. */
export type Answer =
  | { readonly kind: 'answer'; readonly status: number; readonly json: unknown }
  | { readonly kind: 'problem'; readonly status: number | null; readonly problem: string };

export interface JsonRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Sent as a bearer token. Never part of an answer or a problem. */
  readonly key: string;
  readonly body?: object;
  /** Milliseconds. */
  readonly timeout: number;
}

/** How often a request is repeated that the server puts off. */
const MAX_RETRIES = 2;
/** Longer waits that a server asks for are a problem of their own, in seconds. */
const MAX_WAIT = 30;
/** Before a request is repeated after an error of the server, in milliseconds. */
const PAUSE = 500;

/**
 * Asks for JSON, through the proxy that `HTTPS_PROXY` and `NO_PROXY` name. Repeats what the server puts off (429, 5xx), and
 * follows no redirect: a key goes to the host that it was given for and to no other.
 */
export async function requestJson(request: JsonRequest): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    const { answer, wait } = await sendSafely(request);
    if (wait === null || attempt >= MAX_RETRIES) return answer;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

interface Sent {
  readonly answer: Answer;
  /** Milliseconds after which it makes sense to ask again; `null` where it makes none. */
  readonly wait: number | null;
}

/** What cannot even be sent is the user's to mend: a key with a line break in it, a proxy that is no address. */
async function sendSafely(request: JsonRequest): Promise<Sent> {
  try {
    return await send(request);
  } catch (error) {
    const isProxy = (error as NodeJS.ErrnoException).code === 'ERR_INVALID_URL';
    const problem = isProxy
      ? 'HTTPS_PROXY is no address'
      : 'the key has characters that no key has, such as a line break';
    return { answer: { kind: 'problem', status: null, problem }, wait: null };
  }
}

function send({ url, method = 'GET', key, body, timeout }: JsonRequest): Promise<Sent> {
  const { host, protocol } = new URL(url);
  const proxy = getProxyForUrl(url);
  const text = body && JSON.stringify(body);
  const options: https.RequestOptions = {
    method,
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${key}`,
      ...(text ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) } : {}),
    },
    ...(proxy && protocol === 'https:' ? { agent: new HttpsProxyAgent(proxy) } : {}),
  };
  return new Promise((resolve) => {
    const settle = (sent: Sent): void => {
      clearTimeout(timer);
      resolve(sent);
    };
    const problem = (words: string, status: number | null = null, wait: number | null = null): void =>
      settle({ answer: { kind: 'problem', status, problem: words }, wait });
    const request = (protocol === 'http:' ? http : https).request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', ({ message }) => problem(`the answer of ${host} broke off (${message})`));
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        if (status >= 300 && status < 400) {
          const target = hostOf(response.headers.location, url);
          problem(`${host} redirects to ${target}, which is not followed with a key`, status);
        } else if (status === 429) {
          const seconds = Number(response.headers['retry-after'] ?? 1);
          const isSoon = Number.isFinite(seconds) && seconds <= MAX_WAIT;
          const until = Number.isFinite(seconds) ? `; it says to ask again in ${seconds} seconds` : '';
          problem(`${host} answers 429: too many requests${until}`, status, isSoon ? seconds * 1000 : null);
        } else if (status >= 500) {
          problem(`${host} answers ${status}: an error of the server`, status, PAUSE);
        } else {
          const json = parsed(Buffer.concat(chunks).toString('utf8'));
          if (json === undefined) problem(`${host} answers ${status} with something that is no JSON`, status);
          else settle({ answer: { kind: 'answer', status, json }, wait: null });
        }
      });
    });
    // For the whole answer: a server that sends a little now and then is no answer either.
    const timer = setTimeout(() => {
      problem(`${host} did not answer within ${timeout / 1000} seconds`);
      request.destroy();
    }, timeout);
    request.on('error', (error: NodeJS.ErrnoException) =>
      problem(
        `${host} cannot be reached${proxy ? ' through the proxy' : ''} (${error.code ?? error.message})`,
      ),
    );
    request.end(text);
  });
}

function hostOf(location: string | undefined, base: string): string {
  try {
    return new URL(location ?? '', base).host;
  } catch {
    return 'an address that is none';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
