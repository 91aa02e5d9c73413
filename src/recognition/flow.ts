import type { SourceModule } from '../dataflow/syntax/source-module.js';
import type { FunctionNode, Node } from '../dataflow/syntax/nodes.js';
import type { ImportPlace, Places } from './places.js';
import type { Selector } from './selector.js';
import type { State } from './state.js';

/** A file that takes part, with the places that import it. */
export interface Module {
  readonly unit: SourceModule;
  readonly places: Places;
  readonly importers: { readonly place: ImportPlace; readonly module: Module }[];
}

/** A function that an expression may be. */
export interface Target {
  readonly fn: FunctionNode;
  /** The number of arguments that `bind` gave before those of a call. */
  readonly given: number;
  readonly home: Module;
}

/** What summaries do with states. */
export interface Flow {
  /** An expression holds a state. */
  flow(node: Node, state: State | null, module: Module): void;
  /** What an expression stands for comes to hold a state. */
  into(node: Node, state: State | null, module: Module): void;
  /** `this` of a function that is called on something holds a state. */
  self(fn: FunctionNode, state: State | null, module: Module): void;
  /** A value is called with `new`, with the elements of a list as arguments. */
  constructed(call: Node, list: Node | undefined, state: State, module: Module): void;
  push(state: State | null, ...selectors: readonly Selector[]): State | null;
  pop(state: State): State;
  /** The functions that an expression may be; of classes their constructors, if they are asked for. */
  functionsAt(node: Node, module: Module, isConstructed?: boolean): readonly Target[];
  /** A function is handed a state at a position; at any where that is not known. */
  handed(target: Target, position: number | null, state: State): void;
  /** A value is provided under a token, or a name, for whoever asks for it. */
  provide(token: Node | string, state: State, module: Module): void;
}
