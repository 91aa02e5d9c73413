import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { describe, expect, it } from 'vitest';

import { entryPoints, operationNamed } from '../../src/catalog/index.js';

const require = createRequire(import.meta.url);

describe.each(entryPoints)('$module $exportName $member', (entry) => {
  it('is exported by the newest SDK', () => {
    if (entry.module.endsWith('/ws')) {
      // Loading it needs the package `ws`, which applications install themselves.
      const declarations = readFileSync(require.resolve(entry.module).replace(/\.js$/, '.d.ts'), 'utf8');
      expect(declarations).toMatch(new RegExp(`export declare class ${entry.exportName}\\b`));
      return;
    }
    const exported = (require(entry.module) as Record<string, { prototype?: object }>)[entry.exportName];
    expect(exported).toBeTypeOf('function');
    if (entry.member) expect(exported!.prototype).toHaveProperty(entry.member);
  });

  it('has the endpoint of its operation', () => {
    if (entry.operation === undefined) return;
    const paths = operationNamed(entry.operation)?.endpoints.map(({ path }) => path);
    expect(paths).toContain(entry.path);
  });
});
