import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  allOperations,
  clientOptionNames,
  legacyOperationNamed,
  methodNames,
  requestOptionNames,
} from '../../src/catalog/index.js';
import {
  invented,
  inventedName,
  inventedShape,
  type InventedName,
  type InventedPlace,
} from '../../src/policy/index.js';

describe('the list of inventions', () => {
  it.each(invented.map((entry) => [entry.name, entry] as const))(
    '%s is found by each of its names',
    (_name, entry) => {
      for (const place of entry.places)
        for (const name of [entry.name, ...entry.aliases]) expect(inventedName(name, place)).toBe(entry);
    },
  );

  it('says for each what happens, when it was checked and where', () => {
    for (const entry of invented) {
      expect(entry.effect).toMatch(/^[A-Z].*[^.]\.$/);
      expect(entry.effect).not.toMatch(/complian/i);
      expect(entry.asOf).toMatch(/^\d{4}-\d\d(-\d\d)?$/);
      expect(entry.sources.length).toBeGreaterThan(0);
      for (const source of entry.sources) expect(source).toMatch(/^(https?:\/\/\S+|npm:\S+@\d\S*)$/);
    }
  });

  it('says that body fields fail and that all else passes', () => {
    for (const entry of invented) {
      expect(entry.failsLoudly, entry.name).toBe(entry.places.includes('body'));
      expect(entry.effect.includes('400'), entry.name).toBe(entry.failsLoudly);
    }
  });

  it('is low where applications use the name for a flag of their own', () => {
    expect(inventedName('OPENAI_DATA_RETENTION', 'environment')?.confidence).toBe('low');
    expect(inventedName('OPENAI_ZDR_HEADER', 'environment')?.confidence).toBe('low');
  });

  it.each<[string, InventedPlace, string]>([
    ['dataUsage', 'body', 'data_usage'],
    ['DATA-USAGE', 'body', 'data_usage'],
    ['includeInObservability', 'body', 'include_in_observability'],
    ['x-openai-no-store', 'header', 'X-OpenAI-No-Store'],
    ['X_OPENAI_SKIP_TRAINING', 'header', 'X-OpenAI-Skip-Training'],
    ['openai-zdr', 'header', 'OpenAI-ZDR'],
    ['x-openai-no-training-data', 'header', 'OpenAI-No-Training'],
    ['zeroRetention', 'metadata', 'zero_retention'],
    ['openai-beta: zero-data-retention', 'header-value', 'OpenAI-Beta: zero-data-retention'],
    ['OpenAI-Beta: assistants=v2, zero-data-retention', 'header-value', 'OpenAI-Beta: zero-data-retention'],
    ['X-Data-Sovereignty:hipaa-strict', 'header-value', 'X-Request-Type: hipaa'],
  ])('finds %s in %s as %s', (name, place, expected) => {
    expect(inventedName(name, place)?.name).toBe(expected);
  });

  it.each<[string, InventedPlace]>([
    // Real at OpenAI.
    ['store', 'body'],
    ['retention_type', 'body'],
    ['prompt_cache_retention', 'body'],
    ['OpenAI-Organization', 'header'],
    ['OpenAI-Beta: assistants=v2', 'header-value'],
    ['X-OpenAI-Api-Key', 'header'],
    ['OPENAI_API_KEY', 'environment'],
    // Real at other vendors and in libraries.
    ['zeroDataRetention', 'body'],
    ['zdr', 'body'],
    ['data_collection', 'body'],
    ['zdrEnabled', 'body'],
    ['cf-aig-zdr', 'header'],
    ['mip_opt_out', 'query'],
    ['x-data-logging-enabled', 'header'],
    // Flags of applications.
    ['OPENAI_ZDR_APPROVED', 'environment'],
    ['OPENAI_ZERO_DATA_RETENTION', 'environment'],
    ['OPENAI_ENCRYPTED_REASONING', 'environment'],
    // The right name in another place.
    ['data_usage', 'header'],
    ['zero_data_retention', 'body'],
    ['no value here', 'header-value'],
  ])('does not hold %s in %s', (name, place) => {
    expect(inventedName(name, place)).toBeUndefined();
  });
});

