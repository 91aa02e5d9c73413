import { describe, expect, it } from 'vitest';
import { findingsIn, fixed, markedIn } from './helpers.js';

const START = `from openai import OpenAI\nclient = OpenAI()\n`;

/** What fixes make of a program that begins with the client. */
const after = (text: string) => fixed(START + text).slice(START.length);

describe('fixes', () => {
  it.each([
    [
      'an argument is added',
      `client.responses.create(model="gpt-5.5", input="x")`,
      `client.responses.create(model="gpt-5.5", input="x", store=False)`,
    ],
    [
      'on a line of its own',
      `client.responses.create(\n    model="gpt-5.5",\n    input="x",\n)`,
      `client.responses.create(\n    model="gpt-5.5",\n    input="x",\n    store=False,\n)`,
    ],
    [
      'behind a comment',
      `client.responses.create(\n    model="gpt-5.5",\n    input="x",  # the question\n)`,
      `client.responses.create(\n    model="gpt-5.5",\n    input="x",  # the question\n    store=False,\n)`,
    ],
    [
      'beside a dictionary',
      `body = {"model": "gpt-5.5", "input": "x"}\nclient.responses.create(**body)`,
      `body = {"model": "gpt-5.5", "input": "x"}\nclient.responses.create(**body, store=False)`,
    ],
    [
      'a value',
      `client.responses.create(model="gpt-5.5", input="x", store=True)`,
      `client.responses.create(model="gpt-5.5", input="x", store=False)`,
    ],
    [
      'a value in a dictionary',
      `client.responses.create(**{"model": "gpt-5.5", "input": "x", "store": True})`,
      `client.responses.create(**{"model": "gpt-5.5", "input": "x", "store": False})`,
    ],
    [
      'the last argument is taken out with its comma',
      `client.chat.completions.create(model="gpt-5.5", messages=[], store=False, data_usage="none")`,
      `client.chat.completions.create(model="gpt-5.5", messages=[], store=False)`,
    ],
    [
      'the first one, too',
      `client.chat.completions.create(data_usage="none", model="gpt-5.5", messages=[], store=False)`,
      `client.chat.completions.create(model="gpt-5.5", messages=[], store=False)`,
    ],
    [
      'and a line',
      `client.chat.completions.create(\n    model="gpt-5.5",\n    messages=[],\n    store=False,\n    data_usage="none",\n)`,
      `client.chat.completions.create(\n    model="gpt-5.5",\n    messages=[],\n    store=False,\n)`,
    ],
    [
      'a header alone',
      `client.responses.create(model="gpt-5.5", input="x", store=False, extra_headers={"X-OpenAI-No-Store": "1", "X-Trace": "1"})`,
      `client.responses.create(model="gpt-5.5", input="x", store=False, extra_headers={"X-Trace": "1"})`,
    ],
    [
      'the body of a request',
      `import requests\nrequests.post("https://api.openai.com/v1/responses", json={"model": "gpt-5.5", "input": "x"})`,
      `import requests\nrequests.post("https://api.openai.com/v1/responses", json={"model": "gpt-5.5", "input": "x", "store": False})`,
    ],
    [
      'the headers of a request',
      `import requests\nrequests.post("https://api.openai.com/v1/responses", json={"model": "gpt-5.5", "store": False}, headers={"X-OpenAI-No-Store": "1"})`,
      `import requests\nrequests.post("https://api.openai.com/v1/responses", json={"model": "gpt-5.5", "store": False})`,
    ],
  ])('%s', (_name, before, expected) => {
    const made = after(before);
    expect(made).toBe(expected);
    expect(findingsIn(START + made)).toEqual([]);
  });
});

describe('messages', () => {
  it('spell code as Python does', () => {
    const [left, written] = [
      findingsIn(`${START}client.responses.create(model="gpt-5.5", input="x")`),
      findingsIn(`${START}client.responses.create(model="gpt-5.5", input="x", store=True)`),
    ];
    expect(left?.[0]?.message).toContain('Add store=False.');
    expect(written?.[0]?.message).toContain('Write store=False.');
    for (const { message } of [...left!, ...written!]) expect(message).not.toMatch(/store: (?:true|false)/);
  });

  it('name methods as Python does', () => {
    const [found] = findingsIn(`${START}client.vector_stores.search("v", query="x", sources=[])`).filter(
      ({ rule }) => rule === 'no-invented-parameters',
    );
    expect(found?.message).toContain('`vector_stores.search`');
  });
});

describe('places', () => {
  it('are those of the text', () => {
    const text = `from openai import AsyncOpenAI


async def main(client: AsyncOpenAI):
    await client.responses.create(model="gpt-5.5", input="x")  #=> require-store-false
    await client.responses.create(
        model="gpt-5.5",
        input="x",
        store=True,  #=> no-store
    )
    async with client.responses.with_streaming_response.create(model="gpt-5.5", input="x") as r:  #=> require-store-false
        pass
`;
    expect(findingsIn(text).map(({ line, rule }) => `${line} ${rule}`)).toEqual(markedIn(text));
    expect(findingsIn(text)[0]).toMatchObject({ line: 5, column: 28 });
  });
});

describe('comments', () => {
  it.each([
    ['# eslint-disable-next-line openai-zdr/require-store-false -- approved', ''],
    ['# eslint-disable-next-line', ''],
    ['', '  # eslint-disable-line openai-zdr/require-store-false'],
    ['# eslint-disable', ''],
  ])('%s%s', (above, behind) => {
    expect(
      findingsIn(`${START}${above}\nclient.responses.create(model="gpt-5.5", input="x")${behind}`),
    ).toEqual([]);
  });

  it('that say something else switch nothing off', () => {
    const text = `${START}# eslint-disable-next-line other/rule\nclient.responses.create(model="gpt-5.5", input="x")`;
    expect(findingsIn(text).map(({ rule }) => rule)).toContain('require-store-false');
  });
});
