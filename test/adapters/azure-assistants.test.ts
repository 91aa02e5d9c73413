import { describe, it } from 'vitest';
import { check, type Case } from './factories/cases.js';

const ASSISTANTS = `import { AssistantsClient, AzureKeyCredential, OpenAIKeyCredential } from '@azure/openai-assistants';\n`;
const OPENAIS = `${ASSISTANTS}const client = new AssistantsClient(new OpenAIKeyCredential(process.env.OPENAI_API_KEY));\n`;
const AZURES = `${ASSISTANTS}const client = new AssistantsClient('https://acme.openai.azure.com', new AzureKeyCredential('key'));\n`;
const AGENTS = `import { AgentsClient } from '@azure/ai-agents';\nconst client = new AgentsClient(process.env.PROJECT_ENDPOINT, credential);\n`;
const azure = { settings: { clouds: ['azure'] } };
const ENDPOINT = ['no-non-zdr-endpoint:3'];

const reported: Readonly<Record<string, Case>> = {
  'a thread at OpenAI': {
    code: `${OPENAIS}await client.createThread();`,
    says: ENDPOINT,
    tells: [/POST \/v1\/threads is not covered/],
  },
  'an assistant at OpenAI': {
    code: `${OPENAIS}await client.createAssistant({ model: 'gpt-4o' });`,
    says: ENDPOINT,
  },
  'a message at OpenAI': { code: `${OPENAIS}await client.createMessage(id, 'user', 'x');`, says: ENDPOINT },
  'a run at OpenAI': { code: `${OPENAIS}await client.createRun(id, { assistantId });`, says: ENDPOINT },
  'messages that are read': { code: `${OPENAIS}await client.listMessages(id);`, says: ENDPOINT },
  'a file at OpenAI': {
    code: `${OPENAIS}await client.uploadFile(bytes, 'assistants');`,
    says: ['no-file-upload:3'],
  },
  'a credential in a variable': {
    code: `${ASSISTANTS}const key = new OpenAIKeyCredential('key');\nconst client = new AssistantsClient(key, { retryOptions: {} });\nawait client.createThread();`,
    says: ['no-non-zdr-endpoint:4'],
  },
  'a key in a literal': {
    code: `${ASSISTANTS}await new AssistantsClient({ key: 'key' }).createThread();`,
    says: ['no-non-zdr-endpoint:2'],
  },
  'a namespace import': {
    code: `import * as azure from '@azure/openai-assistants';\nawait new azure.AssistantsClient(new azure.OpenAIKeyCredential('key')).createThread();`,
    says: ['no-non-zdr-endpoint:2'],
  },
  CommonJS: {
    code: `const { AssistantsClient, OpenAIKeyCredential } = require('@azure/openai-assistants');\nconst client = new AssistantsClient(new OpenAIKeyCredential('key'));\nclient.createThread();`,
    says: ENDPOINT,
    only: ['cjs'],
  },
  'a class field and a computed name': {
    code: `${ASSISTANTS}class Api {\n  client = new AssistantsClient(new OpenAIKeyCredential('key'));\n  start() { return this.client?.['createThread'](); }\n}`,
    says: ['no-non-zdr-endpoint:4'],
  },
  'a class field': {
    code: `${ASSISTANTS}class Api {\n  client = new AssistantsClient(new OpenAIKeyCredential('key'));\n  start() { return this.client?.createThread(); }\n}`,
    says: ['no-non-zdr-endpoint:4'],
  },
  'a thread at Azure, which is judged': {
    code: `${AZURES}await client.createThread();`,
    ...azure,
    says: ENDPOINT,
  },
  'a typed client at Azure, which is judged': {
    code: `import type { AssistantsClient } from '@azure/openai-assistants';\nexport const start = (client: AssistantsClient) =>\n  client.createThread();`,
    ...azure,
    says: ENDPOINT,
    only: ['ts'],
  },
  'an agent at Azure, which is judged': {
    code: `${AGENTS}await client.createAgent('gpt-4o');`,
    ...azure,
    says: ENDPOINT,
  },
  'a thread of an agent at Azure, which is judged': {
    code: `${AGENTS}await client.threads.create();`,
    ...azure,
    says: ENDPOINT,
  },
  'a vector store at Azure, which is judged': {
    code: `${AGENTS}await client.vectorStores.createAndPoll();`,
    ...azure,
    says: ENDPOINT,
  },
  'a file of an agent at Azure, which is judged': {
    code: `${AGENTS}await client.files.upload(stream, 'assistants');`,
    ...azure,
    says: ['no-file-upload:3'],
  },
  'agents of a project at Azure, which is judged': {
    code: `import { AIProjectClient } from '@azure/ai-projects';\nconst project = AIProjectClient.fromEndpoint(endpoint, credential);\nawait project.agents.threads.create();`,
    ...azure,
    says: ENDPOINT,
  },
};

