import { describe, expect, it } from 'vitest';
import { project, type Files } from './project.js';

const PATHS = (target: string) =>
  `{ "compilerOptions": { "paths": { "openai": ["${target}"], "@openai/agents": ["${target}"] } } }`;
const MAIN = `import OpenAI from 'openai';\nawait new OpenAI().files.create({});\n`;
const AGENT = `import { Agent } from '@openai/agents';\nexport const agent = new Agent({ name: 'a' });\n`;
const OWN = `export default class Own { files = { create() {} }; }\nexport class Agent {}\n`;

function rules(files: Files): readonly unknown[] {
  return project({ 'package.json': '{ "name": "app" }', ...files }).findings('main.ts');
}

describe('a project gives the name of a package to a module of its own', () => {
  it.each([
    ['the client', MAIN],
    ['the kit for agents', AGENT],
  ])('%s', (_, main) => {
    expect(rules({ 'main.ts': main, 'lib/own.ts': OWN, 'tsconfig.json': PATHS('./lib/own') })).toEqual([]);
  });
});

describe('the package stays what it is', () => {
  it.each<readonly [string, Files]>([
    ['without such a path', { 'lib/own.ts': OWN }],
    [
      'with declarations of it',
      {
        'types/openai.d.ts': 'declare const x: any; export default x;',
        'tsconfig.json': PATHS('./types/openai.d.ts'),
      },
    ],
    ['with a path that leads nowhere', { 'tsconfig.json': PATHS('./gone/own') }],
    [
      'where it is made',
      {
        'package.json': '{ "name": "openai" }',
        'src/index.ts': OWN,
        'tsconfig.json': PATHS('./src/index.ts'),
      },
    ],
  ])('%s', (_, files) => {
    expect(rules({ 'main.ts': MAIN, ...files })).toHaveLength(1);
  });
});
