import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../src/index.js';
import { allRows, invented, rowsOwnedBy, type RuleName } from '../src/policy/index.js';
import { programsOf, programsOfInvented, rows } from './row-programs.js';

/**
 * What stops a build must rest on more than an inference: each report at error level says what a row of high or medium
 * confidence says, or what an invented name of such confidence does.
 */
const ERROR = 2;

/** Says what cannot be proven; that a row is only an inference is one reason. */
const SAYS_WHAT_IS_OPEN = 'no-unproven-request';

interface Found {
  readonly rule: RuleName;
  readonly message: string;
}

function errors(code: string, preset: 'recommended' | 'strict'): readonly Found[] {
  return new Linter()
    .verify(code, [plugin.configs[preset]], 'program.js')
    .filter(({ severity }) => severity === ERROR)
    .map(({ ruleId, message }) => ({
      rule: (ruleId ?? message).replace('openai-zdr/', '') as RuleName,
      message,
    }))
    .filter(({ rule }) => rule !== SAYS_WHAT_IS_OPEN);
}

const isSure = ({ confidence }: { readonly confidence: string }) => confidence !== 'low';

/** Does a report say what a row, or the row of an invented name, knows? */
function isFromSureRow({ rule, message }: Found): boolean {
  return (
    rowsOwnedBy(rule).some((row) => isSure(row) && message.includes(row.keeps)) ||
    (rule === 'no-invented-parameters' &&
      invented.some(
        (one) =>
          isSure(one) && message.includes(`does not exist at OpenAI. ${one.effect}`) && names(one, message),
      ))
  );
}

function names({ name, aliases }: (typeof invented)[number], message: string): boolean {
  return [name, ...aliases].some((one) => message.startsWith(`\`${one}\``));
}

describe.each(['recommended', 'strict'] as const)('errors of %s', (preset) => {
  it('come from rows of high or medium confidence, whatever a program does', () => {
    const found = rows.flatMap((row) => programsOf(row).flatMap((code) => errors(code, preset)));
    expect(found.length).toBeGreaterThan(200);
    expect(found.filter((report) => !isFromSureRow(report))).toEqual([]);
  });

  it('come from invented names of high or medium confidence', () => {
    const sure = invented.filter(isSure).flatMap((one) => programsOfInvented(one));
    const found = sure.flatMap((code) => errors(code, preset));
    expect(found.length).toBeGreaterThan(40);
    expect(found.filter((report) => !isFromSureRow(report))).toEqual([]);
  });

  it('never say what a row of low confidence says', () => {
    const doubtful = allRows().filter((row) => !isSure(row));
    const alsoSure = new Set(
      allRows()
        .filter(isSure)
        .map(({ keeps }) => keeps),
    );
    const texts = doubtful.map(({ keeps }) => keeps).filter((keeps) => !alsoSure.has(keeps));
    expect(texts.length).toBeGreaterThan(10);
    const found = rows.flatMap((row) => programsOf(row).flatMap((code) => errors(code, preset)));
    expect(found.filter(({ message }) => texts.some((keeps) => message.includes(keeps)))).toEqual([]);
  });

  it.each(invented.filter((one) => !isSure(one)).map((one) => [one.name, one] as const))(
    'leave %s alone, which honest programs have',
    (_name, one) => {
      for (const code of programsOfInvented(one)) expect(errors(code, preset), code).toEqual([]);
    },
  );
});
