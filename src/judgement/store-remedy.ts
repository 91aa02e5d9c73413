import type { TSESTree } from '@typescript-eslint/utils';
import type { ApiRequest, Facts } from '../facts/facts.js';
import {
  insertProperty,
  setPropertyValue,
  type Edit,
  type Source,
} from '../languages/javascript/edit/index.js';
import { isResultIdRead } from '../dataflow/control/result-uses.js';
import type { Settings } from '../settings/read.js';
import { outermost, programOf, unwrap, type Node } from '../dataflow/syntax/nodes.js';
import type { Alternative } from '../dataflow/model/object-state.js';
import { annotationOf } from '../dataflow/syntax/names.js';

/** Writing `store: false`: done by itself, offered, or impossible to write for the user. */
export interface StoreRemedy {
  readonly edits: readonly Edit[];
  /** `null` when the edit is safe to apply by itself; otherwise why a person has to look. */
  readonly reason: string | null;
}

/** Variables that are spread into each other are looked through this far. */
const MAX_SPREADS = 3;

const SUGGESTED = {
  control: 'without ZDR it changes what OpenAI keeps',
  variable: 'the value comes from a variable',
  shared: 'the object also goes elsewhere',
  type: 'the object has a type of its own',
  background: 'background mode needs the stored response',
  state: 'the request builds on a stored response',
  result: 'the id of the result is used later',
} as const;

/**
 * The edits that make a request say `store: false`, all its alternatives together.
 *
 * @param path where `store` is in the body: `['store']`, `['session', 'store']`
 * @param wrong the alternatives to mend: absent, or set to `true`
 */
export function storeRemedy(
  request: ApiRequest,
  path: readonly string[],
  wrong: readonly Alternative[],
  { source, settings, facts }: { source: Source; settings: Settings; facts: Facts },
): StoreRemedy | null {
  const accepting = new Set<Node>(
    facts.requests.filter(acceptsStore).flatMap(({ node, bodyCalls = [] }) => [node, ...bodyCalls]),
  );
  if (wrong.some((alternative) => !isWrittenIn(request.anchor, alternative))) return null;
  const edits: Edit[] = [];
  let reason: string | null = null;
  for (const alternative of wrong) {
    const missing = (alternative.kind === 'absent' && alternative.missing) || path;
    const mended = path.length === 1 ? mend(alternative, missing, source, { request, accepting }) : null;
    if (!mended) return null;
    edits.push(mended.edit);
    reason ??= mended.reason;
  }
  if (edits.length === 0) return null;
  return { edits: distinct(edits), reason: reason ?? reasonAgainst(request, settings) };
}

/** Edits reach one file: the one that the report is in. */
function isWrittenIn(place: Node, alternative: Alternative): boolean {
  if (alternative.kind === 'unknown') return false;
  const written = alternative.kind === 'set' ? alternative.node : (alternative.node ?? alternative.literal);
  return !written || programOf(written) === programOf(place);
}

interface Reach {
  readonly request: ApiRequest;
  /** The calls of the file whose body accepts `store`. */
  readonly accepting: ReadonlySet<Node>;
}

function mend(
  alternative: Alternative,
  missing: readonly string[],
  source: Source,
  reach: Reach,
): { edit: Edit; reason: string | null } | null {
  if (alternative.kind === 'unknown') return null;
  const { node } = alternative;
  if (node?.type === 'Property') {
    const edit = setPropertyValue(source, node, valueFor(alternative));
    const object = node.parent as TSESTree.ObjectExpression;
    const isWritten =
      unwrap(node.value).type === 'Literal' ||
      (alternative.kind === 'absent' && alternative.write === undefined);
    return edit && { edit, reason: isWritten ? reasonAgainstLiteral(object, reach) : SUGGESTED.variable };
  }
  if (node?.type === 'AssignmentExpression') {
    if (node.operator !== '=') return null;
    const range: [number, number] = [node.right.range[0], node.right.range[1]];
    return { edit: { range, text: valueFor(alternative) }, reason: SUGGESTED.variable };
  }
  if (alternative.kind !== 'absent' || !alternative.literal) return null;
  const { literal } = alternative;
  const edit = insertProperty(
    source,
    literal,
    literal.properties.at(-1) ?? null,
    written(missing, valueFor(alternative)),
  );
  return { edit, reason: reasonAgainstLiteral(literal, reach) };
}

/** `false`, or what makes a library send it. */
function valueFor(alternative: Alternative): string {
  return (alternative.kind === 'absent' ? alternative.write : undefined) ?? 'false';
}

/** `providerOptions: { openai: { store: false } }` */
function written(keys: readonly string[], value: string): string {
  const [first = '', ...inside] = keys;
  return inside.length === 0 ? `${first}: ${value}` : `${first}: { ${written(inside, value)} }`;
}

