import type { Adapter } from '../../src/adapters/shared/adapter.js';
import { factories } from '../../src/adapters/openai/factories.js';
import { table } from './sections.js';

/** A section per library: what is read, where it goes, what is kept when nothing is written, and what is not read. */
export function librarySections(adapters: readonly Adapter[]): string {
  return adapters.map(sectionOf).join('\n\n');
}

function sectionOf({ library, docs }: Adapter): string {
  return [
    `## ${library}`,
    `Read in: ${docs.packages.join(', ')}. ${docs.run.length > 0 ? `Run with: ${docs.run.join(', ')}.` : 'Not run.'}`,
    table(
      ['What you write', 'Where it goes', 'When nothing else is written'],
      docs.entries.map(({ code, endpoint, unwritten }) => [`\`${code}\``, endpoint, unwritten]),
    ),
    list('Checked', docs.checked),
    list('Not read', docs.notRead),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function list(title: string, sentences: readonly string[]): string {
  return sentences.length === 0 ? '' : `${title}:\n\n${sentences.map((one) => `- ${one}`).join('\n')}`;
}

/** Exports of other packages that hand back a client of `openai`, or watch one. */
export function factoryTable(): string {
  return table(
    ['Package', 'Export', 'The client is', 'Who else sees what it sends'],
    factories.map(({ specifiers, uses, made, party }) => [
      `\`${readable(specifiers)}\``,
      uses.map((use) => `\`${use}\``).join(', '),
      {
        argument: 'the one that it is given',
        options: 'made by it',
        elsewhere: 'made elsewhere',
        nowhere: 'any',
      }[made.from],
      party ?? '',
    ]),
  );
}

/** The pattern of a specifier without its marks. */
function readable({ source }: RegExp): string {
  return source
    .replaceAll(/^\^|\$$/g, '')
    .replaceAll('$|^', '`, `')
    .replaceAll('\\/', '/')
    .replaceAll('[\\w-]+', '*')
    .replaceAll(/\(\?:[^()]*(?:\([^()]*\))?[^()]*\)\?/g, '');
}
