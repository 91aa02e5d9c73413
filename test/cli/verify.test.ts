import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { main } from '../../src/cli/main.js';
import { blocksIn } from '../docs/blocks.js';
import { project, stub, type Run } from './helpers.js';

const ADMIN_KEY = 'sk-admin-secret';
const API_KEY = 'sk-proj-secret';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface Server {
  readonly base: string;
  /** `METHOD path` of each request. */
  readonly asked: string[];
  readonly keys: Set<string | undefined>;
}

/** A server on loopback that answers paths with JSON, with a status and JSON, or by hand. */
async function serve(
  answers: Readonly<Record<string, object | readonly [number, unknown] | Handler>>,
): Promise<Server> {
  const asked: string[] = [];
  const keys = new Set<string | undefined>();
  const server = createServer((request, response) => {
    const what = `${request.method} ${request.url}`;
    asked.push(what);
    keys.add(request.headers.authorization);
    const answer = answers[what];
    if (typeof answer === 'function') return (answer as Handler)(request, response);
    const [status, json] = Array.isArray(answer)
      ? (answer as [number, unknown])
      : [answer ? 200 : 404, answer ?? {}];
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, keys };
}

async function verify(
  base: string,
  argv: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Run> {
  const output = { stdout: '', stderr: '' };
  const io = {
    cwd: project({}),
    stdout: (text: string) => void (output.stdout += text),
    stderr: (text: string) => void (output.stderr += text),
  };
  const keys = { OPENAI_ADMIN_KEY: ADMIN_KEY, OPENAI_API_KEY: API_KEY, ...env };
  const code = await main(['verify', '--base', base, ...argv], io, stub, keys);
  for (const text of [output.stdout, output.stderr]) expect(text).not.toContain('secret');
  return { code, ...output };
}

const ORGANIZATION = 'GET /v1/organization/data_retention';
const PROJECTS = 'GET /v1/organization/projects?limit=100';
const retentionOf = (id: string) => `GET /v1/organization/projects/${id}/data_retention`;
const organization = (type: string) => ({ object: 'organization.data_retention', type });
const project_ = (type: string) => ({ object: 'project.data_retention', type });
const page = (ids: readonly string[], hasMore = false) => ({
  object: 'list',
  data: ids.map((id) => ({ id, object: 'organization.project', name: `Project ${id}`, created_at: 1 })),
  has_more: hasMore,
  last_id: ids.at(-1),
});

/** An organization with one project, whose settings are these. */
const single = (own: string, ofOrganization = 'zero_data_retention') =>
  serve({
    [ORGANIZATION]: organization(ofOrganization),
    [PROJECTS]: page(['proj_a']),
    [retentionOf('proj_a')]: project_(own),
  });

describe('the control that is in force', () => {
  it.each([
    ['zero_data_retention', 'modified_abuse_monitoring', 0, '✓ proj_a (Project proj_a): Zero Data Retention'],
    ['organization_default', 'zero_data_retention', 0, 'organization_default (zero_data_retention)'],
    [
      'organization_default',
      'modified_abuse_monitoring',
      1,
      '✗ proj_a (Project proj_a): Modified Abuse Monitoring',
    ],
    ['none', 'zero_data_retention', 1, '✗ proj_a (Project proj_a): none, set as none'],
    ['modified_abuse_monitoring', 'zero_data_retention', 1, '✗ proj_a'],
    ['something_new', 'zero_data_retention', 2, '? proj_a (Project proj_a): not proven, "something_new"'],
    ['organization_default', 'something_new', 2, '"something_new" is a value that is not known'],
  ])('of %s in an organization with %s', async (own, ofOrganization, code, words) => {
    const { base, keys } = await single(own, ofOrganization);
    const result = await verify(base);
    expect(result.code).toBe(code);
    expect(result.stdout).toContain(words);
    expect([...keys]).toEqual([`Bearer ${ADMIN_KEY}`]);
  });

  it.each([
    ['zero_data_retention', 0],
    ['modified_abuse_monitoring', 0],
    ['none', 1],
  ])('is enough for Modified Abuse Monitoring: %s', async (own, code) => {
    expect((await verify((await single(own)).base, ['--require', 'mam'])).code).toBe(code);
  });

  it('of every page of projects', async () => {
    const { base, asked } = await serve({
      [ORGANIZATION]: organization('zero_data_retention'),
      [PROJECTS]: page(['proj_a', 'proj_b'], true),
      'GET /v1/organization/projects?limit=100&after=proj_b': page(['proj_c']),
      [retentionOf('proj_a')]: project_('organization_default'),
      [retentionOf('proj_b')]: project_('zero_data_retention'),
      [retentionOf('proj_c')]: project_('none'),
    });
    const { code, stdout, stderr } = await verify(base);
    expect(code).toBe(1);
    expect(stdout.split('\n').map((line) => line.slice(0, 8))).toEqual([
      '✓ proj_a',
      '✓ proj_b',
      '✗ proj_c',
      '',
    ]);
    expect(stderr).toBe('Not every project has Zero Data Retention.\n');
    expect(asked.every((one) => one.startsWith('GET '))).toBe(true);
  });

  it('of named projects only', async () => {
    const { base, asked } = await serve({
      [ORGANIZATION]: organization('zero_data_retention'),
      [retentionOf('proj_b')]: project_('organization_default'),
    });
    expect((await verify(base, ['--project', 'proj_b'])).code).toBe(0);
    expect(asked).not.toContain(PROJECTS);
  });

  it('is known of no project where there is none', async () => {
    const { base } = await serve({
      [ORGANIZATION]: organization('zero_data_retention'),
      [PROJECTS]: page([]),
    });
    expect(await verify(base)).toMatchObject({ code: 2, stderr: 'There is no project.\n' });
  });
});

describe('what goes wrong', () => {
  const failing = (answer: object | readonly [number, unknown] | Handler) =>
    serve({
      [ORGANIZATION]: organization('zero_data_retention'),
      [PROJECTS]: page(['proj_a']),
      [retentionOf('proj_a')]: answer,
    });
  const raw =
    (status: number, headers: Record<string, string>, text: string): Handler =>
    (_request, response) =>
      void response.writeHead(status, headers).end(text);

  it.each([
    [
      '401',
      [401, { error: { message: 'Incorrect API key: sk-admin-secret' } }] as const,
      'not accepted (401)',
    ],
    ['403', [403, {}] as const, 'may not read this (403)'],
    ['404', [404, {}] as const, 'does not exist for this key (404)'],
    ['500', [500, {}] as const, 'answers 500: an error of the server'],
    ['no JSON', raw(200, {}, '<html>'), 'something that is no JSON'],
    ['JSON of another form', [200, { kind: 'x' }] as const, 'has another form than the Admin API'],
    ['a list', [200, []] as const, 'has another form than the Admin API'],
    [
      'a redirect',
      raw(302, { Location: 'https://example.com/x' }, ''),
      'redirects to example.com, which is not followed',
    ],
    [
      '429 for long',
      raw(429, { 'Retry-After': '3600' }, ''),
      'too many requests; it says to ask again in 3600 seconds',
    ],
    ['429 with a date', raw(429, { 'Retry-After': 'Wed, 01 Jan 2031' }, ''), '429: too many requests'],
    ['an answer that breaks off', ((request) => request.socket.destroy()) as Handler, 'cannot be reached'],
  ])('%s', async (_name, answer, words) => {
    const { base } = await failing(answer);
    const { code, stdout, stderr } = await verify(base);
    expect(code).toBe(2);
    expect(stdout).toContain(words);
    expect(stderr).toBe('Not proven that every project has Zero Data Retention.\n');
  });

  it.each([
    ['that ends though there is more', { ...page([], true) }],
    ['whose next page has no name', { ...page(['proj_a'], true), last_id: 7 }],
    ['that does not say whether there is more', { data: page(['proj_a']).data }],
  ])('a list of projects %s', async (_name, list) => {
    const { base } = await serve({
      [ORGANIZATION]: organization('zero_data_retention'),
      [PROJECTS]: list,
      [retentionOf('proj_a')]: project_('zero_data_retention'),
    });
    const { code, stderr } = await verify(base);
    expect(code).toBe(2);
    expect(stderr).toContain('does not say whether there are more projects, or which');
  });

  it('a key with a line break, and a proxy that is no address', async () => {
    const { base } = await single('none');
    const broken = await verify(base, [], { OPENAI_ADMIN_KEY: 'sk-admin\nsecret' });
    expect(broken).toMatchObject({ code: 2 });
    expect(broken.stderr).toContain('such as a line break');
    vi.stubEnv('HTTPS_PROXY', 'http://[');
    vi.stubEnv('https_proxy', 'http://[');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await verify('https://api.example.com')).stderr).toContain('HTTPS_PROXY is no address');
  });

  it('an answer that drips', async () => {
    const { base } = await failing((_request, response) => {
      response.writeHead(200);
      const dripping = setInterval(() => response.write(' '), 200);
      response.on('close', () => clearInterval(dripping));
    });
    const start = Date.now();
    const { code, stdout } = await verify(base, ['--timeout', '1']);
    expect(code).toBe(2);
    expect(stdout).toContain('did not answer within 1 seconds');
    expect(Date.now() - start).toBeLessThan(30_000);
  });

  it('no answer in time', async () => {
    const { base } = await failing(() => {});
    const { code, stdout } = await verify(base, ['--timeout', '1']);
    expect(code).toBe(2);
    expect(stdout).toContain('did not answer within 1 seconds');
  });

  it('is asked again when the server says so', async () => {
    let count = 0;
    const { base, asked } = await failing((_request, response) => {
      if (count++ === 0) response.writeHead(429, { 'Retry-After': '0' }).end();
      else if (count === 2) response.writeHead(503).end();
      else response.writeHead(200).end(JSON.stringify(project_('zero_data_retention')));
    });
    expect((await verify(base)).code).toBe(0);
    expect(asked.filter((one) => one === retentionOf('proj_a'))).toHaveLength(3);
  });

  it('without the organization, what does not depend on it is known', async () => {
    const { base } = await serve({
      [ORGANIZATION]: [403, {}],
      [PROJECTS]: page(['proj_a', 'proj_b']),
      [retentionOf('proj_a')]: project_('zero_data_retention'),
      [retentionOf('proj_b')]: project_('organization_default'),
    });
    const { code, stdout } = await verify(base);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^✓ proj_a .*\n\? proj_b .*not proven/);
  });

  it('no list of projects', async () => {
    const { base } = await serve({
      [ORGANIZATION]: organization('zero_data_retention'),
      [PROJECTS]: [403, {}],
    });
    const { code, stderr } = await verify(base);
    expect(code).toBe(2);
    expect(stderr).toContain('Cannot find out which projects there are');
  });

  it('no key', async () => {
    const { base, asked } = await single('none');
    expect(await verify(base, [], { OPENAI_ADMIN_KEY: '' })).toMatchObject({ code: 2, stdout: '' });
    expect(asked).toEqual([]);
  });

  it('a proxy that lets nobody through', async () => {
    const { base: proxy, asked } = await serve({});
    vi.stubEnv('HTTPS_PROXY', proxy);
    vi.stubEnv('https_proxy', proxy);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { code, stderr } = await verify('https://api.example.com', ['--timeout', '5']);
    expect(code).toBe(2);
    expect(stderr).toContain('api.example.com cannot be reached through the proxy');
    expect(asked).toEqual([]);
  });

  it('nobody there', async () => {
    const { code, stderr } = await verify('http://127.0.0.1:1');
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be reached (ECONNREFUSED)');
  });
});

