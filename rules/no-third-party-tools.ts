import { createRule, type RuleInput } from '../src/plugin/create-rule.js';
import type { ApiRequest } from '../src/facts/facts.js';
import { hostListSchema, hostNameIn, isListed } from '../src/util/host-pattern.js';
import type { ToolFinding } from '../src/judgement/judge.js';
import { HOLE } from '../src/dataflow/model/abstract-value.js';
import type { Node } from '../src/dataflow/syntax/nodes.js';
import type { Alternative } from '../src/dataflow/model/object-state.js';

const NAME = 'no-third-party-tools';

interface Options {
  /** Hosts of MCP servers that may be used. */
  readonly allow: readonly string[];
}

type Messages = 'thirdParty' | 'server';
type Input = RuleInput<Options, Messages>;

export default createRule<Options, Messages>({
  name: NAME,
  description: 'Disallow tools that send data from OpenAI to other services.',
  recommended: 'off',
  strict: 'error',
  messages: {
    thirdParty: '{{keeps}} {{remedy}} (OpenAI policy as of {{asOf}}.)',
    server:
      '{{keeps}} The option `allow` does not name {{server}}. {{remedy}} (OpenAI policy as of {{asOf}}.)',
  },
  schema: {
    allow: hostListSchema(
      'Hosts of MCP servers that may be used, such as "mcp.example.com" or "*.example.com".',
    ),
  },
  defaults: { allow: [] },
  check(input) {
    const { facts, judge, report } = input;
    for (const request of facts.requests) {
      for (const finding of judge.tools(request, NAME)) checkTool(finding, request, input);
      for (const { row, node } of judge.writtenParameters(request, NAME)) {
        report({ node, near: request.anchor, messageId: 'thirdParty', data: judge.data(row, request) });
      }
    }
  },
});

/** Only what has a URL can be on the list; connectors, tunnels and searches have none. */
function checkTool(
  { row, node, tool }: ToolFinding,
  request: ApiRequest,
  { options, judge, report }: Input,
): void {
  const near = request.anchor;
  const data = judge.data(row, request);
  const urls = tool.read('server_url').filter(({ kind }) => kind !== 'absent');
  if (urls.length === 0 || options.allow.length === 0) {
    report({ node, near, messageId: 'thirdParty', data });
    return;
  }
  const [other] = urls.filter((url) => !isListed({ name: hostIn(url) }, options.allow));
  if (!other) return;
  const name = hostIn(other);
  const server = name === '' ? 'this server, whose host cannot be read here' : `\`${name}\``;
  report({ node: placeOf(other) ?? node, near, messageId: 'server', data: { ...data, server } });
}

function placeOf(url: Alternative): Node | null | undefined {
  return url.kind === 'unknown' ? url.written : url.node;
}

/** The host of a URL as far as it is certain; empty when it is not. */
function hostIn(url: Alternative): string {
  if (url.kind !== 'set') return '';
  const { value } = url;
  const text = value.kind === 'text' ? value.text : value.kind === 'constant' ? String(value.value) : '';
  const name = hostNameIn(text)?.name ?? '';
  return name.includes(HOLE) ? '' : name;
}
