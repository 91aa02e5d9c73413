import type { ApiRequest } from '../facts/facts.js';
import { outermost, programOf, type Node } from '../dataflow/syntax/nodes.js';
import type { Doubt } from './proof.js';

/** More names than this are counted. */
const MAX_NAMES = 3;
/** Longer expressions are cut. */
const MAX_TEXT = 40;

/**
 * What cannot be told of a request, by where proof was lost: "`store`, `background` and 4 more: spread of parameter
 * `options`".
 *
 * @param text of the file in which the request is made
 */
export function doubtsInWords(
  doubts: readonly Doubt[],
  request: ApiRequest,
  text: string,
): readonly string[] {
  const byCause = new Map<string, Set<string>>();
  for (const { about, lostAt } of doubts) {
    const written = causeOf(lostAt, request, text);
    const cause = about === 'host' ? `baseURL is read from ${written}` : written;
    byCause.set(cause, (byCause.get(cause) ?? new Set()).add(about));
  }
  return [...byCause].map(([cause, names]) => `${namesOf([...names])}: ${cause}`);
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** Where proof was lost: "spread of parameter `options`". */
function causeOf(lostAt: Doubt['lostAt'], { frame }: ApiRequest, text: string): string {
  if (typeof lostAt === 'string') return lostAt;
  const at = lostAt.type === 'Property' ? lostAt.value : lostAt;
  if (programOf(at) !== programOf(frame.unit.source.ast)) return 'it is decided in another file';
  const definition = at.type === 'Identifier' ? frame.unit.variable(at)?.defs[0]?.type : undefined;
  const isSpread = outermost(at).parent?.type === 'SpreadElement';
  return `${isSpread ? 'spread of ' : ''}${(definition as string) === 'Parameter' ? 'parameter ' : ''}${shortCode(at, text, MAX_TEXT)}`;
}

/** Code in one line, in backticks, and cut where it is longer than `most` characters. */
export function shortCode(node: Node, text: string, most: number): string {
  const code = text.slice(...node.range).replaceAll(/\s+/g, ' ');
  return `\`${code.length > most ? `${code.slice(0, most)}…` : code}\``;
}
