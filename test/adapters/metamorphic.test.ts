/** Writing the same program differently must not change what is said of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint, ruleIds } from './lint.js';

/** Expressions that may be wrapped stand between « and »; every program is linted as TypeScript. */
const bases: Readonly<Record<string, { readonly code: string; readonly rules: readonly string[] }>> = {
  'store missing': {
    code: `const client = «new OpenAI()»;\nawait «client».responses.create(«{ model: 'gpt-5.5', input: 'Hi' }»);`,
    rules: ['require-store-false'],
  },
  'store true': {
    code: `const client = «new OpenAI()»;\nconst body = «{ model: 'gpt-5.5', store: «true» }»;\nawait «client».responses.create(«body»);`,
    rules: ['no-store'],
  },
  'store false': {
    code: `const client = «new OpenAI()»;\nconst body = «{ model: 'gpt-5.5', store: «false» }»;\nawait «client».responses.create(«{ ...«body» }»);`,
    rules: [],
  },
  'in a class': {
    code: `class Bot {\n  client = «new OpenAI()»;\n  ask() {\n    return «this.client».responses.create(«{ model: 'gpt-5.5' }»);\n  }\n}\nawait «new Bot()».ask();`,
    rules: ['require-store-false'],
  },
  'from a factory': {
    code: `const make = () => «new OpenAI()»;\nconst build = (input: string) => (««{ model: 'gpt-5.5', input }»»);\nawait «make()».responses.create(«build(«'Hi'»)»);`,
    rules: ['require-store-false'],
  },
  'another vendor': {
    code: `const baseURL = «'https://api.groq.com/openai/v1'»;\nconst client = «new OpenAI(«{ baseURL: «baseURL» }»)»;\nawait «client».responses.create(«{ model: 'x' }»);`,
    rules: [],
  },
  'chat completion': {
    code: `const client = «new OpenAI()»;\nawait «client».chat.completions.create(«{ model: 'gpt-5.5', messages: «[]» }»);`,
    rules: [],
  },
  'endpoint that keeps': {
    code: `const client = «new OpenAI()»;\nconst conversations = «client».conversations;\nawait «conversations».create(«{}»);`,
    rules: ['no-non-zdr-endpoint'],
  },
  upload: {
    code: `const client = «new OpenAI()»;\nawait «client».files.create(«{ file: «{}», purpose: 'assistants' } as never»);`,
    rules: ['no-file-upload'],
  },
  'invented field': {
    code: `const client = «new OpenAI()»;\nconst body = «{ model: 'gpt-5.5', store: false, data_usage: «'none'» }»;\nawait «client».responses.create(«body»);`,
    rules: ['no-invented-parameters'],
  },
  'switch in the wrong place': {
    code: `const options = «{ timeout: 1, store: «false» }»;\nconst client = «new OpenAI(«options»)»;\nawait «client».embeddings.create(«{ model: 'x', input: 'Hi' }»);`,
    rules: ['no-ineffective-control'],
  },
  'another package': {
    code: `const stripe = «new Stripe('openai')»;\nawait «stripe».files.create(«{ purpose: 'dispute_evidence' }»);`,
    rules: [],
  },
};

const IMPORTS = `import OpenAI from 'openai';\nimport Stripe from 'stripe';\n`;

const wrappers: Readonly<Record<string, (expression: string) => string>> = {
  parentheses: (e) => `(${e})`,
  comments: (e) => `/* a */ (${e}) /* b */`,
  'line comments': (e) => `( // a\n  ${e} // b\n)`,
  comma: (e) => `(0, ${e})`,
  'as any': (e) => `((${e}) as any)`,
  'as unknown as': (e) => `((${e}) as unknown as any)`,
  satisfies: (e) => `((${e}) satisfies unknown)`,
  'non-null': (e) => `(${e})!`,
  await: (e) => `(await (${e}))`,
  'arrow in place': (e) => `(() => (${e.replaceAll('await ', '')}))()`,
  conditional: (e) => `(true ? (${e}) : undefined)`,
  nullish: (e) => `(undefined ?? (${e}))`,
  freeze: (e) => `Object.freeze(${e})`,
};

