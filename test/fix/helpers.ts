import type { TSESTree } from '@typescript-eslint/utils';
import type { Edit, Source } from '../../src/languages/javascript/edit/index.js';
import { parseFile } from '../../src/languages/javascript/parse/parse.js';

export interface Subject extends Source {
  /** The object literal that begins first. */
  object: TSESTree.ObjectExpression;
}

/** The source of a text in which an object literal stands. */
export function subject(text: string): Subject {
  const parsed = parseFile(text, 'file.ts');
  if (!parsed.ok) throw new Error(`${parsed.message} at ${parsed.line}:${parsed.column} of ${text}`);
  const pending: TSESTree.Node[] = [parsed.ast];
  for (let node = pending.shift(); node; node = pending.shift()) {
    if (node.type === 'ObjectExpression') return { text, comments: parsed.comments, object: node };
    for (const key of parsed.visitorKeys[node.type] ?? [])
      for (const child of [(node as never)[key]].flat() as (TSESTree.Node | null)[])
        if (child) pending.push(child);
  }
  throw new Error(`No object in ${text}`);
}

/** The property that is written `name…`, or the spread `...name`. */
export function find(object: TSESTree.ObjectExpression, name: string): TSESTree.ObjectLiteralElement {
  const found = object.properties.find((property) => {
    const named = property.type === 'SpreadElement' ? property.argument : property.key;
    return (
      (named.type === 'Identifier' && named.name === name) ||
      (named.type === 'Literal' && named.value === name)
    );
  });
  if (!found) throw new Error(`No ${name}`);
  return found;
}

/** The text after the edit, which must still parse. */
export function apply(source: Source, edit: Edit): string {
  const result = source.text.slice(0, edit.range[0]) + edit.text + source.text.slice(edit.range[1]);
  subject(result);
  return result;
}
