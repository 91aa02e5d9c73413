/**
 * Arguments by name, which Python has and JavaScript has not. A front end marks them in the tree: the object of the
 * keyword arguments of a call (`isKeywords`), functions whose parameters may be given by name (`isCalledByName`), and
 * among their parameters those that are given in no other way (`isKeywordOnly`) and the one that takes all other names
 * (`isKeywordRest`). The list that takes further positions is the last parameter.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { ClassNode, FunctionNode, Node } from './nodes.js';

interface Marks {
  readonly isKeywords?: boolean;
  readonly isCalledByName?: boolean;
  readonly isKeywordOnly?: boolean;
  readonly isKeywordRest?: boolean;
}

/** The keyword arguments of a call, as one object. */
export function isKeywords(node: Node | undefined): node is TSESTree.ObjectExpression {
  return node?.type === 'ObjectExpression' && (node as Marks).isKeywords === true;
}

const known = new WeakMap<Node, WeakMap<Node, readonly Node[]>>();

/**
 * The arguments of a call in the order of a function's parameters, `undefined` for those that are not given.
 *
 * @param args as they are written, the keyword arguments last
 * @param site the call
 */
export function argumentsInOrder(
  fn: FunctionNode | ClassNode,
  args: readonly Node[],
  site: Node,
): readonly Node[] {
  if (!('params' in fn) || !(fn as Marks).isCalledByName) return args;
  const hasRest = fn.params.some((param) => (param as Marks).isKeywordRest);
  if (!isKeywords(args.at(-1)) && !hasRest) return args;
  const ofSite = known.get(site) ?? new WeakMap<Node, readonly Node[]>();
  known.set(site, ofSite);
  let ordered = ofSite.get(fn);
  if (!ordered) ofSite.set(fn, (ordered = inOrder(fn, args, site)));
  return ordered;
}

function inOrder(fn: FunctionNode, args: readonly Node[], site: Node): readonly Node[] {
  const last = args.at(-1);
  const keywords = isKeywords(last) ? last : null;
  const positional = keywords ? args.slice(0, -1) : args;
  const entries = keywords?.properties ?? [];
  const made = <T extends Node>(node: object): T =>
    ({ loc: site.loc, range: [site.range[1], site.range[1]], parent: site, ...node }) as T;
  const notGiven = () => made<Node>({ type: 'Identifier', name: 'undefined' });
  const used = new Set<string>();
  return fn.params.flatMap((param, at): readonly Node[] => {
    if (param.type === 'RestElement') return positional.slice(at);
    if ((param as Marks).isKeywordRest) {
      const rest = entries.filter((entry) => entry.type === 'SpreadElement' || !used.has(nameOf(entry.key)));
      return [
        made<Node>({
          type: 'ObjectExpression',
          properties: rest,
          isKeywords: true,
          ...(keywords ? { range: keywords.range } : {}),
        }),
      ];
    }
    const name = nameOf(param.type === 'AssignmentPattern' ? param.left : param);
    used.add(name);
    const given = positional[at];
    if (given && !(param as Marks).isKeywordOnly) return [given];
    const entry = entries.find((one) => one.type === 'Property' && nameOf(one.key) === name);
    if (entry?.type === 'Property') return [entry.value];
    const spread = entries.find((one) => one.type === 'SpreadElement');
    if (!spread) return [notGiven()];
    const property = made<TSESTree.Literal>({ type: 'Literal', value: name, raw: name });
    return [
      made<Node>({
        type: 'MemberExpression',
        object: spread.argument,
        property,
        computed: true,
        optional: false,
      }),
    ];
  });
}

function nameOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '';
}