describe('the shape of an invention', () => {
  it.each<[string, InventedPlace]>([
    ['data_usage', 'body'],
    ['dataUsage', 'body'],
    ['data_retention', 'body'],
    ['zero_data_retention', 'body'],
    ['zeroRetention', 'body'],
    ['zdr', 'body'],
    ['retention_policy', 'body'],
    ['retention_days', 'body'],
    ['retain', 'body'],
    ['no_log', 'body'],
    ['noStore', 'body'],
    ['do_not_store', 'body'],
    ['disable_logging', 'body'],
    ['opt_out_of_training', 'body'],
    ['training_opt_out', 'body'],
    ['allow_training', 'body'],
    ['use_for_training', 'body'],
    ['train_on_data', 'body'],
    ['storage_opt_out', 'body'],
    ['privacy_mode', 'body'],
    ['hipaa', 'body'],
    ['gdpr_mode', 'body'],
    ['include_in_observability', 'body'],
    ['data_collection', 'body'],
    ['data_sharing', 'query'],
    ['zeroDataRetention', 'client-option'],
    ['zero-retention', 'metadata'],
    ['X-OpenAI-No-Store', 'header'],
    ['x-openai-skip-training', 'header'],
    ['OpenAI-Do-Not-Train', 'header'],
    ['OpenAI-Data-Policy', 'header'],
    ['X-Zero-Retention', 'header'],
    ['X-Opt-Out', 'header'],
    ['X-OptOut', 'header'],
    ['X-Privacy-Level', 'header'],
    ['OpenAI-Beta: no-training=v1', 'header-value'],
    ['Prefer: zero-retention', 'header-value'],
    ['OPENAI_NO_TRAINING', 'environment'],
    ['OPENAI_API_OPT_OUT', 'environment'],
  ])('is seen in %s (%s)', (name, place) => {
    expect(inventedShape(name, place)).toBe(true);
  });

  it.each<[string, InventedPlace]>([
    ['store', 'body'],
    ['metadata', 'body'],
    ['training_file', 'body'],
    ['trainingFile', 'body'],
    ['retention_type', 'body'],
    ['retention_ratio', 'body'],
    ['prompt_cache_retention', 'body'],
    ['promptCacheRetention', 'body'],
    ['safety_identifier', 'body'],
    ['logprobs', 'body'],
    ['top_logprobs', 'body'],
    ['logit_bias', 'body'],
    ['vector_store_ids', 'body'],
    ['data_source_config', 'body'],
    ['no_speech_threshold', 'body'],
    ['constrain', 'body'],
    ['blog', 'body'],
    ['no_catalog', 'body'],
    ['restore', 'body'],
    ['posthogPrivacyMode', 'body'],
    ['logLevel', 'client-option'],
    ['logger', 'client-option'],
    ['dataResidency', 'client-option'],
    ['customer', 'metadata'],
    ['OpenAI-Organization', 'header'],
    ['OpenAI-Project', 'header'],
    ['OpenAI-Beta', 'header'],
    ['Idempotency-Key', 'header'],
    ['X-Client-Request-Id', 'header'],
    ['X-OpenAI-Api-Key', 'header'],
    ['X-OpenAI-Domain-Key', 'header'],
    ['X-OpenAI-No-Http-Logging', 'header'],
    ['Cache-Control', 'header'],
    ['Authorization', 'header'],
    ['X-Piano-Login', 'header'],
    ['X-Training-Run', 'header'],
    ['X-Log-Level', 'header'],
    ['X-Store-Id', 'header'],
    ['cf-aig-zdr', 'header'],
    ['cf-aig-collect-log', 'header'],
    ['Helicone-Omit-Request', 'header'],
    ['x-portkey-no-log', 'header'],
    ['x-data-logging-enabled', 'header'],
    ['OpenAI-Beta: assistants=v2', 'header-value'],
    ['OpenAI-Beta: agents=v1', 'header-value'],
    ['Cache-Control: no-store', 'header-value'],
    ['Prefer: return=minimal', 'header-value'],
    ['OPENAI_API_KEY', 'environment'],
    ['OPENAI_ZDR_APPROVED', 'environment'],
    ['OPENAI_ZERO_DATA_RETENTION', 'environment'],
    ['OPENAI_NO_TRAINING_CONFIRMED', 'environment'],
    ['NO_TRAINING', 'environment'],
  ])('is not seen in %s (%s)', (name, place) => {
    expect(inventedShape(name, place)).toBe(false);
  });

  it('is in no name of the catalog', () => {
    const operations = [
      ...allOperations(),
      ...[...methodNames()].flatMap((name) => legacyOperationNamed(name) ?? []),
    ];
    const names = new Set([
      ...operations.flatMap((operation) => [...operation.bodyNames, ...operation.queryNames]),
      ...clientOptionNames(),
      ...requestOptionNames(),
    ]);
    expect(names.size).toBeGreaterThan(250);
    for (const place of ['body', 'query', 'metadata', 'client-option', 'header'] as const)
      expect([...names].filter((name) => inventedShape(name, place))).toEqual([]);
    expect([...names].filter((name) => inventedName(name, 'body') !== undefined)).toEqual([]);
  });

  it('is in no property that any SDK declares, nested ones included, but the resource dataRetention', () => {
    const names = new Set(
      ['openai', 'openai-3', 'openai-4', 'openai-5', 'openai-6'].flatMap((name) => [
        ...declaredProperties(name),
      ]),
    );
    expect(names.size).toBeGreaterThan(1000);
    expect([...names].filter((name) => inventedShape(name, 'body'))).toEqual(['dataRetention']);
  });

  it('covers the listed inventions but those with common words', () => {
    const missed = invented.flatMap((entry: InventedName) =>
      entry.places
        .filter((place) => place !== 'environment')
        .flatMap((place) => [entry.name, ...entry.aliases].filter((name) => !inventedShape(name, place))),
    );
    // These need the list: a real word without a negation, and words that are common elsewhere.
    expect(missed).toEqual([
      'X-OpenAI-Store',
      'X-Request-Type: hipaa',
      'X-Data-Sovereignty: hipaa-strict',
      'X-Compliance-Standard',
    ]);
  });
});

/** Names of the properties that a package's declaration files declare. */
function declaredProperties(name: string): Set<string> {
  const root = fileURLToPath(new URL(`../../node_modules/${name}/`, import.meta.url));
  const names = new Set<string>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue;
    for (const match of readFileSync(join(root, file), 'utf8').matchAll(
      /^\s*(?:readonly )?['"]?([A-Za-z_][\w-]*)['"]?\??:/gm,
    ))
      names.add(match[1] ?? '');
  }
  return names;
}
