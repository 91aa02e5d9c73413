import type { AccessPath, AccessStep } from '../../dataflow/model/abstract-value.js';
import { AccessPaths } from '../shared/api-graph.js';
import { httpClients, type HttpClient, type Signature } from './clients.js';

export type MadeStep = Extract<AccessStep, { kind: 'call' | 'new' }>;

/** A client of a library with the calls that made it what it is, the first one first. */
export interface Instance {
  readonly client: HttpClient;
  readonly made: readonly { readonly step: MadeStep; readonly isOrigin: boolean }[];
}

/** What a value is to somebody who sends HTTP requests. */
export type ApiNode =
  | { readonly kind: 'instance'; readonly of: Instance }
  | { readonly kind: 'maker'; readonly of: Instance; readonly isOrigin: boolean; readonly isClass: boolean }
  | { readonly kind: 'sender'; readonly of: Instance; readonly signature: Signature }
  /** `new Request(url, options)`, and the class. */
  | { readonly kind: 'request-class'; readonly of: Instance }
  | { readonly kind: 'request'; readonly step: MadeStep }
  | { readonly kind: 'socket-class' }
  | { readonly kind: 'socket'; readonly step: MadeStep }
  | { readonly kind: 'socket-send'; readonly step: MadeStep };

/** Modules whose exports are sockets. */
const SOCKET_MODULES = new Set([
  'ws',
  'isows',
  'isomorphic-ws',
  'undici',
  'partysocket',
  'reconnecting-websocket',
]);
const SOCKET_CLASSES = new Set(['WebSocket', 'default', 'PartySocket', 'ReconnectingWebSocket']);

/** Other ways to name a package: `npm:axios@1`, `https://esm.sh/axios@1.6.4`. */
const ELSEWHERE =
  /^(?:npm:|jsr:|https?:\/\/(?:esm\.sh|esm\.run|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|unpkg\.com)\/)((?:@[^/@]+\/)?[^/@?]+)/;

/** The package that a specifier means. */
function packageOf(specifier: string): string {
  return ELSEWHERE.exec(specifier)?.[1] ?? specifier;
}

/** Tells what a path from outside is, step by step; `null` for what sends nothing. */
export class ApiGraph {
  readonly #paths = new AccessPaths<ApiNode>((path, before) =>
    path.parent ? nextThing(before, path) : rootThing(path),
  );

  of(path: AccessPath): ApiNode | null {
    return this.#paths.of(path);
  }
}

function rootThing({ root }: AccessPath): ApiNode | null {
  if (root.kind === 'global') {
    if (root.name === 'WebSocket') return { kind: 'socket-class' };
    if (root.name === 'Request') return { kind: 'request-class', of: { client: httpClients[0]!, made: [] } };
  }
  const name = root.kind === 'module' ? packageOf(root.specifier) : root.name;
  if (root.kind === 'module' && SOCKET_MODULES.has(name) && name !== 'undici')
    return { kind: 'socket-class' };
  const client = httpClients.find(({ modules, globals = [] }) =>
    (root.kind === 'module' ? modules : globals).includes(name),
  );
  return client ? { kind: 'instance', of: { client, made: [] } } : null;
}

function nextThing(before: ApiNode | null, path: AccessPath): ApiNode | null {
  const step = path.step!;
  if (step.kind === 'member' && isSocketExport(path, step.name)) return { kind: 'socket-class' };
  switch (before?.kind) {
    case 'instance':
      return nextOfInstance(before.of, step);
    case 'maker':
      return isMade(before.isClass, step)
        ? {
            kind: 'instance',
            of: { ...before.of, made: [...before.of.made, { step, isOrigin: before.isOrigin }] },
          }
        : step.kind === 'typed'
          ? { kind: 'instance', of: before.of }
          : null;
    case 'request-class':
      return step.kind === 'new' ? { kind: 'request', step } : null;
    case 'socket-class':
      return nextOfSocketClass(step);
    case 'socket':
      return step.kind === 'member' && step.name === 'send'
        ? { kind: 'socket-send', step: before.step }
        : null;
    default:
      return null;
  }
}

function isMade(isClass: boolean, step: AccessStep): step is MadeStep {
  return step.kind === (isClass ? 'new' : 'call');
}

function nextOfInstance(of: Instance, step: AccessStep): ApiNode | null {
  const {
    self = [],
    members = {},
    makers = [],
    classes = [],
    originClasses = [],
    instances = [],
  } = of.client;
  // A value of a type that the library exports, or an instance of an injected class.
  if (step.kind === 'typed') return { kind: 'instance', of };
  if (step.kind === 'new' && classes.length > 0)
    return { kind: 'instance', of: { ...of, made: [...of.made, { step, isOrigin: false }] } };
  if (step.kind !== 'member') return null;
  const { name } = step;
  if (name === 'Request' && classes.includes(name)) return { kind: 'request-class', of };
  if (self.includes(name) || instances.includes(name)) return { kind: 'instance', of };
  const signature = Object.hasOwn(members, name) ? members[name] : undefined;
  if (signature) return { kind: 'sender', of, signature };
  if (makers.includes(name)) return { kind: 'maker', of, isOrigin: false, isClass: false };
  if (classes.includes(name)) return { kind: 'maker', of, isOrigin: false, isClass: true };
  return originClasses.includes(name) ? { kind: 'maker', of, isOrigin: true, isClass: true } : null;
}

/** The module `ws` is the class, and so are some of its exports. */
function isSocketExport({ parent, root }: AccessPath, name: string): boolean {
  return (
    root.kind === 'module' &&
    SOCKET_MODULES.has(packageOf(root.specifier)) &&
    !parent?.step &&
    SOCKET_CLASSES.has(name)
  );
}

function nextOfSocketClass(step: AccessStep): ApiNode | null {
  if (step.kind === 'new') return { kind: 'socket', step };
  return step.kind === 'member' && SOCKET_CLASSES.has(step.name) ? { kind: 'socket-class' } : null;
}

/** Is an import specifier one of a library that sends? */
export function isHttpModule(specifier: string): boolean {
  const name = packageOf(specifier);
  return SOCKET_MODULES.has(name) || httpClients.some(({ modules }) => modules.includes(name));
}
