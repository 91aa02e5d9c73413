import type { Client } from '../../facts/facts.js';
import { unwrap, type CallLike } from '../../dataflow/syntax/nodes.js';
import { calledName } from '../../dataflow/syntax/names.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';
import type { Adapter } from '../shared/adapter.js';
import { factsAtCalls, importedFrom, mergedFacts } from '../shared/call-facts.js';
import type { FileView } from '../shared/file-view.js';
import { mockedModules } from '../shared/mocks.js';
import { importedPackage } from '../shared/packages.js';
import { factsAt } from './requests.js';
import { AGENTS, KEEPERS, MODEL_CALLS, MODEL_METHODS, PROVIDERS, TOOLS } from './tables.js';
import { ApiGraph } from './api-graph.js';
import { rootContext } from '../../dataflow/model/call-context.js';

/** Names whose calls may send, or make what is sent. */
const CALLED = new Set([
  ...MODEL_CALLS,
  ...AGENTS,
  ...Object.keys(KEEPERS),
  ...Object.keys(MODEL_METHODS),
  ...Object.values(PROVIDERS).flatMap(({ provider, maker }) => [provider, maker]),
  'registerTelemetry',
]);

/** Names that only this SDK has; `embed` and `transcribe` stand in many other files. */
const SENDS =
  /\b(?:(?:generate|stream)(?:Text|Object)|streamUI|ToolLoopAgent|Experimental_Agent|uploadFile)\b/;

/** Its packages, besides those that have `openai` in their names, and what modules of the project may hand on. */
const WORDS = new RegExp(`['"]ai(?:/\\w+)?['"]|@ai-sdk/|${SENDS.source}`);

/** `default createOpenAI () responses ()`, and the same wrapped. */
const MAX_STEPS = 8;

/** Vercel's AI SDK, with its providers for OpenAI and for OpenAI's models at Azure. */
export const aiSdk: Adapter = {
  library: 'AI SDK',
  owns: (specifier) => isOwn(specifier),
  isPart: (_, steps) =>
    steps.length <= MAX_STEPS && !steps.some((step, i) => step === '()' && MODEL_CALLS.has(steps[i - 1]!)),
  words: WORDS,
  sends: SENDS,
  docs: {
    packages: ['ai 4 to 7', '@ai-sdk/openai 1 to 4', '@ai-sdk/azure 1 to 4'],
    run: ['ai 4 to 7 with the providers for OpenAI and Azure'],
    entries: [
      {
        code: "generateText({ model: openai('gpt-5') })",
        endpoint: 'POST /v1/responses (@ai-sdk/openai 1: POST /v1/chat/completions)',
        unwritten: 'stored (1: sources disagree)',
      },
      {
        code: "generateText({ model: openai.chat('gpt-5') })",
        endpoint: 'POST /v1/chat/completions',
        unwritten: 'sources disagree',
      },
      {
        code: "generateText({ model: azure('deployment') })",
        endpoint: 'Azure: responses (@ai-sdk/azure 1 and 2: chat completions)',
        unwritten: 'stored; judged where the settings name the cloud',
      },
      { code: 'uploadFile({ api: openai })', endpoint: 'POST /v1/files', unwritten: 'stored' },
      { code: 'uploadSkill({ api: openai })', endpoint: 'POST /v1/skills', unwritten: 'stored' },
      {
        code: 'experimental_startBatch({ provider: openai })',
        endpoint: 'POST /v1/files and /v1/batches',
        unwritten: 'stored',
      },
    ],
    checked: [
      'Options in `providerOptions.openai` of every call and agent, and of middleware made by `defaultSettingsMiddleware`; `providerOptions.azure` with `@ai-sdk/azure` 3 and later.',
      'Tools of `openai.tools` that OpenAI runs.',
      'Options that are dropped: the second argument of a model factory, options beside `providerOptions`, names that the SDK does not know.',
      'Models of registries and custom providers that are in view.',
      'Telemetry that records prompts (`no-third-party-logging`).',
    ],
    notRead: [
      'What `prepareStep` and `prepareCall` give back, and middleware with `transformParams`: a request to which they may add options is unproven.',
      'Models that are named by a text (`openai/gpt-5`): they go through a gateway.',
    ],
  },
  facts(view) {
    const mocked = mockedModules(view.unit);
    if ([...mocked].some(isOwn)) return {};
    const things = new ApiGraph(view);
    const found = factsAtCalls(view, {
      sends: SENDS,
      mayMatter,
      at: (call, frame) => factsAt(call, frame, things),
    });
    return mergedFacts([found, { clients: clientsIn(view, things) }]);
  },
};

function isOwn(specifier: string): boolean {
  const name = importedPackage(specifier)?.name;
  return name === 'ai' || (name?.startsWith('@ai-sdk/') ?? false);
}

/** Providers that are made in the file. */
function clientsIn(view: FileView, things: ApiGraph): readonly Client[] {
  const makers = new Set(Object.values(PROVIDERS).map(({ maker }) => maker));
  return view.unit.calls.flatMap((call) => {
    const callee = unwrap(call.callee);
    const isImported = callee.type === 'Identifier' && isOwn(importedFrom(callee, view.unit) ?? '');
    if (!isImported && !makers.has(calledName(callee) ?? '')) return [];
    return things
      .at(call, rootContext(view.unit))
      .flatMap((thing) => (thing.kind === 'provider' && thing.client.node === call ? [thing.client] : []));
  });
}

function mayMatter(call: CallLike, unit: SourceModule): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression') {
    const name = calledName(callee);
    return name === undefined || (CALLED.has(name) && !Object.hasOwn(TOOLS, name));
  }
  if (callee.type !== 'Identifier') return callee.type === 'ConditionalExpression';
  if (CALLED.has(callee.name)) return true;
  const from = importedFrom(callee, unit);
  if (from !== undefined) return isOwn(from);
  const variable = unit.variable(callee);
  const isFunction = variable?.defs.every((def) => def.type === ('FunctionName' as string)) ?? true;
  return !isFunction;
}
