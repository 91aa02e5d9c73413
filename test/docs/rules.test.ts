import { readdirSync, readFileSync } from 'node:fs';
import * as tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { docsFiles } from '../../scripts/docs.js';
import { optionsOf } from '../../scripts/docs/rule-tables.js';
import { rulesIndex } from '../../scripts/rules.js';
import type { Rule } from '../../src/plugin/create-rule.js';
import plugin from '../../src/index.js';
import { blocksIn, wordValue, type Block } from './blocks.js';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

const HEADINGS = ['What OpenAI keeps', 'Examples', 'When not to use it', 'Further reading'];
/** Rules about what only Python has. */
const PYTHON_ONLY: ReadonlySet<string> = new Set(['no-misused-await']);

const names = Object.keys(rules);
const pageOf = (name: string): string => read(`docs/rules/${name}.md`);

describe('generated files', () => {
  it('are what the rules and the policy say (otherwise run "npm run docs" and "npm run rules")', async () => {
    for (const [file, text] of Object.entries({ ...(await docsFiles()), ...(await rulesIndex()) })) {
      expect(read(file), file).toBe(text);
    }
  });
});

describe('rule pages', () => {
  it('are there for every rule, and for nothing else', () => {
    expect(readdirSync(new URL('docs/rules/', ROOT)).sort()).toEqual(names.map((name) => `${name}.md`));
  });

  describe.each(names)('%s', (name) => {
    const rule = rules[name]!;
    const page = pageOf(name);
    const blocks = blocksIn(page);

    it('shows the title and the description of the rule', () => {
      expect(page).toContain(`# \`openai-zdr/${name}\`\n\n${rule.meta.docs!.description}\n`);
      expect(rule.meta.docs!.url).toMatch(new RegExp(`/docs/rules/${name}\\.md$`));
    });

    it('has the sections that every page has', () => {
      const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
      for (const heading of HEADINGS) expect(headings).toContain(heading);
      expect(headings.includes('Fix')).toBe(rule.meta.fixable !== undefined);
      expect(headings.includes('Options')).toBe(Object.keys(optionsOf(rule)).length > 0);
    });

    it('has a heading with an incorrect and a correct block for every option', () => {
      for (const option of Object.keys(optionsOf(rule))) {
        const own = blocks.filter(({ heading }) => heading === `\`${option}\``);
        for (const kind of ['incorrect', 'correct']) {
          const block = own.find(({ words }) => words.includes(kind));
          expect(block, `${kind} block of ${option}`).toBeDefined();
          expect(wordValue(block!, 'options')).toHaveProperty(option);
        }
      }
    });

    it('has examples in the languages that it is about', () => {
      const expected = PYTHON_ONLY.has(name) ? ['python'] : ['ts', 'cjs'];
      for (const kind of ['incorrect', 'correct']) {
        const languages = blocks.filter(({ words }) => words.includes(kind)).map(({ language }) => language);
        expect(languages).toEqual(expect.arrayContaining(expected));
      }
    });

    for (const [index, block] of blocks.entries()) {
      const [kind = 'unmarked'] = block.words;
      it(`line ${block.line}: ${kind}`, () => checkBlock(kind, name, rule, block, blocks[index - 1]));
    }
  });
});

function checkBlock(kind: string, name: string, rule: Rule, block: Block, before: Block | undefined): void {
  if (kind === 'incorrect') {
    const messages = lint(name, block);
    expect(textsOf(messages)).toHaveLength(Number(wordValue(block, 'reports') ?? 1));
    for (const { ruleId, message } of messages) expect(ruleId, message).toBe(`openai-zdr/${name}`);
  } else if (kind === 'correct') {
    expect(textsOf(lint(name, block))).toEqual([]);
    // What a page calls correct must not be wrong for another rule of the preset.
    expect(textsOf(verify(block, plugin.configs.recommended))).toEqual([]);
  } else if (kind === 'fixed') {
    expect(rule.meta.fixable).toBe('code');
    expect(fixed(name, before!)).toBe(block.code);
  } else {
    expect.fail('Say whether the block is incorrect, correct or fixed.');
  }
}

function lint(name: string, block: Block): Linter.LintMessage[] {
  return verify(block, only(name, block));
}

function only(name: string, block: Block): Linter.Config {
  const options = wordValue(block, 'options');
  return {
    rules: { [`openai-zdr/${name}`]: options === undefined ? 'error' : ['error', options as object] },
  };
}

function verify(block: Block, config: Linter.Config): Linter.LintMessage[] {
  return new Linter().verify(block.code, configFor(block, config), fileOf(block));
}

function fixed(name: string, block: Block): string {
  return new Linter().verifyAndFix(block.code, configFor(block, only(name, block)), fileOf(block)).output;
}

function configFor(block: Block, config: Linter.Config): Linter.Config[] {
  const settings = wordValue(block, 'settings');
  return [
    { files: ['**/*.ts'], languageOptions: { parser: tsParser as Linter.Parser } },
    { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
    { files: ['**/*.{ts,js,cjs,py}'], plugins: { 'openai-zdr': plugin } },
    { files: ['**/*.py'], language: 'openai-zdr/python' },
    config,
    ...(settings === undefined ? [] : [{ settings: { 'openai-zdr': settings } }]),
  ];
}

function fileOf(block: Block): string {
  return `example.${block.language === 'python' ? 'py' : block.language}`;
}

/** Messages with the place, parse errors included. */
function textsOf(messages: readonly Linter.LintMessage[]): string[] {
  return messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`);
}
