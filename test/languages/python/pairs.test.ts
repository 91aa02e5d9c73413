/** Programs written once in JavaScript and once in Python, of which the same must be said. */
import { describe, expect, it } from 'vitest';
import { findingsIn } from './helpers.js';

interface Pair {
  readonly name: string;
  readonly js: string;
  readonly py: string;
}

const JS = `import OpenAI from 'openai';\nconst client = new OpenAI();\n`;
const PY = `from openai import OpenAI\nclient = OpenAI()\n`;

/** A pair that begins with the client. */
function pair(name: string, js: string, py: string): Pair {
  return { name, js: JS + js, py: PY + py };
}

const whole = (name: string, js: string, py: string): Pair => ({ name, js, py });

const found: readonly Pair[] = [
  pair(
    'left out',
    `client.responses.create({ model: 'gpt-5.5', input: 'x' });`,
    `client.responses.create(model="gpt-5.5", input="x")`,
  ),
  pair(
    'written',
    `client.responses.create({ model: 'gpt-5.5', input: 'x', store: true });`,
    `client.responses.create(model="gpt-5.5", input="x", store=True)`,
  ),
  pair(
    'a constant',
    `const keep = true;\nclient.responses.create({ model: 'gpt-5.5', input: 'x', store: keep });`,
    `KEEP = True\nclient.responses.create(model="gpt-5.5", input="x", store=KEEP)`,
  ),
  pair(
    'chat',
    `client.chat.completions.create({ model: 'gpt-5.5', messages: [] });`,
    `client.chat.completions.create(model="gpt-5.5", messages=[])`,
  ),
  pair(
    'file',
    `client.files.create({ file, purpose: 'assistants' });`,
    `client.files.create(file=file, purpose="assistants")`,
  ),
  pair('vector store', `client.vectorStores.create({ name: 'x' });`, `client.vector_stores.create(name="x")`),
  pair(
    'helper that polls',
    `client.vectorStores.fileBatches.uploadAndPoll('vs', { files: [] });`,
    `client.vector_stores.file_batches.upload_and_poll(vector_store_id="vs", files=[])`,
  ),
  pair(
    'id by position',
    `client.beta.threads.messages.create('t', { role: 'user', content: 'x' });`,
    `client.beta.threads.messages.create("t", role="user", content="x")`,
  ),
  pair(
    'id by name',
    `client.beta.threads.runs.createAndPoll('t', { assistant_id: 'a' });`,
    `client.beta.threads.runs.create_and_poll(thread_id="t", assistant_id="a")`,
  ),
  pair(
    'two ids by name',
    `client.beta.threads.messages.update('m', { thread_id: 't', metadata: {} });`,
    `client.beta.threads.messages.update(message_id="m", thread_id="t", metadata={})`,
  ),
  pair(
    'background',
    `client.responses.create({ model: 'gpt-5.5', input: 'x', store: false, background: true });`,
    `client.responses.create(model="gpt-5.5", input="x", store=False, background=True)`,
  ),
  pair(
    'previous response',
    `client.responses.create({ model: 'gpt-5.5', input: 'x', store: false, previous_response_id: 'r' });`,
    `client.responses.create(model="gpt-5.5", input="x", store=False, previous_response_id="r")`,
  ),
  pair(
    'hosted tool',
    `client.responses.create({ model: 'gpt-5.5', input: 'x', store: false, tools: [{ type: 'file_search', vector_store_ids: ['v'] }] });`,
    `client.responses.create(model="gpt-5.5", input="x", store=False, tools=[{"type": "file_search", "vector_store_ids": ["v"]}])`,
  ),
  pair(
    'appended tool',
    `const tools = [];\ntools.push({ type: 'file_search', vector_store_ids: ['v'] });\nclient.responses.create({ model: 'gpt-5.5', input: 'x', store: false, tools });`,
    `tools = []\ntools.append({"type": "file_search", "vector_store_ids": ["v"]})\nclient.responses.create(model="gpt-5.5", input="x", store=False, tools=tools)`,
  ),
  pair(
    'dictionary',
    `const body = { model: 'gpt-5.5', input: 'x', store: true };\nclient.responses.create(body);`,
    `body = {"model": "gpt-5.5", "input": "x", "store": True}\nclient.responses.create(**body)`,
  ),
  pair(
    'dictionary in steps',
    `const body = { model: 'gpt-5.5', input: 'x' };\nbody['store'] = true;\nclient.responses.create(body);`,
    `body = {"model": "gpt-5.5", "input": "x"}\nbody["store"] = True\nclient.responses.create(**body)`,
  ),
  pair(
    'update',
    `const body = { model: 'gpt-5.5', input: 'x' };\nObject.assign(body, { store: true });\nclient.responses.create(body);`,
    `body = dict(model="gpt-5.5", input="x")\nbody.update(store=True)\nclient.responses.create(**body)`,
  ),
  pair(
    'merge',
    `const base = { model: 'gpt-5.5', store: true };\nclient.responses.create({ ...base, ...{ input: 'x' } });`,
    `base = {"model": "gpt-5.5", "store": True}\nclient.responses.create(**(base | {"input": "x"}))`,
  ),
  pair(
    'deleted',
    `const body = { model: 'gpt-5.5', input: 'x', store: false };\ndelete body['store'];\nclient.responses.create(body);`,
    `body = {"model": "gpt-5.5", "input": "x", "store": False}\ndel body["store"]\nclient.responses.create(**body)`,
  ),
  pair(
    'popped',
    `const body = { model: 'gpt-5.5', input: 'x', store: false };\ndelete body['store'];\nclient.responses.create(body);`,
    `body = {"model": "gpt-5.5", "input": "x", "store": False}\nbody.pop("store")\nclient.responses.create(**body)`,
  ),
  pair(
    'function with a keyword',
    `function ask(text, store) {\n  return client.responses.create({ model: 'gpt-5.5', input: text, store });\n}\nask('x', true);`,
    `def ask(text, *, store):\n    return client.responses.create(model="gpt-5.5", input=text, store=store)\n\nask("x", store=True)`,
  ),
  pair(
    'rest of the keywords',
    `const ask = (text, more) => client.responses.create({ model: 'gpt-5.5', input: text, ...more });\nask('x', { store: true });`,
    `def ask(text, **more):\n    return client.responses.create(model="gpt-5.5", input=text, **more)\n\nask("x", store=True)`,
  ),
  pair(
    'branch',
    `let store = false;\nif (flag()) store = true;\nclient.responses.create({ model: 'gpt-5.5', input: 'x', store });`,
    `store = False\nif flag():\n    store = True\nclient.responses.create(model="gpt-5.5", input="x", store=store)`,
  ),
  pair(
    'loop',
    `for (const text of texts) client.responses.create({ model: 'gpt-5.5', input: text });`,
    `for text in texts:\n    client.responses.create(model="gpt-5.5", input=text)`,
  ),
  pair(
    'comprehension',
    `const all = texts.map((text) => client.responses.create({ model: 'gpt-5.5', input: text }));`,
    `all = [client.responses.create(model="gpt-5.5", input=text) for text in texts]`,
  ),
  pair(
    'lambda',
    `const ask = (text) => client.responses.create({ model: 'gpt-5.5', input: text });`,
    `ask = lambda text: client.responses.create(model="gpt-5.5", input=text)`,
  ),
  pair(
    'method in a variable',
    `const create = client.responses.create;\ncreate({ model: 'gpt-5.5', input: 'x' });`,
    `create = client.responses.create\ncreate(model="gpt-5.5", input="x")`,
  ),
  pair(
    'another timeout',
    `client.withOptions({ timeout: 5 }).responses.create({ model: 'gpt-5.5', input: 'x' });`,
    `client.with_options(timeout=5).responses.create(model="gpt-5.5", input="x")`,
  ),
  pair(
    'invented',
    `client.chat.completions.create({ model: 'gpt-5.5', messages: [], store: false, data_usage: 'none' });`,
    `client.chat.completions.create(model="gpt-5.5", messages=[], store=False, data_usage="none")`,
  ),
  pair(
    'invented header',
    `client.responses.create({ model: 'gpt-5.5', input: 'x', store: false }, { headers: { 'X-OpenAI-No-Store': '1' } });`,
    `client.responses.create(model="gpt-5.5", input="x", store=False, extra_headers={"X-OpenAI-No-Store": "1"})`,
  ),
  pair(
    'path of its own',
    `client.post('/files', { body: { purpose: 'assistants' } });`,
    `client.post("/files", body={"purpose": "assistants"})`,
  ),
  whole(
    'client in a field',
    `import OpenAI from 'openai';\nclass Service {\n  constructor() {\n    this.client = new OpenAI();\n  }\n  ask(text) {\n    return this.client.responses.create({ model: 'gpt-5.5', input: text });\n  }\n}`,
    `from openai import OpenAI\nclass Service:\n    def __init__(self):\n        self.client = OpenAI()\n\n    def ask(self, text):\n        return self.client.responses.create(model="gpt-5.5", input=text)`,
  ),
  whole(
    'client of a parameter with a type',
    `import OpenAI from 'openai';\nexport const ask = (client: OpenAI) => client.files.create({ file, purpose: 'assistants' });`,
    `from openai import OpenAI\ndef ask(client: OpenAI):\n    return client.files.create(file=file, purpose="assistants")`,
  ),
  whole(
    'optional type',
    `import OpenAI from 'openai';\nexport const ask = (client: OpenAI | undefined) => client!.files.create({ file, purpose: 'assistants' });`,
    `from typing import Optional\nfrom openai import OpenAI\ndef ask(client: Optional[OpenAI] = None):\n    return client.files.create(file=file, purpose="assistants")`,
  ),
  whole(
    'client of a factory',
    `import OpenAI from 'openai';\nconst make = () => new OpenAI();\nmake().files.create({ file, purpose: 'assistants' });`,
    `from functools import lru_cache\nfrom openai import OpenAI\n\n@lru_cache\ndef make():\n    return OpenAI()\n\nmake().files.create(file=file, purpose="assistants")`,
  ),
  whole(
    'lazy client',
    `import OpenAI from 'openai';\nlet client = null;\nfunction get() {\n  client ??= new OpenAI();\n  return client;\n}\nget().files.create({ file, purpose: 'assistants' });`,
    `from openai import OpenAI\n_client = None\n\ndef get():\n    global _client\n    if _client is None:\n        _client = OpenAI()\n    return _client\n\nget().files.create(file=file, purpose="assistants")`,
  ),
  whole(
    'getter',
    `import OpenAI from 'openai';\nclass S {\n  get client() {\n    return new OpenAI();\n  }\n  run() {\n    this.client.files.create({ file, purpose: 'assistants' });\n  }\n}`,
    `from openai import OpenAI\nclass S:\n    @property\n    def client(self):\n        return OpenAI()\n\n    def run(self):\n        self.client.files.create(file=file, purpose="assistants")`,
  ),
  whole(
    'inherited',
    `import OpenAI from 'openai';\nclass Base {\n  constructor() {\n    this.client = new OpenAI();\n  }\n}\nclass S extends Base {\n  run() {\n    this.client.files.create({ file, purpose: 'assistants' });\n  }\n}`,
    `from openai import OpenAI\nclass Base:\n    def __init__(self):\n        self.client = OpenAI()\n\nclass S(Base):\n    def run(self):\n        self.client.files.create(file=file, purpose="assistants")`,
  ),
  whole(
    'class attribute',
    `import OpenAI from 'openai';\nclass S {\n  static client = new OpenAI();\n  static run() {\n    this.client.files.create({ file, purpose: 'assistants' });\n  }\n}`,
    `from openai import OpenAI\nclass S:\n    client = OpenAI()\n\n    @classmethod\n    def run(cls):\n        cls.client.files.create(file=file, purpose="assistants")`,
  ),
  whole(
    'address',
    `fetch('https://api.openai.com/v1/responses', { method: 'POST', body: JSON.stringify({ model: 'gpt-5.5', input: 'x' }) });`,
    `import requests\nrequests.post("https://api.openai.com/v1/responses", json={"model": "gpt-5.5", "input": "x"})`,
  ),
  whole(
    'address in parts',
    "const base = 'https://api.openai.com/v1';\nfetch(`${base}/files`, { method: 'POST', body: form });",
    `import httpx\nbase = "https://api.openai.com/v1"\nhttpx.post(f"{base}/files", data=form)`,
  ),
  whole(
    'import inside of a function',
    `async function run() {\n  const { default: OpenAI } = await import('openai');\n  new OpenAI().files.create({ file, purpose: 'assistants' });\n}`,
    `def run():\n    from openai import OpenAI\n    OpenAI().files.create(file=file, purpose="assistants")`,
  ),
];

