import type { OptionsView } from './facts.js';
import type { WrittenKey } from './tracking/bag.js';

/**
 * The keys that are written in an options object and may be there when it is used: not those that are set to undefined,
 * deleted or left out by a rest pattern on every way.
 */
export function presentKeys(view: OptionsView): readonly WrittenKey[] {
  return view.keys().filter(({ key }) => view.read(key).some(({ kind }) => kind !== 'absent'));
}
