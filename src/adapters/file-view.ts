import type { TypeServices } from './openai/typed.js';
import type { OptionsView } from '../facts.js';
import type { Settings } from '../settings.js';
import type { Node } from '../tracking/ast.js';
import type { Bag } from '../tracking/bag.js';
import type { Frame } from '../tracking/frame.js';
import type { Reader } from '../tracking/reader.js';
import type { Tracker } from '../tracking/tracker.js';
import type { Unit } from '../tracking/unit.js';

/** What an adapter works with: one parsed file, and the means to ask where its values come from. */
export interface FileView {
  readonly unit: Unit;
  readonly tracker: Tracker;
  readonly reader: Reader;
  readonly settings: Settings;
  /** TypeScript's program, where the user's configuration lets it be asked. */
  readonly types: TypeServices | null;
  /** Does the module that an import of this file means mention some words? `false` for packages. */
  mentions(specifier: string, words: RegExp): boolean;
}

/** Bags behind the interface that rules use. */
export function optionsView(bags: readonly Bag[], reader: Reader): OptionsView {
  return {
    bags,
    read: (...path) => reader.read(bags, ...path),
    keys: () => reader.keys(bags),
    inside: (node: Node, frame: Frame) => optionsView(reader.bags(node, frame), reader),
  };
}
