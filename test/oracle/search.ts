/**
 * Looks for programs that are read wrongly: `npm run oracle -- 100000 7` makes 100,000 programs, in parts of which each
 * prints its seed, from seed 7 on. A contradiction is printed with its seed and its program, shrunk.
 */
import fc from 'fast-check';
import process from 'node:process';
import { compare, explained } from './compare.js';
import { anyProgram, deepPaths, roundaboutProgram, straightProgram } from './programs.js';

const PART = 500;
const kinds = { branching: anyProgram, roundabout: roundaboutProgram, straight: straightProgram };

const [count = 1000, first = 1] = process.argv.slice(2).map(Number);
let done = 0;
let contradictions = 0;
for (let seed = first; done < count; seed++) {
  for (const [kind, programs] of Object.entries(kinds)) {
    const numRuns = Math.min(PART, count - done);
    if (numRuns <= 0) break;
    const result = fc.check(
      fc.property(programs(), (program) =>
        compare(program, deepPaths).every(({ missed }) => missed.length === 0),
      ),
      { numRuns, seed, endOnFailure: false },
    );
    done += result.numRuns;
    console.log(
      `${kind}, seed ${seed}: ${result.numRuns} programs, ${result.failed ? 'CONTRADICTION' : 'none'}`,
    );
    if (!result.failed) continue;
    contradictions++;
    const [program] = result.counterexample!;
    console.log(program.typed);
    try {
      const wrong = compare(program, deepPaths).filter(({ missed }) => missed.length > 0);
      console.log(wrong.map(explained).join('\n'));
    } catch (error) {
      console.log(error);
    }
  }
}
console.log(`${done} programs, ${contradictions} contradictions`);
process.exitCode = contradictions > 0 ? 1 : 0;
