import fc from 'fast-check';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../../src/index.js';
import {
  isFailure,
  readNotebook as read,
  type Notebook,
} from '../../../src/languages/python/notebook/cells.js';
import { editInJson } from '../../../src/languages/python/notebook/edit.js';
import { withoutMagics } from '../../../src/languages/python/notebook/magics.js';
import { besideNotebook, notebookOf } from '../../../src/languages/python/notebook/place.js';

type Source = string | readonly string[];

const code = (source: Source) => ({ cell_type: 'code', metadata: {}, outputs: [], source });
const prose = (source: Source) => ({ cell_type: 'markdown', metadata: {}, source });

const notebook = (cells: readonly object[], metadata: object = {}): string =>
  JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1);

function readNotebook(text: string): Notebook {
  const found = read(text);
  if (!found || isFailure(found)) throw new Error('no notebook');
  return found;
}

const { name: _name, ...strict } = plugin.configs.strict;
const config: Linter.Config[] = [
  strict,
  { files: ['**/*.py'], language: 'openai-zdr/python' },
  { files: ['**/*.ipynb'], processor: 'openai-zdr/notebook' },
];
const options = { filename: 'a.ipynb', filterCodeBlock: () => true };

const findings = (text: string): string[] =>
  new Linter()
    .verify(text, config, options)
    .map(
      ({ line, column, ruleId, message }) =>
        `${line}:${column} ${ruleId!.replace('openai-zdr/', '')} ${/\(In (cell .*)\.\)$/.exec(message)?.[1]}`,
    );
const fixed = (text: string): string => new Linter().verifyAndFix(text, config, options).output;
const sourcesIn = (text: string): Source[] =>
  (JSON.parse(text) as { cells: { source: Source }[] }).cells.map(({ source }) => source);

const CLIENT = ['from openai import OpenAI\n', 'client = OpenAI()'];
const STORES = 'client.responses.create(model="gpt-5.6", input="caf\u00e9 \\"x\\"", store=True)\n';

describe('findings', () => {
  it('know what cells before have made, and name the cell and its line', () => {
    const text = notebook([prose('# Title'), code(CLIENT), code(['# \u00e9\n', STORES])]);
    const line = text.split('\n').findIndex((one) => one.includes('store=True'));
    const column = text.split('\n')[line]!.indexOf('store=True') + 1;
    expect(findings(text)).toEqual([`${line + 1}:${column} no-store cell 3, line 2`]);
  });

  it('stand in sources of one string, in format 3, behind a byte order mark', () => {
    const one = notebook([code(`${CLIENT.join('')}\n${STORES}`)]);
    expect(findings(one)).toEqual([expect.stringMatching(/ no-store cell 1, line 3$/)]);
    expect(findings(`\uFEFF${one}`)).toEqual([expect.stringMatching(/ no-store cell 1, line 3$/)]);
    const three = JSON.stringify({
      worksheets: [{ cells: [{ cell_type: 'code', input: [...CLIENT, '\n', STORES] }] }],
      nbformat: 3,
    });
    expect(findings(three)).toEqual([expect.stringMatching(/ no-store cell 1, line 3$/)]);
  });

  it.each([
    ['another kernel', notebook([code([...CLIENT, '\n', STORES])], { kernelspec: { language: 'R' } })],
    ['another language', notebook([code([...CLIENT, '\n', STORES])], { language_info: { name: 'julia' } })],
    ['prose', notebook([prose([...CLIENT, '\n', STORES])])],
    ['a cell of Bash', notebook([code(CLIENT), code(['%%bash\n', STORES])])],
    ['a shell line', notebook([code(CLIENT), code([`!python -c '${STORES.trim()}'`])])],
    ['no cells', '{"nbformat": 4}'],
    ['no notebook', '[]'],
  ])('there are none in %s', (_, text) => {
    expect(findings(text)).toEqual([]);
  });

  it.each([
    ['no JSON', '{"cells": [\n<<<<<<< HEAD\n', '2:1'],
    ['nothing', '', '1:1'],
    ['nested without end', `{"cells": ${'['.repeat(50_000)}`, '1:1'],
  ])('say that a text is %s', (_, text, place) => {
    const [message, ...others] = new Linter().verify(text, config, options);
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      fatal: true,
      message: expect.stringMatching(/^Parsing error: The notebook is /) as string,
    });
    expect(`${message!.line}:${message!.column}`).toBe(place);
  });

  it('are not turned off by what stands in cells of other languages', () => {
    const cells = [
      code(CLIENT),
      code('%%bash\n# eslint-disable\n'),
      code('!ls # eslint-disable'),
      code(STORES),
    ];
    expect(findings(notebook(cells))).toEqual([expect.stringMatching(/ no-store cell 4, line 1$/)]);
  });

  it('are made in what a magic of a line runs', () => {
    const cells = [code(CLIENT), code([`%time ${STORES}`, `r = %timeit ${STORES}`])];
    expect(findings(notebook(cells)).map((one) => one.split(' ').slice(1).join(' '))).toEqual([
      'no-store cell 2, line 1',
      'no-store cell 2, line 2',
    ]);
  });

  it('survive magics of every kind', () => {
    const cell = [
      '%%capture out\n',
      '%%time\n',
      '%load_ext dotenv\n',
      '!pip install \\\n',
      '  openai\n',
      'files = !ls\n',
      'taken = %timeit -o f()\n',
      'client?\n',
      'if x:\n',
      '    !ls\n',
      '    print(1)\n',
      STORES,
      'client.responses.create??',
    ];
    expect(findings(notebook([code(CLIENT), code(cell)]))).toEqual([
      expect.stringMatching(/ no-store cell 2, line 12$/),
    ]);
  });
});

