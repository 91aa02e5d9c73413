import { CLIENT, GROQ, IMPORT, REQUIRE, row, testRule, type Finding, type Invalid } from './tester.js';

const finding = (id: string): Finding => ({ messageId: 'file', data: row(`parameter:${id}`) });
const content = finding('input[*].content[*].file_id');
const screenshot = finding('input[*].output.file_id');
const output = finding('input[*].output[*].file_id');
const chat = finding('messages[*].content[*].file.file_id');
const mask = finding('tools[*].input_image_mask.file_id');
const edited = finding('images[*].file_id');
const editedMask = finding('mask.file_id');
const container = finding('tools[*].container.file_ids');
const shell = finding('tools[*].environment.file_ids');

const found = (of: Finding, code: string, extra: Partial<Invalid> = {}): Invalid => ({
  code,
  findings: [of],
  ...extra,
});
const body = (of: Finding, text: string, extra: Partial<Invalid> = {}): Invalid =>
  found(of, `${CLIENT}await client.responses.create({ store: false, ${text} });`, extra);
const JS: Partial<Invalid> = { only: ['js'] };
const TS: Partial<Invalid> = { only: ['ts'] };
const user = (part: string) => `input: [{ role: 'user', content: [${part}] }]`;

testRule('no-stored-file-input', {
  invalid: [
    body(content, user(`{ type: 'input_file', «file_id: 'file-1'» }`)),
    body(content, user(`{ type: 'input_image', «file_id: image.id», detail: 'auto' }`)),
    body(
      content,
      user(`{ type: 'input_text', text: 'x' }, { type: 'input_file', «file_id: process.env.FILE» }`),
    ),
    body(content, user(`...ids.map((id) => ({ type: 'input_file', «file_id: id» }))`)),
    body(content, user(`...(image ? [{ type: 'input_image', «file_id: image» }] : [])`)),
    body(content, user(`...[image && { type: 'input_image', «file_id: image» }]`)),
    body(content, user(`{ type: 'input_file' as const, «file_id: file!» }`), TS),
    body(
      content,
      `input: [{ role: 'user', content: ids.map((file_id) => ({ type: 'input_file', «file_id» })) }]`,
    ),
    body(
      content,
      `input: [{ role: 'user', content: [{ type: 'input_file', «file_id: 'x'» }] }].concat(more)`,
    ),
    body(screenshot, `input: [{ type: 'computer_call_output', call_id: 'c', output: { «file_id: 'x'» } }]`),
    body(
      output,
      `input: [{ type: 'function_call_output', call_id: 'c', output: [{ type: 'input_image', «file_id: 'x'» }] }]`,
    ),
    body(mask, `tools: [{ type: 'image_generation', input_image_mask: { «file_id: 'x'» } }]`),
    body(container, `tools: [{ type: 'code_interpreter', container: { type: 'auto', «file_ids: ['x']» } }]`),
    body(container, `tools: [{ type: 'code_interpreter', container: { type: 'auto', «file_ids: files» } }]`),
    body(shell, `tools: [{ type: 'shell', environment: { type: 'container_auto', «file_ids: ['x']» } }]`),
    found(
      chat,
      `${CLIENT}await client.chat.completions.create({ messages: [{ role: 'user', content: [{ type: 'file', file: { «file_id: 'x'» } }] }] });`,
    ),
    found(
      chat,
      `${CLIENT}const file = { «file_id: 'x'» };\nawait client.chat.completions.create({ messages: [{ role: 'user', content: [{ type: 'file', file }] }] });`,
    ),
    found(
      edited,
      `${CLIENT}await client.post('/images/edits', { body: { model: 'gpt-image-2', prompt: 'x', images: [{ image_url: 'data:' }, { «file_id: 'file-1'» }] } });`,
    ),
    found(
      editedMask,
      `${CLIENT}await client.post('/images/edits', { body: { images: [{ image_url: 'data:' }], mask: { «file_id: 'file-1'» } } });`,
    ),
    found(
      edited,
      `await fetch('https://api.openai.com/v1/images/edits', { method: 'POST', body: JSON.stringify({ images: ids.map((id) => ({ «file_id: id» })) }) });`,
    ),
    found(
      content,
      `${CLIENT}await client.responses.compact({ model: 'x', ${user(`{ type: 'input_file', «file_id: 'x'» }`)} });`,
    ),
    found(content, `${CLIENT}await client.post('/responses', { body: { ${user(`{ «file_id: 'x'» }`)} } });`),
    found(content, `${REQUIRE}void client.responses.create({ ${user(`{ «file_id: 'x'» }`)} });`, {
      only: ['cjs'],
    }),
    found(
      content,
      `${CLIENT}const content = [{ type: 'input_text', text: 'x' }];\nif (process.env.FILE) content.push({ type: 'input_file', «file_id: process.env.FILE» });\nawait client.responses.create({ input: [{ role: 'user', content }] });`,
      JS,
    ),
    found(
      content,
      `${CLIENT}const item = { role: 'user', content: [{ type: 'input_file', «file_id: 'x'» }] };\nconst history = [item];\nawait client.responses.create({ input: [...history, { role: 'user', content: 'y' }] });`,
      JS,
    ),
    found(
      content,
      `${IMPORT}export const read = (client: OpenAI, id: string) => client.responses.create({ ${user(`{ type: 'input_file', «file_id: id» }`)} });`,
      TS,
    ),
  ],
  valid: [
    `${CLIENT}await client.responses.create({ ${user(`{ type: 'input_file', file_data: 'data:' }`)} });`,
    `${CLIENT}await client.responses.create({ ${user(`{ type: 'input_image', image_url: 'https://example.com/a.png' }`)} });`,
    `${CLIENT}await client.responses.create({ ${user(`{ type: 'input_image', image_url: 'x', file_id: null }`)} });`,
    `${CLIENT}await client.responses.create({ ${user(`{ type: 'input_file', file_id: undefined }`)} });`,
    `${CLIENT}await client.responses.create({ ${user(`part`)} });`,
    `${CLIENT}await client.responses.create({ input: 'file_id', metadata: { file_id: 'x' } });`,
    `${CLIENT}await client.responses.create({ tools: [{ type: 'code_interpreter', container: { type: 'auto', file_ids: [] } }] });`,
    `${CLIENT}await client.responses.create({ tools: [{ type: 'code_interpreter', container: 'cntr_1' }] });`,
    `${CLIENT}await client.responses.create({ tools: [{ type: 'function', name: 'open', parameters: { file_id: 'x' } }] });`,
    `${CLIENT}await client.chat.completions.create({ messages: [{ role: 'user', content: [{ type: 'file', file: { file_data: 'x' } }] }] });`,
    `${CLIENT}await client.post('/images/edits', { body: { images: [{ image_url: 'data:' }], mask: { image_url: 'data:' } } });`,
    `${CLIENT}await client.images.edit({ image: file, mask: other, prompt: 'x', model: 'gpt-image-2' });`,
    `${CLIENT}await client.images.generate({ prompt: 'x', images: [{ file_id: 'x' }] });`,
    `await fetch('https://images.example.com/v1/images/edits', { method: 'POST', body: JSON.stringify({ images: [{ file_id: 'x' }] }) });`,
    `${CLIENT}await client.vectorStores.files.delete('x', { vector_store_id: 'y', file_id: 'z' });`,
    `${CLIENT}await client.files.delete('file-1');`,
    `${GROQ}await client.responses.create({ ${user(`{ file_id: 'x' }`)} });`,
    `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI().responses.create({ ${user(`{ file_id: 'x' }`)} });`,
    `import Anthropic from '@anthropic-ai/sdk'; // openai\nawait new Anthropic().messages.create({ messages: [{ role: 'user', content: [{ source: { file_id: 'x' } }] }] });`,
    `export const part = { vendor: 'openai', file_id: 'x' };`,
    {
      code: `${CLIENT}const part = { type: 'input_file', file_id: 'x' };\ndelete part.file_id;\nawait client.responses.create({ input: [{ role: 'user', content: [part] }] });`,
      only: ['js'],
    },
    {
      code: `${IMPORT}export type Part = { file_id: string };\nexport const name = (part: Part) => part.file_id;\nvoid OpenAI;`,
      only: ['ts'],
    },
  ],
});
