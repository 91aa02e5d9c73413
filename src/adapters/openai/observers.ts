import { bestOf, isThrough, saysKeys, saysOfRequest, type Said } from '../../facts/content-controls.js';
import type { ApiRequest, Client, ThirdParty } from '../../facts/facts.js';
import { thirdPartyNamed, type ThirdPartyRow } from '../../policy/index.js';
import type { ContentSwitch } from '../../policy/third-parties.js';
import { packageVersions } from '../../versions/installed.js';
import { holdsFor } from '../../versions/range.js';
import { unwrap, type CallLike, type Node } from '../../dataflow/syntax/nodes.js';
import { calledName } from '../../dataflow/syntax/names.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';
import type { CallContext, AccessPath, AccessStep } from '../../dataflow/model/abstract-value.js';
import { importedFrom, lastName } from '../shared/call-facts.js';
import { environmentWritesIn } from '../shared/environment.js';
import { optionsView, type FileView } from '../shared/file-view.js';
import { isFactoryModule, OBSERVING_NAMES, type Factory } from './factories.js';
import type { ApiGraph } from './api-graph.js';
import { rootContext } from '../../dataflow/model/call-context.js';

/** Something in the file that shows a third party what is sent. */
interface Observer {
  readonly factory: Factory;
  readonly step: Extract<AccessStep, { kind: 'call' | 'new' }>;
  readonly specifier: string;
  /** What it hands back. */
  readonly client: Client | null;
}

/** Paths of which what is sent ends in such a third party's records. */
const SHOWN = /^\/(?:chat\/completions|completions|responses|embeddings|audio\/transcriptions)$/;

/** Those who see content through the wrappers and instrumentations of a file. */
export function thirdPartiesIn(
  view: FileView,
  things: ApiGraph,
  requests: readonly ApiRequest[],
): readonly ThirdParty[] {
  return [...observersIn(view, things)].flatMap((observer) => {
    const row = thirdPartyNamed(observer.factory.party ?? '');
    if (!row || row.confidence === 'low' || !keepsContent(row, observer, view)) return [];
    if (isSaid(saysOf(row.removes, observer, view))) return [];
    return placesOf(row, observer, requests).map((node) => ({ ...row, node }));
  });
}

/** Where to report: the calls that lack a switch of theirs; the wrapper itself where no call decides. */
function placesOf(row: ThirdPartyRow, observer: Observer, requests: readonly ApiRequest[]): readonly Node[] {
  const whole = [nameOf(observer.step.site)];
  const ofCalls = row.removes.filter(({ in: place }) => place === 'body');
  const { client } = observer;
  if (!client || ofCalls.length === 0) return whole;
  const shown = requests.filter(
    (request) => isThrough(request.client, client) && request.operations.some(({ path }) => SHOWN.test(path)),
  );
  const said = shown.map((request) => bestOf(ofCalls.map((one) => saysOfRequest(one, request))));
  const lacking = shown.filter((_request, i) => said[i] === 'no');
  if (lacking.length > 0) return lacking.map(({ anchor }) => anchor);
  return shown.length > 0 && said.every(isSaid) ? [] : whole;
}

/** `wrapOpenAI` in `wrapOpenAI(client)`, the class in `new OpenAI(…)` and in `extends OpenAI`. */
function nameOf(site: Node): Node {
  if (site.type === 'ClassDeclaration' || site.type === 'ClassExpression') return site.superClass ?? site;
  if (site.type !== 'CallExpression' && site.type !== 'NewExpression') return site;
  return lastName(unwrap(site.callee));
}

function isSaid(said: Said): boolean {
  return said === 'yes' || said === 'open';
}

/** Does the package keep content, in every version that may run or because it is told to? */
function keepsContent(row: ThirdPartyRow, observer: Observer, view: FileView): boolean {
  if (row.byDefault === true) return true;
  if (saysOf(row.asks ?? [], observer, view) === 'yes') return true;
  if (row.byDefault === false) return false;
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(observer.specifier)![0];
  const versions = packageVersions(name, view.file, view.settings.versions);
  return (
    versions === null ||
    holdsFor(versions, [
      [row.byDefault.fromMajor, 0, 0],
      [Infinity, 0, 0],
    ]) === 'all'
  );
}

function saysOf(switches: readonly ContentSwitch[], observer: Observer, view: FileView): Said {
  return bestOf(switches.map((one) => saysSwitch(one, observer, view)));
}

function saysSwitch(one: ContentSwitch, { step }: Observer, view: FileView): Said {
  switch (one.in) {
    case 'options':
      return one.instance
        ? saysInstance(one, one.instance, step, view)
        : saysArgument(step, one.at, one.keys, view);
    case 'environment':
      return saysEnvironment(one.keys, view);
    case 'call':
      return bestOf(
        callsOf(one.name, one.module, view).map((call) => saysArgument(call, one.at, one.keys, view)),
      );
    default:
      return 'no';
  }
}

