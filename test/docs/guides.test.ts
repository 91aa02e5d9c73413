import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { readArguments } from '../../src/cli/program.js';
import plugin from '../../src/index.js';
import { readSettings } from '../../src/settings/read.js';
import { run, write } from '../integration/project.js';
import { blocksIn, type Block } from './blocks.js';
import { folderWithPackage } from './project.js';

const ROOT = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

const markdownIn = (folder: string): string[] =>
  readdirSync(new URL(folder, ROOT))
    .filter((file) => file.endsWith('.md'))
    .map((file) => (folder === './' ? file : folder + file));

const guides = [...markdownIn('./'), ...markdownIn('docs/')];
const pages = [
  ...guides,
  ...markdownIn('docs/commands/'),
  ...Object.keys(rules).map((name) => `docs/rules/${name}.md`),
];
const readme = blocksIn(read('README.md'));

/** The word of a block that says what it is for, such as `config=eslint.config.js`, and what stands behind the sign. */
function marked(name: string): { block: Block; value: string }[] {
  return readme.flatMap((block) => {
    const word = block.words.find((candidate) => candidate.split('=')[0] === name);
    return word === undefined ? [] : [{ block, value: word.slice(name.length + 1) }];
  });
}

describe('the README, in a project that has the package', () => {
  let folder: string;
  beforeAll(() => void (folder = folderWithPackage()), 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const node = (script: string, ...args: string[]) =>
    run(folder, process.execPath, [path.join(folder, 'node_modules', script), ...args], [0, 1]);
  const command = (...args: string[]) =>
    node('eslint-plugin-openai-zdr/dist/src/cli/bin.js', 'check', ...args);

  it('shows the real findings and the real fix', () => {
    const [before] = marked('before') as [{ block: Block; value: string }];
    write(folder, { [before.value]: before.block.code });
    const found = command(before.value)
      .stdout.replaceAll(folder + path.sep, '')
      .trim();
    expect(marked('output')[0]?.block.code.trim()).toBe(found);
    command('--fix', before.value);
    expect(marked('after')[0]?.block.code).toBe(readFileSync(path.join(folder, before.value), 'utf8'));
  });

  it.each(marked('config'))('loads the config of line $block.line', ({ block, value }) => {
    // Without a type in its package.json, `.js` is what its content says.
    const inTypeScript = block.code.includes('typescript-eslint');
    const file = `app.${inTypeScript ? 'ts' : 'mjs'}`;
    const type = inTypeScript ? ': string' : '';
    const code = `import OpenAI from 'openai';\nconst text${type} = '';\nnew OpenAI().responses.create({ input: text });\n`;
    write(folder, {
      'package.json': { type: 'module' },
      'tsconfig.json': { compilerOptions: { module: 'nodenext' }, include: ['*.ts'] },
      [file]: code,
      'openai-zdr.json': marked('settings')[0]!.block.code,
      [value]: block.code,
    });
    const { stdout } = node('eslint/bin/eslint.js', '--config', value, '--format', 'json', file);
    const [result] = JSON.parse(stdout) as { messages: { ruleId: string }[] }[];
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(['openai-zdr/require-store-false']);
    rmSync(path.join(folder, value));
  });

  it('runs under oxlint as shown', () => {
    write(folder, {
      '.oxlintrc.json': marked('oxlint')[0]!.block.code,
      'app.mjs': "import OpenAI from 'openai';\nnew OpenAI().responses.create({ input: 'a' });\n",
    });
    const { stdout } = node('oxlint/bin/oxlint', '--format', 'json', 'app.mjs');
    expect(stdout).toContain('openai-zdr(require-store-false)');
  });

  it('sets findings aside with the options that it shows', () => {
    const [, options = ''] = /npx eslint \. (--suppress-rule.*)/.exec(read('README.md'))!;
    const config = marked('config').find(({ block }) => block.heading === 'Set-up')!.block.code;
    const code = "import OpenAI from 'openai';\nnew OpenAI().responses.create({ input: 'a' });\n";
    write(folder, { 'eslint.config.mjs': config, 'old.mjs': code });
    const lint = (...args: string[]) => node('eslint/bin/eslint.js', ...args, 'old.mjs');
    expect(lint().status).toBe(1);
    expect(lint(...options.split(' ')).status).toBe(0);
    expect(lint().status).toBe(0);
    write(folder, { 'old.mjs': code.replace("'a'", "'a', store: false") });
    expect(lint('--prune-suppressions').status).toBe(0);
    expect(JSON.parse(readFileSync(path.join(folder, 'eslint-suppressions.json'), 'utf8'))).toEqual({});
  });

  it('runs the code of the page about policy.json', () => {
    const [code] = blocksIn(read('docs/policy-data.md')).filter(({ language }) => language === 'js');
    write(folder, { 'kept.mjs': code!.code });
    expect(run(folder, process.execPath, ['kept.mjs']).stdout).toContain('- Conversations: ');
  });
});

describe('the README', () => {
  it('shows settings that are accepted', () => {
    const settings = JSON.parse(marked('settings')[0]!.block.code) as { $schema: string };
    expect(() => readSettings({ 'openai-zdr': settings })).not.toThrow();
    const { name, files } = JSON.parse(read('package.json')) as { name: string; files: string[] };
    expect(files.map((file) => `./node_modules/${name}/${file}`)).toContain(settings.$schema);
  });

  it('explains every setting', () => {
    let problem = '';
    try {
      readSettings({ 'openai-zdr': { '': true } });
    } catch (error) {
      problem = (error as Error).message;
    }
    const keys = [...problem.matchAll(/"(\w+)"/g)].map(([, key]) => key);
    expect(keys.length).toBeGreaterThan(3);
    for (const key of keys) expect(read('README.md')).toContain(`\n- \`${key}\`: `);
  });

  it('shows options that the command has, and rules that exist', () => {
    const lines = [
      ...read('README.md').matchAll(/^.*npx (?:openai-zdr|eslint-plugin-openai-zdr) (check[^#\n`]*)/gm),
    ];
    expect(lines.length).toBeGreaterThan(4);
    for (const [, line = ''] of lines)
      expect(() => readArguments(line.trim().split(/\s+/), '0.0.0')).not.toThrow();
    for (const [, rule = ''] of read('README.md').matchAll(/openai-zdr\/(no-[a-z-]+|require-[a-z-]+)/g))
      expect(rules).toHaveProperty([rule]);
  });
});

describe('code of the guides', () => {
  const blocks = guides.flatMap((file) => blocksIn(read(file)).map((block) => ({ file, ...block })));
  const others = blocks.filter(({ words }) => !words.some((word) => /^(before|config)\b/.test(word)));
  it.each(others)('parses: $file, line $line ($language)', parse);
});

/**
 * Code must parse, and the preset says of it nothing, or what the block promises: `reports=7:no-store,9:no-background`;
 * data must parse.
 */
async function parse({ language, code, words }: Block): Promise<void> {
  if (/^(?:ts|js|cjs)$/.test(language)) {
    const parser = { files: ['**/*.ts'], languageOptions: { parser: tsParser as Linter.Parser } };
    const files = { files: ['**/*.{ts,js,cjs}'] };
    const config = [parser, files, plugin.configs.recommended];
    const found = new Linter().verify(code, config, `snippet.${language}`);
    const promised = words.find((word) => word.startsWith('reports='))?.slice('reports='.length);
    expect(found.map(({ line, ruleId }) => `${line}:${ruleId?.replace('openai-zdr/', '')}`)).toEqual(
      promised?.split(',') ?? [],
    );
  } else if (language === 'python') {
    const config = [
      plugin.configs.python,
      { files: ['**/*.py'], linterOptions: { reportUnusedDisableDirectives: 'off' as const } },
    ];
    const found = new Linter().verify(code, config, 'snippet.py');
    const promised = words.find((word) => word.startsWith('reports='))?.slice('reports='.length);
    expect(found.map(({ line, ruleId }) => `${line}:${ruleId?.replace('openai-zdr/', '')}`)).toEqual(
      promised?.split(',') ?? [],
    );
  } else if (language === 'json' || language === 'yaml') {
    await format(code, { parser: language });
  } else {
    expect(['sh', 'text']).toContain(language);
  }
}

describe.each(pages)('links of %s', (file) => {
  it('lead somewhere', () => {
    const text = read(file).replaceAll(/^```[^]*?^```/gm, '');
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [relative = '', anchor] = target.split('#');
      const url = new URL(relative === '' ? file : relative, new URL(file, ROOT));
      const page = relative === '' ? new URL(file, ROOT) : url;
      expect(existsSync(page), `${target} in ${file}`).toBe(true);
      if (anchor !== undefined)
        expect(anchorsOf(readFileSync(page, 'utf8')), `${target} in ${file}`).toContain(anchor);
    }
  });
});

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(page: string): string[] {
  return [...page.matchAll(/^#+\s+(.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );
}

describe('pages', () => {
  it('name no folder of a machine', () => {
    for (const file of pages) expect(read(file), file).not.toMatch(/(?:\/home|\/Users|\/tmp|\/root)\//);
  });
});