const traps: readonly Pair[] = [
  pair(
    'store is false',
    `client.responses.create({ model: 'gpt-5.5', input: 'x', store: false });`,
    `client.responses.create(model="gpt-5.5", input="x", store=False)`,
  ),
  pair(
    'dictionary with store',
    `const body = { model: 'gpt-5.5', input: 'x' };\nbody['store'] = false;\nclient.responses.create(body);`,
    `body = {"model": "gpt-5.5", "input": "x"}\nbody["store"] = False\nclient.responses.create(**body)`,
  ),
  pair(
    'default in a dictionary',
    `const body = { model: 'gpt-5.5', input: 'x' };\nbody['store'] ??= false;\nclient.responses.create(body);`,
    `body = {"model": "gpt-5.5", "input": "x"}\nbody.setdefault("store", False)\nclient.responses.create(**body)`,
  ),
  pair(
    'embeddings',
    `client.embeddings.create({ model: 'text-embedding-3-small', input: 'x' });`,
    `client.embeddings.create(model="text-embedding-3-small", input="x")`,
  ),
  pair(
    'by keyword',
    `const ask = (text, store) => client.responses.create({ model: 'gpt-5.5', input: text, store });\nask('x', false);`,
    `def ask(text, store):\n    return client.responses.create(model="gpt-5.5", input=text, store=store)\n\nask(store=False, text="x")`,
  ),
  pair(
    'rest of the keywords',
    `const ask = (text, more) => client.responses.create({ model: 'gpt-5.5', input: text, ...more });\nask('x', { store: false });`,
    `def ask(text, **more):\n    return client.responses.create(model="gpt-5.5", input=text, **more)\n\nask("x", store=False)`,
  ),
  pair(
    'function tool',
    `client.responses.create({ model: 'gpt-5.5', input: 'x', store: false, tools: [{ type: 'function', name: 'f' }] });`,
    `client.responses.create(model="gpt-5.5", input="x", store=False, tools=[{"type": "function", "name": "f"}])`,
  ),
  whole(
    'another host',
    `import OpenAI from 'openai';\nnew OpenAI({ baseURL: 'https://api.groq.com/openai/v1' }).chat.completions.create({ model: 'x', messages: [], store: true });`,
    `from openai import OpenAI\nOpenAI(base_url="https://api.groq.com/openai/v1").chat.completions.create(model="x", messages=[], store=True)`,
  ),
  whole(
    'another host in a dictionary',
    `import OpenAI from 'openai';\nconst options = { baseURL: 'http://localhost:11434/v1' };\nnew OpenAI(options).files.create({ file, purpose: 'assistants' });`,
    `from openai import OpenAI\noptions = {"base_url": "http://localhost:11434/v1"}\nOpenAI(**options).files.create(file=file, purpose="assistants")`,
  ),
  whole(
    'Azure',
    `import { AzureOpenAI } from 'openai';\nnew AzureOpenAI({ endpoint: 'https://x.openai.azure.com' }).responses.create({ model: 'gpt-5.5', input: 'x', store: true });`,
    `from openai import AzureOpenAI\nAzureOpenAI(azure_endpoint="https://x.openai.azure.com").responses.create(model="gpt-5.5", input="x", store=True)`,
  ),
  whole(
    'another host by a keyword of a function',
    `import OpenAI from 'openai';\nconst make = (url) => new OpenAI({ baseURL: url });\nmake('https://api.x.ai/v1').files.create({ file, purpose: 'assistants' });`,
    `from openai import OpenAI\ndef make(base_url):\n    return OpenAI(base_url=base_url)\n\nmake(base_url="https://api.x.ai/v1").files.create(file=file, purpose="assistants")`,
  ),
  whole(
    'another host in the rest of the keywords',
    `import OpenAI from 'openai';\nconst make = (options) => new OpenAI({ ...options });\nmake({ baseURL: 'https://api.x.ai/v1' }).files.create({ file, purpose: 'assistants' });`,
    `from openai import OpenAI\ndef make(**options):\n    return OpenAI(**options)\n\nmake(base_url="https://api.x.ai/v1").files.create(file=file, purpose="assistants")`,
  ),
  whole(
    'another vendor',
    `import Stripe from 'stripe';\nnew Stripe('openai').files.create({ file, purpose: 'x' });`,
    `import stripe\n# not openai\nstripe.files.create(file=file, purpose="x")`,
  ),
  whole(
    'another package with the same class',
    `import { OpenAI } from './fake';\nnew OpenAI().files.create({ file, purpose: 'assistants' });`,
    `from .fake import OpenAI\nOpenAI().files.create(file=file, purpose="assistants")`,
  ),
  whole(
    'own class',
    `class OpenAI {\n  files = { create() {} };\n}\nnew OpenAI().files.create({ purpose: 'assistants' });`,
    `class Files:\n    def create(self, **kw):\n        pass\n\nclass OpenAI:\n    def __init__(self):\n        self.files = Files()\n\nOpenAI().files.create(purpose="assistants")`,
  ),
  whole(
    'shadowed',
    `import OpenAI from 'openai';\nfunction run(OpenAI) {\n  return OpenAI.files.create({ purpose: 'assistants' });\n}`,
    `from openai import OpenAI\ndef run(OpenAI):\n    return OpenAI.files.create(purpose="assistants")`,
  ),
  whole(
    'another address',
    `fetch('https://api.example.com/v1/responses', { method: 'POST', body: JSON.stringify({ model: 'openai' }) });`,
    `import requests\nrequests.post("https://api.example.com/v1/responses", json={"model": "openai"})`,
  ),
  whole(
    'a type alone',
    `import type OpenAI from 'openai';\nexport const name = (client: OpenAI) => client.baseURL;`,
    `from openai import OpenAI\ndef name(client: OpenAI):\n    return client.base_url`,
  ),
  pair('retry of nothing', `client.models.list();`, `client.models.list()`),
  pair('in a string', `const text = 'client.files.create()';`, `text = "client.files.create()"`),
  pair('in a comment', `// client.files.create()`, `# client.files.create()`),
  pair(
    'no argument of the API',
    `client.responses.create({ model: 'gpt-5.5', input: 'x', store: false }, { timeout: 5, headers: { 'X-Trace': '1' } });`,
    `client.responses.create(model="gpt-5.5", input="x", store=False, timeout=5, extra_headers={"X-Trace": "1"})`,
  ),
  whole(
    'variable of the environment with the same name',
    `const openai = process.env['OPENAI_API_KEY'];`,
    `import os\nopenai = os.environ["OPENAI_API_KEY"]`,
  ),
];

const rulesOf = (text: string, language: 'py' | 'ts', preset: 'recommended' | 'strict') =>
  findingsIn(text, language, preset)
    .map(({ rule }) => rule)
    .sort();

describe('what is found', () => {
  it.each(found)('$name', ({ js, py }) => {
    const expected = rulesOf(js, 'ts', 'strict');
    expect(expected).not.toEqual([]);
    expect(rulesOf(py, 'py', 'strict')).toEqual(expected);
    expect(rulesOf(py, 'py', 'recommended')).toEqual(rulesOf(js, 'ts', 'recommended'));
  });
});

describe('what is none', () => {
  it.each(traps)('$name', ({ js, py }) => {
    expect(rulesOf(js, 'ts', 'recommended')).toEqual([]);
    expect(rulesOf(py, 'py', 'recommended')).toEqual([]);
    expect(rulesOf(py, 'py', 'strict')).toEqual(rulesOf(js, 'ts', 'strict'));
  });
});
