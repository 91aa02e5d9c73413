import { describe, expect, it } from 'vitest';
import { lint, ruleIds, type Language } from './lint.js';

const REACT = `import { ChatKit, useChatKit } from '@openai/chatkit-react';\n`;

describe('ChatKit with a backend at OpenAI is found', () => {
  it.each<[string, Language?]>([
    [`${REACT}useChatKit({ api: { getClientSecret } });`],
    [`${REACT}useChatKit({ api: { getClientSecret: async () => secret } });`],
    [`${REACT}useChatKit({ api: { getClientSecret: useCallback(async () => secret, []) } });`],
    [
      `${REACT}const api = { async getClientSecret() { return secret; } };\nuseChatKit({ api, theme: 'dark' });`,
    ],
    [
      `${REACT}const options = { api: { getClientSecret } };\nexport const Chat = () => <ChatKit control={useChatKit({ ...options }).control} />;`,
    ],
    [`import * as kit from '@openai/chatkit-react';\nkit.useChatKit({ api: { getClientSecret } });`],
    [`import { useChatKit as use } from '@openai/chatkit-react';\nuse({ api: { getClientSecret } });`],
    [
      `import type { OpenAIChatKit } from '@openai/chatkit';\nexport const open = (chat: OpenAIChatKit) => chat.setOptions({ api: { getClientSecret } });`,
      'ts',
    ],
    [
      `const { useChatKit } = require('@openai/chatkit-react');\nuseChatKit({ api: { getClientSecret } });`,
      'cjs',
    ],
  ])('%s', (code, language = 'js') => {
    const found = lint(code, language);
    expect(ruleIds(found)).toEqual(['no-server-state']);
    expect(found[0]!.message).toContain('threads are kept until they are deleted');
  });
});

describe('what only looks like it is not reported', () => {
  it.each([
    `${REACT}useChatKit({ api: { url: '/chatkit', domainKey } });`,
    `${REACT}export const useMine = (options) => useChatKit(options);`,
    `${REACT}useChatKit({ api });`,
    `${REACT}useChatKit({ api: { url, domainKey, fetch }, getClientSecret });`,
    `import { useChatKit } from './openai-chatkit.js';\nuseChatKit({ api: { getClientSecret } });`,
    `import { vi } from 'vitest';\n${REACT}vi.mock('@openai/chatkit-react');\nuseChatKit({ api: { getClientSecret } });`,
    `import { useChart } from 'openai-charts';\nuseChart().setOptions({ api: { getClientSecret } });`,
  ])('%s', (code) => {
    expect(lint(code, 'js')).toEqual([]);
  });
});

describe('Codex', () => {
  it('is silent: its program sends store: false', () => {
    const code = `import { Codex } from '@openai/codex-sdk';
const codex = new Codex({ baseUrl: 'https://api.openai.com/v1', config: { store: true } });
const thread = codex.startThread({ model: 'gpt-5-codex' });
await thread.run('Hi');
await codex.resumeThread('thread_1').runStreamed('Hi');`;
    expect(lint(code, 'js')).toEqual([]);
    expect(lint(code, 'ts')).toEqual([]);
  });
});
