import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, type Node } from '../syntax/nodes.js';
import { exportedType, importedValues } from './modules.js';
import type { Evaluator } from '../model/evaluator.js';
import { extend } from '../model/access-path.js';
import type { CallContext, Primitive, AbstractValue } from '../model/abstract-value.js';

/** Generic types of collections, with the index of the argument that is the element's type. */
const COLLECTIONS: ReadonlyMap<string, number> = new Map([
  ['Array', 0],
  ['AsyncIterable', 0],
  ['Iterable', 0],
  ['Map', 1],
  ['ReadonlyArray', 0],
  ['ReadonlyMap', 1],
  ['ReadonlySet', 0],
  ['Record', 1],
  ['Set', 0],
]);

/** Generic types that stand for their first argument, as far as its members go. */
const TRANSPARENT = new Set([
  'Awaited',
  'NonNullable',
  'Omit',
  'Partial',
  'Pick',
  'Promise',
  'PromiseLike',
  'Readonly',
  'Required',
]);

/**
 * What a value of a declared type may be: instances of imported or local classes, interfaces of the file. Types that say
 * nothing about the origin (`string`, unions of literals, unresolved names) give no value.
 */
export function typeValues(
  type: TSESTree.TypeNode,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const next = (inner: TSESTree.TypeNode) => typeValues(inner, frame, tracker);
  switch (type.type) {
    case 'TSUnionType':
    case 'TSIntersectionType':
      return type.types.flatMap(next);
    case 'TSTypeLiteral':
      return [{ kind: 'typed', members: type.members, frame, node: type }];
    case 'TSTypeOperator':
      return type.typeAnnotation ? next(type.typeAnnotation) : [];
    case 'TSArrayType':
      return [{ kind: 'typed', members: [], element: type.elementType, frame, node: type }];
    case 'TSFunctionType':
      return [{ kind: 'typed', members: [], result: type.returnType?.typeAnnotation, frame, node: type }];
    case 'TSIndexedAccessType':
      // Types can be made of themselves: `interface A { x: A['x'] }`, `ReturnType` of the function that it is declared on.
      return tracker.ask('type', type, frame, () => indexedValues(type, next(type.objectType), tracker));
    case 'TSImportType':
      return importTypeValues(type, frame, tracker).flatMap(asInstance);
    case 'TSTypeQuery':
      return type.exprName.type === 'TSImportType' ? [] : entityValues(type.exprName, frame, tracker);
    case 'TSTypeReference':
      return tracker.ask('type', type, frame, () => referenceValues(type, frame, tracker));
    default:
      return [];
  }
}

/** What a value of a type is in any case, where it is no object. */
export function primitiveType(type: TSESTree.TypeNode): Primitive | undefined {
  switch (type.type) {
    case 'TSStringKeyword':
    case 'TSTemplateLiteralType':
      return 'text';
    case 'TSLiteralType':
    case 'TSNumberKeyword':
    case 'TSBooleanKeyword':
    case 'TSBigIntKeyword':
    case 'TSUndefinedKeyword':
    case 'TSNullKeyword':
      return 'primitive';
    case 'TSUnionType':
      return type.types.every((part) => primitiveType(part)) ? 'primitive' : undefined;
    default:
      return undefined;
  }
}

function referenceValues(
  type: TSESTree.TSTypeReference,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const name = type.typeName;
  const argument = type.typeArguments?.params[0];
  if (name.type === 'Identifier' && !frame.unit.variable(name)) {
    if (!argument) return [];
    const element = COLLECTIONS.get(name.name);
    if (element !== undefined) {
      return [
        { kind: 'typed', members: [], element: type.typeArguments?.params[element], frame, node: type },
      ];
    }
    if (TRANSPARENT.has(name.name)) return typeValues(argument, frame, tracker);
    if (name.name === 'InstanceType') return typeValues(argument, frame, tracker).flatMap(asInstance);
    if (name.name === 'ReturnType') {
      return typeValues(argument, frame, tracker).flatMap((value) =>
        tracker.call(value, type, [], frame).filter((result) => result.kind !== 'unknown'),
      );
    }
    return [];
  }
  if (name.type === 'Identifier') {
    const declared = declaredTypeValues(name, frame, tracker);
    if (declared) return declared;
    const imported = frame.unit.variable(name) && exportedType(name, frame, tracker);
    if (imported) return imported;
  }
  return entityValues(name, frame, tracker).flatMap(asInstance);
}

