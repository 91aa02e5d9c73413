import { readFileSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { installedBrowser } from './browser.js';
import { folderWithPackage, run } from './project.js';

let folder: string;

beforeAll(() => {
  folder = folderWithPackage(inject('tarball'), {
    'src/ask.ts': `import OpenAI from 'openai';
const client = new OpenAI();
export const ask = (input: string) => client.responses.create({ model: 'gpt-5.6', input, store: false });
export const open = (body: any) => client.responses.create(body);
`,
    'src/upload.js': `import OpenAI from 'openai';
await new OpenAI().files.create({ file, purpose: 'user_data' });
`,
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const inventory = (args: readonly string[], expected?: readonly number[]) =>
  run(folder, path.join('node_modules', '.bin', 'openai-zdr'), ['inventory', 'src', ...args], expected);

it('lists the requests, and fails at one that nobody signed off', () => {
  const { stdout } = inventory(['--format', 'json', '--output-file', 'signed.json']);
  expect(stdout).toBe('');
  inventory(['--check', 'signed.json']);
  const signed = JSON.parse(readFileSync(path.join(folder, 'signed.json'), 'utf8')) as {
    lines: { file: string }[];
  };
  expect(signed.lines.map(({ file }) => file)).toEqual(['src/ask.ts', 'src/ask.ts', 'src/upload.js']);
  const fewer = path.join(folder, 'fewer.json');
  run(folder, process.execPath, [
    '-e',
    `const s = JSON.parse(fs.readFileSync('signed.json')); s.lines.pop(); fs.writeFileSync('fewer.json', JSON.stringify(s));`,
  ]);
  const { stderr } = inventory(['--check', 'fewer.json'], [1]);
  expect(stderr).toContain('Not signed off: src/upload.js:2 POST /v1/files (kept)');
  rmSync(fewer);
});

const executablePath = installedBrowser();

// Without a browser on this machine only; CI has one.
describe.skipIf(executablePath === null)('the page in a browser', () => {
  let browser: Browser;
  let page: Page;
  const requested: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    inventory(['--format', 'html', '--output-file', 'inventory.html']);
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
    page = await browser.newPage();
    page.on('request', (request) => requested.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(pathToFileURL(path.join(folder, 'inventory.html')).href);
  });

  afterAll(() => browser.close());

  const places = () => page.locator('#places tbody tr:visible td:nth-child(3)').allTextContents();

  it('shows each request, and loads nothing', async () => {
    expect(await places()).toEqual(['src/ask.ts:3', 'src/ask.ts:4', 'src/upload.js:2']);
    expect(requested).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('is filtered by verdict and by words', async () => {
    await page.getByLabel('Verdict').selectOption('unproven');
    expect(await places()).toEqual(['src/ask.ts:4']);
    expect(await page.locator('#shown').textContent()).toBe('1 of 3 shown');
    await page.getByLabel('Verdict').selectOption('');
    await page.getByLabel('Search').fill('v1/files');
    expect(await places()).toEqual(['src/upload.js:2']);
    await page.getByLabel('Search').fill('');
    expect(await places()).toHaveLength(3);
  });

  it('is sorted by a column, both ways, and says so', async () => {
    const place = page.getByRole('button', { name: 'Place' });
    await place.click();
    expect(await places()).toEqual(['src/ask.ts:3', 'src/ask.ts:4', 'src/upload.js:2']);
    await place.click();
    expect(await places()).toEqual(['src/upload.js:2', 'src/ask.ts:4', 'src/ask.ts:3']);
    expect(await page.getByRole('columnheader', { name: 'Place' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
  });

  it('is dark where the reader wants it, and whole in print', async () => {
    const color = () => page.evaluate<string>(`getComputedStyle(document.querySelector('.mark.kept')).color`);
    const light = await color();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await color()).not.toBe(light);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await places()).toHaveLength(3);
  });
});
