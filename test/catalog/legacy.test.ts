import { describe, expect, it } from 'vitest';

import { installedSdks, loadSdk } from '../../scripts/catalog/packages.js';
import { legacyOperationNamed, operationDeclaredAt, type Operation } from '../../src/catalog/index.js';
import { callsOf, withoutIds } from './marked-arguments.js';

interface AxiosRequest {
  readonly method: string;
  readonly baseURL?: string;
  readonly url: string;
  readonly data?: string | { getBuffer(): Buffer };
}
type Method = (...args: unknown[]) => Promise<unknown>;

const sdk = installedSdks().find(({ major }) => major === 3)!;
const { OpenAIApi, Configuration } = loadSdk(sdk) as {
  OpenAIApi: new (configuration: object) => Record<string, Method>;
  Configuration: new (options: object) => object;
};
const methodNames = Object.getOwnPropertyNames(OpenAIApi.prototype).filter((name) => name !== 'constructor');

/**
 * Runs a method with arguments that name themselves, and an axios adapter that records in place of sending.
 */
async function run(operation: Operation): Promise<AxiosRequest> {
  let sent: AxiosRequest | undefined;
  const adapter = async (request: AxiosRequest) => {
    sent = request;
    return { status: 200, statusText: 'OK', headers: {}, config: request, data: {} };
  };
  const args = operation.positional!.map((name, index) => {
    if (index === operation.optionsArgument) return { adapter };
    if (index !== operation.bodyArgument) return `id-${name}`;
    return Object.fromEntries(operation.bodyNames.map((property) => [property, `id-${property}`]));
  });
  const client = new OpenAIApi(new Configuration({ apiKey: 'key' }));
  await client[operation.name]!(...args);
  return sent!;
}

function bodyNames({ data }: AxiosRequest): string[] {
  if (data === undefined) return [];
  if (typeof data === 'string') return Object.keys(JSON.parse(data) as object).sort();
  const form = data.getBuffer().toString();
  return [...form.matchAll(/ name="([^"]+)"/g)].map((match) => match[1]!).sort();
}

describe('openai 3 through an axios adapter', () => {
  it('has 28 methods', () => {
    expect(methodNames).toHaveLength(28);
  });

  it.each(methodNames)('%s sends what the catalog says', async (name) => {
    const operation = legacyOperationNamed(name)!;
    const request = await run(operation);
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/v1/, '');
    expect([withoutIds(`${request.method.toUpperCase()} ${path}`)]).toEqual(callsOf(operation));
    expect(bodyNames(request)).toEqual(operation.bodyNames);
    expect([...url.searchParams.keys()].sort()).toEqual(operation.queryNames);
  });
});

describe('legacyOperationNamed', () => {
  it('knows positional arguments', () => {
    expect(legacyOperationNamed('createFile')).toMatchObject({
      majors: [3],
      endpoints: [{ method: 'POST', path: '/files', effect: 'keeps' }],
      positional: ['file', 'purpose', 'options'],
      optionsArgument: 2,
    });
    expect(legacyOperationNamed('createFile')).not.toHaveProperty('bodyArgument');
    expect(legacyOperationNamed('createChatCompletion')).toMatchObject({
      bodyArgument: 0,
      optionsArgument: 1,
    });
  });

  it('does not know the operations of later majors', () => {
    expect(legacyOperationNamed('responses.create')).toBeUndefined();
    expect(legacyOperationNamed('toString')).toBeUndefined();
  });

  it('is found by its declaration', () => {
    expect(operationDeclaredAt('dist/api', 'OpenAIApi', 'createFile')?.name).toBe('createFile');
  });
});
