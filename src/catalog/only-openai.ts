import { operationNamed } from './index.js';
import type { Operation } from './types.js';

/**
 * Member chains that name OpenAI by themselves. Chat completions, responses, conversations, files, batches, vector
 * stores, models, audio, images and evals are called the same in SDKs of other vendors (Groq, Together, Mistral,
 * Perplexity, Llama Stack, Anthropic), and so are agents in Anthropic's beta and fine-tuning jobs in Mistral's.
 */
const ONLY_OPENAI = [
  /^beta\.(?:assistants|chatkit|realtime|threads|vectorStores)\./,
  /^beta\.agents\.(?:automations|environments|sessions|vaults)\./,
  /^fineTuning\.(?:alpha|checkpoints|jobs\.checkpoints)\./,
  /^fineTuning\.jobs\.(?:listEvents|pause|resume)$/,
  /^realtime\.(?:calls|clientSecrets)\./,
  /^vectorStores\.(?:files|fileBatches)\.(?:createAndPoll|poll|upload|uploadAndPoll)$/,
];

/**
 * Member chains that besides OpenAI's SDK hardly anything has but SDKs that are made after it. `files.create` is one where
 * a purpose is written: Google's takes none.
 */
const FEW_OTHERS = [
  /^audio\.(?:speech|transcriptions|translations)\./,
  /^chat\.completions\./,
  /^files\.create$/,
  /^images\.(?:edit|generate)$/,
  /^responses\.(?:compact|create|parse|stream)$/,
  /^vectorStores\./,
];

/** A cheap test of a text for such a chain. */
export const MAY_NAME_OPENAI =
  /\.\s*(?:assistants|threads|chatkit|realtime|fineTuning|vectorStores|agents)\s*[!?]?\s*\./;

/** The operation whose member chain is found in no other SDK, at the end of a chain: `this.ai.beta.threads.create`. */
export function operationOnlyOpenAIHas(names: readonly string[]): Operation | undefined {
  return operationAtEnd(names, ONLY_OPENAI, 3);
}

/** The operation whose member chain few other packages have, at the end of a chain: `this.ai.responses.create`. */
export function operationFewOthersHave(names: readonly string[]): Operation | undefined {
  return operationAtEnd(names, FEW_OTHERS, 2);
}

function operationAtEnd(
  names: readonly string[],
  chains: readonly RegExp[],
  atLeast: number,
): Operation | undefined {
  for (let from = 0; from <= names.length - atLeast; from++) {
    const name = names.slice(from).join('.');
    const operation = chains.some((chain) => chain.test(name)) ? operationNamed(name) : undefined;
    if (operation) return operation;
  }
  return undefined;
}
