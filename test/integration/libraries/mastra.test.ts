import { describe, expect, it } from 'vitest';
import { differences } from './claims.js';
import { sentBy } from './wire.js';

const IMPORTS = `import { Agent } from '@mastra/core/agent';
import { openai } from '@ai-sdk/openai';
const own = { id: 'a', name: 'a', instructions: 'Be short.', maxRetries: 0 };
`;

const written = '{ providerOptions: { openai: { store: false } } }';

const programs: Readonly<Record<string, string>> = {
  bare: `const a = new Agent({ ...own, model: 'openai/gpt-5' }); await a.generate('Hi');`,
  defaults: `const a = new Agent({ ...own, model: 'openai/gpt-5', defaultOptions: ${written} }); await a.generate('Hi');`,
  call: `const a = new Agent({ ...own, model: 'openai/gpt-5' }); await a.generate('Hi', ${written});`,
  callWins: `const a = new Agent({ ...own, model: 'openai/gpt-5', defaultOptions: ${written} });
    await a.generate('Hi', { providerOptions: { openai: { store: true } } });`,
  listed: `const a = new Agent({ ...own, model: [{ model: 'openai/gpt-5', maxRetries: 0, providerOptions: { openai: { store: false } } }] });
    await a.generate('Hi');`,
  sdkModel: `const a = new Agent({ ...own, model: openai('gpt-5') }); await a.generate('Hi');`,
  chat: `const a = new Agent({ ...own, model: openai.chat('gpt-5') }); await a.generate('Hi');`,
};

describe('what Mastra sends is what is read', () => {
  const withImports = Object.fromEntries(
    Object.entries(programs).map(([name, code]) => [name, IMPORTS + code]),
  );
  const runs = sentBy('mastra', withImports);

  it.each(Object.entries(withImports))('%s', (name, code) => {
    const run = runs[name]!;
    expect(run.sent, run.error ?? '').not.toEqual([]);
    expect(differences(code, run, {}, ['store', 'model'])).toEqual([]);
  });
});
