import type { Facts, LibraryTerms } from '../facts/facts.js';
import { unwrap, type CallLike } from '../dataflow/syntax/nodes.js';
import { calledName } from '../dataflow/syntax/names.js';
import type { ObjectState } from '../dataflow/model/object-state.js';
import { elementsIn } from '../dataflow/evaluate/list-elements.js';
import type { CallContext, AccessPath } from '../dataflow/model/abstract-value.js';
import type { Adapter } from './shared/adapter.js';
import { factsAtCalls, importedFrom } from './shared/call-facts.js';
import { optionsView, type FileView, type ListReading } from './shared/file-view.js';
import { layeredView } from './shared/layered-view.js';
import {
  bagsAt,
  clientOf,
  exportedName,
  mayUse,
  modelAt,
  requestOf,
  toolElement,
  type Given,
} from './shared/library-call.js';
import { mockedModules } from './shared/mocks.js';
import { importedPackage } from './shared/packages.js';
import { append } from '../util/append.js';

const LIBRARY = 'TanStack AI';
const CORE = '@tanstack/ai';
const OPENAI = '@tanstack/ai-openai';

/** An export that makes an adapter, and which arguments hold its model and the options of its client. */
interface Maker {
  readonly path: string;
  readonly model: number;
  readonly config: number;
}

const text = (path: string): Maker => ({ path, model: 0, config: 1 });
const keyed = (path: string): Maker => ({ path, model: 0, config: 2 });

/** Read in the published 0.23.1, with 0.10.15 of `@tanstack/openai-base`, whose requests were also recorded (2026-11). */
const MAKERS: Readonly<Record<string, Maker>> = {
  openaiText: text('/responses'),
  createOpenaiChat: keyed('/responses'),
  OpenAITextAdapter: { path: '/responses', model: 1, config: 0 },
  openaiSummarize: text('/responses'),
  createOpenaiSummarize: keyed('/responses'),
  openaiChatCompletions: text('/chat/completions'),
  createOpenaiChatCompletions: keyed('/chat/completions'),
  OpenAIChatCompletionsTextAdapter: { path: '/chat/completions', model: 1, config: 0 },
};

/** Functions of the core that send through an adapter. */
const SENDERS = new Set(['chat', 'summarize']);

/** Factories of tools that OpenAI knows: the tool's type. */
const TOOLS: Readonly<Record<string, string>> = {
  fileSearchTool: 'file_search',
  webSearchTool: 'web_search',
  webSearchPreviewTool: 'web_search_preview',
  codeInterpreterTool: 'code_interpreter',
  computerUseTool: 'computer_use_preview',
  imageGenerationTool: 'image_generation',
  mcpTool: 'mcp',
  shellTool: 'shell',
  localShellTool: 'local_shell',
  applyPatchTool: 'apply_patch',
};

const TERMS: LibraryTerms = {
  remedies: {
    store: 'Write modelOptions: { store: false }.',
    previous_response_id: 'Leave it out of modelOptions and pass all messages, with store: false.',
  },
};

/** TanStack AI with its adapter for OpenAI. */
export const tanstack: Adapter = {
  library: LIBRARY,
  owns: isOwn,
  words: /@tanstack\/ai/,
  sends: /@tanstack\/ai\b/,
  docs: {
    packages: ['@tanstack/ai 0.58', '@tanstack/ai-openai 0.23'],
    run: [],
    entries: [
      {
        code: "chat({ adapter: openaiText('gpt-5'), messages })",
        endpoint: 'POST /v1/responses',
        unwritten: 'stored',
      },
      {
        code: "chat({ adapter: openaiChatCompletions('gpt-5'), messages })",
        endpoint: 'POST /v1/chat/completions',
        unwritten: 'sources disagree',
      },
    ],
    checked: [
      '`modelOptions` of `chat` and `summarize` (sent as they are), `createOpenaiChat` and its relatives with their base URL, tools of `@tanstack/ai-openai/tools`.',
    ],
    notRead: ['Options that `createChatOptions` made, adapters for images, speech, video and realtime.'],
  },
  facts(view) {
    if (!mayUse(/@tanstack\/ai\b/, view) || [...mockedModules(view.unit)].some(isOwn)) return {};
    return factsAtCalls(view, {
      sends: /@tanstack\/ai\b/,
      mayMatter: (call, unit) =>
        SENDERS.has(calledName(unwrap(call.callee)) ?? '') || isOwn(importedFrom(call.callee, unit) ?? ''),
      at: (call, frame) => sentAt(call, frame, view),
    });
  },
};

