#!/usr/bin/env node
/** The process around the command. */

// A reader that has seen enough (`| head`) closes the pipe: no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`The output cannot be written: ${error.message}\n`);
  process.exit(2);
});

try {
  const { main } = await import('./main.js');
  const { checker } = await import('./checker.js');
  const io = {
    cwd: process.cwd(),
    stdout: (text: string) => void process.stdout.write(text),
    stderr: (text: string) => void process.stderr.write(text),
    columns: process.stdout.columns as number | undefined,
    hasColor: hasColor(),
    progress: process.stderr.isTTY
      ? (line: string | null) => void process.stderr.write(`\r\u001B[K${line ?? ''}`)
      : undefined,
  };
  // Not `process.exit`, which would cut off what is still to be written.
  process.exitCode = await main(process.argv.slice(2), io, checker, process.env);
} catch (error) {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  // ESLint is a peer dependency, which some package managers leave to the user.
  const isEslintMissing = code === 'ERR_MODULE_NOT_FOUND' && /'eslint'/.test(message);
  process.stderr.write(
    isEslintMissing ? 'ESLint is missing: install "eslint" next to this package.\n' : `${stack}\n`,
  );
  process.exitCode = 2;
}

/** `NO_COLOR` and `FORCE_COLOR` decide before the terminal does (no-color.org, force-color.org). */
function hasColor(): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return process.stdout.isTTY && !NO_COLOR;
}
