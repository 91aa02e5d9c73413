/** Tables that show rows of `src/policy`. */
import {
  allRows,
  controls,
  invented,
  thirdParties,
  type EndpointRow,
  type EndpointSelector,
  type InventedName,
  type InventedPlace,
  type PolicyRow,
  type RuleName,
} from '../../src/policy/index.js';
import { table } from './sections.js';

/** What a rule enforces: its rows, except those that it does not report. */
export function rulePolicyTable(rule: RuleName): string {
  // As written, not as of today: pages do not change by themselves.
  const rows = allRows().filter(({ owner, confidence }) => owner === rule && confidence !== 'low');
  if (rows.length === 0) return 'No row of the policy belongs to this rule.';
  return table(
    ['What', 'What OpenAI does with it', 'ZDR', 'MAM', 'none', 'As of', 'Source'],
    rows.map((row) => [row.title, row.keeps, ...verdictsOf(row), row.asOf, sourceLinks(row.sources)]),
  );
}

/** Who else keeps content, and what stops it. */
export function thirdPartyTable(): string {
  return table(
    ['Name for `allow`', 'What it keeps', 'What keeps content out', 'As of', 'Source'],
    thirdParties.map(({ name, keeps, remedy, asOf, sources }) => [
      name,
      keeps,
      remedy,
      asOf,
      sourceLinks(sources),
    ]),
  );
}

/** All endpoints that the policy knows. */
export function endpointTable(): string {
  const rows = allRows().filter((row): row is EndpointRow => row.kind === 'endpoint');
  return table(
    ['Endpoint', 'ZDR', 'MAM', 'none', 'What is kept', 'As of', 'Source', 'Confidence'],
    rows.map((row) => [
      `**${row.title}**<br>${row.endpoints.map(selectorText).join('<br>')}`,
      ...verdictsOf(row),
      row.keeps,
      row.asOf,
      sourceLinks(row.sources),
      row.confidence,
    ]),
  );
}

/** Everything inside a request that changes what is kept, and what only the account decides. */
export function rowTable(kinds: readonly PolicyRow['kind'][]): string {
  const rows = allRows().filter((row) => kinds.includes(row.kind));
  return table(
    ['What', 'ZDR', 'MAM', 'none', 'What is kept', 'As of', 'Source', 'Confidence'],
    rows.map((row) => [
      row.title,
      ...verdictsOf(row),
      row.keeps,
      row.asOf,
      sourceLinks(row.sources),
      row.confidence,
    ]),
  );
}

const PLACES: Readonly<Record<InventedPlace, string>> = {
  body: 'request body',
  header: 'header',
  'header-value': 'value of a header',
  metadata: '`metadata`',
  'client-option': 'option of the client',
  environment: 'environment variable',
  query: 'query parameter',
};

/** The invented names that are known, those with the same effect in one line. */
export function inventedTable(): string {
  const groups = new Map<string, InventedName[]>();
  for (const entry of invented) {
    if (entry.confidence === 'low') continue;
    const key = JSON.stringify([entry.places, entry.effect, entry.asOf]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return table(
    ['Where', 'Name', 'What happens', 'Checked', 'Sources'],
    [...groups.values()].map((group) => {
      const [{ places, effect, asOf }] = group as [InventedName];
      const names = group.flatMap(({ name, aliases }) => [name, ...aliases]);
      return [
        places.map((place) => PLACES[place]).join(', '),
        names.map((name) => `\`${name}\``).join(', '),
        effect,
        asOf,
        sourceLinks([...new Set(group.flatMap(({ sources }) => sources))]),
      ];
    }),
  );
}

function verdictsOf(row: PolicyRow): string[] {
  return controls.map((control) => row.under[control]);
}

function selectorText({ methods, path }: EndpointSelector): string {
  return `${(methods ?? ['any']).join(', ')} \`/v1${path}\``;
}

function sourceLinks(sources: readonly string[]): string {
  return sources
    .map((source) =>
      source.startsWith('npm:') ? `\`${source.slice('npm:'.length)}\`` : `[${labelOf(source)}](${source})`,
    )
    .join(', ');
}

/** A short name for an address: the guide, the thread, or the host. */
function labelOf(source: string): string {
  const { hostname, pathname } = new URL(source);
  const parts = pathname.split('/').filter(Boolean);
  if (hostname === 'github.com') {
    const [owner, repository, , number] = parts;
    return `${owner}/${repository}${number === undefined ? '' : ` ${number}`}`;
  }
  if (hostname !== 'developers.openai.com') return hostname.replace(/^www\./, '');
  const isReference = parts.includes('reference');
  return isReference ? 'reference' : (parts.at(-1) ?? hostname);
}
