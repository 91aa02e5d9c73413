import { createRule, type RuleInput } from '../src/plugin/create-rule.js';
import { isJudged } from '../src/judgement/judge.js';
import { rowsOwnedBy } from '../src/policy/index.js';
import { debugSwitches, type DebugSwitch } from '../src/policy/debug-log.js';
import { sdkVersions } from '../src/versions/installed.js';
import { holdsFor, RANGE } from '../src/versions/range.js';
import type { Node } from '../src/dataflow/syntax/nodes.js';

const NAME = 'no-sdk-debug-logging';

interface Options {
  /** The version of `openai` that runs, where another one is installed; empty where it is looked up. */
  readonly sdkVersion: string;
}

type Input = RuleInput<Options, 'logged'>;

export default createRule<Options, 'logged'>({
  name: NAME,
  description: "Disallow the SDK's debug log where it holds whole requests and answers.",
  recommended: 'off',
  strict: 'warn',
  messages: {
    logged:
      '`{{name}}` set to `{{value}}` makes the SDK {{versions}} write whole requests and answers to your own log, which no retention control of OpenAI covers. {{remedy}} (Checked {{asOf}}.)',
  },
  schema: {
    sdkVersion: {
      type: 'string',
      pattern: `^$|${RANGE.source}`,
      description: 'The version of `openai` that runs, or a range, where the installed one is another.',
    },
  },
  defaults: { sdkVersion: '' },
  check(input) {
    const { facts, judge, options } = input;
    const versions = sdkVersions(judge.filename, options.sdkVersion);
    const switches = debugSwitches.filter(({ from, before }) => holdsFor(versions, [from, before]) === 'all');
    for (const one of switches) {
      if (one.in === 'environment') {
        for (const { name, value, node } of facts.environment) {
          if (name === one.name && value === one.value) reportSwitch(one, node, node, input);
        }
        continue;
      }
      for (const client of facts.clients) {
        if (!isJudged(client)) continue;
        for (const alternative of client.options.read(one.name)) {
          if (alternative.kind !== 'set' || alternative.value.kind !== 'constant') continue;
          if (alternative.value.value === one.value) reportSwitch(one, alternative.node, client.node, input);
        }
      }
    }
  },
});

function reportSwitch({ name, value, versions }: DebugSwitch, node: Node, near: Node, input: Input): void {
  const [row] = rowsOwnedBy(NAME);
  if (!row || !input.judge.isReportable(row)) return;
  const { remedy, asOf } = input.judge.data(row);
  input.report({ node, near, messageId: 'logged', data: { name, value, versions, remedy, asOf } });
}
