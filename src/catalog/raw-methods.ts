import type { HttpMethod } from './types.js';

/** A method of the client itself that takes the path as an argument. */
export interface RawMethod {
  /** Absent where the options name it: `request({ method, path, body })`. */
  readonly method?: HttpMethod;
  /** Index of the path argument; absent where the path is in the options. */
  readonly pathArgument?: number;
  /** Index of the request options: `{ body, query, headers }`. */
  readonly optionsArgument: number;
}

/**
 * The methods of the client that send whatever they are told to, the same in majors 4 to 7 (`src/core.ts`,
 * `src/client.ts`). Their path is relative to the base URL, which ends in `/v1`, or is a whole URL.
 */
export const rawMethods: ReadonlyMap<string, RawMethod> = new Map<string, RawMethod>([
  ['get', { method: 'GET', pathArgument: 0, optionsArgument: 1 }],
  ['post', { method: 'POST', pathArgument: 0, optionsArgument: 1 }],
  ['put', { method: 'PUT', pathArgument: 0, optionsArgument: 1 }],
  ['patch', { method: 'PATCH', pathArgument: 0, optionsArgument: 1 }],
  ['delete', { method: 'DELETE', pathArgument: 0, optionsArgument: 1 }],
  // A list is a GET unless its options say `method: 'post'`.
  ['getAPIList', { method: 'GET', pathArgument: 0, optionsArgument: 2 }],
  ['request', { optionsArgument: 0 }],
  ['requestAPIList', { optionsArgument: 1 }],
]);
