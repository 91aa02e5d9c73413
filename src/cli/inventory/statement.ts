import {
  CONTROL_WORDS,
  endpointOf,
  type Inventory,
  type InventoryLine,
  type InventoryVerdict,
} from './model.js';

/** A page in plain words for people who are asked what OpenAI keeps of their data. */
export function statementOf(inventory: Inventory): string {
  const { lines, control, asOf, files, notRead } = inventory;
  const of = (verdict: InventoryVerdict): InventoryLine[] => lines.filter((line) => line.verdict === verdict);
  const [unproven, clean, others] = [of('unproven'), of('none-found'), of('not-openai')];
  const kept = byReason(lines, 'kept');
  const sections = [
    [
      `What OpenAI keeps of the data that this code sends`,
      `${files} ${files === 1 ? 'file was' : 'files were'} read. They hold ${places(lines.length)} that ${lines.length === 1 ? 'sends' : 'send'} something to OpenAI, or through its libraries. ` +
        `They are judged as OpenAI treats an organization or project with ${CONTROL_WORDS[control]}, by its pages as of ${asOf.policy}.`,
    ],
    ['Kept', ...(kept.length > 0 ? kept : ['No place was found at which content is surely kept.'])],
    waiversIn(lines),
    titled('Kept, unless Zero Data Retention is in force', byReason(lines, 'forced-off')),
    titled('Refused by the API', byReason(lines, 'refused')),
    titled('Switches without effect', byReason(lines, 'no-effect')),
    unproven.length > 0
      ? [
          'Not known',
          `Of ${places(unproven.length)} it cannot be read what is kept, because it is decided while the program runs or outside of these files:`,
          ...unproven.map((line) => `- ${placeOf(line)}: ${line.reasons.join('; ')}`),
        ]
      : [],
    clean.length > 0
      ? [
          'Nothing found',
          `At ${places(clean.length)} no retention was found beyond what the control allows: ${list([...new Set(clean.map(endpointOf))])}.`,
        ]
      : [],
    others.length > 0
      ? [
          'Sent to others',
          `${places(others.length, true)} ${others.length === 1 ? 'goes' : 'go'} to other services (${list([...new Set(others.map(({ hostName, host }) => hostName ?? host))])}), under their own terms. They are not judged here.`,
        ]
      : [],
    [
      'What no code can show',
      'Whether OpenAI has approved a data retention control for the organization and the project whose keys are used (`openai-zdr verify` asks OpenAI); what other programs, proxies, log files and monitoring tools keep; what a model says of its own data handling proves nothing. ' +
        (control === 'none'
          ? 'OpenAI also keeps abuse-monitoring logs of every request for up to 30 days. '
          : '') +
        'Images and files that the scan for child sexual abuse material flags are kept for review under every control.',
    ],
    notRead.length > 0 ? ['Not read', ...notRead.map((sentence) => `- ${sentence}`)] : [],
  ];
  return sections
    .filter((section) => section.length > 0)
    .map(([title = '', ...paragraphs]) => `${title}\n${'-'.repeat(title.length)}\n${paragraphs.join('\n')}\n`)
    .join('\n');
}

function titled(title: string, paragraphs: readonly string[]): readonly string[] {
  return paragraphs.length === 0 ? [] : [title, ...paragraphs];
}

function placeOf(line: InventoryLine): string {
  return `${endpointOf(line)} in ${line.file}:${line.line}`;
}

/** What is kept, once, with the places at which that is decided. */
function byReason(lines: readonly InventoryLine[], verdict: InventoryVerdict): readonly string[] {
  const groups = new Map<string, { keeps: string; places: string[] }>();
  for (const line of lines) {
    for (const { keeps, asOf, confidence } of line.kept.filter((one) => one.verdict === verdict)) {
      const doubt = confidence === 'high' ? '' : '; the sources are not of one mind';
      const text = `${keeps} (As of ${asOf}${doubt}.)`;
      const group = groups.get(text) ?? { keeps: text, places: [] };
      group.places.push(placeOf(line));
      groups.set(text, group);
    }
  }
  return [...groups.values()].flatMap(({ keeps, places }) => [
    `- ${keeps}`,
    ...[...new Set(places)].map((place) => `    ${place}`),
  ]);
}

function waiversIn(lines: readonly InventoryLine[]): readonly string[] {
  const waived = lines.flatMap((line) =>
    line.waivers.map(
      ({ row, reason, until }) =>
        `- ${placeOf(line)}: ${row}, ${until === null ? 'without end' : `until ${until}`} (${reason})`,
    ),
  );
  return titled('Kept, under an exception that somebody signed', waived);
}

function places(count: number, atStart = false): string {
  return count === 1 ? `${atStart ? 'One' : 'one'} place` : `${count} places`;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}
