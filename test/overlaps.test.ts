import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import plugin from '../src/index.js';

/**
 * One file with every hazard that a rule knows. Behind `//=>` stands which rules speak of a line: one cause has one
 * owner and one report, so a line names a rule twice only where it holds two causes.
 */
const FILE = `
import OpenAI, { toFile } from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';
import { ResponsesWS } from 'openai/resources/responses/ws';
import { responses as params } from './params.js';

process.env.OPENAI_LOG = 'debug'; //=> no-sdk-debug-logging
process.env.OPENAI_NO_TRAIN = '1'; //=> no-invented-parameters

const client = new OpenAI({ //=> allowed-hosts
  logLevel: 'debug', //=> no-sdk-debug-logging
  store: false, //=> no-ineffective-control
  zeroDataRetention: true, //=> no-invented-parameters
  defaultHeaders: {
    'X-OpenAI-Opt-Out': 'true', //=> no-invented-parameters
  },
});
const logged = client.withOptions({
  baseURL: 'https://oai.helicone.ai/v1', //=> allowed-hosts no-third-party-logging
});
const groq = new OpenAI({
  baseURL: 'https://api.groq.com/openai/v1', //=> allowed-hosts
});
const elsewhere = new OpenAI({
  baseURL: process.env.LLM_URL, //=> allowed-hosts
});
const eu = new OpenAI({ dataResidency: 'eu' });

// Storage.
await client.responses.create({ model: 'gpt-5.4', input: 'x' }); //=> require-store-false
await client.responses.create({ model: 'gpt-5.4', input: 'x', store: true }); //=> no-store
await client.responses.create({ model: 'gpt-5.4', input: 'x', store: false }, { store: false }); //=> no-ineffective-control
await client.embeddings.create({ model: 'text-embedding-4', input: 'x', store: false }); //=> no-ineffective-control
await client.chat.completions.create({ model: 'gpt-5.4', messages: [] }); //=> require-store-false
await client.live.create({ session: { store: true } }); //=> no-store
await client.responses.create({
  model: 'gpt-5.4',
  input: 'x',
  store: false, // ZDR //=> no-false-zdr-claim
  data_usage: 'none', //=> no-invented-parameters
  background: true, //=> no-background
  prompt_cache_retention: '24h', //=> no-prompt-cache-retention
  metadata: {
    store: 'false', //=> no-ineffective-control
    zdr: 'true', //=> no-invented-parameters
  },
});
await client.responses.create(params); //=> no-unproven-request

// State.
await client.responses.create({
  model: 'gpt-5.4',
  store: false,
  previous_response_id: 'resp_1', //=> no-server-state
  prompt: {
    id: 'pmpt_1', //=> no-server-state
  },
  input: [
    {
      type: 'item_reference', //=> no-server-state
      id: 'item_1',
    },
    {
      role: 'user',
      content: [
        {
          type: 'input_file',
          file_id: 'file_1', //=> no-stored-file-input
        },
      ],
    },
  ],
});
new ResponsesWS(client).send({
  type: 'response.create',
  model: 'gpt-5.4',
  input: 'x',
  store: false,
  previous_response_id: 'resp_1',
});

// Tools.
await client.responses.create({
  model: 'gpt-5.4',
  input: 'x',
  store: false,
  tools: [
    { type: 'file_search', vector_store_ids: ['vs_1'] }, //=> no-hosted-tools
    {
      type: 'code_interpreter', //=> no-hosted-containers
      container: {
        type: 'auto',
        file_ids: ['file_1'], //=> no-stored-file-input
      },
    },
    {
      type: 'shell', //=> no-hosted-containers
      environment: {
        type: 'container_auto',
        skills: [{ type: 'skill_reference', skill_id: 'skill_1' }], //=> no-hosted-containers
      },
    },
    { type: 'shell', environment: { type: 'local' } },
    { type: 'mcp', server_label: 'x', server_url: 'https://mcp.example.com' }, //=> no-third-party-tools
    { type: 'mcp', server_label: 'x', connector_id: 'connector_gmail' }, //=> no-third-party-tools
    { type: 'web_search' }, //=> no-third-party-tools
    { type: 'web_search', external_web_access: false },
    { type: 'web_search_preview' }, //=> no-third-party-tools
    { type: 'function', name: 'file_search', parameters: {}, strict: true },
    {
      type: 'namespace',
      name: 'more',
      tools: [{ type: 'file_search', vector_store_ids: ['vs_1'] }], //=> no-hosted-tools
    },
  ],
});

// Endpoints.
const file = await client.files.create({ file: await toFile(''), purpose: 'assistants' }); //=> no-file-upload
await client.vectorStores.create({ file_ids: [file.id] }); //=> no-non-zdr-endpoint
await client.vectorStores.files.uploadAndPoll('vs_1', await toFile('')); //=> no-file-upload
await client.conversations.create({}); //=> no-non-zdr-endpoint
await client.batches.create({ input_file_id: file.id, endpoint: '/v1/responses' }); //=> no-non-zdr-endpoint
await client.fineTuning.jobs.create({ model: 'gpt-5.4', training_file: file.id }); //=> no-non-zdr-endpoint
await client.responses.retrieve('resp_1'); //=> no-non-zdr-endpoint
await client.containers.create({ name: 'x' }); //=> no-hosted-containers
await client.beta.assistants.create({ model: 'gpt-5.4', tools: [{ type: 'file_search' }] }); //=> no-non-zdr-endpoint
await client.videos.create({ model: 'sora-2', prompt: 'x' }); //=> no-non-zdr-endpoint
await client.files.delete(file.id);
await client.containers.delete('cntr_1');
await client.responses.cancel('resp_1');

// Models, sound, traces, administration.
await client.images.generate({ model: 'dall-e-3', prompt: 'x' }); //=> no-non-zdr-model
await client.chat.completions.create({
  model: 'gpt-5.4',
  messages: [],
  store: false,
  modalities: ['text', 'audio'], //=> no-audio-output
  web_search_options: {}, //=> no-third-party-tools
});
await client.realtime.clientSecrets.create({
  session: {
    type: 'realtime',
    tracing: 'auto', //=> no-trace-export
    tools: [{ type: 'mcp', server_label: 'x', server_url: 'https://mcp.example.com' }], //=> no-third-party-tools
  },
});
new OpenAIRealtimeWS({ model: 'gpt-realtime' }, client).send({
  type: 'session.update',
  session: { type: 'realtime', tracing: { workflow_name: 'x' } }, //=> no-trace-export
});
await client.admin.organization.dataRetention.update({ retention_type: 'modified_abuse_monitoring' }); //=> no-retention-downgrade

// Hosts that are not OpenAI's: only the client is spoken of.
for (const other of [logged, groq]) {
  await other.responses.create({ model: 'x', input: 'x', store: true, tools: [{ type: 'file_search' }] });
  await other.files.create({ file: await toFile(''), purpose: 'batch' });
}
await elsewhere.responses.create({ model: 'x', input: 'x', store: true }); //=> no-unproven-request
await eu.responses.create({ model: 'gpt-5.4', input: 'x', store: true }); //=> no-store
`;

