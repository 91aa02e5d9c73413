import { describe, expect, it } from 'vitest';
import type { CallContext } from '../../src/dataflow/model/abstract-value.js';
import { parseFile } from '../../src/languages/javascript/parse/parse.js';
import type { Alternative } from '../../src/dataflow/model/object-state.js';
import { callingContexts } from '../../src/dataflow/control/call-graph.js';
import { ObjectReader } from '../../src/dataflow/objects/object-reader.js';
import { DataflowEvaluator } from '../../src/dataflow/evaluate/evaluator.js';
import { SourceModule } from '../../src/dataflow/syntax/source-module.js';
import { rootContext } from '../../src/dataflow/model/call-context.js';

/**
 * What the object that is handed to `use(…)` may hold, over all contexts: `false`, `'x'` and the like for values,
 * `absent`, and `?` for what is not known. In no order.
 */
function read(code: string, ...path: string[]): string[] {
  const parsed = parseFile(code, 'file.ts');
  if (!parsed.ok) throw new Error(parsed.message);
  const unit = new SourceModule({ ...parsed, filename: 'file.ts', text: code });
  const tracker = new DataflowEvaluator();
  const reader = new ObjectReader(tracker);
  const found = new Set<string>();
  for (const call of unit.calls) {
    const { callee } = call;
    if (callee.type !== 'Identifier' || callee.name !== 'use' || unit.variable(callee)) continue;
    const argument = call.arguments[0]!;
    const evaluate = (frame: CallContext) => reader.read(reader.bags(argument, frame), ...path);
    for (const frame of callingContexts(unit, tracker, evaluate))
      for (const one of evaluate(frame)) found.add(shown(one));
  }
  return [...found].sort();
}

function shown(alternative: Alternative): string {
  if (alternative.kind === 'absent') return 'absent';
  if (alternative.kind === 'unknown') return '?';
  const { value } = alternative;
  if (value.kind === 'constant')
    return typeof value.value === 'string' ? `'${value.value}'` : String(value.value);
  return value.kind;
}

type Case = readonly [name: string, code: string, expected: string, ...path: string[]];

