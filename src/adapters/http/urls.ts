import { endpointAt, endpointOnOwnHost, type HttpMethod } from '../../catalog/index.js';
import type { Host, HostClass, WireOperation } from '../../facts/facts.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import {
  type CallContext,
  HOLE,
  type AccessPath,
  type AbstractValue,
} from '../../dataflow/model/abstract-value.js';
import { isOwnBaseUrl } from '../shared/base-url.js';
import type { FileView } from '../shared/file-view.js';
import { isOwnHost, hostOfUrl } from '../shared/hosts.js';

/** A URL as far as it is known: `HOLE` stands for each unknown part. */
export interface Url {
  readonly text: string;
  /** Its start comes from `OPENAI_BASE_URL` or a relative of it. */
  readonly isOwn: boolean;
  /** Its start is whatever somebody passes: no variable of the environment, which has the value of its default. */
  readonly isPassed?: true;
}

const OWN: Url = { text: 'https://api.openai.com/v1', isOwn: true };
const UNKNOWN: Url = { text: HOLE, isOwn: false };
const PASSED: Url = { ...UNKNOWN, isPassed: true };

/** URLs made of URLs are read this deep. */
const MAX_DEPTH = 8;

/** What an expression may be as a URL. */
export function urlsOf(node: Node, frame: CallContext, view: FileView): readonly Url[] {
  return urlsOfValues(view.tracker.values(node, frame), view);
}

export function urlsOfValues(values: readonly AbstractValue[], view: FileView, depth = 0): readonly Url[] {
  return values.flatMap((value) => urlsOfValue(value, view, depth));
}

function urlsOfValue(value: AbstractValue, view: FileView, depth: number): readonly Url[] {
  switch (value.kind) {
    case 'constant':
      return typeof value.value === 'string' ? [{ text: value.value, isOwn: false }] : [];
    case 'text':
      return [filled(value.text, value.holes)];
    case 'path':
      return depth > MAX_DEPTH ? [UNKNOWN] : urlsOfPath(value, view, depth);
    case 'object':
      return [];
    default:
      return [PASSED];
  }
}

/** Puts OpenAI's own base URL where an environment variable of that meaning stands at the start. */
function filled(text: string, holes: readonly (AccessPath | null)[]): Url {
  const [first] = holes;
  const start = text.indexOf(HOLE);
  if (!first) return { text, isOwn: false, ...(start === 0 ? { isPassed: true } : {}) };
  if (!isOwnBaseUrl(first)) return { text, isOwn: false };
  const before = text.slice(0, start);
  const after = text.slice(start + 1);
  if (before === '') return { text: OWN.text + after, isOwn: true };
  return /^(?:https?|wss?):\/\/$/.test(before)
    ? { text: `${before}api.openai.com${after}`, isOwn: true }
    : { text, isOwn: false };
}

/** `new URL(path, base)`, `url.href`, `String(url)`, an environment variable. */
function urlsOfPath(path: AccessPath, view: FileView, depth: number): readonly Url[] {
  if (isOwnBaseUrl(path)) return [OWN];
  const { step, parent, root } = path;
  if (!step || !parent) return [UNKNOWN];
  const isGlobal = root.kind === 'global' || /^(?:node:)?url$/.test(root.specifier);
  if (step.kind === 'new' && isGlobal && lastNameOf(parent) === 'URL') {
    const [input, base] = step.args.map((arg) =>
      urlsOfValues(view.tracker.values(arg, step.frame), view, depth + 1),
    );
    if (!input) return [UNKNOWN];
    return base ? input.flatMap((one) => base.map((against) => resolved(one, against))) : input;
  }
  if (step.kind === 'call' && isGlobal && !parent.step && lastNameOf(parent) === 'String') {
    const [first] = step.args;
    return first ? urlsOfValues(view.tracker.values(first, step.frame), view, depth + 1) : [UNKNOWN];
  }
  if (step.kind === 'call' && parent.step?.kind === 'member' && parent.step.name === 'toString')
    return parent.parent ? urlsOfPath(parent.parent, view, depth) : [UNKNOWN];
  return step.kind === 'member' && step.name === 'href' ? urlsOfPath(parent, view, depth) : [UNKNOWN];
}