const MARK = / \/\/=> (.*)$/;
const lines = FILE.split('\n');
/** Line by line, which rules speak. */
const expected = lines.map((line) => (MARK.exec(line)?.[1] ?? '').split(' ').filter(Boolean).sort());
const code = lines.map((line) => line.replace(MARK, '')).join('\n');

it('names only rules that there are, and all of them', () => {
  const ofPythonAlone = 'no-misused-await';
  expect([...new Set([...expected.flat(), ofPythonAlone])].sort()).toEqual(Object.keys(rules).sort());
});

it('every cause in a file has one report, by the rule that owns it', () => {
  const config = {
    ...plugin.configs.all,
    rules: {
      ...plugin.configs.all.rules,
      'openai-zdr/allowed-hosts': ['error', { hosts: ['eu.api.openai.com'] }],
      'openai-zdr/no-sdk-debug-logging': ['error', { sdkVersion: '6.49.0' }],
    },
  } as Linter.Config;
  const found = new Linter().verify(code, [config], 'app.js');
  const actual = lines.map((_, at) =>
    found
      .filter(({ line }) => line === at + 1)
      .map(({ ruleId, message }) => ruleId?.replace('openai-zdr/', '') ?? message)
      .sort(),
  );
  const shown = (reports: readonly (readonly string[])[]) =>
    code
      .split('\n')
      .map((line, at) => `${line} ${reports[at]!.map((rule) => `=> ${rule}`).join(' ')}`.trimEnd());
  expect(shown(actual)).toEqual(shown(expected));
});
