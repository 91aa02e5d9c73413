import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { knownEffect } from '../../src/catalog/effects.js';
import {
  allOperations,
  clientOptionNames,
  operationNamed,
  requestOptionNames,
  type HttpMethod,
  type Operation,
} from '../../src/catalog/index.js';
import { sdkPackage } from './packages.js';
import type { MethodFacts, VersionFacts } from './facts.js';
import { versionFacts } from './version-facts.js';

/**
 * What a version of the SDK (4 or later) has that the shipped catalog does not have, `+`, and the other way
 * round, `-`.
 */
export function newsOf(facts: VersionFacts): string[] {
  return [
    ...facts.methods.flatMap(methodNews),
    ...removedOperations(facts),
    ...unknownNames('client options', facts.clientOptions, clientOptionNames()),
    ...unknownNames('request options', facts.requestOptions, requestOptionNames()),
  ];
}

function methodNews(facts: MethodFacts): string[] {
  const known = operationNamed(facts.name);
  const calls = newCalls(facts, known);
  if (!known) return [`+ operation ${facts.name}`, ...calls];
  const names = new Set([...known.bodyNames, ...known.queryNames]);
  return [
    ...calls,
    ...unknownNames(facts.name, [...facts.bodyNames, ...facts.queryNames], names),
    ...movedBody(facts, known),
  ];
}

function newCalls(facts: MethodFacts, known: Operation | undefined): string[] {
  const knownCalls = new Set(known?.endpoints.map(({ method, path: url }) => `${method} ${url}`));
  return facts.calls
    .filter((call) => !knownCalls.has(call))
    .map((call) => `+ endpoint of ${facts.name}: ${call}${effectNote(call)}`);
}

function effectNote(call: string): string {
  const [method, url] = call.split(' ') as [HttpMethod, string];
  return knownEffect(method, url) ? '' : ' (no row in src/catalog/effects.ts)';
}

function unknownNames(where: string, names: readonly string[], known: ReadonlySet<string>): string[] {
  const unknown = names.filter((name) => !known.has(name));
  return unknown.length === 0 ? [] : [`+ names in ${where}: ${unknown.join(', ')}`];
}

function movedBody(facts: MethodFacts, known: Operation): string[] {
  const positions = [known.bodyArgument, known.bodyArgumentIn4, undefined];
  return positions.includes(facts.bodyArgument)
    ? []
    : [`+ body of ${facts.name} is argument ${facts.bodyArgument}`];
}

/** Operations that the catalog has for this major, or for the newest one that it knows. */
function removedOperations(facts: VersionFacts): string[] {
  const newest = Math.max(...allOperations().flatMap((operation) => operation.majors));
  const major = Math.min(facts.major, newest);
  const present = new Set(facts.methods.map((method) => method.name));
  return allOperations()
    .filter((operation) => operation.majors.includes(major) && !present.has(operation.name))
    .map((operation) => `- operation ${operation.name}`);
}

async function main(directory: string | undefined): Promise<void> {
  if (directory === undefined) {
    console.log('Usage: npm run catalog:news -- <directory of an installed openai package>');
    return;
  }
  const sdk = sdkPackage(path.resolve(directory));
  const news = newsOf(await versionFacts(sdk));
  console.log([`openai ${sdk.version}:`, ...(news.length > 0 ? news : ['nothing new'])].join('\n'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2]);
