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
  /** Path in the package without `src/` and without extension: `resources/responses/responses`. */
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
  /** The calls it makes, in the order of the code; more than one for helpers. Empty when `local`. */
  readonly endpoints: readonly Endpoint[];
  /** Index of the argument that becomes body, query or both; absent when there is none. */
  readonly bodyArgument?: number;
  /** The same in major 4, where it differs. */
  readonly bodyArgumentIn4?: number;
  /** Index of the request options argument; absent when there is none. */
  readonly optionsArgument?: number;
  /** The same in major 4, where it differs. */
  readonly optionsArgumentIn4?: number;
  /** Names that some version knows in the body, path ids and local-only helper names included; sorted. */
  readonly bodyNames: readonly string[];
  /** Names that some version knows in the query; sorted. */
  readonly queryNames: readonly string[];
  /** For 3.x only: what each positional argument is, e.g. `['file', 'purpose', 'options']`. */
  readonly positional?: readonly string[];
  readonly declarations: readonly Declaration[];
}
