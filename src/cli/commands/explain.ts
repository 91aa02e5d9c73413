import { rules } from '../../../rules/index.js';
import { allOperations, operationNamed } from '../../catalog/index.js';
import { memberName } from '../../languages/python/dialect.js';
import {
  allRows,
  asOfText,
  controls,
  endpointRow,
  invented,
  inventedName,
  inventedPlaces,
  inventedShape,
  isUnaddressed,
  modelRow,
  rowsOwnedBy,
  thirdParties,
  type Control,
  type PolicyRow,
  type RuleName,
} from '../../policy/index.js';
import { nearest } from '../../util/closest-name.js';
import type { Context, ExitCode } from './command.js';

export interface ExplainOptions {
  readonly thing: string;
  readonly format: 'text' | 'json';
}

/** What is known of something, from the policy alone. */
export type Explanation =
  | { readonly kind: 'row'; readonly row: PolicyRow }
  | { readonly kind: 'rule'; readonly name: RuleName; readonly description: string; readonly url: string }
  | { readonly kind: 'invented'; readonly name: string; readonly effect: string; readonly asOf: string }
  | { readonly kind: 'third-party'; readonly name: string; readonly keeps: string; readonly remedy: string }
  | { readonly kind: 'unaddressed'; readonly endpoint: string };

const CONTROL_NAMES: Readonly<Record<Control, string>> = {
  zdr: 'Zero Data Retention',
  mam: 'Modified Abuse Monitoring',
  none: 'no control',
};

/** A text of an error that is shorter is any word. */
const ERROR_LENGTH = 20;
/** More explanations than these are a list, not an answer. */
const MAX_EXPLANATIONS = 8;

/**
 * Says what OpenAI keeps of something: an endpoint, a method of the SDK, a parameter, a tool, a model, a header, an
 * environment variable, a rule, a library, or the text of an error.
 *
 * @returns 0 if something is known of it, 1 if it does not exist or nothing is known
 */
export function explain({ thing, format }: ExplainOptions, { stdout, stderr }: Context): ExitCode {
  const found = explanationsOf(thing);
  if (format === 'json') {
    stdout(`${JSON.stringify({ thing, explanations: found.map(dataOf) }, null, 2)}\n`);
  } else if (found.length > 0) {
    stdout(`${found.slice(0, MAX_EXPLANATIONS).map(textOf).join('\n\n')}\n`);
    if (found.length > MAX_EXPLANATIONS)
      stdout(`\n${found.length - MAX_EXPLANATIONS} more; --format json lists all.\n`);
  } else {
    stderr(`${unknownText(thing)}\n`);
  }
  return found.some(({ kind }) => kind !== 'invented') ? 0 : 1;
}

/** What is known of a thing, the most specific first. */
export function explanationsOf(thing: string): readonly Explanation[] {
  const name = thing.trim();
  const endpoint = endpointsNamed(name);
  if (endpoint.length > 0) return endpoint;
  const rule = ruleNamed(name);
  if (rule) return [rule, ...rowsOwnedBy(rule.name).map(asExplanation)];
  const unreal = inventedPlaces.map((place) => inventedName(name, place)).find((one) => one !== undefined);
  if (unreal) return [{ kind: 'invented', name: unreal.name, effect: unreal.effect, asOf: unreal.asOf }];
  const rows = allRows().filter((row) => isNamed(row, name));
  const model = rows.length === 0 ? modelRow(name) : undefined;
  const others = thirdParties
    .filter((party) => party.name.toLowerCase() === name.toLowerCase())
    .map((party): Explanation => ({
      kind: 'third-party',
      name: party.name,
      keeps: party.keeps,
      remedy: party.remedy,
    }));
  const known = [...rows, ...(model ? [model] : [])].map(asExplanation);
  if (known.length + others.length > 0) return [...known, ...others];
  return name.length >= ERROR_LENGTH ? errorsLike(name) : [];
}

function asExplanation(row: PolicyRow): Explanation {
  return { kind: 'row', row };
}

/** `/v1/files`, `POST /v1/files`, `files.create`, `client.vector_stores.create`. */
function endpointsNamed(name: string): readonly Explanation[] {
  const written = /^(?:(GET|POST|PUT|PATCH|DELETE)\s+)?(?:https?:\/\/api\.openai\.com)?(\/\S+)$/i.exec(name);
  const calls = written
    ? (['POST', 'GET', 'DELETE'] as const)
        .filter((method) => written[1] === undefined || written[1].toUpperCase() === method)
        .map((method) => ({ method, path: written[2]!.replace(/^\/v1(?=\/)/, '') }))
    : operationCalled(name);
  const rows = calls.map(({ method, path }) => endpointRow(method, path)).filter((row) => row !== undefined);
  if (rows.length > 0) return [...new Set(rows)].map(asExplanation);
  const quiet = calls.find(({ method, path }) => isUnaddressed(method, path));
  return quiet ? [{ kind: 'unaddressed', endpoint: `${quiet.method} /v1${quiet.path}` }] : [];
}

