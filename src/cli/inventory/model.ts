import type { InventoryEntry, InventoryVerdict } from '../../judgement/inventory.js';
import type { Control } from '../../policy/index.js';

export { inventoryVerdicts, type InventoryVerdict } from '../../judgement/inventory.js';

export const inventoryFormats = [
  'table',
  'json',
  'markdown',
  'csv',
  'html',
  'cyclonedx',
  'statement',
] as const;

export type InventoryFormat = (typeof inventoryFormats)[number];

/** A line of an inventory. */
export interface InventoryLine extends InventoryEntry {
  /** From the folder that was asked about, with slashes. */
  readonly file: string;
}

/** What a code base sends to OpenAI. It holds no time and no absolute path, so that it can be committed. */
export interface Inventory {
  /** Of this format. */
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  /** Dates of what is known of OpenAI's pages and of libraries. */
  readonly asOf: { readonly policy: string; readonly libraries: string };
  readonly control: Control;
  /** How many files were read. */
  readonly files: number;
  /** What was not read, as sentences. */
  readonly notRead: readonly string[];
  readonly lines: readonly InventoryLine[];
}

/** How each verdict is said to people. */
export const VERDICT_WORDS: Readonly<Record<InventoryVerdict, string>> = {
  kept: 'kept',
  'forced-off': 'kept without ZDR',
  refused: 'refused',
  'no-effect': 'no effect',
  waived: 'kept under an exception',
  unproven: 'unproven',
  'none-found': 'no retention found',
  'not-openai': 'not OpenAI',
};

export const CONTROL_WORDS: Readonly<Record<Control, string>> = {
  zdr: 'Zero Data Retention',
  mam: 'Modified Abuse Monitoring',
  none: 'no data retention control',
};

/** `POST /v1/responses`, or what stands for it where a line has no endpoint. */
export function endpointOf({ endpoints, stage, method, kept }: InventoryEntry): string {
  if (endpoints.length > 0) return endpoints.join(', ');
  if (stage === 'unanalysed') return 'not analysed';
  return stage === 'feature' ? kept.map(({ row }) => row.replace('feature:', '')).join(', ') : method;
}

/** `openai responses.create` */
export function callOf({ library, method }: InventoryEntry): string {
  return [library, method].filter((part) => part !== '').join(' ');
}

/** `openai (api.openai.com)` */
export function hostOf({ host, hostName }: InventoryEntry): string {
  return hostName === null || hostName === host ? host : `${host} (${hostName})`;
}

/** What is kept, or why that is not known, or under which exception; sentences. */
export function remarksOf({ kept, reasons, waivers }: InventoryEntry): readonly string[] {
  return [
    ...kept.map(({ keeps, asOf }) => `${keeps} (As of ${asOf}.)`),
    ...reasons.map((reason) => `Cannot be read: ${reason}.`),
    ...waivers.map(
      ({ row, reason, until }) =>
        `Exception for ${row}${until === null ? ', without end' : ` until ${until}`}: ${reason}`,
    ),
  ];
}

/** How many lines have each verdict, in the order of the verdicts. */
export function countsOf(lines: readonly InventoryLine[]): ReadonlyMap<InventoryVerdict, number> {
  const counts = new Map<InventoryVerdict, number>();
  for (const verdict of Object.keys(VERDICT_WORDS) as InventoryVerdict[]) {
    const count = lines.filter((line) => line.verdict === verdict).length;
    if (count > 0) counts.set(verdict, count);
  }
  return counts;
}

/** `3 kept, 1 unproven` */
export function countsText(lines: readonly InventoryLine[]): string {
  return [...countsOf(lines)].map(([verdict, count]) => `${count} ${VERDICT_WORDS[verdict]}`).join(', ');
}
