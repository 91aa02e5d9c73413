import {
  entryPoints,
  isResource,
  legacyOperationNamed,
  operationNamed,
  rawMethods,
  resourceOfClass,
} from '../../catalog/index.js';
import { factoriesOf } from './factories.js';
import { subpathOf } from './packages.js';

const CLIENT_EXPORTS = new Set([
  'AsyncAzureOpenAI',
  'AsyncBedrockOpenAI',
  'AsyncOpenAI',
  'AzureOpenAI',
  'BedrockOpenAI',
  'OpenAI',
  'OpenAIApi',
  'OpenAIApiFactory',
  'default',
]);

/** Steps behind a helper that sends: `Runner create ()`, `send`. */
const MAX_HELPER_STEPS = 3;

/** Does a path still lie in the API of the `openai` package, or on the way to a client that another package hands out? */
export function isPartOfOpenai(specifier: string, steps: readonly string[]): boolean {
  if (subpathOf(specifier) !== null) return isPartOfPackage(steps);
  return factoriesOf(specifier).some(({ tokens }) => {
    const shared = Math.min(tokens.length, steps.length);
    const isOnTheWay = tokens.slice(0, shared).every((token, i) => token === steps[i]);
    return isOnTheWay && (steps.length <= tokens.length || isPartOfClient(steps.slice(tokens.length)));
  });
}

function isPartOfPackage(steps: readonly string[]): boolean {
  const [first, ...rest] = steps;
  if (first === undefined) return true;
  // The CommonJS module is the class itself.
  if (first === 'new') return isPartOfClient(rest);
  if (CLIENT_EXPORTS.has(first)) {
    const [made, ...behind] = rest;
    if (made === 'new' || (made === '()' && first === 'OpenAIApiFactory')) return isPartOfClient(behind);
    return made === undefined || isPartOfPackage(rest);
  }
  if (entryPoints.some(({ exportName }) => exportName === first)) return rest.length <= MAX_HELPER_STEPS;
  // The module of Python's SDK is a client: `openai.responses.create(…)`.
  if (isResource(first)) return isPartOfResource(first, rest);
  const resources = resourceOfClass(first);
  if (resources.length === 0) return first === 'Configuration';
  const [made, ...behind] = rest;
  return made === undefined || (made === 'new' && resources.some((name) => isPartOfResource(name, behind)));
}

function isPartOfClient(steps: readonly string[]): boolean {
  const [first, second, ...rest] = steps;
  if (first === undefined) return true;
  if (first === 'withOptions' || first === 'guardrails')
    return second === undefined || isPartOfClient(second === '()' ? rest : steps.slice(1));
  if (rawMethods.has(first) || legacyOperationNamed(first)) return second === undefined;
  return isResource(first) && isPartOfResource(first, steps.slice(1));
}

function isPartOfResource(resource: string, steps: readonly string[]): boolean {
  const [name, ...rest] = steps;
  if (name === undefined) return true;
  if (name === '_client') return isPartOfClient(rest);
  const path = `${resource}.${name}`;
  if (operationNamed(path)) return rest.length === 0;
  return isResource(path) && isPartOfResource(path, rest);
}
