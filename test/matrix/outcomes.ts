import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../../src/index.js';
import { forms, programOf, type Program } from './programs.js';
import type { Kind, Way } from './way.js';

/**
 * What is said of a program whose value is kept: `found` by a rule of `recommended` at the right line, `misplaced` at another
 * line or by another rule, `unproven` by `strict`, or nothing.
 */
export type KeptOutcome = 'found' | 'misplaced' | 'unproven' | 'silent';
/** What is said of its harmless twin, besides that it is unproven. */
export type HarmlessOutcome = 'quiet' | 'reported';

export interface Outcome<T extends KeptOutcome | HarmlessOutcome> {
  readonly outcome: T;
  /** The rule or the message that stands for the outcome. */
  readonly reason: string;
}

const UNPROVEN = 'no-unproven-request';
const { recommended, strict } = plugin.configs;

/** The rules of both presets, with the options of `recommended` where it has them. */
const config: Linter.Config[] = [
  {
    plugins: strict.plugins!,
    rules: { ...strict.rules, ...recommended.rules },
    files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'],
    // Without the names of the library, which cost more than all else and say nothing.
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true }, lib: [] } },
  },
  { files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser: typescriptParser } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
];

interface Report {
  readonly place: string;
  readonly rule: string;
  readonly isRecommended: boolean;
  readonly message: string;
}

/** A folder in which the files of programs are written that import each other. */
export class Workspace {
  readonly #root = realpathSync(mkdtempSync(path.join(tmpdir(), 'openai-zdr-matrix-')));
  readonly #linter = new Linter({ cwd: this.#root });
  #programs = 0;

  /** What is said of a program whose value is kept. */
  kept(way: Way, kind: Kind): Outcome<KeptOutcome> {
    const program = programOf(way, kind, 'kept');
    const reports = this.#reports(program);
    const { rules } = forms[kind];
    const certain = reports.filter(({ isRecommended }) => isRecommended);
    const found = certain.find(({ rule, place }) => rules.includes(rule) && program.places.has(place));
    if (found) return { outcome: 'found', reason: found.rule };
    const [misplaced] = certain;
    if (misplaced) return { outcome: 'misplaced', reason: `${misplaced.rule} at ${misplaced.place}` };
    const unproven = reports.find(({ rule, place }) => rule === UNPROVEN && program.places.has(place));
    return unproven
      ? { outcome: 'unproven', reason: doubts(unproven.message) }
      : { outcome: 'silent', reason: 'nothing is said' };
  }

  /** What is said of the harmless twin. */
  harmless(way: Way, kind: Kind): Outcome<HarmlessOutcome> {
    const reports = this.#reports(programOf(way, kind, 'harmless')).filter(({ rule }) => rule !== UNPROVEN);
    const [first] = reports;
    return first
      ? { outcome: 'reported', reason: `${first.rule} at ${first.place}` }
      : { outcome: 'quiet', reason: '' };
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  #reports({ files }: Program): Report[] {
    const names = Object.keys(files);
    // A file by itself needs no place on the disk.
    const folder = names.length > 1 ? path.join(this.#root, String(this.#programs++)) : null;
    if (folder) {
      mkdirSync(folder);
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    }
    return names
      .filter((name) => !name.endsWith('.json'))
      .flatMap((name) => this.#reportsIn(name, files[name]!, folder ? path.join(folder, name) : name));
  }

  #reportsIn(name: string, text: string, file: string): Report[] {
    return this.#linter.verify(text, config, file).map(({ ruleId, line, message, fatal }) => {
      if (fatal || ruleId === null) throw new Error(`${message} in line ${line} of ${name}:\n${text}`);
      return {
        place: `${name}:${line}`,
        rule: ruleId.replace('openai-zdr/', ''),
        isRecommended: ruleId in recommended.rules!,
        message,
      };
    });
  }
}

/** The part of the message that tells the programs apart. */
function doubts(message: string): string {
  return (/request: (.*?)\. Write/.exec(message)?.[1] ?? message).replace(/\s+/g, ' ');
}
