import { afterEach, describe, expect, it, vi } from 'vitest';
import { Linter } from 'eslint';
import plugin from '../../src/index.js';
import { isDue, reviewDay, rowOn, shownDate } from '../../src/policy/calendar.js';
import {
  allRows,
  asOfText,
  endpointRow,
  librariesAsOf,
  modelRow,
  policyAsOf,
  rowById,
  rowsDue,
  rowsOwnedBy,
  verdict,
} from '../../src/policy/index.js';
import { today } from '../../src/util/today.js';

const moveTo = (day: string) => vi.stubEnv('OPENAI_ZDR_TODAY', day);
afterEach(() => vi.unstubAllEnvs());

const ending = allRows().filter(({ goneFrom }) => goneFrom !== undefined);

describe('the day of the run', () => {
  it('is the one of the clock, unless the environment names another', () => {
    moveTo('2031-02-03');
    expect(today()).toBe('2031-02-03');
    for (const wrong of ['tomorrow', '']) {
      moveTo(wrong);
      expect(today()).toBe(new Date().toISOString().slice(0, 10));
    }
  });
});

describe('a row that ends on a day', () => {
  it('is there', () => {
    expect(ending.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['endpoint:/evals', 'endpoint:/prompts', 'model:gpt-image-1.5']),
    );
  });

  it.each(ending.map((row) => [row.id, row] as const))('%s: %o', (_id, row) => {
    const { day, keeps, remedy } = row.goneFrom!;
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(row.keeps).toContain(day);
    expect(keeps).toContain(day);
    expect(keeps).toMatch(/\.$/);
    expect(remedy).toMatch(/\.$/);
    const before = rowOn(row, dayBefore(day));
    const after = rowOn(row, day);
    expect(before).toBe(row);
    expect(after).toMatchObject({
      id: row.id,
      keeps,
      remedy,
      under: { zdr: 'gone', mam: 'gone', none: 'gone' },
    });
    expect(after.owner).not.toBeNull();
    expect(after).not.toHaveProperty('otherwise');
  });

  it('changes its verdict, its rule and its words by itself, in one process', () => {
    moveTo('2026-11-29');
    expect(verdict(endpointRow('GET', '/evals')!, 'zdr')).toBe('stored');
    expect(modelRow('gpt-image-1.5')?.owner).toBeNull();
    moveTo('2026-11-30');
    expect(verdict(endpointRow('GET', '/evals')!, 'zdr')).toBe('gone');
    expect(rowById('endpoint:/evals')?.keeps).toMatch(/^OpenAI announced that the Evals API shut down/);
    expect(modelRow('gpt-image-1.5')?.owner).toBeNull();
    moveTo('2026-12-01');
    expect(modelRow('gpt-image-1.5')?.owner).toBe('no-non-zdr-model');
    expect(rowsOwnedBy('no-non-zdr-model').map(({ id }) => id)).toContain('model:gpt-image-1.5');
    moveTo('2026-11-29');
    expect(modelRow('gpt-image-1.5')?.owner).toBeNull();
  });

  it('is reported in other words from that day on', () => {
    const prompt = `import OpenAI from 'openai';\nawait new OpenAI().responses.create({ store: false, prompt: { id: 'pmpt_1' } });\n`;
    const image = `import OpenAI from 'openai';\nawait new OpenAI().images.generate({ model: 'gpt-image-1.5', prompt: 'x' });\n`;
    moveTo('2026-11-29');
    expect(messages(prompt)).toEqual([expect.stringContaining('stored prompts are shut down on 2026-11-30')]);
    expect(messages(image)).toEqual([]);
    moveTo('2026-12-01');
    expect(messages(prompt)).toEqual([
      expect.stringContaining('OpenAI announced that stored prompts shut down'),
    ]);
    expect(messages(image)).toEqual([expect.stringMatching(/^`gpt-image-1\.5`: OpenAI announced/)]);
  });
});

describe('a row that nobody has looked at for long', () => {
  const row = rowById('endpoint:/conversations')!;

  it('has a day for that, half a year after its sources or as it says', () => {
    expect(reviewDay({ ...row, asOf: '2026-10' })).toBe('2027-03-30');
    expect(reviewDay({ ...row, asOf: '2026-11-13' })).toBe('2027-05-12');
    expect(reviewDay({ ...row, reviewBy: '2027-01-31' })).toBe('2027-01-31');
    expect(reviewDay(modelRow('dall-e-3')!)).toBeNull();
  });

  it('says so, with the time that has passed', () => {
    expect(isDue(row, '2027-03-30')).toBe(false);
    expect(isDue(row, '2027-03-31')).toBe(true);
    expect(shownDate(row, '2027-03-30')).toBe('2026-10');
    expect(shownDate(row, '2027-04-15')).toBe('2026-10, not reviewed for 6 months');
    expect(shownDate(row, '2028-10-05')).toBe('2026-10, not reviewed for 24 months');
    moveTo('2027-04-15');
    const code = `import OpenAI from 'openai';\nawait new OpenAI().conversations.create();\n`;
    expect(messages(code)).toEqual([
      expect.stringContaining('(OpenAI policy as of 2026-10, not reviewed for 6 months.)'),
    ]);
    expect(asOfText(row)).toBe('2026-10, not reviewed for 6 months');
  });

  it('is listed, and what is gone is not', () => {
    moveTo('2026-11-27');
    expect(rowsDue()).toEqual([]);
    moveTo('2027-02-01');
    expect(rowsDue().map(({ id }) => id)).toContain('model:gpt-image');
    moveTo('2040-01-01');
    const due = rowsDue().map(({ id }) => id);
    expect(due).toContain('endpoint:/conversations');
    expect(due).not.toContain('model:dall-e');
    expect(due).not.toContain('endpoint:/evals');
  });
});

describe('two dates', () => {
  it('tell what is known of OpenAI from what was read of libraries', () => {
    const ofLibraries = allRows().filter((row) => 'ofLibrary' in row);
    expect(ofLibraries.length).toBeGreaterThan(10);
    expect(ofLibraries.every(({ asOf }) => asOf <= librariesAsOf())).toBe(true);
    const others = allRows().filter((row) => !('ofLibrary' in row));
    expect(others.every(({ asOf }) => asOf <= policyAsOf().newest)).toBe(true);
    expect(policyAsOf().newest < librariesAsOf()).toBe(true);
  });
});

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

function messages(code: string): string[] {
  return new Linter().verify(code, [plugin.configs.recommended as never]).map(({ message }) => message);
}
