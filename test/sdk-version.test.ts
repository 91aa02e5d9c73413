import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogVersions } from '../src/catalog/index.js';
import { sdkVersions } from '../src/versions/installed.js';
import { holdsFor, RANGE, rangeOf } from '../src/versions/range.js';
import { forgetStats } from '../src/util/stat.js';

const END = [Infinity, 0, 0];

describe('a range', () => {
  it.each([
    ['6.49.0', [6, 49, 0], [6, 49, 1]],
    ['v6.49.0', [6, 49, 0], [6, 49, 1]],
    ['7.0.0-beta.1', [7, 0, 0], [7, 0, 1]],
    ['^6.1.0', [6, 1, 0], [7, 0, 0]],
    ['^0.3.1', [0, 3, 1], [0, 4, 0]],
    ['^0.0.1', [0, 0, 1], [0, 0, 2]],
    ['^0', [0, 0, 0], [1, 0, 0]],
    ['~6.1.2', [6, 1, 2], [6, 2, 0]],
    ['~6', [6, 0, 0], [7, 0, 0]],
    ['6', [6, 0, 0], [7, 0, 0]],
    ['6.x', [6, 0, 0], [7, 0, 0]],
    ['6.1.*', [6, 1, 0], [6, 2, 0]],
    ['= 5.1', [5, 1, 0], [5, 2, 0]],
    ['>=5', [5, 0, 0], END],
    ['>5', [6, 0, 0], END],
    ['<7.19', [0, 0, 0], [7, 19, 0]],
    ['<=7.18', [0, 0, 0], [7, 19, 0]],
    ['>= 5.0.0 < 7.19.0', [5, 0, 0], [7, 19, 0]],
    ['5 - 7.18', [5, 0, 0], [7, 19, 0]],
    ['*', [0, 0, 0], END],
    ['', [0, 0, 0], END],
    ['npm:openai@^5.2.0', [5, 2, 0], [6, 0, 0]],
  ])('%j', (range, from, before) => {
    expect(rangeOf(range)).toEqual([[from, before]]);
  });

  it.each([
    '6.49.0',
    'v6.49.0',
    '7.0.0-beta.1',
    '^6.1.0',
    '~> 6.1',
    '6.x',
    '*',
    '>= 5.0.0 < 7.19.0',
    '5 - 7.18',
    ' ^4.1.0 || 5 - 6||>7 ',
  ])('%j is one of those that settings may name', (range) => {
    expect(RANGE.test(range)).toBe(true);
    expect(rangeOf(range)).not.toBeNull();
  });

  it('may have alternatives', () => {
    expect(rangeOf('^4.1.0 || ^5')).toEqual([
      [
        [4, 1, 0],
        [5, 0, 0],
      ],
      [
        [5, 0, 0],
        [6, 0, 0],
      ],
    ]);
  });

  it.each([
    'catalog:',
    'catalog:ai',
    'workspace:*',
    'latest',
    'openai/openai-node',
    'file:../x',
    'npm:other@1',
    '^4 || next',
  ])('%j is none', (range) => {
    expect(RANGE.test(range)).toBe(false);
    expect(rangeOf(range)).toBe(null);
  });
});

describe('what holds for some versions', () => {
  it.each([
    ['6.0.0', 'all'],
    ['^5 || ^6', 'all'],
    ['7.18.3', 'all'],
    ['^7.0.0', 'some'],
    ['^4 || ^5', 'some'],
    ['*', 'some'],
    ['4.104.0', 'none'],
    ['7.19.0', 'none'],
    ['^4 || ^8', 'none'],
  ])('%s: %s', (range, holds) => {
    expect(
      holdsFor(rangeOf(range)!, [
        [5, 0, 0],
        [7, 19, 0],
      ]),
    ).toBe(holds);
  });
});

