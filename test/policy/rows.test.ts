import { describe, expect, it } from 'vitest';
import { allOperations, legacyOperationNamed, methodNames, type Endpoint } from '../../src/catalog/index.js';
import { endpoints, unaddressed } from '../../src/policy/endpoints.js';
import {
  allRows,
  endpointRow,
  isUnaddressed,
  matchesModel,
  modelRow,
  parameterRow,
  parameterRowsOf,
  policyAsOf,
  rowById,
  rowsOwnedBy,
  ruleNames,
  selects,
  toolRows,
  verdict,
} from '../../src/policy/index.js';
import { parameters } from '../../src/policy/parameters.js';
import { moreSpecific } from '../../src/policy/selectors.js';
import type { EndpointSelector, PolicyRow, RuleName } from '../../src/policy/types.js';

const rows = allRows();
const reported = rows.filter((row) => row.owner !== null);

/** Every call that some SDK version makes, once. */
const calls: readonly Endpoint[] = [
  ...new Map(
    [...allOperations(), ...[...methodNames()].flatMap((name) => legacyOperationNamed(name) ?? [])].flatMap(
      (operation) =>
        operation.endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const),
    ),
  ).values(),
];

function title(row: { id: string } | Endpoint): string {
  return 'id' in row ? row.id : `${row.method} ${row.path}`;
}

