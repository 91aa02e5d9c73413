import type ts from 'typescript';

import { objectTypes, propertyNames } from './parameters.js';
import type { SdkSource } from './source.js';

/** The client classes: `OpenAI`, `AzureOpenAI`, `BedrockOpenAI`. */
const CLIENT_CLASS = /OpenAI$/;

/** Option names that the constructors of the client classes accept, sorted. */
export function clientOptionNames(source: SdkSource): string[] {
  const classes = [...source.exports].filter(([name]) => CLIENT_CLASS.test(name));
  const types = classes.flatMap(([, symbol]) =>
    source.checker
      .getTypeOfSymbol(symbol)
      .getConstructSignatures()
      .flatMap((signature) => signature.parameters[0] ?? []),
  );
  return namesOf(source, types);
}

/** Names that the request options (`client.post(path, options)`) accept, sorted. */
export function requestOptionNames(source: SdkSource): string[] {
  const client = source.checker.getDeclaredTypeOfSymbol(source.exports.get('OpenAI')!);
  const post = client.getProperty('post')!;
  const [signature] = source.checker.getTypeOfSymbol(post).getCallSignatures();
  return namesOf(source, signature!.parameters.slice(1));
}

function namesOf(source: SdkSource, parameters: readonly ts.Symbol[]): string[] {
  const names = parameters
    .flatMap((parameter) => objectTypes(source.checker, source.checker.getTypeOfSymbol(parameter)))
    .filter((type) => type.symbol?.name !== 'Promise')
    .flatMap((type) => propertyNames(source.checker, type));
  // The ones with underscores are for the SDK itself.
  return [...new Set(names)].filter((name) => !name.startsWith('__')).sort();
}