function isOwn(specifier: string): boolean {
  const name = importedPackage(specifier)?.name;
  return name === CORE || name === OPENAI;
}

/** `chat({ adapter, modelOptions, tools })` */
function sentAt(call: CallLike, frame: CallContext, view: FileView): Partial<Facts> {
  const isSender = view.tracker
    .values(call.callee, frame)
    .some((value) => value.kind === 'path' && SENDERS.has(exportedName(value, CORE) ?? ''));
  if (!isSender) return {};
  const bags = bagsAt({ args: call.arguments, frame, site: call }, 0, view);
  const requests = view.reader.read(bags, 'adapter').flatMap((found) => {
    const made = found.kind === 'set' && found.value.kind === 'path' ? madeAt(found.value) : null;
    return made ? [requestThrough(made, bags, call, frame, view)] : [];
  });
  return { requests, clients: requests.map(({ client }) => client) };
}

interface Made {
  readonly maker: Maker;
  readonly step: Given;
  readonly path: AccessPath;
}

/** `openaiText('gpt-5', config)` */
function madeAt(path: AccessPath): Made | null {
  const { step, parent } = path;
  if (!parent || (step?.kind !== 'call' && step?.kind !== 'new')) return null;
  const name = exportedName(parent, OPENAI) ?? '';
  return Object.hasOwn(MAKERS, name) ? { maker: MAKERS[name]!, step, path } : null;
}

function requestThrough(
  { maker, step, path }: Made,
  bags: readonly ObjectState[],
  call: CallLike,
  frame: CallContext,
  view: FileView,
) {
  const layers = [
    { bags, under: ['modelOptions'], isHome: true },
    { bags: modelAt(step, maker.model, view) },
  ];
  const client = clientOf(LIBRARY, path.node, bagsAt(step, maker.config, view), view);
  return requestOf(
    {
      call,
      frame,
      path: maker.path,
      stage: 'call',
      client,
      body: layeredView(layers, view.reader, { tools: () => toolsOf(bags, view) }),
      beside: optionsView(bags, view.reader),
      terms: TERMS,
    },
    view,
  );
}

/** `tools: [fileSearchTool({ … })]`; what is no tool of OpenAI's is a function. */
function toolsOf(bags: readonly ObjectState[], view: FileView): ListReading {
  const { reader, tracker } = view;
  const elements: ListReading['elements'][number][] = [];
  const unread: ListReading['unknown'][number][] = [];
  for (const found of reader.read(bags, 'tools')) {
    if (found.kind === 'unknown') unread.push({ reason: found.reason, node: found.node });
    if (found.kind !== 'set') continue;
    const list = elementsIn(found.valueNode, found.frame, tracker);
    append(unread, list.unknown);
    for (const { node, frame } of list.elements) {
      for (const value of tracker.values(node, frame)) {
        const made = value.kind === 'path' && value.step?.kind === 'call' ? value : null;
        const name = made?.parent ? exportedName(made.parent, OPENAI) : undefined;
        const type = name === undefined ? undefined : TOOLS[name.replace('tools.', '')];
        if (!made || type === undefined || made.step?.kind !== 'call') continue;
        // The container is the argument itself.
        const options = type === 'code_interpreter' ? [] : bagsAt(made.step, 0, view);
        elements.push(toolElement(type, options, made.node, made.step.frame, view));
      }
    }
  }
  return { elements, unknown: unread };
}