describe('fixes', () => {
  it('leave valid JSON with nothing else changed', () => {
    const text = notebook([code(CLIENT), code([STORES, 'print("\u00e9")'])]);
    expect(fixed(text)).toBe(text.replace('store=True', 'store=False'));
  });

  it('are right behind a byte order mark', () => {
    const text = `\uFEFF${notebook([code(CLIENT), code(STORES)])}`;
    expect(fixed(text)).toBe(text.replace('store=True', 'store=False'));
  });

  it('insert, and delete with one comma', () => {
    const text = notebook([
      code(CLIENT),
      code('client.responses.create(\n    model="m",\n    input="x",\n)\n'),
      code(['client.chat.completions.create(model="m", messages=[], store=False,\n', '  data_usage="none")']),
    ]);
    expect(
      sourcesIn(fixed(text))
        .slice(1)
        .map((source) => [source].flat().join('')),
    ).toEqual([
      'client.responses.create(\n    model="m",\n    input="x",\n    store=False,\n)\n',
      expect.not.stringContaining('data_usage') as string,
    ]);
  });

  it('do not reach over the end of a cell, or into a magic', () => {
    const notes = readNotebook(notebook([code('a = 1\n%time b\nc = 2'), code('d = 3')]));
    const at = (word: string): number => notes.text.indexOf(word);
    expect(editInJson({ range: [at('c'), at('d') + 1], text: 'x' }, notes)).toBeNull();
    expect(editInJson({ range: [at('a'), at('c')], text: '' }, notes)).toBeNull();
    expect(editInJson({ range: [at('c'), at('c') + 1], text: '"e"\n' }, notes)).toMatchObject({
      text: '\\"e\\"\\n',
    });
  });

  it('that ESLint has joined are cut to what changes', () => {
    const json = notebook([code('a = 1'), code('b = 2')]);
    const notes = readNotebook(json);
    const whole = { range: [0, notes.text.length] as const, text: 'a = 1\nb = 3\n' };
    const { range, text } = editInJson(whole, notes)!;
    expect(json.slice(0, range[0]) + text + json.slice(range[1])).toBe(json.replace('b = 2', 'b = 3'));
  });
});

