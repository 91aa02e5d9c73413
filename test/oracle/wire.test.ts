/**
 * What the analysis says of a program is compared with what the program does: every spelling of the evasion suite is run
 * against several versions of the SDK with a `fetch` of ours, before and after its fix.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { fixed } from '../adapters/lint.js';
import { programs } from '../adapters/programs.js';
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

/** A program in the one form in which it is run, and after its fix. */
interface FixedSubject extends Subject {
  readonly after: string;
}

const subjects = programs
  .filter(({ notRun }) => notRun === undefined)
  .map((program): FixedSubject => {
    const subject = subjectOf(program);
    return { ...subject, after: fixed(subject.code, subject.language) };
  });

/** What the analysis expects on the wire: `POST /responses` with what `store` may be. */
function expected(subject: Subject): { line: string; store: Set<unknown> }[] {
  return factsOf(subject).requests.flatMap(({ operations, body }) => {
    const store = new Set(
      body.read('store').map((alternative) => {
        if (alternative.kind !== 'set') return alternative.kind;
        return alternative.value.kind === 'constant' ? alternative.value.value : 'unknown';
      }),
    );
    return operations.map(({ method, path: at }) => ({ line: `${method} ${at}`, store }));
  });
}

const withoutStore = ({ body, ...rest }: Sent) => {
  const { store: _store, ...others } = body ?? {};
  return { ...rest, body: others };
};

describe.each(versions)('$name', ({ major, name }) => {
  const running = subjects.filter(({ program }) => (program.since ?? 4) <= major);
  let before: Outcome[];
  let after: Outcome[];
  beforeAll(() => {
    before = run(
      major,
      name,
      running.map((subject, i) => runnable(subject, subject.code, i)),
    );
    after = run(
      major,
      name,
      running.map((subject, i) => runnable(subject, subject.after, i)),
    );
  }, 300_000);

  describe.each(running.map((subject, index) => ({ ...subject, index, name: subject.program.name })))(
    '$name',
    ({ program, index, ...subject }) => {
      it('sends what the analysis says', () => {
        const { sent, error } = before[index]!;
        expect(error).toBeNull();
        expect(sent).toHaveLength(program.requests ?? 1);
        const all = expected({ program, ...subject });
        for (const { method, path: at, host, body } of sent) {
          expect(host).toMatch(/^(?:\w\w\.)?api\.openai\.com$/);
          const stores = all
            .filter(({ line }) => line === `${method} ${at}`)
            .flatMap(({ store }) => [...store]);
          expect(stores).toContain(body && 'store' in body ? body.store : 'absent');
        }
      });

      it.runIf(subject.after !== subject.code)('differs after the fix in `store` alone', () => {
        const { sent, error } = after[index]!;
        expect(error).toBeNull();
        expect(sent.map(withoutStore)).toEqual(before[index]!.sent.map(withoutStore));
        for (const { body } of sent) expect(body?.store).toBe(false);
      });
    },
  );
});

it('leaves few programs without any remedy', () => {
  const without = subjects.filter(({ after, code }) => after === code).map(({ program }) => program.name);
  expect(without.length).toBeLessThan(subjects.length / 6);
});

it('runs most programs', () => {
  expect(subjects.length).toBeGreaterThan(200);
});
