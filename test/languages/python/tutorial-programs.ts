/** The two programs of the tutorial, as they are printed there: the second has lost its indentation. */
export const FIRST = `import os
from openai import OpenAI
client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])
response = client.chat.completions.create(
model="gpt-4o",
messages=[{"role": "user", "content": "Hello, ensure zero data retention."}],
data_usage="none"
)
print(response.choices[0].message.content)`;

export const SECOND = `import os
import asyncio
from openai import OpenAI
client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])
async def main():
response = await client.chat.completions.create(
model="gpt-4o-mini",
messages=[{"role": "user", "content": "Test zero data retention async."}],
data_usage="none"
)
print(response.choices[0].message.content)
asyncio.run(main())`;

/** The second with its indentation. */
export const INDENTED = SECOND.split('\n')
  .map((line, at) => (at > 4 && at < 11 ? `    ${line}` : line))
  .join('\n');
