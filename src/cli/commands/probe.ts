import type { Exchange } from '../admin-api.js';
import { requestJson, type Answer } from '../http.js';

export interface ProbeOptions {
  readonly base: string;
  readonly key: string;
  readonly model: string;
  /** Milliseconds. */
  readonly timeout: number;
}

export interface ProbeResult {
  /** Whether OpenAI stored a response that asked for it; `null` where that was not found out. */
  readonly stored: boolean | null;
  readonly problem: string | null;
  readonly exchanges: readonly Exchange[];
}

/**
 * Sends one tiny response that asks for storage, and tries to read it back. Only a 404 for the id of a response that was made
 * counts as not stored: a model that does not exist answers 404, too.
 */
export async function probe({ base, key, model, timeout }: ProbeOptions): Promise<ProbeResult> {
  const exchanges: Exchange[] = [];
  const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answer> => {
    const answer = await requestJson({ url: base + path, method, key, timeout, ...(body ? { body } : {}) });
    exchanges.push({ method, path, status: answer.status, answer: null, at: new Date().toISOString() });
    return answer;
  };
  const result = (stored: boolean | null, problem: string | null = null): ProbeResult => ({
    stored,
    problem,
    exchanges,
  });

  const created = await ask('POST', '/v1/responses', {
    model,
    input: 'Say ok.',
    max_output_tokens: 16,
    store: true,
  });
  const id = created.kind === 'answer' && created.status === 200 ? idIn(created.json) : undefined;
  if (id === undefined) return result(null, `the request itself failed: ${reasonOf(created, model)}`);
  const path = `/v1/responses/${encodeURIComponent(id)}`;
  const read = await ask('GET', path);
  if (read.kind === 'answer' && read.status === 404) return result(false);
  if (read.kind === 'problem' || read.status !== 200)
    return result(null, `the response was made, but reading it back failed: ${reasonOf(read, model)}`);
  const deleted = await ask('DELETE', path);
  const isDeleted = deleted.kind === 'answer' && deleted.status === 200;
  return result(true, isDeleted ? null : reasonOf(deleted, model));
}

function idIn(json: unknown): string | undefined {
  const id = (json as { id?: unknown } | null)?.id;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function reasonOf(answer: Answer, model: string): string {
  if (answer.kind === 'problem') return answer.problem;
  switch (answer.status) {
    case 200:
      return 'the answer has no id';
    case 401:
      return 'the key is not accepted (401)';
    case 403:
      return 'the key may not do this (403)';
    case 404:
      return `there is no model ${model} for this key (404); name another with --model`;
    default:
      return `it answers ${answer.status}`;
  }
}
