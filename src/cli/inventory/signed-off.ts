/** Compares what the code sends with an inventory that somebody has looked at and committed. */
import { readFile } from 'node:fs/promises';
import { endpointOf, VERDICT_WORDS, type Inventory, type InventoryLine } from './model.js';

/** What has changed, as lines for people. */
export interface Changes {
  /** Requests that nobody has signed off. */
  readonly added: readonly string[];
  /** Requests that are gone. */
  readonly removed: readonly string[];
}

/**
 * Reads a committed inventory.
 *
 * @throws Error with a sentence for the user
 */
export async function readInventory(file: string): Promise<Inventory> {
  let found: Partial<Inventory> | null;
  try {
    found = JSON.parse(await readFile(file, 'utf8')) as Partial<Inventory> | null;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
  if (found?.version !== 1 || !Array.isArray(found.lines) || !found.lines.every(isLine))
    throw new Error(`${file}: not an inventory of this version; write one with --format json`);
  return found as Inventory;
}

/**
 * What an inventory has that the one before lacks, and the other way round. Moved lines and other dates change nothing; a
 * request with another verdict, endpoint, host or store counts as a new one.
 */
export function changesBetween(before: Inventory, now: Inventory): Changes {
  return { added: missingIn(before, now), removed: missingIn(now, before) };
}

/** What a comparison needs of a line. */
function isLine(line: unknown): line is InventoryLine {
  const { file, endpoints, kept, waivers } = (line ?? {}) as Partial<Record<keyof InventoryLine, unknown>>;
  return typeof file === 'string' && [endpoints, kept, waivers].every((list) => Array.isArray(list));
}

function missingIn({ lines: has }: Inventory, { lines }: Inventory): readonly string[] {
  const left = new Map<string, number>();
  for (const line of has) left.set(identityOf(line), (left.get(identityOf(line)) ?? 0) + 1);
  return lines
    .filter((line) => {
      const count = left.get(identityOf(line)) ?? 0;
      left.set(identityOf(line), count - 1);
      return count <= 0;
    })
    .map((line) => `${line.file}:${line.line} ${endpointOf(line)} (${VERDICT_WORDS[line.verdict]})`);
}

function identityOf(line: InventoryLine): string {
  const { file, stage, method, library, endpoints, host, hostName, store, tools, verdict, kept, waivers } =
    line;
  const rows = [...kept, ...waivers].map(({ row }) => row);
  return JSON.stringify([
    file,
    stage,
    method,
    library,
    endpoints,
    host,
    hostName,
    store,
    tools,
    verdict,
    rows,
  ]);
}
