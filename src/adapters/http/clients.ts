import type { HttpMethod } from '../../catalog/index.js';

/** Where the parts of a request stand in the arguments of a call, and how they are named in its options. */
export interface Signature {
  /** The verb, where the name of the call says it. */
  readonly method?: HttpMethod;
  /** Index of an argument that is the verb. */
  readonly methodArgument?: number;
  /** Index of the URL; absent where only the options have it. */
  readonly url?: number;
  /** Index of a body of its own. */
  readonly body?: number;
  /** Index of the options. */
  readonly options?: number;
  /** Calls on what the call gives back whose first argument is the body: `superagent.post(url).send(body)`. */
  readonly bodyCalls?: readonly string[];
  readonly keys: OptionNames;
}

/** What the parts of a request are called in options; the first name is the one that wins. */
export interface OptionNames {
  readonly method?: readonly string[];
  readonly url?: readonly string[];
  /** A URL in parts: `https.request({ hostname, path })`. */
  readonly host?: readonly string[];
  readonly path?: readonly string[];
  /** Put before a relative URL, with one slash between. */
  readonly base?: readonly string[];
  /** What a relative URL is resolved against, as `new URL(url, base)` does it. */
  readonly resolvedAgainst?: readonly string[];
  /** The body as text: `JSON.stringify(body)`. */
  readonly text?: readonly string[];
  /** The body as an object, which the library makes JSON of. */
  readonly json?: readonly string[];
}

/** One library that sends HTTP requests. */
export interface HttpClient {
  /** As it is named in messages and docs. */
  readonly name: string;
  readonly modules: readonly string[];
  readonly globals?: readonly string[];
  /** Exports that are the same as the module itself. */
  readonly self?: readonly string[];
  /** The module itself, or an instance, called as a function. */
  readonly called?: Signature;
  /** Functions on the module or an instance. */
  readonly members?: Readonly<Record<string, Signature>>;
  /** Functions on the module or an instance that give another instance; their first argument is options. */
  readonly makers?: readonly string[];
  /** Classes whose instances send; their first argument is options. */
  readonly classes?: readonly string[];
  /** Classes whose first argument is the origin. */
  readonly originClasses?: readonly string[];
  /** Members that lead to an instance: `httpService.axiosRef`. */
  readonly instances?: readonly string[];
}

const FETCH_KEYS: OptionNames = { method: ['method'], text: ['body'] };
export const FETCH: Signature = { url: 0, options: 1, keys: FETCH_KEYS };

const AXIOS_KEYS: OptionNames = { method: ['method'], url: ['url'], base: ['baseURL'], json: ['data'] };
const GOT_KEYS: OptionNames = {
  method: ['method'],
  url: ['url'],
  base: ['prefixUrl'],
  json: ['json'],
  text: ['body'],
};
const KY_KEYS: OptionNames = {
  method: ['method'],
  base: ['prefixUrl', 'prefix'],
  resolvedAgainst: ['baseUrl'],
  json: ['json'],
  text: ['body'],
};
const OFETCH_KEYS: OptionNames = { method: ['method'], base: ['baseURL'], json: ['body'] };
const UNDICI_KEYS: OptionNames = { method: ['method'], host: ['origin'], path: ['path'], text: ['body'] };
const NODE_KEYS: OptionNames = { method: ['method'], host: ['hostname', 'host'], path: ['path', 'pathname'] };
const REQUEST_KEYS: OptionNames = {
  method: ['method'],
  url: ['url', 'uri'],
  base: ['baseUrl'],
  json: ['json', 'body'],
};
const AJAX_KEYS: OptionNames = { method: ['method', 'type'], url: ['url'], text: ['data'] };
const NODE: Signature = { url: 0, options: 1, bodyCalls: ['write', 'end'], keys: NODE_KEYS };

/** Verbs as methods, `client.post(url, …)`. */
function verbs(
  keys: OptionNames,
  withBody: Omit<Signature, 'keys'>,
  bare: Omit<Signature, 'keys'> = withBody,
) {
  const entry = (name: string, method: HttpMethod, shape: Omit<Signature, 'keys'>) =>
    [name, { ...shape, method, keys }] as const;
  return Object.fromEntries([
    entry('get', 'GET', bare),
    entry('delete', 'DELETE', bare),
    entry('post', 'POST', withBody),
    entry('put', 'PUT', withBody),
    entry('patch', 'PATCH', withBody),
  ]);
}

const URL_AND_OPTIONS = { url: 0, options: 1 };
const SUPERAGENT_KEYS: OptionNames = {};

const AXIOS_MEMBERS: Readonly<Record<string, Signature>> = {
  ...verbs(AXIOS_KEYS, { url: 0, body: 1, options: 2 }, URL_AND_OPTIONS),
  request: { url: 0, options: 1, keys: AXIOS_KEYS },
  postForm: { method: 'POST', url: 0, body: 1, options: 2, keys: AXIOS_KEYS },
};

/**
 * Libraries and globals that send HTTP requests. Read and run: node-fetch 3, cross-fetch 4, undici 7, axios 1, got 14,
 * ky 1 and 2, ofetch 1, superagent 10; the others are written after their documentation.
 */
