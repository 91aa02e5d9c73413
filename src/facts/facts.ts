/** The vocabulary: what a file is reduced to before any rule judges it. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Endpoint } from '../catalog/types.js';
import type { CoroutineUse } from '../dataflow/control/coroutine-uses.js';
import type { CallLike, Node } from '../dataflow/syntax/nodes.js';
import type { ObjectState, Reading, WrittenKey } from '../dataflow/model/object-state.js';
import type { CallContext } from '../dataflow/model/abstract-value.js';

/**
 * Where a client's requests go.
 *
 * - `openai`: api.openai.com, its regional hosts, and what the user's settings call so
 * - `unseen`: made out of view, such as an injected typed client; judged like `openai`
 * - `unknown`: a base URL that cannot be read
 * - `other-cloud`: OpenAI's models on Azure, Bedrock or Vertex, under other terms
 * - `gateway`: a service in between that is known to front several vendors
 * - `other-vendor`: any other host
 * - `local`: this machine or a private network
 */
export type HostClass =
  'openai' | 'unseen' | 'unknown' | 'other-cloud' | 'gateway' | 'other-vendor' | 'local';

export interface Host {
  readonly class: HostClass;
  /** The host name or cloud, where it is known. */
  readonly name?: string;
  /** What decided it. */
  readonly node?: Node;
  /** It is one alternative, and others are hosts of somebody else. */
  readonly isOneOf?: true;
  /** It is OpenAI's only where nothing else is given; what is merely left out may be another vendor's. */
  readonly isByDefault?: true;
}

/**
 * How a client of Python's SDK answers: `sync` sends when a method is called and returns the answer, `async` returns a
 * coroutine, which sends nothing until it is awaited.
 */
export type ClientMode = 'sync' | 'async';

/** Decides where requests go. */
export interface Client {
  readonly library: string;
  /** Where it is made: `new OpenAI(…)`, `withOptions(…)`; for typed parameters the name. */
  readonly node: Node;
  readonly host: Host;
  /** The constructor's options; empty when it is made out of view. */
  readonly options: OptionsView;
  readonly parent: Client | null;
  /** Names that it takes from bodies besides those of OpenAI's API: a wrapper's own, a cloud's own. */
  readonly bodyNames?: readonly string[];
  /** Absent in JavaScript, and where it is not known. */
  readonly mode?: ClientMode;
  /** Methods and constructor raise `TypeError` for names that are not in their signature, before anything is sent. */
  readonly hasSignatures?: true;
}

/** An options object as rules ask it. */
export interface OptionsView {
  readonly bags: readonly ObjectState[];
  /** What a path of keys may be. */
  read(...path: string[]): Reading;
  /** The same through lists: `input[*].content[*].file_id`. Elements that lack the key say nothing. */
  readDeep(path: string): Reading;
  /** The elements of the list at a path, each as an options object. */
  elements(...path: string[]): readonly ElementView[];
  /** The keys that are written directly in it and may be there in the end. */
  keys(): readonly WrittenKey[];
  /** The options object that an expression is. */
  inside(node: Node, frame: CallContext): OptionsView;
}

/** An element of a list of options objects, such as a tool. */
export interface ElementView {
  readonly node: Node;
  readonly view: OptionsView;
}

/** One call over the wire. */
export interface WireOperation extends Endpoint {
  readonly transport: 'http' | 'websocket' | 'webrtc';
}

/** What a library calls things, and does with them, that are OpenAI's parameters in the end. */
export interface LibraryTerms {
  /** What to write in this library, by parameter or by the id of a policy row: imperative sentences. */
  readonly remedies?: Readonly<Record<string, string>>;
  /** What happens to keys that the library does not know; a sentence. Absent where they are sent as they are. */
  readonly unknownKeys?: string;
  /** Why a person has to look before `store: false` is written here. */
  readonly lookFirst?: string;
}

