import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it, onTestFinished } from 'vitest';
import plugin from '../../src/index.js';

type Preset = 'recommended' | 'strict';

/** A small project, in which `//=> rule, rule`, or `#=> rule, rule` in Python, ends the lines that are to be reported. */
export interface Program {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Both where the same is expected of both. */
  readonly preset?: Preset | 'both';
}

/** One file that is a program of its own. */
export function single(name: string, text: string, preset: Program['preset'] = 'recommended'): Program {
  return { name, files: { 'a.ts': text }, preset };
}

/** One test for each program. */
export function describeFamily(name: string, programs: readonly Program[]): void {
  describe(name, () => {
    expect(programs.length).toBeGreaterThan(0);
    for (const { name: title, files, preset = 'recommended' } of programs) {
      const presets: readonly Preset[] = preset === 'both' ? ['recommended', 'strict'] : [preset];
      for (const one of presets) {
        it(`${title} (${one})`, () => {
          expect(findingsIn(files, one)).toEqual(markedIn(files));
        });
      }
    }
  });
}

/** The lines that are marked, as `file:line rule`. */
function markedIn(files: Program['files']): string[] {
  return Object.entries(files)
    .flatMap(([file, text]) =>
      text.split('\n').flatMap((line, at) => {
        const rules = /(?:\/\/|#)=> (.+)$/.exec(line)?.[1]?.split(', ') ?? [];
        return rules.map((rule) => `${file}:${at + 1} ${rule}`);
      }),
    )
    .sort();
}

/** What a preset reports in all files of a project. A rule that reports a line twice is listed twice. */
export function findingsIn(files: Program['files'], preset: Preset): string[] {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'openai-zdr-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const { name: _name, ...config } = plugin.configs[preset];
  const linter = new Linter({ cwd: root });
  return Object.entries(files)
    .filter(([name]) => /\.(?:[cm]?[jt]sx?|py)$/.test(name))
    .flatMap(([name, text]) => {
      const messages = linter.verify(
        text,
        name.endsWith('.py')
          ? { ...config, files: ['**/*.py'], language: 'openai-zdr/python' }
          : {
              ...config,
              files: ['**/*.{ts,tsx,mts,js,jsx,mjs,cjs}'],
              languageOptions: {
                sourceType: name.endsWith('.cjs') ? 'commonjs' : 'module',
                ...(/\.[cm]?tsx?$/.test(name) ? { parser: typescriptParser } : {}),
              },
            },
        path.join(root, name),
      );
      return messages.map(({ ruleId, line, message }) => {
        if (ruleId === null) throw new Error(`${message} at ${name}:${line}`);
        return `${name}:${line} ${ruleId.replace('openai-zdr/', '')}`;
      });
    })
    .sort();
}
