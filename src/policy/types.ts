import type { HttpMethod } from '../catalog/types.js';

/** The control that OpenAI has approved for the organization or project. */
export type Control = 'zdr' | 'mam' | 'none';

/**
 * What a control means for a thing.
 *
 * - `eligible`: covered, nothing to do
 * - `forced-off`: switched off by OpenAI under ZDR, kept 30 days or more otherwise
 * - `temporary`: rests somewhere for a bounded time
 * - `stored`: kept even under ZDR, and nothing fails
 * - `refused`: the API answers an error
 * - `third-party`: leaves OpenAI
 * - `no-effect`: does not exist, or is ignored where it stands
 * - `gone`: shut down
 * - `unaddressed`: OpenAI says nothing about it
 */
export type Verdict =
  | 'eligible'
  | 'forced-off'
  | 'temporary'
  | 'stored'
  | 'refused'
  | 'third-party'
  | 'no-effect'
  | 'gone'
  | 'unaddressed';

export type Confidence = 'high' | 'medium' | 'low';

/** Every rule of the design, built or not. */
export type RuleName =
  | 'no-store'
  | 'require-store-false'
  | 'no-non-zdr-endpoint'
  | 'no-file-upload'
  | 'no-invented-parameters'
  | 'no-ineffective-control'
  | 'no-server-state'
  | 'no-stored-file-input'
  | 'no-hosted-tools'
  | 'no-hosted-containers'
  | 'no-third-party-tools'
  | 'no-background'
  | 'no-prompt-cache-retention'
  | 'no-trace-export'
  | 'no-non-zdr-model'
  | 'no-retention-downgrade'
  | 'no-unproven-request'
  | 'no-audio-output'
  | 'no-false-zdr-claim'
  | 'no-third-party-logging'
  | 'no-sdk-debug-logging'
  | 'allowed-hosts';

/** Which wire calls a row speaks of. */
export interface EndpointSelector {
  /** All verbs when absent. */
  readonly methods?: readonly HttpMethod[];
  /** Path below `/v1` with `{}` for ids. A trailing `/**` takes everything below, not the path itself. */
  readonly path: string;
}

interface Row {
  /** Stable, unique: `endpoint:/conversations`, `parameter:background`. */
  readonly id: string;
  /** A noun for tables and messages: `Conversations`. */
  readonly title: string;
  readonly under: Readonly<Record<Control, Verdict>>;
  /**
   * One sentence that stands alone in a message: what is kept and how long, or which error comes back, under ZDR.
   * Ends with a full stop.
   */
  readonly keeps: string;
  /** One imperative sentence: what to write instead. Ends with a full stop. Empty for eligible rows. */
  readonly remedy: string;
  /** The one rule that speaks about the row; `null` when it is eligible everywhere or no code can show it. */
  readonly owner: RuleName | null;
  /** Day (or month) of the newest source, ISO 8601: `2026-10`. */
  readonly asOf: string;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
}

export interface EndpointRow extends Row {
  readonly kind: 'endpoint';
  readonly endpoints: readonly EndpointSelector[];
}

export interface ParameterRow extends Row {
  readonly kind: 'parameter';
  /** Dotted path in the body, `[*]` for array elements: `session.tracing`, `input[*].content[*].file_id`. */
  readonly parameter: string;
  /** Bodies in which the name has this meaning; it means other things elsewhere. */
  readonly endpoints: readonly EndpointSelector[];
}

export interface ToolRow extends Row {
  readonly kind: 'tool';
  /** Values of `type` in a `tools` array. */
  readonly toolTypes: readonly string[];
}

export interface ModelRow extends Row {
  readonly kind: 'model';
  /** Model names; `*` stands for any run of characters. */
  readonly models: readonly string[];
}

export interface FeatureRow extends Row {
  readonly kind: 'feature' | 'account';
}

export type PolicyRow = EndpointRow | ParameterRow | ToolRow | ModelRow | FeatureRow;

/** Where an invented name is written. */
export type InventedPlace = 'body' | 'header' | 'header-value' | 'metadata' | 'client-option' | 'environment' | 'query';

/** A name that promises privacy and that OpenAI does not have. */
export interface InventedName {
  /** As seen in the wild; headers in their usual casing. */
  readonly name: string;
  /** Other spellings of the same invention. */
  readonly aliases: readonly string[];
  readonly places: readonly InventedPlace[];
  /** For `header-value`: the header that is real. */
  readonly header?: string;
  /** Values that make it a claim; any value when absent. */
  readonly values?: readonly string[];
  /** `true` when the API answers 400, so the call has never worked; `false` when it passes without a word. */
  readonly failsLoudly: boolean;
  /** One sentence for a message: what really happens. */
  readonly effect: string;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
}
