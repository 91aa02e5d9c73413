import type { Facts } from '../../facts/facts.js';
import { isClass, thisHolder, unwrap, type CallLike, type Node } from '../../dataflow/syntax/nodes.js';
import { calledName } from '../../dataflow/syntax/names.js';
import { superInstances } from '../../dataflow/evaluate/members.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';
import type { CallContext, AbstractValue } from '../../dataflow/model/abstract-value.js';
import type { Adapter } from '../shared/adapter.js';
import { factsAtCalls, importedFrom, mergedFacts } from '../shared/call-facts.js';
import type { FileView } from '../shared/file-view.js';
import { mockedModules } from '../shared/mocks.js';
import { agentFacts } from './agents.js';
import { helperFacts } from './helpers.js';
import { definition, usage, type Later } from './requests.js';
import { CALLS, DERIVES, isLangchain } from './tables.js';
import { ApiGraph } from './api-graph.js';

const SENDS =
  /\b(?:Azure)?ChatOpenAI(?:Responses|Completions)?\b|\b(?:initChatModel|createAgent|createReactAgent)\b/;

/** LangChain's classes for OpenAI, and what derives models from them. */
export const langchain: Adapter = {
  library: 'LangChain',
  owns: isLangchain,
  // A model of another module is used without naming it.
  words: new RegExp(`${SENDS.source}|\\bprevious_response_id\\b|\\bbindTools\\b`),
  sends: SENDS,
  docs: {
    packages: ['@langchain/openai 0.4 to 1.6', 'langchain 0.0 to 1.5', '@langchain/langgraph'],
    run: ['@langchain/openai 0.6 and 1.5'],
    entries: [
      {
        code: "new ChatOpenAI({ model: 'gpt-5', useResponsesApi: true })",
        endpoint: 'POST /v1/responses',
        unwritten: 'stored; `zdrEnabled: true` sends `store: false`',
      },
      {
        code: "new ChatOpenAI({ model: 'gpt-5' })",
        endpoint: 'POST /v1/chat/completions, or Responses for the reasons below',
        unwritten: 'sources disagree',
      },
      {
        code: "initChatModel('openai:gpt-5')",
        endpoint: 'as ChatOpenAI',
        unwritten: 'as ChatOpenAI',
      },
      {
        code: "createAgent({ model: 'openai:gpt-5', tools })",
        endpoint: 'as ChatOpenAI with these tools',
        unwritten: 'as ChatOpenAI',
      },
      { code: 'new OpenAIEmbeddings()', endpoint: 'POST /v1/embeddings', unwritten: 'nothing is stored' },
      { code: 'new OpenAI()', endpoint: 'POST /v1/completions', unwritten: 'nothing is stored' },
      {
        code: 'new DallEAPIWrapper()',
        endpoint: 'POST /v1/images/generations',
        unwritten: 'the model is gone',
      },
      {
        code: 'new OpenAIAssistantRunnable({ assistantId })',
        endpoint: 'POST /v1/threads/runs',
        unwritten: 'stored, and gone',
      },
    ],
    checked: [
      'Which endpoint a model chooses: `useResponsesApi`, the name of the model in the version that runs, `reasoning.summary`, tools that OpenAI runs and options of calls that only Responses has, wherever in the file they are bound or passed.',
      '`zdrEnabled`, `modelKwargs` (sent as it is, and wins), `promptCacheRetention`, `promptCacheOptions`, tools of `tools`.',
      '`store` as a field or as an option of a call, which is dropped (`no-ineffective-control`).',
    ],
    notRead: [
      'Names of models that are no constant, where the endpoint depends on the name: they count as models of Chat Completions.',
      'Options that a chain passes on to the models inside it.',
      'Models that are changed at run time by `configurable`.',
      'The environment variable `LANGSMITH_GATEWAY`, which sends everything through the gateway of LangSmith.',
    ],
  },
  facts(view) {
    if ([...mockedModules(view.unit)].some(isLangchain)) return {};
    const things = new ApiGraph(view);
    const later = new Map<Node, Later>();
    // Uses first: what is bound to a model later decides where it sends.
    const uses = factsAtCalls(view, {
      sends: SENDS,
      mayMatter: mayUse,
      at: (call, frame) => usesAt(call, frame, later, things),
    });
    const definitions = factsAtCalls(view, {
      sends: SENDS,
      mayMatter: mayDefine,
      at: (call, frame) => definitionsAt(call, frame, later, things),
    });
    return mergedFacts([definitions, uses]);
  },
};