function lastNameOf({ step, root }: AccessPath): string | undefined {
  if (step) return step.kind === 'member' ? step.name : undefined;
  return root.kind === 'global' ? root.name : undefined;
}

const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i;

/** What `new URL(input, base)` makes. */
export function resolved(input: Url, base: Url): Url {
  if (ABSOLUTE.test(input.text) || input.text.startsWith(HOLE)) return input;
  if (input.text.startsWith('/')) return { text: originOf(base.text) + input.text, isOwn: base.isOwn };
  return {
    text: base.text.replace(/[?#].*$/s, '').replace(/(?<=[^/]\/|[^/:]|^)[^/]*$/, '') + input.text,
    isOwn: base.isOwn,
  };
}

/** What libraries make of a relative URL and a prefix. */
export function prefixed(input: Url, prefix: Url): Url {
  if (ABSOLUTE.test(input.text) || input.text.startsWith(HOLE)) return input;
  return {
    text: `${prefix.text.replace(/\/+$/, '')}/${input.text.replace(/^\/+/, '')}`,
    isOwn: prefix.isOwn,
  };
}

/** `https://host` of `https://host/path`. */
function originOf(url: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i.exec(url)?.[0] ?? HOLE;
}

/** Where a URL leads. */
export interface Destination {
  readonly host: Host;
  /** Path below the host, with `{}` for unknown parts; without the query. */
  readonly path: string;
}

const AFTER_HOLE = new RegExp(`^(${HOLE})(/[^?#]*)`);

/** The host and path of a URL; `null` where it is relative to the place the code runs at, or as a whole unknown. */
export function destinationOf(url: Url, view: FileView): Destination | null {
  const parts = /^(?:(?:https?|wss?):)?\/\/([^/?#]*)([^?#]*)/i.exec(url.text) ?? AFTER_HOLE.exec(url.text);
  if (!parts) return null;
  const [, name = '', path = ''] = parts;
  const host = hostOfUrl(`https://${name}`, view.settings);
  return {
    host: url.isOwn ? { class: host.class } : host,
    path: path.replaceAll(HOLE, '{}').replace(/\/+$/, ''),
  };
}

/** What stands before OpenAI's own paths, by the class of the host. */
const PREFIXES: Readonly<Record<HostClass, RegExp>> = {
  openai: /^(?:\/v1)+(?=\/)/,
  unseen: /^(?:\/v1)+(?=\/)/,
  unknown: /^(?:.*\/v1)?(?=\/)/,
  'other-cloud': /^.*\/openai(?:\/v1|\/deployments\/[^/]+)?(?=\/)/,
  gateway: /^.*\/(?:v1|openai)(?=\/)/,
  'other-vendor': /^.*\/v1(?=\/)/,
  local: /^.*\/v1(?=\/)/,
};

/**
 * The call of OpenAI's API that a request with this verb to this place is; `null` for what is none. On OpenAI's own host
 * every path is one.
 */
export function operationAt(
  method: HttpMethod,
  { host, path }: Destination,
  transport: WireOperation['transport'] = 'http',
): WireOperation | null {
  // A host that the settings name may have a prefix of its own.
  const isOwn = isOwnHost(host);
  const isNamed = host.class === 'openai' && !isOwn;
  const prefix = isNamed
    ? /^(?:.*\/(?:v1|openai(?:\/v1|\/deployments\/[^/]+)?))?(?=\/)/
    : PREFIXES[host.class];
  // `${BASE}${path}`: all that follows the base is unknown.
  const whole = isOwn ? path.replace(/^((?:\/v1)+)(?={})/, '$1/') : path;
  const below = prefix.test(whole) ? whole.replace(prefix, '') : null;
  if (below === null) return null;
  // `/files${query}`: what follows a name directly is its query.
  const known = endpointAt(method, below) ?? endpointAt(method, below.replace(/(?<=[^/]){}$/, ''));
  const endpoint = known ?? (isOwn ? endpointOnOwnHost(method, below) : undefined);
  return endpoint ? { ...endpoint, transport } : null;
}
