import type { Client, Facts, Host } from '../facts/facts.js';
import type { Node } from '../dataflow/syntax/nodes.js';

/** A place in a file that decides where requests go. */
export interface ClientPlace {
  readonly host: Host;
  readonly node: Node;
  readonly near: Node;
  readonly client: Client;
}

/**
 * Where a file decides which host its requests go to: clients that are made in it, and calls with a whole URL. A client
 * that comes from elsewhere is the matter of the file that makes it.
 */
export function clientPlaces({ clients, requests }: Facts): readonly ClientPlace[] {
  const made = clients.filter(({ host, parent }) => host.class !== 'unseen' && host !== parent?.host);
  const aimed = requests.filter(({ client, callee }) => client.host.node === callee);
  return [...made, ...aimed.map(({ client }) => client)].map(placeOf);
}

function placeOf(client: Client): ClientPlace {
  const { host, node } = client;
  return { host, node: host.node ?? node, near: node, client };
}
