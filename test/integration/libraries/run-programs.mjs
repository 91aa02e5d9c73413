/**
 * Run by `wire.ts` in a process of its own: runs each program of a folder with a `fetch` that answers by itself, and
 * prints what each would have sent, as one line of JSON.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL, URL } from 'node:url';
import { answerSockets } from './answer-sockets.mjs';

const { FormData, Headers, Request, Response } = globalThis;

const [folder] = process.argv.slice(2);
process.env.OPENAI_API_KEY ??= 'key';

const usage = { input_tokens: 1, output_tokens: 1, total_tokens: 2, prompt_tokens: 1, completion_tokens: 1 };
const answer = {
  id: 'resp_1',
  object: 'response',
  created_at: 1,
  created: 1,
  model: 'gpt-5',
  status: 'completed',
  output: [
    {
      type: 'message',
      id: 'msg_1',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text: '{}', annotations: [] }],
    },
  ],
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: '{}' } }],
  data: [],
  usage: {
    ...usage,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens_details: { reasoning_tokens: 0 },
  },
};

/** In milliseconds: nothing here waits for a network, but a first import on a busy machine takes its time. */
const PATIENCE = 20_000;

let sent = [];

globalThis.fetch = async (input, init = {}) => {
  const request = input instanceof Request ? input : null;
  const url = new URL(request ? request.url : String(input));
  const given = request ? await request.clone().text() : init.body;
  const body = bodyOf(given);
  sent.push({
    method: (init.method ?? request?.method ?? 'GET').toUpperCase(),
    host: url.host,
    path: url.pathname,
    headers: Object.fromEntries(new Headers(init.headers ?? request?.headers)),
    body,
  });
  if (!body?.stream) return Response.json(answer);
  const events = [
    { type: 'response.created', response: answer },
    { type: 'response.completed', response: answer },
  ];
  const text = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  return new Response(text.join(''), { headers: { 'content-type': 'text/event-stream' } });
};

await answerSockets(({ method, host, url, headers, body }) => {
  const { pathname } = new URL(url, 'https://host');
  sent.push({ method, host, path: pathname, headers, body: bodyOf(body) });
}, answer);

function bodyOf(given) {
  if (given instanceof FormData)
    return Object.fromEntries([...given].map(([name, part]) => [name, String(part)]));
  const text = given instanceof Uint8Array ? new globalThis.TextDecoder().decode(given) : given;
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

process.on('unhandledRejection', () => {});
const found = {};
for (const file of readdirSync(folder).filter((name) => name.endsWith('.mjs'))) {
  sent = [];
  let error = null;
  try {
    // An answer that a library waits for in vain must not hold up the others.
    const late = setTimeout(PATIENCE, 'too late', { ref: true });
    const ended = await Promise.race([import(pathToFileURL(path.join(folder, file))), late]);
    if (ended === 'too late') error = `did not end within ${PATIENCE} ms`;
  } catch (thrown) {
    error = String(thrown?.stack ?? thrown);
  }
  // What a program starts without waiting for it.
  await setTimeout(20);
  found[file.replace(/\.mjs$/, '')] = { sent, error };
}
process.stdout.write(`\n${JSON.stringify(found)}`, () => process.exit(0));
