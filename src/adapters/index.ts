import type { Adapter } from './adapter.js';
import { aiSdk } from './ai-sdk/index.js';
import { http } from './http/index.js';
import { mastra } from './mastra.js';
import { openai } from './openai/index.js';

/** Every road to OpenAI that is known. */
export const adapters: readonly Adapter[] = [openai, aiSdk, mastra, http];
