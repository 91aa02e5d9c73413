/**
 * Run by `wire.test.ts` in a process of its own, in a folder that holds programs and one version of the SDK: runs each
 * program with a `fetch` that answers by itself, and prints what each would have sent, as JSON.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL, URL } from 'node:url';

const { Headers, Response } = globalThis;

const [folder, major] = process.argv.slice(2);
process.env.OPENAI_API_KEY = 'key';

let sent = [];
const answer = {
  id: 'resp_1',
  object: 'response',
  status: 'completed',
  output: [],
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Hi' } }],
};
globalThis.fetch = async (url, init) => {
  const body = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
  const { host, pathname } = new URL(typeof url === 'string' ? url : url.url);
  const headers = [...new Headers(init.headers)].filter(([name]) => /^(?:x-)?openai-/.test(name));
  sent.push({
    method: init.method.toUpperCase(),
    host,
    path: pathname.replace(/^\/v1/, ''),
    headers: Object.fromEntries(headers),
    body,
  });
  if (!body?.stream) return Response.json(answer);
  const events = [{ type: 'response.created' }, { type: 'response.completed' }];
  const text = events.map(
    (event) => `event: ${event.type}\ndata: ${JSON.stringify({ ...event, response: answer })}\n\n`,
  );
  return new Response(text.join(''), { headers: { 'content-type': 'text/event-stream' } });
};

const require = createRequire(path.join(folder, 'prelude.cjs'));
if (major === '4') {
  // Before 5 the SDK brings a fetch of its own, unless it is told to use the global one; once for each module system.
  require('openai/shims/web');
  await import(pathToFileURL(path.join(folder, 'prelude.mjs')));
}

const found = {};
process.on('unhandledRejection', () => {});
for (const file of readdirSync(folder).filter((name) => /^\d/.test(name))) {
  sent = [];
  let error = null;
  try {
    const module = await import(pathToFileURL(path.join(folder, file)));
    await module.default;
    // What a program starts without waiting for it.
    for (let i = 0; i < 20; i++) await setImmediate();
  } catch (thrown) {
    error = String(thrown?.stack ?? thrown);
  }
  delete globalThis.openai;
  found[file] = { sent, error };
}
process.stdout.write(JSON.stringify(found));
process.exit(0);
