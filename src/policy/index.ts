/**
 * What OpenAI keeps: rows of data, and look-ups in them.
 *
 * Knows no syntax trees. Nothing is computed on import; each index is built when it is first asked for.
 */
import type { HttpMethod } from '../catalog/types.js';
import { today } from '../util/today.js';
import { isDue, rowOn, shownDate } from './calendar.js';
import { endpoints, unaddressed } from './endpoints.js';
import { features } from './features.js';
import { invented } from './invented.js';
import { models } from './models.js';
import { parameters } from './parameters.js';
import { moreSpecific, pathSegments, selects } from './selectors.js';
import { folded } from './shape.js';
import { thirdParties } from './third-parties.js';
import { tools } from './tools.js';
import type {
  Control,
  EndpointRow,
  EndpointSelector,
  InventedName,
  InventedPlace,
  ModelRow,
  ParameterRow,
  PolicyRow,
  RuleName,
  ToolRow,
  Verdict,
} from './types.js';

export { reviewDay } from './calendar.js';
export { inventedShape, isWrappersName } from './shape.js';
export { thirdParties, thirdPartyAt, thirdPartyNamed, type ThirdPartyRow } from './third-parties.js';
export { selects } from './selectors.js';
export { invented, unaddressed };
export {
  confidences,
  controls,
  inventedPlaces,
  ruleNames,
  verdicts,
  type Confidence,
  type Control,
  type EndpointRow,
  type EndpointSelector,
  type FeatureRow,
  type InventedName,
  type InventedPlace,
  type ModelRow,
  type ParameterRow,
  type PolicyRow,
  type RuleName,
  type ToolRow,
  type UnaddressedEndpoints,
  type Verdict,
} from './types.js';

/** Every row of every kind, as written: what days of the calendar do to them is left out. */
export function allRows(): readonly PolicyRow[] {
  return writtenRows();
}

/** The row with this id: `endpoint:/conversations`, `parameter:background`, `feature:agents-tracing`. */
export function rowById(id: string): PolicyRow | undefined {
  return rowsById().get(id);
}

/** The rows that this rule speaks about. */
export function rowsOwnedBy(rule: RuleName): readonly PolicyRow[] {
  return rowsByOwner().get(rule) ?? [];
}

/**
 * The row about a wire call; the most specific selector wins.
 *
 * @param path below `/v1` (a leading `/v1`, a query and a trailing slash do not matter); ids as `{}` or as they are
 * @returns undefined where OpenAI's pages say nothing (see `unaddressed`) and for paths that do not exist
 */
export function endpointRow(method: HttpMethod, path: string): EndpointRow | undefined {
  return endpointEntry(method, path)?.row;
}

/** Is the call one of those about which OpenAI's pages are known to say nothing? */
export function isUnaddressed(method: HttpMethod, path: string): boolean {
  const entry = endpointEntry(method, path);
  return entry !== undefined && entry.row === undefined;
}

/** The parameter row with this id, with or without the leading `parameter:`. */
export function parameterRow(id: string): ParameterRow | undefined {
  const row = rowsById().get(id.startsWith('parameter:') ? id : `parameter:${id}`);
  return row?.kind === 'parameter' ? row : undefined;
}

/** The rows about parameters in the body of this call. */
export function parameterRowsOf(method: HttpMethod, path: string): readonly ParameterRow[] {
  return rowsOfToday().parameters.filter((row) =>
    row.endpoints.some((selector) => selects(selector, method, path)),
  );
}

/** The rows about this `type` of a tool; a row that asks for more (`having`) stands before one that does not. */
export function toolRows(type: string): readonly ToolRow[] {
  return rowsOfToday().tools.filter((row) => row.toolTypes.includes(type));
}

/** The row about this model, `undefined` for models that follow their endpoint. Exact names win over patterns. */
export function modelRow(model: string): ModelRow | undefined {
  const { models: known } = rowsOfToday();
  return (
    known.find((row) => row.models.includes(model)) ??
    known.find((row) => row.models.some((pattern) => matchesModel(pattern, model)))
  );
}

