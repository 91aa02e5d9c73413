import { describe, expect, it } from 'vitest';
import { project, type Files } from './project.js';

const CLIENT = `import OpenAI from 'openai';\nexport const speaker = new OpenAI();\n`;
const OTHER = `import OpenAI from 'openai';\nexport const speaker = new OpenAI({ baseURL: 'https://api.mistral.ai/v1' });\n`;
const USE = `await speaker.batches.create({ input_file_id: 'x', endpoint: '/v1/responses', completion_window: '24h' });\n`;
const uses = (specifier: string) => `import { speaker } from '${specifier}';\n${USE}`;
const FOUND = ['no-non-zdr-endpoint: create'];

interface Case {
  readonly name: string;
  readonly files: Files;
  readonly file: string;
  readonly links?: Readonly<Record<string, string>>;
}

/** Each is linted twice: where the import leads to OpenAI's client, and where it leads to another vendor's. */
const found: readonly Case[] = [
  {
    name: 'a tsconfig that extends a file which a framework writes later',
    file: 'pages/index.ts',
    files: {
      'tsconfig.json': `{ "extends": "./.framework/tsconfig.json" }`,
      'pages/index.ts': uses('../server/speaker'),
      'server/speaker.ts': CLIENT,
    },
  },
  {
    name: 'a tsconfig that extends a package which is not installed, by its own paths',
    file: 'pages/index.ts',
    files: {
      'tsconfig.json': `{ "extends": "@tools/base/strict.json", /* ours */ "compilerOptions": { "paths": { "server/*": ["./backend/*"], }, }, }`,
      'pages/index.ts': uses('server/speaker'),
      'backend/speaker.ts': CLIENT,
    },
  },
  {
    name: 'paths that stand in a configuration between the two',
    file: 'web/pages/index.ts',
    files: {
      'web/tsconfig.json': `{ "extends": ["@tools/base/strict.json", "../shared"] }`,
      'shared.json': `{ "compilerOptions": { "baseUrl": "./web", "paths": { "voice": ["server/speaker.ts"] } } }`,
      'web/pages/index.ts': uses('voice'),
      'web/server/speaker.ts': CLIENT,
    },
  },
  {
    name: 'baseUrl of a configuration whose base is missing',
    file: 'pages/index.ts',
    files: {
      'tsconfig.json': `{ "extends": "gone", "compilerOptions": { "baseUrl": "." } }`,
      'pages/index.ts': uses('server/speaker'),
      'server/speaker.ts': CLIENT,
    },
  },
  {
    name: 'paths of a configuration that is referred to, and whose base is missing',
    file: 'pages/index.ts',
    files: {
      'tsconfig.json': `{ "files": [], "references": [{ "path": "./tsconfig.web.json" }] }`,
      'tsconfig.web.json': `{ "extends": "gone", "compilerOptions": { "paths": { "%/*": ["server/*"] } } }`,
      'pages/index.ts': uses('%/speaker'),
      'server/speaker.ts': CLIENT,
    },
  },
  {
    name: 'paths of a configuration that a framework wrote into a folder of its own',
    file: 'src/pages/index.ts',
    files: {
      'tsconfig.json': `{ "extends": "./.framework/tsconfig.json" }`,
      '.framework/tsconfig.json': `{ "compilerOptions": { "paths": { "app:*": ["../src/*"] } }, "include": ["types/**/*.ts", "../src/**/*.ts"] }`,
      'src/pages/index.ts': uses('app:server/speaker'),
      'src/server/speaker.ts': CLIENT,
    },
  },
  {
    name: 'configurations that extend each other',
    file: 'pages/index.ts',
    files: {
      'tsconfig.json': `{ "extends": "./other.json" }`,
      'other.json': `{ "extends": "./tsconfig.json" }`,
      'pages/index.ts': uses('../server/speaker'),
      'server/speaker.ts': CLIENT,
    },
  },
  ...['@/server/speaker', '~/server/speaker', 'src/server/speaker'].map((specifier) => ({
    name: `${specifier} of a bundler, in src`,
    file: 'src/pages/index.js',
    files: {
      'package.json': `{ "name": "site" }`,
      'src/pages/index.js': uses(specifier),
      'src/server/speaker.js': CLIENT,
    },
  })),
  ...['@/server/speaker', '~/server/speaker', '~~/server/speaker', '@@/server/speaker'].map((specifier) => ({
    name: `${specifier} of a bundler, beside package.json`,
    file: 'pages/index.js',
    files: {
      'package.json': `{ "name": "site" }`,
      'pages/index.js': uses(specifier),
      'server/speaker.js': CLIENT,
    },
  })),
  {
    name: '$lib of SvelteKit',
    file: 'src/routes/ask.ts',
    files: {
      'package.json': `{ "name": "site" }`,
      'tsconfig.json': `{ "extends": "./.svelte-kit/tsconfig.json" }`,
      'src/routes/ask.ts': uses('$lib/server/speaker'),
      'src/lib/server/speaker.ts': CLIENT,
    },
  },
  {
    name: 'a package of the workspace that is neither linked nor built',
    file: 'apps/web/index.ts',
    files: {
      'package.json': `{ "private": true, "workspaces": ["libs/*", "apps/*"] }`,
      'libs/voice/package.json': `{ "name": "@tools/voice", "main": "./dist/index.js" }`,
      'libs/voice/src/index.ts': CLIENT,
      'apps/web/package.json': `{ "name": "web", "dependencies": { "@tools/voice": "*" } }`,
      'apps/web/index.ts': uses('@tools/voice'),
    },
  },
  {
    name: 'a package of the workspace that is linked and not built',
    file: 'apps/web/index.ts',
    links: { 'apps/web/node_modules/voice': 'libs/voice' },
    files: {
      'package.json': `{ "private": true }`,
      'pnpm-workspace.yaml': `# ours\npackages:\n  - "apps/*" # of users\n\n  - 'libs/**'\n  - '!**/old/**'\ncatalog:\n  openai: ^6.0.0\n`,
      'libs/voice/package.json': `{ "name": "voice", "exports": { ".": { "types": "./dist/main.d.ts", "import": "./dist/main.mjs" } } }`,
      'libs/voice/src/main.ts': CLIENT,
      'apps/web/index.ts': uses('voice'),
    },
  },
  {
    name: 'a path inside a package of the workspace',
    file: 'apps/web/index.ts',
    files: {
      'package.json': `{ "private": true, "workspaces": { "packages": ["./libs/**/"] } }`,
      'libs/deep/voice/package.json': `{ "name": "@tools/voice", "exports": { "./speaker": { "import": { "default": "./lib/speaker.js" } } } }`,
      'libs/deep/voice/src/speaker.ts': CLIENT,
      'apps/web/index.ts': uses('@tools/voice/speaker'),
    },
  },
  {
    name: 'an import map of Deno that names a path',
    file: 'routes/index.ts',
    files: {
      'deno.jsonc': `{ "imports": { "@app/": "./", "@app/s/": "./server/" } } // ours`,
      'routes/index.ts': uses('@app/s/speaker.ts'),
      'server/speaker.ts': CLIENT,
    },
  },
];