function operationCalled(name: string) {
  const names = name.replace(/\(.*$/s, '').split('.').map(memberName);
  for (let start = 0; start < names.length - 1; start++) {
    const operation = operationNamed(names.slice(start).join('.'));
    if (operation) return operation.endpoints;
  }
  return [];
}

function ruleNamed(name: string): Extract<Explanation, { kind: 'rule' }> | undefined {
  const short = name.replace(/^openai-zdr\//, '');
  if (!Object.hasOwn(rules, short)) return undefined;
  const rule = short as RuleName;
  const { description, url } = rules[rule]!.meta.docs!;
  return { kind: 'rule', name: rule, description, url };
}

function isNamed(row: PolicyRow, name: string): boolean {
  const lower = name.toLowerCase();
  if (row.id.toLowerCase() === lower || row.id.split(':')[1]?.toLowerCase() === lower) return true;
  if (row.title.toLowerCase() === lower) return true;
  switch (row.kind) {
    case 'parameter':
      return row.parameter === name || row.parameter.split('.').at(-1) === name;
    case 'tool':
      return row.toolTypes.includes(name);
    case 'model':
      return row.models.includes(name);
    default:
      return false;
  }
}

/** Words in more rows than these say little. */
const RARE = 8;

/** Rows that speak of an error, by the words that they share with its text, one of which is in few rows. */
function errorsLike(text: string): readonly Explanation[] {
  const rows = allRows().map((row) => ({ row, own: wordsOf(`${row.keeps} ${row.otherwise ?? ''}`) }));
  const words = [...wordsOf(text)];
  const scored = rows.flatMap(({ row, own }) => {
    const shared = words.filter((word) => own.has(word));
    const isTelling = shared.some((word) => rows.filter((other) => other.own.has(word)).length <= RARE);
    return isTelling && shared.length > 1 ? [{ row, score: shared.length }] : [];
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ row }) => asExplanation(row));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[a-z_]{5,}/g) ?? []);
}

function textOf(explanation: Explanation): string {
  switch (explanation.kind) {
    case 'row':
      return rowText(explanation.row);
    case 'rule':
      return `Rule openai-zdr/${explanation.name}\n  ${explanation.description}\n  ${explanation.url}`;
    case 'invented':
      return `${explanation.name} does not exist at OpenAI\n  ${explanation.effect} (Checked ${explanation.asOf}.)\n  In a request only store: false exists; retention is a control of the organization or project.`;
    case 'third-party':
      return `${explanation.name}\n  ${explanation.keeps}\n  ${explanation.remedy}`;
    case 'unaddressed':
      return `${explanation.endpoint}\n  OpenAI's pages on data controls say nothing about it, and it carries no prompts or answers.`;
  }
}

function rowText(row: PolicyRow): string {
  const lines = [
    `${row.title} (${row.id})`,
    ...controls.map((control) => `  ${CONTROL_NAMES[control]}: ${row.under[control]}`),
    `  ${row.keeps}`,
    ...(row.otherwise ? [`  Without ZDR: ${row.otherwise}`] : []),
    ...(row.remedy ? [`  What to write: ${row.remedy}`] : []),
    ...(row.goneFrom ? [`  From ${row.goneFrom.day} on: ${row.goneFrom.keeps}`] : []),
    ...(row.owner ? [`  Rule: openai-zdr/${row.owner}`] : []),
    `  As of ${asOfText(row)}, confidence ${row.confidence}; ${row.sources.join(', ')}`,
  ];
  return lines.join('\n');
}

function dataOf(explanation: Explanation): object {
  return explanation.kind === 'row'
    ? { ...explanation.row, kind: 'row', rowKind: explanation.row.kind }
    : explanation;
}

function unknownText(thing: string): string {
  const candidate = nearest(thing, knownNames());
  const maybe = candidate === undefined ? '' : ` Did you mean ${candidate}?`;
  const isName = !/\s/.test(thing);
  if (isName && (inventedShape(thing, 'body') || inventedShape(thing, 'header')))
    return `${thing} looks like a switch for privacy, and nothing of that name exists at OpenAI. In a request only store: false exists.${maybe}`;
  return `Nothing is known of ${thing}.${maybe}`;
}

function knownNames(): readonly string[] {
  return [
    ...Object.keys(rules),
    ...allOperations().map(({ name }) => name),
    ...invented.map(({ name }) => name),
    ...thirdParties.map(({ name }) => name),
    ...allRows().flatMap((row) =>
      row.kind === 'parameter'
        ? [row.parameter]
        : row.kind === 'tool'
          ? row.toolTypes
          : row.kind === 'model'
            ? row.models
            : row.kind === 'endpoint'
              ? row.endpoints.map(({ path }) => `/v1${path}`)
              : [],
    ),
  ];
}
