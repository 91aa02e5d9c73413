/** In a file of its own, because the published types name it: they must not lead into the rest of the sources. */
export type PresetName =
  | 'recommended'
  | 'strict'
  | 'recommended-type-checked'
  | 'strict-type-checked'
  | 'all'
  | 'python'
  | 'notebook';
