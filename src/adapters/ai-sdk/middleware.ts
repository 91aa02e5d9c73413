import type { Argument } from '../../dataflow/evaluate/arguments.js';
import type { ObjectState, Reading } from '../../dataflow/model/object-state.js';
import { elementsIn } from '../../dataflow/evaluate/list-elements.js';
import type { AbstractValue } from '../../dataflow/model/abstract-value.js';
import { unreadable } from '../shared/reading.js';
import type { FileView } from '../shared/file-view.js';

/** The part of the API graph that is asked about middleware. */
interface MiddlewareGraph {
  readonly view: FileView;
  ofValue(
    value: AbstractValue,
  ):
    { readonly kind: 'middleware'; readonly bags: readonly ObjectState[] } | { readonly kind: string } | null;
}

const UNREAD = 'middleware that may change the options';

/**
 * What middleware around a model sets by default, the innermost first. Middleware that may change the options in a way
 * that is not read is an object of which nothing is known.
 *
 * @param middleware what may stand there: one, or a list
 */
export function defaultsOf(
  middleware: Reading,
  things: MiddlewareGraph,
): readonly (readonly ObjectState[])[] {
  return middleware.flatMap((found) => {
    if (found.kind === 'absent') return [];
    // A list of which only the elements are followed is no value.
    const valueNode = found.kind === 'set' ? found.valueNode : found.written;
    if (found.kind === 'unknown' || found.value.kind === 'unknown' || !valueNode)
      return [[unreadable(UNREAD, found.node)]];
    const { value, frame } = found;
    if (value.kind !== 'array') return defaultsOfValue(value, { node: valueNode, frame }, things);
    const { elements, unknown } = elementsIn(valueNode, frame, things.view.tracker);
    return [
      ...elements.flatMap((element) =>
        things.view.tracker
          .values(element.node, element.frame)
          .flatMap((one) => defaultsOfValue(one, element, things)),
      ),
      ...unknown.map(({ node }) => [unreadable(UNREAD, node)]),
    ];
  });
}

function defaultsOfValue(
  value: AbstractValue,
  { node, frame }: Argument,
  things: MiddlewareGraph,
): readonly (readonly ObjectState[])[] {
  if (value.kind === 'constant') return [];
  const thing = things.ofValue(value);
  if (thing && 'bags' in thing) return [thing.bags];
  // What `ai` itself makes besides changes answers only.
  if (value.kind === 'path' && value.root.kind === 'module' && value.root.specifier === 'ai') return [];
  if (value.kind === 'object') {
    const { reader } = things.view;
    const change = reader.read(reader.bags(node, frame), 'transformParams');
    if (change.every(({ kind }) => kind === 'absent')) return [];
  }
  return [[unreadable(UNREAD, node)]];
}