describe('the versions that a file may run with', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sdk-version-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (file: string, content: object | string): void => {
    const full = path.join(folder, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, typeof content === 'string' ? content : JSON.stringify(content));
  };
  const installed = 'node_modules/openai/package.json';
  const versions = (file = 'src/a.ts', option?: string) => {
    forgetStats(); // as each analysis does
    return sdkVersions(path.join(folder, file), option);
  };

  it('are what the option says', () => {
    write(installed, { version: '7.1.0' });
    expect(versions('a.ts', '^5.0.0')).toEqual(rangeOf('^5.0.0'));
  });

  it('else what is installed nearest', () => {
    write('package.json', { dependencies: { openai: '^4.0.0' } });
    write(installed, { version: '4.1.0' });
    write(`packages/a/${installed}`, { version: '6.1.0' });
    expect(versions('packages/a/src/a.ts')).toEqual(rangeOf('6.1.0'));
    expect(versions('packages/b/src/b.ts')).toEqual(rangeOf('4.1.0'));
  });

  it.each(['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'])(
    'else what the nearest package.json with it declares in %s',
    (field) => {
      write('package.json', { [field]: { openai: '^5.1.0' } });
      write('packages/a/package.json', { dependencies: { other: '1.0.0' } });
      expect(versions('packages/a/src/a.ts')).toEqual(rangeOf('^5.1.0'));
    },
  );

  it.each(['catalog:', 'workspace:*', 'latest'])('%s declares nothing', (range) => {
    write('packages/a/package.json', { dependencies: { openai: range } });
    write('package.json', { devDependencies: { openai: '~6.2.0' } });
    expect(versions('packages/a/a.ts')).toEqual(rangeOf('~6.2.0'));
  });

  it.each<[string, string, Record<string, object | string>]>([
    [
      'a catalog of pnpm',
      'catalog:',
      {
        'pnpm-workspace.yaml': `packages:\n  - packages/*\n\ncatalog:\n  "zod": ^4\n  openai: '^5.3.0' # ours\n`,
      },
    ],
    [
      'a named catalog of pnpm',
      'catalog:old',
      {
        'pnpm-workspace.yaml': `catalog:\n  openai: ^7.0.0\ncatalogs:\n  new:\n    openai: ^7.0.0\n  old:\n    'openai': ^5.3.0\n`,
      },
    ],
    [
      'the default catalog by its name',
      'catalog:default',
      { 'pnpm-workspace.yaml': `catalogs:\n  default:\n    openai: "^5.3.0"\n` },
    ],
    [
      'a catalog of Bun',
      'catalog:',
      { 'package.json': { workspaces: { packages: ['packages/*'], catalog: { openai: '^5.3.0' } } } },
    ],
    [
      'a named catalog of Bun at the top',
      'catalog:old',
      { 'package.json': { workspaces: ['packages/*'], catalogs: { old: { openai: '^5.3.0' } } } },
    ],
    [
      'a catalog of Yarn',
      'catalog:',
      {
        'package.json': { workspaces: ['packages/*'] },
        '.yarnrc.yml': `nodeLinker: node-modules\n\ncatalog:\n  openai: ^5.3.0\n`,
      },
    ],
    ['a range of the workspace protocol', 'workspace:^5.3.0', {}],
    ['an alias of its own name', 'npm:openai@^5.3.0', {}],
  ])('are those of %s', (_name, range, files) => {
    write('packages/a/package.json', { dependencies: { openai: range } });
    for (const [file, content] of Object.entries(files)) write(file, content);
    expect(versions('packages/a/src/a.ts')).toEqual(rangeOf('^5.3.0'));
  });

  it("are those of a package under a name of the project's own", () => {
    write('package.json', { dependencies: { voice: 'npm:openai@^5.3.0' } });
    expect(versions()).toEqual(rangeOf('^5.3.0'));
  });

  it.each<[string, string]>([
    ['there is none', ''],
    ['it is written on one line', 'catalog: { openai: ^5.3.0 }\n'],
    ['it does not name the package', 'catalog:\n  zod: ^4.0.0\ncatalogs:\n  old:\n    openai: ^5.3.0\n'],
  ])('are any where the catalog cannot be read: %s', (_name, yaml) => {
    write('package.json', { dependencies: { openai: 'catalog:' } });
    if (yaml) write('pnpm-workspace.yaml', yaml);
    expect(versions()).toEqual(rangeOf('>=0'));
  });

  it('else the newest that is known', () => {
    write('package.json', '{ "dependencies": ');
    expect(versions()).toEqual(rangeOf(catalogVersions().at(-1)!));
  });

  it('are looked up anew when something else is installed or declared', () => {
    write('package.json', { dependencies: { openai: '^4.0.0' } });
    expect(versions()).toEqual(rangeOf('^4.0.0'));
    write('package.json', { dependencies: { openai: '^5.10.0' } });
    expect(versions()).toEqual(rangeOf('^5.10.0'));
    write(installed, { version: '5.0.0' });
    expect(versions()).toEqual(rangeOf('5.0.0'));
    write(installed, { version: '6.10.0' });
    expect(versions()).toEqual(rangeOf('6.10.0'));
    write('src/package.json', { dependencies: { openai: '^3.0.0' } });
    rmSync(path.join(folder, installed));
    expect(versions()).toEqual(rangeOf('^3.0.0'));
    expect(versions('b.ts')).toEqual(rangeOf('^5.10.0'));
  });
});
