import { CLIENT, GROQ, IMPORT, REQUIRE, row, testRule, type Finding, type Invalid } from './tester.js';

const finding = (path: string, id: string): Finding => ({
  messageId: 'kept',
  data: { ...row(`endpoint:${id}`), method: 'POST', path: `/v1${path}` },
});
const upload = finding('/files', '/files (upload)');
/** `client.` and a call with its last name marked. */
const call = (of: Finding, code: string, extra: Partial<Invalid> = {}): Invalid => ({
  code: `${CLIENT}await client.${code};`,
  findings: [of],
  only: ['js'],
  ...extra,
});
const BOTH = { only: ['ts', 'js'] } as const;

testRule('no-file-upload', {
  invalid: [
    call(upload, `files.«create»({ file: {}, purpose: 'assistants' })`, BOTH),
    call(
      upload,
      `files.«create»({ file: {}, purpose: 'batch', expires_after: { anchor: 'created_at', seconds: 3600 } })`,
    ),
    call(upload, `«post»('/files', { body: {} })`, BOTH),
    call(upload, `vectorStores.files.«upload»('vs', {})`),
    call(upload, `vectorStores.files.«uploadAndPoll»('vs', {})`),
    call(upload, `vectorStores.fileBatches.«uploadAndPoll»('vs', { files: [] })`),
    call(upload, `beta.vectorStores.fileBatches.«uploadAndPoll»('vs', { files: [] })`),
    call(finding('/uploads', '/uploads'), `uploads.«create»({ bytes: 1, filename: 'x' })`, BOTH),
    call(finding('/uploads/{}/parts', '/uploads'), `uploads.parts.«create»('upload', { data: {} })`),
    call(finding('/uploads/{}/complete', '/uploads'), `uploads.«complete»('upload', { part_ids: [] })`),
    call(
      finding('/vector_stores/{}/files', '/vector_stores/{}/files (attach)'),
      `vectorStores.files.«create»('vs', { file_id: 'f' })`,
      BOTH,
    ),
    call(
      finding('/vector_stores/{}/file_batches', '/vector_stores/{}/files (attach)'),
      `vectorStores.fileBatches.«create»('vs', { file_ids: [] })`,
    ),
    { code: `${REQUIRE}void client.files.«create»({ file: {} });`, only: ['cjs'], findings: [upload] },
    {
      code: `${CLIENT}const { files } = client;\nawait files.«create»({ file: {} });`,
      only: ['js'],
      findings: [upload],
    },
    {
      code: `${IMPORT}import { Files } from 'openai/resources/files';\nawait new Files(new OpenAI()).«create»({});`,
      only: ['js'],
      findings: [upload],
    },
    {
      code: `${IMPORT}export const send = (client: OpenAI, file: File) => client.files.«create»({ file, purpose: 'user_data' });`,
      only: ['ts'],
      findings: [upload],
    },
    {
      code: `import { prepareAgentDirectory } from 'openai/helpers/beta/agents/filesystem';\nimport OpenAI from 'openai';\nawait «prepareAgentDirectory»(new OpenAI().files, './x', {});`,
      only: ['js'],
      findings: [upload],
    },
  ],
  valid: [
    ...[
      `files.delete('file')`,
      `files.del('file')`,
      `files.list()`,
      `files.retrieve('file')`,
      `files.content('file')`,
      `delete('/files/file-1')`,
      `get('/files')`,
      `uploads.cancel('upload')`,
      `vectorStores.files.delete('file', { vector_store_id: 'vs' })`,
      `vectorStores.files.list('vs')`,
      `audio.transcriptions.create({ file: {}, model: 'whisper-1' })`,
      `images.edit({ image: {}, prompt: 'x' })`,
      `responses.create({ input: [{ role: 'user', content: [{ type: 'input_file', file_data: 'data:' }] }], store: false })`,
      `containers.files.create('c', { file: {} })`,
      `embeddings.create({ input: 'x' })`,
      `post('/my/files', { body: {} })`,
    ].map((code) => ({ code: `${CLIENT}await client.${code};`, only: ['js'] as const })),
    `${GROQ}await client.files.create({ file: {}, purpose: 'batch' });`,
    `${IMPORT}await new OpenAI({ baseURL: 'https://api.together.xyz/v1' }).files.create({});`,
    `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI().files.create({});`,
    `import Stripe from 'stripe'; // openai\nawait new Stripe('').files.create({ file: {}, purpose: 'dispute_evidence' });`,
    `import Anthropic from '@anthropic-ai/sdk'; // openai\nawait new Anthropic().beta.files.upload({ file: {} });`,
    `import { createClient } from '@supabase/supabase-js'; // openai\nawait createClient('', '').storage.from('x').upload('a', 'b');`,
    `import { GoogleGenAI } from '@google/genai'; // openai\nawait new GoogleGenAI({}).files.upload({ file: 'x' });`,
    `import { google } from 'googleapis'; // openai\nawait google.drive('v3').files.create({});`,
    `await openai.files.create({ file: {} });`,
    `${CLIENT}expect(client.files.create).not.toHaveBeenCalled();`,
    `${IMPORT}import { vi } from 'vitest';\nvi.mock('openai');\nawait new OpenAI().files.create({});`,
    { code: `${REQUIRE}void client.files.del('file');`, only: ['cjs'] },
    {
      code: `import { toFile } from 'openai';\nexport const file = await toFile(Buffer.from(''), 'x');`,
      only: ['js'],
    },
    {
      code: `import type { FileObject } from 'openai/resources/files';\nexport type Name = FileObject['filename'];`,
      only: ['ts'],
    },
  ],
});