/** Around or across the whole program, imports apart. */
const rewrites: Readonly<Record<string, (code: string) => string>> = {
  'other names': (code) =>
    code.replace(/\b(?:client|body|options|make|build|Bot|stripe)\b(?!:)/g, (name) => `$${name}1`),
  'names of JavaScript': (code) =>
    code.replace(/\bbody\b/g, 'constructor').replace(/\bclient\b/g, 'toString'),
  CRLF: (code) => code.replaceAll('\n', '\r\n'),
  'one line': (code) => (code.includes('// a\n') ? code : code.replaceAll('\n', ' ')),
  let: (code) => code.replace(/^const (\w+) =/gm, 'let $1 ='),
  var: (code) => code.replace(/^const (\w+) =/gm, 'var $1 ='),
  'assigned later': (code) =>
    code.replace(/^const (client|body|options|stripe|baseURL) =/gm, 'let $1;\n$1 ='),
  'a block': (code) => `{\n${code}\n}`,
  'a try': (code) => `try {\n${code}\n} finally {\n  console.log('done');\n}`,
  'an async function': (code) => `async function main() {\n${code}\n}\nawait main();`,
  'an async arrow in place': (code) => `await (async () => {\n${code}\n})();`,
  'a static block': (code) => `class Main {\n  static {\n    void (async () => {\n${code}\n    })();\n  }\n}`,
  'a branch': (code) => `if (process.env.X) {\n${code}\n}`,
  'a loop': (code) => `for (const i of [1]) {\n${code}\nconsole.log(i);\n}`,
  'a callback': (code) => `setTimeout(async () => {\n${code}\n}, 1);`,
  'quoted members': (code) =>
    code.replace(/\.(responses|chat|completions|files|conversations|embeddings|create)\b/g, "['$1']"),
  'optional chains': (code) =>
    code.replace(/\.(responses|chat|completions|files|conversations|embeddings)\b/g, '?.$1'),
  'template members': (code) =>
    code.replace(/\.(responses|chat|completions|files|conversations|embeddings|create)\b/g, '[`$1`]'),
  'quoted keys': (code) => code.replace(/([{,] )(\w+):(?! string)/g, "$1'$2':"),
  'code around': (code) =>
    `const unrelated = { store: true };\nfunction other(store: boolean) {\n  return { store };\n}\n${code}\nother(true);\nconsole.log(unrelated);`,
};

const parts = (code: string) => code.split(/[«»]/).length - 1;

/** Wraps the expressions whose turn it is; the rest stays as it is. */
function wrapped(
  code: string,
  wrapperOf: (index: number) => ((expression: string) => string) | undefined,
): string {
  let index = 0;
  const inner = /«([^«»]*)»/;
  let text = code;
  while (inner.test(text)) {
    text = text.replace(inner, (_all, expression: string) => {
      const wrapper = wrapperOf(index++);
      return wrapper ? wrapper(expression) : expression;
    });
  }
  return text;
}

/** The wrappers that a program may get: there is no `await` in functions that are not async. */
const wrappersFor = (code: string) =>
  Object.entries(wrappers).filter(([name]) => name !== 'await' || !/=>|ask/.test(code));

const verdict = (code: string) => ruleIds(lint(IMPORTS + code, 'ts'));

describe.each(Object.entries(bases))('%s', (_name, { code, rules }) => {
  it('as it is', () => {
    expect(verdict(wrapped(code, () => undefined))).toEqual(rules);
  });

  it.each(wrappersFor(code))('every expression: %s', (_wrapper, wrap) => {
    expect(verdict(wrapped(code, () => wrap))).toEqual(rules);
  });

  it.each(Object.entries(rewrites))('the program: %s', (_rewrite, rewrite) => {
    expect(verdict(rewrite(wrapped(code, () => undefined)))).toEqual(rules);
  });

  it('any mixture', () => {
    const wrapper = fc.constantFrom(undefined, ...wrappersFor(code).map(([, wrap]) => wrap));
    const rewrite = fc.constantFrom(...Object.values(rewrites));
    const mixture = fc.tuple(
      fc.array(wrapper, { minLength: parts(code), maxLength: parts(code) }),
      fc.array(rewrite, { maxLength: 1 }),
    );
    fc.assert(
      fc.property(mixture, ([chosen, rewriting]) => {
        const text = wrapped(code, (i) => chosen[i]);
        const changed = rewriting.reduce((before, change) => change(before), text);
        expect(verdict(changed), changed).toEqual(rules);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
