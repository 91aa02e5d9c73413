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

const claimed = (claim: string): Finding => ({
  messageId: 'claim',
  data: { ...row('feature:false-zdr-claim'), claim },
});
/** A call whose body is these lines. */
const ask = (...lines: string[]) =>
  `${CLIENT}await client.responses.create({\n  input: 'x',\n  ${lines.join('\n  ')}\n});`;
const one = (claim: string, code: string, extra: Partial<Invalid> = {}): Invalid => ({
  code,
  findings: [claimed(claim)],
  only: ['js'],
  ...extra,
});
const beside = (comment: string): Valid => ({ code: ask(`store: false, // ${comment}`), only: ['js'] });

testRule('no-false-zdr-claim', {
  invalid: [
    one('Zero Data Retention', ask(`«store: false», // Zero Data Retention`), { only: ['ts', 'js'] }),
    ...[
      ['ZDR', 'ZDR'],
      ['ZDR', 'for ZDR compliance'],
      ['ZDR', 'enables ZDR'],
      ['ZDR', 'ZDR flag (OpenAI Enterprise)'],
      ['ZDR', 'ZDR: do not store'],
      ['ZERO-RETENTION', 'ZERO-RETENTION ENFORCEMENT'],
      ['Zero data retention', 'Zero data retention : OpenAI ne conserve pas la requête'],
      ['zero-data-retention', 'zero-data-retention mode'],
      ['zero retention', 'zero retention on the side of OpenAI'],
      ['Zero Data Retention', 'No data is kept (Zero Data Retention)'],
      ['ZDR', 'This is not kept. ZDR'],
    ].map(([claim = '', comment = '']) => one(claim, ask(`«store: false», // ${comment}`))),
    one('ZDR', ask(`/* ZDR */ «store: false»,`)),
    one('ZDR', ask(`// ZDR`, `«store: false»,`)),
    one('ZDR', ask(`// Turns on`, `// ZDR`, `«store: false»,`)),
    one('Zero data retention', ask(`/**`, ` * Zero data retention.`, ` */`, `«store: false»,`)),
    one('ZDR', ask(`«store: false», input: 'y', // ZDR`)),
    one('ZDR', ask(`«include: ['reasoning.encrypted_content']», // ZDR`)),
    // One comment, one report.
    one('ZDR', ask(`«store: false», include: ['reasoning.encrypted_content'], // ZDR`)),
    one('ZDR', `${CLIENT}// ZDR\nawait client.responses.create({ input: 'x', «store: false» });`),
    one('ZDR', `${CLIENT}await client.chat.completions.create({ messages: [], «store: false» }); // ZDR`),
    one(
      'ZDR',
      `${CLIENT}const body = { input: 'x' };\n«body.store = false»; // ZDR\nawait client.responses.create(body);`,
    ),
    one(
      'ZDR',
      `${CLIENT}const common = {\n  «store: false», // ZDR\n};\nawait client.responses.create({ ...common, input: 'x' });`,
    ),
    one(
      'ZDR_OPTIONS',
      `${CLIENT}const ZDR_OPTIONS = { «store: false» };\nawait client.responses.create({ ...ZDR_OPTIONS, input: 'x' });`,
    ),
    one(
      'zeroDataRetention',
      `${CLIENT}const presets = { zeroDataRetention: { «store: false» } };\nawait client.responses.create({ ...presets.zeroDataRetention, input: 'x' });`,
    ),
    one(
      'zdrBody',
      `${CLIENT}const zdrBody = { «store: false», include: ['reasoning.encrypted_content'], input: 'x' };\nawait client.responses.create(zdrBody);`,
    ),
    one('ZDR', `${REQUIRE}void client.responses.create({ «store: false» }); // ZDR`, { only: ['cjs'] }),
    one(
      'ZDR',
      `${IMPORT}export const ask = (client: OpenAI) =>\n  client.responses.create({ input: 'x', «store: false as boolean» }); // ZDR`,
      { only: ['ts'] },
    ),
    one(
      'zdr',
      `${CLIENT}const zdr = { «store: false» } as const;\nawait client.responses.create({ ...zdr, input: 'x' });`,
      {
        only: ['ts'],
      },
    ),
  ],
  valid: [
    ask(`store: false,`),
    ...[
      'not ZDR',
      'This is not Zero Data Retention!',
      "isn't ZDR, only storage",
      'less than ZDR',
      'no ZDR by itself',
      'non-ZDR',
      'never call this ZDR',
      'ZDR needs an approved organization',
      'ZDR is not switched on by this',
      'ZDR requires approval',
      'ZDR organizations get this anyway',
      'forced to false under ZDR',
      'also with ZDR, because of other regions',
      'needed for ZDR',
      'our ZDR project does this by itself',
      'ZDR?',
      'ZDR-compatible',
      'ZDR 友好',
      'ZDR prevents storing, use false to avoid errors',
      'see docs/zdr.md',
      'see openai-zdr/require-store-false',
      'keep nothing',
      'blizdrake',
      'eslint-disable-line no-undef -- ZDR',
    ].map(beside),
    { code: ask(`// This alone is`, `// not ZDR.`, `store: false,`), only: ['js'] },
    { code: ask(`// ZDR`, ``, `store: false,`), only: ['js'] },
    { code: ask(`model: 'x', // ZDR`, `store: false,`), only: ['js'] },
    { code: ask(`store: true, // ZDR`), only: ['js'] },
    { code: ask(`store: storing, // ZDR`), only: ['js'] },
    { code: ask(`include: ['file_search_call.results'], // ZDR`), only: ['js'] },
    { code: ask(`metadata: { store: false }, // ZDR`), only: ['js'] },
    `${CLIENT}const nonZdr = { store: false };\nawait client.responses.create({ ...nonZdr, input: 'x' });`,
    `${CLIENT}const zdrProjectDefaults = { store: false };\nawait client.responses.create({ ...zdrProjectDefaults, input: 'x' });`,
    `${CLIENT}const isZdr = process.env.ZDR === '1';\nawait client.responses.create({ input: 'x', ...(isZdr ? { store: false } : {}) });`,
    `// Zero Data Retention\n\n${CLIENT}await client.responses.create({ input: 'x', store: false });`,
    `${GROQ}await client.responses.create({ input: 'x', store: false }); // ZDR`,
    `import { streamText } from 'ai'; // openai\nstreamText({ providerOptions: { gateway: { zeroDataRetention: true } }, store: false }); // ZDR`,
    `import session from 'express-session'; // openai\nsession({ store: false }); // ZDR`,
    `${IMPORT}import { vi } from 'vitest';\nvi.mock('openai');\nawait new OpenAI().responses.create({ store: false }); // ZDR`,
    { code: `${REQUIRE}void client.responses.create({ store: false }); // not ZDR`, only: ['cjs'] },
    { code: `${IMPORT}export type ZDR = { store: false }; // ZDR`, only: ['ts'] },
  ],
});
