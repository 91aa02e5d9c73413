/**
 * What the analysis says of parameters, tools and headers is compared with what several versions of the SDK send, for
 * every spelling of the other hazards.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import type { Reading } from '../../src/dataflow/model/object-state.js';
import { hazards, type Hazard } from '../adapters/hazards.js';
import { allows, described } from './compare.js';
import {
  factsOf,
  run,
  runnable,
  subjectOf,
  versions,
  type Outcome,
  type Sent,
  type Subject,
} from './wire.js';

const PATHS = [
  'store',
  'background',
  'previous_response_id',
  'conversation',
  'conversation.id',
  'prompt.id',
  'prompt_cache_retention',
  'prompt_cache_options.ttl',
];
const TOOL_TYPES = ['tools[*].type', 'tools[*].tools[*].type', 'tools[*].environment.type'];

const subjects = hazards.map((hazard) => ({ hazard, ...subjectOf(hazard) }));
const facts = new Map<Subject, Facts>();

/** What stands at a path of what was sent; for lists every element that has it. */
function valuesAt(value: unknown, path: string): unknown[] {
  const [first = '', ...rest] = path.split('[*]');
  const found = first
    .split('.')
    .filter(Boolean)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], value);
  if (rest.length === 0) return [found];
  return Array.isArray(found) ? found.flatMap((element) => valuesAt(element, rest.join('[*]'))) : [];
}

/** Where a reading differs from the one value that was sent; nothing may be read that is not sent, without branches. */
function differences(path: string, reading: Reading, value: unknown, { branches, unread }: Hazard): string[] {
  const fits = reading.map((alternative) => allows(alternative, value));
  const isRight = branches || unread ? fits.includes(true) : fits.length > 0 && fits.every(Boolean);
  const isVague = !unread && reading.some(({ kind }) => kind === 'unknown');
  const read = reading.map(described).join(' or ');
  return isRight && !isVague ? [] : [`${path}: sent ${JSON.stringify(value)}, read ${read}`];
}

function differencesOf({ requests }: Facts, { method, path: at, body }: Sent, hazard: Hazard): string[] {
  const bodies = requests
    .filter(({ operations }) => operations.some((one) => one.method === method && one.path === at))
    .map((request) => request.body);
  if (bodies.length === 0) return [`${method} ${at}: sent, not read`];
  const parameters = PATHS.flatMap((path) => {
    const reading = bodies.flatMap((view) => view.read(...path.split('.')));
    const isAbsent = reading.every(({ kind }) => kind === 'absent' || kind === 'unknown');
    const [value] = valuesAt(body, path);
    // A member of what is not there, or of text, is nothing.
    return path.includes('.') && value === undefined && isAbsent
      ? []
      : differences(path, reading, value, hazard);
  });
  const types = TOOL_TYPES.flatMap((path) => {
    const reading = bodies.flatMap((view) => view.readDeep(path));
    const values = valuesAt(body, path).filter((value) => value !== undefined);
    const missed = values.filter((value) => !reading.some((alternative) => allows(alternative, value)));
    const invented = hazard.branches
      ? []
      : reading.filter((alternative) => !values.some((value) => allows(alternative, value)));
    return [
      ...missed.map((value) => `${path}: sent ${JSON.stringify(value)}, not read`),
      ...(hazard.unread ? [] : invented.map((one) => `${path}: read ${described(one)}, not sent`)),
    ];
  });
  return [...parameters, ...types];
}

/** The headers that the analysis sees on their way to OpenAI, in lower case. */
function headersIn({ clients, requests, headers }: Facts): ReadonlySet<string> {
  const views = [
    ...clients.flatMap(({ options }) =>
      options
        .read('defaultHeaders')
        .flatMap((one) => (one.kind === 'set' ? [options.inside(one.valueNode, one.frame)] : [])),
    ),
    ...requests.map((request) => request.headers),
  ];
  const names = [
    ...views.flatMap((view) => view.keys().map(({ key }) => key)),
    ...headers.map(({ name }) => name),
  ];
  return new Set(names.map((name) => name.toLowerCase()).filter((name) => /^(?:x-)?openai-/.test(name)));
}

describe.each(versions)('$name', ({ major, name }) => {
  const running = subjects.filter(({ program }) => (program.since ?? 4) <= major);
  let outcomes: Outcome[];
  beforeAll(() => {
    outcomes = run(
      major,
      name,
      running.map((subject, i) => runnable(subject, subject.code, i)),
    );
    for (const subject of running) if (!facts.has(subject)) facts.set(subject, factsOf(subject));
  }, 300_000);

  it.each(running.map((subject, index) => ({ subject, index, title: subject.program.name })))(
    'sends what the analysis says: $title',
    ({ subject, index }) => {
      const { sent, error } = outcomes[index]!;
      expect(error).toBeNull();
      expect(sent).toHaveLength(1);
      const found = facts.get(subject)!;
      expect(
        sent.flatMap((one) => differencesOf(found, one, subject.hazard)),
        subject.code,
      ).toEqual([]);
      expect([...headersIn(found)]).toEqual(Object.keys(sent[0]!.headers));
    },
  );
});

it('runs every hazard', () => {
  expect(subjects.length).toBeGreaterThan(500);
});