/** `OpenAI['responses']`. */
function indexedValues(
  type: TSESTree.TSIndexedAccessType,
  objects: readonly AbstractValue[],
  tracker: Evaluator,
): readonly AbstractValue[] {
  const index = type.indexType.type === 'TSLiteralType' ? type.indexType.literal : null;
  if (index?.type !== 'Literal') return [];
  return objects
    .flatMap((object) => tracker.member(object, String(index.value), type))
    .filter(({ kind }) => kind !== 'unknown');
}

/** `import('openai').OpenAI`. */
function importTypeValues(
  type: TSESTree.TSImportType,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const names: string[] = [];
  for (let at = type.qualifier; at; at = at.type === 'TSQualifiedName' ? at.left : null) {
    if (at.type === 'ThisExpression') return [];
    names.unshift(at.type === 'TSQualifiedName' ? at.right.name : at.name);
  }
  return names.reduce<readonly AbstractValue[]>(
    (values, name) => values.flatMap((value) => tracker.member(value, name, type)),
    importedValues(type.source, frame, type, tracker),
  );
}

/** Values of an interface, alias or type parameter declared in the file; `null` for anything else. */
function declaredTypeValues(
  name: TSESTree.Identifier,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] | null {
  const definitions = frame.unit.variable(name)?.defs ?? [];
  const values: AbstractValue[] = [];
  let found = false;
  for (const { node } of definitions) {
    const declared = node as Node;
    if (
      declared.type !== 'TSInterfaceDeclaration' &&
      declared.type !== 'TSTypeAliasDeclaration' &&
      declared.type !== 'TSTypeParameter'
    ) {
      continue;
    }
    found = true;
    for (const value of declarationValues(declared, frame, tracker)) values.push(value);
  }
  return found ? values : null;
}

/** Values of a declared type, read in the module that declares it. */
export function declarationValues(
  declared: Node,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  if (declared.type === 'TSTypeAliasDeclaration') {
    return typeValues(declared.typeAnnotation, frame, tracker);
  }
  if (declared.type === 'TSTypeParameter') {
    return declared.constraint ? typeValues(declared.constraint, frame, tracker) : [];
  }
  if (declared.type !== 'TSInterfaceDeclaration') return [];
  return tracker.ask('type', declared, frame, () => {
    const inherited = declared.extends.flatMap(({ expression }) => {
      if (expression.type === 'Identifier') {
        const local = declaredTypeValues(expression, frame, tracker);
        if (local) return local;
      }
      return tracker.values(expression, frame).flatMap(asInstance);
    });
    return [{ kind: 'typed', members: declared.body.body, frame, node: declared }, ...inherited];
  });
}

function entityValues(
  name: TSESTree.EntityName,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  if (name.type === 'TSQualifiedName') {
    const member = name.right.name;
    return entityValues(name.left, frame, tracker).flatMap((value) => tracker.member(value, member, name));
  }
  if (name.type === 'ThisExpression') return tracker.values(name, frame);
  if (!frame.unit.variable(name)) return [];
  const type = exportedType(name, frame, tracker);
  if (type) return type;
  return tracker.values(name, frame);
}

/** The instance that a type name stands for, when its value is the class. */
function asInstance(value: AbstractValue): readonly AbstractValue[] {
  if (value.kind === 'path') return [extend(value, { kind: 'typed' }, value.node)];
  if (value.kind === 'class' && isClass(value.node)) {
    return [{ kind: 'instance', node: value.node, frame: value.frame }];
  }
  return value.kind === 'typed' || value.kind === 'instance' ? [value] : [];
}
