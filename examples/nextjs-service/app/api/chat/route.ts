import OpenAI from 'openai';
import { NextResponse } from 'next/server';
import type { ChatMessage } from '@/components/chat';

const openai = new OpenAI();

export const runtime = 'nodejs';

export async function POST(request: Request) {
  const { messages } = (await request.json()) as { messages: ChatMessage[] };

  const stream = await openai.responses.create({
    model: 'gpt-5.6',
    instructions: 'You answer questions about invoices. Be brief.',
    input: messages.map(({ role, content }) => ({ role, content })),
    stream: true,
  });

  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for await (const event of stream) {
        if (event.type === 'response.output_text.delta') controller.enqueue(encoder.encode(event.delta));
      }
      controller.close();
    },
  });
  return new NextResponse(body, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
