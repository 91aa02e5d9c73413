#!/usr/bin/env node
/** The process around the command. */

// A reader that has seen enough (`| head`) closes the pipe: no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  const { main } = await import('./main.js');
  const { checker } = await import('./checker.js');
  const io = {
    cwd: process.cwd(),
    stdout: (text: string) => void process.stdout.write(text),
    stderr: (text: string) => void process.stderr.write(text),
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
