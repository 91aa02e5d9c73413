import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { removeProperty, removePropertyOrHolder } from '../../src/languages/javascript/edit/index.js';
import { apply, find, subject } from './helpers.js';

function remove(text: string): { result: string; keepsComment: boolean } {
  const source = subject(text);
  const removal = removeProperty(source, source.object, find(source.object, 'zdr'));
  return { result: apply(source, removal), keepsComment: removal.keepsComment };
}

describe('without a comment that could lose its meaning', () => {
  it.each([
    // the only one
    ['f({ zdr: true })', 'f({})'],
    ['f({zdr})', 'f({})'],
    ['f({ zdr: true, })', 'f({})'],
    ['f({\n  zdr: true,\n})', 'f({})'],
    ['f({\n  // @ts-expect-error\n  zdr: true,\n})', 'f({})'],
    // the first
    ['f({ zdr: true, b })', 'f({ b })'],
    ['f({zdr:true,b})', 'f({b})'],
    ['f({ zdr: true, /* b */ b })', 'f({ /* b */ b })'],
    ['f({\n  zdr: true,\n  b,\n})', 'f({\n  b,\n})'],
    ['f({ zdr: true,\n    b })', 'f({\n    b })'],
    ['f({\n  zdr: true,\n\n  // b\n  b,\n})', 'f({\n\n  // b\n  b,\n})'],
    ['f({\n    zdr\n  , b\n})', 'f({\n    b\n})'],
    // in the middle
    ['f({ a, zdr: true, b })', 'f({ a, b })'],
    ['f({ a, zdr: true, ...b })', 'f({ a, ...b })'],
    ['f({\n  a,\n  zdr: true,\n  b,\n})', 'f({\n  a,\n  b,\n})'],
    ['f({\r\n  a,\r\n  zdr: true,\r\n  b,\r\n})', 'f({\r\n  a,\r\n  b,\r\n})'],
    ['f({\n  a, // a\n  zdr: true,\n  // b\n  b,\n})', 'f({\n  a, // a\n  // b\n  b,\n})'],
    ['f({\n  a, zdr: true, b,\n})', 'f({\n  a, b,\n})'],
    ['f({\n  a, zdr: true,\n  b,\n})', 'f({\n  a,\n  b,\n})'],
    ['f({\n  zdr: true, a,\n  b,\n})', 'f({\n  a,\n  b,\n})'],
    ['f({\n  a,\n  zdr: {\n    b,\n  },\n  c,\n})', 'f({\n  a,\n  c,\n})'],
    ['f({\n    a\n  , zdr\n  , b\n})', 'f({\n    a\n  , b\n})'],
    ['f({\n  a,\n  zdr\n  ,\n  b,\n})', 'f({\n  a,\n  b,\n})'],
    // the last
    ['f({ a, zdr: true })', 'f({ a })'],
    ['f({ a, zdr: true, })', 'f({ a, })'],
    ['f({ ...a, zdr: true })', 'f({ ...a })'],
    ['f({\n  a,\n  zdr: true,\n})', 'f({\n  a,\n})'],
    ['f({\n  a,\n  zdr: true\n})', 'f({\n  a\n})'],
    ['f({\n  a, // a\n  zdr: true\n})', 'f({\n  a // a\n})'],
    ['f({\n  a, // a\n  zdr: true })', 'f({\n  a // a\n   })'],
    ['f({\n  a,\n  zdr: true })', 'f({\n  a })'],
    ['f({ a,\n    zdr: true,\n})', 'f({ a,\n})'],
    ['f({\n    a\n  , zdr\n})', 'f({\n    a\n})'],
    ['f({\n    a // a\n  , zdr })', 'f({\n    a // a\n   })'],
    // comments of others
    ['f({\n  // a\n  a,\n\n  // section\n\n  zdr: true,\n})', 'f({\n  // a\n  a,\n\n  // section\n\n})'],
    // directives
    ['f({\n  a,\n  // @ts-expect-error not in the types\n  zdr: true,\n})', 'f({\n  a,\n})'],
    ['f({\n  a,\n  // @ts-ignore\n  zdr: true\n})', 'f({\n  a\n})'],
    ['f({\n  // @ts-ignore\n  zdr: true,\n  b,\n})', 'f({\n  b,\n})'],
    ['f({\n  /* @ts-ignore */\n  zdr: true,\n  b,\n})', 'f({\n  b,\n})'],
    ['f({\n  a, // a\n  /// @ts-ignore\n  zdr: true,\n})', 'f({\n  a, // a\n})'],
    ['f({\n  a,\n  zdr: {\n    // @ts-ignore\n    b,\n  },\n})', 'f({\n  a,\n})'],
  ])('%j', (text, result) => expect(remove(text)).toEqual({ result, keepsComment: false }));
});

