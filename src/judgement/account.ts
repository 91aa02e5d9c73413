/** Why a request is judged as it is: the way from its client to its verdict, in sentences. */
import type { ApiRequest, Client, HostClass } from '../facts/facts.js';
import type { Contribution } from '../dataflow/model/object-state.js';
import { programOf, type Node } from '../dataflow/syntax/nodes.js';
import { fileOfTree } from '../languages/javascript/modules/follow.js';
import { doubtsInWords, shortCode } from './doubt-words.js';
import { waiversOf, type InventorySource } from './inventory.js';
import { endpointNames, isElsewhere } from './judge.js';
import { proofOf } from './proof.js';

export interface Account {
  /** `POST /v1/responses (openai responses.create)` */
  readonly title: string;
  readonly sentences: readonly string[];
}

/** Longer pieces of code are cut. */
const MAX_CODE = 60;
/** More causes of one kind than these are counted. */
const MAX_LISTED = 6;

/** The requests whose call, or the place that decides its body, stands at a line; each with its account. */
export function accountsAt(source: InventorySource, line: number): readonly Account[] {
  return source.facts.requests
    .filter((request) => standsAt(request, source.ast, line))
    .map((request) => ({
      title: titleOf(request),
      sentences: [
        clientSentence(request.client, source),
        hostSentence(request.client, source),
        ...bodySentences(request, source),
        ...verdictSentences(request, source),
      ],
    }));
}

function standsAt({ node, anchor, callee }: ApiRequest, ast: Node, line: number): boolean {
  return [node, anchor, callee].some(
    (place) => programOf(place) === ast && place.loc.start.line <= line && line <= place.loc.end.line,
  );
}

function titleOf(request: ApiRequest): string {
  const { name, client, stage, isCalledHere } = request;
  const kind = stage === 'definition' ? ', a definition of later calls' : '';
  return `${endpointNames(request).join(', ')} (${client.library} ${name})${kind}${isCalledHere ? '' : ', sent in another file'}`;
}

function clientSentence({ node, library }: Client, source: InventorySource): string {
  return `Client: ${library}, ${placeOf(node, source)}.`;
}

const HOST_WORDS: Readonly<Record<HostClass, string>> = {
  openai: 'OpenAI’s',
  unseen: 'taken for OpenAI’s, as the client is made out of view',
  unknown: 'not known, as its address cannot be read',
  'other-cloud': 'another cloud’s, under other terms',
  gateway: 'a gateway to several vendors',
  'other-vendor': 'another vendor’s',
  local: 'this machine’s, or one of a private network',
};

function hostSentence({ host }: Client, source: InventorySource): string {
  const name = host.name === undefined ? '' : ` (${host.name})`;
  const decided = host.node ? `, decided ${placeOf(host.node, source)}` : '';
  const otherwise = host.isByDefault ? '; another address may be passed' : '';
  return `Host: ${HOST_WORDS[host.class]}${name}${decided}${otherwise}.`;
}

function bodySentences({ body }: ApiRequest, source: InventorySource): readonly string[] {
  const keys = new Map<string, string>();
  for (const { key, node } of body.keys()) keys.set(key, `\`${key}\` ${lineOf(node, source)}`);
  const lost = body.bags.flatMap(({ parts }) => parts.flatMap((part) => lostIn(part, source)));
  return [
    keys.size > 0 ? `Body: ${[...keys.values()].join(', ')}.` : 'Body: no key of it is in view.',
    ...listed([...new Set(lost)]).map((cause) => `Not in view: ${cause}.`),
  ];
}

function lostIn(part: Contribution, source: InventorySource): readonly string[] {
  if (part.kind !== 'unknown') return [];
  const key = part.key === undefined ? '' : `\`${part.key}\`: `;
  return [`${key}${codeOf(part.node, source)} ${lineOf(part.node, source)} (${part.reason})`];
}

function verdictSentences(request: ApiRequest, { judge, text }: InventorySource): readonly string[] {
  if (isElsewhere(request.client)) return ['Verdict: not judged, because it does not go to OpenAI.'];
  const proof = proofOf(request, judge, { inputs: false });
  const waived = waiversOf(request, judge).map(
    ({ row, reason, until }) =>
      `An exception in the settings, ${until === null ? 'without end' : `until ${until}`}, says that ${row} does not count: ${reason}`,
  );
  switch (proof.verdict) {
    case 'none-found':
      return waived.length > 0
        ? waived
        : ['Verdict: no retention found; every part of which the policy speaks was read.'];
    case 'unproven':
      return [
        'Verdict: unproven; openai-zdr/no-unproven-request says so in strict.',
        ...listed(doubtsInWords(proof.doubts, request, text)).map((doubt) => `Cannot be read: ${doubt}.`),
        ...waived,
      ];
    case 'violating':
      return [
        ...proof.rows.flatMap((row) => {
          const { keeps, remedy, asOf } = judge.data(row, request);
          const rule = row.owner === null ? '' : `, openai-zdr/${row.owner}`;
          return [`Verdict: ${judge.verdict(row)} (${row.id}${rule}). ${keeps} ${remedy} (As of ${asOf}.)`];
        }),
        ...waived,
      ];
  }
}

function listed(causes: readonly string[]): readonly string[] {
  const rest = causes.length - MAX_LISTED;
  return rest > 0 ? [...causes.slice(0, MAX_LISTED), `${rest} more`] : causes;
}

/** `at line 2: \`new OpenAI()\``, or the other file. */
function placeOf(node: Node, source: InventorySource): string {
  return `${lineOf(node, source)}: ${codeOf(node, source)}`;
}

function lineOf(node: Node, { ast }: InventorySource): string {
  const tree = programOf(node);
  if (tree === ast) return `at line ${node.loc.start.line}`;
  const file = tree === undefined ? undefined : fileOfTree(tree);
  return file === undefined ? 'in another file' : `in ${file}:${node.loc.start.line}`;
}

function codeOf(node: Node, { ast, text }: InventorySource): string {
  if (programOf(node) !== ast) return 'code of that file';
  return shortCode(node, text, MAX_CODE);
}
