/** Everything that a file sends to OpenAI, and what is kept of it: the lines of an inventory. */
import type { ApiRequest, Facts, Host } from '../facts/facts.js';
import { HOLE } from '../dataflow/model/abstract-value.js';
import type { Reading } from '../dataflow/model/object-state.js';
import { programOf, type Node } from '../dataflow/syntax/nodes.js';
import {
  parameterRowsOf,
  ruleNames,
  type Confidence,
  type PolicyRow,
  type Verdict,
} from '../policy/index.js';
import { doubtsInWords } from './doubt-words.js';
import { endpointNames, isElsewhere, Judge } from './judge.js';
import { overrideFor } from './overrides.js';
import { proofOf, type Proof } from './proof.js';
import { toolHoldersOf } from './tool-places.js';

/**
 * What comes of a request, the gravest first.
 *
 * - `kept`: content is kept beyond what the control allows
 * - `forced-off`: it would be kept, and only OpenAI's own ZDR switches it off
 * - `refused`: the API answers an error, or is shut down
 * - `no-effect`: a switch that does nothing
 * - `waived`: it would be one of these, and an exception in the settings says that it may be
 * - `unproven`: it cannot be read what is kept
 * - `none-found`: everything of which the policy speaks was read, and nothing is kept
 * - `not-openai`: the request goes to somebody else, under other terms
 */
export const inventoryVerdicts = [
  'kept',
  'forced-off',
  'refused',
  'no-effect',
  'waived',
  'unproven',
  'none-found',
  'not-openai',
] as const;
export type InventoryVerdict = (typeof inventoryVerdicts)[number];

/** What OpenAI keeps because of one policy row. */
export interface KeptContent {
  /** Id of the row: `parameter:store-default-responses`. */
  readonly row: string;
  /** Of this row alone. */
  readonly verdict: InventoryVerdict;
  /** Sentences. */
  readonly keeps: string;
  readonly remedy: string;
  readonly asOf: string;
  readonly confidence: Confidence;
}

/** An exception of the settings because of which something is not counted as kept. */
export interface Waiver {
  readonly row: string;
  readonly reason: string;
  /** The last day on which it holds; `null` without end. */
  readonly until: string | null;
}

export interface InventoryEntry {
  /** 1-based; columns count UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /**
   * - `call`: sent here
   * - `definition`: an agent or a chat model, which says what later calls send
   * - `body`: put together here for a call in another file
   * - `feature`: something else that reaches OpenAI, such as an export of traces
   * - `unanalysed`: a place of which nobody can say what it sends
   */
  readonly stage: 'call' | 'definition' | 'body' | 'feature' | 'unanalysed';
  /** How it is called: `responses.create`. */
  readonly method: string;
  /** The package or library; empty for what belongs to none. */
  readonly library: string;
  /** `POST /v1/responses`. */
  readonly endpoints: readonly string[];
  readonly host: Host['class'];
  /** The host or cloud, where it is known. */
  readonly hostName: string | null;
  /** Names of models, `…` for what cannot be read. Empty where none is named. */
  readonly models: readonly string[];
  /** `true`, `false`, `left out`, `not read`; more than one where branches differ. Empty where it has no meaning. */
  readonly store: readonly string[];
  /** Types of tools that OpenAI is asked to run, or to have run. */
  readonly tools: readonly string[];
  readonly verdict: InventoryVerdict;
  readonly kept: readonly KeptContent[];
  /** Why it is unproven: "`store` and 4 more: spread of parameter `options`". */
  readonly reasons: readonly string[];
  readonly waivers: readonly Waiver[];
}

export interface InventorySource {
  readonly facts: Facts;
  readonly judge: Judge;
  readonly ast: Node;
  readonly text: string;
}

/** The lines of one file, in the order of the text. */
export function inventoryOf(source: InventorySource): readonly InventoryEntry[] {
  const { facts } = source;
  const entries = [
    ...facts.requests.flatMap((request) => requestEntry(request, source)),
    ...featureEntries(source),
    ...facts.unanalysed.flatMap(({ node, cause }) =>
      cause === 'work' ? entryAt(node, { ...BLANK, stage: 'unanalysed', ...NOT_TO_THE_END }) : [],
    ),
  ];
  return uniqueEntries(entries).sort((a, b) => a.line - b.line || a.column - b.column);
}

const BLANK = {
  method: '',
  library: '',
  endpoints: [],
  host: 'unknown',
  hostName: null,
  models: [],
  store: [],
  tools: [],
  kept: [],
  reasons: [],
  waivers: [],
} as const;

const NOT_TO_THE_END = {
  verdict: 'unproven',
  reasons: ['not analysed to the end: the code takes more work than is done'],
} as const;

function entryAt(node: Node, entry: Omit<InventoryEntry, 'line' | 'column'>): InventoryEntry {
  const { line, column } = node.loc.start;
  return { line, column: column + 1, ...entry };
}

