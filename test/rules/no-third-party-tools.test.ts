import { CLIENT, GROQ, IMPORT, REQUIRE, row, testRule, type Finding, type Invalid } from './tester.js';

const found = (id: string): Finding => ({ messageId: 'thirdParty', data: row(id) });
const mcp = found('tool:mcp');
const connector = found('tool:mcp (connector)');
const live = found('tool:web_search');
const preview = found('tool:web_search_preview');
const options = found('parameter:web_search_options');
const other = (server: string): Finding => ({ messageId: 'server', data: { ...row('tool:mcp'), server } });
const UNREAD = 'this server, whose host cannot be read here';

const ask = (tools: string) =>
  `await client.responses.create({ input: 'x', store: false, tools: [${tools}] });`;
const asked = (tools: string, finding: Finding, extra: Partial<Invalid> = {}): Invalid => ({
  code: `${CLIENT}${ask(tools)}`,
  findings: [finding],
  only: ['js'],
  ...extra,
});
const ALLOW = { options: { allow: ['mcp.example.com', '*.internal.example.com'] } };
const silent = (tools: string, extra: object = {}) => ({
  code: `${CLIENT}${ask(tools)}`,
  only: ['js'] as const,
  ...extra,
});

const SOCKET = `${IMPORT}import { OpenAIRealtimeWS } from 'openai/realtime/ws';\nconst socket = new OpenAIRealtimeWS({ model: 'gpt-realtime' }, new OpenAI());\n`;

