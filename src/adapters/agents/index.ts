import type { ApiRequest, Facts } from '../../facts/facts.js';
import { unwrap, thisHolder, isClass, type CallLike, type Node } from '../../dataflow/syntax/nodes.js';
import type { CallContext } from '../../dataflow/model/abstract-value.js';
import { superInstances } from '../../dataflow/evaluate/members.js';
import type { Adapter } from '../shared/adapter.js';
import { factsAtCalls, mergedFacts, PASSES_ON } from '../shared/call-facts.js';
import type { FileView } from '../shared/file-view.js';
import { mockedModules } from '../shared/mocks.js';
import { ineffectiveSettings } from './ineffective.js';
import { agentsPackage } from './packages.js';
import { importedBy, mayBeOfSdk, Process } from './process.js';
import { definitionRequest, runRequest, type Run } from './requests.js';
import { realtimeFeatures } from './realtime.js';
import { sessionFeatures } from './sessions.js';
import { argumentBags, asMade, ApiGraph, type Agent, type ApiNode } from './api-graph.js';
import { runFeatures, tracingFeatures } from './tracing.js';

/** Last names of callees that matter, besides those that are imported from the SDK. */
const METHODS = new Set([
  'Agent',
  'OpenAIConversationsSession',
  'OpenAIResponsesCompactionSession',
  'RealtimeSession',
  'clone',
  'create',
  'run',
  'setTracingDisabled',
  'startOpenAIConversationsSession',
]);

/** The Agents SDK of OpenAI, for text and for voice. */
export const agents: Adapter = {
  library: 'OpenAI Agents SDK',
  owns: (specifier) => agentsPackage(specifier) !== null,
  // `agent.clone({ modelSettings })` of an agent from another module.
  words: /\bmodelSettings\b/,
  sends: /\b(?:Agent|Runner|RealtimeSession)\b/,
  docs: {
    packages: ['@openai/agents 0.20 (-core, -openai, -realtime)', '@openai/agents-extensions 0.18 (aisdk)'],
    run: ['@openai/agents 0.20', '@openai/agents-extensions 0.18'],
    entries: [
      {
        code: 'new Agent({ … }), Agent.create({ … }), agent.clone({ … })',
        endpoint: 'POST /v1/responses',
        unwritten: 'stored',
      },
      {
        code: "new Agent({ … }) after setOpenAIAPI('chat_completions')",
        endpoint: 'POST /v1/chat/completions',
        unwritten: 'sources disagree',
      },
      { code: 'run(agent, …), runner.run(agent, …)', endpoint: 'POST /v1/traces/ingest', unwritten: 'sent' },
      { code: 'new RealtimeSession(agent)', endpoint: '/v1/realtime', unwritten: "tracing: 'auto'" },
      {
        code: 'new OpenAIConversationsSession()',
        endpoint: 'POST /v1/conversations',
        unwritten: 'stored',
      },
    ],
    checked: [
      'modelSettings of the agent over those of the Runner, then providerData, then providerData.extraBody.',
      'Clients and providers with a host of their own, chat completions, models of the AI SDK.',
      'Hosted tools, hosted sessions, previousResponseId and conversationId.',
      'Switches of tracing, those that work and those that do not.',
    ],
    notRead: [
      'What a run of an agent as a tool says: agent.asTool({ runConfig, runOptions }).',
      'Tools and models of a RealtimeAgent.',
      'Sandboxes of @openai/agents-extensions, which are machines of third parties.',
    ],
  },
  facts(view) {
    if ([...mockedModules(view.unit)].some((specifier) => agentsPackage(specifier))) return {};
    return isNearSdk(view) ? new AgentFacts(view).all() : {};
  },
};

/** Names the SDK or one of its variables. */
const NEAR = /@openai\/agents|\bOPENAI_AGENTS_/;

/** Can a file have to do with the SDK at all: by its own text, or by that of a module that it imports? */
function isNearSdk({ unit, mentions }: FileView): boolean {
  return (
    NEAR.test(unit.source.text) ||
    importedBy(unit).some((specifier) => mentions(specifier, NEAR) || mentions(specifier, PASSES_ON))
  );
}

