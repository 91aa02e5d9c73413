import { describe, expect, it } from 'vitest';
import { lint } from '../lint.js';

const SDK = `import { addTraceProcessor, Agent, BatchTraceProcessor, defaultExporter, defaultProcessor, OpenAITracingExporter, run, setTraceProcessors, setTracingDisabled, setTracingExportApiKey } from '@openai/agents';\nimport { spans } from './spans';\n`;

/** The lines that `no-trace-export` speaks of, without those above the code. */
function linesOf(code: string, unswitched = false): number[] {
  const rules = { 'openai-zdr/no-trace-export': ['error', { unswitched }] as ['error', object] };
  return lint(`${SDK}${code}`, 'ts', { rules }).map(({ line }) => line - 2);
}

describe('traces go to OpenAI', () => {
  it.each([
    ['tracing is switched on', 'setTracingDisabled(false);', 1],
    ['a processor is added to that of the SDK', 'addTraceProcessor(spans);\nsetTracingDisabled(false);', 2],
    [
      'the list that replaces the processors holds that of the SDK',
      'setTraceProcessors([spans, defaultProcessor()]);\nsetTracingDisabled(false);',
      2,
    ],
    ['the list is all that is said', 'setTraceProcessors([spans, defaultProcessor()]);', 1],
    [
      'a processor is made of the exporter of the SDK',
      'const out = new OpenAITracingExporter({ apiKey: process.env.KEY });\nconst list = [new BatchTraceProcessor(out)];\nsetTraceProcessors(list);',
      3,
    ],
    [
      'the exporter comes from the function of the SDK',
      'setTraceProcessors([new BatchTraceProcessor(defaultExporter())]);',
      1,
    ],
    ['the processor comes back', 'setTraceProcessors([]);\naddTraceProcessor(defaultProcessor());', 2],
    ['the key is set by hand', 'setTracingExportApiKey(process.env.TRACES_KEY!);', 1],
    [
      'the key is set by hand, where tracing is also switched on',
      'setTracingExportApiKey(process.env.TRACES_KEY!);\nsetTracingDisabled(false);',
      2,
    ],
  ])('%s', (_name, code, line) => {
    expect(linesOf(code)).toEqual([line]);
  });
});

describe('traces do not go to OpenAI', () => {
  it.each([
    ['own processors', 'setTraceProcessors([spans]);\nsetTracingDisabled(false);'],
    ['own processors, said afterwards', 'setTracingDisabled(false);\nsetTraceProcessors([spans]);'],
    ['no processors', 'setTracingDisabled(false);\nsetTraceProcessors([]);'],
    ['processors from elsewhere', 'setTracingDisabled(false);\nsetTraceProcessors(spans);'],
    [
      'an own exporter',
      'setTraceProcessors([new BatchTraceProcessor(spans.exporter)]);\nsetTracingDisabled(false);',
    ],
    [
      'another one added to the own',
      'setTraceProcessors([]);\naddTraceProcessor(spans);\nsetTracingDisabled(false);',
    ],
    ['a key, and a switch', 'setTracingExportApiKey(process.env.TRACES_KEY!);\nsetTracingDisabled(true);'],
    [
      'a key, and own processors',
      'setTracingExportApiKey(process.env.TRACES_KEY!);\nsetTraceProcessors([spans]);',
    ],
    [
      'a key, and a switch that cannot be read',
      'setTracingExportApiKey(spans.key);\nsetTracingDisabled(spans.off);',
    ],
    [
      'a function of the same name',
      'export const start = (setTracingExportApiKey: (key: string) => void) => setTracingExportApiKey("x");',
    ],
    [
      'a processor that is made of itself',
      'let it: any;\nit = new BatchTraceProcessor(it);\nit = new BatchTraceProcessor(it);\nsetTraceProcessors([it]);\nsetTracingDisabled(false);',
    ],
  ])('%s', (_name, code) => {
    expect(linesOf(code)).toEqual([]);
  });
});

it('a run is traced by the exporter that comes back', () => {
  const agent = `const agent = new Agent({ name: 'x' });\n`;
  expect(linesOf(`${agent}setTraceProcessors([]);\nawait run(agent, 'x');`, true)).toEqual([]);
  expect(linesOf(`${agent}setTraceProcessors([defaultProcessor()]);\nawait run(agent, 'x');`, true)).toEqual([
    2,
  ]);
});
