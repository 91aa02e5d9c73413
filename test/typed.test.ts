import { RuleTester } from '@typescript-eslint/rule-tester';
import { fileURLToPath } from 'node:url';
import noFileUpload from '../rules/no-file-upload.js';
import requireStoreFalse from '../rules/require-store-false.js';

const typed = new RuleTester({
  languageOptions: {
    parserOptions: {
      projectService: { allowDefaultProject: [] },
      tsconfigRootDir: fileURLToPath(new URL('fixtures/typed', import.meta.url)),
    },
  },
  settings: { 'openai-zdr': { typeEvidence: true, followImports: false } },
});
const filename = 'file.ts';
const untyped = { 'openai-zdr': { followImports: false, typeEvidence: false } };

const byContainer = `
  import { resolve } from './container.js';
  await resolve('openai').responses.create({ model: 'gpt-5', input: 'x' });
`;

typed.run('require-store-false, asking the type checker', requireStoreFalse, {
  valid: [
    { name: 'the same without type evidence', code: byContainer, filename, settings: untyped },
    {
      name: 'store: false',
      code: `
        import { resolve } from './container.js';
        await resolve('openai').responses.create({ model: 'gpt-5', input: 'x', store: false });
      `,
      filename,
    },
    {
      name: 'a local class with the same method names',
      code: `
        class Fake { responses = { create: (body: object) => body } }
        declare function make(): Fake;
        make().responses.create({ input: 'openai' });
      `,
      filename,
    },
  ],
  invalid: [
    {
      name: 'a container that only the types see through',
      code: byContainer,
      output: byContainer.replace("input: 'x'", "input: 'x', store: false"),
      filename,
      errors: [{ messageId: 'missing', line: 3, column: 37 }],
    },
    {
      name: 'an index access type',
      code: `
        import type OpenAI from 'openai';
        type Deps = { readonly ai: { client: OpenAI }[] };
        export const ask = (deps: Deps) => deps.ai[0]!.client.responses.create({ model: 'm', input: 'x' });
      `,
      output: `
        import type OpenAI from 'openai';
        type Deps = { readonly ai: { client: OpenAI }[] };
        export const ask = (deps: Deps) => deps.ai[0]!.client.responses.create({ model: 'm', input: 'x', store: false });
      `,
      filename,
      errors: [{ messageId: 'missing' }],
    },
  ],
});

typed.run('no-file-upload, asking the type checker', noFileUpload, {
  valid: [
    {
      name: 'another thing with files.create in the same container',
      code: `
        import { resolve } from './container.js';
        await resolve('vectors').files.create({ purpose: 'openai' });
      `,
      filename,
    },
  ],
  invalid: [
    {
      name: 'files.create and the raw client',
      code: `
        import { resolve } from './container.js';
        await resolve('openai').files.create({ file: null as never, purpose: 'user_data' });
        await resolve('openai').post('/files', { body: {} });
      `,
      filename,
      errors: [
        { messageId: 'kept', line: 3 },
        { messageId: 'kept', line: 4 },
      ],
    },
  ],
});
