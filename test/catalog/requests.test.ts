import { describe, expect, it } from 'vitest';

import { installedSdks, type SdkPackage } from '../../scripts/catalog/packages.js';
import { allOperations, type Operation } from '../../src/catalog/index.js';
import { fakeApi, methodOf, type SentRequest } from './fake-api.js';
import { HELPER_BODIES } from './helper-arguments.js';
import { callArguments, callsOf, markedBody, takesBody, withoutIds } from './marked-arguments.js';

const sdks = installedSdks().filter((sdk) => sdk.major >= 4);
const newest = sdks.at(-1)!;

/** Every operation that sends its one request itself. */
const operations = allOperations().filter(
  ({ name, endpoints }) => endpoints.length > 0 && !Object.hasOwn(HELPER_BODIES, name),
);

/** Properties that are not sent: callbacks, which need values of their own. */
const LOCAL_NAMES = new Set(['toolHandlers']);

/** Methods whose query came after the first version that has them. */
const LATER_QUERY = ['files.list in 4.0.1', 'beta.threads.runs.steps.retrieve in 4.36.0'];

/** The first request of an operation in one version; undefined if that version lacks the method. */
async function firstRequest(sdk: SdkPackage, operation: Operation): Promise<SentRequest | undefined> {
  const { client, sent } = fakeApi(sdk);
  const method = operation.majors.includes(sdk.major) ? methodOf(client, operation.name) : undefined;
  if (!method) return undefined;
  try {
    await method(...callArguments(sdk, operation, markedBody(operation, LOCAL_NAMES)));
  } catch {
    // The answer may not be what the method expects; the request has been sent by then.
  }
  expect(sent, operation.name).not.toHaveLength(0);
  return sent[0];
}

/** Where a property of the marked body went. */
function landing(request: SentRequest, name: string): 'path' | 'query' | 'body' | 'header' | 'nowhere' {
  const value = `id-${name}`;
  if (request.line.split('/').includes(value)) return 'path';
  if (request.query.has(name)) return 'query';
  if (request.bodyNames.includes(name)) return 'body';
  return [...request.headers.values()].includes(value) ? 'header' : 'nowhere';
}

describe.each(sdks)('openai $version against a fake fetch', (sdk) => {
  it('sends the requests that the catalog says, with all the names it knows', async () => {
    const differences: string[] = [];
    for (const operation of operations) {
      const request = await firstRequest(sdk, operation);
      if (!request) continue;
      const where = `${operation.name} in ${sdk.version}`;
      const call = withoutIds(request.line);
      if (!callsOf(operation).includes(call)) differences.push(`${where} sent ${call}`);

      const body = takesBody(sdk, operation) ? markedBody(operation, LOCAL_NAMES) : {};
      const lost = Object.keys(body).filter((name) => landing(request, name) === 'nowhere');
      if (lost.length > 0 && !LATER_QUERY.includes(where)) differences.push(`${where} lost ${lost.join()}`);
      const extra = request.bodyNames.filter((name) => !Object.hasOwn(body, name));
      if (extra.length > 0) differences.push(`${where} sent also ${extra.join()}`);
    }
    expect(differences).toEqual([]);
  });
});

describe('the majors of an operation', () => {
  it.each([4, 5, 6, 7])('are those whose versions have the method: %i', (major) => {
    const clients = sdks.filter((sdk) => sdk.major === major).map((sdk) => fakeApi(sdk).client);
    const catalogued = allOperations().filter((operation) => operation.majors.includes(major));
    const missing = catalogued.filter(({ name }) => !clients.some((client) => methodOf(client, name)));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});

describe(`openai ${newest.version}, the newest`, () => {
  it('sends as query what the catalog calls query, and nothing else', async () => {
    for (const operation of operations) {
      const request = await firstRequest(newest, operation);
      if (!request) continue;
      const names = Object.keys(markedBody(operation, LOCAL_NAMES)).sort();
      const query = names.filter((name) => landing(request, name) === 'query');
      expect(query, operation.name).toEqual(operation.queryNames);
    }
  });
});
