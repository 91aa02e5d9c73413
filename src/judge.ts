import type { ApiRequest, Client, WireOperation } from './facts.js';
import {
  endpointRow,
  rowsOwnedBy,
  selects,
  type Control,
  type EndpointRow,
  type ParameterRow,
  type PolicyRow,
  type RuleName,
} from './policy/index.js';

/** Are OpenAI's terms the ones that describe this client's requests? */
export function isJudged(client: Client): boolean {
  return client.host.class === 'openai' || client.host.class === 'unseen';
}

/** May a row be reported: something is wrong under this control, and it is more than an inference. */
export function isReportable(row: PolicyRow, control: Control): boolean {
  const verdict = row.under[control];
  return verdict !== 'eligible' && verdict !== 'unaddressed' && row.confidence !== 'low';
}

/** The parameter rows of a rule that speak of this request's body. */
export function parameterRowsFor(
  request: ApiRequest,
  rule: RuleName,
  control: Control,
  when: ParameterRow['when'],
): readonly ParameterRow[] {
  return rowsOwnedBy(rule).filter(
    (row): row is ParameterRow =>
      row.kind === 'parameter' &&
      row.when === when &&
      isReportable(row, control) &&
      request.operations.some(({ method, path }) =>
        row.endpoints.some((selector) => selects(selector, method, path)),
      ),
  );
}

/** The endpoint row of a rule that speaks of this request, with the call that it speaks of. */
export function endpointFinding(
  request: ApiRequest,
  rule: RuleName,
  control: Control,
): { readonly row: EndpointRow; readonly operation: WireOperation } | null {
  if (!request.isCalledHere) return null;
  for (const operation of decisive(request.operations)) {
    const row = endpointRow(operation.method, operation.path);
    if (row && isReportable(row, control)) return row.owner === rule ? { row, operation } : null;
  }
  return null;
}

/**
 * The calls of a request in the order in which they decide what is said of it: a helper that uploads and then polls is
 * about the upload. Deleting and cancelling are remedies.
 */
function decisive(operations: readonly WireOperation[]): readonly WireOperation[] {
  const order = ['keeps', 'uses', 'infers', 'reads'];
  return operations
    .filter(({ effect }) => order.includes(effect))
    .sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect));
}

/** The parts of a row that every message shows. */
export function rowData(row: PolicyRow): { keeps: string; remedy: string; asOf: string } {
  return { keeps: row.keeps, remedy: row.remedy, asOf: row.asOf };
}
