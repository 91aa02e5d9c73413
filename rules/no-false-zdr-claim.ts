import { createRule } from '../src/plugin/create-rule.js';
import type { ApiRequest } from '../src/facts/facts.js';
import { textBeside } from '../src/languages/javascript/edit/index.js';
import { isJudged } from '../src/judgement/judge.js';
import { rowsOwnedBy } from '../src/policy/index.js';
import { outermost, programOf, type Node } from '../src/dataflow/syntax/nodes.js';
import type { Alternative } from '../src/dataflow/model/object-state.js';
import { zdrClaim, zdrClaimInName } from '../src/judgement/zdr-claim.js';

const NAME = 'no-false-zdr-claim';
const ENCRYPTED_REASONING = 'reasoning.encrypted_content';

export default createRule({
  name: NAME,
  description: 'Disallow comments and names that call `store: false` or encrypted reasoning ZDR.',
  type: 'suggestion',
  recommended: 'off',
  strict: 'warn',
  messages: { claim: '"{{claim}}" is more than the code does. {{keeps}} {{remedy}} (As of {{asOf}}.)' },
  defaults: {},
  check({ facts, judge, source, report }) {
    const [row] = rowsOwnedBy(NAME);
    if (!row || !judge.isReportable(row)) return;
    const claims = new Set<string>();
    for (const request of facts.requests) {
      for (const node of isJudged(request.client) ? placesOf(request) : []) {
        const written = zdrClaim(textBeside(source, node.range));
        const claim = written ?? nameOver(node);
        // One comment may stand beside both, and one name over both.
        const key = written === null ? `name ${String(node.parent?.range)}` : String(node.loc.start.line);
        if (claim === null || claims.has(key)) continue;
        claims.add(key);
        report({ node, messageId: 'claim', data: { ...judge.data(row), claim } });
      }
    }
  },
});

/** Where a request says `store: false` or asks for encrypted reasoning, in the file of the report. */
function placesOf({ body, anchor }: ApiRequest): readonly Node[] {
  const isReplayed = body.readDeep('include[*]').some((element) => isConstant(element, ENCRYPTED_REASONING));
  const written = [
    ...body.read('store').filter((alternative) => isConstant(alternative, false)),
    ...(isReplayed ? body.read('include') : []),
  ];
  return written.flatMap((alternative) =>
    alternative.kind === 'set' && programOf(alternative.node) === programOf(anchor) ? [alternative.node] : [],
  );
}

/** The name of the variable or property that holds the object, if it makes the claim. */
function nameOver({ parent }: Node): string | null {
  const holder = parent?.type === 'ObjectExpression' ? outermost(parent).parent : undefined;
  const id =
    holder?.type === 'VariableDeclarator' ? holder.id : holder?.type === 'Property' ? holder.key : null;
  return id?.type === 'Identifier' && zdrClaimInName(id.name) ? id.name : null;
}

function isConstant(alternative: Alternative, value: unknown): boolean {
  return (
    alternative.kind === 'set' && alternative.value.kind === 'constant' && alternative.value.value === value
  );
}
