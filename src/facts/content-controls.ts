/** Reads whether code keeps content away from a third party, or asks for it to be kept. */
import type { ApiRequest, Client, OptionsView } from './facts.js';
import type { ContentSwitch, Keys, ThirdPartyRow, Wanted } from '../policy/third-parties.js';
import type { Alternative } from '../dataflow/model/object-state.js';
import { memberNames } from '../dataflow/model/access-path.js';

/**
 * What code says of a switch.
 *
 * - `yes`: it is definitely set
 * - `open`: it is written, with a value that cannot be read
 * - `hidden`: it may stand in an object that cannot be read
 * - `no`: it is not set
 */
export type Said = 'yes' | 'open' | 'hidden' | 'no';

const BEST: readonly Said[] = ['yes', 'open', 'hidden', 'no'];

/** The best of several ways to say something. */
export function bestOf(said: readonly Said[]): Said {
  return BEST.find((one) => said.includes(one)) ?? 'no';
}

function worstOf(said: readonly Said[]): Said {
  return BEST.findLast((one) => said.includes(one)) ?? 'yes';
}

/** Are all keys of an options object what they have to be? */
export function saysKeys(view: OptionsView, keys: Keys): Said {
  return worstOf(Object.entries(keys).map(([path, wanted]) => saysKey(view, path.split('.'), wanted)));
}

function saysKey(view: OptionsView, path: readonly string[], wanted: Wanted): Said {
  const reading = view.read(...path);
  return reading.length === 0 ? 'no' : worstOf(reading.map((alternative) => saysValue(alternative, wanted)));
}

function saysValue(alternative: Alternative, wanted: Wanted): Said {
  if (alternative.kind === 'absent') return 'no';
  if (alternative.kind === 'unknown') return alternative.written ? 'open' : 'hidden';
  const { value } = alternative;
  const constant = value.kind === 'constant' ? value.value : undefined;
  if (wanted === 'anything') {
    const isNothing =
      value.kind === 'constant' && (constant === undefined || constant === null || constant === false);
    return isNothing ? 'no' : 'yes';
  }
  if (value.kind !== 'constant') return 'open';
  return String(constant) === String(wanted) ? 'yes' : 'no';
}

/** Does a gateway's client keep content out of its logs, by itself or in every request in view? */
export function keepsContentOut(
  { removes }: ThirdPartyRow,
  client: Client,
  requests: readonly ApiRequest[],
): boolean {
  const own = requests.filter((request) => isThrough(request.client, client));
  return removes.some((one) => {
    if (isSaid(saysOfClient(one, client))) return true;
    return own.length > 0 && own.every((request) => isSaid(saysOfRequest(one, request)));
  });
}

function isSaid(said: Said): boolean {
  return said === 'yes' || said === 'open';
}

/** Does a client's request pass another client: is it that one, or made of it? */
export function isThrough(client: Client, other: Client): boolean {
  for (let at: Client | null = client; at; at = at.parent) {
    if (at === other || at.node === other.node) return true;
  }
  return false;
}

function saysOfClient(one: ContentSwitch, { options }: Client): Said {
  if (one.in === 'options') return saysKeys(options, one.keys);
  if (one.in !== 'headers') return 'no';
  return bestOf(
    ['defaultHeaders', 'headers'].flatMap((key) =>
      options.read(key).map((alternative) => saysTable(alternative, options, one.keys)),
    ),
  );
}

/** What a request says by itself. */
export function saysOfRequest(one: ContentSwitch, { body, headers }: ApiRequest): Said {
  if (one.in === 'body') return saysKeys(body, one.keys);
  return one.in === 'headers' ? saysHeaders(headers, one.keys) : 'no';
}

/** `defaultHeaders: { … }`, or what Portkey's helper makes of options: `createHeaders({ debug: false })`. */
function saysTable(alternative: Alternative, options: OptionsView, keys: Keys): Said {
  if (alternative.kind !== 'set') return alternative.kind === 'absent' ? 'no' : 'hidden';
  const { value, valueNode, frame } = alternative;
  const [made] = value.kind === 'path' && value.step?.kind === 'call' ? value.step.args : [];
  if (value.kind !== 'path' || !made || value.root.kind !== 'module')
    return saysHeaders(options.inside(valueNode, frame), keys);
  const isPortkeys = value.root.specifier === 'portkey-ai' && memberNames(value).at(-1) === 'createHeaders';
  if (!isPortkeys || value.step?.kind !== 'call') return 'hidden';
  const names = Object.entries(keys).map(
    ([name, wanted]) => [name.replace(/^x-portkey-/, ''), wanted] as const,
  );
  return saysKeys(options.inside(made, value.step.frame), Object.fromEntries(names));
}

/** Names of headers in any case. */
function saysHeaders(view: OptionsView, keys: Keys): Said {
  const written = new Map(view.keys().map(({ key }) => [key.toLowerCase(), key]));
  return worstOf(
    Object.entries(keys).map(([name, wanted]) => saysKey(view, [written.get(name) ?? name], wanted)),
  );
}
