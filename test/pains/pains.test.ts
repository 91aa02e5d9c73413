import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { lint } from '../adapters/lint.js';
import { libraryPains } from './libraries.js';
import type { Pain } from './pain.js';

const P1: readonly Pain[] = [
  {
    name: 'a tool loop that sends references instead of items',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();

export async function answer(question, tools, run) {
  const input = [{ role: 'user', content: question }];
  for (;;) {
    const response = await openai.responses.create({ model: 'gpt-5.4', input, tools, store: false });
    const calls = response.output.filter((item) => item.type === 'function_call');
    if (calls.length === 0) return response.output_text;
    for (const item of response.output) {
      input.push({
        type: 'item_reference', //=> no-server-state: items are not persisted. Send the whole item
        id: item.id,
      });
    }
    for (const call of calls) {
      input.push({ type: 'function_call_output', call_id: call.call_id, output: await run(call) });
    }
  }
}`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();

export async function answer(question) {
  const input = [{ role: 'user', content: question }];
  for (;;) {
    const response = await openai.responses.create({ model: 'gpt-5.4', input, store: false });
    const calls = response.output.filter((item) => item.type === 'function_call');
    if (calls.length === 0) return response.output_text;
    input.push(...response.output);
    for (const call of calls) {
      input.push({ type: 'function_call_output', call_id: call.call_id, output: 'done' });
    }
  }
}`,
  },
  {
    name: 'ids alone, out of a database of turns',
    preset: 'recommended',
    only: ['ts'],
    code: `
import OpenAI from 'openai';

interface Turn {
  itemIds: string[];
}

export class Chat {
  constructor(private readonly openai: OpenAI) {}

  ask(turns: Turn[], question: string) {
    return this.openai.responses.create({
      model: 'gpt-5.4',
      store: false,
      input: [
        ...turns.flatMap((turn) => turn.itemIds.map((id) => ({
          id, //=> no-server-state: An item that is only an id is a reference
        }))),
        { role: 'user', content: question },
      ],
    });
  }
}`,
    mended: `
import OpenAI from 'openai';

interface Turn {
  items: OpenAI.Responses.ResponseInputItem[];
}

export class Chat {
  constructor(private readonly openai: OpenAI) {}

  ask(turns: Turn[], question: string) {
    return this.openai.responses.create({
      model: 'gpt-5.4',
      store: false,
      input: [...turns.flatMap((turn) => turn.items), { role: 'user', content: question }],
    });
  }
}`,
  },
  {
    name: 'reasoning that is put together again without its encrypted content',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
const first = await openai.responses.create({ model: 'gpt-5.4', input: 'Add 2 and 2.', store: false });
const [reasoning] = first.output;
await openai.responses.create({
  model: 'gpt-5.4',
  store: false,
  input: [
    { role: 'user', content: 'Add 2 and 2.' },
    {
      type: 'reasoning',
      id: reasoning.id, //=> no-server-state: A reasoning item without encrypted_content needs its stored original
      summary: reasoning.summary,
    },
    { role: 'assistant', content: first.output_text },
    { role: 'user', content: 'And 3?' },
  ],
});`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
const first = await openai.responses.create({ model: 'gpt-5.4', input: 'Add 2 and 2.', store: false });
const [reasoning] = first.output;
await openai.responses.create({
  model: 'gpt-5.4',
  store: false,
  input: [
    { role: 'user', content: 'Add 2 and 2.' },
    {
      type: 'reasoning',
      id: reasoning.id,
      summary: reasoning.summary,
      encrypted_content: reasoning.encrypted_content,
    },
    { role: 'assistant', content: first.output_text },
    { role: 'user', content: 'And 3?' },
  ],
});`,
  },
  {
    name: 'store: true, the wrong way out that the error itself advises',
    preset: 'recommended',
    only: ['ts', 'js', 'cjs'],
    code: `
const OpenAI = require('openai');
const openai = new OpenAI();
exports.next = async (history) => {
  try {
    return await openai.responses.create({ model: 'gpt-5.4', input: history, store: false });
  } catch (error) {
    if (!/Items are not persisted/.test(error.message)) throw error;
    return openai.responses.create({
      model: 'gpt-5.4',
      input: history,
      store: true, //=> no-store: under ZDR it is silently treated as false
    });
  }
};`,
    mended: `
const OpenAI = require('openai');
const openai = new OpenAI();
exports.next = (history) =>
  openai.responses.create({
    model: 'gpt-5.4',
    input: history.map(({ id, ...item }) => item),
    store: false,
  });`,
  },
];

