import type { Client, Facts, Host, LibraryTerms, OptionsView } from '../facts/facts.js';
import { unwrap, type CallLike } from '../dataflow/syntax/nodes.js';
import { calledName } from '../dataflow/syntax/names.js';
import type { CallContext } from '../dataflow/model/abstract-value.js';
import type { Adapter } from './shared/adapter.js';
import { factsAtCalls, importedFrom, lastName } from './shared/call-facts.js';
import { optionsView, type FileView } from './shared/file-view.js';
import { layeredView, type Layer } from './shared/layered-view.js';
import {
  bagsAt,
  clientOf,
  exportedName,
  mayUse,
  modelAt,
  requestOf,
  toolElement,
} from './shared/library-call.js';
import { blurred, withoutMissing } from './shared/missing-store.js';
import { mockedModules } from './shared/mocks.js';
import { importedPackage } from './shared/packages.js';
import { rootContext } from '../dataflow/model/call-context.js';

const LIBRARY = 'Effect';
const PACKAGE = '@effect/ai-openai';

/**
 * How an export takes the model and the configuration: one after the other, or both in one object. The configuration is
 * spread into the body of `POST /v1/responses` as it is. Read in the published 0.41.0 (2026-11), not run.
 */
const MAKERS: Readonly<Record<string, 'arguments' | 'object'>> = {
  'OpenAiLanguageModel.model': 'arguments',
  'OpenAiLanguageModel.modelWithTokenizer': 'arguments',
  'OpenAiLanguageModel.make': 'object',
  'OpenAiLanguageModel.layer': 'object',
  'OpenAiLanguageModel.layerWithTokenizer': 'object',
};

/** Changes the configuration for a part of the program; its last argument is what it says. */
const OVERRIDE = 'OpenAiLanguageModel.withConfigOverride';

/** Tools that OpenAI runs: the type of each. */
const TOOLS: Readonly<Record<string, string>> = {
  'OpenAiTool.FileSearch': 'file_search',
  'OpenAiTool.CodeInterpreter': 'code_interpreter',
  'OpenAiTool.WebSearch': 'web_search',
  'OpenAiTool.WebSearchPreview': 'web_search_preview',
  // Of the previews of 4.0.
  'OpenAiTool.Mcp': 'mcp',
  'OpenAiTool.Shell': 'shell',
  'OpenAiTool.LocalShell': 'local_shell',
  'OpenAiTool.ApplyPatch': 'apply_patch',
  'OpenAiTool.ImageGeneration': 'image_generation',
};

/** Make the client through which all models of a program send. */
const CLIENTS = new Set(['OpenAiClient.make', 'OpenAiClient.layer', 'OpenAiClient.layerConfig']);

const NAMES = new Set(
  [...Object.keys(MAKERS), OVERRIDE, ...Object.keys(TOOLS)].map((name) => name.split('.').at(-1)),
);

const TERMS: LibraryTerms = {
  remedies: { store: 'Write { store: false } in the configuration of the model.' },
};

/** Effect's models for OpenAI. */
export const effect: Adapter = {
  library: LIBRARY,
  owns: isOwn,
  sends: /@effect\/ai-openai/,
  docs: {
    packages: ['@effect/ai-openai 0.41'],
    run: [],
    entries: [
      { code: "OpenAiLanguageModel.model('gpt-4o')", endpoint: 'POST /v1/responses', unwritten: 'stored' },
    ],
    checked: [
      'The configuration of `model`, `layer`, `make` and `withConfigOverride` (sent as it is), tools of `OpenAiTool`, `apiUrl` of an `OpenAiClient` in the same file.',
    ],
    notRead: ['Calls of an `OpenAiClient` by hand.'],
  },
  facts(view) {
    if (!mayUse(/@effect\/ai-openai/, view) || [...mockedModules(view.unit)].some(isOwn)) return {};
    return factsAtCalls(view, {
      sends: /@effect\/ai-openai/,
      mayMatter: (call, unit) =>
        NAMES.has(calledName(unwrap(call.callee)) ?? '') || isOwn(importedFrom(call.callee, unit) ?? ''),
      at: (call, frame) => sentAt(call, frame, view),
    });
  },
};

