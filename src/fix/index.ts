export { insertProperty } from './insert-property.js';
export { type Removal, removeProperty, removePropertyOrHolder } from './remove-property.js';
export { replaceNode, setPropertyValue } from './replace.js';
export type { Edit, Source, SourceComment } from './source.js';
