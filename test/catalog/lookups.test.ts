import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { installedSdks } from '../../scripts/catalog/packages.js';
import {
  allOperations,
  clientOptionNames,
  endpointAt,
  isResource,
  methodNames,
  operationDeclaredAt,
  operationNamed,
  rawMethods,
  requestOptionNames,
  resourceDeclaredAt,
  resourceOfClass,
} from '../../src/catalog/index.js';
import { fakeApi, methodOf } from './fake-api.js';

const sdks = installedSdks().filter((sdk) => sdk.major >= 4);

describe('operationNamed', () => {
  it('knows a plain method', () => {
    expect(operationNamed('responses.create')).toMatchObject({
      majors: [4, 5, 6, 7],
      endpoints: [{ method: 'POST', path: '/responses', effect: 'infers' }],
      bodyArgument: 0,
      optionsArgument: 1,
      queryNames: [],
    });
    const names = operationNamed('responses.create')!.bodyNames;
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(['store', 'background', 'previous_response_id']));
  });

  it('gives a helper the requests of the methods that it uses, in order', () => {
    expect(operationNamed('vectorStores.files.uploadAndPoll')!.endpoints).toEqual([
      { method: 'POST', path: '/files', effect: 'keeps' },
      { method: 'POST', path: '/vector_stores/{}/files', effect: 'keeps' },
      { method: 'GET', path: '/vector_stores/{}/files/{}', effect: 'reads' },
    ]);
  });

  it.each([
    // Moved with 5.0, from the position after the last id.
    ['beta.threads.messages.update', 1, 2],
    ['beta.threads.runs.submitToolOutputs', 1, 2],
    ['beta.threads.runs.steps.retrieve', 1, 3],
    ['vectorStores.files.update', 1, 2],
    // Had no object before.
    ['beta.threads.runs.retrieve', 1, null],
    // Did not move.
    ['chat.completions.create', 0, undefined],
  ])('%s has its body at %s, in major 4 at %s', (name, body, bodyIn4) => {
    const operation = operationNamed(name)!;
    expect([operation.bodyArgument, operation.bodyArgumentIn4]).toEqual([body, bodyIn4]);
  });

  it.each([
    ['files.del', [4]],
    ['files.delete', [5, 6, 7]],
    ['files.retrieveContent', [4]],
    ['edits.create', [4]],
    ['fineTunes.create', [4]],
    ['beta.vectorStores.create', [4]],
    ['beta.assistants.files.create', [4]],
    ['beta.threads.messages.files.list', [4]],
    ['beta.chat.completions.runFunctions', [4]],
    ['beta.responses.create', [6, 7]],
    ['live.sessions.fork', [7]],
  ])('%s exists in majors %j', (name, majors) => {
    expect(operationNamed(name)?.majors).toEqual(majors);
  });

  it('has no query in paths', () => {
    expect(operationNamed('beta.responses.create')!.endpoints[0]!.path).toBe('/responses');
    expect(allOperations().filter(({ endpoints }) => endpoints.some((e) => /[?]/.test(e.path)))).toEqual([]);
  });

  it('has the retention settings of the API for administrators, and nothing else of it', () => {
    const admin = allOperations().filter(({ name }) => name.startsWith('admin.'));
    expect(admin.map(({ name }) => name)).toEqual([
      'admin.organization.dataRetention.retrieve',
      'admin.organization.dataRetention.update',
      'admin.organization.projects.dataRetention.retrieve',
      'admin.organization.projects.dataRetention.update',
    ]);
  });

  it('does not know what only looks like a name', () => {
    for (const name of ['', 'responses', 'create', 'constructor', 'toString', '__proto__']) {
      expect(operationNamed(name), name).toBeUndefined();
    }
  });
});

describe('every operation', () => {
  it('is found under its own name', () => {
    for (const operation of allOperations()) expect(operationNamed(operation.name)).toBe(operation);
  });

  it('is found by each of its declarations', () => {
    for (const operation of allOperations()) {
      expect(operation.declarations, operation.name).not.toHaveLength(0);
      for (const { file, className, method } of operation.declarations) {
        expect(operationDeclaredAt(file, className, method)?.name).toBe(operation.name);
      }
    }
  });

  it('has its last name in methodNames', () => {
    for (const { name } of allOperations()) expect(methodNames()).toContain(name.split('.').at(-1));
    expect(methodNames()).toContain('createChatCompletion');
    expect(methodNames()).not.toContain('map');
  });

  it('has sorted names, none twice, none in both places', () => {
    for (const { name, bodyNames, queryNames } of allOperations()) {
      for (const names of [bodyNames, queryNames]) expect([...new Set(names)].sort(), name).toEqual(names);
    }
  });
});

describe('declarations', () => {
  it('exist in the declaration files of some version', () => {
    const declared = allOperations().flatMap(({ declarations }) => declarations);
    const missing = declared.filter(
      ({ file, className }) => !sdks.some(({ directory }) => declaresClass(directory, file, className)),
    );
    expect(missing).toEqual([]);
  });

  function declaresClass(directory: string, file: string, className: string): boolean {
    const declarationFile = path.join(directory, `${file}.d.ts`);
    if (!existsSync(declarationFile)) return false;
    return new RegExp(`class ${className}\\b`).test(readFileSync(declarationFile, 'utf8'));
  }
});

