import type { SdkPackage } from '../../scripts/catalog/packages.js';
import type { Operation } from '../../src/catalog/index.js';

/**
 * Arguments for an operation, made from the catalog alone: ids (`id-0`, `id-1`), the body if it takes one,
 * and undefined as the options: some methods of 7.x take a lone object for their options.
 */
export function callArguments(sdk: SdkPackage, operation: Operation, body: object): unknown[] {
  const bodyArgument = positionIn(sdk, operation.bodyArgument, operation.bodyArgumentIn4);
  const optionsArgument = positionIn(sdk, operation.optionsArgument, operation.optionsArgumentIn4);
  const count = bodyArgument ?? optionsArgument ?? 0;
  const ids = Array.from({ length: count }, (_, index) => `id-${index}`);
  return bodyArgument === undefined ? [...ids, undefined] : [...ids, body, undefined];
}

/** Does this version of the operation take an object that becomes body and query? */
export function takesBody(sdk: SdkPackage, operation: Operation): boolean {
  return positionIn(sdk, operation.bodyArgument, operation.bodyArgumentIn4) !== undefined;
}

/** A body in which every property that the catalog knows has a value that names it: `id-model`. */
export function markedBody(operation: Operation, except: ReadonlySet<string>): Record<string, string> {
  const names = [...operation.bodyNames, ...operation.queryNames].filter((name) => !except.has(name));
  return Object.fromEntries(names.map((name) => [name, `id-${name}`]));
}

/** `GET /files/id-0` → `GET /files/{}` */
export function withoutIds(line: string): string {
  return line.replaceAll(/id-[\w-]+/g, '{}');
}

/** `['POST /files', 'GET /files/{}']` */
export function callsOf(operation: Operation): string[] {
  return operation.endpoints.map(({ method, path }) => `${method} ${path}`);
}

function positionIn(
  sdk: SdkPackage,
  position: number | undefined,
  positionIn4: number | null | undefined,
): number | undefined {
  if (sdk.major > 4 || positionIn4 === undefined) return position;
  return positionIn4 ?? undefined;
}
