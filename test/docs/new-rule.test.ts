import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { newRuleFiles, problemWithName } from '../../scripts/new-rule.js';
import { ruleNames } from '../../src/policy/index.js';

describe('npm run new-rule', () => {
  const [first] = ruleNames;

  it('writes formatted files', async () => {
    for (const [file, text] of Object.entries(newRuleFiles(first))) {
      const filepath = fileURLToPath(new URL(`../../${file}`, import.meta.url));
      expect(await format(text, { ...(await resolveConfig(filepath)), filepath }), file).toBe(text);
    }
  });

  it.each([
    [undefined, /^Give the name/],
    ['No_Store', /small letters and dashes/],
    ['no-such-rule', /not in ruleNames/],
    [first, /already there/],
  ])('refuses %s', (name, problem) => {
    expect(problemWithName(name)).toMatch(problem);
  });
});
