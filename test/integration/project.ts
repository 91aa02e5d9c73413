import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command to its end. Its output goes into the error if it fails without being expected to. */
export function run(
  cwd: string,
  command: string,
  args: readonly string[],
  expected: readonly number[] = [0],
  env: Readonly<Record<string, string>> = {},
): Run {
  const result = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      NODE_OPTIONS: undefined,
      NODE_ENV: undefined,
      ...env,
    },
  });
  const { status, stdout, stderr } = result;
  if (result.error) throw result.error;
  if (status === null || !expected.includes(status)) {
    throw new Error(`${command} ${args.join(' ')} ended with ${status} in ${cwd}\n${stdout}\n${stderr}`);
  }
  return { status, stdout, stderr };
}

/** A new folder with these files, outside of this repository. */
export function folderWith(files: Readonly<Record<string, string | object>>): string {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'openai-zdr-'));
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Readonly<Record<string, string | object>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}

interface FileResult {
  filePath: string;
  messages: { ruleId: string | null; line: number; column: number; message: string }[];
}

/** What a run of ESLint, or of our command, with `--format json` found: `file:line:column rule`. */
export function findings({ stdout }: Run, folder: string): string[] {
  return (JSON.parse(stdout) as FileResult[]).flatMap(({ filePath, messages }) =>
    messages.map(
      ({ ruleId, line, column, message }) =>
        `${path.relative(folder, filePath)}:${line}:${column} ${ruleId ?? message}`,
    ),
  );
}

/** A folder with these files in which npm has installed the packed package beside others, ESLint 10 unless they say otherwise. */
export function folderWithPackage(
  tarball: string,
  files: Readonly<Record<string, string | object>>,
  devDependencies: Readonly<Record<string, string>> = { eslint: '10.15.0' },
): string {
  const folder = folderWith({
    'package.json': {
      private: true,
      type: 'module',
      devDependencies: { ...devDependencies, 'eslint-plugin-openai-zdr': `file:${tarball}` },
    },
    ...files,
  });
  run(folder, 'npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund']);
  return folder;
}
