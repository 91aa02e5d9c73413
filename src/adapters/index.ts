import type { Adapter } from './shared/adapter.js';
import { agents } from './agents/index.js';
import { aiSdk } from './ai-sdk/index.js';
import { azureAssistants } from './azure-assistants.js';
import { chatkit, codex } from './chatkit.js';
import { effect } from './effect.js';
import { genkit } from './genkit.js';
import { http } from './http/index.js';
import { langchain } from './langchain/index.js';
import { llamaindex } from './llamaindex.js';
import { mastra } from './mastra.js';
import { openai } from './openai/index.js';
import { tanstack } from './tanstack.js';

/** Every road to OpenAI that is known. */
export const adapters: readonly Adapter[] = [
  openai,
  aiSdk,
  langchain,
  llamaindex,
  mastra,
  tanstack,
  genkit,
  effect,
  http,
  agents,
  chatkit,
  codex,
  azureAssistants,
];