/** Each says what `store` may be at `use(…)`; alternatives are separated by spaces. */
const groups: Readonly<Record<string, readonly Case[]>> = {
  'a literal': [
    ['set', `use({ store: false })`, 'false'],
    ['absent', `use({ model: 'x' })`, 'absent'],
    ['empty', `use({})`, 'absent'],
    ['null', `use({ store: null })`, 'null'],
    ['undefined', `use({ store: undefined })`, 'absent'],
    ['void', `use({ store: void 0 })`, 'absent'],
    ['not', `use({ store: !true })`, 'false'],
    ['not a constant', `use({ store: !flag })`, '?'],
    ['quoted', `use({ 'store': false })`, 'false'],
    ['computed constant', `const k = 'store'; use({ [k]: false })`, 'false'],
    ['joined key', `use({ ['st' + 'ore']: false })`, 'false'],
    ['template key', 'const s = "re"; use({ [`sto${s}`]: false })', 'false'],
    ['key that is not known', `use({ [k()]: false })`, '?'],
    ['key that is not known, then set', `use({ [k()]: true, store: false })`, 'false'],
    ['set, then a key that is not known', `use({ store: false, [k()]: true })`, '?'],
    ['set twice', `use({ store: true, store: false })`, 'false'],
    ['shorthand', `const store = false; use({ store })`, 'false'],
    ['getter', `use({ get store() { return false; } })`, '?'],
    ['getter of another key', `use({ get model() { return 'x'; }, store: false })`, 'false'],
    ['method', `use({ store() {} })`, 'function'],
    ['__proto__', `use({ store: false, __proto__: base })`, 'false'],
    ['text', `use({ store: 'false' })`, `'false'`],
    ['object', `use({ store: {} })`, 'object'],
    ['a global', `use({ store: process.env.STORE })`, 'path'],
    ['a conditional', `use({ store: flag ? true : false })`, 'false true'],
    ['a decided conditional', `use({ store: true ? false : true })`, 'false'],
    ['or', `use({ store: flag || false })`, 'false path'],
    ['nullish', `const given = undefined; use({ store: given ?? false })`, 'false'],
    ['nested', `use({ session: { store: false } })`, 'false', 'session', 'store'],
    ['nested, absent outside', `use({})`, 'absent', 'session', 'store'],
    ['nested, absent inside', `use({ session: {} })`, 'absent', 'session', 'store'],
    ['nested, not an object', `use({ session: 'x' })`, 'absent', 'session', 'store'],
    ['nested, unknown', `use({ session: make() })`, '?', 'session', 'store'],
  ],
  spreads: [
    ['before', `use({ ...{ store: true }, store: false })`, 'false'],
    ['after', `use({ store: true, ...{ store: false } })`, 'false'],
    ['after, absent', `use({ store: true, ...{ model: 'x' } })`, 'true'],
    ['after, undefined', `use({ store: true, ...{ store: undefined } })`, 'absent'],
    ['unknown before', `use({ ...given, store: false })`, 'false'],
    ['unknown after', `use({ store: false, ...given })`, '?'],
    ['unknown alone', `use({ ...given })`, '?'],
    ['conditional and', `use({ ...(flag && { store: false }) })`, 'absent false'],
    ['conditional and, over a value', `use({ store: true, ...(flag && { store: false }) })`, 'false true'],
    ['conditional', `use({ ...(flag ? { store: false } : { store: true }) })`, 'false true'],
    ['conditional, one empty', `use({ store: true, ...(flag ? { store: false } : {}) })`, 'false true'],
    ['null', `use({ store: true, ...null })`, 'true'],
    ['nullish', `use({ store: true, ...(undefined ?? { store: false }) })`, 'false'],
    ['of a variable', `const base = { store: false }; use({ ...base })`, 'false'],
    ['of a spread', `const a = { store: false }; const b = { ...a }; use({ ...b })`, 'false'],
    [
      'nested is replaced',
      `use({ ...{ session: { store: false } }, session: {} })`,
      'absent',
      'session',
      'store',
    ],
    ['of a function', `const make = () => ({ store: false }); use({ ...make() })`, 'false'],
  ],
  'writes to a variable': [
    ['before', `const p = {}; p.store = false; use(p)`, 'false'],
    ['after', `const p = {}; use(p); p.store = false;`, 'absent'],
    ['two', `const p = {}; p.store = true; p.store = false; use(p)`, 'false'],
    ['over a value', `const p = { store: true }; p.store = false; use(p)`, 'false'],
    ['quoted', `const p = {}; p['store'] = false; use(p)`, 'false'],
    ['computed constant', `const p = {}; const k = 'store'; p[k] = false; use(p)`, 'false'],
    ['computed', `const p = { store: true }; p[k()] = false; use(p)`, '?'],
    ['through another name', `const p = { store: true }; const q = p; q.store = false; use(p)`, 'false'],
    ['read by another name', `const p = { store: true }; const q = p; p.store = false; use(q)`, 'false'],
    ['behind itself', `const p = {}; p.self = p; p.store = false; use(p)`, 'false'],
    [
      'before a function above that is called below',
      `const p = {}; function f() { use(p); } p.store = false; f();`,
      'absent false',
    ],
    [
      'before the call of a hoisted function',
      `const p = {}; p.store = false; f(); function f() { use(p); }`,
      'false',
    ],
    ['a new object each time', `for (const i of all) { const p = {}; use(p); p.store = false; }`, 'absent'],
    [
      'a guard in a helper',
      `const p = {}; const f = (o) => { if (o.x) return; o.store = false; }; f(p); use(p)`,
      'absent false',
    ],
    ['filled', `let p; p ??= { store: false }; use(p)`, 'false'],
    ['joined', `const p = { store: 'a' }; let k = 'b'; k += 'c'; p.store = k; use(p)`, `'bc'`],
    ['in an if', `const p = {}; if (flag) p.store = false; use(p)`, 'absent false'],
    ['in both branches', `const p = {}; if (flag) p.store = false; else p.store = false; use(p)`, 'false'],
    [
      'in both branches, blocks',
      `const p = {}; if (flag) { p.store = false; } else { log(); p.store = null; } use(p)`,
      'false null',
    ],
    [
      'in else if',
      `const p = {}; if (a) p.store = 1; else if (b) p.store = 2; else p.store = 3; use(p)`,
      '1 2 3',
    ],
    [
      'in else if without else',
      `const p = {}; if (a) p.store = 1; else if (b) p.store = 2; use(p)`,
      '1 2 absent',
    ],
    [
      'in every case',
      `const p = {}; switch (a) { case 1: p.store = 1; break; default: p.store = 2; } use(p)`,
      '1 2',
    ],
    ['in one case', `const p = {}; switch (a) { case 1: p.store = 1; break; } use(p)`, '1 absent'],
    [
      'both branches, then over',
      `const p = {}; if (a) p.store = 1; else p.store = 2; p.store = 3; use(p)`,
      '3',
    ],
    [
      'an older maybe before both branches',
      `const p = {}; if (a) p.store = 0; if (b) p.store = 1; else p.store = 2; use(p)`,
      '1 2',
    ],
    [
      'before an early return',
      `function f() { const p = {}; if (flag) { p.store = false; return; } use(p); }`,
      'absent',
    ],
    [
      'before an early return, left for the next call',
      `const p = {}; function f() { if (flag) { p.store = false; return; } use(p); }`,
      'absent false',
    ],
    [
      'after an early return',
      `function f() { const p = {}; if (flag) return; p.store = false; use(p); }`,
      'false',
    ],
    ['in the branch of the use', `const p = {}; if (flag) { p.store = false; use(p); }`, 'false'],
    ['in the other branch', `const p = {}; if (flag) p.store = false; else use(p);`, 'absent'],
    ['in a short circuit', `const p = {}; flag && (p.store = false); use(p)`, 'absent false'],
    [
      'in a conditional',
      `const p = {}; flag ? (p.store = false) : (p.store = true); use(p)`,
      'absent false true',
    ],
    ['in a loop', `const p = {}; for (const x of xs) p.store = false; use(p)`, 'absent false'],
    [
      'in the loop of the use, after it',
      `const p = {}; for (const x of xs) { use(p); p.store = false; }`,
      'absent false',
    ],
    [
      'in the loop of the use, new each time',
      `for (const x of xs) { const p = {}; use(p); p.store = false; }`,
      'absent',
    ],
    ['in a while', `const p = {}; while (flag) { p.store = false; } use(p)`, 'absent false'],
    ['in a catch', `const p = {}; try { log(); } catch { p.store = false; } use(p)`, 'absent false'],
    ['in a closure', `const p = {}; const set = () => { p.store = false; }; set(); use(p)`, 'absent false'],
    [
      'outside of the function of the use',
      `const p = {}; p.store = false; function f() { use(p); }`,
      'false',
    ],
    ['delete', `const p = { store: true }; delete p.store; use(p)`, 'absent'],
    ['delete in a branch', `const p = { store: true }; if (flag) delete p.store; use(p)`, 'absent true'],
    ['delete, then set', `const p = { store: true }; delete p.store; p.store = false; use(p)`, 'false'],
    ['delete of something computed', `const p = { store: true }; delete p[k()]; use(p)`, '?'],
    ['??=, absent', `const p = {}; p.store ??= false; use(p)`, 'false'],
    ['??=, set', `const p = { store: true }; p.store ??= false; use(p)`, 'true'],
    ['||=, absent', `const p = {}; p.store ||= false; use(p)`, 'false'],
    ['nested', `const p = { session: {} }; p.session.store = false; use(p)`, 'false', 'session', 'store'],
    [
      'nested, then replaced',
      `const p = { session: {} }; p.session.store = false; p.session = {}; use(p)`,
      'absent',
      'session',
      'store',
    ],
    ['undefined', `const p = { store: true }; p.store = undefined; use(p)`, 'absent'],
    ['through a cast', `const p = {}; (p as any).store = false; use(p)`, 'false'],
    ['through a non-null', `const p: any = {}; p!.store = false; use(p!)`, 'false'],
    ['Object.assign', `const p = { store: true }; Object.assign(p, { store: false }); use(p)`, 'false'],
    ['Object.assign of nothing', `const p = { store: true }; Object.assign(p, {}); use(p)`, 'true'],
    ['Object.assign of something unknown', `const p = { store: true }; Object.assign(p, given); use(p)`, '?'],
    ['Object.assign as a source', `const p = { store: true }; Object.assign({}, p); use(p)`, 'true'],
    ['Object.assign in place', `use(Object.assign({ store: true }, { store: false }))`, 'false'],
    ['Object.assign of several', `use(Object.assign({}, { store: 1 }, { store: 2 }))`, '2'],
    [
      'Object.assign to a variable',
      `const p = {}; const q = Object.assign(p, { store: false }); use(q)`,
      'false',
    ],
  ],
  aliases: [
    ['write through an alias', `const p = {}; const q = p; q.store = false; use(p)`, 'false'],
    ['alias of an alias', `const p = {}; const q = p; const r = q; r.store = false; use(p)`, 'false'],
    ['a copy is no alias', `const p = {}; const q = { ...p }; q.store = false; use(p)`, 'absent'],
    ['a copy taken before the write', `const p = {}; const q = { ...p }; p.store = false; use(q)`, 'absent'],
    ['a copy taken after the write', `const p = {}; p.store = false; const q = { ...p }; use(q)`, 'false'],
    ['structuredClone', `const p = { store: false }; use(structuredClone(p))`, 'false'],
    ['freeze', `const p = Object.freeze({ store: false }); use(p)`, 'false'],
    ['JSON', `const p = { store: false }; use(JSON.parse(JSON.stringify(p)))`, 'false'],
    ['as const', `const p = { store: false } as const; use(p)`, 'false'],
    ['satisfies', `const p = { store: false } satisfies object; use(p)`, 'false'],
    ['await', `const p = Promise.resolve({ store: false }); use(await p)`, 'false'],
    ['comma', `const p = { store: false }; use((log(), p))`, 'false'],
    ['assigned in place', `let p; use((p = { store: false }))`, 'false'],
    ['member of an object', `const all = { p: { store: false } }; use(all.p)`, 'false'],
    ['element of a list', `const all = [{ store: false }]; use(all[0])`, 'false'],
    ['each of a list', `for (const p of [{ store: 1 }, { store: 2 }]) use(p)`, '1 2'],
    ['each of a list, callback', `[{ store: 1 }, { store: 2 }].forEach((p) => use(p))`, '1 2'],
    ['static member', `class A { static p = { store: false }; } use(A.p)`, 'false'],
    ['field', `class A { p = { store: false }; go() { use(this.p); } }`, 'false'],
  ],
  reassignment: [
    ['replaced', `let p = { store: true }; p = { store: false }; use(p)`, 'false'],
    ['replaced after', `let p = { store: true }; use(p); p = { store: false };`, 'true'],
    ['replaced in a branch', `let p = { store: true }; if (flag) p = { store: false }; use(p)`, 'false true'],
    ['replaced in both branches', `let p; if (flag) p = { store: 1 }; else p = { store: 2 }; use(p)`, '1 2'],
    [
      'replaced in both branches, with a start',
      `let p = { store: 0 }; if (flag) p = { store: 1 }; else p = { store: 2 }; use(p)`,
      '1 2',
    ],
    ['spread of itself', `let p = { store: true }; p = { ...p, store: false }; use(p)`, 'false'],
    ['spread of itself, other key', `let p = { store: true }; p = { ...p, model: 'x' }; use(p)`, 'true'],
    ['a write before the replacement is lost', `let p = {}; p.store = true; p = {}; use(p)`, 'absent'],
    ['a write after the replacement', `let p = {}; p = {}; p.store = false; use(p)`, 'false'],
  ],
  destructuring: [
    ['rest without the key', `const { store, ...p } = { store: true, model: 'x' }; use(p)`, 'absent'],
    ['rest with the key', `const { model, ...p } = { store: true, model: 'x' }; use(p)`, 'true'],
    ['rest, then written', `const { store, ...p } = { store: true }; p.store = false; use(p)`, 'false'],
    ['member', `const { p } = { p: { store: false } }; use(p)`, 'false'],
    ['list', `const [p] = [{ store: false }]; use(p)`, 'false'],
    ['value', `const { store } = { store: false }; use({ store })`, 'false'],
  ],
  functions: [
    ['result', `const make = () => ({ store: false }); use(make())`, 'false'],
    [
      'several results',
      `function make() { if (flag) return { store: 1 }; return { store: 2 }; } use(make())`,
      '1 2',
    ],
    [
      'result of a written variable',
      `function make() { const p = {}; p.store = false; return p; } use(make())`,
      'false',
    ],
    ['async result', `const make = async () => ({ store: false }); use(await make())`, 'false'],
    ['no result', `function make() {} use({ store: true, ...make() })`, 'true'],
    ['parameter', `const f = (p) => use(p); f({ store: false }); f({})`, 'absent false'],
    ['parameter of an exported function', `export const f = (p) => use(p); f({ store: false });`, '? false'],
    ['parameter that no call fills', `export const f = (p) => use(p);`, '?'],
    ['default parameter', `const f = (p = { store: false }) => use(p); f()`, 'false'],
    ['spread of a parameter', `const f = (p) => use({ ...p, store: false }); f({ store: true })`, 'false'],
    ['value parameter', `const f = (store) => use({ store }); f(true); f(false); f()`, 'absent false true'],
    ['written parameter', `const f = (p) => { p.store = false; use(p); }; f({ store: true })`, 'false'],
    ['destructured parameter', `const f = ({ p }) => use(p); f({ p: { store: false } })`, 'false'],
    [
      'through two functions',
      `const f = (p) => use(p); const g = (q) => f({ ...q, model: 'x' }); g({ store: false })`,
      'false',
    ],
    [
      'a function that changes it',
      `const set = (q) => { q.store = false; }; const p = {}; set(p); use(p)`,
      'false',
    ],
    [
      'a function that may change it',
      `const set = (q) => { if (flag) q.store = false; }; const p = {}; set(p); use(p)`,
      'absent false',
    ],
    ['a function that only looks', `const look = (q) => q.store; const p = {}; look(p); use(p)`, 'absent'],
    [
      'a function that changes it in a branch',
      `const set = (q) => { q.store = false; }; const p = {}; if (flag) set(p); use(p)`,
      'absent false',
    ],
    [
      'a function that changes it after',
      `const set = (q) => { q.store = false; }; const p = {}; use(p); set(p)`,
      'absent',
    ],
    [
      'a function that hands it on',
      `const set = (q) => { q.store = false; }; const go = (q) => set(q); const p = {}; go(p); use(p)`,
      'false',
    ],
    ['a stranger', `import { change } from './x'; const p = {}; change(p); use(p)`, '?'],
    ['a logger', `import { log } from './x'; const p = {}; log(p); use(p)`, 'absent'],
    ['a package', `import { send } from 'x'; const p = {}; send(p); use(p)`, 'absent'],
    ['a package that merges', `import { merge } from 'lodash'; const p = {}; merge(p, given); use(p)`, '?'],
    ['console', `const p = {}; console.log(p); use(p)`, 'absent'],
    [
      'a method of its own',
      `const p = { store: false, show() { return this.store; } }; p.show(); use(p)`,
      'false',
    ],
    ['spread arguments', `const f = (p) => use(p); f(...[{ store: false }])`, 'false'],
    [
      'rest arguments',
      `const f = (p) => use(p); const g = (...args) => f(...args); g({ store: false })`,
      'false',
    ],
    [
      'recursion',
      `const f = (p, n) => (n > 0 ? f({ ...p, store: false }, n - 1) : use(p)); f({}, 3)`,
      'absent false',
    ],
  ],
};

