import type { ApiRequest } from '../facts/facts.js';
import { outermost, programOf } from '../dataflow/syntax/nodes.js';
import type { Doubt } from './proof.js';

/** Longer expressions are cut. */
const MAX_TEXT = 40;

/**
 * Where proof was lost, in words: "spread of parameter `options`".
 *
 * @param text of the file in which the request is made
 */
export function causeOf(lostAt: Doubt['lostAt'], { frame }: ApiRequest, text: string): string {
  if (typeof lostAt === 'string') return lostAt;
  const at = lostAt.type === 'Property' ? lostAt.value : lostAt;
  if (programOf(at) !== programOf(frame.unit.source.ast)) return 'it is decided in another file';
  const code = text.slice(...at.range).replace(/\s+/g, ' ');
  const short = code.length > MAX_TEXT ? `${code.slice(0, MAX_TEXT)}…` : code;
  const definition = at.type === 'Identifier' ? frame.unit.variable(at)?.defs[0]?.type : undefined;
  const isSpread = outermost(at).parent?.type === 'SpreadElement';
  return `${isSpread ? 'spread of ' : ''}${(definition as string) === 'Parameter' ? 'parameter ' : ''}\`${short}\``;
}
