import { describe, expect, it } from 'vitest';
import { project } from '../../follow/project.js';
import { expectFindings, MISSING, POST, RESPONSES, BODY } from './helpers.js';

describe('what another file decides', () => {
  it('the base URL', () => {
    const { findings } = project({
      'config.ts': `export const BASE = 'https://api.openai.com/v1';\n`,
      'main.ts': `import { BASE } from './config';\nawait fetch(\`\${BASE}/responses\`, ${POST});\n`,
      'upload.ts': `import axios from 'axios';\nimport { BASE } from './config';\nexport const upload = (form: FormData) => axios.post(\`\${BASE}/files\`, form);\n`,
    });
    expect(findings('main.ts')).toEqual(['require-store-false: fetch']);
    expect(findings('upload.ts')).toEqual(['no-file-upload: post']);
  });

  it('the client', () => {
    const { findings } = project({
      'api.ts': `import axios from 'axios';\nexport const api = axios.create({ baseURL: 'https://api.openai.com/v1' });\n`,
      'main.ts': `import { api } from './api';\nawait api.post('/responses', ${BODY});\nawait api.post('/responses', { model: 'm', store: false });\n`,
    });
    expect(findings('main.ts')).toEqual(['require-store-false: post']);
  });

  it('how a body is sent', () => {
    const { findings } = project({
      'ask.ts': `export const ask = (body: object) =>\n  fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify({ model: 'm', ...body }) });\n`,
      'http.ts': `export const postJson = (url: string, body: unknown) =>\n  fetch(url, { method: 'POST', body: JSON.stringify(body) });\n`,
      'main.ts': `import { ask } from './ask';\nawait ask({ input: 'Hi' });\nawait ask({ input: 'Hi', store: false });\n`,
      'other.ts': `import { postJson } from './http';\nawait postJson('${RESPONSES}', ${BODY});\nawait postJson('https://example.com/v1/responses', ${BODY});\n`,
    });
    expect(findings('main.ts')).toEqual(['require-store-false: ask']);
    expect(findings('other.ts')).toEqual(['require-store-false: postJson']);
    expect(findings('ask.ts')).toEqual([]);
    expect(findings('http.ts')).toEqual([]);
  });

  it('a socket', () => {
    const { findings } = project({
      'socket.ts': `import WebSocket from 'ws';\nexport const socket = new WebSocket('wss://api.openai.com/v1/realtime?model=m');\n`,
      'main.ts': `import { socket } from './socket';\nsocket.send(JSON.stringify({ type: 'session.update', session: { model: 'm', tracing: 'auto' } }));\n`,
    });
    expect(findings('main.ts')).toEqual([`no-trace-export: tracing: 'auto'`]);
  });

  it('nothing, where the base is another vendor’s', () => {
    const { findings } = project({
      'config.ts': `export const BASE = 'https://api.groq.com/openai/v1';\n`,
      'main.ts': `import { BASE } from './config';\nawait fetch(\`\${BASE}/responses\`, ${POST});\n`,
    });
    expect(findings('main.ts')).toEqual([]);
  });
});

describe('packages under other names', () => {
  it.each(['npm:axios@1.7.0', 'https://esm.sh/axios@1.6.4', 'https://cdn.jsdelivr.net/npm/axios/+esm'])(
    '%s',
    (from) => {
      const code = `import axios from '${from}';\nawait axios.post('${RESPONSES}', ${BODY});`;
      expectFindings({ name: from, code, findings: [`2 ${MISSING}`] });
    },
  );
});

describe('texts that are cleaned up', () => {
  it.each([
    `'https://api.openai.com/v1/'.replace(/\\/+$/, '')`,
    `' https://api.openai.com/v1 '.trim()`,
    `(process.env.LLM_URL ?? 'https://api.openai.com/v1/').replace(/\\/$/, '')`,
    `'https://api.openai.com/v1'.toString()`,
  ])('%s', (text) => {
    const code = `const base = ${text};\nawait fetch(\`\${base}/responses\`, ${POST});`;
    expectFindings({ name: text, code, findings: [`2 ${MISSING}`] });
  });
  it('and texts that are changed are not known', () => {
    const code = `const base = 'https://api.openai.com/v1'.replace('api.openai', 'api.groq');\nawait fetch(\`\${base}/responses\`, ${POST});`;
    expectFindings({ name: 'changed', code, findings: [] });
  });
});
