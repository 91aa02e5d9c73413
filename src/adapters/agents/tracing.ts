import type { TSESTree } from '@typescript-eslint/utils';
import type { EnvironmentWrite, FeatureUse } from '../../facts/facts.js';
import {
  enclosingFunction,
  isTypeOnly,
  start,
  unwrap,
  type CallLike,
  type Node,
} from '../../dataflow/syntax/nodes.js';
import type { Alternative } from '../../dataflow/model/object-state.js';
import type { CallContext } from '../../dataflow/model/abstract-value.js';
import { elementsIn } from '../../dataflow/evaluate/list-elements.js';
import type { DataflowEvaluator } from '../../dataflow/evaluate/evaluator.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';
import { lastName } from '../shared/call-facts.js';
import { environmentWritesIn } from '../shared/environment.js';
import { agentsPackage } from './packages.js';
import type { Process } from './process.js';
import type { Run } from './requests.js';
import { argumentBags, type Made } from './api-graph.js';
import { rootContext } from '../../dataflow/model/call-context.js';

const VARIABLE = 'OPENAI_AGENTS_DISABLE_TRACING';

/** The values that the SDK takes for yes and no; whatever else stands there changes nothing. */
const YES = new Set(['1', 'true']);
const NO = new Set(['0', 'false', '']);

/** What a run says of tracing. */
export function runFeatures({ node, options }: Run, process: Process): readonly FeatureUse[] {
  if (switchOf(process) !== 'none') return [];
  const callee = lastName(unwrap(node.callee));
  return process.things.view.reader.read(options, 'tracingDisabled').flatMap((written) => {
    if (written.kind !== 'set' || isConstant(written, false)) return [];
    const use = { near: callee, node: written.node, client: null, name: 'tracingDisabled' };
    return [{ ...use, row: 'feature:agents-run-tracing-disabled', removable: written.node }];
  });
}

/** What the file as a whole says of tracing. */
export function tracingFeatures(process: Process): readonly FeatureUse[] {
  const { view } = process.things;
  const exported = exportsIn(process).slice(0, 1);
  const inForce = switchOf(process);
  const writes = environmentWritesIn(view.unit).filter(({ name }) => name === VARIABLE);
  if (inForce !== 'none') return [...exported, ...withoutMeaning(writes)];
  return [
    ...exported,
    ...withoutMeaning(writes),
    ...tooLate(writes, view.unit),
    ...withoutContent(process),
    ...(exported.length === 0 ? unswitched(process) : []),
  ];
}

/** What asks for the export to OpenAI in the file itself, where no own processors take its place. */
function exportsIn(process: Process): readonly FeatureUse[] {
  if (isReplaced(process)) return [];
  const { unit } = process.things.view;
  const isHere = ({ node }: Made) => unit.calls.includes(node as CallLike);
  const enabled = (made: Made) => isCalledWith(made, false, process);
  const unlessOff = switchOf(process) === 'none';
  const asking: readonly (readonly [name: string, isAsking: (made: Made) => boolean])[] = [
    ['setTracingDisabled', enabled],
    ['setTracingExportApiKey', () => unlessOff],
    ['setTraceProcessors', (made) => unlessOff && isOwnExport(made, process)],
    ['addTraceProcessor', (made) => unlessOff && isOwnExport(made, process)],
  ];
  return asking.flatMap(([name, isAsking]) =>
    process
      .calls(name)
      .filter((made) => isHere(made) && isAsking(made))
      .map(({ node }) => use('feature:agents-tracing', node, name)),
  );
}

/** Do own trace processors take the place of the SDK's, and does nothing put that one back? */
function isReplaced(process: Process): boolean {
  const set = process.calls('setTraceProcessors');
  const given = [...set, ...process.calls('addTraceProcessor')];
  return set.length > 0 && !given.some((made) => isOwnExport(made, process));
}

/** Functions and classes of the SDK that send traces to OpenAI. */
const OWN_EXPORT = new Set(['OpenAITracingExporter', 'defaultExporter', 'defaultProcessor']);

/** Processors that hand traces to the exporter that they are made with. */
const PROCESSORS = new Set(['BatchTraceProcessor', 'SimpleTraceProcessor']);

/** Does a call hand over a processor that sends to OpenAI: `defaultProcessor()`, one made of the SDK's own exporter? */
function isOwnExport({ args: [arg], frame }: Made, { things }: Process): boolean {
  if (!arg || arg.type === 'SpreadElement') return false;
  const { tracker } = things.view;
  const seen = new Set<Node>();
  const isOwn = (node: Node, at: CallContext): boolean => {
    // A processor may be made of itself: `it = new BatchTraceProcessor(it)`.
    if (seen.has(node)) return false;
    seen.add(node);
    return things.at(node, at).some((thing) => {
      if (thing.kind !== 'made') return false;
      if (!PROCESSORS.has(thing.name)) return OWN_EXPORT.has(thing.name);
      const [exporter] = thing.made.args;
      return exporter !== undefined && isOwn(exporter, thing.made.frame);
    });
  };
  return (
    isOwn(arg, frame) ||
    elementsIn(arg, frame, tracker).elements.some((element) => isOwn(element.node, element.frame))
  );
}

function use(row: string, node: Node, name: string): FeatureUse {
  const call = unwrap(node);
  const isCall = call.type === 'CallExpression' || call.type === 'NewExpression';
  const place = isCall ? lastName(unwrap(call.callee)) : node;
  return { row, node: place, near: place, client: null, name };
}

type Switch =
  /** Tracing is off. */
  | 'off'
  /** Something decides it that cannot be read. */
  | 'maybe'
  /** No switch is in view that works. */
  | 'none';