describe('imports that no resolver can follow', () => {
  it.each(found)('$name', ({ files, file, links }) => {
    const made = project(files);
    for (const [name, target] of Object.entries(links ?? {})) made.link(name, target);
    expect(made.findings(file)).toEqual(FOUND);
    const others = Object.entries(files).map(
      ([name, text]) => [name, text === CLIENT ? OTHER : text] as const,
    );
    const other = project(Object.fromEntries(others));
    for (const [name, target] of Object.entries(links ?? {})) other.link(name, target);
    expect(other.findings(file)).toEqual([]);
  });

  it.each<Case>([
    {
      name: 'an alias that leads nowhere',
      file: 'src/index.ts',
      files: { 'package.json': '{}', 'src/index.ts': uses('@/server/speaker'), 'server/voice.ts': CLIENT },
    },
    {
      name: 'an alias that the configuration sends elsewhere',
      file: 'src/index.ts',
      files: {
        'package.json': '{}',
        'tsconfig.json': `{ "extends": "gone", "compilerOptions": { "paths": { "@/*": ["./own/*"] } } }`,
        'src/index.ts': uses('@/server/speaker'),
        'src/server/speaker.ts': CLIENT,
        'own/server/speaker.ts': OTHER,
      },
    },
    {
      name: 'an alias above the nearest package',
      file: 'apps/web/index.ts',
      files: {
        'package.json': '{}',
        'src/speaker.ts': CLIENT,
        'apps/web/package.json': '{}',
        'apps/web/index.ts': uses('@/speaker'),
      },
    },
    {
      name: 'a package of the same name outside of the workspace',
      file: 'apps/web/index.ts',
      files: {
        'package.json': `{ "private": true, "workspaces": ["apps/*", "!apps/old"] }`,
        'apps/old/package.json': `{ "name": "voice", "main": "dist/index.js" }`,
        'apps/old/src/index.ts': CLIENT,
        'others/voice/package.json': `{ "name": "voice", "main": "dist/index.js" }`,
        'others/voice/src/index.ts': CLIENT,
        'apps/web/index.ts': uses('voice'),
      },
    },
    {
      name: 'an installed package, which is out of view',
      file: 'apps/web/index.ts',
      files: {
        'package.json': `{ "private": true, "workspaces": ["apps/*"] }`,
        'node_modules/voice/package.json': `{ "name": "voice", "main": "index.js" }`,
        'node_modules/voice/index.js': CLIENT,
        'apps/voice/package.json': `{ "name": "voice", "main": "dist/index.js" }`,
        'apps/voice/src/index.ts': CLIENT,
        'apps/web/index.ts': uses('voice'),
      },
    },
    {
      name: 'manifests that are no JSON, or of another shape',
      file: 'index.ts',
      files: {
        'package.json': `{ "workspaces": [1, null], "dependencies": [] }`,
        'deno.json': `{ "imports": ["voice"] }`,
        'tsconfig.json': `{ "extends": 7, "compilerOptions": { "paths": { "voice": "speaker" } }, "references": [3, {}] }`,
        'jsconfig.json': `{ half`,
        'index.ts': uses('voice'),
      },
    },
  ])('$name stays out of view', ({ files, file }) => {
    expect(project(files).findings(file)).toEqual([]);
  });
});

