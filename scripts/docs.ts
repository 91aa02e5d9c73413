/**
 * Writes the generated sections of the README, the guides and the rule pages, from the rules and the policy.
 *
 * `tsx scripts/docs.ts` writes them; `--check` writes nothing, prints what differs and exits with 1 when they are stale.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { rules } from '../rules/index.js';
import { adapters } from '../src/adapters/index.js';
import type { RuleName } from '../src/policy/index.js';
import { factoryTable, librarySections } from './docs/library-sections.js';
import {
  endpointTable,
  inventedTable,
  rowTable,
  rulePolicyTable,
  thirdPartyTable,
} from './docs/policy-tables.js';
import { header, optionsOf, optionsTable, oxlintConfig, rulesTable } from './docs/rule-tables.js';
import { withSection } from './docs/sections.js';
import { writeOrCheck, type Files } from './stale.js';

const ROOT = new URL('../', import.meta.url);

/** Pages with generated sections, complete. */
export async function docsFiles(): Promise<Files> {
  const files: Record<string, string> = {};
  for (const [file, sections] of Object.entries(pages())) {
    const url = new URL(file, ROOT);
    let text = readFileSync(url, 'utf8');
    for (const [name, content] of Object.entries(sections)) text = withSection(text, name, content);
    const filepath = fileURLToPath(url);
    files[file] = await format(text, { ...(await resolveConfig(filepath)), filepath });
  }
  return files;
}

type Sections = Readonly<Record<string, string>>;

function pages(): Readonly<Record<string, Sections>> {
  return {
    'README.md': { rules: rulesTable(rules), oxlint: oxlintConfig(rules) },
    'docs/zdr.md': {
      endpoints: endpointTable(),
      requests: rowTable(['parameter', 'tool', 'model']),
      features: rowTable(['feature']),
      account: rowTable(['account']),
    },
    'docs/libraries.md': { libraries: librarySections(adapters), factories: factoryTable() },
    ...Object.fromEntries(Object.keys(rules).map((name) => [`docs/rules/${name}.md`, ruleSections(name)])),
  };
}

function ruleSections(name: string): Sections {
  const rule = rules[name]!;
  return {
    header: header(name, rule),
    policy: rulePolicyTable(name as RuleName),
    ...(Object.keys(optionsOf(rule)).length > 0 ? { options: optionsTable(rule) } : {}),
    ...(name === 'no-invented-parameters' ? { invented: inventedTable() } : {}),
    ...(name === 'no-third-party-logging' ? { 'third-parties': thirdPartyTable() } : {}),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeOrCheck(await docsFiles(), 'npm run docs');
