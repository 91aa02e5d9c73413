import { calledName } from '../../dataflow/syntax/names.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';

/** Test frameworks and their calls that replace a module. */
const FRAMEWORKS = /^(?:vi|vitest|jest|mock|td)$/;
const METHODS = /^(?:mock|doMock|module|setMock|unstable_mockModule|replace|replaceEsm)$/;

/** Modules that a test replaces, `vi.mock('openai')`: what is called on them never leaves the process. */
export function mockedModules(unit: SourceModule): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { callee, arguments: args } of unit.calls) {
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') continue;
    const name = calledName(callee);
    if (!FRAMEWORKS.test(callee.object.name) || !name || !METHODS.test(name)) continue;
    // Newer forms hand over the import itself: `vi.mock(import('openai'), …)`.
    const first = args[0]?.type === 'ImportExpression' ? args[0].source : args[0];
    if (first?.type === 'Literal' && typeof first.value === 'string') found.add(first.value);
  }
  return found;
}
