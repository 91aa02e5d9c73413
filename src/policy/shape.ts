import type { InventedPlace } from './types.js';

/** Real names that have the shape of an invention: OpenAI's own, and those of libraries whose calls look like calls to it. */
const REAL_NAMES = new Set(
  [
    // Of requests.
    'prompt_cache_retention',
    'retention_ratio',
    'retention_type',
    'training_file',
    // Of answers, which find their way into variables that are spread into a request.
    'train_loss',
    'train_mean_token_accuracy',
    'trained_tokens',
    'training_files',
    // Headers of OpenAI's products and of gateways.
    'X-OpenAI-No-Http-Logging',
    'cf-aig-zdr',
    'x-data-logging-enabled',
  ].map(folded),
);

/** Names that a wrapper reads from the body and does not pass on. */
const WRAPPERS_NAMES = new Set(['posthog_privacy_mode'].map(folded));

/** Is a name real in bodies that a wrapper takes, and nowhere else? */
export function isWrappersName(name: string): boolean {
  return WRAPPERS_NAMES.has(folded(name));
}

/** Headers of gateways, all of them real there. */
const GATEWAY_HEADER = /^(cf-aig|helicone|x-litellm|x-portkey|x-glama|x-posthog|x-langsmith)-/i;

/** Real headers whose value may be invented. */
const HEADERS_WITH_VALUES = new Set(['openai-beta', 'prefer']);

const TOPICS = new Set(['retention', 'retain', 'zdr', 'privacy', 'hipaa', 'gdpr', 'observability']);
const TRAINING = /^train(ing|ed)?$/;
const NEGATIONS = new Set(['no', 'not', 'non', 'never', 'disable', 'disabled', 'skip', 'zero', 'without']);
const KEEPING = /^(stor(e|age|ing)|log(s|ging)?|persist(ence|ed)?)$/;
const DATA_TOPICS = new Set(['usage', 'collection', 'sharing', 'policy', 'logging']);

/**
 * Does a name promise privacy by its words alone, without being a real name?
 *
 * For names that are not on the exact list. The caller has to know that the name is on its way to OpenAI; with other
 * hosts the same words are real (OpenRouter, Vercel AI Gateway, Deepgram, …).
 *
 * @param name the name as written; for `header-value` together with its header, `OpenAI-Beta: x`
 * @param place where it is written
 */
export function inventedShape(name: string, place: InventedPlace): boolean {
  switch (place) {
    case 'header':
      return !GATEWAY_HEADER.test(name) && promises(name, true);
    case 'header-value': {
      const colon = name.indexOf(':');
      const header = name.slice(0, colon).trim().toLowerCase();
      return colon > 0 && HEADERS_WITH_VALUES.has(header) && promises(name.slice(colon + 1), true);
    }
    case 'environment':
      // Flags such as OPENAI_ZDR or OPENAI_ZERO_DATA_RETENTION are an application's own switches and do real work there.
      return (
        /^OPENAI_(\w+_)?((NO|SKIP|DISABLE|DO_NOT)_TRAIN|OPT_?OUT)/.test(name) &&
        !/_(APPROVED|CONFIRMED)$/.test(name)
      );
    default:
      return promises(name, false);
  }
}

/** One spelling for all: case and separators do not count. */
export function folded(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Headers are judged more strictly: opting out is enough, because OpenAI has no header to opt out of anything. */
function promises(name: string, header: boolean): boolean {
  if (REAL_NAMES.has(folded(name)) || isWrappersName(name)) return false;
  const words = wordsOf(name);
  const has = (test: (word: string) => boolean): boolean => words.some(test);
  const negated = has((word) => NEGATIONS.has(word));
  const optsOut = follows(words, 'opt', (word) => word === 'out') || has((word) => word === 'optout');

  if (has((word) => TOPICS.has(word))) return true;
  if (has((word) => KEEPING.test(word)) && (negated || optsOut)) return true;
  if (follows(words, 'data', (word) => DATA_TOPICS.has(word))) return true;
  if (has((word) => TRAINING.test(word))) return header ? negated || optsOut : true;
  return header && optsOut;
}

function follows(words: readonly string[], first: string, second: (word: string) => boolean): boolean {
  return words.some((word, at) => word === first && second(words[at + 1] ?? ''));
}

/** `zeroDataRetention`, `zero_data_retention`, `X-Zero-Data-Retention` → their words in lower case. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll('OpenAI', 'openai')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