function requestEntry(request: ApiRequest, { judge, ast, text }: InventorySource): readonly InventoryEntry[] {
  const node = [request.anchor, request.callee, request.node].find((place) => programOf(place) === ast);
  if (!node) return [];
  const proof = proofOf(request, judge, { inputs: false });
  const rows = proof.verdict === 'violating' ? proof.rows : [];
  const kept = rows.map((row) => keptBy(row, judge, request));
  const { client } = request;
  const waivers = waiversOf(request, judge);
  return [
    entryAt(node, {
      stage: request.isCalledHere ? request.stage : 'body',
      method: request.name,
      library: client.library,
      endpoints: endpointNames(request),
      host: client.host.class,
      hostName: client.host.name ?? null,
      models: [...new Set(request.body.read('model').flatMap(modelText))],
      store: takesStore(request) ? [...new Set(storeTexts(request.body.read('store')))] : [],
      tools: toolTypes(request),
      verdict: verdictOf(request, proof, kept, waivers),
      kept,
      reasons: proof.verdict === 'unproven' ? doubtsInWords(proof.doubts, request, text) : [],
      waivers,
    }),
  ];
}

function keptBy(row: PolicyRow, judge: Judge, request?: ApiRequest): KeptContent {
  return {
    row: row.id,
    verdict: CONSEQUENCES[judge.verdict(row)],
    ...judge.data(row, request),
    confidence: row.confidence,
  };
}

/** What a verdict of the policy means for a request that falls under it. */
const CONSEQUENCES: Readonly<Record<Verdict, InventoryVerdict>> = {
  stored: 'kept',
  temporary: 'kept',
  'third-party': 'kept',
  'forced-off': 'forced-off',
  refused: 'refused',
  gone: 'refused',
  'no-effect': 'no-effect',
  // No rule reports these.
  eligible: 'none-found',
  unaddressed: 'none-found',
};

function gravest(kept: readonly KeptContent[]): InventoryVerdict {
  return inventoryVerdicts.find((verdict) => kept.some((one) => one.verdict === verdict))!;
}

function verdictOf(
  { client }: ApiRequest,
  proof: Proof,
  kept: readonly KeptContent[],
  waivers: readonly Waiver[],
): InventoryVerdict {
  if (isElsewhere(client)) return 'not-openai';
  if (proof.verdict === 'violating') return gravest(kept);
  return waivers.length > 0 ? 'waived' : proof.verdict;
}

/** Rows that would be broken, were it not for an exception in the settings. */
export function waiversOf(request: ApiRequest, { settings, filename }: Judge): readonly Waiver[] {
  if (settings.policy.length === 0 || isElsewhere(request.client)) return [];
  const without = proofOf(request, new Judge({ ...settings, policy: [] }, filename), { inputs: false });
  if (without.verdict !== 'violating') return [];
  return without.rows.flatMap((row): readonly Waiver[] => {
    const override = overrideFor(row, settings, filename);
    if (!override || override.isExpired || override.verdict !== 'eligible') return [];
    return [{ row: row.id, reason: override.setting.reason, until: override.until ?? null }];
  });
}

/** What reaches OpenAI without being a request of the code's own. */
function featureEntries({ facts, judge, ast }: InventorySource): readonly InventoryEntry[] {
  return ruleNames
    .flatMap((rule) => judge.features(facts, rule))
    .flatMap(({ row, use }) => {
      const node = [use.node, use.near].find((place) => programOf(place) === ast);
      if (!node) return [];
      const kept = [keptBy(row, judge)];
      return [
        entryAt(node, {
          ...BLANK,
          stage: 'feature',
          method: use.name,
          library: use.client?.library ?? '',
          host: use.client?.host.class ?? 'openai',
          verdict: gravest(kept),
          kept,
        }),
      ];
    });
}

function takesStore({ operations }: ApiRequest): boolean {
  return operations.some(({ method, path }) =>
    parameterRowsOf(method, path).some(({ parameter }) => parameter === 'store'),
  );
}

function storeTexts(reading: Reading): readonly string[] {
  return reading.map((alternative) => {
    if (alternative.kind === 'absent') return 'left out';
    if (alternative.kind === 'unknown' || alternative.value.kind !== 'constant') return 'not read';
    return String(alternative.value.value);
  });
}

function modelText(alternative: Reading[number]): readonly string[] {
  if (alternative.kind === 'absent') return [];
  if (alternative.kind === 'unknown') return ['…'];
  const { value } = alternative;
  if (value.kind === 'text') return [value.text.replaceAll(HOLE, '…')];
  return [value.kind === 'constant' ? String(value.value) : '…'];
}

function toolTypes(request: ApiRequest): readonly string[] {
  const types = toolHoldersOf(request)
    .flatMap(({ view, list }) => view.elements(...list))
    .flatMap(({ view }) => view.read('type'))
    .flatMap((type) => (type.kind === 'absent' ? [] : modelText(type)));
  return [...new Set(types)].sort();
}

/** One call that goes two ways is one line where both say the same. */
function uniqueEntries(entries: readonly InventoryEntry[]): InventoryEntry[] {
  const seen = new Map(entries.map((entry) => [JSON.stringify(entry), entry]));
  return [...seen.values()];
}
