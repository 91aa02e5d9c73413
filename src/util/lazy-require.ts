import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * A package that is loaded when it is first asked for, so that importing the plugin stays cheap and needs no native
 * code: many files never get as far.
 *
 * @param name a dependency; its types are named by the caller
 */
export function onDemand<T>(name: string): () => T {
  let loaded: T | undefined;
  return () => (loaded ??= require(name) as T);
}