type Given = Pick<Observer['step'], 'args' | 'frame'>;

function saysArgument({ args, frame }: Given, at: number, keys: ContentSwitch['keys'], view: FileView): Said {
  if (args.slice(0, at + 1).some(({ type }) => type === 'SpreadElement')) return 'hidden';
  const argument = args[at];
  if (!argument) return 'no';
  if (Object.keys(keys).length === 0) return isNothing(argument, frame, view) ? 'no' : 'yes';
  return saysKeys(viewOf(argument, frame, view), keys);
}

/** `setMaskingFunction(null)` takes the function away. */
function isNothing(node: Node, frame: CallContext, { tracker }: FileView): boolean {
  return tracker.values(node, frame).some((value) => value.kind === 'constant');
}

/** `{ client: new Client({ hideInputs: true }) }` */
function saysInstance(
  { at, keys }: Extract<ContentSwitch, { in: 'options' }>,
  instance: { readonly key: string; readonly at: number },
  { args, frame }: Given,
  view: FileView,
): Said {
  const options = args[at];
  if (!options || options.type === 'SpreadElement') return 'no';
  const reading = view.reader.read(view.reader.bags(options, frame), instance.key);
  const said = reading.map((alternative): Said => {
    if (alternative.kind === 'absent') return 'no';
    const step =
      alternative.kind === 'set' && alternative.value.kind === 'path' ? alternative.value.step : null;
    if (step?.kind !== 'new' && step?.kind !== 'call') return 'hidden';
    return saysArgument(step, instance.at, keys, view);
  });
  return said.length > 0 && said.every((one) => one === 'yes')
    ? 'yes'
    : bestOf(said.filter((one) => one !== 'yes'));
}

/** What the settings promise, or what the file or a module that runs before it writes by itself. */
function saysEnvironment(keys: ContentSwitch['keys'], view: FileView): Said {
  const writes = [...view.setup(), view.unit].flatMap((unit) => environmentWritesIn(unit));
  const written = new Map(writes.map(({ name, value }) => [name, value]));
  const isSet = ([name, wanted]: readonly [string, unknown]) =>
    (written.get(name) ?? view.settings.env[name]) === wanted;
  return Object.entries(keys).every(isSet) ? 'yes' : 'no';
}

/** Calls and `new` of something that a package exports under a name, in the file and in the modules that run before it. */
function callsOf(name: string, module: RegExp, view: FileView): readonly Given[] {
  return [view.unit, ...view.setup()].flatMap((unit) => callsIn(unit, name, module, view));
}

function callsIn(unit: SourceModule, name: string, module: RegExp, { tracker }: FileView): readonly Given[] {
  return unit.calls.flatMap((call) => {
    if (!module.test(importedFrom(call.callee, unit) ?? '') && calledName(unwrap(call.callee)) !== name)
      return [];
    const isOf = tracker
      .values(call.callee, rootContext(unit))
      .some(
        (value) =>
          value.kind === 'path' &&
          value.root.kind === 'module' &&
          module.test(value.root.specifier) &&
          value.step?.kind === 'member' &&
          value.step.name === name,
      );
    return isOf ? [{ args: call.arguments, frame: rootContext(unit) }] : [];
  });
}

function viewOf(node: Node, frame: CallContext, { reader }: FileView) {
  return optionsView(reader.bags(node, frame), reader);
}

/** Every wrapper and instrumentation that the file makes, once. */
function observersIn(view: FileView, things: ApiGraph): ReadonlySet<Observer> {
  const found = new Map<Node, Observer>();
  const add = (factory: Factory, step: AccessStep, root: AccessPath['root'], client: Client | null) => {
    if (factory.party === undefined || root.kind !== 'module') return;
    if ((step.kind === 'call' || step.kind === 'new') && !found.has(step.site)) {
      found.set(step.site, { factory, step, specifier: root.specifier, client });
    }
  };
  for (const call of view.unit.calls) {
    if (!mayObserve(call, view)) continue;
    for (const value of view.tracker.values(call, rootContext(view.unit))) {
      const thing = value.kind === 'path' ? things.of(value) : null;
      if (value.kind !== 'path') continue;
      if (thing?.kind === 'observer') add(thing.factory, thing.step, value.root, null);
    }
  }
  for (const [client, { factory, step, root }] of things.handedOut) add(factory, step, root, client);
  return new Set(found.values());
}

/** A cheap test, before anything is tracked. */
function mayObserve(call: CallLike, { unit }: FileView): boolean {
  const name = calledName(unwrap(call.callee));
  if (name !== undefined && OBSERVING_NAMES.has(name)) return true;
  return isFactoryModule(importedFrom(call.callee, unit) ?? '') || call.type === 'NewExpression';
}
