import fc from 'fast-check';
import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import {
  type Edit,
  insertProperty,
  removeProperty,
  setPropertyValue,
} from '../../src/languages/javascript/edit/index.js';
import { type Subject, subject } from './helpers.js';

/** White space and comments; `N` becomes a number, so that each comment is told from the others. */
const trivia = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('', ' ', '\n', '\n  ', '\r\n\t', '\n\n') },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '/*N*/',
          '//N\n',
          '//N,}\n  ',
          '/*N\n{*/',
          '\n  // N\n  ',
          '\n// @ts-ignore N\n',
        ),
      },
    ),
    { maxLength: 3 },
  )
  .map((parts) => parts.join(''));

const value = fc.constantFrom(
  '1',
  "'},'",
  '`${"}"}`',
  '[1, 2]',
  '{ x: 1, /*N*/ }',
  '(/*N*/ 2)',
  '(3)',
  '1 + /*N*/ 1',
);

/** A property, written with what `name` is known by. */
const property = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(trivia, trivia, value).map(
      ([a, b, v]) =>
        (name: string) =>
          `${name}${a}:${b}${v}`,
    ),
  },
  { weight: 1, arbitrary: fc.constant((name: string) => name) },
  { weight: 1, arbitrary: fc.constant((name: string) => `'${name}': 4`) },
  { weight: 1, arbitrary: fc.constant((name: string) => `...{ ${name}: 5 }`) },
  { weight: 1, arbitrary: fc.constant((name: string) => `get ${name}() { return 6; }`) },
);

const names = ['a', 'b', 'c', 'd'];

/** The text of an object literal, with random layout, comments and trailing comma. */
const objectText = fc
  .tuple(
    fc.array(fc.tuple(trivia, property, trivia), { maxLength: names.length }),
    trivia,
    fc.boolean(),
    fc.constantFrom('(', '\n  f(', 'x = [', '\tg({ deep: '),
  )
  .map(([properties, end, trailingComma, before]) => {
    const parts = properties.map(([a, write, b], index) => a + write(names[index]!) + b);
    const comma = trailingComma && parts.length > 0 ? ',' : '';
    let number = 0;
    const object = `{${parts.join(',')}${comma}${end}}`.replace(/N/g, () => `c${number++}c`);
    return { before, object, after: { '(': ')', '[': ']' }[before.at(-1)!] ?? '})' };
  });

/** The subject is the object under test, not what may stand around it. */
function parse({ before, object, after }: { before: string; object: string; after: string }): Subject {
  const found = subject(before + object + after);
  const inner = found.object.properties[0];
  if (before.includes('deep') && inner?.type === 'Property')
    return { ...found, object: inner.value as TSESTree.ObjectExpression };
  return found;
}

const evaluate = (object: string): Record<string, unknown> =>
  ({ ...new Function(...names, `return (${object})`)(10, 11, 12, 13) }) as never;

const commentsOf = (source: Subject): string[] => source.comments.map((comment) => comment.value.trim());

function applyTo(text: { before: string; object: string; after: string }, edit: Edit): typeof text {
  const whole = text.before + text.object + text.after;
  const start = text.before.length;
  expect(edit.range[0]).toBeGreaterThan(start);
  expect(edit.range[1]).toBeLessThan(start + text.object.length);
  const edited = whole.slice(0, edit.range[0]) + edit.text + whole.slice(edit.range[1]);
  return { ...text, object: edited.slice(start, edited.length - text.after.length) };
}

const runs = { numRuns: 3000 };
const choice = fc.nat({ max: 99 });

describe('whatever the layout', () => {
  it('insertProperty adds one key and loses nothing', () => {
    fc.assert(
      fc.property(objectText, choice, (text, n) => {
        const source = parse(text);
        const { properties } = source.object;
        const after = [null, ...properties][n % (properties.length + 1)]!;
        const result = applyTo(text, insertProperty(source, source.object, after, 'store: false'));
        const edited = parse(result);
        expect(evaluate(result.object)).toEqual({ ...evaluate(text.object), store: false });
        expect(commentsOf(edited)).toEqual(commentsOf(source));
        const index = after ? properties.indexOf(after) + 1 : 0;
        expect(edited.object.properties[index]).toMatchObject({ key: { name: 'store' } });
      }),
      runs,
    );
  });

  it('removeProperty takes one key and only comments that belong to it', () => {
    fc.assert(
      fc.property(objectText, choice, (text, n) => {
        const source = parse(text);
        const { properties } = source.object;
        if (properties.length === 0) return;
        const index = n % properties.length;
        const removed = properties[index]!;
        const removal = removeProperty(source, source.object, removed);
        const result = applyTo(text, removal);
        const edited = parse(result);
        const expected = evaluate(text.object);
        delete expected[names[index]!];
        expect(evaluate(result.object)).toEqual(expected);

        const left = commentsOf(edited);
        const lost = source.comments.filter((comment) => !left.includes(comment.value.trim()));
        const [start, end] = removed.range;
        for (const { range, value } of lost) {
          const inside = range[0] >= start && range[1] <= end;
          expect(inside || value.includes('@ts-ignore')).toBe(true);
          if (!removal.keepsComment) expect(value).toContain('@ts-ignore');
        }
        expect(commentsOf(source).filter((comment) => left.includes(comment))).toEqual(left);
      }),
      runs,
    );
  });

  it('setPropertyValue changes one key and loses nothing', () => {
    fc.assert(
      fc.property(objectText, choice, (text, n) => {
        const source = parse(text);
        const { properties } = source.object;
        const index = n % Math.max(1, properties.length);
        const changed = properties[index];
        if (changed?.type !== 'Property') return;
        const edit = setPropertyValue(source, changed, 'false');
        if (!edit) {
          expect(changed.kind).toBe('get');
          return;
        }
        const result = applyTo(text, edit);
        expect(evaluate(result.object)).toEqual({ ...evaluate(text.object), [names[index]!]: false });
        expect(commentsOf(parse(result))).toEqual(commentsOf(source));
      }),
      runs,
    );
  });
});
