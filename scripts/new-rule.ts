/**
 * Starts a rule: `npm run new-rule -- no-something` writes the rule, its test and its page, and what is generated from
 * them. What is to be decided stands there as TODO, and tests fail until it is done.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ruleNames } from '../src/policy/types.js';

const ROOT = new URL('../', import.meta.url);

/** The files of a new rule, by their path from the root of the repository. */
export function newRuleFiles(name: string): Readonly<Record<string, string>> {
  return {
    [`rules/${name}.ts`]: ruleTemplate(name),
    [`test/rules/${name}.test.ts`]: testTemplate(name),
    [`docs/rules/${name}.md`]: pageTemplate(),
  };
}

/** Why a rule cannot have this name, or `null`. */
export function problemWithName(name: string | undefined): string | null {
  if (name === undefined) return 'Give the name of the rule: npm run new-rule -- no-something';
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(name)) return `"${name}" is no name for a rule: small letters and dashes.`;
  if (!(ruleNames as readonly string[]).includes(name)) {
    return `"${name}" is not in ruleNames of src/policy/types.ts. Add it there: policy rows name the rule that owns them.`;
  }
  const existing = Object.keys(newRuleFiles(name)).find((file) => existsSync(new URL(file, ROOT)));
  return existing === undefined ? null : `${existing} is already there.`;
}

function ruleTemplate(name: string): string {
  return `import { createRule } from '../src/plugin/create-rule.js';

const NAME = '${name}';

export default createRule({
  name: NAME,
  description: 'Disallow TODO.',
  recommended: 'error',
  strict: 'error',
  messages: { found: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)' },
  defaults: {},
  check({ facts, judge, report }) {
    for (const request of facts.requests) {
      for (const { row, node } of judge.writtenParameters(request, NAME)) {
        report({ node, near: request.anchor, messageId: 'found', data: judge.data(row) });
      }
    }
  },
});
`;
}

function testTemplate(name: string): string {
  return `import { CLIENT, GROQ, row, testRule } from './tester.js';

testRule('${name}', {
  invalid: [
    {
      code: \`\${CLIENT}await client.responses.create({ «todo: true» });\`,
      findings: [{ messageId: 'found', data: row('parameter:TODO') }],
    },
  ],
  valid: [\`\${GROQ}await client.responses.create({ todo: true });\`],
});
`;
}

function pageTemplate(): string {
  const block = (kind: string, language: string, load: string): string =>
    `\`\`\`${language} ${kind}\n${load}\n\nexport const todo = new OpenAI();\n\`\`\``;
  const blocks = (kind: string): string[] => [
    block(kind, 'ts', "import OpenAI from 'openai';"),
    '',
    block(kind, 'cjs', "const OpenAI = require('openai');").replace(
      'export const todo =',
      'module.exports =',
    ),
  ];
  return [
    '<!-- begin: header -->\n<!-- end: header -->',
    '',
    'TODO: what the rule reports, and why.',
    '',
    '## What OpenAI keeps',
    '',
    '<!-- begin: policy -->\n<!-- end: policy -->',
    '',
    'What the columns mean is in the [guide](../zdr.md#how-to-read-the-tables).',
    '',
    '## Examples',
    '',
    '### Incorrect',
    '',
    ...blocks('incorrect'),
    '',
    '### Correct',
    '',
    ...blocks('correct'),
    '',
    '## When not to use it',
    '',
    'TODO',
    '',
    '## Further reading',
    '',
    '- [What ZDR covers](../zdr.md)',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = process.argv[2];
  const problem = problemWithName(name);
  if (problem !== null || name === undefined) {
    console.error(problem);
    process.exitCode = 1;
  } else {
    for (const [file, text] of Object.entries(newRuleFiles(name))) {
      const url = new URL(file, ROOT);
      mkdirSync(new URL('./', url), { recursive: true });
      writeFileSync(url, text);
      console.log(`Wrote ${file}`);
    }
    // In processes of their own, which read the new files.
    for (const script of ['scripts/rules.ts', 'scripts/docs.ts']) {
      spawnSync(process.execPath, ['--import', 'tsx', script], { cwd: ROOT, stdio: 'inherit' });
    }
  }
}
