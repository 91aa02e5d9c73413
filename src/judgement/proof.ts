import type { ApiRequest, OptionsView, WireOperation } from '../facts/facts.js';
import { isUnread } from '../catalog/index.js';
import { endpointName, isJudged, runsTools, type Judge } from './judge.js';
import {
  endpointRow,
  isUnaddressed,
  modelRow,
  policyAsOf,
  ruleNames,
  rowsOwnedBy,
  toolRows,
  type ParameterRow,
  type PolicyRow,
  type RuleName,
} from '../policy/index.js';
import { toolHoldersOf } from './tool-places.js';
import { unwrap, type Node } from '../dataflow/syntax/nodes.js';
import type { Alternative } from '../dataflow/model/object-state.js';
import { annotationOf } from '../dataflow/syntax/names.js';

/** Something about a request that cannot be told. */
export interface Doubt {
  /** `store`, `tools`, `host`, or the call itself. */
  readonly about: string;
  /** Where proof was lost: the expression, or a sentence for what no expression shows. */
  readonly lostAt: Node | string;
  /** The date of the policy that leaves it open; absent where code could not be read. */
  readonly asOf?: string;
}

/** What can be said of a request as a whole. */
export type Proof =
  /** No retention was found, in what the analysis reads. */
  | { readonly verdict: 'none-found' }
  | { readonly verdict: 'violating'; readonly rows: readonly PolicyRow[] }
  | { readonly verdict: 'unproven'; readonly doubts: readonly Doubt[] };

export interface ProofOptions {
  /** Does it count that parts of the input are out of view? */
  readonly inputs: boolean;
}

