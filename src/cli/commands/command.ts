/** What a command touches outside of files. */
export interface Io {
  readonly cwd: string;
  stdout(text: string): void;
  stderr(text: string): void;
}

export interface Context extends Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Of this package. */
  readonly version: string;
}

/** 0 as wanted, 1 not as wanted, 2 could not run, or could not find everything out. */
export type ExitCode = 0 | 1 | 2;