/** What goes over the wire because of one place in the code. */
export interface ApiRequest {
  /** The call, or the `new` of a definition. */
  readonly node: CallLike;
  /** `definition`: an agent or a chat model, which says what later calls send. */
  readonly stage: 'call' | 'definition';
  /** The node to report on: the last name of the callee, at the call that decides the body. */
  readonly anchor: Node;
  /** The last name of the callee of the call itself. */
  readonly callee: Node;
  /** How the call is named: `responses.create`, `post /files`. */
  readonly name: string;
  readonly operations: readonly WireOperation[];
  /** One of the operations is sent, not one after the other. */
  readonly areAlternatives?: true;
  /** Names that the SDK's types know in the body; `null` when any name may be real. */
  readonly knownNames: readonly string[] | null;
  readonly client: Client;
  readonly body: OptionsView;
  /** What is sent over the body under any name: `extra_body` of Python's SDK. */
  readonly extraBody?: OptionsView;
  /** Python: absent for streams and pages, which send when they are entered or iterated, and for any other use. */
  readonly result?: CoroutineUse;
  /** Calls that are handed the body and pass it on to this request alone: `JSON.stringify(body)`. */
  readonly bodyCalls?: readonly Node[];
  readonly headers: OptionsView;
  /** The argument after the body; empty for raw requests, whose options are the request. */
  readonly requestOptions: OptionsView;
  /** Options around the body, of a library that drops what it does not know. */
  readonly beside?: OptionsView;
  /** Where the analysis stood: through which calls it got here. */
  readonly frame: CallContext;
  readonly evidence: 'certain' | 'likely';
  readonly terms?: LibraryTerms;
  /** `false` when the call itself is in another file, and only its body is decided here. */
  readonly isCalledHere: boolean;
}

/** A name and value in a table or builder of headers, wherever it stands. */
export interface HeaderEntry {
  readonly name: string;
  /** The name's node. */
  readonly node: Node;
  /** The value, where it is a constant. */
  readonly value: string | undefined;
  /** The property that holds it, where there is one to remove. */
  readonly property: TSESTree.Property | null;
}

/** `process.env.NAME = value`. */
export interface EnvironmentWrite {
  readonly name: string;
  readonly node: Node;
  /** The value, where it is a constant. */
  readonly value: string | undefined;
}

/** A place that a row about a feature speaks of: a switch without effect, a session that is kept, an export of traces. */
export interface FeatureUse {
  /** Id of the policy row: `feature:agents-tracing`. */
  readonly row: string;
  readonly node: Node;
  /** Where to report when `node` is in another file. */
  readonly near: Node;
  /** The client whose host decides whether it matters; `null` where it always does. */
  readonly client: Client | null;
  /** What somebody wrote: `store`. */
  readonly name: string;
  /** The property to take out, where that alone is an improvement. */
  readonly removable?: Node;
  /** Nothing is written; it follows from what is not in view. */
  readonly isAssumed?: true;
}

/** Somebody besides OpenAI who sees what a client sends. */
export interface ThirdParty {
  readonly name: string;
  readonly node: Node;
  /** What it keeps, and how to stop it: sentences. */
  readonly keeps: string;
  readonly remedy: string;
  /** When that was found out; absent for the date of the rule's own row. */
  readonly asOf?: string;
}

/** A place of which nobody can say what it sends. */
export interface Unanalysed {
  /** The call, or the whole program. */
  readonly node: Node;
  /** `work`: it would take more work than is done. `defect`: the analysis of the file failed. */
  readonly cause: 'work' | 'defect';
  /** What went wrong. */
  readonly error?: string;
}

export interface Facts {
  readonly requests: readonly ApiRequest[];
  readonly clients: readonly Client[];
  readonly features: readonly FeatureUse[];
  readonly thirdParties: readonly ThirdParty[];
  readonly headers: readonly HeaderEntry[];
  readonly environment: readonly EnvironmentWrite[];
  readonly unanalysed: readonly Unanalysed[];
}

export const NO_FACTS: Facts = {
  requests: [],
  clients: [],
  features: [],
  thirdParties: [],
  headers: [],
  environment: [],
  unanalysed: [],
};
