import { describe, expect, it } from 'vitest';
import { lint, ruleIds } from './lint.js';

const HEAD = `import OpenAI from 'openai';\nconst client = new OpenAI();\n`;

interface Builder {
  readonly name: string;
  /** Defines `ask`; `GOOD` and `BAD` below call it. */
  readonly code: string;
  readonly good: string;
  readonly bad: string;
}

const builders: readonly Builder[] = [
  {
    name: 'a comparison with undefined',
    code: `function ask(input, store) { const body = { model: 'm', input }; if (store !== undefined) body.store = store; return client.responses.create(body); }`,
    good: `ask('x', false)`,
    bad: `ask('x')`,
  },
  {
    name: 'a comparison with null',
    code: `function ask(input, store) { const body = { model: 'm', input }; if (store != null) body.store = store; return client.responses.create(body); }`,
    good: `ask('x', false)`,
    bad: `ask('x', null)`,
  },
  {
    name: 'the type of a value',
    code: `function ask(input, store) { const body = { model: 'm', input }; if (typeof store === 'boolean') body.store = store; return client.responses.create(body); }`,
    good: `ask('x', false)`,
    bad: `ask('x', undefined)`,
  },
  {
    name: 'the opposite and an early return',
    code: `function build(input, store) { const body = { model: 'm', input }; if (store === undefined) return body; body.store = store; return body; }\nconst ask = (input, store) => client.responses.create(build(input, store));`,
    good: `ask('x', false)`,
    bad: `ask('x')`,
  },
  {
    name: 'options that are taken apart',
    code: `function build({ input, store }) { const body = { model: 'm', input }; if (store !== undefined) body.store = store; return body; }\nconst ask = (options) => client.responses.create(build(options));`,
    good: `ask({ input: 'x', store: false })`,
    bad: `ask({ input: 'x' })`,
  },
  {
    name: 'a key that is there',
    code: `function ask(options) { const body = { model: 'm', input: options.input }; if ('store' in options) body.store = options.store; return client.responses.create(body); }`,
    good: `ask({ input: 'x', store: false })`,
    bad: `ask({ input: 'x' })`,
  },
  {
    name: 'a key that an object has of its own',
    code: `function ask(options) { const body = { model: 'm', input: options.input }; if (Object.hasOwn(options, 'store')) body.store = options.store; return client.responses.create(body); }`,
    good: `ask({ input: 'x', store: false })`,
    bad: `ask({ input: 'x' })`,
  },
  {
    name: 'a conditional spread',
    code: `const ask = (options) => client.responses.create({ model: 'm', input: options.input, ...(options.store !== undefined && { store: options.store }) });`,
    good: `ask({ input: 'x', store: false })`,
    bad: `ask({ input: 'x' })`,
  },
  {
    name: 'a conditional expression',
    code: `const ask = (kind) => client.responses.create(kind === 'private' ? { model: 'm', input: 'x', store: false } : { model: 'm', input: 'x' });`,
    good: `ask('private')`,
    bad: `ask('public')`,
  },
  {
    name: 'a negated flag',
    code: `function ask(keep) { const body = { model: 'm', input: 'x' }; if (!keep) body.store = false; return client.responses.create(body); }`,
    good: `ask(false)`,
    bad: `ask(true)`,
  },
  {
    name: 'two conditions',
    code: `function ask(isPrivate, level) { const body = { model: 'm', input: 'x' }; if (isPrivate && level > 1) body.store = false; return client.responses.create(body); }`,
    good: `ask(true, 2)`,
    bad: `ask(true, 1)`,
  },
  {
    name: 'the other branch',
    code: `function ask(kind) { const body = { model: 'm', input: 'x' }; if (kind === 'public') { body.metadata = {}; } else { body.store = false; } return client.responses.create(body); }`,
    good: `ask('private')`,
    bad: `ask('public')`,
  },
  {
    name: 'a function between',
    code: `const build = (o) => { const body = { model: 'm', input: 'x' }; if (o.store !== undefined) body.store = o.store; return body; };\nconst send = (body) => client.responses.create(body);\nconst ask = (o) => send(build(o));`,
    good: `ask({ store: false })`,
    bad: `ask({})`,
  },
];