/** Does a model name match one of a row's names, where `*` stands for any run of characters? */
export function matchesModel(pattern: string, model: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return model === pattern;
  if (!model.startsWith(head)) return false;
  let at = head.length;
  for (const [index, part] of rest.entries()) {
    const last = index === rest.length - 1;
    const found = last ? model.length - part.length : model.indexOf(part, at);
    if (found < at || !model.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return true;
}

/**
 * The invention with this name in this place.
 *
 * Case and separators do not count (`dataUsage` is `data_usage`). For `header-value` the name is the header together with
 * its value, `OpenAI-Beta: zero-data-retention`; each of several values separated by commas or semicolons is looked up.
 */
export function inventedName(name: string, place: InventedPlace): InventedName | undefined {
  const index = inventionsIn(place);
  if (place !== 'header-value') return index.get(folded(name));
  const colon = name.indexOf(':');
  const header = name.slice(0, colon);
  for (const value of name.slice(colon + 1).split(/[,;]/)) {
    const found = index.get(folded(header + value));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a control means for a row. */
export function verdict(row: PolicyRow, control: Control): Verdict {
  return row.under[control];
}

/** Dates of the oldest and the newest row about OpenAI, as written: `2026-06`, `2026-11-13`. */
export function policyAsOf(): { readonly oldest: string; readonly newest: string } {
  return dates();
}

/** The date of what was read last in libraries and of third parties. */
export function librariesAsOf(): string {
  return (
    [...allRows().filter(isOfLibrary), ...thirdParties]
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) ?? ''
  );
}

/** The date of a row for messages; it says so when nobody has looked at the row for long. */
export function asOfText(row: PolicyRow): string {
  return shownDate(row, today());
}

/** The rows whose sources have to be looked at again. */
export function rowsDue(): readonly PolicyRow[] {
  return allRows().filter((row) => isDue(row, today()));
}

function isOfLibrary(row: PolicyRow): boolean {
  return 'ofLibrary' in row && row.ofLibrary === true;
}

interface EndpointEntry {
  readonly selector: EndpointSelector;
  /** Absent for unaddressed endpoints, which take part so that they can win over a wider row. */
  readonly row?: EndpointRow;
}

function endpointEntry(method: HttpMethod, path: string): EndpointEntry | undefined {
  const key = `${method} /${pathSegments(path).join('/')}`;
  const found = foundEntries();
  if (!found.has(key)) {
    let best: EndpointEntry | undefined;
    for (const entry of endpointEntries()) {
      if (!selects(entry.selector, method, path)) continue;
      if (best === undefined || moreSpecific(entry.selector, best.selector)) best = entry;
    }
    found.set(key, best);
  }
  return found.get(key);
}

const foundEntries = daily(() => new Map<string, EndpointEntry | undefined>());

const endpointEntries = daily((): readonly EndpointEntry[] => [
  ...rowsOfToday().endpoints.flatMap((row) => row.endpoints.map((selector) => ({ selector, row }))),
  ...unaddressed.flatMap((entry) => entry.endpoints.map((selector) => ({ selector }))),
]);

const writtenRows = once((): readonly PolicyRow[] => [
  ...endpoints,
  ...parameters,
  ...tools,
  ...models,
  ...features,
]);

/** The rows as they hold today. */
const rowsOfToday = daily((day) => ({
  endpoints: endpoints.map((row) => rowOn(row, day)),
  parameters: parameters.map((row) => rowOn(row, day)),
  tools: tools.map((row) => rowOn(row, day)),
  models: models.map((row) => rowOn(row, day)),
  features: features.map((row) => rowOn(row, day)),
}));

const rows = daily((): readonly PolicyRow[] => Object.values(rowsOfToday()).flat());

const dates = once(() => {
  const sorted = writtenRows()
    .filter((row) => !isOfLibrary(row))
    .map((row) => row.asOf)
    .sort();
  return { oldest: sorted[0] ?? '', newest: sorted.at(-1) ?? '' };
});

const rowsById = daily(() => new Map(rows().map((row) => [row.id, row])));

const rowsByOwner = daily(() => {
  const byOwner = new Map<RuleName, PolicyRow[]>();
  for (const row of rows()) {
    if (row.owner !== null) byOwner.set(row.owner, [...(byOwner.get(row.owner) ?? []), row]);
  }
  return byOwner;
});

const inventions = once(() => new Map<InventedPlace, Map<string, InventedName>>());

function inventionsIn(place: InventedPlace): Map<string, InventedName> {
  let index = inventions().get(place);
  if (index === undefined) {
    index = new Map();
    for (const entry of invented) {
      if (!entry.places.includes(place)) continue;
      for (const name of [entry.name, ...entry.aliases]) index.set(folded(name), entry);
    }
    inventions().set(place, index);
  }
  return index;
}

function once<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined;
  return () => (built ??= { value: build() }).value;
}

/** Like `once`, and anew when the day changes: an editor runs for weeks. */
function daily<T>(build: (day: string) => T): () => T {
  let built: { readonly day: string; readonly value: T } | undefined;
  return () => {
    const day = today();
    if (built?.day !== day) built = { day, value: build(day) };
    return built.value;
  };
}
