import type { Client } from '../../facts/facts.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type {
  CallContext,
  AccessPath,
  AccessStep,
  AbstractValue,
} from '../../dataflow/model/abstract-value.js';
import { isLocalSpecifier } from '../../dataflow/model/access-path.js';
import { hostOfUrl } from '../shared/hosts.js';
import { constructedClient, unseenClient } from './clients.js';
import { isFactoryModule, type Factory, type Made } from './factories.js';
import { subpathOf } from './packages.js';
import type { FileView } from '../shared/file-view.js';
import type { ApiNode } from './api-node.js';

/** The part of the API graph that factories ask. */
interface ClientGraph {
  readonly view: FileView;
  of(path: AccessPath): ApiNode | null;
}

type Given = Extract<Made, { from: 'argument' }>;

/** The client that a factory hands back; `null` where it is handed something else than an `openai` client. */
export function clientOfFactory(
  factory: Factory,
  step: AccessStep,
  path: AccessPath,
  things: ClientGraph,
): Client | null {
  const { made } = factory;
  const client =
    made.from === 'argument' ? givenClient(made, step, path, things) : ownClient(made, step, path, things);
  if (!client || !factory.bodyNames) return client;
  return { ...client, bodyNames: [...(client.bodyNames ?? []), ...factory.bodyNames] };
}

function ownClient(
  made: Exclude<Made, { from: 'argument' }>,
  step: AccessStep,
  path: AccessPath,
  { view }: ClientGraph,
): Client {
  if (made.from !== 'options') return unseenClient('OpenAI', path.node, view);
  const own = made.baseURL === undefined ? undefined : hostOfUrl(made.baseURL, view.settings);
  if (step.kind !== 'new' && step.kind !== 'call') {
    const unseen = unseenClient(made.like, path.node, view);
    return own ? { ...unseen, host: own } : unseen;
  }
  const given = { args: step.args.slice(made.at), frame: step.frame };
  return constructedClient(made.like, given, path.node, view, own, made.urlKeys);
}

/** The client that is wrapped: the same in all that matters, and yet another object. */
function givenClient(made: Given, step: AccessStep, path: AccessPath, things: ClientGraph): Client | null {
  if (step.kind !== 'call' && step.kind !== 'new') return null;
  const argument = step.args[made.at];
  if (!argument || argument.type === 'SpreadElement') return null;
  const values = valuesIn(made, argument, step.frame, things);
  for (const value of values) {
    const thing = value.kind === 'path' ? things.of(value) : null;
    if (thing?.kind === 'client') return { ...thing.client, parent: thing.client };
  }
  if (!values.some(mayBeClient)) return null;
  const unseen = unseenClient('OpenAI', path.node, things.view);
  // What is handed in under another name than a client of OpenAI's may be any vendor's.
  return made.key === undefined ? unseen : { ...unseen, host: { class: 'unknown', node: argument } };
}

function valuesIn(
  { key }: Given,
  argument: Node,
  frame: CallContext,
  { view }: ClientGraph,
): readonly AbstractValue[] {
  if (key === undefined) return view.tracker.values(argument, frame);
  return view.reader.read(view.reader.bags(argument, frame), key).flatMap((alternative): AbstractValue[] => {
    if (alternative.kind === 'set') return [alternative.value];
    if (alternative.kind === 'unknown')
      return [{ kind: 'unknown', reason: alternative.reason, node: alternative.node }];
    return [];
  });
}

/** May a value that is made out of view be a client? Something of a package that is known for other things is none. */
function mayBeClient(value: AbstractValue): boolean {
  if (value.kind === 'unknown') return true;
  if (value.kind !== 'path' || value.root.kind !== 'module') return false;
  const { specifier } = value.root;
  return isLocalSpecifier(specifier) && subpathOf(specifier) === null && !isFactoryModule(specifier);
}
