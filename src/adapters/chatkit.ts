import type { FeatureUse } from '../facts/facts.js';
import { unwrap, type CallLike } from '../dataflow/syntax/nodes.js';
import { calledName } from '../dataflow/syntax/names.js';
import type { CallContext, AccessPath } from '../dataflow/model/abstract-value.js';
import { memberNames } from '../dataflow/model/access-path.js';
import type { Adapter } from './shared/adapter.js';
import { factsAtCalls, importedFrom, lastName } from './shared/call-facts.js';
import type { FileView } from './shared/file-view.js';
import { mockedModules } from './shared/mocks.js';
import { importedPackage } from './shared/packages.js';

const isChatKit = (specifier: string) => /^@openai\/chatkit(?:-react)?$/.test(packageName(specifier));
const isCodex = (specifier: string) => packageName(specifier) === '@openai/codex-sdk';

function packageName(specifier: string): string {
  return importedPackage(specifier)?.name ?? '';
}

/** Calls that are handed the options of the widget. */
const TAKES_OPTIONS = new Set(['useChatKit', 'setOptions']);

/** ChatKit in the browser: where its threads live. */
export const chatkit: Adapter = {
  library: 'ChatKit',
  owns: isChatKit,
  docs: {
    packages: ['@openai/chatkit 1.9', '@openai/chatkit-react 1.6.1'],
    run: [],
    entries: [
      {
        code: 'useChatKit({ api: { getClientSecret } }), chatkit.setOptions({ … })',
        endpoint: '/v1/chatkit',
        unwritten: 'stored',
      },
      {
        code: 'useChatKit({ api: { url, domainKey } })',
        endpoint: 'your own backend',
        unwritten: 'your own matter',
      },
    ],
    checked: ['Whether the backend is at OpenAI or your own.'],
    notRead: ['setOptions of an element of which the type is not in view.'],
  },
  facts(view) {
    if ([...mockedModules(view.unit)].some(isChatKit)) return {};
    return factsAtCalls(view, {
      sends: /\bgetClientSecret\b/,
      mayMatter: (call, unit) => {
        const name = calledName(unwrap(call.callee));
        const isKnown = name !== undefined && TAKES_OPTIONS.has(name);
        const specifier = importedFrom(call.callee, unit);
        return isKnown || (specifier !== undefined && isChatKit(specifier));
      },
      at: (call, frame) => ({ features: hostedBackend(call, frame, view) }),
    });
  },
};

/** Codex runs as a program of its own, which sends `store: false`. */
export const codex: Adapter = {
  library: 'Codex SDK',
  owns: isCodex,
  docs: {
    packages: ['@openai/codex-sdk 0.163'],
    run: [],
    entries: [
      {
        code: 'new Codex().startThread()',
        endpoint: 'POST /v1/responses, by the program codex',
        unwritten: 'store: false',
      },
    ],
    checked: [],
    notRead: ['What the program sends; it keeps its threads on your disk.'],
  },
  facts: () => ({}),
};

/** `useChatKit({ api: { getClientSecret } })` */
function hostedBackend(call: CallLike, frame: CallContext, view: FileView): readonly FeatureUse[] {
  const isWidget = view.tracker
    .values(call.callee, frame)
    .some((value) => value.kind === 'path' && takesOptions(value));
  const [options] = call.arguments;
  if (!isWidget || !options || options.type === 'SpreadElement') return [];
  const near = lastName(unwrap(call.callee));
  return view.reader
    .read(view.reader.bags(options, frame), 'api', 'getClientSecret')
    .flatMap((found): readonly FeatureUse[] => {
      const node = found.kind === 'set' ? found.node : found.kind === 'unknown' ? found.written : null;
      return node
        ? [{ row: 'feature:chatkit-hosted', node, near, client: null, name: 'getClientSecret' }]
        : [];
    });
}

function takesOptions(path: AccessPath): boolean {
  if (path.root.kind !== 'module' || !isChatKit(path.root.specifier)) return false;
  return TAKES_OPTIONS.has(memberNames(path).at(-1) ?? '') && path.step?.kind === 'member';
}