describe('assistants through packages of Azure', () => {
  for (const [name, one] of Object.entries(reported)) it(name, () => check(one));
});

const silent: Readonly<Record<string, Case>> = {
  'a thread at Azure': { code: `${AZURES}await client.createThread();` },
  'a thread at an endpoint that cannot be read': {
    code: `${ASSISTANTS}await new AssistantsClient(process.env.ENDPOINT, credential).createThread();`,
  },
  'an agent at Azure': { code: `${AGENTS}// openai\nawait client.createAgent('gpt-4o');` },
  'what is deleted': { code: `${OPENAIS}await client.deleteThread(id);\nawait client.cancelRun(id, run);` },
  'what is deleted at Azure, which is judged': {
    code: `${AGENTS}await client.threads.delete(id);`,
    ...azure,
  },
  'the import alone': { code: ASSISTANTS },
  'the client alone': { code: OPENAIS },
  'a class of the same name': {
    code: `import { AssistantsClient } from './own.js'; // openai\nawait new AssistantsClient({ key: 'x' }).createThread();`,
  },
  'a method of the same name': {
    code: `${ASSISTANTS}import { forum } from './forum.js';\nawait forum.createThread();`,
  },
  'a shadowed name': {
    code: `${ASSISTANTS}export const start = (AssistantsClient) => new AssistantsClient({ key: 'x' }).createThread();`,
    only: ['js'],
  },
  'a mocked package': {
    code: `import { vi } from 'vitest';\n${OPENAIS}vi.mock('@azure/openai-assistants');\nawait client.createThread();`,
  },
  'a type alone': {
    code: `import type { AssistantsClient } from '@azure/openai-assistants';\nexport type Start = (client: AssistantsClient) => void;`,
    only: ['ts'],
  },
  'chat completions of the client of Azure before 2': {
    code: `import { AzureKeyCredential, OpenAIClient, OpenAIKeyCredential } from '@azure/openai';\nconst a = new OpenAIClient('https://acme.openai.azure.com', new AzureKeyCredential('key'));\nconst b = new OpenAIClient(new OpenAIKeyCredential('key'));\nawait a.getChatCompletions('d', messages);\nawait b.getChatCompletions('gpt-4o', messages);`,
  },
  'responses of a client for Azure': {
    code: `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI({ endpoint, apiVersion }).responses.create({ model, input });`,
  },
  'other agents of a project': {
    code: `import { AIProjectClient } from '@azure/ai-projects';\nawait new AIProjectClient(endpoint, credential).agents.createVersion('a', {});`,
    ...azure,
  },
};

describe('what is no assistant at OpenAI', () => {
  for (const [name, one] of Object.entries(silent)) it(name, () => check(one));

  it('responses of a client for Azure, which is judged, leave store out', () =>
    check({
      code: `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI({ endpoint, apiVersion }).responses.create({ model, input });`,
      ...azure,
      says: ['require-store-false:2'],
    }));
});
