/**
 * What the rules cost, as a share of what ESLint needs anyway to parse and traverse the same files. Only the ratios mean
 * something, and only within one run: machines and their load differ.
 */
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../src/index.js';

const ROUNDS = 3;
const FILES = 4;

const corpora: Readonly<Record<string, readonly string[]>> = {
  'unrelated code': files((i) => `import { load } from './load${i}.js';\n${functions(40)}`),
  'code that only mentions OpenAI': files((i) => `export const vendor${i} = 'openai';\n${functions(40)}`),
  'one request in a file': files(() => `import OpenAI from 'openai';\n${functions(40)}${requests(1)}`),
  'a request in every function': files(() => `import OpenAI from 'openai';\n${requests(40)}`),
  'other libraries in every function': files(
    () => `import { openai } from '@ai-sdk/openai';\nimport { generateText } from 'ai';\n${calls(40)}`,
  ),
};

function files(text: (i: number) => string): string[] {
  return Array.from({ length: FILES }, (_, i) => text(i));
}

/** Plain code: calls, objects, branches, types. */
function functions(count: number): string {
  return repeat(
    count,
    (i) => `
export async function work${i}(input: readonly Item${i}[], options: { limit?: number } = {}): Promise<string[]> {
  const found: string[] = [];
  for (const item of input) {
    if (options.limit !== undefined && found.length >= options.limit) break;
    const { id, name = 'none', ...rest } = item;
    const response = await store.items.create({ id, name: name.trim(), meta: { ...rest, at: Date.now() } });
    found.push(\`\${response.id}: \${response.name ?? name}\`);
  }
  return found.filter((line) => !line.startsWith('#'));
}
interface Item${i} { id: string; name?: string; tags: string[] }
`,
  );
}

function requests(count: number): string {
  return repeat(
    count,
    (i) => `
const client${i} = new OpenAI({ apiKey: process.env.KEY, timeout: 1000, defaultHeaders: { 'X-Team': 'a' } });
export async function ask${i}(input: string, isLong: boolean) {
  const params = { model: 'gpt-5', input, max_output_tokens: isLong ? 4000 : 400, store: ${i % 2 === 0} };
  const response = await client${i}.responses.create({ ...params, metadata: { team: 'a' } });
  const { output_text } = await client${i}.responses.create({ model: 'gpt-5', input: response.output_text });
  await client${i}.chat.completions.create({ model: 'gpt-5', messages: [{ role: 'user', content: output_text }] });
  return client${i}.files.create({ file: toFile(output_text), purpose: 'user_data' });
}
`,
  );
}

/** Calls of the AI SDK, and bare ones. */
function calls(count: number): string {
  return repeat(
    count,
    (i) => `
export async function ask${i}(prompt: string, isLong: boolean) {
  const options = { openai: { store: ${i % 2 === 0}, user: 'a' } };
  const { text } = await generateText({ model: openai(isLong ? 'gpt-5' : 'gpt-5-mini'), prompt, providerOptions: options });
  const response = await fetch('https://api.openai.com/v1/responses', {
    method: 'POST',
    headers: { Authorization: \`Bearer \${process.env.KEY}\` },
    body: JSON.stringify({ model: 'gpt-5', input: text, store: false }),
  });
  return response.json();
}
`,
  );
}

function repeat(count: number, text: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => text(i)).join('');
}

const rules = Object.keys(plugin.configs.all.rules!);
const variants: readonly (readonly string[])[] = [rules, ...rules.map((rule) => [rule])];

/** Missing in ESLint's type declarations. */
interface WithTimes {
  getTimes(): { passes: { total: number; rules?: Record<string, { total: number }> }[] };
}

/** The share of the rules in the time for all files of a corpus, beside what ESLint does by itself. */
function shareOf(texts: readonly string[], enabled: readonly string[]): { ours: number; rest: number } {
  const linter = new Linter();
  const all = plugin.configs.all;
  const entries = Object.fromEntries(enabled.map((rule) => [rule, all.rules![rule]!]));
  const config: Linter.Config = { ...all, files: ['**/*.ts'], rules: entries, languageOptions: { parser } };
  let ours = 0;
  let rest = 0;
  for (const text of texts) {
    const options = { filename: 'file.ts', fix: false, stats: true };
    // Only this method keeps the times, also when it fixes nothing.
    linter.verifyAndFix(text, [config], options as Linter.FixOptions);
    const { total, rules: times = {} } = (linter as unknown as WithTimes).getTimes().passes[0]!;
    const spent = Object.values(times).reduce((sum, time) => sum + time.total, 0);
    ours += spent;
    rest += total - spent;
  }
  return { ours, rest };
}

for (const [name, texts] of Object.entries(corpora)) {
  // The variants take turns, so that a busy moment of the machine does not fall on one of them; the first round warms up.
  const rounds = Array.from({ length: ROUNDS + 1 }, () =>
    variants.map((enabled) => shareOf(texts, enabled)),
  ).slice(1);
  const rest = median(rounds.flat().map((share) => share.rest));
  const lines = texts.reduce((sum, text) => sum + text.split('\n').length, 0);
  console.log(`\n${name}: ${lines} lines, parsed and traversed in ${rest.toFixed(0)} ms; on top of that`);
  for (const [i, enabled] of variants.entries()) {
    const share = median(rounds.map((round) => round[i]!.ours)) / rest;
    console.log(
      `${`${(share * 100).toFixed(2)} %`.padStart(10)}  ${enabled.length > 1 ? 'all rules' : enabled[0]}`,
    );
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}
