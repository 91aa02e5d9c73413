import { CLIENT, GROQ, IMPORT, REQUIRE, row, testRule, type Finding, type Invalid } from './tester.js';

const none: Finding = { messageId: 'downgrade', data: row('parameter:retention_type (none)') };
const mam: Finding = {
  messageId: 'downgrade',
  data: row('parameter:retention_type (modified abuse monitoring)'),
};
const ADMIN = `${IMPORT}const client = new OpenAI({ adminAPIKey: process.env.OPENAI_ADMIN_KEY });\n`;

const found = (of: Finding, code: string, extra: Partial<Invalid> = {}): Invalid => ({
  code: `${ADMIN}${code}`,
  findings: [of],
  ...extra,
});
const organization = (text: string) => `await client.admin.organization.dataRetention.update(${text});`;
const project = (text: string) =>
  `await client.admin.organization.projects.dataRetention.update('proj_1', ${text});`;
const JS: Partial<Invalid> = { only: ['js'] };

testRule('no-retention-downgrade', {
  invalid: [
    found(none, organization(`{ «retention_type: 'none'» }`)),
    found(mam, organization(`{ «retention_type: 'modified_abuse_monitoring'» }`)),
    found(mam, organization(`{ «retention_type: 'enhanced_modified_abuse_monitoring'» }`)),
    found(none, project(`{ «retention_type: 'none'» }`)),
    found(mam, project(`{ «retention_type: 'modified_abuse_monitoring'» }`)),
    found(none, project(`{ «'retention_type': \`none\`» }`)),
    found(none, project(`{ «retention_type: 'none' as const» }`), { only: ['ts'] }),
    found(none, project(`{ «retention_type: process.env.STRICT ? 'zero_data_retention' : 'none'» }`)),
    found(none, `const NONE = 'none';\n${project(`{ «retention_type: NONE» }`)}`),
    found(none, `const setting = { «retention_type: 'none'» };\n${project(`{ ...setting }`)}`),
    found(none, `const setting = {};\n«setting.retention_type = 'none'»;\n${project(`setting`)}`, JS),
    found(
      none,
      `const { dataRetention } = client.admin.organization;\nawait dataRetention.update({ «retention_type: 'none'» });`,
    ),
    found(none, `await client.post('/organization/data_retention', { body: { «retention_type: 'none'» } });`),
    found(
      none,
      `await client.post(\`/organization/projects/\${process.env.PROJECT}/data_retention\`, { body: { «retention_type: 'none'» } });`,
    ),
    found(none, organization(`{ «retention_type: 'none'» }`), { settings: { control: 'mam' } }),
    {
      code: `${REQUIRE}void client.admin.organization.dataRetention.update({ «retention_type: 'none'» });`,
      only: ['cjs'],
      findings: [none],
    },
    {
      code: `${IMPORT}export const reset = (client: OpenAI, id: string) =>\n  client.admin.organization.projects.dataRetention.update(id, { «retention_type: 'none'» });`,
      only: ['ts'],
      findings: [none],
    },
  ],
  valid: [
    `${ADMIN}${organization(`{ retention_type: 'zero_data_retention' }`)}`,
    `${ADMIN}${organization(`{ retention_type: 'enhanced_zero_data_retention' }`)}`,
    `${ADMIN}${project(`{ retention_type: 'organization_default' }`)}`,
    `${ADMIN}${project(`{ retention_type: process.env.RETENTION }`)}`,
    `${ADMIN}${project(`await load()`)}`,
    `${ADMIN}${project(`{ ...{ retention_type: 'none' }, retention_type: 'zero_data_retention' }`)}`,
    `${ADMIN}await client.admin.organization.dataRetention.retrieve();`,
    `${ADMIN}await client.admin.organization.projects.update('proj_1', { name: 'none' });`,
    `${ADMIN}await client.get('/organization/data_retention', { query: { retention_type: 'none' } });`,
    `${ADMIN}await client.post('/organization/users/u', { body: { retention_type: 'none' } });`,
    `${CLIENT}await client.responses.create({ metadata: { retention_type: 'none' }, store: false });`,
    `${GROQ}await client.admin.organization.dataRetention.update({ retention_type: 'none' });`,
    `import { WebClient } from '@slack/web-api'; // openai\nawait new WebClient().admin.organization.dataRetention.update({ retention_type: 'none' });`,
    `export const setting = { vendor: 'openai', retention_type: 'none' };`,
    { code: `${ADMIN}${organization(`{ retention_type: 'none' }`)}`, settings: { control: 'none' } },
    {
      code: `${ADMIN}${organization(`{ retention_type: 'modified_abuse_monitoring' }`)}`,
      settings: { control: 'mam' },
    },
    { code: `${IMPORT}export type Setting = { retention_type: 'none' };\nvoid OpenAI;`, only: ['ts'] },
  ],
});