describe('the page of the command', () => {
  const blocks = blocksIn(readFileSync(new URL('../../docs/commands/verify.md', import.meta.url), 'utf8'));
  const shown = (name: string) => blocks.find(({ words }) => words.includes(`output=${name}`))?.code.trim();

  it('shows what is printed', async () => {
    const { base } = await serve({
      [ORGANIZATION]: organization('zero_data_retention'),
      [PROJECTS]: page(['proj_a', 'proj_b']),
      [retentionOf('proj_a')]: project_('organization_default'),
      [retentionOf('proj_b')]: project_('none'),
    });
    expect((await verify(base)).stdout.trim()).toBe(shown('projects'));
  });

  it('shows what the probe prints', async () => {
    const { base } = await serve({
      'POST /v1/responses': { id: 'resp_1' },
      'GET /v1/responses/resp_1': [404, {}],
    });
    const { stdout } = await verify(base, ['--probe', '--yes-send-a-test-request']);
    expect(stdout.trim()).toBe(shown('probe'));
  });
});

describe('evidence', () => {
  it('says what was asked and answered and when, without a key', async () => {
    const { base } = await single('organization_default');
    const file = path.join(project({}), 'retention.json');
    await verify(base, ['--evidence', file]);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain('secret');
    const evidence = JSON.parse(text) as { exchanges: { path: string; at: string }[]; result: object };
    expect(evidence).toMatchObject({
      tool: 'eslint-plugin-openai-zdr 1.2.3',
      base,
      required: 'zdr',
      result: { isProven: true, projects: [{ id: 'proj_a', control: 'zdr' }] },
    });
    expect(evidence.exchanges).toHaveLength(3);
    for (const { at } of evidence.exchanges) expect(new Date(at).toISOString()).toBe(at);
  });
});

