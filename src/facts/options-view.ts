import type { OptionsView } from './facts.js';
import type { Reading } from '../dataflow/model/object-state.js';

/**
 * A view of which readings are changed, by whatever way they are asked for.
 *
 * @param change gets a reading and the path of its keys, joined by dots
 */
export function withReadings(
  view: OptionsView,
  change: (reading: Reading, path: string) => Reading,
): OptionsView {
  return {
    ...view,
    read: (...path) => change(view.read(...path), path.join('.')),
    readDeep: (path) => change(view.readDeep(path), path),
  };
}
