import { describe, expect, it } from 'vitest';
import { parseFile } from '../../src/languages/javascript/parse/parse.js';
import { ForwardTracker } from '../../src/recognition/tracker.js';
import { isPartOfOpenai } from '../../src/adapters/openai/catalog-graph.js';
import type { Node } from '../../src/dataflow/syntax/nodes.js';
import { DataflowEvaluator } from '../../src/dataflow/evaluate/evaluator.js';
import { SourceModule } from '../../src/dataflow/syntax/source-module.js';

function tracked(code: string): ForwardTracker {
  const result = parseFile(code, 'file.ts');
  if (!result.ok) throw new Error(`does not parse: ${code}`);
  const { ast, scopeManager, visitorKeys } = result;
  const main = new SourceModule({ filename: 'file.ts', text: code, ast, scopeManager, visitorKeys });
  const graphs = { isSource: (name: string) => name === 'openai', isPart: isPartOfOpenai };
  return new ForwardTracker({
    main,
    graphs,
    follows: 'libraries',
    tracker: new DataflowEvaluator(),
    mayHold: () => false,
    leadsTo: () => false,
  });
}

const HEAD = `import OpenAI from 'openai';\n`;

describe('states are finite', () => {
  const selfMade: Readonly<Record<string, string>> = {
    'a variable that is spread into itself': `let o = { c: new OpenAI() };\no = { ...o, ...o };\no = { o };\no = o.o;`,
    'an object that holds itself': `const o = {};\no.c = new OpenAI();\no.self = o;\no.self.self.self.c.files.list();`,
    'a list that is pushed into itself': `const l = [new OpenAI()];\nl.push(l);\nl.push(...l);`,
    'a map made of itself': `let m = new Map([['a', new OpenAI()]]);\nm = new Map(m);\nm = new Map([...m]);`,
    'a client derived from itself': `let c = new OpenAI();\nwhile (true) c = c.withOptions({});`,
    'functions that call each other': `const f = (c) => g({ c });\nconst g = (o) => f(o.c ?? { o });\nf(new OpenAI());`,
    'a function that returns itself': `function f() { f.c = new OpenAI(); return f; }\nf()()()().c.files.list();`,
    'a class that extends itself through a mixin': `const mix = (B) => class extends B { c = new OpenAI(); };\nlet C = class {};\nC = mix(C);\nC = mix(C);`,
    'a generator that delegates to itself': `function* g() { yield new OpenAI(); yield* g(); yield g; }`,
    'a promise of itself': `let p = Promise.resolve(new OpenAI());\np = p.then((c) => p.then(() => c));`,
    'a callback that is its own argument': `const f = (g) => g(g, new OpenAI());\nf(f);`,
    'an emitter that emits to itself': `events.on('a', (c) => events.emit('a', c, { c }));\nevents.emit('a', new OpenAI());`,
    'exports made of exports': `exports.c = new OpenAI();\nexports.all = exports;\nmodule.exports = { ...exports, more: module.exports };`,
  };
  it.each(Object.entries(selfMade))('%s', (_, code) => {
    const tracker = tracked(HEAD + code);
    expect(tracker.isComplete).toBe(true);
    expect(tracker.steps).toBeGreaterThan(3);
    expect(tracker.steps).toBeLessThan(2000);
  });

  it('what is not of the API is not followed', () => {
    const code = `${HEAD}const r = await new OpenAI().responses.create({});\nlet x = r.output.output.output;\nx.y.z = x;\nfor (;;) x = x.next;`;
    expect(tracked(code).steps).toBeLessThan(20);
  });

  it('many variables that are given to each other cost no more than their number of uses', () => {
    const uses = Array.from(
      { length: 200 },
      (_, i) => `let v${i} = v${(i * 7) % 200} ?? { ...v${(i * 3) % 200} };`,
    );
    expect(tracked(`${HEAD}v0.c = new OpenAI();\n${uses.join('\n')}`).steps).toBeLessThan(5000);
  });
});

describe('what reaches an expression', () => {
  it('is a value that is seen being made rather than one of a type', () => {
    const tracker = tracked(`${HEAD}const use = (c: OpenAI) => c.files.list();\nuse(new OpenAI());`);
    const call = [...tracker.calls].find(({ callee }) => callee.type === 'MemberExpression')!;
    let client = call.callee as Node;
    while (client.type === 'MemberExpression') client = client.object;
    expect(tracker.at(client).map((value) => value.kind === 'path' && value.step?.kind)).toEqual(['new']);
  });

  it('is nothing where no library is imported', () => {
    const tracker = tracked(`const c = make();\nc.files.create({});`);
    expect([tracker.steps, tracker.calls.size]).toEqual([0, 0]);
  });
});

describe('the graph of the openai package', () => {
  it.each([
    'default new files create',
    'OpenAI new responses create',
    'default OpenAI new beta threads runs create',
    'default new withOptions () files create',
    'default new post',
    'OpenAIApi new createCompletion',
    'Files new create',
    'new chat completions create',
  ])('knows %s', (steps) => {
    expect(isPartOfOpenai('openai', steps.split(' '))).toBe(true);
  });
  it.each([
    'default new files create ()',
    'default new responses output',
    'APIError new headers metadata',
    'default new toString',
    'default new files create bind',
  ])('ends before %s', (steps) => {
    expect(isPartOfOpenai('openai', steps.split(' '))).toBe(false);
  });
  it('knows what another package hands out', () => {
    expect(isPartOfOpenai('langsmith/wrappers', ['wrapOpenAI', '()', 'files', 'create'])).toBe(true);
    expect(isPartOfOpenai('langsmith/wrappers', ['wrapSDK', '()', 'files', 'create'])).toBe(false);
  });
});