describe("a name of the project's own for a package", () => {
  const use = (name: string) =>
    `import Speaker from '${name}';\nawait new Speaker().batches.create({ input_file_id: 'x', endpoint: '/v1/responses', completion_window: '24h' });\n`;

  it.each<Case>([
    {
      name: 'among the dependencies',
      file: 'src/index.ts',
      files: {
        'package.json': `{ "dependencies": { "ai-voice": "npm:openai@^6.0.0" } }`,
        'src/index.ts': use('ai-voice'),
      },
    },
    {
      name: 'in an import map',
      file: 'index.ts',
      files: { 'deno.json': `{ "imports": { "voice": "npm:openai@^6" } }`, 'index.ts': use('voice') },
    },
    {
      name: 'in an import map that names an address',
      file: 'index.ts',
      files: {
        'deno.json': `{ "imports": { "voice": "https://esm.sh/openai@6" } }`,
        'index.ts': use('voice'),
      },
    },
    {
      name: 'in the module that makes the client',
      file: 'index.ts',
      files: {
        'package.json': `{ "devDependencies": { "@own/voice": "npm:openai@7" } }`,
        'speaker.ts': `import Client from '@own/voice';\nexport const speaker = new Client();\n`,
        'index.ts': uses('./speaker'),
      },
    },
  ])('$name', ({ files, file }) => {
    expect(project(files).findings(file)).toEqual(FOUND);
    const others = Object.entries(files).map(
      ([name, text]) => [name, text.replace(/(npm:|esm\.sh\/)openai@/, '$1groq-sdk@')] as const,
    );
    expect(project(Object.fromEntries(others)).findings(file)).toEqual([]);
  });

  it('the nearest manifest that has the name decides', () => {
    const files = {
      'package.json': `{ "dependencies": { "voice": "npm:openai@^6" } }`,
      'apps/a/package.json': `{ "dependencies": { "voice": "^1.0.0" } }`,
      'apps/a/index.ts': use('voice'),
      'apps/b/package.json': `{}`,
      'apps/b/index.ts': use('voice'),
    };
    expect(project(files).findings('apps/a/index.ts')).toEqual([]);
    expect(project(files).findings('apps/b/index.ts')).toEqual(FOUND);
  });
});
