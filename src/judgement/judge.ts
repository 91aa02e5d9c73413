import type { ApiRequest, Client, Facts, FeatureUse, OptionsView, WireOperation } from '../facts/facts.js';
import { overrideFor, type Override } from './overrides.js';
import {
  asOfText,
  endpointRow,
  matchesModel,
  modelRow,
  rowsOwnedBy,
  selects,
  toolRows,
  type EndpointRow,
  type ModelRow,
  type ParameterRow,
  type PolicyRow,
  type RuleName,
  type ToolRow,
  type Verdict,
} from '../policy/index.js';
import type { Settings } from '../settings/read.js';
import { toolHoldersOf } from './tool-places.js';
import type { Node } from '../dataflow/syntax/nodes.js';
import type { Alternative, Reading } from '../dataflow/model/object-state.js';
import { HOLE } from '../dataflow/model/abstract-value.js';

/** A row that a request breaks, and the place that breaks it. */
export interface ParameterFinding {
  readonly row: ParameterRow;
  readonly node: Node;
  readonly alternative: Alternative;
}

export interface ToolFinding {
  readonly row: ToolRow;
  readonly node: Node;
  readonly tool: OptionsView;
}

export interface ModelFinding {
  readonly row: ModelRow;
  readonly node: Node;
  readonly model: string;
}

export interface EndpointFinding {
  readonly row: EndpointRow;
  readonly operation: WireOperation;
}

export interface FeatureFinding {
  readonly row: PolicyRow;
  readonly use: FeatureUse;
}

/**
 * Calls whose tools OpenAI runs. Chat completions know only functions, assistants are not covered as a whole, and
 * counting tokens runs nothing.
 */
const RUNS_TOOLS = /^\/responses$|^\/(?:realtime|live)(?:\/|$)/;

/** Where a body names models: of the answer, of a voice session, of the image tool. */
const MODELS = ['model', 'session.model', 'tools[*].model'] as const;

/** Are OpenAI's terms the ones that describe this client's requests? */
export function isJudged(client: Client): boolean {
  return client.host.class === 'openai' || client.host.class === 'unseen';
}

/** Do a client's requests surely go to somebody else? Of a host that cannot be read nobody knows. */
export function isElsewhere(client: Client): boolean {
  return !isJudged(client) && client.host.class !== 'unknown';
}

