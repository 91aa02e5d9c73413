/** What a command touches outside of files. */
export interface Io {
  readonly cwd: string;
  stdout(text: string): void;
  stderr(text: string): void;
  /** Characters in a line of the terminal; absent where the output goes elsewhere. */
  readonly columns?: number | undefined;
  /** Whether to write in colour. */
  readonly hasColor?: boolean;
  /** Shows how far a run is, in a line that the next one replaces; `null` clears it. Absent without a terminal. */
  progress?: ((line: string | null) => void) | undefined;
}

export interface Context extends Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Of this package. */
  readonly version: string;
}

/** 0 as wanted, 1 not as wanted, 2 could not run, or could not find everything out. */
export type ExitCode = 0 | 1 | 2;
