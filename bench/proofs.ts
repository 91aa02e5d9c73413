/**
 * What can be said of the requests of real projects: `npm run proofs -- folder…` prints a table row for each folder, and
 * with `--unproven` where and why proof was lost. Folders named `owner+name` are shown as repositories.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { factsInFile, mayMatter } from '../src/analysis/analyze-file.js';
import { isElsewhere, Judge } from '../src/judgement/judge.js';
import { extensions, parseFile } from '../src/languages/javascript/parse/parse.js';
import { proofOf } from '../src/judgement/proof.js';
import { programOf } from '../src/dataflow/syntax/nodes.js';
import { readSettings } from '../src/settings/read.js';

const SKIPPED = new Set(['node_modules', '.git', 'dist', 'build', 'out', '.next', 'coverage', 'vendor']);
/** Longer files are bundles. */
const MAX_LENGTH = 1_000_000;

const verdicts = ['none-found', 'violating', 'unproven'] as const;

interface Counts extends Record<(typeof verdicts)[number], number> {
  files: number;
  requests: number;
  /** Requests to hosts whose terms are not OpenAI's. */
  elsewhere: number;
}

const settings = readSettings({});
const withDoubts = process.argv.includes('--unproven');
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

console.log('| repository | files | requests | clean | violating | unproven | other hosts |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const folder of folders) {
  const counts = countsOf(path.resolve(folder));
  const { files, requests, 'none-found': clean, violating, unproven, elsewhere } = counts;
  const cells = [
    path.basename(path.resolve(folder)).replace('+', '/'),
    files,
    requests,
    clean,
    violating,
    unproven,
    elsewhere,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

function countsOf(folder: string): Counts {
  const counts: Counts = { files: 0, requests: 0, 'none-found': 0, violating: 0, unproven: 0, elsewhere: 0 };
  for (const file of filesBelow(folder)) {
    const text = readFileSync(file, 'utf8');
    if (text.length > MAX_LENGTH) continue;
    counts.files++;
    if (!mayMatter(text, settings, file)) continue;
    const parsed = parseFile(text, file);
    if (!parsed.ok) continue;
    const judge = new Judge(settings, file);
    for (const request of factsInFile({ ...parsed, text }, file, settings).requests) {
      if (!request.isCalledHere) continue;
      counts.requests++;
      if (isElsewhere(request.client)) {
        counts.elsewhere++;
        continue;
      }
      const proof = proofOf(request, judge, { inputs: false });
      counts[proof.verdict]++;
      if (withDoubts && proof.verdict === 'unproven') {
        const { start } = request.anchor.loc;
        const lost = proof.doubts.map(({ about, lostAt }) => {
          if (typeof lostAt === 'string') return `${about}: ${lostAt}`;
          const isHere = programOf(lostAt) === parsed.ast;
          return `${about}: ${isHere ? shortened(text.slice(...lostAt.range)) : 'in another file'}`;
        });
        const place = `${path.relative(folder, file)}:${start.line}`;
        console.error(`${place} ${request.name} (${request.evidence}) ${[...new Set(lost)].join('; ')}`);
      }
    }
  }
  return counts;
}

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* filesBelow(file);
    else if (entry.isFile() && extensions.some((extension) => entry.name.endsWith(`.${extension}`)))
      yield file;
  }
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