/** A call over the wire as people name it: `POST /v1/responses`. */
export function endpointName({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} /v1${path}`;
}

/** The endpoints of a request, each once. */
export function endpointNames({ operations }: ApiRequest): readonly string[] {
  return [...new Set(operations.map(endpointName))];
}

/** Does OpenAI run the tools that a request brings? */
export function runsTools({ operations }: ApiRequest): boolean {
  return operations.some(({ path }) => RUNS_TOOLS.test(path));
}

/** Applies the policy to the facts of one file, under the user's control and overrides. */
export class Judge {
  constructor(
    readonly settings: Settings,
    readonly filename: string,
  ) {}

  /** What the user's control means for a row, after overrides. */
  verdict(row: PolicyRow): Verdict {
    return this.#override(row)?.verdict ?? row.under[this.settings.control];
  }

  /** May a row be reported: something is wrong under this control, and it is more than an inference. */
  isReportable(row: PolicyRow): boolean {
    const verdict = this.verdict(row);
    if (verdict === 'eligible' || verdict === 'unaddressed') return false;
    return row.confidence !== 'low' || this.#override(row) !== null;
  }

  /** The parameter rows of a rule that speak of this request's body. */
  parameterRows(request: ApiRequest, rule: RuleName, when: ParameterRow['when']): readonly ParameterRow[] {
    if (!isJudged(request.client)) return [];
    if (when === 'omitted' && request.client.host.isByDefault) return [];
    return rowsOwnedBy(rule).filter(
      (row): row is ParameterRow =>
        row.kind === 'parameter' &&
        row.when === when &&
        this.isReportable(row) &&
        speaksOf(row, request) &&
        (row.models === undefined || isForModel(request, row.models)),
    );
  }

  /** Where a request writes what the rows of a rule speak of. */
  writtenParameters(request: ApiRequest, rule: RuleName): readonly ParameterFinding[] {
    return this.parameterRows(request, rule, 'written').flatMap((row) =>
      readingOf(row, request.body).flatMap((alternative) => {
        const node = writtenAt(alternative, row);
        return node ? [{ row, node, alternative }] : [];
      }),
    );
  }

  /** The tools of a request that the rows of a rule speak of, wherever in the body they are handed over. */
  tools(request: ApiRequest, rule: RuleName): readonly ToolFinding[] {
    if (!isJudged(request.client) || !runsTools(request)) return [];
    return toolsOf(request).flatMap((tool) => this.#toolFinding(tool, rule) ?? []);
  }

  #toolFinding(tool: OptionsView, rule: RuleName): ToolFinding | null {
    for (const type of tool.read('type')) {
      if (type.kind !== 'set' || type.value.kind !== 'constant') continue;
      const rows = rowsOfTool(tool, String(type.value.value));
      const row = rows.find((one) => one.owner === rule && this.isReportable(one));
      if (row) return { row, node: type.node, tool };
    }
    return null;
  }

  /** The models of a request that the rows of a rule speak of. */
  models(request: ApiRequest, rule: RuleName): readonly ModelFinding[] {
    if (!isJudged(request.client) || this.#isKeptAsAWhole(request)) return [];
    return MODELS.flatMap((path) => request.body.readDeep(path)).flatMap((alternative) => {
      const model = modelName(alternative);
      const row = model === null ? undefined : modelRow(model);
      if (model === null || alternative.kind !== 'set') return [];
      if (row?.owner !== rule || !this.isReportable(row)) return [];
      return [{ row, node: alternative.node, model: model.replaceAll(HOLE, '…') }];
    });
  }

  /** An endpoint that is reported is the cause; what else its body says adds nothing. */
  #isKeptAsAWhole(request: ApiRequest): boolean {
    return decisive(request.operations).some(({ method, path }) => {
      const row = endpointRow(method, path);
      return row !== undefined && this.isReportable(row);
    });
  }

  /** The endpoint row of a rule that speaks of this request, with the call that it speaks of. */
  endpoint(request: ApiRequest, rule: RuleName): EndpointFinding | null {
    if (!request.isCalledHere || !isJudged(request.client)) return null;
    for (const operation of decisive(request.operations)) {
      const row = endpointRow(operation.method, operation.path);
      if (!row || !this.isReportable(row)) continue;
      if (row.owner === rule) return { row, operation };
      if (!request.areAlternatives) return null;
    }
    return null;
  }

  /** The places that feature rows of a rule speak of. */
  features({ features }: Facts, rule: RuleName): readonly FeatureFinding[] {
    return features.flatMap((use): readonly FeatureFinding[] => {
      if (use.client && !isJudged(use.client)) return [];
      if (use.isAssumed && use.client?.host.isByDefault) return [];
      const row = rowsOwnedBy(rule).find(({ id }) => id === use.row);
      return row && this.isReportable(row) ? [{ row, use }] : [];
    });
  }

  /** The parts of a row that every message shows, in the words of the library through which a request goes. */
  data(row: PolicyRow, request?: ApiRequest): { keeps: string; remedy: string; asOf: string } {
    const expired = this.#expired(row);
    const note = expired ? ` (The exception in the settings ended on ${expired.until}.)` : '';
    const keeps = this.settings.control === 'zdr' ? row.keeps : (row.otherwise ?? row.keeps);
    const remedies = request?.terms?.remedies;
    const own = remedies?.[row.id] ?? (row.kind === 'parameter' ? remedies?.[row.parameter] : undefined);
    return { keeps: keeps + note, remedy: own ?? row.remedy, asOf: asOfText(row) };
  }

  #override(row: PolicyRow): Override | null {
    const override = overrideFor(row, this.settings, this.filename);
    return override && !override.isExpired ? override : null;
  }

  #expired(row: PolicyRow): Override | null {
    const override = overrideFor(row, this.settings, this.filename);
    return override?.isExpired ? override : null;
  }
}

/** Does a row speak of one of the calls of a request? */
function speaksOf({ endpoints, transport }: ParameterRow, { operations }: ApiRequest): boolean {
  return operations.some(
    (operation) =>
      (transport === undefined || operation.transport === transport) &&
      endpoints.some((selector) => selects(selector, operation.method, operation.path)),
  );
}

/** What a body says of a row's parameter. */
function readingOf(row: ParameterRow, body: OptionsView): Reading {
  const { parameter, isAlone, ofTypes } = row;
  if (!isAlone && !ofTypes) return body.readDeep(parameter);
  const [list = '', key = ''] = parameter.split('[*].');
  return body
    .elements(...list.split('.'))
    .filter(({ view }) => (isAlone ? isNothingBut(key, view) : isMeant(row, view)))
    .flatMap(({ view }) => view.read(key));
}

/** Is an object of a type that a row speaks of, and surely without what would make it whole? */
function isMeant({ ofTypes = [], without }: ParameterRow, view: OptionsView): boolean {
  const isOfType = view.read('type').every((type) => isHad(type, ofTypes) === true);
  return isOfType && (without === undefined || view.read(without).every(({ kind }) => kind === 'absent'));
}

/** Does an object hold this key and nothing else? A `type` of `null` is nothing; what cannot be read is something. */
function isNothingBut(key: string, view: OptionsView): boolean {
  const isEmpty = (alternative: Alternative): boolean =>
    alternative.kind === 'absent' ||
    (alternative.kind === 'set' && alternative.value.kind === 'constant' && alternative.value.value === null);
  return (
    view.keys().every((written) => written.key === key || written.key === 'type') &&
    view.read('type').every(isEmpty)
  );
}

/** The place where a row's parameter is written; `null` when it is not, or says nothing. */
function writtenAt(alternative: Alternative, row: ParameterRow): Node | null {
  if (alternative.kind === 'absent') return null;
  // A key that stands there with a value out of view asks for what it names, unless only some values do.
  if (alternative.kind === 'unknown') return row.values ? null : (alternative.written ?? null);
  const { value, node } = alternative;
  if (isEmptyList(alternative.valueNode)) return null;
  if (value.kind !== 'constant') return row.values ? null : node;
  const given = value.value;
  if (row.values) return row.values.includes(given as string | boolean) ? node : null;
  return given === null || given === undefined || given === false || given === '' ? null : node;
}

/** Every tool of a body, with the skills that a hosted shell brings along. */
function toolsOf(request: ApiRequest): readonly OptionsView[] {
  return toolHoldersOf(request)
    .flatMap(({ view, list }) => view.elements(...list))
    .flatMap(({ view }) => [view, ...view.elements('environment', 'skills').map((skill) => skill.view)]);
}

/** The rows that a tool surely is on some way through the code. */
function rowsOfTool(tool: OptionsView, type: string): readonly ToolRow[] {
  const found: ToolRow[] = [];
  const rows = toolRows(type);
  for (const [at, row] of rows.entries()) {
    if (!row.having) return [...found, row];
    const { path, values } = row.having;
    const answers = tool.readDeep(path).map((alternative) => isHad(alternative, values));
    if (answers.includes(true)) found.push(row);
    // What cannot be read decides nothing, except between rows of one rule.
    const isOneRules = rows.slice(at).every(({ owner }) => owner === row.owner);
    if (!answers.includes(false) && !(isOneRules && answers.includes(null))) return found;
  }
  return found;
}

/** Does a tool hold what a row asks for? `null` when that cannot be read. */
function isHad(alternative: Alternative, values: readonly (string | boolean)[] | undefined): boolean | null {
  if (alternative.kind === 'absent') return false;
  if (alternative.kind === 'unknown') return null;
  if (!values) return true;
  const { value } = alternative;
  return value.kind === 'constant' ? values.includes(value.value as string | boolean) : null;
}

function isEmptyList(node: Node): boolean {
  return node.type === 'ArrayExpression' && node.elements.length === 0;
}

/** The name of a model, with `HOLE` for parts that are not known; `null` for what is no text. */
function modelName(alternative: Alternative): string | null {
  if (alternative.kind !== 'set') return null;
  const { value } = alternative;
  if (value.kind === 'text') return value.text;
  return value.kind === 'constant' && typeof value.value === 'string' ? value.value : null;
}

/** Does a request name one of the models as a constant? */
function isForModel(request: ApiRequest, models: readonly string[]): boolean {
  return request.body.read('model').some((alternative) => {
    if (alternative.kind !== 'set' || alternative.value.kind !== 'constant') return false;
    const name = String(alternative.value.value);
    return models.some((pattern) => matchesModel(pattern, name));
  });
}

/**
 * The calls of a request in the order in which they decide what is said of it: a helper that uploads and then polls is
 * about the upload. Deleting and cancelling are remedies.
 */
function decisive(operations: readonly WireOperation[]): readonly WireOperation[] {
  const order = ['keeps', 'uses', 'infers', 'reads', 'admin'];
  return operations
    .filter(({ effect }) => order.includes(effect))
    .sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect));
}