describe('a row', () => {
  it('has an id of its own', () => {
    const ids = rows.map((row) => row.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('has an id that starts with its kind', () => {
    expect(rows.filter((row) => !row.id.startsWith(`${row.kind}:`)).map(title)).toEqual([]);
  });

  it.each(rows.map((row) => [row.id, row] as const))(
    '%s says where it is from, when, and what is kept',
    (_id, row) => {
      expect(row.sources.length).toBeGreaterThan(0);
      for (const source of row.sources)
        expect(source).toMatch(/^(https:\/\/\S+|npm:(@[\w-]+\/)?[\w-]+@\d[\w.]*)$/);
      expect(row.asOf).toMatch(/^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$/);
      expect(['high', 'medium', 'low']).toContain(row.confidence);
      expectOneSentence(row.keeps);
      if (row.remedy !== '') expectOneSentence(row.remedy);
      expect(row.title).not.toMatch(/[.!]$/);
    },
  );

  it('has a remedy unless it is eligible everywhere', () => {
    const idle = (row: PolicyRow): boolean => Object.values(row.under).every((value) => value === 'eligible');
    expect(rows.filter((row) => (row.remedy === '') !== idle(row)).map(title)).toEqual([]);
  });

  it('promises no compliance in its texts', () => {
    for (const row of rows)
      expect(`${row.title} ${row.keeps} ${row.remedy}`).not.toMatch(
        /complian|certif|guarantee|\bsafe\b|\bsecure\b/i,
      );
  });

  it('says what holds without ZDR where that is another matter, and claims no ZDR then', () => {
    const differs = ({ under }: PolicyRow): boolean =>
      ['forced-off', 'refused'].includes(under.zdr) && under.none !== under.zdr;
    const speaking = rows.filter((row) => row.otherwise !== undefined);
    const silent = reported.filter((row) => differs(row) && row.otherwise === undefined);
    expect(silent.map(title)).toEqual([]);
    for (const { otherwise = '' } of speaking) {
      expectOneSentence(otherwise);
      expect(otherwise).not.toMatch(/\b(?:under|for a) ZDR\b/);
    }
    for (const row of reported.filter(({ under }) => under.none !== 'eligible')) {
      expect(row.otherwise ?? row.keeps, row.id).not.toMatch(/(?:^|[;,] )under ZDR|unavailable under ZDR/i);
    }
  });

  it('writes its dates as ISO', () => {
    for (const row of rows)
      expect(`${row.keeps} ${row.remedy}`).not.toMatch(
        /\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d/,
      );
  });

  it('is marked low where it is inference', () => {
    const inference = rows.filter((row) => /\bseems?\b|\bassumed\b|\bexpected to\b/.test(row.keeps));
    expect(inference.length).toBeGreaterThan(0);
    expect(inference.filter((row) => row.confidence !== 'low').map(title)).toEqual([]);
  });

  it('is found by its id', () => {
    for (const row of rows) expect(rowById(row.id)).toBe(row);
    expect(rowById('endpoint:/nothing')).toBeUndefined();
  });
});

describe('confidence', () => {
  it('is low for exactly these rows, which no rule reports at error level', () => {
    expect(
      rows
        .filter((row) => row.confidence === 'low')
        .map(title)
        .sort(),
    ).toEqual([
      'account:audit_logs',
      'account:azure',
      'account:enhanced',
      'endpoint:/fine_tuning/alpha/graders',
      'endpoint:/responses/input_tokens',
      'endpoint:/skills (read)',
      'endpoint:/skills (upload)',
      'endpoint:/vaults',
      'feature:cyber-safeguards',
      'feature:playground',
      'model:newer aliases',
      'parameter:access_programs',
      'parameter:metadata',
      'parameter:multi_agent',
      'parameter:prediction',
      'parameter:service_tier',
      'parameter:session.delegation.type (decisions)',
      'tool:tool_search',
    ]);
  });
});

describe('an owner', () => {
  it('is a rule of the plugin', () => {
    for (const row of reported) expect(ruleNames).toContain(row.owner);
  });

  it('is found again by rowsOwnedBy, and every reported row has exactly one', () => {
    const owned = ruleNames.flatMap((rule) => rowsOwnedBy(rule));
    expect(owned).toHaveLength(new Set(owned).size);
    expect(new Set(owned)).toEqual(new Set(reported));
  });

  it('is every rule that judges policy', () => {
    expect(ruleNames.filter((rule) => rowsOwnedBy(rule).length === 0)).toEqual([
      'no-misused-await',
      'no-unproven-request',
      'allowed-hosts',
    ]);
  });

  it('never has a row that is eligible under ZDR', () => {
    expect(reported.filter((row) => verdict(row, 'zdr') === 'eligible').map(title)).toEqual([]);
  });

  it('is missing only where nothing is to be done or no code can show it', () => {
    const silent = rows.filter(
      (row) =>
        row.owner === null &&
        row.kind !== 'feature' &&
        row.kind !== 'account' &&
        !['eligible', 'unaddressed'].includes(verdict(row, 'zdr')),
    );
    expect(silent.map(title)).toEqual([
      'parameter:expires_after', // the endpoints that have it are reported
      'parameter:output_expires_after',
      'model:gpt-5.5', // the cache is the price of the model; what code can choose is reported by the cache rule
      'model:gpt-5.6',
      'model:newer aliases',
    ]);
  });

  it.each<[string, string, RuleName | null]>([
    ['POST', '/responses', null],
    ['POST', '/responses/compact', null],
    ['GET', '/responses/{}', 'no-non-zdr-endpoint'],
    ['GET', '/responses/resp_123/input_items?limit=5', 'no-non-zdr-endpoint'],
    ['DELETE', '/responses/{}', null],
    ['POST', '/responses/{}/cancel', null],
    ['GET', '/chat/completions', 'no-non-zdr-endpoint'],
    ['POST', '/chat/completions/{}', 'no-non-zdr-endpoint'],
    ['POST', '/v1/files', 'no-file-upload'],
    ['GET', '/files/{}/content', 'no-non-zdr-endpoint'],
    ['POST', '/uploads/{}/parts', 'no-file-upload'],
    ['POST', '/uploads/{}/cancel', null],
    ['POST', '/vector_stores', 'no-non-zdr-endpoint'],
    ['POST', '/vector_stores/{}/files', 'no-file-upload'],
    ['POST', '/vector_stores/{}/file_batches', 'no-file-upload'],
    ['POST', '/vector_stores/{}/search', 'no-non-zdr-endpoint'],
    ['POST', '/containers/{}/files', 'no-hosted-containers'],
    ['POST', '/threads/runs', 'no-non-zdr-endpoint'],
    ['POST', '/agents/environments/{}/files', 'no-non-zdr-endpoint'],
    ['POST', '/evals/{}/runs', 'no-non-zdr-endpoint'],
    ['POST', '/evals/{}/runs/{}', null],
    ['POST', '/realtime/client_secrets', null],
    ['GET', '/realtime', null],
    ['POST', '/live/sessions/{}/fork', 'no-non-zdr-endpoint'],
    ['GET', '/organization/data_retention', null],
    ['POST', '/organization/projects/{}/data_retention', null],
  ])('%s %s → %s', (method, path, owner) => {
    const row = endpointRow(method as Endpoint['method'], path);
    expect(row).toBeDefined();
    expect(row?.owner).toBe(owner);
  });
});

describe('endpoints', () => {
  it('cover every call of the catalog with a row or a reason', () => {
    expect(calls.length).toBeGreaterThan(200);
    const forgotten = calls.filter(
      ({ method, path }) => endpointRow(method, path) === undefined && !isUnaddressed(method, path),
    );
    expect(forgotten.map(title)).toEqual([]);
  });

  it('take a call with one row only', () => {
    const entries = [
      ...endpoints.flatMap((row) => row.endpoints.map((selector) => ({ selector, of: row.id }))),
      ...unaddressed.flatMap((entry) => entry.endpoints.map((selector) => ({ selector, of: entry.why }))),
    ];
    for (const { method, path } of calls) {
      const taking = entries.filter(({ selector }) => selects(selector, method, path));
      const closest = taking.filter(
        ({ selector }) => !taking.some((other) => moreSpecific(other.selector, selector)),
      );
      expect(closest, `${method} ${path}`).toHaveLength(1);
    }
  });

  it('have no selector that takes nothing', () => {
    const selectors = [...rows, ...unaddressed].flatMap((row): readonly EndpointSelector[] =>
      'endpoints' in row ? row.endpoints : [],
    );
    const takes = (selector: EndpointSelector): boolean =>
      calls.some(({ method, path }) => selects(selector, method, path));
    expect(selectors.filter((selector) => takes(selector) === (selector.notInCatalog ?? false))).toEqual([]);
  });

  it('name no verb in vain', () => {
    const idle = endpoints.flatMap((row) =>
      row.endpoints
        .filter((selector) => selector.notInCatalog === undefined)
        .flatMap((selector) =>
          (selector.methods ?? [])
            .filter(
              (method) =>
                !calls.some((call) => call.method === method && selects(selector, method, call.path)),
            )
            .map((method) => `${method} ${selector.path}`),
        ),
    );
    expect(idle).toEqual([]);
  });

  it('never report a DELETE', () => {
    for (const row of reported) {
      if (row.kind !== 'endpoint') continue;
      for (const selector of row.endpoints) {
        expect(selector.methods, row.id).toBeDefined();
        expect(selector.methods, row.id).not.toContain('DELETE');
      }
    }
    for (const { path } of calls) expect(endpointRow('DELETE', path)?.owner ?? null, path).toBeNull();
  });

  it('never report what the catalog knows to remove something', () => {
    const removing = calls.filter((call) => call.effect === 'removes');
    expect(removing.length).toBeGreaterThan(20);
    for (const { method, path } of removing)
      expect(endpointRow(method, path)?.owner ?? null, path).toBeNull();
  });

  it('leave no call that keeps, uses or reads without an owner, except where the pages allow it', () => {
    const silent = calls.filter(
      ({ method, path, effect }) =>
        ['keeps', 'uses', 'reads'].includes(effect) &&
        !isUnaddressed(method, path) &&
        endpointRow(method, path)?.owner === null,
    );
    expect(silent.map(title).sort()).toEqual(['GET /safety/alerts/{}', 'GET /safety/cases/{}']);
  });

  it('say of what is shut down that it was, and when', () => {
    for (const row of endpoints) {
      if (verdict(row, 'zdr') === 'gone') expect(row.keeps).toMatch(/shut down.*on \d{4}-\d\d-\d\d/);
    }
  });

  it('know nothing of paths that do not exist', () => {
    expect(endpointRow('POST', '/nothing')).toBeUndefined();
    expect(isUnaddressed('POST', '/nothing')).toBe(false);
    expect(isUnaddressed('GET', '/v1/models/')).toBe(true);
  });
});

describe('selectors', () => {
  it.each([
    ['/a/**', 'GET', '/a', false],
    ['/a/**', 'GET', '/a/b', true],
    ['/a/**', 'GET', '/a/b/c', true],
    ['/a/{}', 'GET', '/a/{}', true],
    ['/a/{}', 'GET', '/a/b', true],
    ['/a/{}', 'GET', '/a', false],
    ['/a/{}', 'GET', '/a/b/c', false],
    ['/a/b', 'GET', '/a/{}', false],
    ['/a', 'GET', 'https://example.com/v1/a', false],
    ['/a', 'GET', '/v1/a/?x=1', true],
  ] as const)('%s takes %s %s: %s', (selector, method, path, expected) => {
    expect(selects({ path: selector }, method, path)).toBe(expected);
  });

  it('take only the verbs that they name', () => {
    expect(selects({ methods: ['POST'], path: '/a' }, 'GET', '/a')).toBe(false);
  });

  it.each([
    ['/a/b', '/a/{}'],
    ['/a/{}', '/a/**'],
    ['/a/{}/**', '/a/**'],
    ['/a/b/**', '/a/{}/**'],
  ])('%s is closer than %s', (closer, wider) => {
    expect(moreSpecific({ path: closer }, { path: wider })).toBe(true);
    expect(moreSpecific({ path: wider }, { path: closer })).toBe(false);
  });
});

describe('parameters', () => {
  it('name something that the catalog knows in the bodies that they speak of', () => {
    const strangers = parameters.flatMap((row) => {
      const name = row.parameter.split(/[.[]/)[0] ?? '';
      // What asks for one answer stands in messages of a socket only, which are no calls of the catalog.
      if (name === 'response') return [];
      return row.endpoints
        .filter(
          (selector) =>
            !allOperations().some(
              (operation) =>
                operation.bodyNames.includes(name) &&
                operation.endpoints.some(({ method, path }) => selects(selector, method, path)),
            ),
        )
        .map((selector) => `${row.id} ${selector.path}`);
    });
    expect(strangers).toEqual([]);
  });

  it('know store in every body that has it, and only there', () => {
    const withStore = allOperations().filter((operation) => operation.bodyNames.includes('store'));
    expect(withStore.length).toBeGreaterThan(5);
    for (const operation of withStore) {
      const post = operation.endpoints.find((endpoint) => endpoint.method === 'POST');
      const names = parameterRowsOf('POST', post?.path ?? '').map((row) => row.parameter);
      expect(names, operation.name).toContain('store');
    }
    for (const row of parameters.filter((row) => row.parameter === 'store')) {
      expect(row.endpoints.map((selector) => selector.path)).toHaveLength(1);
    }
  });

  it('are found by id, with and without kind', () => {
    expect(parameterRow('parameter:background')?.owner).toBe('no-background');
    expect(parameterRow('background')?.owner).toBe('no-background');
    expect(parameterRow('store-omitted (Responses)')?.owner).toBe('require-store-false');
    expect(parameterRow('endpoint:/files (upload)')).toBeUndefined();
  });

  it('mean nothing elsewhere: background of an image is its background', () => {
    expect(parameterRowsOf('POST', '/images/generations').map((row) => row.parameter)).not.toContain(
      'background',
    );
    expect(parameterRowsOf('POST', '/responses').map((row) => row.parameter)).toContain('background');
  });

  it('call the omitted default of Chat Completions less certain than that of Responses', () => {
    expect(parameterRow('store-omitted (Chat Completions)')?.confidence).toBe('medium');
    expect(parameterRow('store-omitted (Responses)')?.confidence).toBe('high');
  });
});

describe('tools', () => {
  it.each<[string, RuleName | null]>([
    ['file_search', 'no-hosted-tools'],
    ['code_interpreter', 'no-hosted-containers'],
    ['web_search_2025_08_26', null],
    ['web_search_preview', 'no-third-party-tools'],
    ['function', null],
  ])('%s → %s', (type, owner) => {
    expect(toolRows(type)[0]?.owner).toBe(owner);
  });

  it('put the row that asks for more first', () => {
    for (const type of new Set(rows.flatMap((row) => (row.kind === 'tool' ? row.toolTypes : [])))) {
      const asking = toolRows(type).map((row) => row.having !== undefined);
      expect(asking, type).toEqual([...asking].sort().reverse());
      expect(asking.filter((more) => !more).length, type).toBeLessThanOrEqual(1);
    }
  });

  it('know the hosted and the local shell apart', () => {
    expect(toolRows('shell').map((row) => row.id)).toEqual(['tool:shell (hosted)', 'tool:shell (local)']);
  });
});

describe('models', () => {
  it.each([
    ['dall-e-3', 'model:dall-e'],
    ['gpt-image-1', 'model:gpt-image-1'],
    ['gpt-image-1.5', 'model:gpt-image-1.5'],
    ['gpt-image-2', 'model:gpt-image'],
    ['gpt-image-2-2026-04-21', 'model:gpt-image (snapshots)'],
    ['gpt-image-2.6-sunburst', 'model:gpt-image-2.6'],
    ['gpt-image-2.5-flare-2026-09-08', 'model:gpt-image'],
    ['chatgpt-image-latest', 'model:chatgpt-image-latest'],
    ['gpt-5.5-pro', 'model:gpt-5.5'],
    ['gpt-5.6-luna', 'model:gpt-5.6'],
    ['gpt-6.1-terra', 'model:gpt-5.6'],
    ['gpt-6.2-astra', 'model:gpt-5.6'],
    ['gpt-6-cyber', 'model:gpt-5.6'],
    ['gpt-daybreak-red-latest', 'model:newer aliases'],
    ['ft:gpt-4o-mini:acme::abc', 'model:fine-tuned'],
    ['gpt-5', undefined],
    ['gpt-60', undefined],
    ['gpt-4o', undefined],
  ])('%s → %s', (model, id) => {
    expect(modelRow(model)?.id).toBe(id);
  });

  it.each([
    ['a*', 'a', true],
    ['a*', 'ba', false],
    ['*a', 'ba', true],
    ['a*b*c', 'aXbYc', true],
    ['a*b*c', 'aXcYb', false],
    ['ab*b', 'ab', false],
    ['a', 'ab', false],
  ])('%s matches %s: %s', (pattern, model, expected) => {
    expect(matchesModel(pattern, model)).toBe(expected);
  });
});

describe('dates', () => {
  it('are those of the oldest and the newest row', () => {
    const { oldest, newest } = policyAsOf();
    expect(oldest <= newest).toBe(true);
    expect(rows.some((row) => row.asOf === oldest)).toBe(true);
    expect(rows.some((row) => row.asOf === newest)).toBe(true);
  });
});

/** A sentence that can stand alone: begins with a name or a capital, one full stop at the end, no line break. */
function expectOneSentence(text: string): void {
  expect(text).toMatch(/^['A-Za-z]/);
  expect(text).toMatch(/[^.]\.$/);
  expect(text).not.toMatch(/[.!?] [A-Z]/);
  expect(text).not.toMatch(/\s{2}|\n|—/);
  expect(text.length).toBeLessThanOrEqual(260);
}
