'use strict';

const OpenAI = require('openai');

class TicketAssistant {
  #client = new OpenAI();

  /** Written against the Assistants API, with a thread that is thrown away "so that nothing is retained". */
  async draft(text) {
    const thread = await this.#client.beta.threads.create({
      messages: [{ role: 'user', content: text }],
      metadata: { zero_retention: 'true' },
    });
    const run = await this.#client.beta.threads.runs.createAndPoll(thread.id, {
      assistant_id: process.env.ASSISTANT_ID,
    });
    const { data } = await this.#client.beta.threads.messages.list(thread.id, { run_id: run.id });
    await this.#client.beta.threads.delete(thread.id);
    return data[0].content;
  }
}

module.exports = { TicketAssistant };
