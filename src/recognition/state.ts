import type {
  ArrayValue,
  ConstantValue,
  ObjectValue,
  AccessPath,
  TextValue,
} from '../dataflow/model/abstract-value.js';
import type { Selector } from './selector.js';

/** What is followed: a value of a library's API, the text of an address, or what a literal makes. */
export type Followed = AccessPath | ConstantValue | TextValue | ObjectValue | ArrayValue;

/** A followed value, and where in the holder at hand it is. Equal states are one object. */
export interface State {
  readonly id: number;
  readonly value: Followed;
  /** The last one is applied first; empty when the value itself is at hand. */
  readonly selectors: readonly Selector[];
}

/** Holders inside holders are followed this deep; it is what makes the states of a program finite. */
const MAX_SELECTORS = 4;

/** Makes states, each one once. */
export class States {
  readonly #byValue = new Map<Followed, Map<string, State>>();
  #count = 0;

  of(value: Followed, selectors: readonly Selector[]): State | null {
    if (selectors.length > MAX_SELECTORS) return null;
    let known = this.#byValue.get(value);
    if (!known) this.#byValue.set(value, (known = new Map()));
    const key = selectors.join('|');
    let state = known.get(key);
    if (!state) known.set(key, (state = { id: this.#count++, value, selectors }));
    return state;
  }

  /** The same value one holder further in; `null` past the limit. */
  push({ value, selectors }: State, ...added: readonly Selector[]): State | null {
    return this.of(value, [...selectors, ...added]);
  }

  /** The same value after the next selector was applied. */
  pop({ value, selectors }: State): State {
    return this.of(value, selectors.slice(0, -1))!;
  }
}

/** The selector that is applied next; `undefined` when the value itself is at hand. */
export function next(state: State): Selector | undefined {
  return state.selectors.at(-1);
}

export function isAtHand(state: State): boolean {
  return state.selectors.length === 0;
}
