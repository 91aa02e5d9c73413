import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../syntax/nodes.js';
import type { CallContext, Primitive, AbstractValue } from './abstract-value.js';
import { append } from '../../util/append.js';

/** One contribution to an options object, in the order in which they take effect. */
export type Contribution =
  | {
      readonly kind: 'property';
      /** `undefined` when the key is computed from something unknown. */
      readonly key: string | undefined;
      readonly node: TSESTree.Property;
      readonly value: Node;
      readonly frame: CallContext;
    }
  | {
      readonly kind: 'spread';
      readonly node: Node;
      readonly bags: readonly ObjectState[];
      readonly isCertain: boolean;
      /** Only of what the object holds under this key: `holder.params`. */
      readonly inside?: string;
      /** A copy by way of JSON loses what is `undefined`. */
      readonly isJson?: boolean;
    }
  | {
      readonly kind: 'write';
      /** More than one for `params.session.tracing = …`. */
      readonly keys: readonly string[];
      readonly node: TSESTree.AssignmentExpression;
      readonly value: Node;
      readonly frame: CallContext;
      readonly isCertain: boolean;
      /** It may also have happened before what stands before it here. */
      readonly isUnordered?: boolean;
    }
  | {
      /** What a library writes by itself. */
      readonly kind: 'given';
      /** More than one for a key inside another object: `environment.type`. */
      readonly keys: readonly string[];
      readonly value: string | boolean;
      /** The expression because of which it is written. */
      readonly node: Node;
      readonly frame: CallContext;
    }
  | {
      readonly kind: 'remove';
      readonly keys: readonly string[];
      readonly node: Node;
      readonly isCertain: boolean;
    }
  | {
      readonly kind: 'unknown';
      /** Without it any key may be meant. */
      readonly key?: string | undefined;
      /** The key may be one of an object inside, however deep. */
      readonly isAnywhere?: boolean;
      readonly reason: string;
      readonly node: Node;
      readonly isCertain: boolean;
      /** The object may also be left out. */
      readonly isOptional?: true;
    };

/** One alternative of what an options object holds. */
export interface ObjectState {
  readonly parts: readonly Contribution[];
  /** The literal that a missing key can be added to; `null` when there is none. */
  readonly literal: TSESTree.ObjectExpression | null;
  /** The expression that the bag was read from. */
  readonly node: Node;
  /** It stands beside one that is unknown, and says nothing of the keys that it lacks. */
  readonly isPart?: boolean;
}

/** Bags and those inside of them, each once: an object can hold itself. */
export function* withInner(
  bags: readonly ObjectState[],
  innerOf: (bag: ObjectState) => readonly ObjectState[],
): Generator<ObjectState> {
  const seen = new Set<ObjectState>();
  const stack = [...bags];
  while (stack.length > 0) {
    const bag = stack.pop()!;
    if (seen.has(bag)) continue;
    seen.add(bag);
    yield bag;
    append(stack, innerOf(bag));
  }
}

/** One alternative answer to "what is `key`?". */
export type Alternative =
  | {
      readonly kind: 'set';
      readonly value: AbstractValue;
      /** The property or assignment that sets it; for an element of a list the element. */
      readonly node: Node;
      /** The expression that is its value where it is written. */
      readonly valueNode: Node;
      readonly frame: CallContext;
    }
  | {
      readonly kind: 'absent';
      /** The literal to which it can be added. */
      readonly literal: TSESTree.ObjectExpression | null;
      /** The property that sets it to `undefined`, which counts as absent. */
      readonly node: TSESTree.Property | TSESTree.AssignmentExpression | null;
      /**
       * Which key of the path the object lacks; a number only where it is nowhere set. An object that lacks the first
       * one leaves what stood there before it was spread.
       */
      readonly lacksAt?: number;
      /** The keys that have to be written into the literal, where they are others than those that were asked for. */
      readonly missing?: readonly string[];
      /** What has to be written there, where it is another value than the one that was asked for. */
      readonly write?: string;
    }
  | {
      readonly kind: 'unknown';
      readonly reason: string;
      readonly node: Node;
      /** Where the key itself is written, when only its value is not known. */
      readonly written?: Node;
      /** What the value is in any case. */
      readonly is?: Primitive;
      /** Whoever passes the value may also leave it out. */
      readonly isOptional?: true;
    };

export type Reading = readonly Alternative[];

/** A key somewhere in a bag, whether or not a later part overrides it. */
export interface WrittenKey {
  readonly key: string;
  /** Does a library leave out the key, which is there? Absent where nothing stands between the object and what is sent. */
  readonly isDropped?: boolean;
  readonly node: TSESTree.Property | TSESTree.AssignmentExpression;
  readonly value: Node;
  readonly frame: CallContext;
}
