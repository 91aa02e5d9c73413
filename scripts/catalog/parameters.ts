import ts from 'typescript';

/**
 * One positional parameter of an SDK method, over all its overloads.
 *
 * - `object`: an object whose properties become body, query, headers or path ids
 * - `options`: the request options (`headers`, `timeout`, …)
 * - `value`: anything else: an id, a file, a list
 */
export interface DeclaredParameter {
  readonly name: string;
  readonly kind: 'object' | 'options' | 'value';
  /** For `object`: the property names of every overload and union member, sorted. */
  readonly properties: readonly string[];
}

/** Request options are known by what each form of them has, because 7.x has several and names only some. */
const OPTION_MARKS = ['headers', 'maxRetries', 'timeout', 'signal'];

/** Objects that are one value for the API, by the name of their type. */
const VALUE_TYPES = /^(Uploadable|FileLike|File|Blob|Headers|HeadersLike)\b/;

/** Reads the parameters of a method from its overloads, or from its only declaration. */
export function declaredParameters(
  checker: ts.TypeChecker,
  signatures: readonly ts.SignatureDeclaration[],
): DeclaredParameter[] {
  const count = Math.max(0, ...signatures.map((signature) => signature.parameters.length));
  return Array.from({ length: count }, (_, index) => {
    const declared = signatures.flatMap((signature) => signature.parameters[index] ?? []);
    return mergedParameter(checker, declared);
  });
}

function mergedParameter(
  checker: ts.TypeChecker,
  declared: readonly ts.ParameterDeclaration[],
): DeclaredParameter {
  const name = (declared.find((node) => ts.isIdentifier(node.name)) ?? declared[0]!).name.getText();
  if (declared.some((node) => VALUE_TYPES.test(node.type?.getText() ?? ''))) {
    return { name, kind: 'value', properties: [] };
  }
  const objects = declared.flatMap((node) => objectTypes(checker, checker.getTypeAtLocation(node)));
  const own = objects.filter((type) => !isOptions(checker, type));
  if (own.length > 0) {
    const properties = new Set(own.flatMap((type) => propertyNames(checker, type)));
    return { name, kind: 'object', properties: [...properties].sort() };
  }
  return { name, kind: objects.length > 0 ? 'options' : 'value', properties: [] };
}

/** The object types that a parameter accepts: members of unions, bounds of type parameters. */
export function objectTypes(checker: ts.TypeChecker, type: ts.Type): ts.Type[] {
  if (type.isUnion()) return type.types.flatMap((member) => objectTypes(checker, member));
  if (type.flags & ts.TypeFlags.Instantiable) {
    const bound = checker.getBaseConstraintOfType(type);
    return bound && bound !== type ? objectTypes(checker, bound) : [];
  }
  const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  const isPlain = isObject && !checker.isArrayType(type) && type.getCallSignatures().length === 0;
  return isPlain ? [type] : [];
}

function isOptions(checker: ts.TypeChecker, type: ts.Type): boolean {
  const names = propertyNames(checker, type);
  return OPTION_MARKS.every((mark) => names.includes(mark));
}

/** Names of the properties that can be set; 7.x marks the ones of other overloads as `never`. */
export function propertyNames(checker: ts.TypeChecker, type: ts.Type): string[] {
  return checker
    .getPropertiesOfType(type)
    .filter((property) => !isNever(checker.getTypeOfSymbol(property)))
    .map((property) => property.name);
}

function isNever(type: ts.Type): boolean {
  const empty = ts.TypeFlags.Undefined | ts.TypeFlags.Never;
  return type.isUnion()
    ? type.types.every((member) => member.flags & empty)
    : (type.flags & (empty | ts.TypeFlags.Null)) !== 0;
}
