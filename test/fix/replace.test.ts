import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { replaceNode, setPropertyValue } from '../../src/languages/javascript/edit/index.js';
import { apply, find, subject } from './helpers.js';

const storeOf = (text: string) => {
  const source = subject(text);
  return { source, property: find(source.object, 'store') as TSESTree.Property };
};

describe('setPropertyValue', () => {
  it.each([
    ['f({ store: true })', 'f({ store: false })'],
    ['f({ store:true })', 'f({ store:false })'],
    ['f({ store })', 'f({ store: false })'],
    ['f({ "store": true })', 'f({ "store": false })'],
    ['f({ ["store"]: true })', 'f({ ["store"]: false })'],
    ['f({ store: (true) })', 'f({ store: (false) })'],
    ['f({ store: ((a, b)) })', 'f({ store: ((false)) })'],
    ['f({ store: !0 })', 'f({ store: false })'],
    ['f({ store: a ? b : c })', 'f({ store: false })'],
    ['f({ store: () => {} })', 'f({ store: false })'],
    ['f({ store: true as boolean })', 'f({ store: false })'],
    ['f({ store: true as const })', 'f({ store: false as const })'],
    ['f({ store: <const>true })', 'f({ store: <const>false })'],
    ['f({ store: (true as const) })', 'f({ store: (false as const) })'],
    ['f({ store: true satisfies boolean })', 'f({ store: false })'],
    ['f({ store: true as const satisfies true })', 'f({ store: false })'],
    ['f({ store: a! })', 'f({ store: false })'],
    ['f({ store: /* a */ true /* b */ })', 'f({ store: /* a */ false /* b */ })'],
    ['f({ store: a /* a */ ? b : c })', 'f({ store: false /* a */ })'],
    ['f({ store: a // a\n  || b })', 'f({ store: false // a\n })'],
    ['f({\n  store: true, // a\n})', 'f({\n  store: false, // a\n})'],
  ])('%j', (text, result) => {
    const { source, property } = storeOf(text);
    expect(apply(source, setPropertyValue(source, property, 'false')!)).toBe(result);
  });

  it.each([
    ['f({ store: "a" as const })', 'f({ store: null })'],
    ['f({ store: <const>"a" })', 'f({ store: null })'],
  ])('takes what null cannot be from %j', (text, result) => {
    const { source, property } = storeOf(text);
    expect(apply(source, setPropertyValue(source, property, 'null')!)).toBe(result);
  });

  it.each(['f({ store() {} })', 'f({ get store() { return a; } })', 'f({ set store(a) {} })'])(
    'cannot set that of %j',
    (text) => {
      const { source, property } = storeOf(text);
      expect(setPropertyValue(source, property, 'false')).toBe(null);
    },
  );
});

describe('replaceNode', () => {
  it.each([
    ['f({ store: a ?? true })', 'f({ store: a ?? false })'],
    ['f({ store: a ?? (true as boolean) })', 'f({ store: a ?? (false) })'],
    ['f({ store: a ?? (true as const) })', 'f({ store: a ?? (false as const) })'],
    ['f({ store: a ?? (true as any)! })', 'f({ store: a ?? false })'],
    ['f({ store: a in"b" })', 'f({ store: a in false })'],
  ])('the right side of %j', (text, result) => {
    const { source, property } = storeOf(text);
    let { right } = property.value as TSESTree.LogicalExpression;
    expect(apply(source, replaceNode(source, right, 'false'))).toBe(result);
    // The same for the value inside of what TypeScript says about it.
    while ('expression' in right) right = right.expression as TSESTree.Expression;
    expect(apply(source, replaceNode(source, right, 'false'))).toBe(result);
  });
});
