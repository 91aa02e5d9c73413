import ts from 'typescript';

import { methodFacts, type MethodFacts, type VersionFacts } from './facts.js';
import { loadSdk, type SdkPackage } from './packages.js';
import { declaredParameters, type DeclaredParameter } from './parameters.js';
import { callTemplate, MARK, markedArgument } from './probe.js';
import { openSource, type SdkSource } from './source.js';

/** The one class of 3.x, and the file that declares it. */
const API_CLASS = 'OpenAIApi';
const API_FILE = 'dist/api';

/** The part of an axios request that tells what is sent. */
interface AxiosRequest {
  readonly method: string;
  readonly url: string;
  readonly data?: string | { getBuffer(): Buffer };
}

/** Reads major 3: one flat class on axios, `createChatCompletion(body, options)`, uploads positional. */
export async function legacyFacts(sdk: SdkPackage): Promise<VersionFacts> {
  const source = openSource(sdk);
  const probe = legacyProber(sdk);
  const methods: MethodFacts[] = [];
  for (const [name, parameters] of legacyMethods(source)) {
    methods.push(toFacts(name, parameters, await probe(name, parameters)));
  }
  return {
    version: sdk.version,
    major: sdk.major,
    methods,
    resources: [{ path: API_CLASS, file: API_FILE, className: API_CLASS }],
    clientOptions: [],
    requestOptions: [],
  };
}

function legacyMethods(source: SdkSource): [string, DeclaredParameter[]][] {
  const api = source.exports.get(API_CLASS)!.declarations!.find(ts.isClassDeclaration)!;
  return api.members.filter(ts.isMethodDeclaration).map((method) => {
    const parameters = declaredParameters(source.checker, [method]).map((parameter): DeclaredParameter =>
      // An axios configuration, with other names than the options of later majors.
      parameter.name === 'options' ? { name: 'options', kind: 'options', properties: [] } : parameter,
    );
    return [method.name.getText(), parameters];
  });
}

type LegacyProbe = (name: string, parameters: readonly DeclaredParameter[]) => Promise<AxiosRequest>;

/** Runs methods on a client whose axios only remembers the request. */
function legacyProber(sdk: SdkPackage): LegacyProbe {
  type Api = Record<string, (...args: readonly unknown[]) => Promise<unknown>>;
  const { OpenAIApi, Configuration } = loadSdk(sdk) as {
    OpenAIApi: new (configuration: object, basePath: string, axios: object) => Api;
    Configuration: new (options: object) => object;
  };
  let sent: AxiosRequest | undefined;
  const axios = { request: async (request: AxiosRequest) => (sent = request) };
  const client = new OpenAIApi(new Configuration({ apiKey: MARK }), 'https://api.openai.com/v1', axios);

  return async (name, parameters) => {
    await client[name]!(...parameters.map(markedArgument));
    return sent!;
  };
}

function toFacts(name: string, parameters: readonly DeclaredParameter[], sent: AxiosRequest): MethodFacts {
  const url = new URL(sent.url);
  const call = callTemplate(sent.method, url);
  return {
    ...methodFacts(name, [call], parameters, [...url.searchParams.keys()]),
    bodyNames: sentNames(sent.data),
    positional: parameters.map((parameter) => parameter.name),
  };
}

/** Names in a JSON or form body. */
function sentNames(data: AxiosRequest['data']): string[] {
  if (data === undefined) return [];
  if (typeof data === 'string') return Object.keys(JSON.parse(data) as object).sort();
  const form = data.getBuffer().toString();
  return [...new Set([...form.matchAll(/ name="([^"]+)"/g)].map((match) => match[1]!))].sort();
}