/** Why an edit to an object literal could reach more than requests that accept `store`. */
function reasonAgainstLiteral(literal: TSESTree.ObjectExpression, reach: Reach, depth = 0): string | null {
  const wrapping = typeOfWrapper(literal);
  if (wrapping && !isSdkType(wrapping)) return SUGGESTED.type;
  let outer = outermost(literal);
  while (outer.parent?.type === 'ConditionalExpression' || outer.parent?.type === 'LogicalExpression') {
    outer = outermost(outer.parent);
  }
  const holder = outer.parent;
  // `providerOptions: { openai: { … } }`: the object that holds it decides.
  if (holder?.type === 'Property' && holder.value === outer && holder.parent.type === 'ObjectExpression')
    return reasonAgainstLiteral(holder.parent, reach, depth);
  if (holder?.type === 'VariableDeclarator') return reasonAgainstVariable(holder, reach, depth);
  if (holder?.type === 'SpreadElement')
    return reasonAgainstLiteral(holder.parent as TSESTree.ObjectExpression, reach, depth);
  return holder && reach.accepting.has(holder) ? null : SUGGESTED.shared;
}

/** A variable may be edited when it only ever feeds calls that accept `store`, by itself or spread into their bodies. */
function reasonAgainstVariable(
  declarator: TSESTree.VariableDeclarator,
  reach: Reach,
  depth: number,
): string | null {
  const isExported = declarator.parent.parent.type === 'ExportNamedDeclaration';
  if (declarator.id.type !== 'Identifier' || isExported || depth > MAX_SPREADS) return SUGGESTED.shared;
  const type = annotationOf(declarator.id);
  if (type && !isSdkType(type)) return SUGGESTED.type;
  const uses = reach.request.frame.unit.variable(declarator.id)?.references ?? [];
  const isElsewhere = uses.some((reference) => {
    const use = outermost(reference.identifier as Node);
    const { parent } = use;
    if (reference.init || (parent?.type === 'MemberExpression' && parent.object === use)) return false;
    const isSpread = parent?.type === 'SpreadElement';
    const isHeld = parent?.type === 'Property' && parent.value === use;
    if ((isSpread || isHeld) && parent.parent.type === 'ObjectExpression') {
      return reasonAgainstLiteral(parent.parent, reach, depth + 1) !== null;
    }
    return !(parent && reach.accepting.has(parent));
  });
  return isElsewhere ? SUGGESTED.shared : null;
}

/** Does every call of a request have `store` in its body? */
function acceptsStore(request: ApiRequest): boolean {
  return request.knownNames?.includes('store') ?? false;
}

function typeOfWrapper(literal: Node): TSESTree.TypeNode | undefined {
  for (let up = literal.parent; up; up = up.parent) {
    if (
      up.type === 'TSAsExpression' ||
      up.type === 'TSSatisfiesExpression' ||
      up.type === 'TSTypeAssertion'
    ) {
      return up.typeAnnotation;
    }
    if (up.type !== 'TSNonNullExpression') return undefined;
  }
  return undefined;
}

/** The SDK's parameter types, `const` and `any` take another key of the API. */
function isSdkType(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSAnyKeyword' || type.type === 'TSUnknownKeyword') return true;
  if (type.type === 'TSIntersectionType') return type.types.some(isSdkType);
  if (type.type !== 'TSTypeReference') return false;
  let name: TSESTree.EntityName = type.typeName;
  if (name.type === 'Identifier')
    return /^const$|CreateParams(?:Base|Streaming|NonStreaming)?$|^OpenAI\w*Options$/.test(name.name);
  while (name.type === 'TSQualifiedName') name = name.left;
  return name.type === 'Identifier' && /openai/i.test(name.name);
}

/** Why `store: false` could break this request. */
function reasonAgainst(request: ApiRequest, settings: Settings): string | null {
  if (settings.control !== 'zdr') return SUGGESTED.control;
  const background = request.body.read('background');
  if (!background.every((alternative) => isAbsentOr(alternative, [false, null]))) return SUGGESTED.background;
  const isStateful = ['previous_response_id', 'conversation'].some(
    (name) => !request.body.read(name).every((alternative) => isAbsentOr(alternative, [null])),
  );
  if (isStateful || hasItemReference(request)) return SUGGESTED.state;
  if (isResultIdRead(request.node, request.frame.unit)) return SUGGESTED.result;
  return request.terms?.lookFirst ?? null;
}

function isAbsentOr(alternative: Alternative, values: readonly unknown[]): boolean {
  if (alternative.kind === 'absent') return true;
  return (
    alternative.kind === 'set' &&
    alternative.value.kind === 'constant' &&
    values.includes(alternative.value.value)
  );
}

/** An `input` list with an item that is only a reference to a stored one. */
function hasItemReference(request: ApiRequest): boolean {
  return request.body.read('input').some((alternative) => {
    if (alternative.kind !== 'set' || alternative.value.kind !== 'array') return false;
    const { node, frame } = alternative.value;
    return node.elements.some((element) => {
      if (!element || element.type === 'SpreadElement') return false;
      const item = request.body.inside(element, frame);
      const isNamed = item
        .read('type')
        .some(
          (type) =>
            type.kind === 'set' && type.value.kind === 'constant' && type.value.value === 'item_reference',
        );
      return isNamed || (item.keys().length === 1 && item.keys()[0]!.key === 'id');
    });
  });
}

/** Two alternatives may share one place. */
function distinct(edits: readonly Edit[]): readonly Edit[] {
  return [...new Map(edits.map((edit) => [edit.range.join('-'), edit])).values()];
}
