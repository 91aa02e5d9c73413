import type { HttpMethod } from '../catalog/types.js';
import type { EndpointSelector } from './types.js';

const BELOW = '**';
const ID = '{}';

/**
 * Does a selector take this call?
 *
 * @param path below `/v1`; a leading `/v1`, a query and a trailing slash do not matter; ids as `{}` or as they are
 */
export function selects(selector: EndpointSelector, method: HttpMethod, path: string): boolean {
  if (selector.methods !== undefined && !selector.methods.includes(method)) return false;
  const wanted = pathSegments(selector.path);
  const given = pathSegments(path);
  const open = wanted.at(-1) === BELOW;
  const fixed = open ? wanted.slice(0, -1) : wanted;
  if (open ? given.length <= fixed.length : given.length !== fixed.length) return false;
  return fixed.every((segment, at) => segment === ID || segment === given[at]);
}

/**
 * Of two selectors that take the same call, is the first the closer one? An exact path before one with `/**`, a longer
 * fixed part before a shorter one, a literal segment before an id, naming verbs before not naming them.
 */
export function moreSpecific(first: EndpointSelector, second: EndpointSelector): boolean {
  const a = closeness(first);
  const b = closeness(second);
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? 0;
    if (value !== other) return value > other;
  }
  return false;
}

function closeness(selector: EndpointSelector): readonly number[] {
  const segments = pathSegments(selector.path);
  const open = segments.at(-1) === BELOW;
  const fixed = open ? segments.slice(0, -1) : segments;
  return [
    open ? 0 : 1,
    fixed.length,
    fixed.filter((segment) => segment !== ID).length,
    selector.methods === undefined ? 0 : 1,
  ];
}

/** The segments of a path below `/v1`, without query and fragment. */
export function pathSegments(path: string): string[] {
  const segments = path
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter((segment) => segment !== '');
  return segments[0] === 'v1' ? segments.slice(1) : segments;
}
