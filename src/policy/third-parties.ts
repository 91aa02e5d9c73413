import type { Confidence } from './types.js';

/** What a key has to be: a constant, or anything that is not `null`, `false` or absent. */
export type Wanted = string | boolean | 'anything';

/** Keys, by their path, with what each has to be; all of them count together. */
export type Keys = Readonly<Record<string, Wanted>>;

/** A place in code, or outside it, that says whether content is kept. */
export type ContentSwitch =
  /** Options of the wrapper: an argument, or an argument of the instance that one of its keys holds. */
  | {
      readonly in: 'options';
      readonly at: number;
      readonly instance?: { readonly key: string; readonly at: number };
      readonly keys: Keys;
    }
  /** The body of every request. */
  | { readonly in: 'body'; readonly keys: Keys }
  /** The headers of every request, or the default ones of the client. */
  | { readonly in: 'headers'; readonly keys: Keys }
  | { readonly in: 'environment'; readonly keys: Keys }
  /** A call or `new` elsewhere in the file. */
  | {
      readonly in: 'call';
      readonly module: RegExp;
      readonly name: string;
      readonly at: number;
      readonly keys: Keys;
    };

/** A company that reads what a wrapper or gateway shows it. */
export interface ThirdPartyRow {
  readonly name: string;
  /** Hosts of its gateway, if it has one. */
  readonly hosts?: RegExp;
  readonly keeps: string;
  readonly remedy: string;
  /** Content is kept: always, from a version of the package on, or only where it is asked for. */
  readonly byDefault: true | { readonly fromMajor: number } | false;
  /** Each of them alone asks for it. */
  readonly asks?: readonly ContentSwitch[];
  /** Each of them alone keeps content out. */
  readonly removes: readonly ContentSwitch[];
  readonly asOf: string;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
}

