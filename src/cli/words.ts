/** Words that more than one command says. */

/** How to count things in a sentence: `1 error`, `2 errors`. */
export const counted = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? '' : 's'}`;

/** Text for a line of a terminal: what would move the cursor or change colours is shown as a sign. */
export const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, '\uFFFD');

/** The kinds of files that the command reads. */
const KINDS = 'JavaScript, TypeScript or Python file';

export const noFilesIn = (paths: readonly string[]): string => `No ${KINDS} found in ${paths.join(', ')}`;

export const skippedFile = (file: string): string => `${file}: skipped, not a ${KINDS}`;

/** How many files import each of these, as sentences: what they send that way is not read. */
export function unreadLibrariesText(libraries: ReadonlyMap<string, number>): readonly string[] {
  return [...libraries].map(
    ([name, files]) =>
      `${name} is not read in Python, and ${counted(files, 'file')} ${files === 1 ? 'imports' : 'import'} it`,
  );
}

/** @param what was not done: `checked` */
export function defectIn(error: string, what: string, issues: string): string {
  return `not ${what} because of a defect of this command (${error.split('\n')[0]}); report it with this file at ${issues}`;
}

/** How old what is known is. */
export const datesOf = (policy: string, libraries: string): string =>
  `OpenAI's policy as of ${policy}, libraries as of ${libraries}`;
