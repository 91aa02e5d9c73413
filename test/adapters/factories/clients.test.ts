import { describe, it } from 'vitest';
import { both, check, type Case } from './cases.js';

const OPENAI = `import OpenAI from 'openai';\n`;
const BODY = `{ model: 'gpt-5', input: 'x' }`;
const ASK = `await client.responses.create(${BODY});`;
const FINE = `await client.responses.create({ model: 'gpt-5', input: 'x', store: false });`;
const MISSING = ['require-store-false:3'];

/** Every way to get a client of line 2, and then the request of line 3. */
const clients: Readonly<Record<string, string>> = {
  'langsmith/wrappers': `import { wrapOpenAI } from 'langsmith/wrappers'; const client = wrapOpenAI(new OpenAI());`,
  'langsmith/wrappers/openai': `import { wrapOpenAI } from 'langsmith/wrappers/openai'; const client = wrapOpenAI(new OpenAI(), { name: 'x' });`,
  'langsmith with an extension': `import { wrapOpenAI } from 'langsmith/wrappers.js'; const client = wrapOpenAI(new OpenAI());`,
  braintrust: `import { wrapOpenAI } from 'braintrust'; const client = wrapOpenAI(new OpenAI());`,
  'braintrust for 4.x': `import { wrapOpenAIv4 } from 'braintrust'; const client = wrapOpenAIv4(new OpenAI());`,
  '@langfuse/openai': `import { observeOpenAI } from '@langfuse/openai'; const client = observeOpenAI(new OpenAI());`,
  'langfuse 3': `import { observeOpenAI } from 'langfuse'; const client = observeOpenAI(new OpenAI());`,
  '@sentry/node': `import * as Sentry from '@sentry/node'; const client = Sentry.instrumentOpenAiClient(new OpenAI());`,
  '@sentry/cloudflare': `import { instrumentOpenAiClient } from '@sentry/cloudflare'; const client = instrumentOpenAiClient(new OpenAI());`,
  '@posthog/ai/openai': `import { OpenAI as PHOpenAI } from '@posthog/ai/openai'; const client = new PHOpenAI({ apiKey: 'x', posthog });`,
  '@posthog/ai/openai, default': `import PHOpenAI from '@posthog/ai/openai'; const client = new PHOpenAI({ apiKey: 'x', posthog });`,
  '@posthog/ai 7': `import { OpenAI as PHOpenAI } from '@posthog/ai'; const client = new PHOpenAI({ apiKey: 'x', posthog });`,
  PostHogOpenAI: `import { PostHogOpenAI } from '@posthog/ai/openai'; const client = new PostHogOpenAI({ apiKey: 'x', posthog });`,
  '@openai/guardrails': `import { GuardrailsOpenAI } from '@openai/guardrails'; const client = await GuardrailsOpenAI.create(cfg);`,
  '@openai/guardrails with options': `import { GuardrailsOpenAI } from '@openai/guardrails'; const client = await GuardrailsOpenAI.create(cfg, { baseURL: 'https://eu.api.openai.com/v1' });`,
  '@langchain/openai': `import { OpenAIClient } from '@langchain/openai'; const client = new OpenAIClient();`,
  '@openai/agents': `import { getDefaultOpenAIClient } from '@openai/agents'; const client = getDefaultOpenAIClient();`,
  'a wrapper in a wrapper': `import { wrapOpenAI } from 'braintrust'; import { observeOpenAI } from 'langfuse'; const client = observeOpenAI(wrapOpenAI(new OpenAI()));`,
  'withOptions of a wrapped client': `import { wrapOpenAI } from 'braintrust'; const client = wrapOpenAI(new OpenAI()).withOptions({ timeout: 1 });`,
  'a wrapped regional client': `import { wrapOpenAI } from 'braintrust'; const client = wrapOpenAI(new OpenAI({ baseURL: 'https://us.api.openai.com/v1' }));`,
  'a client made out of view': `import { wrapOpenAI } from 'braintrust'; import { plain } from './plain.js'; const client = wrapOpenAI(plain);`,
};

describe('a client that another package hands back is a client', () => {
  for (const [name, made] of Object.entries(clients)) {
    it(name, () => check({ code: `${OPENAI}${made}\n${ASK}`, says: MISSING }));
    it(`${name}, with store: false`, () => check({ code: `${OPENAI}${made}\n${FINE}` }));
  }
});

const WRAP = `import { wrapOpenAI } from 'langsmith/wrappers';\n`;