const P2: readonly Pain[] = [
  {
    name: 'create, parse and stream that say nothing of it',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import { Invoice } from './invoice';

const openai = new OpenAI();

export async function read(text) {
  const plain = await openai.responses.create({ model: 'gpt-5.4', input: text }); //=> require-store-false: store defaults to true
  const parsed = await openai.responses.parse({ //=> require-store-false: at least 30 days
    model: 'gpt-5.4',
    input: text,
    text: { format: zodTextFormat(Invoice, 'invoice') },
  });
  const stream = openai.responses.stream({ model: 'gpt-5.4', input: text }); //=> require-store-false: Add store: false.
  return [plain, parsed, await stream.finalResponse()];
}`,
    mended: `
import OpenAI from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import { Invoice } from './invoice';

const openai = new OpenAI();

export async function read(text) {
  const plain = await openai.responses.create({ model: 'gpt-5.4', input: text, store: false });
  const parsed = await openai.responses.parse({
    model: 'gpt-5.4',
    input: text,
    text: { format: zodTextFormat(Invoice, 'invoice') },
    store: false,
  });
  const stream = openai.responses.stream({ model: 'gpt-5.4', input: text, store: false });
  return [plain, parsed, await stream.finalResponse()];
}`,
  },
  {
    name: 'store: false only where somebody thought of it',
    preset: 'recommended',
    only: ['ts'],
    code: `
import OpenAI from 'openai';
import type { ResponseCreateParamsNonStreaming } from 'openai/resources/responses/responses';

const openai = new OpenAI();

export async function ask(input: string, isPrivate: boolean) {
  const params: ResponseCreateParamsNonStreaming = { model: 'gpt-5.4', input };
  if (isPrivate) params.store = false;
  return openai.responses.create(params); //=> require-store-false: Without store: false OpenAI keeps the response
}`,
    mended: `
import OpenAI from 'openai';
import type { ResponseCreateParamsNonStreaming } from 'openai/resources/responses/responses';

const openai = new OpenAI();

export async function ask(input: string) {
  const params: ResponseCreateParamsNonStreaming = { model: 'gpt-5.4', input, store: false };
  return openai.responses.create(params);
}`,
  },
  {
    name: 'store: false on the client, where nobody reads it',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI({
  apiKey: process.env.OPENAI_API_KEY,
  store: false, //=> no-ineffective-control: is no option of the client
});
await openai.responses.create({ model: 'gpt-5.4', input: 'Hi' }); //=> require-store-false: at least 30 days`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
await openai.responses.create({ model: 'gpt-5.4', input: 'Hi', store: false });`,
  },
];

const P3: readonly Pain[] = [
  {
    name: 'a chat that chains responses',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
let last;

export async function say(text) {
  const response = await openai.responses.create({
    model: 'gpt-5.4',
    input: text,
    previous_response_id: last, //=> no-server-state: 400 unsupported_parameter over HTTP
    store: false,
  });
  last = response.id;
  return response.output_text;
}`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
const history = [];

export async function say(text) {
  history.push({ role: 'user', content: text });
  const response = await openai.responses.create({ model: 'gpt-5.4', input: history, store: false });
  history.push(...response.output);
  return response.output_text;
}`,
  },
  {
    name: 'a chain that is only sometimes there',
    preset: 'recommended',
    only: ['ts'],
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();

export const next = (input: string, previous?: OpenAI.Responses.Response) =>
  openai.responses.create({
    model: 'gpt-5.4',
    input,
    store: false,
    ...(previous && {
      previous_response_id: previous.id, //=> no-server-state: Send the whole history in input
    }),
  });`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();

export const next = (input: string, previous?: OpenAI.Responses.Response) =>
  openai.responses.create({
    model: 'gpt-5.4',
    input: [...((previous?.output ?? []) as OpenAI.Responses.ResponseInputItem[]), { role: 'user', content: input }],
    store: false,
  });`,
  },
];

const P4: readonly Pain[] = [
  {
    name: 'headers that pass without a word',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI({
  defaultHeaders: {
    'OpenAI-Beta': 'zero-data-retention', //=> no-invented-parameters: OpenAI
    'X-OpenAI-Data-Retention': 'none', //=> no-invented-parameters: OpenAI
    'OpenAI-Organization': 'org-1',
  },
});
await openai.chat.completions.create(
  { model: 'gpt-5.4', messages: [{ role: 'user', content: 'Hi' }], store: false },
  { headers: { 'OpenAI-No-Training': 'true' } }, //=> no-invented-parameters: OpenAI
);`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI({ defaultHeaders: { 'OpenAI-Organization': 'org-1' } });
await openai.chat.completions.create({
  model: 'gpt-5.4',
  messages: [{ role: 'user', content: 'Hi' }],
  store: false,
});`,
  },
  {
    name: 'the data_usage of a tutorial',
    preset: 'recommended',
    only: ['ts'],
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
await openai.chat.completions.create({
  model: 'gpt-5.4',
  messages: [{ role: 'user', content: 'Hi' }],
  store: false,
  // @ts-expect-error The types do not know it yet.
  data_usage: 'none', //=> no-invented-parameters: answers 400
});`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
await openai.chat.completions.create({
  model: 'gpt-5.4',
  messages: [{ role: 'user', content: 'Hi' }],
  store: false,
});`,
  },
  {
    name: 'metadata as a switch',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
await openai.responses.create({
  model: 'gpt-5.4',
  input: 'Hi',
  store: false,
  metadata: {
    zero_data_retention: 'true', //=> no-invented-parameters: one more kept value and changes nothing
    store: 'false', //=> no-ineffective-control: free text
    ticket: '42',
  },
});`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
await openai.responses.create({ model: 'gpt-5.4', input: 'Hi', store: false, metadata: { ticket: '42' } });`,
  },
  {
    name: 'an environment variable that nothing reads',
    preset: 'strict',
    code: `
import OpenAI from 'openai';
process.env.OPENAI_OPT_OUT = 'true'; //=> no-invented-parameters: does not exist at OpenAI
export const openai = new OpenAI();`,
    mended: `
import OpenAI from 'openai';
if (process.env.OPENAI_ZDR_APPROVED !== 'true') throw new Error('Not approved for this project.');
export const openai = new OpenAI();`,
  },
];

const P5: readonly Pain[] = [
  {
    name: 'a voice session whose trace lands in the dashboard',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';
const openai = new OpenAI();
export const secret = await openai.realtime.clientSecrets.create({
  session: {
    type: 'realtime',
    model: 'gpt-realtime',
    tracing: 'auto', //=> no-trace-export: Leave tracing out or set it to null.
  },
});
const socket = new OpenAIRealtimeWS({ model: 'gpt-realtime' }, openai);
socket.send({
  type: 'session.update',
  session: {
    type: 'realtime',
    tracing: { workflow_name: 'support' }, //=> no-trace-export: writes a trace of the session
  },
});`,
    mended: `
import OpenAI from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';
const openai = new OpenAI();
export const secret = await openai.realtime.clientSecrets.create({
  session: { type: 'realtime', model: 'gpt-realtime', tracing: null },
});
const socket = new OpenAIRealtimeWS({ model: 'gpt-realtime' }, openai);
socket.send({ type: 'session.update', session: { type: 'realtime', instructions: 'Be brief.' } });`,
  },
];

