import { calledName } from '../../dataflow/syntax/names.js';
import { rootName } from '../../dataflow/objects/side-effects.js';
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

/** Modules and fixtures of Python that put a stand-in in the place of an object or of its methods. */
const PYTHON_MOCKS = /^(?:asynctest|mock|pytest_mock|unittest|unittest\/mock)$/;
const PYTHON_FIXTURES = /^(?:mocker|monkeypatch)$/;

/** Whether a file of Python's replaces objects, so that a method may be another one than its class says. */
export function usesPythonMocks(unit: SourceModule): boolean {
  return (
    unit.source.ast.body.some(
      (statement) => statement.type === 'ImportDeclaration' && PYTHON_MOCKS.test(statement.source.value),
    ) || unit.calls.some(({ callee }) => PYTHON_FIXTURES.test(rootName(callee)?.name ?? ''))
  );
}