function isOwn(specifier: string): boolean {
  return importedPackage(specifier)?.name === PACKAGE;
}

function sentAt(call: CallLike, frame: CallContext, view: FileView): Partial<Facts> {
  for (const name of namesOf(call, frame, view)) {
    const body = bodyOf(name, call, frame, view);
    if (!body) continue;
    const client = clientIn(call, view);
    const sent = {
      call,
      frame,
      path: '/responses',
      stage: 'definition',
      client,
      body,
      terms: TERMS,
    } as const;
    return { requests: [requestOf(sent, view)], clients: [client] };
  }
  return {};
}

function namesOf(call: CallLike, frame: CallContext, { tracker }: FileView): readonly string[] {
  return tracker
    .values(call.callee, frame)
    .flatMap((value) => (value.kind === 'path' ? (exportedName(value, PACKAGE) ?? []) : []));
}

/** What a call says of the bodies that are sent later. */
function bodyOf(name: string, call: CallLike, frame: CallContext, view: FileView): OptionsView | null {
  const { reader } = view;
  const step = { args: call.arguments, frame, site: call };
  if (Object.hasOwn(MAKERS, name)) {
    const options = bagsAt(step, 0, view);
    const layers: readonly Layer[] =
      MAKERS[name] === 'object'
        ? [
            { bags: options, names: { model: 'model' }, isOwn: () => true },
            { bags: options, under: ['config'], isHome: true },
          ]
        : [{ bags: modelAt(step, 0, view) }, { bags: bagsAt(step, 1, view), isHome: true }];
    const body = layeredView(layers, reader);
    return overridesStore(view) ? blurred(body, 'a configuration that is changed later', call) : body;
  }
  if (name === OVERRIDE)
    return withoutMissing(optionsView(bagsAt(step, call.arguments.length - 1, view), reader));
  if (!Object.hasOwn(TOOLS, name)) return null;
  const tool = toolElement(TOOLS[name]!, bagsAt(step, 0, view), lastName(unwrap(call.callee)), frame, view);
  return withoutMissing(layeredView([], reader, { tools: () => ({ elements: [tool], unknown: [] }) }));
}

/** May a part of the program say `store` by itself? */
function overridesStore(view: FileView): boolean {
  const { calls } = view.unit;
  const root = rootContext(view.unit);
  return calls.some((call) => {
    if (!namesOf(call, root, view).includes(OVERRIDE)) return false;
    const step = { args: call.arguments, frame: root, site: call };
    const options = bagsAt(step, call.arguments.length - 1, view);
    return view.reader.read(options, 'store').some(({ kind }) => kind !== 'absent');
  });
}

/** The client of the program: the one that the file makes, or one out of view. */
function clientIn(near: CallLike, view: FileView): Client {
  const { calls } = view.unit;
  const root = rootContext(view.unit);
  const [first, ...others] = calls
    .filter((call) => namesOf(call, root, view).some((name) => CLIENTS.has(name)))
    .map((call) => madeClient(call, view));
  if (!first) {
    const host: Host = { class: 'unseen' };
    return { ...clientOf(LIBRARY, near, [], view), host };
  }
  const isOne = others.every(({ host }) => host.class === first.host.class);
  return isOne ? first : { ...first, host: { class: 'unknown', node: first.node } };
}

/** `OpenAiClient.layer({ apiUrl })`; what `transformClient` does to URLs is not read. */
function madeClient(call: CallLike, view: FileView): Client {
  const options = bagsAt({ args: call.arguments, frame: rootContext(view.unit), site: call }, 0, view);
  const client = clientOf(LIBRARY, call, options, view, 'apiUrl');
  const isMoved = client.options
    .read('transformClient')
    .some(
      ({ kind, node }) =>
        kind !== 'absent' && node && /url/i.test(view.unit.source.text.slice(...node.range)),
    );
  return isMoved ? { ...client, host: { class: 'unknown', node: call } } : client;
}