for (const [group, cases] of Object.entries(groups)) {
  describe(group, () => {
    it.each(cases)('%s', (_name, code, expected, ...path) => {
      expect(read(code, ...(path.length > 0 ? path : ['store'])).join(' ')).toBe(expected);
    });
  });
}

describe('hostile code takes bounded time and never throws', () => {
  const many = (count: number, piece: (i: number) => string, separator = '\n') =>
    Array.from({ length: count }, (_, i) => piece(i)).join(separator);
  const hostile: Readonly<Record<string, string>> = {
    'alias cycle': `let a = b; var b = a; use(a)`,
    'object that holds itself': `const a = {}; a.self = a; use({ store: a.self.self.self.store })`,
    'spread cycle': `var a = { ...b }; var b = { ...a }; use(a)`,
    'functions that call each other': `const f = () => g(); const g = () => f(); use(f())`,
    'function that returns itself': `const f = () => f; use(f()()()())`,
    'class that extends itself': `var A = class extends B {}; var B = class extends A {}; use(new A().store)`,
    'types that name each other': `type A = B; type B = A; declare const a: A; use(a)`,
    'exponential spreads': `${many(30, (i) => `const a${i + 1} = { ...a${i}, ...a${i} };`)}\nconst a0 = { store: false };\nuse(a30)`,
    'exponential calls': `${many(30, (i) => `const f${i + 1} = () => f${i}() || f${i}();`)}\nconst f0 = () => ({ store: false });\nuse(f30())`,
    'exponential arguments': `${many(12, (i) => `const f${i + 1} = (p) => [f${i}({ ...p }), f${i}(p)];`)}\nconst f0 = (p) => use(p);\nf12({})`,
    'exponential conditionals': `use(${many(80, (i) => `(c${i} ? { store: ${i} } : `, '')}{}${')'.repeat(80)})`,
    'long member chain': `const a = {}; use(a${'.b'.repeat(1000)})`,
    'long call chain': `use(a${'.b()'.repeat(400)})`,
    'long optional chain': `use(a${'?.b'.repeat(400)})`,
    'large union': `declare const a: ${many(3000, (i) => `T${i}`, ' | ')}; use(a)`,
    'large union of literals': `declare const a: ${many(3000, (i) => `{ k${i}: string }`, ' | ')}; use(a.k7)`,
    'large intersection': `declare const a: ${many(300, (i) => `A['k${i}']`, ' & ')}; use(a)`,
    'deep literal': `use(${'{ a: '.repeat(100)}1${' }'.repeat(100)})`,
    'deep spread': `use(${'{ ...'.repeat(150)}{}${' }'.repeat(150)})`,
    'long sum': `use({ store: ${many(1000, (i) => `'${i}'`, ' + ')} })`,
    'long template': `use({ store: \`${'${x}'.repeat(3000)}\` })`,
    'many properties': `use({ ${many(20_000, (i) => `k${i}: ${i}`, ', ')} })`,
    'many spreads': `const a = {}; use({ ${'...a, '.repeat(800)} })`,
    'many writes': `const p = {};\n${many(3000, (i) => `p.k${i} = ${i};`)}\nuse(p)`,
    'many maybe writes': `const p = {};\n${many(300, (i) => `if (c${i}) p.store = ${i};`)}\nuse(p)`,
    'many reassignments': `let p = {};\n${many(2000, (i) => `p = { ...p, k${i}: ${i} };`)}\nuse(p)`,
    'many maybe reassignments': `let p = {};\n${many(100, (i) => `if (c${i}) p = { ...p, k${i}: ${i} };`)}\nuse(p)`,
    'many uses': `const p = {};\n${'use(p);\n'.repeat(600)}`,
    'many callers': `const f = (p) => use(p);\n${many(3000, (i) => `f({ store: ${i} });`)}`,
    'many callers of callers': `const f = (p) => use(p);\nconst g = (p) => f(p);\nconst h = (p) => g(p);\n${many(300, (i) => `h({ store: ${i} });`)}`,
    'many functions on one object': `const p = {};\n${many(500, (i) => `const f${i} = (q) => { q.store = ${i}; };\nf${i}(p);`)}\nuse(p)`,
    'many aliases': `const p0 = {};\n${many(500, (i) => `const p${i + 1} = p${i};`)}\np500.store = false;\nuse(p0)`,
    'many pushes': `const all = [];\n${many(1500, (i) => `all.push({ store: ${i} });`)}\nuse(all[0])`,
    'many pushes onto many lists': `${many(300, (i) => `const l${i} = [];\nl${i}.push({});\nuse(l${i}[0]);`)}`,
    'deep classes': `${many(300, (i) => `class A${i + 1} extends A${i} {}`)}\nclass A0 { p = {}; }\nuse(new A300().p)`,
    'deep blocks': `const p = {};\n${'{ '.repeat(200)}p.store = false;${' }'.repeat(200)}\nuse(p)`,
    'deep ifs': `const p = {};\n${'if (a) { '.repeat(150)}p.store = false;${' }'.repeat(150)}\nuse(p)`,
    'deep else ifs': `const p = {};\n${many(150, (i) => `if (c${i}) p.store = ${i};`, ' else ')}\nuse(p)`,
    'deep functions': `${'(() => { '.repeat(100)}const p = {}; use(p);${' })();'.repeat(100)}`,
    'deep destructuring': `const ${'{ a: '.repeat(100)}p${' }'.repeat(100)} = x; use(p)`,
  };

  it.each(Object.entries(hostile))('%s', (_name, code) => {
    const start = performance.now();
    expect(Array.isArray(read(code, 'store'))).toBe(true);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('the keys that are written into an object', () => {
  function keysAt(code: string): string[] {
    const parsed = parseFile(code, 'file.ts');
    if (!parsed.ok) throw new Error(parsed.message);
    const unit = new SourceModule({ ...parsed, filename: 'file.ts', text: code });
    const reader = new ObjectReader(new DataflowEvaluator());
    const [use] = unit.callsNamed('use');
    const keys = reader.keys(reader.bags(use!.arguments[0]!, rootContext(unit)));
    return [...new Set(keys.map(({ key }) => key))].sort();
  }

  it.each([
    ['const p = { a: 1 }; p.b = 2; use(p);', ['a', 'b']],
    ['const h = { held: { a: 1 } }; h.held.b = 2; use(h.held);', ['a', 'b']],
    ['const h = { held: { a: 1 } }; h.held.b ??= true; use(h.held);', ['a', 'b']],
    ['const h = { held: {} }; h.held.a ??= true; use({ ...h.held, b: 1 });', ['a', 'b']],
    ['const h = { in: { held: { a: 1 } } }; h.in.held.b ||= 2; use(h.in.held);', ['a', 'b']],
    ['const h = { held: { a: 1 } }; const { held } = h; h.held.b = 2; use(held);', ['a', 'b']],
    ['const h = { held: { a: 1 }, other: {} }; h.other.b = 2; use(h.held);', ['a']],
    ['const h = { held: { a: 1 } }; h.held.b.c = 2; use(h.held);', ['a']],
    ['const h = { held: { a: 1 } }; h.b = 2; use(h.held);', ['a']],
    ['const h = { held: { a: 1 } }; h.held = h; h.held.held.b = 1; use(h.held);', ['b', 'held']],
  ])('%s', (code, keys) => {
    expect(keysAt(code)).toEqual(keys);
  });
});
