const chat = { model: 'm', messages: [{ role: 'user', content: 'hi' }] };
const tool = { name: 'f', parameters: {}, function: () => 'x', parse: JSON.parse, description: 'd' };
const run = { thread_id: 'id-thread', assistant_id: 'a', tool_outputs: [] };
const store = { vector_store_id: 'id-store' };
const file = new File(['text'], 'file.txt');

/**
 * Operations that reach the API through others, with a body that makes each of them do all that it can do.
 */
export const HELPER_BODIES: Readonly<Record<string, object>> = {
  'beta.agents.environments.files.prepare': { '/workspace/file.txt': file },
  'beta.agents.environments.files.upload': { path: '/workspace/file.txt', file },
  'beta.agents.sessions.stream': { input: 'hi' },
  'beta.chat.completions.parse': chat,
  'beta.chat.completions.runFunctions': { ...chat, functions: [tool] },
  'beta.chat.completions.runTools': { ...chat, tools: [{ type: 'function', function: tool }] },
  'beta.chat.completions.stream': chat,
  'beta.threads.createAndRunPoll': run,
  'beta.threads.createAndRunStream': run,
  'beta.threads.runs.createAndPoll': run,
  'beta.threads.runs.createAndStream': run,
  'beta.threads.runs.poll': run,
  'beta.threads.runs.stream': run,
  'beta.threads.runs.submitToolOutputsAndPoll': run,
  'beta.threads.runs.submitToolOutputsStream': run,
  'beta.vectorStores.fileBatches.createAndPoll': { file_ids: ['f'] },
  'beta.vectorStores.fileBatches.poll': store,
  'beta.vectorStores.fileBatches.uploadAndPoll': { files: [file] },
  'beta.vectorStores.files.createAndPoll': { file_id: 'f' },
  'beta.vectorStores.files.poll': store,
  'beta.vectorStores.files.upload': {},
  'beta.vectorStores.files.uploadAndPoll': {},
  'chat.completions.parse': chat,
  'chat.completions.runTools': { ...chat, tools: [{ type: 'function', function: tool }] },
  'chat.completions.stream': chat,
  'files.waitForProcessing': {},
  'responses.parse': { model: 'm', input: 'hi' },
  'responses.stream': { model: 'm', input: 'hi' },
  'vectorStores.fileBatches.createAndPoll': { file_ids: ['f'] },
  'vectorStores.fileBatches.poll': store,
  'vectorStores.fileBatches.uploadAndPoll': { files: [file] },
  'vectorStores.files.createAndPoll': { file_id: 'f' },
  'vectorStores.files.poll': store,
  'vectorStores.files.upload': {},
  'vectorStores.files.uploadAndPoll': {},
};
