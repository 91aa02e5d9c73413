/**
 * Ordinary code that is made of itself must not end a run, nor take long, nor cost what stands beside it: each program
 * has one request at the end that is written out where it stands.
 */
import { describe, expect, it } from 'vitest';
import { lint, ruleIds } from './adapters/lint.js';

/** In seconds of CPU, for programs that took from four seconds to for ever. The machine that runs this may be slow. */
const LIMIT = 3;

const BESIDE = `export const beside = () => fetch('https://api.openai.com/v1/threads', { method: 'POST' });`;
/** A request to an address that nobody can know. */
const sent = (path: string) =>
  `export const go = (input: any) => fetch(\`https://api.openai.com/v1/\${${path}}\`, { method: 'POST' });`;

const many = (count: number, piece: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => piece(i)).join('\n');

/** A variable that is given a new value made of itself, again and again. */
const again = (count: number, start: string, next: (i: number) => string) =>
  `export function made(input: any) {\nlet it: any = ${start};\n${many(count, (i) => `if (input.is${i}) it = ${next(i)};`)}\nreturn it;\n}`;

const programs: Readonly<Record<string, string>> = {
  'an object that is spread into itself':
    again(12, 'JSON.parse(input.text)', (i) => `{ ...it, ...{ key${i}: input.value${i} } }`) +
    sent('made(input).path'),
  'an object that is spread into itself very often':
    again(60, '{}', (i) => `{ ...it, key${i}: input.value${i} }`) + sent('made(input).path'),
  'an object that is assigned to a copy of itself':
    again(12, '{}', (i) => `Object.assign({}, it, { key${i}: 1 })`) + sent('made(input).path'),
  'a list that is spread into itself':
    again(12, '[]', (i) => `[...it, { path: input.value${i} }]`) + sent('made(input)[input.at].path'),
  'a list that is put together from itself':
    again(12, '[]', (i) => `it.concat(it, [input.value${i}])`) + sent('made(input)[0]'),
  'a map that is copied from itself':
    again(12, 'new Map()', (i) => `new Map(it).set(${i}, input.value${i})`) +
    sent('made(input).get(input.at)'),
  'a set that is copied from itself':
    again(12, 'new Set()', () => `new Set([...it, ...new Set(it)])`) + sent('[...made(input)][0].path'),
  'a text that is put after itself':
    again(12, `'a'`, (i) => `it + input.value${i} + it`) + sent('made(input)'),
  'a function that is wrapped in itself':
    again(12, '(one: any) => one', () => `((inner: any) => (one: any) => inner(inner(one)))(it)`) +
    sent('made(input)(input).path'),
  'functions that spread what they are given': `${many(12, (i) => `const turn${i} = (it: any) => ({ ...it, at: ${i} });`)}
    ${again(12, 'input', (i) => `turn${i}(it)`)}\n${sent('made(input).path')}`,
  'methods of each other': `class Walk { ${many(8, (i) => `step${i}(it: any): any { return it.last ? it : this.step${(i + 3) % 8}(this.step${(i + 5) % 8}({ ...it, at: ${i} })); }`)} }
    ${sent('new Walk().step0(input).path')}`,
  'a recursive function that puts text together': `export const spell = (count: number): string => {
      const small = ['', ${many(12, (i) => `'small ${i}',`)}];
      const large = ['', ${many(12, (i) => `'large ${i}',`)}];
      if (count < 12) return small[count]!;
      if (count < 144) return large[count % 12] + (count % 5 ? ' ' + spell(count % 5) : '');
      return spell(count / 144) + ' gross ' + spell(count % 144) + (count % 7 ? spell(count % 7) : spell(count % 11));
    };\n${sent('spell(input)')}`,
  'functions that call each other in a tree': `${many(8, (i) => `function visit${i}(it: any): any { switch (it.kind) { ${many(6, (j) => `case ${j}: return visit${(i + j + 1) % 8}(it.child${j}, { ...it });`)} default: return it.files.create(it); } }`)}
    export const tree = (input: any) => visit0(input).files.create(input);`,
  'the type of a method that is replaced': `class Store { async save(it: string): Promise<string> { return it; } }
    const store = new Store();\nconst save = store.save.bind(store);
    store.save = async (it: string): ReturnType<Store['save']> => save(it);
    export const kept = async () => (await store.save('x')).length;`,
  'the type of a function in its own type': `const api = { load: async (it: string): Promise<Awaited<ReturnType<typeof api.load>>> => api.load(it) };
    ${sent('await api.load(input)').replace('(input: any)', 'async (input: any)')}`,
  'types that are members of each other': `interface One extends One, Two { left: Two['right']; right: One['left'] }
    interface Two extends One { right: Two['right'] }\ntype Three = Three | Three['left'];
    export const typed = (one: One, three: Three) => [one.left.right.files.create(one), three.left.files.create(three)];`,
  'classes that extend themselves': `class One extends One { go() { return super.go(); } }
    class Two extends mixed(Two) { constructor() { super(new Two()); } }
    function mixed(base: any) { return class extends base {}; }
    export const odd = () => [new One().go().create(), new Two().files.create({})];`,
  'getters of each other': `const odd: any = { get left() { return odd.left.right; }, get right() { return { ...odd, more: this.left }; } };
    export const got = () => [odd.left.files.create(), odd.right.more.files.create()];`,
  'an object that holds what it is made of': `let held: any = {};
    held = (() => Object.assign(Object.assign({}, held ?? {}, { a: 1 }), held ?? {}))();
    held.self = held;\n${sent('held.self.self.path')}`,
  'an object that is assigned to itself': `const held: any = { inner: { a: 1 } };\nheld.self = held;
    ${many(30, () => 'Object.assign(held, held);')}
    export const go = () => fetch('https://api.openai.com/v1/embeddings', { method: 'POST', body: JSON.stringify(held) });`,
  'a queue of states': `type Shelf = { books: string[]; waiting: Map<number, any>; next: number; full?: boolean };
    type Library = { open: string; shelves: Record<string, Shelf> };
    function shelfOf(all: Library, id: string): Shelf {
      const known = all.shelves[id];
      if (known) return known;
      const made: Shelf = { books: [], waiting: new Map(), next: 0 };
      all.shelves[id] = made;
      return made;
    }
    function changed(all: Library, id: string, shelf: Shelf): Library {
      return all.shelves[id] === shelf ? all : { ...all, shelves: { ...all.shelves, [id]: shelf } };
    }
    function filled(shelf: Shelf, book: any): Shelf {
      switch (book.kind) { ${many(8, (i) => `case 'kind${i}': return { ...shelf, full: ${i % 2 === 0}, books: [...shelf.books, book.title] };`)} default: return shelf; }
    }
    function emptied(all: Library, id: string): Library {
      let next = all;
      let shelf = shelfOf(next, id);
      while (shelf.waiting.has(shelf.next)) {
        const book = shelf.waiting.get(shelf.next);
        shelf.waiting.delete(shelf.next);
        shelf = filled(shelf, book);
        shelf.next += 1;
        next = changed(next, id, shelf);
      }
      return next;
    }
    export function sorted(all: Library, books: any[]): Library {
      let next = all;
      for (const book of books) {
        const shelf = shelfOf(next, book.shelf);
        if (book.at < shelf.next) {
          next = changed(next, book.shelf, filled(shelf, book));
          if (book.shelf !== next.open) next = changed(next, book.shelf, { ...shelfOf(next, book.shelf), full: true });
          continue;
        }
        shelf.waiting.set(book.at, book);
        next = emptied(next, book.shelf);
      }
      return next;
    }`,
};

describe('code that is made of itself', () => {
  // What is done once for all programs is not theirs.
  lint(BESIDE, 'ts');

  it.each(Object.entries(programs))('%s', (_name, program) => {
    const before = process.cpuUsage();
    const messages = lint(`${program}\n${BESIDE}`, 'ts');
    const { user } = process.cpuUsage(before);
    expect(ruleIds(messages)).toEqual(['no-non-zdr-endpoint']);
    expect(user / 1e6).toBeLessThan(LIMIT);
  });
});

it('what one method keeps reaches the request of another, though each function is read by itself', () => {
  const code = `import OpenAI from 'openai';
class Draft { body: any;
  take(body: any) { this.body = body; return this; }
  send() { return new OpenAI().responses.create(this.body); } }
await new Draft().take({ model: 'gpt-5.5', input: 'x', store: true }).send();`;
  expect(ruleIds(lint(code, 'ts'))).toEqual(['no-store']);
});
