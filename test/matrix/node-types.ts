import type { TSESTree } from '@typescript-eslint/utils';

type NodeType = `${TSESTree.AST_NODE_TYPES}`;

const TYPE = 'It says what a value may be, and is gone at run time.';
const WORD = 'The parser writes it as a flag of what it stands before.';
const CONTAINER = 'It only holds what the values go through.';

const typeNodes: readonly NodeType[] = [
  'TSAnyKeyword',
  'TSArrayType',
  'TSBigIntKeyword',
  'TSBooleanKeyword',
  'TSCallSignatureDeclaration',
  'TSConditionalType',
  'TSConstructSignatureDeclaration',
  'TSConstructorType',
  'TSFunctionType',
  'TSImportType',
  'TSIndexSignature',
  'TSIndexedAccessType',
  'TSInferType',
  'TSInterfaceHeritage',
  'TSIntersectionType',
  'TSIntrinsicKeyword',
  'TSLiteralType',
  'TSMappedType',
  'TSNamedTupleMember',
  'TSNeverKeyword',
  'TSNullKeyword',
  'TSNumberKeyword',
  'TSObjectKeyword',
  'TSOptionalType',
  'TSRestType',
  'TSStringKeyword',
  'TSSymbolKeyword',
  'TSTemplateLiteralType',
  'TSThisType',
  'TSTupleType',
  'TSTypeAliasDeclaration',
  'TSTypeLiteral',
  'TSTypeOperator',
  'TSTypeParameter',
  'TSTypeParameterDeclaration',
  'TSTypeParameterInstantiation',
  'TSTypePredicate',
  'TSTypeQuery',
  'TSUndefinedKeyword',
  'TSUnionType',
  'TSUnknownKeyword',
  'TSVoidKeyword',
];

const words: readonly NodeType[] = [
  'TSAbstractKeyword',
  'TSAsyncKeyword',
  'TSDeclareKeyword',
  'TSExportKeyword',
  'TSPrivateKeyword',
  'TSProtectedKeyword',
  'TSPublicKeyword',
  'TSReadonlyKeyword',
  'TSStaticKeyword',
];

const all = (types: readonly NodeType[], reason: string) =>
  Object.fromEntries(types.map((type) => [type, reason]));

/** Node types that no way goes through, and why no value can. */
export const withoutWay: Readonly<Partial<Record<string, string>>> = {
  ...all(typeNodes, TYPE),
  ...all(words, WORD),
  DebuggerStatement: 'It does nothing.',
  EmptyStatement: 'It does nothing.',
  JSXEmptyExpression: 'It is nothing, or a comment.',
  JSXNamespacedName: 'It is the name of an element of the page, which hands nothing on.',
  JSXSpreadChild: 'No compiler that is in use gives it a meaning.',
  JSXText: 'It is text that is shown.',
  Program: CONTAINER,
  TSNamespaceExportDeclaration: 'It stands in files of declarations only.',
  UpdateExpression: 'It gives a number.',
};
