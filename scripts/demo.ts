/**
 * Shows what the built command finds in `examples/`: `npm run demo`.
 *
 * The command exits with 1 when it finds something, as it should; for the demo that is success.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const formatter = fileURLToPath(new URL('./demo-format.mjs', import.meta.url));
const args = ['dist/src/cli/bin.js', 'check', '--format', formatter, 'examples'];
const { status } = spawnSync(process.execPath, args, {
  cwd: new URL('../', import.meta.url),
  stdio: 'inherit',
});

if (status !== 1) {
  console.error(`The demo expected findings (exit code 1), but the command ended with ${status}.`);
  process.exitCode = 2;
}