describe('the probe', () => {
  const CREATE = 'POST /v1/responses';
  const READ = 'GET /v1/responses/resp_1';
  const DELETE = 'DELETE /v1/responses/resp_1';
  const probe = (base: string) => verify(base, ['--probe', '--yes-send-a-test-request']);

  it('finds that nothing was stored', async () => {
    const { base, asked, keys } = await serve({ [CREATE]: { id: 'resp_1' }, [READ]: [404, {}] });
    const { code, stdout } = await probe(base);
    expect(code).toBe(0);
    expect(stdout).toContain('✓ Not stored');
    expect(asked).toEqual([CREATE, READ]);
    expect([...keys]).toEqual([`Bearer ${API_KEY}`]);
  });

  it('finds that it was, and deletes it', async () => {
    const { base, asked } = await serve({
      [CREATE]: { id: 'resp_1' },
      [READ]: { id: 'resp_1' },
      [DELETE]: {},
    });
    const { code, stdout } = await probe(base);
    expect(code).toBe(1);
    expect(stdout).toContain('It was deleted.');
    expect(asked).toEqual([CREATE, READ, DELETE]);
  });

  it('does not take a model that does not exist for a proof', async () => {
    const { base, asked } = await serve({ [CREATE]: [404, { error: { code: 'model_not_found' } }] });
    const { code, stdout, stderr } = await probe(base);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('the request itself failed: there is no model gpt-5.6-luna');
    expect(asked).toEqual([CREATE]);
  });

  it.each([
    ['a key that is not accepted', { [CREATE]: [401, {}] as const }, 'not accepted (401)'],
    ['an answer without an id', { [CREATE]: {} }, 'the answer has no id'],
    [
      'an error while it is read back',
      { [CREATE]: { id: 'resp_1' }, [READ]: [403, {}] as const },
      'reading it back failed',
    ],
  ])('finds nothing out with %s', async (_name, answers, words) => {
    const { base } = await serve(answers);
    const { code, stderr } = await probe(base);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});
