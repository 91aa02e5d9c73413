import OpenAI from 'openai';

// Meant to keep everything out of storage. The client has no such option and ignores it.
export const openai = new OpenAI({
  apiKey: process.env.OPENAI_API_KEY,
  maxRetries: 3,
  store: false,
} as ConstructorParameters<typeof OpenAI>[0]);

/** Open models through a gateway: another host, other terms, nothing for this plugin to judge. */
export const openRouter = new OpenAI({
  baseURL: 'https://openrouter.ai/api/v1',
  apiKey: process.env.OPENROUTER_API_KEY,
  defaultHeaders: { 'X-Title': 'Support desk' },
});
