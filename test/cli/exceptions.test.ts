import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checker } from '../../src/cli/checker.js';
import { main } from '../../src/cli/main.js';

it('lists exceptions in the settings that nothing needed', async () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'exceptions-'));
  const allow = [
    { endpoint: '/files', reason: 'public manuals only' },
    { endpoint: '/batches', reason: 'left from last year' },
  ];
  writeFileSync(path.join(cwd, 'openai-zdr.json'), JSON.stringify({ allow }));
  writeFileSync(
    path.join(cwd, 'upload.js'),
    `import OpenAI from 'openai';\nnew OpenAI().files.create({ file, purpose: 'user_data' });\n`,
  );
  const lines: string[] = [];
  const io = { cwd, stdout: (text: string) => lines.push(text), stderr: (text: string) => lines.push(text) };
  const code = await main(['check', '.'], io as never, checker);
  const output = lines.join('');
  expect(output).toContain(
    'The exception for endpoint /batches in the settings was not needed (left from last year)',
  );
  expect(output).not.toContain('endpoint /files');
  expect(code).toBe(0);
});
