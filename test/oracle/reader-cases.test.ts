/**
 * Programs that were once read wrongly, each shrunk to what shows it. As in the reader oracle, what came out of a run
 * must be among what was read. Where more is known, `reader.test.ts` says what exactly.
 */
import { describe, expect, it } from 'vitest';
import { compare, described } from './compare.js';
import { deepPaths } from './programs.js';

const groups: Readonly<Record<string, readonly string[]>> = {
  'an object that holds itself': [
    'const p = { a: 1 }; p.self = p; p.a = 2; inspect(0, p.self);',
    'const p = { a: 1 }; p.self = p; p.self.a = 2; inspect(0, p);',
    'const p = { a: 1 }; p.n = p; p.n.a = 2; inspect(0, p); inspect(1, p.n); inspect(2, p.n.n);',
    'const p = { a: 1, n: { x: 1 } }; p.self = p; p.self.n.x = 2; inspect(0, p);',
    'const p = { a: 1 }; p.self = p; p.self.self.self.a = 2; inspect(0, p);',
    'const p = { a: 1 }; const h = { p }; p.h = h; p.h.p.a = 2; inspect(0, p); inspect(1, h.p.h.p);',
    'const p = { a: 1 }; p.self = p; delete p.self.a; inspect(1, p)',
    'const p = { a: 1 }; p.self = p; Object.assign(p.self, { a: 2 }); inspect(0, p)',
    'const p = { a: 1 }; p.self = p; function f(o) { o.self.a = 3; } f(p); inspect(0, p)',
    'const p = { a: 1 }; if (flags.p) p.self = p; p.a = 5; inspect(0, p.self ?? {});',
    'const p = { n: {} }; p.n.up = p; p.n.up.a = 2; inspect(0, p); p.n.up.n.x = 3; inspect(1, p);',
    'const p = { a: 1 }; const l = [p]; p.l = l; p.l[0].a = 2; inspect(0, p); inspect(1, l[0]);',
    'const p = { a: 1 }; p.self = p; const c = structuredClone(p); c.self.a = 2; inspect(0, c);',
    'const p = { a: 1, n: { x: 1 } }; p.n = p; p.n.n.n.y = 1; inspect(1, p.n);',
    'const p = {}; p.n = p; p.n.n.n = { x: 1, y: 3 }; inspect(1, p.n.n); inspect(2, p)',
    'const p = {}; p.n = p; p.n.a ??= true; p.a ??= false; inspect(0, p);',
    'const p = {}; p.n = p; Object.assign(p.n, { b: 1, a: true, n: p.n && {} }); inspect(0, p.n);',
    'const p = {}; p.n = p; const f = (o) => { Object.assign(o, p.n ?? {}); }; f(p.n); inspect(0, p.n);',
  ],
  'a function that stands below its call': [
    'const p = { a: 1 }; f(); p.a = 3; f(); function f() { inspect(1, p); }',
    'const p = { a: 1 }; f(); inspect(0, p); p.a = 3; function f() { inspect(1, p); }',
    'let p = { a: 1 }; f(); p = { a: 2 }; f(); function f() { inspect(0, p); }',
    'let s = 1; f(); s = 2; f(); function f() { inspect(0, { a: s }); }',
    'const p = { a: 1 }; g(); p.a = 3; function g() { f(); } function f() { inspect(1, p); }',
    'const p = { a: 1 }; const g = () => f(); g(); p.a = 3; function f() { inspect(1, p); }',
    'const p = { a: 1 }; [1].forEach(f); p.a = 3; function f() { inspect(1, p); }',
    'const p = { a: 1 }; class K { m() { f(); } } new K().m(); p.a = 3; function f() { inspect(1, p); }',
    'function g() { const p = { a: 1 }; f(); p.a = 3; return p; function f() { inspect(1, p); } } g();',
    'const p = { a: 1 }; f(); p.a = 3; function f() { const q = p; inspect(1, q); inspect(2, { ...p }); }',
    'let p; init(); inspect(0, p); function init() { p = { a: 1 }; p.b = 2; }',
    'let p; function init() { p = { a: 1 }; } p = { a: 2 }; init(); inspect(0, p);',
    'const p = { a: 1 }; f(); inspect(0, p); function f() { p.a = 2; delete p.b; }',
    'const p = { a: 1 }; const f = () => { p.a ??= true; p.b ??= true; }; f(); p.b ??= false; inspect(0, p);',
  ],
  'an object that is made or used in a loop, or in each call': [
    'let c; for (const i of [1, 2]) { if (c) inspect(0, c); c = { a: i === 1 }; c.b = 2; }',
    'let c; for (const i of [1, 2]) { if (!c) c = { a: 1 }; inspect(0, c); c.a = 2; }',
    'let c; do { c ??= { a: 1 }; inspect(0, c); c.a = 2; } while (flags.s && !c.b && (c.b = 1));',
    'let c; function f() { if (!c) c = { a: 1 }; inspect(0, c); c.a = 2; } f(); f();',
    'let c; function f() { c ??= { a: 1 }; inspect(0, c); c.a = 2; } f(); f();',
    'let c; function f() { c = c || { a: 1 }; inspect(0, c); c.a = 2; } f(); f();',
    'const d = { a: 1 }; for (const i of [1, 2]) { const c = d; inspect(0, c); c.a = 2; }',
    'const p = { a: 1 }; for (const i of [1, 2]) { if (i === 1) p.a = 2; else inspect(0, p); }',
    'const p = { a: 1 }; for (const i of [1, 2]) { if (i === 1) { p.a = 2; continue; } inspect(0, p); }',
    'const p = { a: 1 }; for (const i of [1, 2]) { if (flags.p) { p.a = 2; break; } } inspect(0, p);',
    'const p = { a: 1 }; function f(x) { if (x) { p.a = 2; return; } inspect(0, p); } f(true); f(false);',
    'const p = { a: 1 }; o: for (;;) { for (;;) { if (flags.p) { p.a = 4; break o; } break o; } } inspect(1, p);',
    'let n = 0; const o = { a: n }; for (;;) { if (n > 1) break; n++; o.a = n; } inspect(0, o); inspect(1, { a: n });',
    'const o = { a: 1 }; for (o.a of [5, 6]) inspect(0, o); inspect(1, o); for (o.a in { x: 1 }); inspect(2, o);',
  ],
  'a variable that is given a new object': [
    'let o = {}; if (flags.p) o.n = 1; else o.n = 2; if (flags.q) o = {}; inspect(0, o);',
    'let o = {}; for (const i of [1, 2, 3]) { o.a = 1; if (i === 1) o = {}; } inspect(0, o)',
    'let o = {}; for (const i of [1, 2]) { if (flags.p) o.a = 1; else o.a = 2; if (i === 2) o = {}; } inspect(0, o)',
    'function f() { let o = {}; o.a = true; o = {}; inspect(0, o); } f();',
  ],
  'ways around a write': [
    'const p = { a: 1 }; l: { if (flags.p) break l; p.a = 2; } inspect(0, p);',
    'const p = { a: 1 }; switch (flags.s) { case 0: if (flags.p) break; p.a = 2; break; default: p.a = 4; } inspect(0, p);',
    'const p = { a: 1 }; try { if (flags.p) { p.a = 2; throw new Error(); } } catch {} inspect(0, p);',
    'const p = { a: 1 }; try { risky(); p.a = 2; } finally { inspect(0, p); }',
    'const p = { a: 1 }; function f() { try { risky(); p.a = 2; } catch { inspect(0, p); return; } inspect(1, p); } f();',
    'function f(o) { if (flags.p) return; o.a = 2; } const p = { a: 1 }; f(p); inspect(0, p);',
    'const f = (o) => { for (;;) { if (flags.p) return; break; } o.b = 3; }; const p = {}; f(p); inspect(0, p);',
    'const f = (o) => { try { risky(); o.a = 2; } catch { return; } }; const p = {}; f(p); inspect(0, p);',
  ],
  'writes that are no plain assignment': [
    'let c = { a: 1 }; c ??= { a: 2 }; inspect(0, c); let d = null; d &&= { a: 2 }; inspect(1, d ?? { a: 4 });',
    `let t = 'q'; t += 'x'; inspect(0, { a: t }); let n = 1; n += 1; inspect(1, { a: n }); n++; inspect(2, { a: n });`,
    'const o = { a: 1 }; [o.a, o.b] = [7, 8]; inspect(0, o); ({ x: o.a, ...o.n } = { x: 9 }); inspect(1, o);',
    'const o = { a: 1 }; [o.a = 3] = [undefined]; inspect(0, o); for ([o.b] of [[1]]); inspect(1, o)',
    'const o = {}; Object.assign(o, ((q) => ({ a: true }))(Object.assign(o, { a: false }))); inspect(0, o);',
  ],
  'a text of more variants than are spelled out': [
    "const a = flags.p ? 'x' : 'y'; const b = flags.q ? 'x' : 'y'; const c = flags.s ? 'x' : 'y'; const d = flags.s > 1 ? '1' : '2'; inspect(0, { a: `${a}${b}${c}${d}` }); inspect(1, { a: a + b + c + d });",
    "let t = ''; for (let i = 0; i < flags.s; i++) t += 'x'; inspect(0, { a: t, b: `${t}!` });",
    "let t = ''; for (let i = 0; i < flags.s; i++) t = t + 'x'; inspect(0, { a: t });",
    'inspect(0, { a: 1 + 2, b: 1 + null, n: { x: true + true, y: flags.s + 1 } });',
    `const k = ${Array.from({ length: 30 }, (_, i) => `flags.s === ${29 - i} ? 'k${29 - i}' : `).join('')}'k'; inspect(0, { a: k + '!' });`,
  ],
  'arguments that stand in front of those of the call': [
    'const f = (a, b) => ({ a, b }); const g = f.bind(null, 1); inspect(0, g(2)); inspect(1, f(3, 4));',
    'const f = (a, b) => ({ a, b }); const g = f.bind(null, 1).bind(null, 2); inspect(0, g()); inspect(1, g(3));',
    'const f = (o, a) => { o.a = a; }; const p = { a: 1 }; const g = f.bind(null, p); g(2); inspect(0, p); inspect(1, { ...p });',
    'const f = (x, o) => { o.a = x; }; const p = { a: 1 }; const g = f.bind(null, 5); g(p); inspect(0, p);',
    'const f = (a) => ({ a }); const l = [null, 1]; const g = f.bind(...l); inspect(0, g(2));',
    'const f = (a) => ({ a }); const g = flags.p ? f.bind(null, 1) : f.bind(null, 2); inspect(0, g(3));',
    'function f(g) { return g(); } const h = (a) => ({ a }); inspect(0, f(h.bind(null, 7))); inspect(1, f(h.bind(null, 8)));',
    'function f() { return { a: this.x, b: 1 }; } inspect(0, f.bind({ x: 1 })());',
  ],
  'a list that a method makes': [
    'const l = [{ a: 1 }].concat([]); l.push({ a: true, b: true }); inspect(0, { l });',
    'const l = [{ a: 1 }].filter(Boolean); l.unshift(...[{ a: true }]); const o = {}; o.l = l; inspect(0, o);',
    'const l = [1].map(() => ({ a: 1 })); l.push({ a: 2 }); inspect(0, { l: l.slice() });',
  ],
  'what is changed after it was put into a list': [
    'const t = { a: 1 }; const p = { l: [t] }; t.a = 2; inspect(0, p); t.a = 3; inspect(1, p);',
    'const t = { a: 1 }; const l = [t]; t.a = 2; inspect(0, { l }); t.a = 3; inspect(1, { l });',
    'const t = { a: 1 }; const l = [t]; if (flags.p) t.a = 2; inspect(0, { l });',
    'const p = { l: [{ a: 1 }] }; p.l[0].a = 2; inspect(0, p); delete p.l[0].a; inspect(1, p);',
    'const l = [{ a: 1 }]; for (const t of l) t.a = 2; inspect(0, { l });',
    'const l = [{ a: 1 }]; l.forEach((t) => { t.a = 2; }); inspect(0, { l });',
    'const l = []; l[0] = { a: 1 }; const i = flags.s; l[i] = { a: 2 }; inspect(0, { l });',
    'const t = { a: 1 }; const f = (o) => { o.a = 2; }; const l = [t]; f(t); inspect(0, { l });',
  ],
  'what a list is made of': [
    'const l = [{ a: 1 }].concat({ a: 2 }, [{ a: 3 }]); inspect(0, { l });',
    'const l = [flags.p && { a: 1 }].filter(Boolean); inspect(0, { l: l.slice(), n: { l } });',
    'const l = [{ a: 1 }]; l.splice(0, 1, { a: 2 }); inspect(0, { l: l.toSpliced(0, 0, { a: 3 }) });',
    'const l = [[{ a: 1 }], { a: 2 }]; inspect(0, { l: l.flat() }); inspect(1, { l: l.flatMap((x) => x) });',
  ],
  'an object with another name': [
    'const p = { a: 1 }; const q = p; p.a = 2; inspect(0, q); q.a = 3; inspect(1, p);',
    'const p = { n: { x: 1 } }; p[String.fromCharCode(110)].x = 4; inspect(2, p);',
    'const p = { a: 1 }; function f(o) { o.a = 2; } f(...[p]); inspect(0, p);',
    'const p = { a: 1 }; function f({ o }) { o.a = 2; } f({ o: p }); inspect(0, p);',
    'class A { constructor(o) { this.o = o; } set() { this.o.a = 2; } } const p = { a: 1 }; new A(p).set(); inspect(0, p);',
    'const o = {}; o.n = { x: true }; const l = [Object.freeze({ ...o })]; l[0].n.x = false; inspect(0, l[0]);',
    'const o = {}; Object.assign(o, { n: { x: 1 } }); const q = { n: {} }; Object.assign(q, o); q.n.y = 2; inspect(0, o);',
    'const o = {}; flags.p && (o.a = o.b); o.a ??= true; const f = () => { o.b = o.b; inspect(0, o); }; Object.assign(o, o ?? {}); o.b ??= o.a; inspect(1, o);',
  ],
};

for (const [group, programs] of Object.entries(groups)) {
  describe(group, () => {
    it.each(programs)('%s', (program) => {
      const comparisons = compare({ typed: program, plain: program }, deepPaths);
      const wrong = comparisons.flatMap(({ send, path, reading, missed }) =>
        missed.map(
          (value) =>
            `inspect(${send}) ${path}: ${String(value)}, read ${reading.map(described).join(' or ')}`,
        ),
      );
      expect(comparisons.length).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    });
  });
}