const P6: readonly Pain[] = [
  {
    name: 'conversations, made and used',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
const conversation = await openai.conversations.create(); //=> no-non-zdr-endpoint: POST /v1/conversations is not covered
await openai.responses.create({
  model: 'gpt-5.4',
  input: 'Hi',
  conversation: conversation.id, //=> no-server-state: 400 unsupported_parameter
  store: false,
});
await openai.conversations.items.create(conversation.id, { //=> no-non-zdr-endpoint: /items is not covered
  items: [{ type: 'message', role: 'user', content: 'Hi' }],
});`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
const history = [{ type: 'message', role: 'user', content: 'Hi' }];
await openai.responses.create({ model: 'gpt-5.4', input: history, store: false });
await openai.conversations.delete('conv_1');`,
  },
  {
    name: 'ChatKit, whose threads are conversations of their own',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
export const GET = async (user) => {
  const session = await openai.beta.chatkit.sessions.create({ user, workflow: { id: 'wf_1' } }); //=> no-non-zdr-endpoint: writes threads
  return session.client_secret;
};`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
export const POST = async (text) => {
  const stream = await openai.responses.create({ model: 'gpt-5.4', input: text, stream: true, store: false });
  return stream.toReadableStream();
};`,
  },
];

const P7: readonly Pain[] = [
  {
    name: 'code interpreter and a hosted shell',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
const container = await openai.containers.create({ name: 'analysis' }); //=> no-hosted-containers: POST /v1/containers works on a hosted container
await openai.responses.create({
  model: 'gpt-5.4',
  input: 'Draw the curve.',
  store: false,
  tools: [
    {
      type: 'code_interpreter', //=> no-hosted-containers: 20 idle minutes
      container: container.id,
    },
    {
      type: 'shell', //=> no-hosted-containers: A hosted shell
      environment: { type: 'container_auto' },
    },
  ],
});`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
await openai.responses.create({
  model: 'gpt-5.4',
  input: 'Draw the curve.',
  store: false,
  tools: [
    { type: 'function', name: 'run_python', parameters: { type: 'object' }, strict: false },
    { type: 'shell', environment: { type: 'local' } },
    { type: 'apply_patch' },
  ],
});
await openai.containers.delete('cntr_1');`,
  },
];

