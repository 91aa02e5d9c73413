import type { WireOperation } from '../../facts/facts.js';
import type { ObjectState } from '../../dataflow/model/object-state.js';
import type { FileView } from './file-view.js';
import { readTexts } from './reading.js';

/** HTTP calls whose body has the form of a socket's messages. */
const SAME_AS: readonly (readonly [string, string])[] = [
  ['/responses', '/responses'],
  ['/live', '/live/sessions'],
  ['/realtime', '/realtime/calls'],
];

/** A socket that carries requests as messages. */
export interface Socket {
  readonly transport: WireOperation['transport'];
  /** Below `/v1`. */
  readonly path: string;
  /** Types of the messages that carry a body. */
  readonly messageTypes?: readonly string[];
}

/** A message over a socket says what an HTTP call with the same body would say; other messages are no requests. */
export function messageOperations(
  socket: Socket,
  message: readonly ObjectState[],
  view: FileView,
): readonly WireOperation[] {
  const types = readTexts(message, 'type', view);
  if (!types.some((type) => socket.messageTypes?.includes(type))) return [];
  const path = SAME_AS.find(([prefix]) => socket.path.startsWith(prefix))?.[1] ?? socket.path;
  return [{ method: 'POST', path, effect: 'infers', transport: socket.transport }];
}
