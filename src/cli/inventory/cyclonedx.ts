import { grouped } from '../../util/grouped.js';
import { endpointOf, VERDICT_WORDS, type Inventory, type InventoryLine } from './model.js';

/**
 * The inventory as a CycloneDX 1.6 document: each endpoint is a service, with where the data goes and what is kept of it;
 * each library is a component, with the lines at which it is used.
 *
 * Written by hand, as the document is small and the official library is large; a test holds it against the official schema.
 */
export function cyclonedxOf({ lines, tool, control, asOf }: Inventory): string {
  const requests = lines.filter(({ stage }) => stage !== 'unanalysed');
  const services = sorted(grouped(requests, serviceRef));
  const libraries = sorted(
    grouped(
      requests.filter(({ library }) => library !== ''),
      libraryRef,
    ),
  );
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: tool.name, version: tool.version }] },
      component: { type: 'application', 'bom-ref': ROOT, name: 'application' },
      properties: [
        { name: 'openai-zdr:control', value: control },
        { name: 'openai-zdr:policy-as-of', value: asOf.policy },
      ],
    },
    components: [...libraries].map(([ref, used]) => ({
      type: 'library',
      'bom-ref': ref,
      name: used[0]!.library,
      evidence: {
        occurrences: places(used).map(({ file, line }) => ({ location: file, line })),
      },
    })),
    services: [...services].map(([ref, used]) => serviceOf(ref, used)),
    dependencies: [
      { ref: ROOT, dependsOn: [...new Set([...libraries.keys(), ...services.keys()])].sort() },
      ...[...libraries].map(([ref, used]) => ({
        ref,
        dependsOn: [...new Set(used.map(serviceRef))].sort(),
      })),
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const ROOT = 'application';

function serviceOf(ref: string, lines: readonly InventoryLine[]): object {
  const [{ hostName, host }] = lines as [InventoryLine];
  const address = hostName?.includes('.') ? hostName : host === 'openai' ? 'api.openai.com' : null;
  const paths = [...new Set(lines.flatMap(({ endpoints }) => endpoints))].map((one) => one.split(' ')[1]!);
  const kept = [...new Set(lines.flatMap((line) => line.kept.map(({ keeps }) => keeps)))];
  const doubts = [...new Set(lines.flatMap(({ reasons }) => reasons))];
  return {
    'bom-ref': ref,
    provider: { name: host === 'openai' || host === 'unseen' ? 'OpenAI' : (hostName ?? host) },
    name: endpointOf(lines[0]!),
    ...(address && paths.length > 0 ? { endpoints: paths.map((path) => `https://${address}${path}`) } : {}),
    'x-trust-boundary': host !== 'local',
    data: [
      {
        flow: 'bi-directional',
        classification: 'content of requests and answers',
        description: kept.length > 0 ? kept.join(' ') : 'No retention was found that is certain.',
      },
    ],
    properties: [
      ...[...new Set(lines.map(({ verdict }) => verdict))].map((verdict) => ({
        name: 'openai-zdr:verdict',
        value: VERDICT_WORDS[verdict],
      })),
      ...doubts.map((value) => ({ name: 'openai-zdr:unproven', value })),
      ...places(lines).map(({ file, line, verdict }) => ({
        name: 'openai-zdr:place',
        value: `${file}:${line} ${VERDICT_WORDS[verdict]}`,
      })),
    ],
  };
}

function serviceRef(line: InventoryLine): string {
  return `service:${line.host}:${line.hostName ?? ''}:${endpointOf(line)}`;
}

function libraryRef({ library }: InventoryLine): string {
  return `library:${library}`;
}

function places(lines: readonly InventoryLine[]): readonly InventoryLine[] {
  return [...new Map(lines.map((line) => [`${line.file}:${line.line} ${line.verdict}`, line])).values()];
}

function sorted(groups: ReadonlyMap<string, InventoryLine[]>): ReadonlyMap<string, InventoryLine[]> {
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}