/** Spellings of wrapping, each with one request that leaves store out. */
const spellings: Readonly<Record<string, Case>> = {
  'in place': {
    code: `${OPENAI}${WRAP}await wrapOpenAI(new OpenAI()).responses.create(${BODY});`,
    says: MISSING,
  },
  'an alias of the wrapper': {
    code: `${OPENAI}import { wrapOpenAI as traced } from 'braintrust';\nawait traced(new OpenAI()).responses.create(${BODY});`,
    says: MISSING,
  },
  'a variable that holds the wrapper': {
    code: `${OPENAI}${WRAP}const traced = wrapOpenAI;\nawait traced(new OpenAI()).responses.create(${BODY});`,
    says: ['require-store-false:4'],
  },
  'a namespace import': {
    code: `${OPENAI}import * as bt from 'braintrust';\nawait bt.wrapOpenAI(new OpenAI()).responses.create(${BODY});`,
    says: MISSING,
  },
  'a computed name': {
    code: `${OPENAI}import * as bt from 'braintrust';\nawait bt['wrapOpenAI'](new OpenAI()).responses.create(${BODY});`,
    says: MISSING,
  },
  'optional chaining and parentheses': {
    code: `${OPENAI}${WRAP}await (wrapOpenAI)?.(new OpenAI())?.responses?.create(${BODY});`,
    says: MISSING,
  },
  'a cast': {
    code: `${OPENAI}${WRAP}await (wrapOpenAI(new OpenAI() as any) as OpenAI).responses.create(${BODY});`,
    says: MISSING,
    only: ['ts'],
  },
  'a dynamic import': {
    code: `${OPENAI}const { wrapOpenAI } = await import('langsmith/wrappers');\nawait wrapOpenAI(new OpenAI()).responses.create(${BODY});`,
    says: MISSING,
  },
  require: {
    code: `const OpenAI = require('openai');\nconst { wrapOpenAI } = require('langsmith/wrappers');\nwrapOpenAI(new OpenAI()).responses.create(${BODY});`,
    says: MISSING,
    only: ['cjs'],
  },
  'require of a member': {
    code: `const OpenAI = require('openai');\nconst wrap = require('langfuse').observeOpenAI;\nwrap(new OpenAI()).responses.create(${BODY});`,
    says: MISSING,
    only: ['cjs'],
  },
  'a destructured resource': {
    code: `${OPENAI}${WRAP}const { responses } = wrapOpenAI(new OpenAI());\nawait responses.create(${BODY});`,
    says: ['require-store-false:4'],
  },
  're-assignment': {
    code: `${OPENAI}${WRAP}let client = new OpenAI();\nclient = wrapOpenAI(client);\n${ASK}`,
    says: ['require-store-false:5'],
  },
  'a class field': {
    code: `${OPENAI}${WRAP}class Api {\n  client = wrapOpenAI(new OpenAI());\n  ask() { return this.client.responses.create(${BODY}); }\n}`,
    says: ['require-store-false:5'],
  },
  'a factory in the file': {
    code: `${OPENAI}${WRAP}const make = () => wrapOpenAI(new OpenAI());\nawait make().responses.create(${BODY});`,
    says: ['require-store-false:4'],
  },
  'a wrapper of the file around the wrapper': {
    code: `${OPENAI}${WRAP}const traced = (inner) => wrapOpenAI(inner);\nawait traced(new OpenAI()).responses.create(${BODY});`,
    says: ['require-store-false:4'],
    only: ['js'],
  },
  'a conditional wrapper': {
    code: `${OPENAI}${WRAP}const plain = new OpenAI();\nconst client = on ? wrapOpenAI(plain) : plain;\n${ASK}`,
    says: ['require-store-false:5'],
  },
  'a class that extends the made client': {
    code: `import { PostHogOpenAI } from '@posthog/ai/openai';\nclass Api extends PostHogOpenAI {}\nawait new Api({ posthog }).responses.create(${BODY});`,
    says: MISSING,
  },
  'a parameter with the type of the made client': {
    code: `import type { GuardrailsOpenAI } from '@openai/guardrails';\nexport const ask = (client: GuardrailsOpenAI) =>\n  client.responses.create(${BODY});`,
    says: MISSING,
    only: ['ts'],
  },
  'a parameter without a type that is wrapped': {
    code: `${WRAP}export const ask = (plain) =>\n  wrapOpenAI(plain).responses.create(${BODY});`,
    says: MISSING,
    only: ['js'],
  },
  'guardrails with the path of a file': {
    code: `import { GuardrailsOpenAI } from '@openai/guardrails';\nconst client = await GuardrailsOpenAI.create('g.json');\n${ASK}`,
    says: MISSING,
  },
  'options of the call beside': {
    code: `${OPENAI}${WRAP}await wrapOpenAI(new OpenAI()).responses.create(${BODY}, { langsmithExtra: { name: 'x' } });`,
    says: MISSING,
  },
};