describe('resources', () => {
  it.each(['', 'beta', 'beta.threads', 'responses', 'vectorStores.files', 'fineTuning.checkpoints', 'edits'])(
    '"%s" is one',
    (name) => expect(isResource(name)).toBe(true),
  );

  it.each(['threads', 'responses.create', 'constructor', 'beta.', 'emails'])('"%s" is none', (name) =>
    expect(isResource(name)).toBe(false),
  );

  it('are found by class name', () => {
    expect(resourceOfClass('Files')).toEqual(
      expect.arrayContaining(['files', 'vectorStores.files', 'containers.files']),
    );
    expect([...resourceOfClass('Responses')].sort()).toEqual(['beta.responses', 'responses']);
    expect(resourceOfClass('Emails')).toEqual([]);
  });

  it('are found by declaration', () => {
    expect(resourceDeclaredAt('resources/files', 'Files')).toBe('files');
    expect(resourceDeclaredAt('resources/vector-stores/files', 'Files')).toBe('vectorStores.files');
    expect(resourceDeclaredAt('resources/files', 'Responses')).toBeUndefined();
    expect(operationDeclaredAt('resources/responses/responses', 'Responses', 'create')?.name).toBe(
      'responses.create',
    );
  });

  it.each(sdks)('have the classes that the client of $version has', ({ directory, ...sdk }) => {
    const { client } = fakeApi({ directory, ...sdk });
    const wrong = resourcesOf(client).filter(
      ([name, className]) => isResource(name) && !resourceOfClass(className).includes(name),
    );
    expect(wrong).toEqual([]);
  });

  /** Path and class name of every object below a client. */
  function resourcesOf(node: unknown, prefix = ''): [string, string][] {
    return Object.entries(node as object).flatMap(([key, value]: [string, unknown]) => {
      if (key.startsWith('_') || key === 'client' || typeof value !== 'object' || value === null) return [];
      if (!('_client' in value) && !('client' in value)) return [];
      // Some builds number their classes: Completions2.
      const className = value.constructor.name.replace(/\d+$/, '');
      return [[prefix + key, className] as [string, string], ...resourcesOf(value, `${prefix}${key}.`)];
    });
  }
});

describe('names of options', () => {
  it('are those of every major', () => {
    const names = [...clientOptionNames()];
    expect(names).toEqual(expect.arrayContaining(['apiKey', 'baseURL', 'httpAgent', 'dataResidency']));
    expect(names).toEqual(expect.arrayContaining(['azureADTokenProvider', 'awsRegion']));
    expect(names).not.toContain('store');
    expect([...requestOptionNames()]).toEqual(expect.arrayContaining(['body', 'path', 'headers', 'signal']));
    expect(requestOptionNames()).not.toContain('store');
  });
});

describe('raw methods', () => {
  it.each(sdks)('are methods of the client of $version', (sdk) => {
    const { client } = fakeApi(sdk);
    for (const name of rawMethods.keys()) expect(methodOf(client, name), name).toBeDefined();
  });

  it('send to the path that they are given', async () => {
    for (const [name, raw] of rawMethods) {
      if (raw.pathArgument === undefined || name === 'getAPIList') continue;
      const { client, sent } = fakeApi(sdks.at(-1)!);
      const args: unknown[] = [];
      args[raw.pathArgument] = '/files';
      args[raw.optionsArgument] = { body: { purpose: 'x' } };
      await methodOf(client, name)!(...args);
      expect(sent[0]).toMatchObject({ line: `${raw.method} /files`, bodyNames: ['purpose'] });
    }
  });
});

describe('endpointAt', () => {
  it.each([
    ['POST', '/responses', '/responses'],
    ['POST', '/responses/compact', '/responses/compact'],
    ['POST', '/responses/resp_1/cancel', '/responses/{}/cancel'],
    ['GET', '/responses/resp_1', '/responses/{}'],
    ['GET', '/files/{}', '/files/{}'],
    ['POST', '/threads/runs', '/threads/runs'],
    ['POST', '/threads/thread_1', '/threads/{}'],
    ['POST', '/answers', '/answers'],
  ] as const)('%s %s is %s', (method, path, endpoint) => {
    expect(endpointAt(method, path)?.path).toBe(endpoint);
  });

  it.each([
    ['GET', '/embeddings'],
    ['POST', '/responses/'],
    ['POST', '/v1/responses'],
    ['POST', '/messages'],
    ['POST', ''],
  ] as const)('%s %s is none', (method, path) => expect(endpointAt(method, path)).toBeUndefined());

  it('finds every endpoint by itself', () => {
    for (const endpoint of allOperations().flatMap((operation) => operation.endpoints)) {
      expect(endpointAt(endpoint.method, endpoint.path)).toEqual(endpoint);
    }
  });
});