/** Is a switch in view that stops the export of every run? */
export function switchOf(process: Process): Switch {
  const { settings } = process.things.view;
  if (YES.has(settings.env[VARIABLE] ?? '') || settings.env.NODE_ENV === 'test') return 'off';
  if (isReplaced(process)) return 'off';
  const disabled = process.calls('setTracingDisabled');
  if (disabled.some((made) => isCalledWith(made, true, process))) return 'off';
  if (process.units.some((unit) => isSetInTime(unit, process))) return 'off';
  return disabled.some((made) => !isCalledWith(made, false, process)) ? 'maybe' : 'none';
}

function isCalledWith({ args, frame }: Made, value: boolean, { things }: Process): boolean {
  const [arg] = args;
  if (!arg || arg.type === 'SpreadElement') return false;
  return things.view.tracker
    .values(arg, frame)
    .every((found) => found.kind === 'constant' && found.value === value);
}

/** Does a module set the variable before the SDK is imported? */
function isSetInTime(unit: SourceModule, { things }: Process): boolean {
  const { view } = things;
  const isFirst =
    view.setup().includes(unit) || unit === view.unit || isImportedBeforeSdk(unit, view.unit, view.tracker);
  return (
    isFirst &&
    environmentWritesIn(unit).some(
      (write) =>
        write.name === VARIABLE &&
        (write.value === undefined || YES.has(write.value)) &&
        !isAfterImport(write.node, unit),
    )
  );
}

function isImportedBeforeSdk(
  unit: SourceModule,
  importer: SourceModule,
  tracker: DataflowEvaluator,
): boolean {
  const imports = importer.source.ast.body.filter((statement) => statement.type === 'ImportDeclaration');
  const sdk = imports.findIndex(isOfSdk);
  const own = imports.findIndex(({ source }) => tracker.resolveModule(source.value, importer) === unit);
  return own >= 0 && (sdk < 0 || own < sdk);
}

/** An import of values of the SDK; types leave nothing behind. */
function isOfSdk(statement: TSESTree.ImportDeclaration): boolean {
  return agentsPackage(statement.source.value) !== null && !isTypeOnly(statement);
}

/** Imports are hoisted: whatever a file does comes after them. `require()` and `import()` run where they stand. */
function isAfterImport(node: Node, unit: SourceModule): boolean {
  const { body } = unit.source.ast;
  if (body.some((statement) => statement.type === 'ImportDeclaration' && isOfSdk(statement))) return true;
  return unit.calls.some((call) => {
    const [arg] = call.arguments;
    const isRequire =
      call.callee.type === 'Identifier' &&
      call.callee.name === 'require' &&
      arg?.type === 'Literal' &&
      agentsPackage(String(arg.value)) !== null;
    return isRequire && start(call) < start(node) && !enclosingFunction(call);
  });
}

/** `process.env.OPENAI_AGENTS_DISABLE_TRACING = 'yes'` */
function withoutMeaning(writes: readonly EnvironmentWrite[]): readonly FeatureUse[] {
  return writes
    .filter(({ value }) => value !== undefined && !YES.has(value) && !NO.has(value))
    .map(({ node }) => use('feature:agents-env-value', node, VARIABLE));
}

function tooLate(writes: readonly EnvironmentWrite[], unit: SourceModule): readonly FeatureUse[] {
  return writes
    .filter(({ node, value }) => (value === undefined || YES.has(value)) && isAfterImport(node, unit))
    .map(({ node }) => use('feature:agents-env-too-late', node, VARIABLE));
}

/** `new Runner({ traceIncludeSensitiveData: false })` without a switch beside it. */
function withoutContent(process: Process): readonly FeatureUse[] {
  const { reader } = process.things.view;
  return process.constructed('Runner').flatMap(({ options }) => {
    const isOn = reader.read(options, 'tracingDisabled').every((found) => isAbsentOrFalse(found));
    if (!isOn) return [];
    return reader
      .read(options, 'traceIncludeSensitiveData')
      .flatMap((found) =>
        found.kind === 'set' && isConstant(found, false)
          ? [use('feature:agents-dont-log', found.node, 'traceIncludeSensitiveData')]
          : [],
      );
  });
}

/** Agents are run, and nothing in view switches their traces off: said once, at the first run. */
function unswitched(process: Process): readonly FeatureUse[] {
  const { things } = process;
  const { unit } = things.view;
  for (const call of unit.calls) {
    if (call.type !== 'CallExpression') continue;
    const isTraced = things.at(call.callee, rootContext(unit)).some((thing) => {
      if (thing.kind === 'export') return thing.name === 'run' && thing.package === 'main';
      if (thing.kind !== 'method' || thing.name !== 'run' || thing.of.kind !== 'made') return false;
      const { name, made, package: from } = thing.of;
      return name === 'Runner' && from === 'main' && isTracedBy(made, process);
    });
    if (isTraced) return [{ ...use('feature:agents-tracing', call, 'run'), isAssumed: true }];
  }
  return [];
}

function isTracedBy(runner: Made, { things }: Process): boolean {
  const { reader } = things.view;
  const options = argumentBags(runner, 0, things.view);
  return reader.read(options, 'tracingDisabled').every((found) => isAbsentOrFalse(found));
}

function isAbsentOrFalse(found: Alternative): boolean {
  return found.kind === 'absent' || isConstant(found, false);
}

function isConstant(found: Alternative, value: boolean): boolean {
  return found.kind === 'set' && found.value.kind === 'constant' && found.value.value === value;
}