testRule('no-third-party-tools', {
  invalid: [
    asked(`{ «type: 'mcp'», server_label: 'x', server_url: 'https://mcp.example.com/sse' }`, mcp, {
      only: ['ts', 'js'],
    }),
    asked(`{ «type: 'mcp'», server_label: 'x', server_url: process.env.MCP_URL }`, mcp),
    asked(`{ «type: 'mcp'», server_label: 'x', tunnel_id: 'tunnel_1' }`, mcp),
    asked(`{ ...serverOf(), «type: 'mcp'» }`, mcp),
    asked(`{ «type: 'mcp'», server_label: 'x', connector_id: 'connector_gmail' }`, connector),
    asked(`{ «type: 'mcp'», connector_id: 'connector_gmail' }`, connector, ALLOW),
    asked(`{ «type: 'mcp'», tunnel_id: 'tunnel_1' }`, mcp, ALLOW),
    asked(`{ type: 'mcp', «server_url: 'https://mcp.example.org'» }`, other('`mcp.example.org`'), ALLOW),
    asked(
      `{ type: 'mcp', «server_url: 'https://internal.example.com'» }`,
      other('`internal.example.com`'),
      ALLOW,
    ),
    asked(
      `{ type: 'mcp', «server_url: 'https://mcp.example.com.evil.io'» }`,
      other('`mcp.example.com.evil.io`'),
      ALLOW,
    ),
    asked(`{ type: 'mcp', «server_url: 'https://mcp.example.com@evil.io'» }`, other('`evil.io`'), ALLOW),
    asked("{ type: 'mcp', «server_url: `https://${process.env.HOST}.example.org/`» }", other(UNREAD), ALLOW),
    asked(`{ type: 'mcp', «server_url: process.env.MCP_URL» }`, other(UNREAD), ALLOW),
    asked(
      `{ type: 'mcp', «server_url: process.env.X ? 'https://mcp.example.com' : 'https://mcp.example.org'» }`,
      other('`mcp.example.org`'),
      ALLOW,
    ),
    asked(`{ «type: 'web_search'» }`, live),
    asked(`{ «type: 'web_search_2025_08_26'» }`, live),
    asked(`{ «type: 'web_search'», external_web_access: true }`, live),
    asked(`{ «type: 'web_search'», external_web_access: process.env.X ? true : false }`, live),
    asked(`{ «type: 'web_search'» }`, live, ALLOW),
    asked(`{ «type: 'web_search_preview'» }`, preview),
    asked(`{ «type: 'web_search_preview'», external_web_access: false }`, preview),
    asked(`{ «type: 'web_search_preview_2025_03_11'» }`, preview),
    asked(`...(process.env.X ? [{ «type: 'web_search'» }] : [])`, live),
    asked(
      `{ type: 'namespace', name: 'x', tools: [{ «type: 'mcp'», server_url: 'https://a.example.org' }] }`,
      mcp,
    ),
    {
      code: `${CLIENT}const tools = [];\ntools.push({ «type: 'web_search'» });\nawait client.responses.create({ input: 'x', tools });`,
      findings: [live],
    },
    {
      code: `${CLIENT}await client.realtime.clientSecrets.create({ session: { tools: [{ «type: 'mcp'», server_url: 'https://a.example.org' }] } });`,
      only: ['js'],
      findings: [mcp],
    },
    {
      code: `${SOCKET}socket.send({ type: 'response.create', response: { tools: [{ «type: 'mcp'», server_url: 'https://a.example.org' }] } });`,
      findings: [mcp],
    },
    {
      code: `${SOCKET}socket.send({ type: 'session.update', session: { tools: [{ «type: 'mcp'», server_url: 'https://a.example.org' }] } });`,
      findings: [mcp],
    },
    {
      code: `${CLIENT}await client.realtime.calls.accept('c', { tools: [{ «type: 'mcp'», server_url: 'https://a.example.org' }] });`,
      only: ['js'],
      findings: [mcp],
    },
    {
      code: `${CLIENT}await client.chat.completions.create({ model: 'x', messages: [], «web_search_options: {}» });`,
      findings: [options],
    },
    {
      code: `${CLIENT}const options = { search_context_size: 'low' };\nawait client.chat.completions.create({ messages: [], «web_search_options: options» });`,
      only: ['js'],
      findings: [options],
    },
    {
      code: `${REQUIRE}void client.responses.create({ tools: [{ «type: 'web_search'» }] });`,
      only: ['cjs'],
      findings: [live],
    },
    {
      code: `${IMPORT}export const ask = (ai: OpenAI, url: string) => ai.responses.create({ input: 'x', tools: [{ «type: 'mcp'», server_label: 'x', server_url: url }] });`,
      only: ['ts'],
      findings: [mcp],
    },
  ],
  valid: [
    `${SOCKET}socket.send({ type: 'response.create', response: { tools: [{ type: 'function', name: 'mcp' }] } });`,
    `${SOCKET}socket.send({ type: 'response.cancel', response: { tools: [{ type: 'mcp', server_url: 'https://a.example.org' }] } });`,
    `${CLIENT}await client.responses.create({ tools: [{ type: 'web_search', external_web_access: process.env.LIVE }], store: false });`,
    `${CLIENT}await client.responses.create({ tools: [{ type: 'web_search', ...JSON.parse(text) }], store: false });`,
    silent(`{ type: 'mcp', server_url: 'https://mcp.example.com/sse' }`, ALLOW),
    silent(`{ type: 'mcp', server_url: 'https://MCP.example.com' }`, ALLOW),
    silent(`{ type: 'mcp', server_url: 'https://a.internal.example.com' }`, ALLOW),
    silent("{ type: 'mcp', server_url: `https://mcp.example.com/${process.env.TEAM}` }", ALLOW),
    silent(`{ type: 'web_search', external_web_access: false }`),
    silent(`{ type: 'web_search', external_web_access: !1 }`),
    silent(`{ type: 'web_search', external_web_access: process.env.LIVE }`),
    silent(`{ type: 'web_search', ...optionsOf() }`),
    silent(`{ type: 'function', name: 'web_search', parameters: {} }`),
    silent(`{ type: 'function', name: 'mcp', parameters: {}, server_url: 'https://a.example.org' }`),
    silent(`{ type: 'file_search', vector_store_ids: [] }`),
    silent(`{ type: process.env.TOOL }`),
    silent(`...toolsOf()`),
    silent(`{ type: 'mcp', ...maybeAnotherType() }`),
    `${CLIENT}await client.chat.completions.create({ messages: [], web_search_options: null });`,
    `${CLIENT}await client.chat.completions.create({ messages: [], tools: [{ type: 'web_search' }] });`,
    `${CLIENT}await client.responses.create({ input: 'x', web_search_options: {} });`,
    `${CLIENT}await client.responses.create({ input: 'x', tool_choice: { type: 'mcp', server_label: 'x' } });`,
    `${CLIENT}await client.responses.create({ input: [{ type: 'mcp_list_tools', id: 'm', server_label: 'x', tools: [{ name: 'a', input_schema: {} }] }] });`,
    `${CLIENT}await client.responses.create({ input: [{ type: 'mcp_approval_response', approve: true, approval_request_id: 'm' }] });`,
    `${CLIENT}await client.agents.create({ tools: [{ type: 'mcp', server_url: 'https://a.example.org' }] });`,
    `import { Client } from '@modelcontextprotocol/sdk/client/index.js'; // openai\nimport { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';\nawait new Client({ name: 'x', version: '1' }).connect(new StreamableHTTPClientTransport(new URL('https://a.example.org')));`,
    `import Anthropic from '@anthropic-ai/sdk'; // openai\nawait new Anthropic().beta.messages.create({ mcp_servers: [{ type: 'url', url: 'https://a.example.org' }], tools: [{ type: 'mcp' }] });`,
    `${GROQ}${ask(`{ type: 'mcp', server_url: 'https://a.example.org' }`)}`,
    `${GROQ}${ask(`{ type: 'web_search' }`)}`,
    `import { AzureOpenAI } from 'openai';\nconst client = new AzureOpenAI();\n${ask(`{ type: 'web_search' }`)}`,
    `${IMPORT}import { vi } from 'vitest';\nvi.mock('openai');\nconst client = new OpenAI();\n${ask(`{ type: 'web_search' }`)}`,
    silent(`{ type: 'web_search' }`, {
      settings: { allow: [{ tool: 'web_search', reason: 'No personal data.' }] },
    }),
    { code: `${REQUIRE}void client.responses.create({ tools: [] });`, only: ['cjs'] },
  ],
});
