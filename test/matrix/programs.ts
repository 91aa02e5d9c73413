import type { Kind, Way } from './way.js';

/** What is kept, and a harmless value that goes the same way. */
export type Side = 'kept' | 'harmless';

interface Form {
  /** Which import or constant a file needs in which a value is made. */
  readonly made: Readonly<Record<Side, string>>;
  readonly value: Readonly<Record<Side, string>>;
  /** What a file needs in which a value is used. */
  readonly used: string;
  readonly use: (expression: string) => string;
  /** The rules of which one reports the value that is kept. */
  readonly rules: readonly string[];
  /** Whether a report has to stand where the value is used; otherwise where it is made is as good. */
  readonly isAtUse: boolean;
}

const OPENAI = `import OpenAI from 'openai';`;
const GROQ = `import Groq from 'groq-sdk';`;
const CLIENT = `${OPENAI}\nconst client = new OpenAI();`;
const UPLOAD = `{ file, purpose: 'assistants' }`;

export const forms: Readonly<Record<Kind, Form>> = {
  client: {
    made: { kept: OPENAI, harmless: GROQ },
    value: { kept: 'new OpenAI()', harmless: 'new Groq()' },
    used: '',
    use: (client) => `${client}.files.create(${UPLOAD})`,
    rules: ['no-file-upload'],
    isAtUse: true,
  },
  body: {
    made: { kept: '', harmless: '' },
    value: {
      kept: `{ model: 'gpt-5.5', input: 'Hello', store: true }`,
      harmless: `{ model: 'gpt-5.5', input: 'Hello', store: false }`,
    },
    used: CLIENT,
    use: (body) => `client.responses.create(${body})`,
    rules: ['no-store'],
    isAtUse: false,
  },
  address: {
    made: { kept: '', harmless: '' },
    value: { kept: `'https://api.openai.com/v1/files'`, harmless: `'https://api.example.com/v1/files'` },
    used: '',
    use: (address) => `fetch(${address}, { method: 'POST', body: form })`,
    rules: ['no-file-upload'],
    isAtUse: true,
  },
  flag: {
    made: { kept: '', harmless: '' },
    value: { kept: 'true', harmless: 'false' },
    used: CLIENT,
    use: (flag) => `client.responses.create({ model: 'gpt-5.5', input: 'Hello', store: ${flag} })`,
    rules: ['no-store'],
    isAtUse: false,
  },
  tool: {
    made: { kept: '', harmless: '' },
    value: {
      kept: `{ type: 'file_search', vector_store_ids: ['vs_1'] }`,
      harmless: `{ type: 'function', name: 'look', parameters: null, strict: false }`,
    },
    used: CLIENT,
    use: (tool) =>
      `client.responses.create({ model: 'gpt-5.5', input: 'Hello', store: false, tools: [${tool}] })`,
    rules: ['no-hosted-tools'],
    isAtUse: false,
  },
  method: {
    made: { kept: CLIENT, harmless: `${GROQ}\nconst client = new Groq();` },
    value: {
      kept: 'client.files.create.bind(client.files)',
      harmless: 'client.files.create.bind(client.files)',
    },
    used: '',
    use: (method) => `${method}(${UPLOAD})`,
    rules: ['no-file-upload'],
    isAtUse: false,
  },
};

export interface Program {
  /** Texts by names of files. */
  readonly files: Readonly<Record<string, string>>;
  /** Lines at which a report has to stand, as `file:line`. */
  readonly places: ReadonlySet<string>;
}

export function mainOf({ code, file = 'main.ts' }: Way): string {
  return typeof code === 'string' ? file : Object.keys(code)[0]!;
}

export function programOf(way: Way, kind: Kind, side: Side): Program {
  const files: Record<string, string> = {};
  const places = new Set<string>();
  const templates = typeof way.code === 'string' ? { [mainOf(way)]: way.code } : way.code;
  const main = templates[mainOf(way)]!;
  // What is handed to another module that uses it is reported where it is handed over.
  const isHandedOver = MADE.test(main) && !USED.test(main);
  for (const [file, template] of Object.entries(templates)) {
    const text = filled(template, kind, side, file, isHandedOver && template === main);
    files[file] = text.code;
    for (const line of text.lines) places.add(`${file}:${line}`);
  }
  return { files, places };
}

const MADE = /\bVALUE\b/;
const USED = /\bUSE\(/;

/** A line that stays in the text while it is filled. */
const MARK = '/*place*/';

function filled(template: string, kind: Kind, side: Side, file: string, isHandedOver: boolean) {
  const form = forms[kind];
  const isMade = MADE.test(template);
  const isUsed = USED.test(template);
  const heads = new Set([...(isMade ? [form.made[side]] : []), ...(isUsed ? [form.used] : [])]);
  const head = [...heads].filter(Boolean).join('\n');
  const value = file.endsWith('.json') ? asJson(form.value[side]) : form.value[side];
  const isObject = value.startsWith('{');
  const mark = (form.isAtUse && !isHandedOver) || file.endsWith('.json') ? '' : MARK;
  const body = withUses(template, (expression) => `${MARK}${form.use(asOperand(expression, kind))}`)
    .replace(/=> VALUE\b/, () => (isObject ? `=> (${mark}${value})` : `=> ${mark}${value}`))
    .replace(/\bVALUE\b/, () => mark + value);
  const code = (file.endsWith('.cjs') ? head.replace(IMPORT, REQUIRE) : head) + (head && '\n') + body;
  const lines = code.split('\n').flatMap((line, index) => (line.includes(MARK) ? [index + 1] : []));
  return { code: `${code.replaceAll(MARK, '')}\n`, lines };
}

const IMPORT = /import (\w+) from ('[^']+');/g;
const REQUIRE = 'const $1 = require($2);';

/** `{ type: 'x' }` with quotes as JSON has them. */
function asJson(expression: string): string {
  return expression.replace(/(\w+):(?= )/g, '"$1":').replaceAll(`'`, '"');
}

/** Replaces each `USE(…)` by what uses the expression in its parentheses. */
function withUses(template: string, use: (expression: string) => string): string {
  let text = template;
  for (let start = text.search(/\bUSE\(/); start >= 0; start = text.search(/\bUSE\(/)) {
    const open = start + 'USE'.length;
    let end = open;
    for (let depth = 0; end < text.length; end++) {
      if ('([{'.includes(text[end]!)) depth++;
      if (')]}'.includes(text[end]!) && --depth === 0) break;
    }
    text = text.slice(0, start) + use(text.slice(open + 1, end)) + text.slice(end + 1);
  }
  return text;
}

/** Names, members, indexes and calls bind closer than what a use puts behind them. */
const CLOSE = /^[\w$]+(?:(?:\?\.|\.)#?[\w$]+|\[[^[\]]*\]|\((?:[^()]|\([^()]*\))*\)|!)*$/;

function asOperand(expression: string, kind: Kind): string {
  const isReceiver = kind === 'client' || kind === 'method';
  return !isReceiver || CLOSE.test(expression) ? expression : `(${expression})`;
}
