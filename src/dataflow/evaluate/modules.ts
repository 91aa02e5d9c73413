import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction, unwrap, type Node } from '../syntax/nodes.js';
import type { Evaluator } from '../model/evaluator.js';
import type { SourceModule } from '../syntax/source-module.js';
import { type CallContext, unknown, type AbstractValue } from '../model/abstract-value.js';
import { append } from '../../util/append.js';
import { rootContext } from '../model/call-context.js';

/** What an import makes of a local name. */
export function importBindingValues(
  at: Node,
  frame: CallContext,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  if (at.type === 'TSImportEqualsDeclaration') {
    const reference = at.moduleReference;
    if (reference.type === 'TSExternalModuleReference') {
      return requiredValues(reference.expression, frame, node, tracker);
    }
    return qualifiedValues(reference, frame, node, tracker);
  }
  const specifier = (at.parent as TSESTree.ImportDeclaration | undefined)?.source?.value;
  if (typeof specifier !== 'string') return [unknown('import', node)];
  const module = moduleValue(specifier, frame, node, tracker);
  if (at.type === 'ImportNamespaceSpecifier') return [module];
  return tracker.member(module, at.type === 'ImportSpecifier' ? moduleName(at.imported) : 'default', node);
}

/** What `require(source)` gives: the module object, or what the module puts in its place. */
export function requiredValues(
  source: Node,
  frame: CallContext,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  return importedValues(source, frame, node, tracker).flatMap((module) => {
    const replaced = module.kind === 'module' ? replacedExports(module.frame.unit, tracker) : [];
    return replaced.length > 0 ? replaced : [module];
  });
}

/** What `import(source)` gives, after waiting for it. */
export function importedValues(
  source: Node,
  frame: CallContext,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  return tracker
    .values(source, frame)
    .map((value) =>
      value.kind === 'constant' && typeof value.value === 'string'
        ? moduleValue(value.value, frame, node, tracker)
        : unknown('module name that is computed', node),
    );
}

/** What a followed module exports under a name, through re-exports. */
export function exportedValues(
  unit: SourceModule,
  name: string,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const { ast } = unit.source;
  const values = tracker.ask(`export ${name}`, ast, rootContext(unit), () =>
    exported(unit, name, node, tracker, new Set()),
  );
  return values.length > 0 ? values : [unknown(`\`${name}\` is not exported`, node)];
}

/** The values of a type that is imported from a followed module; `null` when the name is no such type. */
export function exportedType(
  name: TSESTree.Identifier,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] | null {
  const definition = frame.unit.variable(name)?.defs.find((def) => def.type === ('ImportBinding' as string));
  const at = definition?.node as Node | undefined;
  if (at?.type !== 'ImportSpecifier' && at?.type !== 'ImportDefaultSpecifier') return null;
  const specifier = (at.parent as TSESTree.ImportDeclaration).source.value;
  const unit = tracker.resolveModule(specifier, frame.unit);
  if (!unit) return null;
  const found = declaredType(
    unit,
    at.type === 'ImportSpecifier' ? moduleName(at.imported) : 'default',
    tracker,
    new Set(),
  );
  return found ? tracker.declared(found.node, rootContext(found.unit)) : null;
}

function declaredType(
  unit: SourceModule,
  name: string,
  tracker: Evaluator,
  seen: Set<SourceModule>,
): { node: Node; unit: SourceModule } | null {
  if (seen.has(unit)) return null;
  seen.add(unit);
  for (const statement of unit.source.ast.body) {
    const isNamed = statement.type === 'ExportNamedDeclaration';
    const declaration = (isNamed ? statement.declaration : statement) as Node | null;
    const isType =
      declaration?.type === 'TSInterfaceDeclaration' || declaration?.type === 'TSTypeAliasDeclaration';
    if (isType && declaration.id.name === name) return { node: declaration, unit };
    const source = isNamed || statement.type === 'ExportAllDeclaration' ? statement.source?.value : undefined;
    const target = source === undefined ? null : tracker.resolveModule(source, unit);
    if (!target) continue;
    const local = isNamed
      ? statement.specifiers.find((specifier) => moduleName(specifier.exported) === name)?.local
      : undefined;
    if (isNamed && !local) continue;
    const found = declaredType(target, local ? moduleName(local) : name, tracker, seen);
    if (found) return found;
  }
  return null;
}

