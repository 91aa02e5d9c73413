import { NextResponse } from 'next/server';
import { openai, openRouter } from '@/lib/openai';

/** The client comes from another module. */
export async function POST(request: Request) {
  const { question, cheap } = await request.json();

  if (cheap) {
    const completion = await openRouter.chat.completions.create({
      model: 'meta-llama/llama-4-maverick',
      messages: [{ role: 'user', content: question }],
      // Real at OpenRouter.
      provider: { data_collection: 'deny', zdr: true },
    } as Parameters<typeof openRouter.chat.completions.create>[0]);
    return NextResponse.json(completion);
  }

  const response = await openai.responses.create({
    model: 'gpt-5.6',
    store: false,
    input: question,
  });
  return NextResponse.json({ answer: response.output_text });
}

/** The `store: false` of the shared client does nothing here: this answer is stored. */
export async function PATCH(request: Request) {
  const { ticket } = await request.json();
  const response = await openai.responses.create({
    model: 'gpt-5.6-luna',
    input: `Give this ticket a title: ${ticket}`,
  });
  return NextResponse.json({ title: response.output_text });
}