/** What a user says and brings along, not what is asked of OpenAI. */
const INPUT = /^(?:images|input|messages)\[|^mask\.|\bvoice\.id$/;

/** Of a request that only its names say is OpenAI's. */
const NOT_IN_VIEW =
  'where it comes from is not in view, and only the names that are called say that it is OpenAI’s';

/** Of a client to which a base URL may be given, or none. */
const OPTIONAL_HOST = 'an option that may be left out, and then it is OpenAI’s';

/**
 * Does a request keep nothing beyond what the control allows? Every parameter of which the policy speaks has to be read in
 * every alternative, and the host and the tools have to be known.
 */
export function proofOf(request: ApiRequest, judge: Judge, options: ProofOptions): Proof {
  const operations = request.operations.filter(({ effect }) => effect !== 'removes' && effect !== 'local');
  const isAddressed = operations.some(({ method, path }) => !isUnaddressed(method, path));
  const { host } = request.client;
  if (isAddressed && host.class === 'unknown') return unproven([hostDoubt(host.node)]);
  if (!isAddressed || !isJudged(request.client)) return { verdict: 'none-found' };
  if (request.evidence === 'likely') return unproven([{ about: 'client', lostAt: NOT_IN_VIEW }]);
  const rows = brokenRows(request, judge);
  if (rows.length > 0) return { verdict: 'violating', rows };
  if (host.isByDefault) return unproven([{ about: 'host', lostAt: OPTIONAL_HOST }]);
  return unproven([
    ...operations.flatMap((operation) => endpointDoubts(operation, judge)),
    ...parameterDoubts(request, judge, options),
    ...toolDoubts(request),
    ...modelDoubts(request, judge),
  ]);
}

function unproven(doubts: readonly Doubt[]): Proof {
  return doubts.length === 0 ? { verdict: 'none-found' } : { verdict: 'unproven', doubts };
}

function hostDoubt(node: Node | undefined): Doubt {
  return { about: 'host', lostAt: node?.type === 'Property' ? node.value : (node ?? 'a place out of view') };
}

/** Rules that own rows of a kind: only these have to be asked about it. */
function ownersOf(kind: PolicyRow['kind']): readonly RuleName[] {
  return ruleNames.filter((rule) => rowsOwnedBy(rule).some((row) => row.kind === kind));
}

const OF_ENDPOINTS = ownersOf('endpoint');
const OF_PARAMETERS = ownersOf('parameter');
const OF_TOOLS = ownersOf('tool');
const OF_MODELS = ownersOf('model');

/** The rows that a request surely breaks on some way through the code, each once. */
function brokenRows(request: ApiRequest, judge: Judge): readonly PolicyRow[] {
  const rows = new Set<PolicyRow>([
    ...OF_ENDPOINTS.flatMap((rule) => judge.endpoint(request, rule)?.row ?? []),
    ...OF_PARAMETERS.flatMap((rule) => [
      ...judge.writtenParameters(request, rule).map(({ row }) => row),
      ...judge
        .parameterRows(request, rule, 'omitted')
        .filter((row) => request.body.readDeep(row.parameter).some(({ kind }) => kind === 'absent')),
    ]),
    ...OF_TOOLS.flatMap((rule) => judge.tools(request, rule).map(({ row }) => row)),
    ...OF_MODELS.flatMap((rule) => judge.models(request, rule).map(({ row }) => row)),
  ]);
  return [...rows];
}

/** Endpoints of which nothing is known, and rows that are only inference: no rule reports them, nothing is proven there. */
function endpointDoubts({ method, path }: WireOperation, judge: Judge): readonly Doubt[] {
  const row = endpointRow(method, path);
  if (!row && !isUnaddressed(method, path)) return [unknownEndpoint(method, path)];
  if (!row || judge.isReportable(row) || ['eligible', 'unaddressed'].includes(judge.verdict(row))) return [];
  const { keeps, asOf } = judge.data(row);
  return [{ about: endpointName({ method, path }), lostAt: withoutStop(keeps), asOf }];
}

function unknownEndpoint(method: string, path: string): Doubt {
  if (isUnread(path)) return { about: 'path', lostAt: 'which endpoint it is cannot be read here' };
  return {
    about: endpointName({ method, path }),
    lostAt: 'nothing that was read says what this endpoint keeps',
    asOf: policyAsOf().newest,
  };
}

function parameterDoubts(request: ApiRequest, judge: Judge, { inputs }: ProofOptions): readonly Doubt[] {
  const rows = OF_PARAMETERS.flatMap((rule) => [
    ...judge.parameterRows(request, rule, 'written'),
    ...judge.parameterRows(request, rule, 'omitted'),
  ]);
  return rows
    .filter(({ parameter }) => inputs || !INPUT.test(parameter))
    .flatMap((row) => [
      ...request.body.readDeep(row.parameter).flatMap((alternative) => noSwitch(alternative, row)),
      ...request.body
        .readDeep(row.parameter)
        .filter((alternative) => isUndecided(alternative, row) && !isText(alternative, request))
        .flatMap(({ node }) =>
          node && !isMadeBySdk(node, request) ? [{ about: nameOf(row), lostAt: node }] : [],
        ),
    ]);
}

/** A switch that is there with something else than true or false: what `store: null` means is written nowhere. */
function noSwitch(alternative: Alternative, row: ParameterRow): readonly Doubt[] {
  if (row.when !== 'omitted' || alternative.kind !== 'set' || alternative.value.kind !== 'constant')
    return [];
  const { value } = alternative.value;
  if (typeof value === 'boolean') return [];
  return [{ about: nameOf(row), lostAt: `\`${String(value)}\` is neither true nor false`, asOf: row.asOf }];
}

/** Could it be what the row speaks of, and could it be something else? */
function isUndecided(alternative: Alternative, { values, when }: ParameterRow): boolean {
  if (when === 'omitted') return alternative.kind === 'unknown' && alternative.written === undefined;
  return isLost(alternative, values);
}

/** `tools` for `tools[*].container.file_ids`: a list is named as a whole. */
function nameOf({ parameter }: ParameterRow): string {
  return parameter.replace(/\[.*$/, '');
}

/** A variable that is declared to be text holds no list. */
function isText({ kind, node }: Alternative, { frame }: ApiRequest): boolean {
  if (kind !== 'unknown' || node.type !== 'Identifier') return false;
  const name = frame.unit.variable(node)?.defs[0]?.name as Node | undefined;
  return name !== undefined && annotationOf(name)?.type === 'TSStringKeyword';
}

/** Tools whose kind cannot be read, or of which what decides cannot be read. */
function toolDoubts(request: ApiRequest): readonly Doubt[] {
  if (!runsTools(request)) return [];
  const lost = toolHoldersOf(request).flatMap(({ view, list }) => [
    ...view.readDeep(`${list.join('.')}[*].type`).flatMap(lostType),
    ...view.elements(...list).flatMap(({ view: tool }) => lostInTool(tool)),
  ]);
  return lost
    .filter((lostAt) => typeof lostAt === 'string' || !isMadeBySdk(lostAt, request))
    .map((lostAt) => ({
      about: 'tools',
      lostAt,
      ...(typeof lostAt === 'string' ? { asOf: policyAsOf().newest } : {}),
    }));
}

function lostType(type: Alternative): readonly Doubt['lostAt'][] {
  if (type.kind === 'absent') return [];
  if (type.kind === 'unknown' || type.value.kind !== 'constant') return [type.node];
  const name = String(type.value.value);
  return toolRows(name).length > 0 ? [] : [`the policy knows no tool \`${name}\``];
}

/** What a row asks of a tool, where it cannot be read. */
function lostInTool(tool: OptionsView): readonly Node[] {
  const types = tool.read('type').flatMap((type) => (type.kind === 'set' ? [type.value] : []));
  const rows = types.flatMap((type) => (type.kind === 'constant' ? toolRows(String(type.value)) : []));
  return rows.flatMap(({ having }) => {
    const reading = having ? tool.readDeep(having.path) : [];
    return reading.flatMap((part) => (isLost(part, having?.values) ? [part.node!] : []));
  });
}

/** Where only some values count, a value that is no constant could be one of them. */
function isLost(reading: Alternative, values: readonly unknown[] | undefined): boolean {
  return (
    reading.kind === 'unknown' ||
    (reading.kind === 'set' && values !== undefined && reading.value.kind !== 'constant')
  );
}

/** `zodFunction({ … })`: helpers of the SDK make function tools. */
function isMadeBySdk(node: Node, { frame }: ApiRequest): boolean {
  const call = unwrap(node);
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : null;
  const variable = callee?.type === 'Identifier' ? frame.unit.variable(callee) : undefined;
  const declaration = (variable?.defs[0]?.node as Node | undefined)?.parent;
  return declaration?.type === 'ImportDeclaration' && /^openai\/helpers\//.test(declaration.source.value);
}

/** Where ZDR covers only some models, the model has to be one of them: of the request, of a tool that makes images. */
function modelDoubts(request: ApiRequest, judge: Judge): readonly Doubt[] {
  if (judge.settings.control !== 'zdr') return [];
  const isListOnly = request.operations.some(
    ({ method, path }) => endpointRow(method, path)?.onlyListedModels === true,
  );
  const views = [...(isListOnly ? [request.body] : []), ...toolsWithListedModels(request)];
  return views.flatMap((view) => view.read('model')).flatMap((model) => unlistedModel(model, judge));
}

function toolsWithListedModels(request: ApiRequest): readonly OptionsView[] {
  if (!runsTools(request)) return [];
  const tools = toolHoldersOf(request).flatMap(({ view, list }) => view.elements(...list));
  return tools
    .map(({ view }) => view)
    .filter((tool) =>
      constantTypes(tool).some((type) => toolRows(type).some(({ onlyListedModels }) => onlyListedModels)),
    );
}

function constantTypes(tool: OptionsView): readonly string[] {
  return tool
    .read('type')
    .flatMap((type) =>
      type.kind === 'set' && type.value.kind === 'constant' ? [String(type.value.value)] : [],
    );
}

function unlistedModel(model: Alternative, judge: Judge): readonly Doubt[] {
  const asOf = policyAsOf().newest;
  if (model.kind === 'absent')
    return [{ about: 'model', lostAt: 'it is left out, so OpenAI chooses one, listed for ZDR or not', asOf }];
  if (model.kind === 'unknown' || model.value.kind !== 'constant')
    return [{ about: 'model', lostAt: model.node }];
  const name = String(model.value.value);
  const row = modelRow(name);
  if (row && judge.verdict(row) !== 'unaddressed') return [];
  const about = row ? judge.data(row) : null;
  return [
    {
      about: 'model',
      lostAt: about
        ? `\`${name}\`: ${withoutStop(about.keeps)}`
        : `\`${name}\` is not on the list of image models that ZDR covers`,
      asOf: about?.asOf ?? asOf,
    },
  ];
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