function mayUse(call: CallLike, unit: SourceModule): boolean {
  if (call.type === 'NewExpression') return false;
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression') {
    const name = calledName(callee);
    return name === undefined || name === 'call' || isUse(name) || isFromLangchain(callee, unit);
  }
  return callee.type === 'Identifier' && mayBeLangchain(callee, unit);
}

function isUse(name: string): boolean {
  return Object.hasOwn(CALLS, name) || Object.hasOwn(DERIVES, name) || /^create/.test(name);
}

function mayDefine(call: CallLike, unit: SourceModule): boolean {
  if (call.type === 'NewExpression' || call.callee.type === 'Super') return true;
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression')
    return calledName(callee) === 'initChatModel' || isFromLangchain(callee, unit);
  return callee.type === 'Identifier' && mayBeLangchain(callee, unit);
}

function isFromLangchain(callee: Node, unit: SourceModule): boolean {
  const specifier = importedFrom(callee, unit);
  return specifier !== undefined && isLangchain(specifier);
}

/** Imported from LangChain, or a variable that may hold one of its functions. */
function mayBeLangchain(callee: Node, unit: SourceModule): boolean {
  if (importedFrom(callee, unit) !== undefined) return isFromLangchain(callee, unit);
  const variable = unit.variable(callee);
  return variable !== undefined && !variable.defs.every((def) => def.type === ('FunctionName' as string));
}

function usesAt(
  call: CallLike,
  frame: CallContext,
  later: Map<Node, Later>,
  things: ApiGraph,
): Partial<Facts> {
  const found = things.view.tracker.values(call.callee, frame).map((value): Partial<Facts> => {
    const thing = things.ofValue(value);
    if (thing?.kind === 'method') {
      const use = things.useOf(thing.name, call.arguments, frame);
      return usage(thing.model, use, call, frame, later, things);
    }
    if (thing?.kind === 'helper-method') return helperFacts(thing, call, frame, things);
    if (thing?.kind !== 'export' || thing.what.kind !== 'agent') return {};
    return agentFacts(thing.what.modelKey, call, frame, later, things);
  });
  return mergedFacts(found);
}

function definitionsAt(
  call: CallLike,
  frame: CallContext,
  later: Map<Node, Later>,
  things: ApiGraph,
): Partial<Facts> {
  const found = madeBy(call, frame, things.view).map((value): Partial<Facts> => {
    const thing = things.ofValue(value);
    if (thing?.kind === 'helper') return helperFacts(thing, call, frame, things);
    if (thing?.kind !== 'model' || thing.model.uses.length > 0) return {};
    const { made } = thing.model;
    return definition(made, call, later.get(made.node), things);
  });
  return mergedFacts(found);
}

/** What a call or `new` makes itself: not what it only hands on. */
function madeBy(call: CallLike, frame: CallContext, { tracker }: FileView): readonly AbstractValue[] {
  if (call.callee.type === 'Super') {
    const holder = thisHolder(call);
    return isClass(holder) && holder.superClass ? superInstances(holder, frame, tracker) : [];
  }
  return tracker.values(call, frame).flatMap((value): readonly AbstractValue[] => {
    if (value.kind === 'path') return value.node === call ? [value] : [];
    if (value.kind !== 'instance' || !value.node.superClass || call.type !== 'NewExpression') return [];
    // Without a constructor of its own a class takes the arguments of its base class.
    return superInstances(value.node, value.frame, tracker).filter(({ node }) => node === value.node);
  });
}