describe('however the wrapping is written', () => {
  for (const [name, one] of Object.entries(spellings)) it(name, () => check(one));
});

/** Programs that only look like it. */
const traps: Readonly<Record<string, string>> = {
  'another host inside the wrapper': `${OPENAI}${WRAP}const client = wrapOpenAI(new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' }));\n${ASK}`,
  'another host for the made client': `import { OpenAI } from '@posthog/ai/openai';\nconst client = new OpenAI({ baseURL: 'https://api.deepseek.com', posthog });\n${ASK}`,
  'a local host for the made client': `import { OpenAI } from '@posthog/ai/openai';\nconst client = new OpenAI({ baseURL: 'http://localhost:11434/v1', posthog });\n${ASK}`,
  'a host that cannot be read': `import { OpenAI } from '@posthog/ai/openai';\nimport { cfg } from './cfg.js';\nconst client = new OpenAI({ baseURL: cfg.url, posthog });\n${ASK}`,
  'Azure through PostHog': `import { AzureOpenAI } from '@posthog/ai/openai';\nconst client = new AzureOpenAI({ endpoint, posthog });\n${ASK}`,
  'Azure inside the wrapper': `import { AzureOpenAI } from 'openai';\n${WRAP}const client = wrapOpenAI(new AzureOpenAI());\n${ASK}`,
  'Azure guardrails': `import { GuardrailsAzureOpenAI } from '@openai/guardrails';\nconst client = await GuardrailsAzureOpenAI.create(cfg, { endpoint });\n${ASK}`,
  'another host for guardrails': `import { GuardrailsOpenAI } from '@openai/guardrails';\nconst client = await GuardrailsOpenAI.create(cfg, { baseURL: 'https://llm.example.com/v1' });\n${ASK}`,
  'a client of an Azure project': `import { AIProjectClient } from '@azure/ai-projects'; // openai\nconst client = new AIProjectClient(url, credential).getOpenAIClient();\n${ASK}`,
  'a client of an Azure project, awaited': `import { AIProjectClient } from '@azure/ai-projects'; // openai\nconst client = await AIProjectClient.fromEndpoint(url, credential).getAzureOpenAIClient({ apiVersion });\n${ASK}`,
  Helicone: `import { HeliconeProxyOpenAI } from '@helicone/helicone';\nconst client = new HeliconeProxyOpenAI({ apiKey, heliconeMeta: {} });\n${ASK}`,
  Portkey: `import Portkey from 'portkey-ai'; // openai\nconst client = new Portkey({ apiKey: 'x', provider: '@openai' });\n${ASK}`,
  "another vendor's client": `import Groq from 'groq-sdk';\n${WRAP}const client = wrapOpenAI(new Groq());\n${ASK}`,
  "another vendor's wrapper": `import { wrapAnthropic } from 'braintrust'; // openai\nconst client = wrapAnthropic(new Anthropic());\n${ASK}`,
  "another package's wrapper": `${OPENAI}import { wrapOpenAI } from 'somewhere-else';\nconst client = wrapOpenAI(new OpenAI());\n${ASK}`,
  'a function of the same name': `import { x } from 'langsmith/wrappers';\nfunction wrapOpenAI() { return { responses: { create() {} } }; }\nawait wrapOpenAI().responses.create(${BODY});`,
  'a shadowed name': `${OPENAI}${WRAP}export function ask(wrapOpenAI, client) { return wrapOpenAI(client).responses.create(${BODY}); }`,
  'a mocked wrapper': `import { vi } from 'vitest';\n${OPENAI}${WRAP}vi.mock('langsmith/wrappers');\nconst client = wrapOpenAI(new OpenAI());\n${ASK}`,
  'a mocked package': `import { vi } from 'vitest';\nimport { OpenAI } from '@posthog/ai/openai';\nvi.mock('@posthog/ai/openai');\nconst client = new OpenAI({ posthog });\n${ASK}`,
  'nothing is wrapped': `${WRAP}const client = wrapOpenAI();\n${ASK}`,
  'Instructor around a client of somebody': `import Instructor from '@instructor-ai/instructor'; // openai\nconst client = Instructor({ client: llm, mode: 'TOOLS' });\nawait client.chat.completions.create({ model: 'm', messages, store: true });`,
  'Instructor around a client of another vendor': `import Instructor from '@instructor-ai/instructor'; // openai\nimport Groq from 'groq-sdk';\nconst client = Instructor({ client: new Groq(), mode: 'TOOLS' });\nawait client.chat.completions.create({ model: 'm', messages, store: true });`,
  'the class is never constructed': `import { OpenAI } from '@posthog/ai/openai';\nexport const make = () => OpenAI;`,
};

