import type { Io } from './commands/command.js';

/** Nothing is shown of a run that is over before. */
const QUIET_MS = 1000;
const BETWEEN_MS = 100;

/** Shows on a terminal how far a long run is. */
export class Progress {
  readonly #io: Io;
  readonly #files: number;
  readonly #start = Date.now();
  #done = 0;
  #findings = 0;
  #shownAt = 0;

  constructor(io: Io, files: number) {
    this.#io = io;
    this.#files = files;
  }

  fileDone(findings: number): void {
    this.#done++;
    this.#findings += findings;
    const now = Date.now();
    if (!this.#io.progress || now - this.#start < QUIET_MS || now - this.#shownAt < BETWEEN_MS) return;
    this.#shownAt = now;
    this.#io.progress(`${this.#done} of ${this.#files} files, ${this.#findings} findings`);
  }

  end(): void {
    if (this.#shownAt > 0) this.#io.progress?.(null);
  }
}
