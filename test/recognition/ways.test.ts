import { describe, expect, it } from 'vitest';
import { lint } from '../adapters/lint.js';
import { ways, type Way } from './ways.js';

const OPENAI = `import OpenAI from 'openai';`;
const GROQ = `import Groq from 'groq-sdk';`;

function program({ code }: Way, head: string, made: string): string {
  const used = code.replace(/USE\((.*?)\)(?=[;,}\s]|$)/gm, '$1.files.create({})');
  return `${head}\n${used.replaceAll('CLIENT', made)}\n`;
}

function reports(way: Way, head: string, made: string) {
  const code = program(way, head, made);
  return lint(code, way.language ?? 'js').map(({ ruleId, line }) => {
    return {
      rule: ruleId?.replace('openai-zdr/', ''),
      isAtUse: code.split('\n')[line - 1]?.includes('.files.create('),
    };
  });
}

describe('a client is found at the end of its way', () => {
  it.each(ways)('$name', (way) => {
    expect(reports(way, OPENAI, 'new OpenAI()')).toEqual([{ rule: 'no-file-upload', isAtUse: true }]);
  });
});

describe('what travels the same way and keeps nothing is not reported', () => {
  it.each(ways)('$name: a client of another vendor', (way) => {
    expect(reports(way, GROQ, 'new Groq()')).toEqual([]);
  });
  it.each(ways)('$name: a client of another vendor beside one of OpenAI', (way) => {
    const head = `${OPENAI}\n${GROQ}\nconst other = new OpenAI();\nawait other.models.list();`;
    expect(reports(way, head, 'new Groq()')).toEqual([]);
  });
  it.each(ways)('$name: another host', (way) => {
    expect(reports(way, OPENAI, `new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' })`)).toEqual([]);
  });
  it.each(ways)('$name: a package that a test replaces', (way) => {
    const head = `import { vi } from 'vitest';\n${OPENAI}\nvi.mock('openai');`;
    expect(reports(way, head, 'new OpenAI()')).toEqual([]);
  });
});