const P8: readonly Pain[] = [
  {
    name: 'a day of prompt cache',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
const defaults = {
  model: 'gpt-5.1',
  store: false,
  prompt_cache_retention: '24h', //=> no-prompt-cache-retention: up to 24 hours
};
export const ask = (input) => openai.responses.create({ ...defaults, input });`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
const defaults = { model: 'gpt-5.1', store: false, prompt_cache_retention: 'in_memory' };
export const ask = (input) => openai.responses.create({ ...defaults, input });`,
  },
  {
    name: 'a pin made for ZDR that breaks newer models, in both spellings',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
await openai.responses.create({
  model: 'gpt-5.5',
  input: 'Hi',
  store: false,
  prompt_cache_retention: 'in_memory', //=> no-prompt-cache-retention: answer 400 to in_memory
});
await openai.responses.create({
  model: 'gpt-5.6',
  input: 'Hi',
  store: false,
  prompt_cache_retention: 'in-memory', //=> no-prompt-cache-retention: mode: 'explicit'
});`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
await openai.responses.create({ model: 'gpt-5.5', input: 'Hi', store: false });
await openai.responses.create({
  model: 'gpt-5.6',
  input: 'Hi',
  store: false,
  prompt_cache_options: { mode: 'explicit' },
});`,
  },
];

