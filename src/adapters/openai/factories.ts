import { importedPackage } from '../shared/packages.js';
import type { ClientClass } from './packages.js';

/** Where the client is that a factory hands back. */
export type Made =
  /** One that it is given: an argument, or a property of an argument. */
  | { readonly from: 'argument'; readonly at: number; readonly key?: string }
  /** One that it makes, with options like those of a class of the SDK. */
  | {
      readonly from: 'options';
      readonly like: ClientClass;
      readonly at: number;
      /** The base URL where the options say none. */
      readonly baseURL?: string;
      /** Other keys than `baseURL` that hold one. */
      readonly urlKeys?: readonly (readonly string[])[];
    }
  /** One that was made elsewhere. */
  | { readonly from: 'elsewhere' }
  /** None: it watches calls of clients that are made without it. */
  | { readonly from: 'nowhere' };

/** An export of a package that hands back an `openai` client, or watches one. */
export interface Factory {
  /** Import specifiers, without the extension of a file. */
  readonly specifiers: RegExp;
  /** How the export is used: names, `new` for an instance, `()` for a call: `AIProjectClient new getOpenAIClient ()`. */
  readonly uses: readonly string[];
  readonly made: Made;
  /** A member of the client that holds the same resources again. */
  readonly again?: string;
  /** Names that it takes from bodies besides those of the API. */
  readonly bodyNames?: readonly string[];
  /** Who sees what the client sends: the name of a row of `thirdParties`. */
  readonly party?: string;
}

const GIVEN: Made = { from: 'argument', at: 0 };

const POSTHOG_NAMES = [
  'posthogCaptureImmediate',
  'posthogCostOverride',
  'posthogDistinctId',
  'posthogGroups',
  'posthogModelOverride',
  'posthogPrivacyMode',
  'posthogProperties',
  'posthogProviderOverride',
  'posthogTraceId',
];