describe('what only looks like a wrapped client', () => {
  for (const [name, code] of Object.entries(traps)) {
    it(name, () => check({ code, only: name === 'a shadowed name' ? ['js'] : both }));
  }

  it('a type alone', () =>
    check({
      code: `import type { OpenAI } from '@posthog/ai/openai';\nexport type Maker = () => OpenAI;`,
      only: ['ts'],
    }));
});

describe('other rules reach through wrappers', () => {
  const cases: Readonly<Record<string, Case>> = {
    'store: true through Langfuse': {
      code: `${OPENAI}import { observeOpenAI } from '@langfuse/openai';\nawait observeOpenAI(new OpenAI(), { traceName: 't' }).chat.completions.create({ model: 'm', messages: [], store: true });`,
      says: ['no-store:3'],
      tells: [/store: true makes OpenAI keep the completion/],
    },
    'store: true through Instructor': {
      code: `${OPENAI}import Instructor from '@instructor-ai/instructor';\nconst client = Instructor({ client: new OpenAI(), mode: 'TOOLS' });\nawait client.chat.completions.create({ model: 'm', messages: [], store: true, response_model: { schema, name: 'x' }, max_retries: 2 });`,
      says: ['no-store:4'],
    },
    'previous_response_id through Braintrust': {
      code: `${OPENAI}import { wrapOpenAI } from 'braintrust';\nawait wrapOpenAI(new OpenAI()).responses.create({ ...${BODY}, store: false, previous_response_id: id });`,
      says: ['no-server-state:3'],
    },
    'files through PostHog': {
      code: `import { OpenAI } from '@posthog/ai/openai';\nconst client = new OpenAI({ posthog });\nawait client.files.create({ file, purpose: 'assistants' });`,
      says: ['no-file-upload:3'],
    },
    'the other resources of Guardrails': {
      code: `import { GuardrailsOpenAI } from '@openai/guardrails';\nconst client = await GuardrailsOpenAI.create(cfg);\nawait client.guardrails.responses.create(${BODY});`,
      says: MISSING,
    },
    'threads through Guardrails': {
      code: `import { GuardrailsOpenAI } from '@openai/guardrails';\nconst client = await GuardrailsOpenAI.create(cfg);\nawait client.beta.threads.create({});`,
      says: ['no-non-zdr-endpoint:3'],
    },
    'files through openai-edge': {
      code: `import { Configuration, OpenAIApi } from 'openai-edge';\nconst client = new OpenAIApi(new Configuration({ apiKey: 'x' }));\nawait client.createFile(file, 'fine-tune');`,
      says: ['no-file-upload:3'],
    },
    'openai-edge at another host': {
      code: `import { Configuration, OpenAIApi } from 'openai-edge';\nconst client = new OpenAIApi(new Configuration({ basePath: 'https://llm.example.com/v1' }));\nawait client.createFile(file, 'fine-tune');`,
    },
    'files through openai 3': {
      code: `import { Configuration, OpenAIApi } from 'openai';\nconst configuration = new Configuration({ apiKey: 'x' });\nconst client = new OpenAIApi(configuration);\nawait client.createFile(file, 'fine-tune');`,
      says: ['no-file-upload:4'],
    },
    'a client of an Azure project, where Azure is judged': {
      code: `import { AIProjectClient } from '@azure/ai-projects';\nconst client = new AIProjectClient(url, credential).getOpenAIClient();\n${ASK}`,
      settings: { clouds: ['azure'] },
      says: MISSING,
    },
    'a client of an Azure project that is handed in, where Azure is judged': {
      code: `import type { AIProjectClient } from '@azure/ai-projects';\nexport const ask = (project: AIProjectClient) =>\n  project.getOpenAIClient().responses.create(${BODY});`,
      settings: { clouds: ['azure'] },
      says: MISSING,
      only: ['ts'],
    },
    'Portkey, where the host is the own gateway': {
      code: `import Portkey from 'portkey-ai';\nconst client = new Portkey({ apiKey: 'x' });\n${ASK}`,
      settings: { hosts: ['api.portkey.ai'] },
      says: MISSING,
    },
    'Helicone, where the host is the own gateway': {
      code: `import { HeliconeProxyOpenAI } from '@helicone/helicone';\nconst client = new HeliconeProxyOpenAI({ heliconeMeta: { baseUrl: 'https://llm.example.com/v1' } });\n${ASK}`,
      settings: { hosts: ['llm.example.com'] },
      says: MISSING,
    },
  };
  for (const [name, one] of Object.entries(cases)) it(name, () => check(one));
});
