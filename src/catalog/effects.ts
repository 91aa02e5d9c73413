import type { Effect, HttpMethod } from './types.js';

/** One row: requests with one of these methods, on one of these paths, have this effect. */
export interface EffectRule {
  readonly methods: readonly HttpMethod[];
  /** Endpoint paths; a last segment `**` stands for the path before it and everything below. */
  readonly paths: readonly string[];
  readonly effect: Effect;
}

const ANY: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const WRITE: readonly HttpMethod[] = ['POST', 'PUT', 'PATCH'];

/**
 * What each endpoint does with content. The first row that matches counts.
 *
 * The rows follow the descriptions in the SDK (7.57.0) and OpenAI's page on data controls (October 2026).
 * Where neither says what happens to the content, the row says `keeps`.
 */
export const EFFECT_RULES: readonly EffectRule[] = [
  // Organization settings, and webhook endpoints, whose events carry ids but no content.
  { methods: ANY, paths: ['/organization/**', '/projects/**', '/webhook_endpoints/**'], effect: 'admin' },
  // Which projects may use a fine-tuned checkpoint.
  { methods: WRITE, paths: ['/fine_tuning/checkpoints/{}/permissions'], effect: 'admin' },

  { methods: ['DELETE'], paths: ['/**'], effect: 'removes' },
  {
    methods: ['POST'],
    paths: [
      '/batches/{}/cancel',
      '/chatkit/sessions/{}/cancel',
      '/evals/{}/runs/{}/cancel',
      // The cancel of eval runs, until 7.x gave it a path of its own.
      '/evals/{}/runs/{}',
      '/fine-tunes/{}/cancel',
      '/fine_tuning/jobs/{}/cancel',
      '/responses/{}/cancel',
      '/threads/{}/runs/{}/cancel',
      '/uploads/{}/cancel',
      '/vector_stores/{}/file_batches/{}/cancel',
      // Ending a call is the cancel of a call.
      '/live/sessions/{}/hangup',
      '/live/sessions/{}/reject',
      '/realtime/calls/{}/hangup',
      '/realtime/calls/{}/reject',
    ],
    effect: 'removes',
  },

  { methods: ['GET'], paths: ['/**'], effect: 'reads' },
  { methods: ['POST'], paths: ['/vector_stores/{}/search'], effect: 'reads' },

  {
    methods: ['POST'],
    paths: [
      // A session is an agent at work: what it is told and what it answers stays on the server.
      '/agents/sessions',
      '/agents/sessions/{}/events',
      '/agents/automations/{}/invocations',
      // Only a stored session can be forked.
      '/live/sessions/{}/fork',
      '/threads/runs',
      '/threads/{}/runs',
      '/threads/{}/runs/{}/submit_tool_outputs',
    ],
    effect: 'uses',
  },

  {
    methods: ['POST'],
    paths: [
      '/answers',
      '/audio/speech',
      '/audio/transcriptions',
      '/audio/translations',
      '/chat/completions',
      '/classifications',
      '/completions',
      '/decisions',
      '/edits',
      '/embeddings',
      '/engines/{}/search',
      '/images/edits',
      '/images/generations',
      '/images/variations',
      '/live/**',
      '/moderations',
      '/realtime/**',
      '/responses',
      '/responses/compact',
      '/responses/input_tokens',
    ],
    effect: 'infers',
  },

  {
    methods: WRITE,
    paths: [
      '/agents/**',
      '/assistants/**',
      '/audio/voice_consents/**',
      '/audio/voices/**',
      '/batches',
      // Changes the metadata of a stored completion.
      '/chat/completions/{}',
      '/chatkit/**',
      '/containers/**',
      // Its guide says that it is not eligible for Zero Data Retention; what it keeps is not documented.
      '/content_provenance_checks',
      '/conversations/**',
      '/evals/**',
      '/files/**',
      '/fine-tunes/**',
      // Graders included: part of fine-tuning, which is not eligible; what they keep is not documented.
      '/fine_tuning/**',
      '/skills/**',
      '/threads/**',
      '/uploads/**',
      '/vaults/**',
      '/vector_stores/**',
      '/videos/**',
    ],
    effect: 'keeps',
  },
];

/**
 * The effect that the table gives to an endpoint (`POST`, `/threads/{}/runs`); undefined when no row speaks
 * of it.
 */
export function knownEffect(method: HttpMethod, path: string): Effect | undefined {
  const matches = (rule: EffectRule) =>
    rule.methods.includes(method) && rule.paths.some((pattern) => covers(pattern, path));
  return EFFECT_RULES.find(matches)?.effect;
}

/** The effect of an endpoint; one that nobody has looked at counts as keeping what it is sent. */
export function effectOf(method: HttpMethod, path: string): Effect {
  return knownEffect(method, path) ?? 'keeps';
}

function covers(pattern: string, path: string): boolean {
  if (!pattern.endsWith('/**')) return pattern === path;
  const start = pattern.slice(0, -'/**'.length);
  return path === start || path.startsWith(`${start}/`);
}
