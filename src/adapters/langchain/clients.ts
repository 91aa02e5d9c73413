import type { Client, Host } from '../../facts/facts.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { ObjectState } from '../../dataflow/model/object-state.js';
import { hostOfFetch, urlHost } from '../shared/base-url.js';
import { optionsView, type FileView } from '../shared/file-view.js';
import { nested } from '../shared/reading.js';
import { cloudClass } from '../shared/hosts.js';
import type { Entry } from './tables.js';

const LIBRARY = 'LangChain';

/**
 * The client that a class of LangChain makes for itself.
 *
 * @param fields the constructor's fields
 * @param configuration older versions took the client's options as a second argument too
 */
export function clientOf(
  entry: Entry,
  node: Node,
  fields: readonly ObjectState[],
  configuration: readonly ObjectState[],
  view: FileView,
): Client {
  const { reader } = view;
  const inside = nested(fields, 'configuration', view);
  const options = optionsView(inside, reader);
  const host = hostOfFetch(options.read('fetch')) ?? hostOf(entry, fields, configuration, view);
  return { library: LIBRARY, node, host, options, parent: null };
}

export function unseenClient(entry: Entry, node: Node, view: FileView): Client {
  const host: Host = entry.cloud ? ownHost(entry, view) : { class: 'unseen' };
  return { library: LIBRARY, node, host, options: optionsView([], view.reader), parent: null };
}

function hostOf(
  entry: Entry,
  fields: readonly ObjectState[],
  configuration: readonly ObjectState[],
  view: FileView,
): Host {
  const { reader } = view;
  // Before AzureChatOpenAI there were fields of ChatOpenAI.
  const isAzure = entry.cloud === 'azure' || reader.keys(fields).some(({ key }) => key.startsWith('azure'));
  const own = ownHost(isAzure ? { ...entry, cloud: 'azure' } : entry, view);
  if (isAzure) return own;
  const readings = [
    ...entry.urls.map((path) => reader.read(fields, ...path)),
    reader.read(configuration, 'baseURL'),
    reader.read(configuration, 'basePath'),
  ];
  const written = readings.find((reading) => reading.some(({ kind, node }) => kind !== 'absent' || node));
  return written ? urlHost(written, view, own) : own;
}

function ownHost({ cloud }: Pick<Entry, 'cloud'>, { settings }: FileView): Host {
  return cloud
    ? { class: cloudClass(cloud, settings), name: cloud }
    : { class: 'openai', name: 'api.openai.com' };
}
