import { PACKAGE } from './sources.js';
import type { InventedName } from './types.js';

const BODY =
  'The API has no such field and answers 400 (unknown parameter), so the call has never worked and nothing was kept out.';
const HEADER =
  'OpenAI ignores request headers that it does not know, so the call works and nothing is kept out.';
const METADATA =
  'Metadata is free text that OpenAI keeps with the object, so this is one more kept value and changes nothing.';
const ENVIRONMENT = 'Neither the SDK nor the API reads this variable, so it changes nothing.';

const AS_OF = '2026-11-13';

/**
 * Names that promise privacy, were seen in public code or guides on their way to OpenAI, and exist nowhere at OpenAI.
 *
 * Names that are real at another vendor or gateway (OpenRouter's `zdr`, the Vercel AI Gateway's `zeroDataRetention`,
 * LangChain's `zdrEnabled`, the Admin API's `retention_type`) are not in it: whether they stand in the wrong place is for
 * the rule to see, with `inventedShape`. Low confidence marks names that honest applications also use for flags of
 * their own.
 */
export const invented: readonly InventedName[] = [
  // Request bodies.
  {
    name: 'data_usage',
    aliases: [],
    places: ['body'],
    failsLoudly: true,
    effect: BODY,
    asOf: AS_OF,
    sources: [
      PACKAGE,
      'https://theneuralbase.com/openai-enterprise/qna/openai-enterprise-zero-data-retention',
      'https://github.com/TutteInstitute/toponymy/pull/148',
      'https://github.com/64bit/async-openai/issues/386',
    ],
    confidence: 'high',
  },
  {
    name: 'include_in_observability',
    aliases: [],
    places: ['body'],
    failsLoudly: true,
    effect: BODY,
    asOf: AS_OF,
    sources: [PACKAGE, 'https://theneuralbase.com/openai-responses-api/learn/advanced/zero-data-retention/'],
    confidence: 'high',
  },
  {
    name: 'data_logging_enabled',
    aliases: [],
    places: ['body'],
    failsLoudly: true,
    effect: BODY,
    asOf: AS_OF,
    sources: [
      PACKAGE,
      'https://theneuralbase.com/openai-enterprise/qna/openai-enterprise-data-retention-policy',
    ],
    confidence: 'high',
  },
  {
    name: 'data_usage_policy',
    aliases: [],
    places: ['body'],
    failsLoudly: true,
    effect: BODY,
    asOf: AS_OF,
    sources: [
      PACKAGE,
      'https://adhdecode-articles-3.pages.dev/articles/openai-api/openai-compliance-gdpr-data-processing/',
    ],
    confidence: 'high',
  },

  // Metadata.
  {
    name: 'zero_retention',
    aliases: [],
    places: ['metadata'],
    failsLoudly: false,
    effect: METADATA,
    asOf: AS_OF,
    sources: [
      PACKAGE,
      'https://theneuralbase.com/openai-assistants/learn/advanced/zero-data-retention-for-api/',
    ],
    confidence: 'high',
  },
  {
    name: 'zero_data_retention',
    aliases: [],
    places: ['metadata'],
    failsLoudly: false,
    effect: METADATA,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'high',
  },

  // Headers that carry OpenAI's name: wrong wherever they are sent.
  {
    name: 'X-OpenAI-No-Store',
    aliases: ['OpenAI-No-Store'],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE, 'https://github.com/LeoooDias/msgmodel', 'https://github.com/LeoooDias/botchat'],
    confidence: 'high',
  },
  {
    name: 'X-OpenAI-Skip-Training',
    aliases: ['OpenAI-Skip-Training', 'X-OpenAI-Skip-Logging'],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'high',
  },
  {
    name: 'OpenAI-No-Training',
    aliases: ['X-OpenAI-No-Training', 'OpenAI-No-Train', 'X-OpenAI-No-Training-Data'],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'high',
  },
  {
    name: 'X-OpenAI-Opt-Out',
    aliases: ['OpenAI-Opt-Out', 'X-OpenAI-Opt-Out-Training'],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'high',
  },
  {
    name: 'OpenAI-Data-Retention',
    aliases: ['X-OpenAI-Data-Retention', 'OpenAI-Data-Retention-Policy'],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'high',
  },
  {
    name: 'X-OpenAI-Data-Usage',
    aliases: ['OpenAI-Data-Usage'],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'high',
  },
  {
    name: 'OpenAI-Data-Usage-Opt-Out',
    aliases: ['X-OpenAI-Data-Usage-Opt-Out'],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'high',
  },
  {
    name: 'OpenAI-Data-Collection-Opt-Out',
    aliases: ['X-OpenAI-Data-Collection-Opt-Out'],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'high',
  },
  {
    name: 'X-OpenAI-Data-Policy',
    aliases: ['OpenAI-Data-Policy'],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'high',
  },
  {
    name: 'X-OpenAI-Zero-Data-Retention',
    aliases: ['OpenAI-Zero-Data-Retention'],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'high',
  },
  {
    name: 'OpenAI-ZDR',
    aliases: ['X-OpenAI-ZDR'],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE, 'https://github.com/Derek-X-Wang/tnt/issues/26'],
    confidence: 'high',
  },
  {
    name: 'OpenAI-Realtime-Zero-Data-Retention',
    aliases: [],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE, 'https://github.com/Derek-X-Wang/tnt/issues/26'],
    confidence: 'high',
  },
  {
    name: 'X-OpenAI-Store',
    aliases: [],
    places: ['header'],
    failsLoudly: false,
    effect:
      'OpenAI reads store from the body only and ignores this header, so the response is stored as without it.',
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'high',
  },

  // Values of real headers.
  {
    name: 'OpenAI-Beta: zero-data-retention',
    aliases: [],
    places: ['header-value'],
    failsLoudly: false,
    effect:
      'OpenAI-Beta is a real header, but it has no value for retention (the SDK sends assistants=v2, agents=v1, chatkit_beta=v1, realtime=v1), so nothing is kept out.',
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'high',
  },
  {
    name: 'Prefer: azure-openai-data-no-retention',
    aliases: [],
    places: ['header-value'],
    failsLoudly: false,
    effect: 'Neither OpenAI nor Microsoft documents this value of Prefer, so nothing is kept out.',
    asOf: AS_OF,
    sources: [PACKAGE, 'https://theneuralbase.com/openai/learn/advanced/zero-data-retention-option/'],
    confidence: 'medium',
  },
  {
    name: 'X-Request-Type: hipaa',
    aliases: ['X-Data-Sovereignty: hipaa-strict'],
    places: ['header-value'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [
      PACKAGE,
      'http://theneuralbase.com/openai-enterprise/qna/is-openai-enterprise-hipaa-compliant/',
    ],
    confidence: 'medium',
  },

  // Headers without OpenAI's name: wrong on a request to OpenAI, harmless on an answer of one's own.
  {
    name: 'X-No-Training',
    aliases: ['X-Option-No-Train', 'X-Opt-Out-Training', 'X-Opt-Out'],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'medium',
  },
  {
    name: 'X-Zero-Data-Retention',
    aliases: ['X-Zero-Retention', 'X-Zero-Retention-Required', 'X-Privacy-No-Log', 'X-No-Logging'],
    places: ['header'],
    failsLoudly: false,
    effect:
      'OpenAI ignores this header, which xAI knows only in its answers, so the call works and nothing is kept out.',
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'medium',
  },
  {
    name: 'X-Data-Usage',
    aliases: ['X-Retention-Policy', 'X-Data-Retention', 'X-Data-Retention-Policy', 'X-Data-Collection'],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'medium',
  },
  {
    name: 'X-Compliance-Standard',
    aliases: [],
    places: ['header'],
    failsLoudly: false,
    effect: HEADER,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'low',
  },

  // Environment.
  {
    name: 'OPENAI_OPT_OUT',
    aliases: [],
    places: ['environment'],
    failsLoudly: false,
    effect: ENVIRONMENT,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'medium',
  },
  {
    name: 'OPENAI_DATA_RETENTION',
    aliases: [],
    places: ['environment'],
    failsLoudly: false,
    effect: ENVIRONMENT,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'low',
  },
  {
    name: 'OPENAI_ZDR_HEADER',
    aliases: ['OPENAI_ZDR_VALUE', 'OPENAI_NO_TRAINING_HEADER'],
    places: ['environment'],
    failsLoudly: false,
    effect: ENVIRONMENT,
    asOf: AS_OF,
    sources: [PACKAGE],
    confidence: 'low',
  },
];