export const httpClients: readonly HttpClient[] = [
  {
    name: 'fetch',
    modules: [
      'node-fetch',
      'node-fetch-native',
      'cross-fetch',
      'isomorphic-fetch',
      'isomorphic-unfetch',
      'unfetch',
      'expo/fetch',
      '@whatwg-node/fetch',
      '@tauri-apps/plugin-http',
      'electron-fetch',
    ],
    globals: ['fetch'],
    self: ['default', 'fetch'],
    called: FETCH,
    classes: ['Request'],
  },
  {
    name: 'undici',
    modules: ['undici'],
    members: {
      fetch: FETCH,
      request: { url: 0, options: 1, keys: UNDICI_KEYS },
      stream: { url: 0, options: 1, keys: UNDICI_KEYS },
    },
    originClasses: ['Pool', 'Client', 'BalancedPool'],
    classes: ['Agent', 'ProxyAgent', 'Request'],
  },
  {
    name: 'axios',
    modules: ['axios', 'redaxios'],
    globals: ['axios', '$axios'],
    self: ['default', 'axios', 'Axios', 'AxiosInstance'],
    called: { url: 0, options: 1, keys: AXIOS_KEYS },
    members: AXIOS_MEMBERS,
    makers: ['create'],
    classes: ['Axios'],
  },
  {
    name: 'axios',
    modules: ['@nestjs/axios'],
    self: ['HttpService'],
    members: AXIOS_MEMBERS,
    instances: ['axiosRef'],
  },
  {
    name: 'got',
    modules: ['got'],
    self: ['default', 'got', 'Got'],
    called: { url: 0, options: 1, keys: GOT_KEYS },
    members: { ...verbs(GOT_KEYS, URL_AND_OPTIONS), stream: { url: 0, options: 1, keys: GOT_KEYS } },
    makers: ['extend'],
  },
  {
    name: 'ky',
    modules: ['ky', 'ky-universal'],
    globals: ['ky'],
    self: ['default', 'KyInstance'],
    called: { url: 0, options: 1, keys: KY_KEYS },
    members: verbs(KY_KEYS, URL_AND_OPTIONS),
    makers: ['create', 'extend'],
  },
  {
    name: 'ofetch',
    modules: ['ofetch', 'ohmyfetch'],
    globals: ['$fetch', 'useFetch', 'useLazyFetch'],
    self: ['ofetch', '$fetch', 'default'],
    called: { url: 0, options: 1, keys: OFETCH_KEYS },
    members: { raw: { url: 0, options: 1, keys: OFETCH_KEYS }, native: FETCH },
    makers: ['create'],
  },
  {
    name: 'superagent',
    modules: ['superagent', 'superagent-promise'],
    self: ['default'],
    called: { methodArgument: 0, url: 1, bodyCalls: ['send'], keys: SUPERAGENT_KEYS },
    members: verbs(SUPERAGENT_KEYS, { url: 0, body: 1, bodyCalls: ['send'] }),
    makers: ['agent'],
  },
  {
    name: 'request',
    modules: ['request', 'request-promise', 'request-promise-native', 'postman-request'],
    self: ['default'],
    called: { url: 0, options: 1, keys: REQUEST_KEYS },
    members: verbs(REQUEST_KEYS, URL_AND_OPTIONS),
    makers: ['defaults'],
  },
  {
    name: 'needle',
    modules: ['needle'],
    self: ['default'],
    called: { methodArgument: 0, url: 1, body: 2, options: 3, keys: {} },
    members: verbs({}, { url: 0, body: 1, options: 2 }, URL_AND_OPTIONS),
  },
  {
    name: 'node:https',
    modules: ['https', 'node:https', 'http', 'node:http', 'follow-redirects'],
    self: ['default', 'https', 'http'],
    members: { request: NODE, get: { ...NODE, method: 'GET' } },
  },
  {
    name: 'obsidian',
    modules: ['obsidian'],
    members: {
      requestUrl: { url: 0, options: 0, keys: { ...FETCH_KEYS, url: ['url'] } },
      request: { url: 0, options: 0, keys: { ...FETCH_KEYS, url: ['url'] } },
    },
  },
  {
    name: 'jQuery',
    modules: ['jquery'],
    globals: ['$', 'jQuery'],
    self: ['default'],
    members: { ajax: { url: 0, options: 1, keys: AJAX_KEYS } },
  },
  {
    name: 'UrlFetchApp',
    modules: [],
    globals: ['UrlFetchApp'],
    members: { fetch: { url: 0, options: 1, keys: { method: ['method'], text: ['payload'] } } },
  },
];

/** The global `fetch`, as nobody has changed it. */
export const fetchClient = { client: httpClients[0]!, made: [] };

/** Names whose call may send, for a look at a file or a call before anything is tracked. */
export const senderNames: ReadonlySet<string> = new Set([
  'send',
  ...httpClients.flatMap(({ globals = [], members = {}, classes = [] }) => [
    ...globals,
    ...Object.keys(members),
    ...classes,
  ]),
]);

/** Words without which a text sends nothing by itself. */
export const SENDER_WORDS =
  /fetch|\bRequest\b|WebSocket|\b(?:axios|got|https?|jQuery|ky|needle|redaxios|request|requestUrl|superagent|undici|ws)\b|\$\.ajax|HttpService/i;