function exported(
  unit: SourceModule,
  name: string,
  node: Node,
  tracker: Evaluator,
  seen: Set<SourceModule>,
): readonly AbstractValue[] {
  if (seen.has(unit)) return [];
  seen.add(unit);
  const found: AbstractValue[] = [];
  for (const statement of unit.source.ast.body) {
    if (statement.type === 'ExportDefaultDeclaration') {
      if (name === 'default') append(found, tracker.values(statement.declaration as Node, rootContext(unit)));
    } else if (statement.type === 'ExportNamedDeclaration') {
      append(found, namedExport(statement, unit, name, node, tracker, seen));
    } else if (statement.type === 'ExportAllDeclaration') {
      append(found, starExport(statement, unit, name, node, tracker, seen));
    } else if (statement.type === 'TSExportAssignment') {
      const values = tracker.values(statement.expression, rootContext(unit));
      found.push(
        ...(name === 'default' ? values : values.flatMap((value) => tracker.member(value, name, node))),
      );
    }
  }
  return found.length > 0 ? found : commonJsExport(unit, name, node, tracker);
}

function namedExport(
  statement: TSESTree.ExportNamedDeclaration,
  unit: SourceModule,
  name: string,
  node: Node,
  tracker: Evaluator,
  seen: Set<SourceModule>,
): readonly AbstractValue[] {
  const declaration = statement.declaration as Node | null;
  if (declaration && (isFunction(declaration) || isClass(declaration))) {
    return declaration.id?.name === name ? tracker.values(declaration, rootContext(unit)) : [];
  }
  if (declaration?.type === 'VariableDeclaration' || declaration?.type === 'TSEnumDeclaration') {
    const variable = unit.declared(declaration).find((candidate) => candidate.name === name);
    return variable ? tracker.variable(variable, rootContext(unit), node) : [];
  }
  const specifier = statement.specifiers.find(({ exported }) => moduleName(exported) === name);
  if (!specifier) return [];
  if (!statement.source) return tracker.values(specifier.local as Node, rootContext(unit));
  return reexported(statement.source.value, moduleName(specifier.local), unit, node, tracker, seen);
}

function starExport(
  statement: TSESTree.ExportAllDeclaration,
  unit: SourceModule,
  name: string,
  node: Node,
  tracker: Evaluator,
  seen: Set<SourceModule>,
): readonly AbstractValue[] {
  if (statement.exported) {
    const isAsked = moduleName(statement.exported) === name;
    return isAsked ? [moduleValue(statement.source.value, rootContext(unit), node, tracker)] : [];
  }
  if (name === 'default') return [];
  return reexported(statement.source.value, name, unit, node, tracker, seen);
}

function reexported(
  specifier: string,
  name: string,
  unit: SourceModule,
  node: Node,
  tracker: Evaluator,
  seen: Set<SourceModule>,
): readonly AbstractValue[] {
  const target = moduleValue(specifier, rootContext(unit), node, tracker);
  if (target.kind === 'module') return exported(target.frame.unit, name, node, tracker, seen);
  return tracker.member(target, name, node);
}

/** `exports.name = …` and `module.exports = …`. The default import of a CommonJS module is `module.exports`. */
function commonJsExport(
  unit: SourceModule,
  name: string,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const named = (unit.memberWrites.get(name) ?? [])
    .filter(({ object }) => isExportsObject(object))
    .flatMap(({ value }) => tracker.values(value, rootContext(unit)));
  if (named.length > 0) return named;
  return replacedExports(unit, tracker).flatMap((value) =>
    name === 'default' ? [value] : tracker.member(value, name, node),
  );
}

/** `module.exports = …` */
function replacedExports(unit: SourceModule, tracker: Evaluator): readonly AbstractValue[] {
  return (unit.memberWrites.get('exports') ?? [])
    .filter(({ object }) => isGlobal(object, 'module'))
    .flatMap(({ value }) => tracker.values(value, rootContext(unit)));
}

function isExportsObject(node: Node): boolean {
  const object = unwrap(node);
  if (object.type !== 'MemberExpression') return isGlobal(object, 'exports');
  return (
    isGlobal(object.object, 'module') &&
    object.property.type === 'Identifier' &&
    object.property.name === 'exports'
  );
}

function isGlobal(node: Node, name: string): boolean {
  const object = unwrap(node);
  return object.type === 'Identifier' && object.name === name;
}

function moduleValue(specifier: string, frame: CallContext, node: Node, tracker: Evaluator): AbstractValue {
  const unit = tracker.resolveModule(specifier, frame.unit);
  if (unit) return { kind: 'module', frame: rootContext(unit), node };
  const root = { kind: 'module', specifier: frame.unit.publishedSpecifier(specifier) } as const;
  return { kind: 'path', root, parent: null, step: null, node };
}

function qualifiedValues(
  name: TSESTree.EntityName,
  frame: CallContext,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  if (name.type !== 'TSQualifiedName') return tracker.values(name, frame);
  const member = name.right.name;
  return qualifiedValues(name.left, frame, node, tracker).flatMap((value) =>
    tracker.member(value, member, node),
  );
}

/** Names in import and export clauses may be quoted. */
function moduleName(name: Node): string {
  return name.type === 'Literal' ? String(name.value) : (name as TSESTree.Identifier).name;
}
