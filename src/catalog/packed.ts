/**
 * The generated catalog as it is stored: text in place of lists, each list of names once. `./index.ts`
 * unpacks it.
 */
export interface PackedCatalog {
  /** Versions of `openai` that it was made from, oldest first. */
  readonly versions: readonly string[];
  /** Names, separated by blanks. */
  readonly clientOptions: string;
  readonly requestOptions: string;
  /** Resource path → `<file> <class>,<file> <class>`, over all majors. */
  readonly resources: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, PackedOperation>>;
  /** Methods of the class `OpenAIApi` of 3.x. */
  readonly legacyOperations: Readonly<Record<string, PackedOperation>>;
  /** Lists of names, each separated by blanks. */
  readonly names: readonly string[];
}

export type PackedOperation = readonly [
  /** `'4567'` */
  majors: string,
  /** `'POST /files,GET /files/{}'`; `''` when nothing goes over the wire. */
  calls: string,
  /** `'<body> <options>'`, then both again for major 4 where they differ; `-` where there is none. */
  argumentPositions: string,
  /** Index into `names`. */
  bodyNames: number,
  queryNames: number,
  /** 3.x only: names of the positional parameters, separated by blanks. */
  positional?: string,
];