describe('a condition over what a caller passes takes one branch', () => {
  it.each(builders)('$name: the caller that passes it is left alone', ({ code, good }) => {
    expect(lint(`${HEAD}${code}\nawait ${good};`, 'js')).toEqual([]);
  });

  it.each(builders)('$name: the caller that leaves it out is found', ({ code, bad }) => {
    expect(ruleIds(lint(`${HEAD}${code}\nawait ${bad};`, 'js'))).toEqual(['require-store-false']);
  });

  it.each(builders)('$name: of both one report', ({ code, good, bad }) => {
    expect(ruleIds(lint(`${HEAD}${code}\nawait ${good};\nawait ${bad};`, 'js'))).toEqual([
      'require-store-false',
    ]);
  });
});

describe('what is not known decides nothing', () => {
  it.each([
    // The condition is over something that only the run knows.
    `const body = { model: 'm', input: 'x', store: false }; if (process.env.KEEP) body.store = undefined; await client.responses.create(body);`,
    // The variable is filled later.
    `let isPrivate; setTimeout(() => { isPrivate = flag(); }); const body = { model: 'm', input: 'x' }; if (isPrivate) body.store = false; await client.responses.create(body);`,
    // A getter may say another thing each time.
    `function ask(o) { const body = { model: 'm', input: 'x' }; if (o.isPrivate) body.store = false; return client.responses.create(body); }\nawait ask({ get isPrivate() { return flag(); } });`,
    // The object is changed by somebody else before the condition.
    `const change = (o) => { o.isPrivate = flag(); };\nfunction ask(o) { change(o); const body = { model: 'm', input: 'x' }; if (o.isPrivate) body.store = false; return client.responses.create(body); }\nawait ask({ isPrivate: true });`,
    // A loop may change it.
    `function ask(n) { const body = { model: 'm', input: 'x' }; for (let i = 0; i < n; i++) n = next(n); if (n > 1) body.store = false; return client.responses.create(body); }\nawait ask(2);`,
    // Not a number, so the comparison depends on conversion.
    `function ask(n) { const body = { model: 'm', input: 'x' }; if (n > 1) body.store = false; return client.responses.create(body); }\nawait ask('2');`,
  ])('%s', (code) => {
    expect(ruleIds(lint(`${HEAD}${code}`, 'js'))).toEqual(['require-store-false']);
  });

  it.each([
    // The last assignment counts, not the first.
    [
      `let isPrivate = true; isPrivate = false; const body = { model: 'm', input: 'x' }; if (isPrivate) body.store = false; await client.responses.create(body);`,
      ['require-store-false'],
    ],
    [
      `let isPrivate = false; isPrivate = true; const body = { model: 'm', input: 'x' }; if (isPrivate) body.store = false; await client.responses.create(body);`,
      [],
    ],
    // A variable that starts empty and is empty at the condition.
    [
      `let kept; const body = { model: 'm', input: 'x' }; if (kept === undefined) body.store = false; kept = {}; await client.responses.create(body);`,
      [],
    ],
    [
      `let kept; kept = {}; const body = { model: 'm', input: 'x' }; if (kept === undefined) body.store = false; await client.responses.create(body);`,
      ['require-store-false'],
    ],
    // Text that is there is true.
    [
      "const ask = (name) => { const body = { model: 'm', input: 'x' }; if (`user-${name}`) body.store = false; return client.responses.create(body); };\nawait ask(process.argv[2]);",
      [],
    ],
  ])('the value at the condition counts: %s', (code, rules) => {
    expect(ruleIds(lint(`${HEAD}${code}`, 'js'))).toEqual(rules);
  });
});
