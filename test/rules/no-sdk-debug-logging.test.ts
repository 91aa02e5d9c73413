import {
  CLIENT,
  GROQ,
  IMPORT,
  REQUIRE,
  row,
  testRule,
  type Finding,
  type Invalid,
  type Valid,
} from './tester.js';

const { remedy, asOf } = row('feature:sdk-debug-logging');
const found = (name: string, value: string, versions: string): Finding => ({
  messageId: 'logged',
  data: { name, value, versions, remedy, asOf },
});
const option = found('logLevel', 'debug', '5.0 to 7.18');
const variable = found('OPENAI_LOG', 'debug', '5.0 to 7.18');
const old = found('DEBUG', 'true', '4');

const one = (sdkVersion: string, code: string, finding: Finding, extra: Partial<Invalid> = {}): Invalid => ({
  code: `${IMPORT}${code}`,
  findings: [finding],
  only: ['js'],
  options: { sdkVersion },
  ...extra,
});
const silent = (sdkVersion: string | null, code: string): Valid => ({
  code: `${IMPORT}${code}`,
  only: ['js'],
  ...(sdkVersion === null ? {} : { options: { sdkVersion } }),
});
const OPTION = `export const client = new OpenAI({ logLevel: 'debug' });`;
const MARKED = `export const client = new OpenAI({ «logLevel: 'debug'» });`;
const VARIABLE = `process.env.OPENAI_LOG = 'debug';`;

testRule('no-sdk-debug-logging', {
  invalid: [
    one('6.49.0', MARKED, option, { only: ['ts', 'js'] }),
    ...['5.0.0', '^5.23.2', '6.x', '~7.18.0', '7.18.9', '^5 || ^6', '>=5.1 <7.19'].map((version) =>
      one(version, MARKED, option),
    ),
    one(
      '6.49.0',
      `const options = { «logLevel: 'debug'» };\nexport const client = new OpenAI({ ...options });`,
      option,
    ),
    one(
      '6.49.0',
      `const client = new OpenAI();\nexport const loud = client.withOptions({ «logLevel: 'debug'» });`,
      option,
    ),
    one(
      '6.49.0',
      `export const client = new OpenAI({ «logLevel: process.env.X ? 'debug' : 'warn'» });`,
      option,
    ),
    one('6.49.0', `const level = 'debug';\nexport const client = new OpenAI({ «logLevel: level» });`, option),
    one('6.49.0', `process.env.«OPENAI_LOG» = 'debug';`, variable, { only: ['ts', 'js'] }),
    one('6.49.0', `process.env[«'OPENAI_LOG'»] = 'debug';`, variable),
    one('6.49.0', 'process.env.«OPENAI_LOG» = `debug`;', variable),
    one('4.104.0', `process.env.«DEBUG» = 'true';`, old),
    one('^4.20.0', `process.env.«DEBUG» = 'true';`, old),
    {
      code: `${REQUIRE}process.env.«OPENAI_LOG» = 'debug';`,
      only: ['cjs'],
      options: { sdkVersion: '5.23.2' },
      findings: [variable],
    },
    one(
      '6.49.0',
      `export class Api extends OpenAI {\n  constructor() {\n    super({ «logLevel: 'debug'» });\n  }\n}`,
      option,
      {
        only: ['ts'],
      },
    ),
  ],
  valid: [
    // What is installed beside this test writes no bodies.
    silent(null, OPTION),
    silent(null, VARIABLE),
    ...['7.19.0', '7.57.0', '^7.20.0', '>=7.19', '4.104.0'].map((version) => silent(version, OPTION)),
    // True for a part of the versions only.
    ...['^7.0.0', '>=5', '^4 || ^5', '4 - 6'].map((version) => silent(version, OPTION)),
    ...['7.19.0', '4.104.0'].map((version) => silent(version, VARIABLE)),
    ...['info', 'warn', 'error', 'off'].map((level) =>
      silent('6.49.0', `export const client = new OpenAI({ logLevel: '${level}' });`),
    ),
    silent('6.49.0', `export const client = new OpenAI({ logLevel: process.env.LEVEL });`),
    silent('6.49.0', `export const client = new OpenAI({ defaultHeaders: { logLevel: 'debug' } });`),
    silent('6.49.0', `process.env.OPENAI_LOG = 'info';`),
    silent('6.49.0', `process.env.OPENAI_LOG = process.env.LEVEL;`),
    silent('6.49.0', `process.env.DEBUG = 'true';`),
    silent('4.104.0', `process.env.DEBUG = 'express:*';`),
    silent('6.49.0', `config.OPENAI_LOG = 'debug';`),
    silent('6.49.0', `console.log(process.env.OPENAI_LOG === 'debug');`),
    { code: GROQ.replace('baseURL', `logLevel: 'debug', baseURL`), options: { sdkVersion: '6.49.0' } },
    silent('6.49.0', `import pino from 'pino';\nexport const log = pino({ logLevel: 'debug' });`),
    silent('6.49.0', `import { vi } from 'vitest';\nvi.mock('openai');\n${OPTION}`),
    { code: `${CLIENT}client.logLevel = 'info';`, options: { sdkVersion: '6.49.0' } },
    { code: REQUIRE, only: ['cjs'], options: { sdkVersion: '5.0.0' } },
    {
      code: `${IMPORT}export type Level = OpenAI['logLevel'];`,
      only: ['ts'],
      options: { sdkVersion: '5.0.0' },
    },
  ],
});