/** Read in the packages and, where the confidence is high, seen on the wire. */
export const thirdParties: readonly ThirdPartyRow[] = [
  {
    name: 'LangSmith',
    hosts: /(?:^|\.)gateway\.smith\.langchain\.com$/,
    keeps: 'LangSmith keeps prompts and answers of the wrapped client as soon as LANGSMITH_TRACING is on.',
    remedy:
      'Set LANGSMITH_HIDE_INPUTS and LANGSMITH_HIDE_OUTPUTS, or hand over a client with hideInputs and hideOutputs.',
    byDefault: true,
    removes: [
      { in: 'options', at: 1, keys: { tracingEnabled: false } },
      {
        in: 'options',
        at: 1,
        instance: { key: 'client', at: 0 },
        keys: { hideInputs: 'anything', hideOutputs: 'anything' },
      },
      { in: 'options', at: 1, instance: { key: 'client', at: 0 }, keys: { anonymizer: 'anything' } },
      { in: 'environment', keys: { LANGSMITH_HIDE_INPUTS: 'true', LANGSMITH_HIDE_OUTPUTS: 'true' } },
      { in: 'environment', keys: { LANGSMITH_TRACING: 'false' } },
    ],
    asOf: '2026-11-22',
    sources: [
      'https://www.npmjs.com/package/langsmith/v/0.12.0',
      'https://docs.langchain.com/langsmith/mask-inputs-outputs',
    ],
    confidence: 'high',
  },
  {
    name: 'Braintrust',
    hosts: /(?:^|\.)(?:braintrust\.dev|braintrustproxy\.com)$/,
    keeps: 'Braintrust keeps prompts and answers of the wrapped client once a logger is initialized.',
    remedy: 'Call setMaskingFunction() with a function that removes them.',
    byDefault: true,
    removes: [{ in: 'call', module: /^braintrust(?:\/|$)/, name: 'setMaskingFunction', at: 0, keys: {} }],
    asOf: '2026-11-22',
    sources: [
      'https://www.npmjs.com/package/braintrust/v/3.35.0',
      'https://www.braintrust.dev/docs/sdks/typescript/redact-sensitive-data',
    ],
    confidence: 'medium',
  },
  {
    name: 'Langfuse',
    keeps: 'Langfuse keeps prompts and answers of the wrapped client.',
    remedy: 'Give LangfuseSpanProcessor (or clientInitParams in 3.x) a mask, or host Langfuse yourself.',
    byDefault: true,
    removes: [
      { in: 'options', at: 1, keys: { 'clientInitParams.mask': 'anything' } },
      { in: 'options', at: 1, keys: { 'clientInitParams.enabled': false } },
      {
        in: 'call',
        module: /^@langfuse\/otel$|^langfuse-vercel$/,
        name: 'LangfuseSpanProcessor',
        at: 0,
        keys: { mask: 'anything' },
      },
      { in: 'call', module: /^langfuse$/, name: 'Langfuse', at: 0, keys: { mask: 'anything' } },
    ],
    asOf: '2026-11-22',
    sources: [
      'https://www.npmjs.com/package/@langfuse/openai/v/5.11.1',
      'https://langfuse.com/docs/tracing-features/masking',
    ],
    confidence: 'medium',
  },
  {
    name: 'PostHog',
    keeps: 'PostHog keeps prompts and answers as $ai_input and $ai_output_choices.',
    remedy:
      'Write posthogPrivacyMode: true into the call. The option privacyMode of the PostHog client does not reach it.',
    byDefault: true,
    removes: [{ in: 'body', keys: { posthogPrivacyMode: true } }],
    asOf: '2026-11-22',
    sources: ['https://www.npmjs.com/package/@posthog/ai/v/8.13.1'],
    confidence: 'high',
  },
  {
    name: 'Sentry',
    keeps: 'Sentry 11 keeps prompts and answers of the instrumented client.',
    remedy: 'Write recordInputs: false and recordOutputs: false.',
    byDefault: { fromMajor: 11 },
    asks: [
      { in: 'options', at: 1, keys: { recordInputs: true } },
      { in: 'options', at: 1, keys: { recordOutputs: true } },
      { in: 'call', module: /^@sentry\//, name: 'init', at: 0, keys: { sendDefaultPii: true } },
    ],
    removes: [
      { in: 'options', at: 1, keys: { recordInputs: false, recordOutputs: false } },
      {
        in: 'call',
        module: /^@sentry\//,
        name: 'init',
        at: 0,
        keys: { 'dataCollection.genAI.inputs': false, 'dataCollection.genAI.outputs': false },
      },
    ],
    asOf: '2026-11-21',
    sources: ['https://www.npmjs.com/package/@sentry/core/v/11.12.0'],
    confidence: 'medium',
  },
  {
    name: 'Traceloop OpenLLMetry',
    keeps: 'This instrumentation puts prompts and answers into spans, and the exporter sends them on.',
    remedy: 'Write traceContent: false.',
    byDefault: true,
    removes: [
      { in: 'options', at: 0, keys: { traceContent: false } },
      { in: 'environment', keys: { TRACELOOP_TRACE_CONTENT: 'false' } },
    ],
    asOf: '2026-11-21',
    sources: ['https://www.npmjs.com/package/@traceloop/instrumentation-openai'],
    confidence: 'medium',
  },
  {
    name: 'OpenInference',
    keeps: 'This instrumentation puts prompts and answers into spans, and the exporter sends them on.',
    remedy: 'Write traceConfig: { hideInputs: true, hideOutputs: true }.',
    byDefault: true,
    removes: [
      { in: 'options', at: 0, keys: { 'traceConfig.hideInputs': true, 'traceConfig.hideOutputs': true } },
      { in: 'environment', keys: { OPENINFERENCE_HIDE_INPUTS: 'true', OPENINFERENCE_HIDE_OUTPUTS: 'true' } },
    ],
    asOf: '2026-11-21',
    sources: ['https://www.npmjs.com/package/@arizeai/openinference-instrumentation-openai'],
    confidence: 'medium',
  },
  {
    name: 'OpenTelemetry',
    keeps:
      'This instrumentation was told to put prompts and answers into spans, and the exporter sends them on.',
    remedy: 'Leave captureMessageContent out.',
    byDefault: false,
    asks: [
      { in: 'options', at: 0, keys: { captureMessageContent: true } },
      { in: 'environment', keys: { OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true' } },
    ],
    removes: [{ in: 'options', at: 0, keys: { captureMessageContent: false } }],
    asOf: '2026-11-21',
    sources: ['https://www.npmjs.com/package/@opentelemetry/instrumentation-openai'],
    confidence: 'medium',
  },
  {
    name: 'Helicone',
    hosts: /(?:^|\.)(?:helicone\.ai|hconeai\.com)$/,
    keeps: 'Helicone keeps bodies of requests and answers.',
    remedy: 'Send Helicone-Omit-Request: true and Helicone-Omit-Response: true.',
    byDefault: true,
    removes: [{ in: 'headers', keys: { 'helicone-omit-request': 'true', 'helicone-omit-response': 'true' } }],
    asOf: '2026-11-22',
    sources: ['https://docs.helicone.ai/features/advanced-usage/omit-logs'],
    confidence: 'medium',
  },
  {
    name: 'Cloudflare AI Gateway',
    hosts: /(?:^|\.)gateway\.ai\.cloudflare\.com$/,
    keeps: 'Cloudflare AI Gateway keeps bodies of requests and answers in its logs.',
    remedy: 'Send cf-aig-collect-log-payload: false, or cf-aig-collect-log: false.',
    byDefault: true,
    removes: [
      { in: 'headers', keys: { 'cf-aig-collect-log-payload': 'false' } },
      { in: 'headers', keys: { 'cf-aig-collect-log': 'false' } },
    ],
    asOf: '2026-11-22',
    sources: [
      'https://developers.cloudflare.com/ai-gateway/observability/logging/',
      'https://developers.cloudflare.com/changelog/post/2026-03-17-collect-log-payload-header',
    ],
    confidence: 'medium',
  },
  {
    name: 'Portkey',
    hosts: /(?:^|\.)portkey\.ai$/,
    keeps: 'Portkey keeps bodies of requests and answers, for 3 or 30 days by plan.',
    remedy: 'Write debug: false, or send x-portkey-debug: false.',
    byDefault: true,
    removes: [
      { in: 'options', at: 0, keys: { debug: false } },
      { in: 'headers', keys: { 'x-portkey-debug': 'false' } },
    ],
    asOf: '2026-11-22',
    sources: [
      'https://portkey.ai/docs/product/observability/logs',
      'https://www.npmjs.com/package/portkey-ai/v/3.1.0',
    ],
    confidence: 'medium',
  },
  {
    name: 'OpenRouter',
    hosts: /(?:^|\.)openrouter\.ai$/,
    keeps:
      'OpenRouter passes prompts to providers with terms of their own, some of which keep or train on them, and since 2026-10-27 screens all traffic for CSAM and may keep what it flags.',
    remedy: "Write provider: { zdr: true } into the body, or provider: { data_collection: 'deny' }.",
    byDefault: true,
    removes: [
      { in: 'body', keys: { 'provider.zdr': true } },
      { in: 'body', keys: { 'provider.data_collection': 'deny' } },
    ],
    asOf: '2026-11-21',
    sources: [
      'https://www.npmjs.com/package/@openrouter/sdk/v/1.3.19',
      'https://openrouter.ai/docs/guides/features/zdr',
    ],
    confidence: 'medium',
  },
];

/** The third party behind a gateway's host. */
export function thirdPartyAt(host: string): ThirdPartyRow | undefined {
  return thirdParties.find(({ hosts }) => hosts?.test(host));
}

/** The third party of this name. */
export function thirdPartyNamed(name: string): ThirdPartyRow | undefined {
  return thirdParties.find((row) => row.name === name);
}
