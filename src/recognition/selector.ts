/**
 * What is still to be done with a holder until the value is at hand: read a property, take an element, call it. A stack of
 * them says where in the holder the value is; the last one is applied first.
 */
export type Selector = string;

/** Any element of a list, any value of a map, a property whose name is computed. */
export const ELEMENT: Selector = '*';
/** What was put into a collection; no property of it, but for a position. */
export const ITEM: Selector = '[]';
/** What a call of the holder gives back. */
export const RESULT: Selector = '()';
/** What the instances of the holder have in common: `this` of a class. */
export const INSTANCE: Selector = 'new';

export function property(name: string): Selector {
  return `.${name}`;
}

/** The property of a name, or any where the name is not known. */
export function propertyNamed(name: string | undefined): Selector {
  return name === undefined ? ELEMENT : property(name);
}

/** What the argument at a position holds after a call of the holder: `fill` in `function fill(o) { o.client = client }`. */
export function filled(position: number): Selector {
  return `<${position}`;
}

/** What the holder is handed at a position by whoever calls it: a callback. */
export function handed(position: number): Selector {
  return `>${position}`;
}

/** The position of a `filled` selector; `null` for others. */
export function filledPosition(selector: Selector | undefined): number | null {
  return selector?.startsWith('<') ? Number(selector.slice(1)) : null;
}

/** The position of a `handed` selector; `null` for others. */
export function handedPosition(selector: Selector | undefined): number | null {
  return selector?.startsWith('>') ? Number(selector.slice(1)) : null;
}

/** Is it the name of a property, or one that stands for all of them? */
export function isProperty(selector: Selector | undefined): boolean {
  return selector !== undefined && (selector.startsWith('.') || selector === ELEMENT || selector === ITEM);
}

/** What a context of React's holds for whoever is below its provider. */
export const CONTEXT: Selector = '{context}';

/** What a text holds that was made by `JSON.stringify`. */
export const JSON_TEXT: Selector = '{json}';
/** What a promise is rejected with. */
export const REJECTED: Selector = '{rejected}';
/** What a generator returns in the end, besides what it yields. */
export const RETURNED: Selector = '{returned}';
/** What an asynchronous storage holds while a function runs in it. */
export const STORED: Selector = '{stored}';
/** What a store of a framework holds, which it hands to whoever selects a part of it. */
export const STATE: Selector = '{state}';

/** What an emitter hands to its listeners; the position of the parameter follows. */
export const EVENT: Selector = '{event}';

export function isEvent(selector: Selector | undefined): boolean {
  return selector?.startsWith(EVENT) ?? false;
}

/** Is a selector the property of that name, or does it stand for any? */
export function isOf(selector: Selector | undefined, name: string): boolean {
  return selector === property(name) || selector === ELEMENT || (selector === ITEM && /^\d+$/.test(name));
}

/** The position of an element; `null` where any may be meant, or none. */
export function elementPosition(selector: Selector | undefined): number | null {
  return selector !== undefined && /^\.\d+$/.test(selector) ? Number(selector.slice(1)) : null;
}

/** Does a selector take an element of a list? */
export function isElement(selector: Selector | undefined): boolean {
  return selector === ELEMENT || selector === ITEM || (selector !== undefined && /^\.\d+$/.test(selector));
}
