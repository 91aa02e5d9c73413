import { resolvePythonModule } from './modules.js';

/** Libraries of Python that send to OpenAI and are not read (docs/python.md), by the name that is imported. */
const UNREAD: Readonly<Record<string, string>> = {
  agents: 'openai-agents',
  autogen_ext: 'AutoGen',
  crewai: 'CrewAI',
  dspy: 'DSPy',
  haystack: 'Haystack',
  instructor: 'Instructor',
  langchain_openai: 'langchain-openai',
  litellm: 'LiteLLM',
  llama_index: 'LlamaIndex',
  pydantic_ai: 'Pydantic AI',
  semantic_kernel: 'Semantic Kernel',
};

const IMPORTED = new RegExp(
  `(?:^|["\\s;])(?:from|import)\\s+(${Object.keys(UNREAD).join('|')})(?=[\\s.,;"\\\\]|$)`,
  'gm',
);

/**
 * The libraries that a file imports and that are not read in Python. A module of the project with such a name is none.
 *
 * @param text of a Python file or of a notebook
 * @param file its absolute path
 */
export function unreadLibraries(text: string, file: string): readonly string[] {
  const names = new Set([...text.matchAll(IMPORTED)].map(([, name]) => name!));
  return [...names].filter((name) => resolvePythonModule(name, file) === null).map((name) => UNREAD[name]!);
}
