import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from './dialect.js';
import { childrenOf, isExpression, rangeOf, textOf, type Lowering, type SyntaxNode } from './lowering.js';
import { identifier, node, type Range } from './nodes.js';

/** Generic types that are what their first argument is, as far as members are concerned. */
const TRANSPARENT =
  /^(?:Annotated|AsyncGenerator|AsyncIterator|Awaitable|ClassVar|Final|Generator|InitVar|Iterator|NotRequired|Optional|Required)$/;
const LISTS = /^(?:Iterable|List|Sequence|Set|Tuple|list|set|tuple)$/;
const DICTIONARIES = /^(?:Dict|Mapping|MutableMapping|dict)$/;

/** `: Type` and `-> Type`. */
export function lowerAnnotation(
  annotation: SyntaxNode | undefined,
  lowering: Lowering,
): TSESTree.TSTypeAnnotation | undefined {
  const written = annotation && childrenOf(annotation).find(isExpression);
  const type = written && typeOf(written, lowering);
  return type
    ? node<TSESTree.TSTypeAnnotation>('TSTypeAnnotation', rangeOf(annotation, annotation), {
        typeAnnotation: type,
      })
    : undefined;
}

function typeOf(written: SyntaxNode, lowering: Lowering): TSESTree.TypeNode | undefined {
  const range = rangeOf(written, written);
  switch (written.name) {
    case 'VariableName':
      return reference(identifier(textOf(written, lowering), range), range);
    case 'None':
      return node<TSESTree.TSUndefinedKeyword>('TSUndefinedKeyword', range, {});
    case 'String':
      return quoted(written, range, lowering);
    case 'BinaryExpression':
      return union(childrenOf(written).filter(isExpression), range, lowering);
    case 'MemberExpression': {
      const children = childrenOf(written);
      const open = children.findIndex(({ name }) => name === '[');
      return open < 0 ? qualifiedType(written, range, lowering) : generic(children, open, range, lowering);
    }
    default:
      return undefined;
  }
}

function reference(typeName: TSESTree.EntityName, range: Range): TSESTree.TypeNode {
  return node<TSESTree.TSTypeReference>('TSTypeReference', range, { typeName, typeArguments: undefined });
}

function union(parts: readonly SyntaxNode[], range: Range, lowering: Lowering): TSESTree.TypeNode {
  const types = parts.flatMap((part) => typeOf(part, lowering) ?? []);
  return node<TSESTree.TSUnionType>('TSUnionType', range, { types });
}

function listOf(element: TSESTree.TypeNode | undefined, range: Range): TSESTree.TypeNode | undefined {
  return element && node<TSESTree.TSArrayType>('TSArrayType', range, { elementType: element });
}

/** `Optional[X]`, `list[X]`, `dict[str, X]`, `Union[X, Y]`. */
function generic(
  children: readonly SyntaxNode[],
  open: number,
  range: Range,
  lowering: Lowering,
): TSESTree.TypeNode | undefined {
  const head = children[0]!;
  const name = textOf(head, lowering).split('.').at(-1)!;
  const args = children
    .slice(open + 1)
    .filter(isExpression)
    .flatMap((arg) => (arg.name === 'TupleExpression' ? childrenOf(arg).filter(isExpression) : [arg]));
  const [first, second] = args;
  const type = (arg: SyntaxNode | undefined) => arg && typeOf(arg, lowering);
  if (name === 'Optional' && first) {
    const nothing = node<TSESTree.TSUndefinedKeyword>('TSUndefinedKeyword', range, {});
    const some = type(first);
    return some && node<TSESTree.TSUnionType>('TSUnionType', range, { types: [some, nothing] });
  }
  if (TRANSPARENT.test(name)) return type(first);
  if (name === 'Coroutine') return type(args.at(-1));
  if (name === 'Union') return union(args, range, lowering);
  if (LISTS.test(name)) return listOf(type(first), range);
  if (DICTIONARIES.test(name)) return listOf(type(second), range);
  return typeOf(head, lowering);
}

/** `module.Type` */
function qualifiedType(written: SyntaxNode, range: Range, lowering: Lowering): TSESTree.TypeNode | undefined {
  const name = qualifiedName(written, lowering);
  return name && reference(name, range);
}

function qualifiedName(written: SyntaxNode, lowering: Lowering): TSESTree.EntityName | undefined {
  if (written.name === 'VariableName')
    return identifier(textOf(written, lowering), rangeOf(written, written));
  const [holder, ...others] = childrenOf(written);
  const name = others.find((child) => child.name === 'PropertyName');
  const left =
    holder && name && written.name === 'MemberExpression' ? qualifiedName(holder, lowering) : undefined;
  if (!left || !name) return undefined;
  const right = identifier(memberName(textOf(name, lowering)), rangeOf(name, name));
  return node<TSESTree.TSQualifiedName>('TSQualifiedName', rangeOf(written, written), { left, right });
}

/** `"module.Type"` and `"Type | None"`. */
function quoted(written: SyntaxNode, range: Range, lowering: Lowering): TSESTree.TypeNode | undefined {
  const names = /^['"]([A-Za-z_][\w.]*)(?: \| None)?['"]$/.exec(textOf(written, lowering))?.[1];
  if (names === undefined) return undefined;
  const start = written.from + 1;
  let at = start;
  let name: TSESTree.EntityName | undefined;
  for (const part of names.split('.')) {
    const end = at + part.length;
    const right = identifier(name ? memberName(part) : part, [at, end]);
    name = name
      ? node<TSESTree.TSQualifiedName>('TSQualifiedName', [start, end], { left: name, right })
      : right;
    at = end + 1;
  }
  return name && reference(name, range);
}
