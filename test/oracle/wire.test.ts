/**
 * What the analysis says of a program is compared with what the program does: every spelling of the evasion suite is run
 * against several versions of the SDK with a `fetch` of ours, before and after its fix.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { factsInFile } from '../../src/facts-in-file.js';
import { parseFile } from '../../src/parse/parse.js';
import { readSettings } from '../../src/settings.js';
import { fixed, type Language } from '../adapters/lint.js';
import { formsOf, programs, type Program } from '../adapters/programs.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RUNNER = path.join(ROOT, 'test/oracle/run-programs.mjs');

const versions = [
  { major: 4, name: 'openai-4' },
  { major: 5, name: 'openai-5' },
  { major: 6, name: 'openai-6' },
  { major: 7, name: 'openai' },
];

interface Sent {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>> | null;
}
type Outcome = { readonly sent: readonly Sent[]; readonly error: string | null };

/** A program in the one form in which it is run. */
interface Subject {
  readonly program: Program;
  readonly language: Language;
  readonly code: string;
  readonly after: string;
}

const subjects = programs
  .filter(({ notRun }) => notRun === undefined)
  .map((program): Subject => {
    const forms = formsOf(program);
    const { language, code } = forms.find((form) => form.language === 'js') ?? forms[0]!;
    return { program, language, code, after: fixed(code, language) };
  });

/** File name and JavaScript of a program. */
function runnable({ program, language }: Subject, code: string, index: number): [string, string] {
  const text = `${code}\n${program.run ?? ''}\n`;
  if (language !== 'ts') return [`${index}.${language === 'cjs' ? 'cjs' : 'mjs'}`, text];
  const isCommonJs = /import \w+ = require/.test(code);
  const module = isCommonJs ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext;
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module },
  });
  return [`${index}.${isCommonJs ? 'cjs' : 'mjs'}`, outputText];
}

/** Runs programs against one version; outcomes by the programs' indexes. */
function run(major: number, name: string, codes: readonly [string, string][]): Outcome[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'wire-'));
  try {
    mkdirSync(path.join(folder, 'node_modules'));
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules/openai'), 'junction');
    writeFileSync(path.join(folder, 'prelude.mjs'), `import 'openai/shims/web';\n`);
    for (const [file, code] of codes) writeFileSync(path.join(folder, file), code);
    const { stdout, stderr } = spawnSync(process.execPath, [RUNNER, folder, String(major)], {
      encoding: 'utf8',
      maxBuffer: 64e6,
      timeout: 120_000,
    });
    if (!stdout) throw new Error(stderr);
    const found = JSON.parse(stdout.slice(stdout.indexOf('{"'))) as Record<string, Outcome>;
    return codes.map(([file]) => found[file]!);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the analysis expects on the wire: `POST /responses` with what `store` may be. */
function expected({ code, language }: Subject): { line: string; store: Set<unknown> }[] {
  const filename = { ts: 'file.ts', js: 'file.mjs', cjs: 'file.cjs' }[language];
  const parsed = parseFile(code, filename);
  if (!parsed.ok) throw new Error(parsed.message);
  const { requests } = factsInFile({ ...parsed, text: code }, filename, readSettings({}));
  return requests.flatMap(({ operations, body }) => {
    const store = new Set(
      body.read('store').map((alternative) => {
        if (alternative.kind !== 'set') return alternative.kind;
        return alternative.value.kind === 'constant' ? alternative.value.value : 'unknown';
      }),
    );
    return operations.map(({ method, path: at }) => ({ line: `${method} ${at}`, store }));
  });
}

const withoutStore = ({ body, ...rest }: Sent) => {
  const { store: _store, ...others } = body ?? {};
  return { ...rest, body: others };
};

describe.each(versions)('$name', ({ major, name }) => {
  const running = subjects.filter(({ program }) => (program.since ?? 4) <= major);
  let before: Outcome[];
  let after: Outcome[];
  beforeAll(() => {
    before = run(
      major,
      name,
      running.map((subject, i) => runnable(subject, subject.code, i)),
    );
    after = run(
      major,
      name,
      running.map((subject, i) => runnable(subject, subject.after, i)),
    );
  }, 300_000);

  describe.each(running.map((subject, index) => ({ ...subject, index, name: subject.program.name })))(
    '$name',
    ({ program, index, ...subject }) => {
      it('sends what the analysis says', () => {
        const { sent, error } = before[index]!;
        expect(error).toBeNull();
        expect(sent).toHaveLength(program.requests ?? 1);
        const all = expected({ program, ...subject });
        for (const { method, path: at, host, body } of sent) {
          expect(host).toMatch(/^(?:\w\w\.)?api\.openai\.com$/);
          const stores = all
            .filter(({ line }) => line === `${method} ${at}`)
            .flatMap(({ store }) => [...store]);
          expect(stores).toContain(body && 'store' in body ? body.store : 'absent');
        }
      });

      it.runIf(subject.after !== subject.code)('differs after the fix in `store` alone', () => {
        const { sent, error } = after[index]!;
        expect(error).toBeNull();
        expect(sent.map(withoutStore)).toEqual(before[index]!.sent.map(withoutStore));
        for (const { body } of sent) expect(body?.store).toBe(false);
      });
    },
  );
});

it('leaves few programs without any remedy', () => {
  const without = subjects.filter(({ after, code }) => after === code).map(({ program }) => program.name);
  expect(without.length).toBeLessThan(subjects.length / 6);
});

it('runs most programs', () => {
  expect(subjects.length).toBeGreaterThan(200);
});