/** Every export that is known to hand back an `openai` client or to watch one (read and run 2026-11-22). */
export const factories: readonly Factory[] = [
  {
    specifiers: /^langsmith\/wrappers(?:\/openai)?$/,
    uses: ['wrapOpenAI ()'],
    made: GIVEN,
    party: 'LangSmith',
  },
  {
    specifiers: /^braintrust(?:\/(?:browser|edge-light|node|workerd))?$/,
    uses: ['wrapOpenAI ()', 'wrapOpenAIv4 ()'],
    made: GIVEN,
    party: 'Braintrust',
  },
  {
    specifiers: /^@langfuse\/openai$|^langfuse$/,
    uses: ['observeOpenAI ()'],
    made: GIVEN,
    party: 'Langfuse',
  },
  { specifiers: /^@sentry\/[\w-]+$/, uses: ['instrumentOpenAiClient ()'], made: GIVEN, party: 'Sentry' },
  {
    specifiers: /^@posthog\/ai(?:\/openai)?$/,
    uses: ['OpenAI new', 'PostHogOpenAI new', 'default new'],
    made: { from: 'options', like: 'OpenAI', at: 0 },
    bodyNames: POSTHOG_NAMES,
    party: 'PostHog',
  },
  {
    specifiers: /^@posthog\/ai(?:\/openai)?$/,
    uses: ['AzureOpenAI new'],
    made: { from: 'options', like: 'AzureOpenAI', at: 0 },
    bodyNames: POSTHOG_NAMES,
    party: 'PostHog',
  },
  {
    specifiers: /^@instructor-ai\/instructor$/,
    uses: ['default ()', 'createInstructor ()'],
    made: { from: 'argument', at: 0, key: 'client' },
    bodyNames: ['response_model', 'max_retries'],
  },
  {
    specifiers: /^@openai\/guardrails$/,
    uses: ['GuardrailsOpenAI create ()'],
    again: 'guardrails',
    made: { from: 'options', like: 'OpenAI', at: 1 },
  },
  {
    specifiers: /^@openai\/guardrails$/,
    uses: ['GuardrailsAzureOpenAI create ()'],
    again: 'guardrails',
    made: { from: 'options', like: 'AzureOpenAI', at: 1 },
  },
  // As the type of a parameter: their constructors are private.
  {
    specifiers: /^@openai\/guardrails$/,
    uses: ['GuardrailsOpenAI new'],
    again: 'guardrails',
    made: { from: 'elsewhere' },
  },
  {
    specifiers: /^@openai\/guardrails$/,
    uses: ['GuardrailsAzureOpenAI new'],
    again: 'guardrails',
    made: { from: 'options', like: 'AzureOpenAI', at: 0 },
  },
  {
    specifiers: /^@helicone\/helicone$/,
    uses: ['HeliconeProxyOpenAI new'],
    made: {
      from: 'options',
      like: 'OpenAI',
      at: 0,
      baseURL: 'https://oai.helicone.ai/v1',
      urlKeys: [['heliconeMeta', 'baseUrl']],
    },
  },
  {
    specifiers: /^portkey-ai$/,
    uses: ['default new', 'Portkey new'],
    made: { from: 'options', like: 'OpenAI', at: 0, baseURL: 'https://api.portkey.ai/v1' },
  },
  {
    specifiers: /^openai-edge$/,
    uses: ['OpenAIApi new'],
    made: { from: 'options', like: 'OpenAIApi', at: 0 },
  },
  {
    specifiers: /^@azure\/ai-projects$/,
    uses: [
      'AIProjectClient',
      'AIProjectClient fromEndpoint ()',
      'AIProjectClient fromConnectionString ()',
    ].flatMap((project) =>
      ['getOpenAIClient ()', 'getAzureOpenAIClient ()', 'inference azureOpenAI ()'].map(
        (client) => `${project.endsWith(')') ? project : `${project} new`} ${client}`,
      ),
    ),
    made: { from: 'options', like: 'AzureOpenAI', at: 0 },
  },
  {
    specifiers: /^@openai\/agents(?:-openai)?$/,
    uses: ['getDefaultOpenAIClient ()'],
    made: { from: 'elsewhere' },
  },
  {
    specifiers: /^@langchain\/openai$/,
    uses: ['OpenAIClient new'],
    made: { from: 'options', like: 'OpenAI', at: 0 },
  },
  {
    specifiers: /^@traceloop\/instrumentation-openai$/,
    uses: ['OpenAIInstrumentation new'],
    made: { from: 'nowhere' },
    party: 'Traceloop OpenLLMetry',
  },
  {
    specifiers: /^@arizeai\/openinference-instrumentation-openai$/,
    uses: ['OpenAIInstrumentation new'],
    made: { from: 'nowhere' },
    party: 'OpenInference',
  },
  {
    specifiers: /^@opentelemetry\/instrumentation-openai$/,
    uses: ['OpenAIInstrumentation new'],
    made: { from: 'nowhere' },
    party: 'OpenTelemetry',
  },
];

/** A specifier without prefix, version and extension. */
function plain(specifier: string): string {
  const found = importedPackage(specifier);
  if (!found) return specifier;
  return found.subpath === '' ? found.name : `${found.name}/${found.subpath}`;
}

/** The factories of a module, each with its uses as lists of tokens; empty for any other module. */
export function factoriesOf(specifier: string): readonly FactoryUse[] {
  const name = plain(specifier);
  return factories
    .filter(({ specifiers }) => specifiers.test(name))
    .flatMap((factory) => factory.uses.map((use) => ({ factory, tokens: use.split(' ') })));
}

/** One way to use a factory. */
export interface FactoryUse {
  readonly factory: Factory;
  readonly tokens: readonly string[];
}

/** Does a factory, or something that belongs to one, come from this module? */
export function isFactoryModule(specifier: string): boolean {
  return factoriesOf(specifier).length > 0;
}

/** Words of packages that hand out clients and need not name OpenAI. */
export const FACTORY_WORDS = /\bportkey-ai\b|@instructor-ai\/|@azure\/ai-projects\b|@helicone\/helicone\b/;

/** Names of functions that make a client of their own, so that they decide where requests go. */
export const MAKING_CALLS: ReadonlySet<string> = new Set(
  factories.flatMap(({ made, uses }) =>
    made.from === 'options' ? uses.flatMap((use) => /(\w+) \(\)$/.exec(use)?.[1] ?? []) : [],
  ),
);

/** Last names of what shows content to a third party. */
export const OBSERVING_NAMES: ReadonlySet<string> = new Set(
  factories.flatMap(({ party, uses }) =>
    party === undefined ? [] : uses.flatMap((use) => /(\w+) (?:\(\)|new)$/.exec(use)?.[1] ?? []),
  ),
);
