import { CLIENT, testRule } from './tester.js';
import { testPythonRule, type InvalidPythonCase } from './python-tester.js';
import { INDENTED, SECOND } from '../languages/python/tutorial-programs.js';

const SYNC = 'from openai import OpenAI\nclient = OpenAI()\n';
const ASYNC = 'from openai import AsyncOpenAI\nclient = AsyncOpenAI()\n';
const CALL = 'client.responses.create(model="gpt-5.6", input="x", store=False)';

/** A body inside of `async def main():`. */
const main = (...lines: readonly string[]) =>
  ['async def main():', ...lines.map((line) => `    ${line}`), ''].join('\n');

const RUN = 'import asyncio\n';

const removed = (code: string) => ({
  messageId: 'removeAwait',
  output: code.replace('await client', 'client'),
});
const made = (code: string) => ({
  messageId: 'makeAsync',
  output: code
    .replace('import OpenAI', 'import AsyncOpenAI')
    .replace(
      /= (openai\.)?((?:Azure)?OpenAI\()/,
      (_, module: string | undefined, rest: string) => `= ${module ?? ''}Async${rest}`,
    ),
});

/** A report that is fixed: the client becomes an asynchronous one. */
function fixed(name: string, line: number, code: string, output = made(code).output): InvalidPythonCase {
  const errors = [{ messageId: 'syncClient', line, suggestions: [removed(code)] }];
  return { name, code, errors, output };
}

/** A report with suggestions only. */
function suggested(
  name: string,
  line: number,
  code: string,
  ...suggestions: InvalidPythonCase['errors'][number]['suggestions'] & object
): InvalidPythonCase {
  return { name, code, errors: [{ messageId: 'syncClient', line, suggestions }], output: null };
}

function discarded(name: string, line: number, code: string, output?: string): InvalidPythonCase {
  const suggestions = output === undefined ? [] : [{ messageId: 'addAwait', output }];
  return { name, code, errors: [{ messageId: 'neverAwaited', line, suggestions }], output: null };
}

const local = (...lines: readonly string[]) =>
  `from openai import OpenAI\n${main('client = OpenAI()', ...lines)}`;

const awaitedCall = `await ${CALL}`;
const asyncMain = (...lines: readonly string[]) => `${ASYNC}${main(...lines)}`;

testPythonRule('no-misused-await', {
  invalid: [
    fixed('the second program of the tutorial, as it is printed', 6, SECOND),
    fixed('the same with its indentation', 6, INDENTED),
    fixed('a client of a function', 4, local(awaitedCall)),
    fixed('an assigned answer', 4, local(`response = ${awaitedCall}`, 'print(response.id)')),
    fixed(
      'with_raw_response',
      4,
      local('await client.responses.with_raw_response.create(model="gpt-5.6", input="x")'),
    ),
    fixed('helpers', 4, local('await client.responses.parse(model="gpt-5.6", input="x")')),
    fixed(
      'Azure',
      4,
      `from openai import AzureOpenAI\n${main('client = AzureOpenAI(api_version="v1")', awaitedCall)}`,
      `from openai import AsyncAzureOpenAI\n${main('client = AsyncAzureOpenAI(api_version="v1")', awaitedCall)}`,
    ),
    fixed('a class of the module', 4, `import openai\n${main('client = openai.OpenAI()', awaitedCall)}`),
    fixed(
      'another client beside it',
      4,
      `from openai import OpenAI\n${main('client = OpenAI()', awaitedCall)}other = OpenAI()\n`,
      `from openai import OpenAI, AsyncOpenAI\n${main('client = AsyncOpenAI()', awaitedCall)}other = OpenAI()\n`,
    ),
    fixed(
      'a class under another name',
      4,
      `from openai import OpenAI as Client\n${main('client = Client()', awaitedCall)}`,
      `from openai import AsyncOpenAI as Client\n${main('client = Client()', awaitedCall)}`,
    ),
    suggested(
      'a client that other modules may import',
      4,
      SYNC + main(awaitedCall),
      made(SYNC + main(awaitedCall)),
      removed(SYNC + main(awaitedCall)),
    ),
    ...[
      ['one use is not awaited', [awaitedCall, CALL]],
      ['the client goes elsewhere', [awaitedCall, 'keep(client)']],
      ['the client is returned', [awaitedCall, 'return client']],
      ['a stream', ['await client.responses.create(model="gpt-5.6", input="x", stream=True)']],
    ].map(([name, lines]) => {
      const code = local(...(lines as string[]));
      return suggested(name as string, 4, code, made(code), removed(code));
    }),
    suggested(
      'a client of HTTP',
      4,
      local(awaitedCall).replace('OpenAI()', 'OpenAI(http_client=http)'),
      made(local(awaitedCall).replace('OpenAI()', 'OpenAI(http_client=http)')),
      removed(local(awaitedCall).replace('OpenAI()', 'OpenAI(http_client=http)')),
    ),
    {
      name: 'a stream that is iterated asynchronously',
      code: local(
        'async for event in client.responses.create(model="gpt-5.6", input="x", stream=True):',
        '    pass',
      ),
      errors: [
        {
          messageId: 'syncClient',
          line: 4,
          suggestions: [
            made(
              local(
                'async for event in client.responses.create(model="gpt-5.6", input="x", stream=True):',
                '    pass',
              ),
            ),
          ],
        },
      ],
      output: null,
    },
    ...['gather', 'create_task', 'wait_for'].map((name): InvalidPythonCase => {
      const code = RUN + local(`await asyncio.${name}(${CALL})`);
      const errors = [{ messageId: 'syncClient', line: 5, suggestions: [] }];
      return { name: `asyncio.${name}`, code, errors, output: made(code).output };
    }),
    suggested(
      'a field of a class',
      6,
      `from openai import OpenAI\nclass A:\n    def __init__(self):\n        self.client = OpenAI()\n    async def ask(self):\n        await self.client.responses.create(model="gpt-5.6", input="x")\n`,
      {
        messageId: 'makeAsync',
        output: `from openai import AsyncOpenAI\nclass A:\n    def __init__(self):\n        self.client = AsyncOpenAI()\n    async def ask(self):\n        await self.client.responses.create(model="gpt-5.6", input="x")\n`,
      },
      {
        messageId: 'removeAwait',
        output: `from openai import OpenAI\nclass A:\n    def __init__(self):\n        self.client = OpenAI()\n    async def ask(self):\n        self.client.responses.create(model="gpt-5.6", input="x")\n`,
      },
    ),
    suggested(
      'a parameter with a type',
      3,
      `from openai import OpenAI\nasync def ask(client: OpenAI):\n    ${awaitedCall}\n`,
      removed(`from openai import OpenAI\nasync def ask(client: OpenAI):\n    ${awaitedCall}\n`),
    ),
    suggested(
      'the module',
      3,
      `import openai\nasync def ask():\n    await openai.responses.create(model="gpt-5.6", input="x")\n`,
      {
        messageId: 'removeAwait',
        output: `import openai\nasync def ask():\n    openai.responses.create(model="gpt-5.6", input="x")\n`,
      },
    ),
    suggested(
      'a comprehension',
      4,
      local(`[${awaitedCall} for _ in range(3)]`).replace('client = OpenAI()', 'client: OpenAI = OpenAI()'),
      removed(
        local(`[${awaitedCall} for _ in range(3)]`).replace('client = OpenAI()', 'client: OpenAI = OpenAI()'),
      ),
    ),
    discarded('a coroutine as a statement', 4, asyncMain(CALL), asyncMain(`await ${CALL}`)),
    discarded('outside of an async function', 4, `${ASYNC}def main():\n    ${CALL}\n`),
    discarded('at the level of the module', 3, `${ASYNC}${CALL}\n`),
    discarded(
      'a variable that nothing reads',
      4,
      asyncMain(`response = ${CALL}`),
      asyncMain(`response = await ${CALL}`),
    ),
    discarded(
      'another method',
      4,
      asyncMain('client.files.delete("f")'),
      asyncMain('await client.files.delete("f")'),
    ),
    discarded(
      'with_options',
      4,
      asyncMain(`client.with_options(timeout=5).responses.create(model="gpt-5.6", input="x")`),
      asyncMain(`await client.with_options(timeout=5).responses.create(model="gpt-5.6", input="x")`),
    ),
  ],
  valid: [
    ['an asynchronous client', asyncMain(awaitedCall)],
    ['a synchronous one', SYNC + CALL],
    ['Azure', `from openai import AsyncAzureOpenAI\nclient = AsyncAzureOpenAI()\n${main(awaitedCall)}`],
    [
      'another vendor',
      SYNC.replace('OpenAI()', 'OpenAI(base_url="https://api.groq.com/openai/v1")') + main(awaitedCall),
    ],
    ['another package', `from groq import Groq\nclient = Groq()\n${main(awaitedCall)}`],
    ['its asynchronous client', `from groq import AsyncGroq\nclient = AsyncGroq()\n${main(CALL)}`],
    ['a client out of view', `async def ask(client):\n    ${awaitedCall}\n`],
    ['a client of another module', `import openai\nfrom .clients import client\n${main(awaitedCall, CALL)}`],
    [
      'one or the other',
      `from openai import AsyncOpenAI, OpenAI\nclient = AsyncOpenAI() if fast else OpenAI()\n${main(awaitedCall, CALL)}`,
    ],
    [
      'a union',
      `from openai import AsyncOpenAI, OpenAI\nasync def ask(client: OpenAI | AsyncOpenAI):\n    ${awaitedCall}\n    ${CALL}\n`,
    ],
    [
      'an awaitable that is looked for',
      `import inspect\n${SYNC}${main(`r = ${CALL}`, 'if inspect.isawaitable(r):', '    r = await r', 'return r')}`,
    ],
    [
      'a thread',
      `${RUN}${SYNC}${main('await asyncio.to_thread(client.responses.create, model="gpt-5.6", input="x")')}`,
    ],
    ['a lambda in a thread', `${RUN}${SYNC}${main(`await asyncio.to_thread(lambda: ${CALL})`)}`],
    [
      'an executor',
      `${RUN}${SYNC}${main('loop = asyncio.get_running_loop()', `await loop.run_in_executor(None, lambda: ${CALL})`)}`,
    ],
    ['gather', `${RUN}${asyncMain(`await asyncio.gather(${CALL}, ${CALL})`)}`],
    [
      'a list for gather',
      `${RUN}${asyncMain(`tasks = [${CALL} for _ in range(3)]`, 'await asyncio.gather(*tasks)')}`,
    ],
    ['a task', `${RUN}${asyncMain(`task = asyncio.create_task(${CALL})`, 'await task')}`],
    [
      'a task group',
      `${RUN}${asyncMain('async with asyncio.TaskGroup() as group:', `    group.create_task(${CALL})`)}`,
    ],
    ['awaited later', asyncMain(`pending = ${CALL}`, 'await pending')],
    ['returned', `${ASYNC}def ask():\n    return ${CALL}\n`],
    ['a lambda', `${ASYNC}ask = lambda: ${CALL}\n`],
    ['passed on', asyncMain(`schedule(${CALL})`)],
    ['kept in a list', asyncMain('pending = []', `pending.append(${CALL})`)],
    ['kept in a field', `${ASYNC}class A:\n    def start(self):\n        self.pending = ${CALL}\n`],
    ['a variable of the module', `${ASYNC}pending = ${CALL}\n`],
    ['yielded', `${ASYNC}def ask():\n    yield ${CALL}\n`],
    [
      'a stream',
      asyncMain('async with client.responses.stream(model="gpt-5.6", input="x") as stream:', '    pass'),
    ],
    [
      'a stream without a name',
      asyncMain('async with client.responses.stream(model="gpt-5.6", input="x"):', '    pass'),
    ],
    [
      'a synchronous stream',
      `${SYNC}with client.responses.stream(model="gpt-5.6", input="x") as stream:\n    pass\n`,
    ],
    [
      'a streaming response',
      asyncMain(
        'async with client.responses.with_streaming_response.create(model="gpt-5.6", input="x"):',
        '    pass',
      ),
    ],
    ['pages', asyncMain('async for file in client.files.list():', '    print(file)')],
    [
      'events',
      asyncMain(
        `async for event in await client.responses.create(model="gpt-5.6", input="x", stream=True):`,
        '    pass',
      ),
    ],
    [
      'a mock',
      `from unittest.mock import AsyncMock\n${SYNC}client.responses.create = AsyncMock()\n${main(awaitedCall)}`,
    ],
    [
      'a typed mock',
      `from unittest.mock import AsyncMock\nfrom openai import OpenAI\nclient: OpenAI = AsyncMock()\n${main(awaitedCall)}`,
    ],
    [
      'a fixture that patches',
      `${SYNC}async def test(mocker):\n    mocker.patch.object(client.responses, "create")\n    ${awaitedCall}\n`,
    ],
    [
      'a name that is shadowed',
      `from openai import OpenAI\nclass OpenAI:\n    pass\nclient = OpenAI()\n${main(awaitedCall)}`,
    ],
    ['a wrapper', `${SYNC}async def ask():\n    return ${CALL}\n${main('await ask()')}`],
    [
      'an unknown wrapper',
      `from openai import OpenAI\nfrom tools import make_async\nclient = make_async(OpenAI())\n${main(awaitedCall)}`,
    ],
    [
      'two callers',
      `from openai import AsyncOpenAI, OpenAI\nasync def ask(client):\n    ${awaitedCall}\nask(OpenAI())\nask(AsyncOpenAI())\n`,
    ],
  ].map(([name, code]) => ({ name: name!, code: code! })),
});

testRule('no-misused-await', {
  invalid: [],
  valid: [
    `${CLIENT}await client.responses.create({ model: 'gpt-5.6', input: 'x', store: false });`,
    `${CLIENT}client.responses.create({ model: 'gpt-5.6', input: 'x', store: false });`,
    `import { AsyncOpenAI } from 'openai';\nconst client = new AsyncOpenAI();\nclient.responses.create({ input: 'x' });`,
  ],
});
