import { describe, expect, it } from 'vitest';
import { factsInFile } from '../../../src/analysis/analyze-file.js';
import { parseFile } from '../../../src/languages/javascript/parse/parse.js';
import { readSettings } from '../../../src/settings/read.js';
import { project } from '../../follow/project.js';

const OPENAI = `import OpenAI from 'openai';\n`;
const BRAINTRUST = `${OPENAI}import { wrapOpenAI } from 'braintrust';\nexport const client = wrapOpenAI(new OpenAI());\n`;
const LANGSMITH = `${OPENAI}import { wrapOpenAI } from 'langsmith/wrappers';\nexport const client = wrapOpenAI(new OpenAI());\n`;
const LANGFUSE = `${OPENAI}import { observeOpenAI } from '@langfuse/openai';\nexport const client = observeOpenAI(new OpenAI());\n`;
const SENTRY = `${OPENAI}import { instrumentOpenAiClient } from '@sentry/node';\nexport const client = instrumentOpenAiClient(new OpenAI());\n`;

/** Who sees the content of what a file sends, where a module runs before it that the settings name, or do not. */
function shownTo(code: string, setup: string, own: object = {}, isNamed = true): string[] {
  const { root } = project({ 'client.js': code, 'instrumentation.js': setup });
  const parsed = parseFile(code, `${root}/client.js`);
  if (!parsed.ok) throw new Error(parsed.message);
  const settings = { ...own, ...(isNamed ? { setup: [`${root}/instrumentation.js`] } : {}) };
  const file = { text: code, ...parsed };
  const { thirdParties } = factsInFile(file, `${root}/client.js`, readSettings({ 'openai-zdr': settings }));
  return thirdParties.map(({ name }) => name);
}

describe('a switch in a module that runs first', () => {
  it.each([
    [
      'masking of Braintrust',
      BRAINTRUST,
      `import { setMaskingFunction } from 'braintrust';\nsetMaskingFunction((value) => '');`,
    ],
    [
      'masking of Braintrust in CommonJS',
      BRAINTRUST,
      `const bt = require('braintrust');\nbt.setMaskingFunction(() => '');`,
    ],
    [
      'a processor of Langfuse',
      LANGFUSE,
      `import { LangfuseSpanProcessor } from '@langfuse/otel';\nexport const processor = new LangfuseSpanProcessor({ mask: () => '' });`,
    ],
    [
      'the environment of LangSmith',
      LANGSMITH,
      `process.env.LANGSMITH_HIDE_INPUTS = 'true';\nprocess.env.LANGSMITH_HIDE_OUTPUTS = 'true';`,
    ],
    [
      'collection of Sentry 11',
      SENTRY,
      `import * as Sentry from '@sentry/node';\nSentry.init({ dataCollection: { genAI: { inputs: false, outputs: false } } });`,
    ],
  ])('%s', (_, code, setup) => {
    const versions = { versions: { '@sentry/node': '11.12.0' } };
    expect(shownTo(code, setup, versions)).toEqual([]);
    expect(shownTo(code, setup, versions, false)).toHaveLength(1);
    expect(shownTo(code, setup, { ...versions, followImports: false })).toEqual([]);
  });

  it('counts where it turns content on', () => {
    const ten = { versions: { '@sentry/node': '10.20.0' } };
    const setup = `import * as Sentry from '@sentry/node';\nSentry.init({ dsn, sendDefaultPii: true });`;
    expect(shownTo(SENTRY, setup, ten)).toEqual(['Sentry']);
    expect(shownTo(SENTRY, setup.replace('true', 'false'), ten)).toEqual([]);
    expect(shownTo(SENTRY, setup, ten, false)).toEqual([]);
  });

  it.each([
    ['taken away', BRAINTRUST, `import { setMaskingFunction } from 'braintrust';\nsetMaskingFunction(null);`],
    [
      'of another package',
      BRAINTRUST,
      `import { setMaskingFunction } from 'x';\nsetMaskingFunction(() => '');`,
    ],
    ['not called', BRAINTRUST, `export { setMaskingFunction } from 'braintrust';`],
    ['half of it', LANGSMITH, `process.env.LANGSMITH_HIDE_INPUTS = 'true';`],
    ['empty', LANGFUSE, `export const nothing = 1;`],
  ])('does not count where it is %s', (_, code, setup) => {
    expect(shownTo(code, setup)).toHaveLength(1);
  });

  it('does not count where the file takes it back', () => {
    const setup = `process.env.LANGSMITH_HIDE_INPUTS = 'true';\nprocess.env.LANGSMITH_HIDE_OUTPUTS = 'true';`;
    const code = `${LANGSMITH}process.env.LANGSMITH_HIDE_OUTPUTS = 'false';\n`;
    expect(shownTo(code, setup)).toEqual(['LangSmith']);
  });
});
