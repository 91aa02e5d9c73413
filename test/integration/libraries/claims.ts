import { factsInFile } from '../../../src/analysis/analyze-file.js';
import { parseFile } from '../../../src/languages/javascript/parse/parse.js';
import { readSettings } from '../../../src/settings/read.js';
import { allows, described } from '../../oracle/compare.js';
import type { ProgramRun, Sent } from './wire.js';

/**
 * Compares what the analysis says of a program with what it sent: every request on the wire was found, every request
 * that was found came, and each of its keys is among what was read.
 *
 * @param keys dotted paths in the body that are compared
 * @param versions as in the settings: those that the program ran with
 * @returns what differs, in sentences; empty when nothing does
 */
export function differences(
  code: string,
  { sent }: ProgramRun,
  versions: Readonly<Record<string, string>>,
  keys: readonly string[] = ['store'],
): readonly string[] {
  const parsed = parseFile(code, 'program.mjs');
  if (!parsed.ok) throw new Error(`${parsed.message} at ${parsed.line}\n${code}`);
  const settings = readSettings({ 'openai-zdr': { versions, clouds: ['azure'] } });
  const facts = factsInFile({ text: code, ...parsed }, 'program.mjs', settings);
  const requests = facts.requests.filter(({ client }) => client.host.class === 'openai');
  const found: string[] = [];
  for (const one of sent) {
    const request = requests.find(({ operations }) =>
      operations.some(({ method, path }) => method === one.method && isAt(path, one)),
    );
    if (!request) found.push(`${one.method} ${pathOf(one)} was sent and not found`);
    for (const key of request ? keys : []) {
      const reading = request!.body.readDeep(key);
      const value = key
        .split('.')
        .reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], one.body);
      if (reading.length === 0 || reading.some((alternative) => allows(alternative, value))) continue;
      found.push(`${key} was ${JSON.stringify(value)} and read as ${reading.map(described).join(' or ')}`);
    }
  }
  for (const { operations } of requests) {
    for (const { method, path } of operations) {
      if (!sent.some((one) => one.method === method && isAt(path, one)))
        found.push(`${method} ${path} was found and not sent`);
    }
  }
  return found;
}

/** Is a request to a path of the catalog, where `{}` stands for an id? */
function isAt(path: string, one: Sent): boolean {
  const given = pathOf(one).split('/');
  const wanted = path.split('/');
  return wanted.length === given.length && wanted.every((part, i) => part === '{}' || part === given[i]);
}

/** `/v1/responses` and Azure's `/openai/v1/responses`, `/openai/deployments/d/chat/completions` as in the catalog. */
function pathOf({ path }: Sent): string {
  return path.replace(/^\/openai(?:\/deployments\/[^/]+)?/, '').replace(/^\/v1/, '');
}
