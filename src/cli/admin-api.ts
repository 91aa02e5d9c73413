/**
 * The part of OpenAI's Admin API that says which data retention control is on. Only ever reads.
 * (`openai@7.57.0`, resources/admin/organization: data-retention, projects, projects/data-retention)
 */
import type { Control } from '../policy/index.js';
import { requestJson, type Answer } from './http.js';

export interface AdminApi {
  /** `https://api.openai.com`, without a path. */
  readonly base: string;
  readonly key: string;
  /** Milliseconds. */
  readonly timeout: number;
}

export interface Project {
  readonly id: string;
  readonly name: string | null;
}

/** What was asked and what came back, without the key. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  /** The part of the answer that says something of retention. */
  readonly answer: unknown;
  /** ISO 8601. */
  readonly at: string;
}

export type Found<T> = { readonly value: T } | { readonly problem: string };

/** Projects asked for at once. */
const PAGE = 100;
/** Pages that are read; a server that never ends is no organization. */
const MAX_PAGES = 200;

/** What a type of the Admin API means; other values are not known. */
const CONTROLS: Readonly<Record<string, Control>> = {
  zero_data_retention: 'zdr',
  enhanced_zero_data_retention: 'zdr',
  modified_abuse_monitoring: 'mam',
  enhanced_modified_abuse_monitoring: 'mam',
  none: 'none',
};

/** The control that a type stands for; `null` for one that is not known. */
export function controlOf(type: string): Control | null {
  return Object.hasOwn(CONTROLS, type) ? CONTROLS[type]! : null;
}

/** Asks the Admin API, and remembers what was asked. */
export class AdminReader {
  readonly exchanges: Exchange[] = [];

  constructor(private readonly api: AdminApi) {}

  organizationRetention(): Promise<Found<string>> {
    return this.#retention('/v1/organization/data_retention');
  }

  projectRetention(id: string): Promise<Found<string>> {
    return this.#retention(`/v1/organization/projects/${encodeURIComponent(id)}/data_retention`);
  }

  /** The active projects of the organization. */
  async projects(): Promise<Found<readonly Project[]>> {
    const found: Project[] = [];
    let after = '';
    for (let page = 0; page < MAX_PAGES; page++) {
      const path = `/v1/organization/projects?limit=${PAGE}${after}`;
      const answer = await this.#ask(path);
      const json = answer.kind === 'answer' && answer.status === 200 ? recordOf(answer.json) : null;
      const data = json?.['data'];
      if (!json || !Array.isArray(data)) return { problem: problemIn(answer, path) };
      for (const project of data.map(recordOf)) {
        const { id, name } = project ?? {};
        if (typeof id !== 'string') return { problem: `${path} lists a project without an id` };
        found.push({ id, name: typeof name === 'string' ? name : null });
      }
      this.#note(path, answer, { projects: data.length });
      // A project that is not listed is not verified: the list counts only where it surely ends.
      if (json['has_more'] === false) return { value: found };
      const last = json['last_id'] ?? found.at(-1)?.id;
      const isNext = json['has_more'] === true && data.length > 0 && typeof last === 'string';
      if (!isNext) return { problem: `${path} does not say whether there are more projects, or which` };
      after = `&after=${encodeURIComponent(last)}`;
    }
    return { problem: `the organization has more than ${PAGE * MAX_PAGES} projects` };
  }

  async #retention(path: string): Promise<Found<string>> {
    const answer = await this.#ask(path);
    const type =
      answer.kind === 'answer' && answer.status === 200 ? recordOf(answer.json)?.['type'] : undefined;
    if (typeof type !== 'string') {
      this.#note(path, answer, null);
      return { problem: problemIn(answer, path) };
    }
    this.#note(path, answer, { type });
    return { value: type };
  }

  #ask(path: string): Promise<Answer> {
    return requestJson({ url: this.api.base + path, key: this.api.key, timeout: this.api.timeout });
  }

  #note(path: string, { status }: Answer, answer: unknown): void {
    this.exchanges.push({ method: 'GET', path, status, answer, at: new Date().toISOString() });
  }
}

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

/** Why an answer says nothing of retention. The words of the server are left out: some repeat a part of the key. */
function problemIn(answer: Answer, path: string): string {
  if (answer.kind === 'problem') return answer.problem;
  switch (answer.status) {
    case 200:
      return `the answer to ${path} has another form than the Admin API's`;
    case 401:
      return 'the key is not accepted (401): OPENAI_ADMIN_KEY has to be an Admin API key of the organization';
    case 403:
      return 'the key may not read this (403): it has to be an Admin API key, which an owner of the organization makes';
    case 404:
      return `${path} does not exist for this key (404): is the project one of this organization?`;
    default:
      return `${path} answers ${answer.status}`;
  }
}
