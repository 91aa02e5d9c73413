export { insertProperty } from './insert-property.js';
export { type Removal, removeProperty, removePropertyOrHolder } from './remove-property.js';
export { replaceNode, setPropertyValue } from './replace.js';
export { textBeside, type Edit, type Source, type SourceComment } from './source.js';
