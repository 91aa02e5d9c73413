import { describe, expect, it } from 'vitest';
import { insertProperty } from '../../src/languages/javascript/edit/index.js';
import { apply, find, subject } from './helpers.js';

function insertLast(text: string): string {
  const source = subject(text);
  return apply(
    source,
    insertProperty(source, source.object, source.object.properties.at(-1) ?? null, 'store: false'),
  );
}

function insertBehind(name: string | null, text: string): string {
  const source = subject(text);
  const after = name === null ? null : find(source.object, name);
  return apply(source, insertProperty(source, source.object, after, 'store: false'));
}

describe('into an empty object', () => {
  it.each([
    ['f({})', 'f({ store: false })'],
    ['f({ })', 'f({ store: false })'],
    ['f({\n})', 'f({\n  store: false\n})'],
    ['  f({\n  })', '  f({\n    store: false\n  })'],
    ['\tf({\n\t})', '\tf({\n\t\tstore: false\n\t})'],
    ['f({ /* a */ })', 'f({ /* a */ store: false })'],
    ['f({/* a */})', 'f({/* a */ store: false})'],
    ['f({ // a\n})', 'f({ // a\n  store: false\n})'],
    ['f({\n  // a\n})', 'f({\n  // a\n  store: false\n})'],
    ['f({\n    // a\n    // b\n})', 'f({\n    // a\n    // b\n    store: false\n})'],
    ['f({\n  /* a */ })', 'f({\n  /* a */ store: false })'],
    ['f({\r\n})', 'f({\r\n  store: false\r\n})'],
  ])('%j', (text, result) => expect(insertLast(text)).toBe(result));
});

describe('after the last property', () => {
  it.each([
    ['f({ a: 1 })', 'f({ a: 1, store: false })'],
    ['f({a: 1})', 'f({a: 1, store: false})'],
    ['f({ a: 1, })', 'f({ a: 1, store: false, })'],
    ['f({ a })', 'f({ a, store: false })'],
    ['f({ ...a })', 'f({ ...a, store: false })'],
    ['f({ a() {} })', 'f({ a() {}, store: false })'],
    ['f({ a: (1) })', 'f({ a: (1), store: false })'],
    ['f({ a: 1 /* a */ })', 'f({ a: 1, /* a */ store: false })'],
    ['f({ a: 1, /* a */ })', 'f({ a: 1, /* a */ store: false, })'],
    ['f({\n  a: 1\n})', 'f({\n  a: 1,\n  store: false\n})'],
    ['f({\n  a: 1,\n})', 'f({\n  a: 1,\n  store: false,\n})'],
    ['f({\n    a,\n})', 'f({\n    a,\n    store: false,\n})'],
    ['f({\n\ta: 1,\n})', 'f({\n\ta: 1,\n\tstore: false,\n})'],
    ['f({\r\n  a: 1,\r\n})', 'f({\r\n  a: 1,\r\n  store: false,\r\n})'],
    ['f({\n  a: 1 // a\n})', 'f({\n  a: 1, // a\n  store: false\n})'],
    ['f({\n  a: 1, // a\n})', 'f({\n  a: 1, // a\n  store: false,\n})'],
    ['f({\n  a: 1, /* a */ // b\n})', 'f({\n  a: 1, /* a */ // b\n  store: false,\n})'],
    ['f({\n  a: 1 /* a */,\n})', 'f({\n  a: 1 /* a */,\n  store: false,\n})'],
    ['f({\n  a: 1,\n  // b\n})', 'f({\n  a: 1,\n  store: false,\n  // b\n})'],
    ['f({\n  a: 1\n  // b\n})', 'f({\n  a: 1,\n  store: false\n  // b\n})'],
    ['f({\n  a: 1\n  // b\n  ,\n})', 'f({\n  a: 1\n  // b\n  ,\n  store: false,\n})'],
    ['f({\n  a: 1 })', 'f({\n  a: 1,\n  store: false })'],
    ['f({ a: 1 // a\n})', 'f({ a: 1, // a\n  store: false\n})'],
    ['f({ a: 1, // a\n})', 'f({ a: 1, // a\n  store: false,\n})'],
    ['f({ a: {\n  b\n} })', 'f({ a: {\n  b\n}, store: false })'],
    ['f({\n  a: {\n    b\n  }\n})', 'f({\n  a: {\n    b\n  },\n  store: false\n})'],
    ['f({ a: 1,\n    b: 2 })', 'f({ a: 1,\n    b: 2,\n    store: false })'],
    ['f({\n    a: 1\n  , b: 2\n})', 'f({\n    a: 1\n  , b: 2, store: false\n})'],
    ['f({ a: ",}", })', 'f({ a: ",}", store: false, })'],
    ['f({ a: 1 /* , */ , })', 'f({ a: 1 /* , */ , store: false, })'],
  ])('%j', (text, result) => expect(insertLast(text)).toBe(result));
});

describe('between properties', () => {
  it.each([
    ['f({ a, b })', 'f({ a, store: false, b })'],
    ['f({a,b})', 'f({a, store: false,b})'],
    ['f({ a, /* b */ b })', 'f({ a, store: false, /* b */ b })'],
    ['f({ a /* a */, b })', 'f({ a /* a */, store: false, b })'],
    ['f({\n  a,\n  b,\n})', 'f({\n  a,\n  store: false,\n  b,\n})'],
    ['f({\n  a, // a\n  b,\n})', 'f({\n  a, // a\n  store: false,\n  b,\n})'],
    ['f({\n  a,\n  // b\n  b,\n})', 'f({\n  a,\n  store: false,\n  // b\n  b,\n})'],
    ['f({\n  a, b,\n})', 'f({\n  a, store: false, b,\n})'],
    ['f({ a, // a\n    b })', 'f({ a, // a\n    store: false,\n    b })'],
    ['f({ a,\n    b })', 'f({ a, store: false,\n    b })'],
    ['f({\n    a\n  , b\n})', 'f({\n    a\n  , store: false, b\n})'],
  ])('%j', (text, result) => expect(insertBehind('a', text)).toBe(result));
});

describe('before the first property', () => {
  it.each([
    ['f({ a })', 'f({ store: false, a })'],
    ['f({a})', 'f({store: false, a})'],
    ['f({ ...a })', 'f({ store: false, ...a })'],
    ['f({ /* a */ a })', 'f({ store: false, /* a */ a })'],
    ['f({\n  a,\n})', 'f({\n  store: false,\n  a,\n})'],
    ['f({\n  // a\n  a,\n})', 'f({\n  store: false,\n  // a\n  a,\n})'],
    ['f({ // f\n  a,\n})', 'f({ // f\n  store: false,\n  a,\n})'],
    ['f({ /* f */\n  a,\n})', 'f({ /* f */\n  store: false,\n  a,\n})'],
  ])('%j', (text, result) => expect(insertBehind(null, text)).toBe(result));
});
