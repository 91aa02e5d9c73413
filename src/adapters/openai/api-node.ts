import type { EntryPoint } from '../../catalog/entry-points.js';
import type { RawMethod } from '../../catalog/raw-methods.js';
import type { Operation } from '../../catalog/types.js';
import type { AccessPath, AccessStep } from '../../dataflow/model/abstract-value.js';
import type { Client, ClientMode } from '../../facts/facts.js';
import type { FactoryUse, Factory } from './factories.js';
import type { ClientClass } from './packages.js';

/** What a value from the `openai` package is. */
export type ApiNode =
  | { readonly kind: 'module'; readonly subpath: string }
  | { readonly kind: 'client-class'; readonly name: ClientClass; readonly mode?: ClientMode }
  | { readonly kind: 'configuration' }
  | { readonly kind: 'resource-class'; readonly resources: readonly string[] }
  | {
      readonly kind: 'entry';
      readonly points: readonly EntryPoint[];
      readonly isInstance: boolean;
      /** The client that it was made with. */
      readonly client: Client | null;
    }
  | { readonly kind: 'factory'; readonly client: Client }
  /** Part of the way to a client that another package hands out: its module, a class, a method. */
  | { readonly kind: 'on-the-way'; readonly uses: readonly FactoryUse[]; readonly done: number }
  /** Watches clients that are made without it. */
  | { readonly kind: 'observer'; readonly factory: Factory; readonly step: AccessStep }
  | { readonly kind: 'client'; readonly client: Client; readonly isLegacy: boolean }
  | { readonly kind: 'with-options'; readonly client: Client }
  | { readonly kind: 'resource'; readonly client: Client; readonly path: string }
  | {
      readonly kind: 'operation';
      readonly client: Client;
      readonly operation: Operation;
      /** Where a function of the user's takes the body, from the settings. */
      readonly bodyArgument?: number;
    }
  | { readonly kind: 'raw'; readonly client: Client; readonly name: string; readonly method: RawMethod };

/** How another package came to hand out a client. */
export interface HandedOut {
  readonly factory: Factory;
  readonly step: AccessStep;
  readonly root: AccessPath['root'];
}
