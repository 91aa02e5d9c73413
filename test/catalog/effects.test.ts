import { describe, expect, it } from 'vitest';

import { EFFECT_RULES, effectOf, knownEffect } from '../../src/catalog/effects.js';
import { allOperations, legacyOperationNamed } from '../../src/catalog/index.js';
import { generated } from '../../src/catalog/generated.js';
import type { Effect, Endpoint, HttpMethod } from '../../src/catalog/types.js';

const legacy = Object.keys(generated.legacyOperations).map((name) => legacyOperationNamed(name)!);
const endpoints = new Map<string, Endpoint>();
for (const operation of [...allOperations(), ...legacy]) {
  for (const endpoint of operation.endpoints) {
    endpoints.set(`${endpoint.method} ${endpoint.path}`, endpoint);
  }
}

describe('effects', () => {
  it('are given to every endpoint by a row of the table', () => {
    const unknown = [...endpoints.values()].filter(({ method, path }) => !knownEffect(method, path));
    expect(unknown).toEqual([]);
  });

  it('of everything but GET and DELETE are as reviewed', () => {
    const reviewed = [...endpoints]
      .filter(([, { method }]) => method !== 'GET' && method !== 'DELETE')
      .map(([call, { effect }]) => `${effect.padEnd(7)} ${call}`);
    expect(reviewed.sort().join('\n')).toMatchSnapshot();
  });

  it.each([
    ['GET', 'reads'],
    ['DELETE', 'removes'],
  ])('of %s is always %s, but for administration', (method, effect) => {
    const found = [...endpoints.values()].filter((endpoint) => endpoint.method === method);
    expect(new Set(found.map((endpoint) => endpoint.effect))).toEqual(new Set([effect, 'admin']));
  });

  it('of an endpoint that nobody has looked at is the worst', () => {
    expect(knownEffect('POST', '/brand_new')).toBeUndefined();
    expect(effectOf('POST', '/brand_new')).toBe('keeps');
  });

  it('cover a path and what is below, not what only starts alike', () => {
    expect(knownEffect('POST', '/files')).toBe('keeps');
    expect(knownEffect('POST', '/files/{}/anything')).toBe('keeps');
    expect(knownEffect('POST', '/filesystem')).toBeUndefined();
  });

  it('are in rows that each speak of some endpoint', () => {
    const idle = EFFECT_RULES.flatMap(({ methods, paths, effect }) =>
      paths.filter((pattern) => !isUsed(methods, pattern, effect)),
    );
    // The catalog leaves out the API for administrators; raw requests may still go there.
    expect(idle).toEqual(['/projects/**']);
  });

  function isUsed(methods: readonly HttpMethod[], pattern: string, effect: Effect): boolean {
    const start = pattern.replace(/\/\*\*$/, '');
    return [...endpoints.values()].some(
      (endpoint) =>
        endpoint.effect === effect && methods.includes(endpoint.method) && endpoint.path.startsWith(start),
    );
  }
});
