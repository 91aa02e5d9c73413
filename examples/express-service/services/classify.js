'use strict';

const Anthropic = require('@anthropic-ai/sdk');
const OpenAI = require('openai');

const anthropic = new Anthropic();
const groq = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1', apiKey: process.env.GROQ_API_KEY });
const openai = new OpenAI();

/** Three vendors with the same method names. Only the last is OpenAI, and it keeps nothing. */
async function classify(text) {
  const prompt = `Classify this ticket as bug, question or praise: ${text}`;
  try {
    const response = await groq.responses.create({ model: 'openai/gpt-oss-120b', input: prompt });
    return response.output_text;
  } catch {
    return process.env.FALLBACK === 'anthropic' ? withClaude(prompt) : withOpenAI(prompt);
  }
}

async function withClaude(prompt) {
  const batch = await anthropic.messages.batches.create({
    requests: [{ custom_id: 'ticket', params: { messages: [{ role: 'user', content: prompt }] } }],
  });
  return batch.id;
}

async function withOpenAI(prompt) {
  const response = await openai.responses.create({ model: 'gpt-5.6-luna', store: false, input: prompt });
  return response.output_text;
}

module.exports = { classify };
