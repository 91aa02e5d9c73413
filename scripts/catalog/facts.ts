import type { DeclaredResource } from './methods.js';
import type { DeclaredParameter } from './parameters.js';

/** What one version of the SDK says about one of its methods. */
export interface MethodFacts {
  readonly name: string;
  /** `POST /files`, in the order of the code. */
  readonly calls: readonly string[];
  readonly bodyArgument: number | undefined;
  readonly optionsArgument: number | undefined;
  readonly bodyNames: readonly string[];
  readonly queryNames: readonly string[];
  /** 3.x: names of all positional parameters. */
  readonly positional?: readonly string[];
}

/** Everything that the catalog takes from one version of the SDK. */
export interface VersionFacts {
  readonly version: string;
  readonly major: number;
  readonly methods: readonly MethodFacts[];
  readonly resources: readonly DeclaredResource[];
  readonly clientOptions: readonly string[];
  readonly requestOptions: readonly string[];
}

/** Splits the properties of the object argument: what was not sent as query belongs to the body. */
export function methodFacts(
  name: string,
  calls: readonly string[],
  parameters: readonly DeclaredParameter[],
  queryNames: readonly string[],
): MethodFacts {
  const properties = parameters.flatMap((parameter) => parameter.properties);
  return {
    name,
    calls,
    bodyArgument: indexOf(parameters, 'object'),
    optionsArgument: indexOf(parameters, 'options'),
    bodyNames: properties.filter((property) => !queryNames.includes(property)),
    queryNames,
  };
}

function indexOf(
  parameters: readonly DeclaredParameter[],
  kind: DeclaredParameter['kind'],
): number | undefined {
  const index = parameters.findIndex((parameter) => parameter.kind === kind);
  return index < 0 ? undefined : index;
}