/** What one file does through the SDK. */
class AgentFacts {
  readonly #things: ApiGraph;
  readonly #process: Process;
  /** Agents of which a run in view tells what they send. */
  readonly #paired = new Set<Node>();

  constructor(readonly view: FileView) {
    this.#things = new ApiGraph(view);
    this.#process = new Process(this.#things);
  }

  all(): Facts {
    const found = mergedFacts([
      factsAtCalls(this.view, {
        sends: agents.sends!,
        mayMatter: (call, unit) => mayBeOfSdk(call, unit, METHODS),
        at: (call, frame) => this.#at(call, frame),
      }),
      { features: tracingFeatures(this.#process) },
    ]);
    return { ...found, requests: this.#judgedOnce(found.requests) };
  }

  /** Runs first: what they build on decides whether a definition can be mended by itself. */
  #judgedOnce(requests: readonly ApiRequest[]): readonly ApiRequest[] {
    const isDefinition = ({ stage }: ApiRequest) => stage === 'definition';
    return [
      ...requests.filter((request) => !isDefinition(request)),
      ...requests.filter((request) => isDefinition(request) && !this.#paired.has(request.client.node)),
    ];
  }

  #at(call: CallLike, frame: CallContext): Partial<Facts> {
    const made = this.#valuesAt(call, frame).map((thing) => this.#madeAt(thing, call, frame));
    const run = call.type === 'CallExpression' ? this.#runAt(call, frame) : {};
    return mergedFacts([...made, run]);
  }

  #valuesAt(call: CallLike, frame: CallContext): readonly ApiNode[] {
    if (call.callee.type !== 'Super') return this.#things.at(call, frame);
    const holder = thisHolder(call);
    if (!isClass(holder) || !holder.superClass) return [];
    return superInstances(holder, frame, this.view.tracker).flatMap((value) =>
      value.kind === 'path' ? (this.#things.of(value) ?? []) : [],
    );
  }

  #madeAt(thing: ApiNode, call: CallLike, frame: CallContext): Partial<Facts> {
    if (thing.kind === 'agent') {
      if (!thing.agent.isSeen || !isMadeAt(thing.agent.node, call)) return {};
      const request = definitionRequest(thing.agent, call, frame, this.#process);
      return { requests: [request], features: ineffectiveSettings(thing.agent, null, this.#process) };
    }
    if (thing.kind !== 'made' || !isMadeAt(thing.made.node, call)) return {};
    return {
      features: [...realtimeFeatures(thing, this.#process), ...sessionFeatures(thing, this.#process)],
    };
  }

  #runAt(call: CallLike, frame: CallContext): Partial<Facts> {
    const found = this.#things.at(call.callee, frame).map((thing): Partial<Facts> => {
      const runner = runnerOf(thing);
      if (runner === undefined) return {};
      const made = asMade(call, frame);
      const run: Run = { node: call, runner, options: argumentBags(made, 2, this.view) };
      const known = this.#agentsAt(call.arguments[0], frame);
      const requests = (known.length > 0 ? known : [null]).flatMap((agent) => {
        const request = runRequest(agent, run, frame, this.#process);
        if (agent && request) this.#paired.add(agent.node);
        return request ?? [];
      });
      const settings = known.flatMap((agent) => ineffectiveSettings(agent, runner, this.#process));
      return { requests, features: [...runFeatures(run, this.#process), ...settings] };
    });
    return mergedFacts(found);
  }

  #agentsAt(arg: Node | undefined, frame: CallContext): readonly Agent[] {
    if (!arg || arg.type === 'SpreadElement') return [];
    return this.#things.at(arg, frame).flatMap((thing) => (thing.kind === 'agent' ? [thing.agent] : []));
  }
}

/** The runner of `runner.run`; `null` for `run` itself, `undefined` for anything else. */
function runnerOf(thing: ApiNode) {
  if (thing.kind === 'export') return thing.name === 'run' ? null : undefined;
  if (thing.kind !== 'method' || thing.name !== 'run') return undefined;
  return thing.of.kind === 'made' && thing.of.name === 'Runner' ? thing.of.made : undefined;
}

/** A value reaches many calls; it is made at one. */
function isMadeAt(node: Node, call: CallLike): boolean {
  return unwrap(node) === call || call.callee.type === 'Super';
}