describe('magics', () => {
  it.each([
    ['x = 10 % y', 'x = 10 % y'],
    ['%matplotlib inline', '#                 '],
    ['  !ls', '  #  '],
    ['a = b != c', 'a = b != c'],
    ['x = (a\n  != b)', 'x = (a\n  != b)'],
    ['x = (a\n  % b)', 'x = (a\n  % b)'],
    ['f(x)?', 'f(x)?'],
    ['?client', '#      '],
    ['files = !ls', 'files = _# '],
    ['%time f()', '_=    f()'],
    ['  %time f()', '  _=    f()'],
    ['r = %time f()', 'r =       f()'],
    ['%timeit -n 1 f()', '#               '],
    ['%%html\n<b>\n\n</b>', '#     \n#  \n\n#   '],
    ['# comment\n%%time\nx = 1', '# comment\n#     \nx = 1'],
    ['%%writefile a.py\nclient()', '#               \n#       '],
  ])('%j is %j', (source, expected) => {
    expect(withoutMagics(source)).toBe(expected);
  });

  it('keep length and lines of any text', () => {
    const line = fc.string({ unit: fc.constantFrom('%', '!', '?', '=', ' ', 'a', '\\', '\n', '#', '(') });
    fc.assert(
      fc.property(line, (source) => {
        const cleaned = withoutMagics(source);
        expect(cleaned).toHaveLength(source.length);
        expect(cleaned.replace(/[^\n]/g, '.')).toBe(source.replace(/[^\n]/g, '.'));
      }),
    );
  });
});

describe('the way back', () => {
  const source = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', '\u00e9', '\u{1F600}', '\t', '%') })),
  );
  const cell = fc.record({ cell_type: fc.constantFrom('code', 'markdown'), source });

  it('leads from each character to the same one in the JSON', () => {
    fc.assert(
      fc.property(fc.array(cell), fc.constantFrom(0, 1, 4), (cells, indent) => {
        const json = JSON.stringify({ cells }, null, indent);
        const notes = readNotebook(json);
        const written = cells
          .filter(({ cell_type }) => cell_type === 'code')
          .map(({ source }) => [source].flat())
          .filter((strings) => strings.length > 0)
          .map((strings) => `${strings.join('')}\n`)
          .join('');
        expect(notes.written).toBe(written);
        for (const { start, end } of notes.cells)
          for (let at = start; at < end; at++)
            expect(JSON.parse(`"${json.slice(notes.starts[at], notes.ends[at])}"`)).toBe(written[at]);
      }),
    );
  });

  it('keeps any replacement valid', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        fc.string({ unit: 'binary' }),
        fc.nat(),
        fc.nat(),
        (lines, text, a, b) => {
          const json = notebook([code(lines.map((line) => line.replaceAll(/[%!?]/g, '')))]);
          const notes = readNotebook(json);
          const length = notes.cells[0]?.end ?? 0;
          const [from, to] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number];
          const edit = editInJson({ range: [from, to], text }, notes);
          if (length === 0) return;
          const changed = json.slice(0, edit!.range[0]) + edit!.text + json.slice(edit!.range[1]);
          expect([sourcesIn(changed)[0]].flat().join('')).toBe(
            notes.written.slice(0, from) + text + notes.written.slice(to, length),
          );
        },
      ),
    );
  });
});

describe('names', () => {
  it.each([
    ['/a/b.ipynb/0_cells.py', '/a/b.ipynb', '/a/b.ipynb.py'],
    ['C:\\a\\b.ipynb\\0_cells.py', 'C:\\a\\b.ipynb', 'C:\\a\\b.ipynb.py'],
    ['/a/b.py', '/a/b.py', '/a/b.py'],
    ['/a/b.md/0.py', '/a/b.md/0.py', '/a/b.md/0.py'],
  ])('%s', (name, file, beside) => {
    expect([notebookOf(name), besideNotebook(name)]).toEqual([file, beside]);
  });
});
