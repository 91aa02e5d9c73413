/**
 * One way into the API that is not a method of the client: a class or function that a module of the package
 * exports.
 */
export interface EntryPoint {
  /** Import specifier without extension: `openai/helpers/computer`. */
  readonly module: string;
  readonly exportName: string;
  /** The method that sends; absent for a function that is called itself. */
  readonly member?: string;
  /** The operation of the client that has the same endpoint and body, where there is one. */
  readonly operation?: string;
  readonly transport: 'http' | 'websocket' | 'webrtc';
  /** Path of the call or the socket, below `/v1`. */
  readonly path: string;
  /** Index of the argument with the body; absent where its arguments become no body. */
  readonly bodyArgument?: number;
  /** For messages over a socket: only those of these types carry the body… */
  readonly messageTypes?: readonly string[];
  /** …which is in this property, or is the message itself. */
  readonly bodyProperty?: string;
}

/** Classes that repeat one request until the model calls no more tools: `run(client, body, options)`. */
const toolLoops = [
  { module: 'openai', exportName: 'ComputerToolset', member: 'run', ...responses() },
  { module: 'openai/helpers/computer', exportName: 'ComputerToolset', member: 'run', ...responses() },
  {
    module: 'openai/helpers/responses-tool-runner',
    exportName: 'ResponsesToolRunner',
    member: 'run',
    ...responses(),
  },
  {
    module: 'openai/helpers/responses-tool-runner',
    exportName: 'ResponsesToolRunner',
    member: 'iterate',
    ...responses(),
  },
  {
    module: 'openai/helpers/decisions-tool-runner',
    exportName: 'DecisionsToolRunner',
    member: 'run',
    operation: 'decisions.create',
    path: '/decisions',
  },
].map((loop) => ({ ...loop, transport: 'http' as const, bodyArgument: 1 }));

function responses() {
  return { operation: 'responses.create', path: '/responses' };
}

/** Sockets that carry Responses: each `response.create` message is a body of `POST /responses`. */
const responsesSockets = [
  { module: 'openai/resources/responses/ws', operation: 'responses.create' },
  { module: 'openai/resources/beta/responses/ws', operation: 'beta.responses.create' },
].map((socket) => ({
  ...socket,
  exportName: 'ResponsesWS',
  member: 'send',
  transport: 'websocket' as const,
  path: '/responses',
  bodyArgument: 0,
  messageTypes: ['response.create'],
}));

/**
 * Sockets and calls that carry a voice session, whose settings are in the property `session` of a message.
 */
const voiceSessions = [
  { module: 'openai/realtime/ws', exportName: 'OpenAIRealtimeWS', path: '/realtime' },
  { module: 'openai/realtime/websocket', exportName: 'OpenAIRealtimeWebSocket', path: '/realtime' },
  { module: 'openai/beta/realtime/ws', exportName: 'OpenAIRealtimeWS', path: '/realtime' },
  { module: 'openai/beta/realtime/websocket', exportName: 'OpenAIRealtimeWebSocket', path: '/realtime' },
  { module: 'openai/realtime/webrtc', exportName: 'OpenAIRealtimeWebRTC', path: '/realtime' },
  {
    module: 'openai/realtime/translations/ws',
    exportName: 'OpenAIRealtimeTranslationWS',
    path: '/realtime/translations',
  },
  { module: 'openai/live/webrtc', exportName: 'OpenAILiveWebRTC', path: '/live/sessions' },
  { module: 'openai/resources/live/ws', exportName: 'LiveWS', path: '/live/sessions' },
  {
    module: 'openai/resources/live/sideband/ws',
    exportName: 'SidebandWS',
    path: '/live/sessions/{}/attach',
  },
  { module: 'openai/resources/live/forks/ws', exportName: 'ForksWS', path: '/live/sessions/{}/fork' },
].map((session) => ({
  ...session,
  member: 'send',
  transport: session.module.endsWith('webrtc') ? ('webrtc' as const) : ('websocket' as const),
  bodyArgument: 0,
  messageTypes: ['session.start', 'session.update', 'response.create'],
  bodyProperty: 'session',
}));

/**
 * Written by hand from the sources of openai 7.57.0: `src/helpers`, `src/realtime`, `src/beta/realtime`,
 * `src/lib` and the `ws.ts` files of the resources. A test checks that the modules have these exports.
 *
 * Not in it: a lane of `ResponsesWebSocketSession`, whose `create(body)` is a method of what `session.lane()`
 * returns.
 */
export const entryPoints: readonly EntryPoint[] = [
  ...toolLoops,
  ...responsesSockets,
  ...voiceSessions,
  // Uploads files of a directory: prepareAgentDirectory(client.files, directory, { include }).
  {
    module: 'openai/helpers/beta/agents/filesystem',
    exportName: 'prepareAgentDirectory',
    operation: 'files.create',
    transport: 'http',
    path: '/files',
  },
];
