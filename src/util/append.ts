/** Adds items to the end of a list. `list.push(...items)` throws where there are more items than the stack holds. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
