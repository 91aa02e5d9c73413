import type { Host } from '../../facts/facts.js';
import { unwrap, type CallLike } from '../../dataflow/syntax/nodes.js';
import { calledName } from '../../dataflow/syntax/names.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';
import { importedFrom } from '../shared/call-facts.js';
import { hostOfClient } from './client-host.js';
import { OWN_HOST } from './client-host.js';
import { type Api } from './client-host.js';
import { agentsPackage } from './packages.js';
import { argumentBags, asMade, type Made, type ApiGraph } from './api-graph.js';
import { rootContext } from '../../dataflow/model/call-context.js';

/** Functions of the SDK that decide something for the whole process. */
const GLOBAL = new Set([
  'addTraceProcessor',
  'setDefaultModelProvider',
  'setDefaultOpenAIClient',
  'setOpenAIAPI',
  'setOpenAIResponsesTransport',
  'setTraceProcessors',
  'setTracingDisabled',
  'setTracingExportApiKey',
]);

/** Words of modules that are looked into for such calls. */
const MAY_DECIDE = /tracing|agents/i;

/** Modules are followed to modules that they import this far. */
const MAX_DEPTH = 3;
const MAX_MODULES = 40;

export interface GlobalCall {
  readonly name: string;
  readonly made: Made;
}

/**
 * What is decided for the whole process by the file, by the modules that it imports, and by those that the settings name
 * as running first.
 */
export class Process {
  readonly #calls: readonly GlobalCall[];
  /** The modules, the file itself first. */
  readonly units: readonly SourceModule[];

  constructor(readonly things: ApiGraph) {
    this.units = [...importedUnits(things), ...things.view.setup()];
    this.#calls = this.units.flatMap((unit) => globalCallsIn(unit, things));
  }

  calls(name: string): readonly Made[] {
    return this.#calls.filter((call) => call.name === name).map(({ made }) => made);
  }

  /** Where requests of agents go that name no client of their own. */
  defaultHost(): Host {
    const { view } = this.things;
    const [client] = this.calls('setDefaultOpenAIClient');
    if (client) return hostOfClient(client.args[0], client.frame, view, client.node);
    const [provider] = this.calls('setDefaultModelProvider');
    return provider ? { class: 'unknown', node: provider.node } : OWN_HOST;
  }

  defaultApi(): Api {
    return this.#text('setOpenAIAPI') === 'chat_completions' ? 'chat' : 'responses';
  }

  transport(): 'http' | 'websocket' {
    return this.#text('setOpenAIResponsesTransport') === 'websocket' ? 'websocket' : 'http';
  }

  #text(name: string): unknown {
    for (const { args, frame } of this.calls(name)) {
      const [value] = args[0] ? this.things.view.tracker.values(args[0], frame) : [];
      if (value?.kind === 'constant') return value.value;
    }
    return undefined;
  }

  /** Objects that are handed to the constructor of an exported class, in the file itself. */
  constructed(name: string) {
    const { view } = this.things;
    return view.unit.calls.flatMap((call) => {
      if (call.type !== 'NewExpression') return [];
      return this.things.at(call, rootContext(view.unit)).flatMap((thing) => {
        if (thing.kind !== 'made' || thing.name !== name || thing.made.node !== call) return [];
        return [{ made: thing.made, options: argumentBags(thing.made, 0, view) }];
      });
    });
  }
}

/** The file and the modules of the project that it imports, as far as they may decide something. */
function importedUnits({ view }: ApiGraph): readonly SourceModule[] {
  const found = new Set<SourceModule>([view.unit]);
  let layer: readonly SourceModule[] = [view.unit];
  for (let depth = 0; depth < MAX_DEPTH && layer.length > 0; depth++) {
    const next: SourceModule[] = [];
    for (const unit of layer) {
      for (const specifier of importedBy(unit)) {
        const isWorthIt = MAY_DECIDE.test(specifier) || view.mentions(specifier, MAY_DECIDE);
        const module = isWorthIt ? view.tracker.resolveModule(specifier, unit) : null;
        if (!module || found.has(module) || found.size >= MAX_MODULES) continue;
        found.add(module);
        next.push(module);
      }
    }
    layer = next;
  }
  return [...found];
}

/** The modules that a file imports. */
export function importedBy({ source }: SourceModule): readonly string[] {
  return source.ast.body.flatMap((statement) => {
    const isImport =
      statement.type === 'ImportDeclaration' ||
      statement.type === 'ExportAllDeclaration' ||
      statement.type === 'ExportNamedDeclaration';
    return isImport && statement.source ? [statement.source.value] : [];
  });
}

function globalCallsIn(unit: SourceModule, things: ApiGraph): readonly GlobalCall[] {
  return unit.calls.flatMap((call) => {
    if (call.type === 'NewExpression' || !mayBeOfSdk(call, unit, GLOBAL)) return [];
    return things.at(call.callee, rootContext(unit)).flatMap((thing) => {
      if (thing.kind !== 'export' || !GLOBAL.has(thing.name)) return [];
      return [{ name: thing.name, made: asMade(call, rootContext(unit)) }];
    });
  });
}

/** A cheap test before anything is tracked: may a call be one of these functions of the SDK's? */
export function mayBeOfSdk(call: CallLike, unit: SourceModule, names: ReadonlySet<string>): boolean {
  const callee = unwrap(call.callee);
  const specifier = importedFrom(callee, unit);
  if (specifier !== undefined && agentsPackage(specifier)) return true;
  if (callee.type === 'MemberExpression') {
    const name = calledName(callee);
    return callee.computed || (name !== undefined && names.has(name));
  }
  if (callee.type !== 'Identifier') return callee.type === 'Super' || callee.type === 'ConditionalExpression';
  const variable = unit.variable(callee);
  return variable !== undefined && !variable.defs.every((def) => def.type === ('FunctionName' as string));
}
