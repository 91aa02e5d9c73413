import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files that mark the root of a project, above which no module of it lies. */
const ROOTS = ['.git', 'pyproject.toml', 'setup.py', 'setup.cfg'];

/**
 * The file of the project that an import of Python's means: relative to the importing file, or from a folder above it up
 * to the root of the project, or from `src` there.
 *
 * @param specifier a path as imports are lowered to: `app/clients`, `./clients`
 * @param from absolute path of the importing file
 * @returns an absolute path; `null` for what is no module of the project
 */
export function resolvePythonModule(specifier: string, from: string): string | null {
  const folder = dirname(from);
  if (specifier.startsWith('.')) return moduleAt(join(folder, specifier));
  for (let above = folder; ; above = dirname(above)) {
    const found = moduleAt(join(above, specifier)) ?? moduleAt(join(above, 'src', specifier));
    if (found !== null) return found;
    if (above === dirname(above) || ROOTS.some((name) => existsSync(join(above, name)))) return null;
  }
}

function moduleAt(path: string): string | null {
  return [`${path}.py`, join(path, '__init__.py')].find((file) => existsSync(file)) ?? null;
}