describe('with a comment for a person to judge', () => {
  it.each([
    ['f({ /* why */ zdr: true })', 'f({ /* why */ })'],
    ['f({ zdr: true /* why */ })', 'f({ /* why */ })'],
    ['f({ a, zdr: true /* why */ })', 'f({ a /* why */ })'],
    ['f({ zdr: true /* why */, b })', 'f({ /* why */ b })'],
    ['f({ a, /* why */ zdr: true, b })', 'f({ a, /* why */ b })'],
    ['f({ a, /* why */ zdr: true })', 'f({ a /* why */ })'],
    ['f({\n  a,\n  zdr: true, // why\n  b,\n})', 'f({\n  a,\n  // why\n  b,\n})'],
    ['f({\n  a,\n  zdr: true, // why\n})', 'f({\n  a,\n  // why\n})'],
    ['f({\n  a,\n  zdr: true // why\n})', 'f({\n  a\n  // why\n})'],
    ['f({\n  // why\n  zdr: true,\n  b,\n})', 'f({\n  // why\n  b,\n})'],
    ['f({\n  a,\n  /* why */\n  zdr: true,\n})', 'f({\n  a,\n  /* why */\n})'],
    ['f({\n  // why\n  zdr: true,\n})', 'f({\n  // why\n})'],
    ['f({\n  a,\n  // why\n  // @ts-expect-error\n  zdr: true,\n})', 'f({\n  a,\n  // why\n})'],
    ['f({\n  a,\n  // @ts-expect-error\n  // why\n  zdr: true,\n})', 'f({\n  a,\n  // why\n})'],
    // The directive may be there for the other property on its line.
    ['f({\n  // @ts-ignore\n  zdr: true, b,\n})', 'f({\n  // @ts-ignore\n  b,\n})'],
    ['f({\n  // @ts-ignore\n  zdr: true, // why\n  b,\n})', 'f({\n  // @ts-ignore\n  // why\n  b,\n})'],
    // Inside it goes.
    ['f({ a, zdr: /* why */ true })', 'f({ a })'],
    ['f({\n  a,\n  zdr: {\n    // why\n  },\n})', 'f({\n  a,\n})'],
  ])('%j', (text, result) => {
    const { result: actual, keepsComment } = remove(text);
    expect(keepsComment).toBe(true);
    expect(actual.replace(/ +(?=\})/g, ' ')).toBe(result);
  });
});

describe('removePropertyOrHolder', () => {
  function removeDeep(text: string): string {
    const source = subject(text);
    let { object } = source;
    for (let inner: TSESTree.Node | undefined = object; inner;) {
      const last = object.properties.at(-1) as TSESTree.Property;
      inner = last.value;
      while ('expression' in inner) inner = inner.expression as TSESTree.Node;
      if (inner.type === 'ObjectExpression') object = inner;
      else break;
    }
    const { keepsComment, ...edit } = removePropertyOrHolder(source, object, object.properties[0]!);
    return apply(source, edit) + (keepsComment ? ' // keeps' : '');
  }

  it.each([
    ['f({ a, headers: { zdr: "1" } })', 'f({ a })'],
    ['f({ a, headers: { zdr: "1", b: "2" } })', 'f({ a, headers: { b: "2" } })'],
    ['f({ a, headers: { zdr: "1" } as H })', 'f({ a })'],
    ['f({ headers: { zdr: "1" } })', 'f({})'],
    ['f({\n  a,\n  headers: {\n    zdr: "1",\n  },\n})', 'f({\n  a,\n})'],
    ['f({\n  a,\n  headers: {\n    // @ts-ignore\n    zdr: "1",\n  },\n})', 'f({\n  a,\n})'],
    ['f({\n  a,\n  headers: {\n    // why\n    zdr: "1",\n  },\n})', 'f({\n  a,\n}) // keeps'],
    ['f({ a: { headers: { zdr: "1" } } })', 'f({ a: {} })'],
    ['f({ zdr: "1" })', 'f({})'],
  ])('%j', (text, result) => expect(removeDeep(text)).toBe(result));
});
