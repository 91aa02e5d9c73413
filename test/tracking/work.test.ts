/**
 * How much a reader goes through: counted in steps, not in time. What grows faster than the code ends at a budget, and
 * what is past the budget is unknown.
 */
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../src/languages/javascript/parse/parse.js';
import type { Alternative } from '../../src/dataflow/model/object-state.js';
import { ObjectReader } from '../../src/dataflow/objects/object-reader.js';
import { DataflowEvaluator } from '../../src/dataflow/evaluate/evaluator.js';
import { SourceModule } from '../../src/dataflow/syntax/source-module.js';
import { HOLE } from '../../src/dataflow/model/abstract-value.js';
import { rootContext } from '../../src/dataflow/model/call-context.js';

/** What `store` may be at each `use(…)`, and the steps that it took. */
function read(code: string, maxWork?: number): { readonly uses: readonly string[][]; readonly work: number } {
  const parsed = parseFile(code, 'file.ts');
  if (!parsed.ok) throw new Error(parsed.message);
  const unit = new SourceModule({ ...parsed, filename: 'file.ts', text: code });
  const reader = new ObjectReader(new DataflowEvaluator(), null, maxWork);
  const uses = unit.callsNamed('use').map((call) => {
    const bags = reader.bags(call.arguments[0]!, rootContext(unit));
    for (const { key } of reader.keys(bags)) reader.read(bags, key);
    return [...new Set(reader.read(bags, 'store').map(shown))].sort();
  });
  return { uses, work: reader.work };
}

function shown(alternative: Alternative): string {
  if (alternative.kind !== 'set') return alternative.kind;
  return alternative.value.kind === 'constant' ? String(alternative.value.value) : alternative.value.kind;
}

const many = (count: number, piece: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => piece(i)).join('\n');

type Program = (n: number) => string;

/** Twice the code is about twice the work. */
const straight: Readonly<Record<string, Program>> = {
  writes: (n) => `const p = {};\n${many(n, (i) => `p.k${i} = ${i};`)}\nuse(p)`,
  'writes of one key': (n) => `const p = {};\n${many(n, (i) => `p.store = ${i};`)}\nuse(p)`,
  'maybe writes of one key': (n) => `const p = {};\n${many(n, (i) => `if (c${i}) p.store = ${i};`)}\nuse(p)`,
  'writes in all branches': (n) =>
    `const p = {};\n${many(n, (i) => `if (c${i}) p.store = true; else p.store = false;`)}\nuse(p)`,
  'cases of a switch': (n) =>
    `const p = {};\nswitch (c) {\n${many(n, (i) => `case ${i}: p.store = ${i}; break;`)}\ndefault: p.store = false; }\nuse(p)`,
  'writes and calls that only look': (n) =>
    `const p = {};\n${many(n, (i) => `p.k = ${i}; print(p);`)}\nuse(p)`,
  reassignments: (n) => `let p = {};\n${many(n, (i) => `p = { ...p, k${i}: ${i} };`)}\nuse(p)`,
  'calls that only look': (n) => `const p = { store: false };\n${many(n, () => 'print(p);')}\nuse(p)`,
  'objects of their own': (n) =>
    many(n, (i) => `function f${i}() { const p = {}; p.store = false; use(p); }`),
  'functions that write one object': (n) =>
    `const p = {};\n${many(n, (i) => `function f${i}() { p.k${i} = 1; }\nf${i}();`)}\nuse(p)`,
};

/** Each use has a longer history than the one before it. */
const steep: Readonly<Record<string, Program>> = {
  // What is called may change the object.
  uses: (n) => `const p = { store: false };\n${many(n, () => 'use(p);')}`,
  'maybe reassignments': (n) =>
    `let p = {};\n${many(n, (i) => `if (c${i}) p = { ...p, k${i}: ${i} };`)}\nuse(p)`,
  'writes and uses': (n) => `const p = {};\n${many(n, (i) => `p.k${i} = ${i}; use(p);`)}`,
  'functions that write and use one object': (n) =>
    `const p = { store: true };\n${many(n, (i) => `function f${i}() { p.store = ${i}; use(p); }`)}`,
  'functions that are handed one object': (n) =>
    `const p = {};\n${many(n, (i) => `const f${i} = (q) => { q.store = ${i}; };\nf${i}(p);\nuse(p);`)}`,
  'writes of a part': (n) =>
    `const h = { p: { store: false } };\n${many(n, (i) => `h.p.k${i} = ${i}; use(h.p);`)}`,
  'other names': (n) =>
    `const p0 = {};\n${many(n, (i) => `const p${i + 1} = p${i};\np${i + 1}.k = 1;\nuse(p${i});`)}`,
};

describe('twice the code is about twice the work', () => {
  it.each(Object.entries(straight))('%s', (_name, program) => {
    const once = read(program(200)).work;
    expect(read(program(400)).work).toBeLessThan(2.5 * once + 100);
  });
});

describe('what is past the budget is unknown', () => {
  const budgets = [0, 1, 3, 10, 30, 60, 100, 200, 400, 800];
  it.each(Object.entries({ ...straight, ...steep }))('%s', (_name, program) => {
    const code = program(12);
    const { uses: all } = read(code);
    expect(all.length).toBeGreaterThan(0);
    for (const budget of budgets) {
      read(code, budget).uses.forEach((found, i) => {
        if (!found.includes('unknown')) expect({ budget, i, found }).toEqual({ budget, i, found: all[i] });
      });
    }
  });
});

describe('work ends', () => {
  it.each(Object.entries(steep))('%s', (_name, program) => {
    const { uses, work } = read(program(600), 20_000);
    expect(work).toBeLessThan(20_000 + 600 * 600);
    expect(uses.at(-1)).toContain('unknown');
  });
});

it('reads back through no more assignments of a variable than it can follow', () => {
  const code = (n: number) =>
    `let p = { store: true };\n${many(n, (i) => `if (c${i}) p = { store: ${i} };`)}\nuse(p)`;
  expect(read(code(10)).uses[0]).not.toContain('unknown');
  expect(read(code(200)).uses[0]).toContain('unknown');
});

it('reads back through no more conditional writes than the stack holds', () => {
  const code = (n: number) => `const p = {};\n${many(n, (i) => `if (c${i}) p.store ??= ${i};`)}\nuse(p)`;
  expect(read(code(10)).uses[0]).not.toContain('unknown');
  expect(read(code(5000)).uses[0]).toContain('unknown');
});

describe('a text that is appended to often', () => {
  const code = `let t = 'https://api.openai.com/v1';\n${'if (a) t += b + t;\n'.repeat(40)}use(t);`;

  it('is known by its start, in few steps', () => {
    const parsed = parseFile(code, 'file.ts');
    if (!parsed.ok) throw new Error(parsed.message);
    const unit = new SourceModule({ ...parsed, filename: 'file.ts', text: code });
    const tracker = new DataflowEvaluator(undefined, undefined, null, {
      question: 100,
      file: 100,
      least: 100,
    });
    const [use] = unit.callsNamed('use');
    const values = tracker.values(use!.arguments[0]!, rootContext(unit));
    expect(
      values.map((value) => (value.kind === 'text' ? value.text.replace(HOLE, '…') : value.kind)),
    ).toEqual(['constant', 'https://api.openai.com/v1…', 'unknown']);
    expect(tracker.cuts).toBe(0);
  });
});
