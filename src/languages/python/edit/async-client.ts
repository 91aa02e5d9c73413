import type { Reference } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, outermost, type Node } from '../../../dataflow/syntax/nodes.js';
import type { SourceModule } from '../../../dataflow/syntax/source-module.js';
import type { Edit } from '../../javascript/edit/index.js';

/** How a client becomes asynchronous. */
export interface AsyncClientEdit {
  readonly edits: readonly Edit[];
  /** Whether every use of the client in view is awaited, and nothing else can reach it. */
  readonly isSafe: boolean;
}

/** Classes of Python's SDK that have a twin which is asynchronous. */
const CLASSES = /^(?:Azure|Bedrock)?OpenAI$/;

/**
 * `client = OpenAI(…)` as `client = AsyncOpenAI(…)`, with its import; `null` where that takes more than these edits.
 *
 * @param made where the client is made
 * @param awaited the calls that are awaited
 */
export function asyncClientEdit(
  made: Node,
  unit: SourceModule,
  awaited: ReadonlySet<Node>,
): AsyncClientEdit | null {
  if (made.type !== 'NewExpression' || !unit.calls.includes(made)) return null;
  const declarator = made.parent;
  const name = declarator?.type === 'VariableDeclarator' ? declarator.id : null;
  // An annotation names the class, too, and `with` is not `async with`.
  const isTyped = name?.type === 'Identifier' && name.typeAnnotation !== undefined;
  const isOpened = name !== null && name.range[0] > made.range[0];
  if (isTyped || isOpened) return null;
  const edits = classEdits(made.callee, unit);
  if (!edits) return null;
  const isSafe =
    name?.type === 'Identifier' &&
    isPrivate(name, unit) &&
    !takesHttpClient(made) &&
    isAwaited(name, unit, awaited);
  return { edits, isSafe };
}

function classEdits(callee: Node, unit: SourceModule): readonly Edit[] | null {
  if (callee.type === 'MemberExpression') {
    const { property } = callee;
    return property.type === 'Identifier' && CLASSES.test(property.name)
      ? [renamed(property, property.name)]
      : null;
  }
  const variable = callee.type === 'Identifier' ? unit.variable(callee) : undefined;
  const specifier = variable?.defs[0]?.node as Node | undefined;
  if (specifier?.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') return null;
  const { imported, local } = specifier;
  if (!CLASSES.test(imported.name)) return null;
  const isAlone = referencesOf(callee, unit).length === 1;
  if (imported.name !== local.name) return isAlone ? [renamed(imported, imported.name)] : null;
  const call = renamed(callee, imported.name);
  const isImported = importedNames(unit).has(call.text);
  const end = specifier.range[1];
  if (isImported) return [call];
  return [isAlone ? renamed(imported, imported.name) : { range: [end, end], text: `, ${call.text}` }, call];
}

/** The references to a name; every name of a module is exported, which is no use of it in view. */
function referencesOf(name: Node, unit: SourceModule): readonly Reference[] {
  const references = unit.variable(name)?.references ?? [];
  return references.filter(({ identifier }) => (identifier as Node).parent?.type !== 'ExportSpecifier');
}

function renamed({ range: [from, to] }: Node, name: string): Edit {
  return { range: [from, to], text: `Async${name}` };
}

function importedNames(unit: SourceModule): ReadonlySet<string> {
  const declarations = unit.source.ast.body.filter(
    (statement): statement is TSESTree.ImportDeclaration => statement.type === 'ImportDeclaration',
  );
  return new Set(declarations.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name)));
}

/** Whether no other module gets at a variable: it is a function's, or its module is a program that runs when loaded. */
function isPrivate(name: TSESTree.Identifier, unit: SourceModule): boolean {
  if (enclosingFunction(name)) return true;
  return unit.callsNamed('run').some(({ callee, parent }) => {
    const isOfAsyncio =
      callee.type === 'MemberExpression' &&
      callee.object.type === 'Identifier' &&
      callee.object.name === 'asyncio';
    return isOfAsyncio && parent.parent?.type === 'Program';
  });
}

/** `http_client=httpx.Client()` would have to be another one, which arguments out of view may hold. */
function takesHttpClient({ arguments: args }: TSESTree.NewExpression): boolean {
  return args.some(
    (argument) =>
      argument.type !== 'ObjectExpression' ||
      argument.properties.some(
        (entry) =>
          entry.type !== 'Property' || (entry.key.type === 'Identifier' && entry.key.name === 'httpClient'),
      ),
  );
}

/** Whether a variable has one definition, and is only called upon by requests that are awaited. */
function isAwaited(name: TSESTree.Identifier, unit: SourceModule, awaited: ReadonlySet<Node>): boolean {
  const references = referencesOf(name, unit);
  const uses = references.filter((reference) => !reference.isWrite());
  return (
    references.length === uses.length + 1 &&
    uses.every(({ identifier }) => awaited.has(callOn(identifier as Node)))
  );
}

/** The call at the end of `client.responses.create(…)`; the end of the chain where nothing is called. */
function callOn(identifier: Node): Node {
  let at = outermost(identifier);
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) at = outermost(at.parent);
  return at.parent?.type === 'CallExpression' && at.parent.callee === at ? at.parent : at;
}
