import type { Client, Host } from '../../facts/facts.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { AccessStep } from '../../dataflow/model/abstract-value.js';
import { hostOfFetch, urlHost } from '../shared/base-url.js';
import { optionsView, type FileView } from '../shared/file-view.js';
import { unreadable } from '../shared/reading.js';
import { cloudClass, hostOfUrl } from '../shared/hosts.js';
import type { Vendor } from './tables.js';

const LIBRARY = 'AI SDK';

/** The provider that a package exports ready-made. */
export function defaultClient(vendor: Vendor, node: Node, view: FileView): Client {
  return {
    library: LIBRARY,
    node,
    host: ownHost(vendor, view),
    options: optionsView([], view.reader),
    parent: null,
  };
}

/** `createOpenAI({ baseURL })`, `createAzure({ resourceName })`. */
export function madeClient(
  vendor: Vendor,
  { args, frame }: Extract<AccessStep, { kind: 'new' | 'call' }>,
  node: Node,
  view: FileView,
): Client {
  const [first] = args;
  const isSpread = first?.type === 'SpreadElement';
  const bags = !first
    ? []
    : isSpread
      ? [unreadable('spread arguments', first)]
      : view.reader.bags(first, frame);
  const options = optionsView(bags, view.reader);
  const own = ownHost(vendor, view);
  const host =
    hostOfFetch(options.read('fetch')) ??
    (vendor === 'azure' ? own : urlHost(options.read('baseURL'), view, own));
  return { library: LIBRARY, node, host, options, parent: null };
}

/** Models that are named by a text, `openai/gpt-5`, go through Vercel's gateway. */
export function gatewayClient(node: Node, view: FileView): Client {
  const host = { ...hostOfUrl('https://ai-gateway.vercel.sh', view.settings), node };
  return { library: LIBRARY, node, host, options: optionsView([], view.reader), parent: null };
}

function ownHost(vendor: Vendor, { settings }: FileView): Host {
  return vendor === 'azure'
    ? { class: cloudClass('azure', settings), name: 'azure' }
    : { class: 'openai', name: 'api.openai.com' };
}
