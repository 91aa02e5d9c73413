/** JSON files and their schemas. */
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const ROOT = new URL('../', import.meta.url);

/** A closed object schema. */
export function object(required: object, optional: object = {}): object {
  return {
    type: 'object',
    required: Object.keys(required),
    additionalProperties: false,
    properties: { ...required, ...optional },
  };
}

/** The text of a JSON file of this repository, as the formatter writes it. */
export async function formatted(file: string, content: object): Promise<string> {
  const filepath = fileURLToPath(new URL(file, ROOT));
  return format(JSON.stringify(content), { ...(await resolveConfig(filepath)), filepath });
}