const P9: readonly Pain[] = [
  {
    name: 'retrieval over uploaded files',
    preset: 'recommended',
    code: `
import fs from 'node:fs';
import OpenAI from 'openai';
const openai = new OpenAI();
const file = await openai.files.create({ file: fs.createReadStream('contract.pdf'), purpose: 'assistants', expires_after: { anchor: 'created_at', seconds: 3600 } }); //=> no-file-upload: POST /v1/files keeps what is uploaded
const store = await openai.vectorStores.create({ name: 'contracts', expires_after: { anchor: 'last_active_at', days: 1 } }); //=> no-non-zdr-endpoint: POST /v1/vector_stores is not covered
await openai.vectorStores.files.createAndPoll(store.id, { file_id: file.id }); //=> no-file-upload: /files keeps what is uploaded
await openai.responses.create({
  model: 'gpt-5.4',
  input: [
    {
      role: 'user',
      content: [
        {
          type: 'input_file',
          file_id: file.id, //=> no-stored-file-input: until it is deleted or expires
        },
      ],
    },
  ],
  store: false,
  tools: [
    {
      type: 'file_search', //=> no-hosted-tools: File search needs a vector store
      vector_store_ids: [store.id],
    },
  ],
});`,
    mended: `
import fs from 'node:fs';
import OpenAI from 'openai';
const openai = new OpenAI();
const data = fs.readFileSync('contract.pdf').toString('base64');
await openai.responses.create({
  model: 'gpt-5.4',
  input: [
    {
      role: 'user',
      content: [
        { type: 'input_file', filename: 'contract.pdf', file_data: \`data:application/pdf;base64,\${data}\` },
        { type: 'input_text', text: 'What is the term?' },
      ],
    },
  ],
  store: false,
  tools: [{ type: 'function', name: 'search_contracts', parameters: { type: 'object' }, strict: false }],
});
await openai.files.delete('file-1');
await openai.vectorStores.delete('vs_1');`,
  },
  {
    name: 'assistants with a thread that is thrown away',
    preset: 'recommended',
    only: ['ts', 'js', 'cjs'],
    code: `
const { OpenAI } = require('openai');
const openai = new OpenAI();
exports.ask = async (content) => {
  const assistant = await openai.beta.assistants.create({ model: 'gpt-5.4' }); //=> no-non-zdr-endpoint: POST /v1/assistants is not covered
  const thread = await openai.beta.threads.create({ messages: [{ role: 'user', content }] }); //=> no-non-zdr-endpoint: POST /v1/threads is not covered
  await openai.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id }); //=> no-non-zdr-endpoint: /runs is not covered
  await openai.beta.threads.delete(thread.id);
  await openai.beta.assistants.delete(assistant.id);
};`,
    mended: `
const { OpenAI } = require('openai');
const openai = new OpenAI();
exports.ask = async (content) => {
  const response = await openai.responses.create({ model: 'gpt-5.4', input: content, store: false });
  return response.output_text;
};`,
  },
  {
    name: 'batches, training, evals, agents and videos',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
await openai.batches.create({ input_file_id: 'file-1', endpoint: '/v1/responses', completion_window: '24h' }); //=> no-non-zdr-endpoint: POST /v1/batches is not covered
await openai.fineTuning.jobs.create({ model: 'gpt-4.1', training_file: 'file-1' }); //=> no-non-zdr-endpoint: POST /v1/fine_tuning/jobs is not covered
await openai.evals.create({ data_source_config: { type: 'logs' }, testing_criteria: [] }); //=> no-non-zdr-endpoint: POST /v1/evals is not covered
await openai.beta.agents.create({ name: 'helper' }); //=> no-non-zdr-endpoint: does not support ZDR
await openai.videos.create({ model: 'sora-2', prompt: 'A cat' }); //=> no-non-zdr-endpoint: POST /v1/videos is not covered`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
const inputs = ['one', 'two'];
await Promise.all(
  inputs.map((input) => openai.responses.create({ model: 'gpt-5.4', input, store: false, service_tier: 'flex' })),
);
await openai.batches.cancel('batch_1');
await openai.fineTuning.jobs.cancel('ftjob_1');`,
  },
];

const P10: readonly Pain[] = [
  {
    name: 'comments and names that promise more than the code does',
    preset: 'strict',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
await openai.responses.create({
  model: 'gpt-5.4',
  input: 'Hi',
  store: false, // Zero Data Retention //=> no-false-zdr-claim: "Zero Data Retention" is more than the code does
});
const ZDR_OPTIONS = {
  model: 'gpt-5.4',
  store: false, //=> no-false-zdr-claim: "ZDR_OPTIONS" is more than the code does
};
await openai.responses.create({ ...ZDR_OPTIONS, input: 'Hi' });
await openai.responses.create({
  model: 'gpt-5.4',
  input: 'Hi',
  store: false,
  // ZDR compliance
  include: ['reasoning.encrypted_content'], //=> no-false-zdr-claim: "ZDR" is more than the code does
});`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
await openai.responses.create({
  model: 'gpt-5.4',
  input: 'Hi',
  store: false, // OpenAI stores by default
});
const NOT_STORED = { model: 'gpt-5.4', store: false };
await openai.responses.create({ ...NOT_STORED, input: 'Hi' });
await openai.responses.create({
  model: 'gpt-5.4',
  input: 'Hi',
  store: false,
  // Needed because under ZDR no items are kept.
  include: ['reasoning.encrypted_content'],
});`,
  },
];

const P11: readonly Pain[] = [
  {
    name: 'a check of the setting that changes it',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI({ adminAPIKey: process.env.OPENAI_ADMIN_KEY });
export const setUp = () =>
  openai.admin.organization.dataRetention.update({
    retention_type: 'modified_abuse_monitoring', //=> no-retention-downgrade: is less than ZDR
  });
export const open = (id) =>
  openai.admin.organization.projects.dataRetention.update(id, {
    retention_type: 'none', //=> no-retention-downgrade: takes the approved control away
  });`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI({ adminAPIKey: process.env.OPENAI_ADMIN_KEY });
export async function check(id) {
  const organization = await openai.admin.organization.dataRetention.retrieve();
  const project = await openai.admin.organization.projects.dataRetention.retrieve(id);
  return [organization, project];
}`,
  },
  {
    name: 'a probe that stores something and looks for it',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
export async function isRetained() {
  const probe = await openai.responses.create({
    model: 'gpt-5.4',
    input: 'ping',
    store: true, //=> no-store: nothing fails where the organization is not approved
  });
  return openai.responses.retrieve(probe.id).then(() => true, () => false); //=> no-non-zdr-endpoint: GET /v1/responses/{}
}`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
export async function isRetained() {
  const probe = await openai.responses.create({
    model: 'gpt-5.4',
    input: 'ping',
    store: true, // eslint-disable-line openai-zdr/no-store -- a probe without content
  });
  // eslint-disable-next-line openai-zdr/no-non-zdr-endpoint -- has to answer 404
  return openai.responses.retrieve(probe.id).then(() => true, () => false);
}`,
  },
];

const P12: readonly Pain[] = [
  {
    name: 'an image of an earlier turn by its id',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
const first = await openai.responses.create({
  model: 'gpt-5.4',
  input: 'Draw a cat.',
  store: false,
  tools: [{ type: 'image_generation', model: 'gpt-image-2' }],
});
const image = first.output.find((item) => item.type === 'image_generation_call');
await openai.responses.create({
  model: 'gpt-5.4',
  input: [
    { role: 'user', content: [{ type: 'input_text', text: 'Now realistic.' }] },
    {
      type: 'image_generation_call',
      id: image.id, //=> no-server-state: Send the earlier image inline
    },
  ],
  store: false,
  tools: [{ type: 'image_generation', model: 'gpt-image-2' }],
});`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
const first = await openai.responses.create({
  model: 'gpt-5.4',
  input: 'Draw a cat.',
  store: false,
  tools: [{ type: 'image_generation', model: 'gpt-image-2' }],
});
const image = first.output.find((item) => item.type === 'image_generation_call');
await openai.responses.create({
  model: 'gpt-5.4',
  input: [
    {
      role: 'user',
      content: [
        { type: 'input_text', text: 'Now realistic.' },
        { type: 'input_image', detail: 'auto', image_url: \`data:image/png;base64,\${image.result}\` },
      ],
    },
  ],
  store: false,
  tools: [{ type: 'image_generation', model: 'gpt-image-2' }],
});`,
  },
];

const P13: readonly Pain[] = [
  {
    name: 'long work in the background',
    preset: 'recommended',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
let job = await openai.responses.create({
  model: 'gpt-5.4',
  input: 'Write the report.',
  store: false,
  background: true, //=> no-background: about 10 minutes
});
while (job.status === 'queued') job = await openai.responses.retrieve(job.id); //=> no-non-zdr-endpoint: GET /v1/responses/{}`,
    mended: `
import OpenAI from 'openai';
const openai = new OpenAI();
const stream = openai.responses.stream({ model: 'gpt-5.4', input: 'Write the report.', store: false });
const job = await stream.finalResponse();
console.log(job.output_text);`,
  },
];

const P14: readonly Pain[] = [
  {
    name: "a gateway's switch on a client that talks to OpenAI",
    preset: 'strict',
    code: `
import OpenAI from 'openai';
const openai = new OpenAI();
await openai.chat.completions.create({
  model: 'gpt-5.4',
  messages: [{ role: 'user', content: 'Hi' }],
  store: false,
  zdr: true, //=> no-invented-parameters: OpenAI has no such name
  provider: { zdr: true, data_collection: 'deny' }, //=> no-invented-parameters: \`provider.zdr\` promises privacy
});`,
    mended: `
import OpenAI from 'openai';
const router = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1', apiKey: process.env.OPENROUTER_API_KEY });
await router.chat.completions.create({
  model: 'openai/gpt-5.4',
  messages: [{ role: 'user', content: 'Hi' }],
  store: false,
  zdr: true,
  provider: { zdr: true, data_collection: 'deny' },
});`,
    mendedUnder: 'recommended', // which leaves gateways alone
  },
  {
    name: 'a gateway that logs, whatever OpenAI keeps',
    preset: 'strict',
    only: ['ts', 'js', 'cjs'],
    code: `
const OpenAI = require('openai');
const openai = new OpenAI({
  baseURL: 'https://oai.helicone.ai/v1', //=> no-third-party-logging: oai.helicone.ai
  defaultHeaders: { 'Helicone-Auth': process.env.HELICONE_API_KEY },
});
exports.ask = (input) => openai.responses.create({ model: 'gpt-5.4', input, store: false });`,
    mended: `
const OpenAI = require('openai');
const openai = new OpenAI();
exports.ask = (input) => openai.responses.create({ model: 'gpt-5.4', input, store: false });`,
  },
];

const pains: Readonly<Record<string, readonly Pain[]>> = {
  'P1: ids of items replayed after store: false': P1,
  'P2: store left out, and nobody is told': P2,
  'P3: responses chained by id': P3,
  'P4: switches that OpenAI does not have': P4,
  'P5: traces that ZDR refuses, or that are kept without it': P5,
  'P6: conversations': P6,
  'P7: containers at OpenAI': P7,
  'P8: how long prompts rest in the cache': P8,
  'P9: endpoints that ZDR never covers': P9,
  'P10: store: false that is called ZDR': P10,
  'P11: finding out whether ZDR is on': P11,
  'P12: images of earlier turns': P12,
  'P13: background mode': P13,
  'P14: gateways and their switches': P14,
};

/** ` //=> rule: part of the message`, any number of them at the end of a line. */
const MARK = / \/\/=> ([\w-]+): (.*?)(?= \/\/=> |$)/g;

describe.each([...Object.entries(pains), ...Object.entries(libraryPains)])('%s', (_id, cases) => {
  describe.each(cases)('$name', (pain) => {
    const languages = pain.only ?? (['ts', 'js'] as const);
    const rulesOf = (preset: Pain['preset']) => ({
      rules: plugin.configs[preset].rules as Linter.RulesRecord,
    });
    const lines = pain.code.split('\n');
    const code = lines.map((line) => line.replaceAll(MARK, '')).join('\n');
    const expected = lines.flatMap((line, at) =>
      [...line.matchAll(MARK)].map(([, rule, part]) => ({ line: at + 1, rule, part })),
    );

    it.each(languages)('is reported in %s', (language) => {
      expect(expected).not.toEqual([]);
      const found = lint(code, language, rulesOf(pain.preset)).map(({ line, ruleId, message }) => ({
        line,
        rule: ruleId?.replace('openai-zdr/', ''),
        message,
      }));
      expect(found.map(({ line, rule }) => ({ line, rule }))).toEqual(
        expected.map(({ line, rule }) => ({ line, rule })),
      );
      for (const [at, { part }] of expected.entries()) expect(found[at]!.message).toContain(part);
    });

    it.each(languages)('is silent once mended in %s', (language) => {
      expect(lint(pain.mended, language, rulesOf(pain.mendedUnder ?? 'strict'))).toEqual([]);
    });
  });
});
