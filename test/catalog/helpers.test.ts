import { describe, expect, it } from 'vitest';

import { installedSdks, type SdkPackage } from '../../scripts/catalog/packages.js';
import { allOperations, operationNamed, type Operation } from '../../src/catalog/index.js';
import { fakeApi, methodOf } from './fake-api.js';
import { HELPER_BODIES } from './helper-arguments.js';
import { callArguments, callsOf, withoutIds } from './marked-arguments.js';

// 4.0 had no helpers yet.
const sdks = installedSdks().filter(({ major, version }) => major >= 4 && version !== '4.0.1');
const helpers = Object.keys(HELPER_BODIES).map((name) => operationNamed(name)!);

/** Every request line of a helper, sorted; undefined if this version lacks it. */
async function requestLines(
  sdk: SdkPackage,
  operation: Operation,
  body = HELPER_BODIES[operation.name]!,
): Promise<string[] | undefined> {
  const { client, sent } = fakeApi(sdk, answerTo(operation.name));
  const method = operation.majors.includes(sdk.major) ? methodOf(client, operation.name) : undefined;
  if (!method) return undefined;
  await toTheEnd(method, callArguments(sdk, operation, body));
  return [...new Set(sent.map(({ line }) => withoutIds(line)))].sort();
}

/** Which state a helper waits for. */
function answerTo(name: string): () => object {
  if (name === 'files.waitForProcessing') return () => ({ status: 'processed' });
  if (name === 'beta.agents.sessions.stream') return () => ({ status: 'idle' });
  return () => ({});
}

/** Helpers return promises, runners with `done()`, or things to iterate over, which send only then. */
async function toTheEnd(method: (...args: readonly unknown[]) => unknown, args: unknown[]): Promise<void> {
  try {
    const result = method(...args) as Partial<AsyncIterable<unknown>> & { done?: () => Promise<void> };
    if (result.done) await result.done();
    else if (result[Symbol.asyncIterator]) for await (const _ of result as AsyncIterable<unknown>);
    else await result;
  } catch {
    // The answers are no event streams; all requests have been sent by then.
  }
}

describe.each(sdks)('helpers of openai $version', (sdk) => {
  for (const operation of helpers) {
    if (!operation.majors.includes(sdk.major) || !methodOf(fakeApi(sdk).client, operation.name)) continue;
    // It has two ways, see below.
    if (operation.name === 'responses.stream') continue;
    it(`${operation.name} sends what the catalog says`, async () => {
      expect(await requestLines(sdk, operation)).toEqual(callsOf(operation).sort());
    });
  }
});

describe('responses.stream', () => {
  const operation = operationNamed('responses.stream')!;
  const newest = sdks.at(-1)!;

  it('creates a response', async () => {
    expect(await requestLines(newest, operation)).toEqual(['POST /responses']);
  });

  it('continues one that has an id', async () => {
    expect(await requestLines(newest, operation, { response_id: 'id-x' })).toEqual(['GET /responses/{}']);
  });

  it('has both in the catalog', () => {
    expect(callsOf(operation)).toEqual(['GET /responses/{}', 'POST /responses']);
  });
});

describe('operations that send nothing', () => {
  it('are three', () => {
    const local = allOperations().filter(({ endpoints }) => endpoints.length === 0);
    expect(local.map(({ name }) => name)).toEqual([
      // Its result has methods that read artifacts.
      'beta.agents.sessions.artifacts.forResult',
      'webhooks.unwrap',
      'webhooks.verifySignature',
    ]);
  });
});
