import type { TSESTree } from '@typescript-eslint/utils';
import { operationDeclaredAt, rawMethods } from '../../catalog/index.js';
import type { FileView } from '../shared/file-view.js';
import { unseenClient } from './clients.js';
import type { ApiNode } from './api-node.js';
import type { TypeServices } from '../shared/type-services.js';

/** Folder and file of a declaration inside the package, wherever a package manager put it. */
const IN_PACKAGE =
  /[\\/]node_modules[\\/](?:\.[^\\/]+[\\/].*[\\/]node_modules[\\/])?openai[\\/](.+?)(?:\.d)?\.[cm]?ts$/;

const CLIENT_CLASSES = new Set(['OpenAI', 'APIClient', 'AzureOpenAI', 'BedrockOpenAI']);

/**
 * What the type checker says that a call is, for receivers that nothing else could place: the package, class and method
 * that declare what is called. `null` where it is not the SDK's.
 */
export function typedThing(
  call: TSESTree.CallExpression,
  services: TypeServices,
  view: FileView,
): ApiNode | null {
  const declaration = services.program
    ?.getTypeChecker()
    .getResolvedSignature(services.esTreeNodeToTSNodeMap.get(call))?.declaration;
  const method = declaration?.name?.text;
  const className = declaration?.parent?.name?.text;
  const file = declaration && IN_PACKAGE.exec(declaration.getSourceFile().fileName)?.[1];
  if (method === undefined || className === undefined || !file) return null;
  const client = unseenClient(className === 'AzureOpenAI' ? 'AzureOpenAI' : 'OpenAI', call, view);
  const operation = operationDeclaredAt(file.replaceAll('\\', '/').replace(/^src\//, ''), className, method);
  if (operation) return { kind: 'operation', client, operation };
  const raw = CLIENT_CLASSES.has(className) ? rawMethods.get(method) : undefined;
  return raw ? { kind: 'raw', client, name: method, method: raw } : null;
}
