import type { HttpMethod } from '../catalog/types.js';

/** Zero Data Retention, Modified Abuse Monitoring, or neither. */
export const controls = ['zdr', 'mam', 'none'] as const;

/** The control that OpenAI has approved for the organization or project. */
export type Control = (typeof controls)[number];

export const verdicts = [
  'eligible',
  'forced-off',
  'temporary',
  'stored',
  'refused',
  'third-party',
  'no-effect',
  'gone',
  'unaddressed',
] as const;

/**
 * What a control means for a thing. Abuse-monitoring logs (up to 30 days, only without ZDR and MAM) are the same for
 * every call and not part of the verdict; it speaks of what comes on top.
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
export type Verdict = (typeof verdicts)[number];

export const confidences = ['high', 'medium', 'low'] as const;

/**
 * - `high`: a page or a doc comment of OpenAI says so
 * - `medium`: sources disagree, or it follows directly from what a neighbouring row says
 * - `low`: inference; no rule reports it at error level
 */
export type Confidence = (typeof confidences)[number];

export const ruleNames = [
  'no-store',
  'require-store-false',
  'no-non-zdr-endpoint',
  'no-file-upload',
  'no-invented-parameters',
  'no-ineffective-control',
  'no-misused-await',
  'no-server-state',
  'no-stored-file-input',
  'no-hosted-tools',
  'no-hosted-containers',
  'no-third-party-tools',
  'no-background',
  'no-prompt-cache-retention',
  'no-trace-export',
  'no-non-zdr-model',
  'no-retention-downgrade',
  'no-unproven-request',
  'no-audio-output',
  'no-false-zdr-claim',
  'no-third-party-logging',
  'no-sdk-debug-logging',
  'allowed-hosts',
] as const;

/** Every rule of the plugin. */
export type RuleName = (typeof ruleNames)[number];

/** Which wire calls a row speaks of. */
export interface EndpointSelector {
  /** All verbs when absent. */
  readonly methods?: readonly HttpMethod[];
  /** Path below `/v1` with `{}` for ids. A trailing `/**` takes everything below, not the path itself. */
  readonly path: string;
  /** `true` for calls that no operation of the catalog makes: raw requests, socket handshakes, most of the Admin API. */
  readonly notInCatalog?: true;
}

/** Endpoints about which OpenAI's data-control pages say nothing and which carry no prompts or answers. */
export interface UnaddressedEndpoints {
  readonly endpoints: readonly EndpointSelector[];
  /** Why no row is needed. One sentence. */
  readonly why: string;
}

/** What a row says from a day on that OpenAI has announced. */
export interface Ending {
  /** The first day on which it is gone, ISO 8601: `2026-11-30`. */
  readonly day: string;
  /** As in the row, from that day on. */
  readonly keeps: string;
  readonly remedy: string;
  /** The rule that speaks about it then, where none does before. */
  readonly owner?: RuleName;
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
  /** The same without ZDR, for rows whose verdict is another there. No claim that ZDR applies. Ends with a full stop. */
  readonly otherwise?: string;
  /** One imperative sentence: what to write instead. Ends with a full stop. Empty for eligible rows. */
  readonly remedy: string;
  /** The one rule that speaks about the row; `null` when it is eligible everywhere or no code can show it. */
  readonly owner: RuleName | null;
  /** Day (or month) of the newest source, ISO 8601: `2026-10`. */
  readonly asOf: string;
  /** The day by which somebody has to look at the sources again; half a year after `asOf` when absent. */
  readonly reviewBy?: string;
  /** Shut down on an announced day: from then on the verdict is `gone`. */
  readonly goneFrom?: Ending;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
}

export interface EndpointRow extends Row {
  readonly kind: 'endpoint';
  readonly endpoints: readonly EndpointSelector[];
  /** Covered only with models that have an eligible row of their own. */
  readonly onlyListedModels?: true;
}

export interface ParameterRow extends Row {
  readonly kind: 'parameter';
  /** Dotted path in the body, `[*]` for array elements: `session.tracing`, `input[*].content[*].file_id`. */
  readonly parameter: string;
  /** Bodies in which the name has this meaning; it means other things elsewhere. */
  readonly endpoints: readonly EndpointSelector[];
  /** Whether the row speaks of the name being there or of its being left out. */
  readonly when: 'written' | 'omitted';
  /** Values that the row speaks of; any value but `null`, `false` and nothing at all when absent. */
  readonly values?: readonly (string | boolean)[];
  /** Models for which the row holds, `*` for any run of characters; all when absent. */
  readonly models?: readonly string[];
  /** The name counts only where its object holds nothing else; a `type` of `null` is nothing. */
  readonly isAlone?: true;
  /** The name counts only where its object has one of these values as `type`. */
  readonly ofTypes?: readonly string[];
  /** The name counts only where its object surely lacks this key. */
  readonly without?: string;
  /** The transport over which the row holds; all when absent. */
  readonly transport?: 'http';
}

export interface ToolRow extends Row {
  readonly kind: 'tool';
  /** Values of `type` in a `tools` array (for skills: in a shell's `environment.skills`). */
  readonly toolTypes: readonly string[];
  /** What else the tool must hold for the row to speak of it: a dotted path and the values there, any when absent. */
  readonly having?: { readonly path: string; readonly values?: readonly (string | boolean)[] };
  /** Covered only with models that have an eligible row of their own. */
  readonly onlyListedModels?: true;
}

export interface ModelRow extends Row {
  readonly kind: 'model';
  /** Model names; `*` stands for any run of characters. */
  readonly models: readonly string[];
}

export interface FeatureRow extends Row {
  readonly kind: 'feature' | 'account';
  /** Read in the code of a library, not on OpenAI's pages. */
  readonly ofLibrary?: true;
}

export type PolicyRow = EndpointRow | ParameterRow | ToolRow | ModelRow | FeatureRow;

export const inventedPlaces = [
  'body',
  'header',
  'header-value',
  'metadata',
  'client-option',
  'environment',
  'query',
] as const;

/** Where an invented name is written. */
export type InventedPlace = (typeof inventedPlaces)[number];

/** A name that promises privacy and that OpenAI does not have. */
export interface InventedName {
  /** As seen in the wild; headers in their usual casing; a header's value together with it: `OpenAI-Beta: x`. */
  readonly name: string;
  /** Other names of the same invention. Spellings in another case (camel, snake, kebab) need no entry. */
  readonly aliases: readonly string[];
  readonly places: readonly InventedPlace[];
  /** `true` when the API answers 400, so the call has never worked; `false` when it passes without a word. */
  readonly failsLoudly: boolean;
  /** One sentence for a message: what really happens. */
  readonly effect: string;
  /** Day (or month) of the newest check, ISO 8601. */
  readonly asOf: string;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
}
