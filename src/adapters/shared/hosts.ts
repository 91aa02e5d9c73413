import type { Host, HostClass } from '../../facts/facts.js';
import { hostNameIn, isListed } from '../../util/host-pattern.js';
import type { Settings } from '../../settings/read.js';
import { HOLE } from '../../dataflow/model/abstract-value.js';

/** OpenAI's own API hosts: the global one, the regional ones (data residency guide, 2026-10) and the one for mTLS. */
const OPENAI_HOST = /^(?:(?:us|eu|au|ca|jp|in|sg|kr|gb|ae|mtls)\.)?api\.openai\.com$/;

/** Other clouds that serve OpenAI's models under their own terms. */
const CLOUD_HOSTS: readonly (readonly [RegExp, string])[] = [
  [
    /\.openai\.azure\.(?:com|us|cn)$|\.cognitiveservices\.azure\.(?:com|us)$|\.services\.ai\.azure\.com$|\.azure-api\.net$/,
    'azure',
  ],
  [/\.amazonaws\.com$|\.api\.aws$/, 'bedrock'],
  [/\.googleapis\.com$/, 'vertex'],
];

/** Services that pass requests on to several vendors, possibly OpenAI, and may keep what they pass. */
const GATEWAY_HOSTS =
  /(?:^|\.)(?:openrouter\.ai|helicone\.ai|hconeai\.com|portkey\.ai|ai-gateway\.vercel\.sh|gateway\.ai\.cloudflare\.com|litellm\.ai|langdb\.ai|requesty\.ai|keywordsai\.co|braintrust\.dev|braintrustproxy\.com|gateway\.smith\.langchain\.com|api\.llmgateway\.io|opencode\.ai|api\.poe\.com|nano-gpt\.com)$/;

const LOCAL_HOSTS =
  /^(?:localhost|host\.docker\.internal|0\.0\.0\.0|\[?::1\]?|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|[^.]+|.*\.(?:local|localhost|internal|test))$/;

/**
 * The class of the host in a URL.
 *
 * @param url absolute, `HOLE` for unknown parts; a URL without a scheme is read as a host
 */
export function hostOfUrl(url: string, settings: Settings): Host {
  const host = hostNameIn(url);
  if (!host) return { class: 'unknown' };
  const { name } = host;
  if (isListed(host, settings.hosts)) return { class: 'openai', name };
  const isPartial = name.includes(HOLE);
  const readable = name.replaceAll(HOLE, 'x');
  const cloud = CLOUD_HOSTS.find(([pattern]) => pattern.test(readable));
  if (cloud) return { class: cloudClass(cloud[1], settings), name: isPartial ? cloud[1] : name };
  if (isPartial) return { class: OPENAI_HOST.test(readable.replace(/^x\./, '')) ? 'openai' : 'unknown' };
  return { class: classOf(name), name };
}

/** The class of a cloud's requests: silent, unless the user names the cloud. */
export function cloudClass(cloud: string, settings: Settings): HostClass {
  return (settings.clouds as readonly string[]).includes(cloud) ? 'openai' : 'other-cloud';
}

/** Is a host OpenAI's own, and none that the settings name? */
export function isOwnHost({ class: kind, name }: Host): boolean {
  return kind === 'openai' && (name === undefined || name.endsWith('api.openai.com'));
}

function classOf(name: string): HostClass {
  if (OPENAI_HOST.test(name)) return 'openai';
  if (GATEWAY_HOSTS.test(name)) return 'gateway';
  return LOCAL_HOSTS.test(name) ? 'local' : 'other-vendor';
}
