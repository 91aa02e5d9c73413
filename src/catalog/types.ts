/** The HTTP verbs of OpenAI's REST API. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * What a wire call does with content at OpenAI.
 *
 * - `infers`: answers from what the request carries; whether something is kept depends on its parameters
 * - `keeps`: creates or changes an object that stays at OpenAI
 * - `uses`: inference on state that is already kept there (a run on a thread)
 * - `reads`: returns kept state
 * - `removes`: deletes or cancels; never reported, it is the remedy
 * - `admin`: organization settings, no customer content
 * - `local`: nothing goes over the wire
 */
export type Effect = 'infers' | 'keeps' | 'uses' | 'reads' | 'removes' | 'admin' | 'local';

/** One kind of call over the wire. */
export interface Endpoint {
  readonly method: HttpMethod;
  /** Path below `/v1`, ids replaced by `{}`: `/vector_stores/{}/files`. */
  readonly path: string;
  readonly effect: Effect;
}

/** Where a method is declared in the SDK; what a type checker finds. */
export interface Declaration {
  /**
   * Path in the package without `src/` and without extension: `resources/responses/responses`; 3.x:
   * `dist/api`.
   */
  readonly file: string;
  readonly className: string;
  readonly method: string;
}

/** One method of the SDK's client, over all majors. */
export interface Operation {
  /** Member chain below the client: `beta.threads.runs.createAndPoll`. */
  readonly name: string;
  /** Majors of `openai` that have it, ascending. */
  readonly majors: readonly number[];
  /**
   * The calls it makes, in the order of the code; more than one for helpers (and where the URL changed
   * between versions, the newest first). Empty when nothing goes over the wire, or only through methods of
   * what it returns.
   */
  readonly endpoints: readonly Endpoint[];
  /**
   * Index of the argument object whose properties become body and query; from major 5 it also has the path
   * ids except the last. Absent when there is none.
   */
  readonly bodyArgument?: number;
  /** The same in major 4, where it differs; null when there it has none. */
  readonly bodyArgumentIn4?: number | null;
  /** Index of the request options argument; absent when there is none. */
  readonly optionsArgument?: number;
  /** The same in major 4, where it differs; null when there it has none. */
  readonly optionsArgumentIn4?: number | null;
  /**
   * Properties that some version knows in the argument object and does not send as query: body, but also path
   * ids, headers and what helpers use locally; sorted. In 3.x the names in the body.
   */
  readonly bodyNames: readonly string[];
  /** Names that some version knows in the query; sorted. */
  readonly queryNames: readonly string[];
  /** For 3.x only: what each positional argument is, e.g. `['file', 'purpose', 'options']`. */
  readonly positional?: readonly string[];
  readonly declarations: readonly Declaration[];
}
