/** How much work questions may take, in steps. */
export interface Limits {
  /** What one question may take. */
  readonly question: number;
  /** What the questions about one file may take together; past it each may take `least` only. */
  readonly file: number;
  /** What each question may take in any case, so that what is written where it stands is always read. */
  readonly least: number;
}

/**
 * Counts the work of questions, each of which has an allowance of its own: a question that cannot be answered costs
 * nothing but its own answer. Questions that are asked in order to answer another one share its allowance.
 */
export class Budget {
  /** Steps taken so far, by all questions. */
  used = 0;
  #left = 0;

  constructor(readonly limits: Limits) {}

  /** Starts a question. */
  begin(): void {
    const { question, file, least } = this.limits;
    this.#left = Math.max(least, Math.min(question, file - this.used));
  }

  /** Takes steps; `false` when the question has none left. */
  spend(steps: number): boolean {
    this.used += steps;
    this.#left -= steps;
    return this.#left >= 0;
  }

  /** Whether more was asked about the file than it may take. */
  get isSpent(): boolean {
    return this.used > this.limits.file;
  }
}
