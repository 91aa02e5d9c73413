import OpenAI from 'openai';

interface Analysis {
  readonly topics: string[];
  readonly summary: string;
}

export class TranscriptAnalyst {
  private readonly client = new OpenAI({ timeout: 120_000 });

  async analyse(transcript: string, isPilot: boolean): Promise<Analysis> {
    const params: OpenAI.Responses.ResponseCreateParamsNonStreaming = {
      model: 'gpt-5.6',
      instructions: 'Find the topics of the call and summarize it.',
      input: transcript,
    };
    if (isPilot) params.model = 'gpt-5.6-luna';
    const response = await this.client.responses.create(params);
    return JSON.parse(response.output_text) as Analysis;
  }

  /** The switch is real, but it stands among the request options, which are never sent. */
  async title(transcript: string): Promise<string> {
    const response = await this.client.responses.create(
      { model: 'gpt-5.6-luna', input: `Give this call a title: ${transcript}` },
      { store: false } as OpenAI.RequestOptions,
    );
    return response.output_text;
  }

  /** Stored on purpose, for distillation. */
  async example(transcript: string): Promise<string | null> {
    const completion = await this.client.chat.completions.create({
      model: 'gpt-5.6',
      messages: [{ role: 'user', content: transcript }],
      store: true,
      metadata: { job: 'transcript' },
    });
    return completion.choices[0]!.message.content;
  }

  async discard(responseId: string): Promise<void> {
    await this.client.responses.delete(responseId);
  }
}
