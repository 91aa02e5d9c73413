'use client';

import { useState } from 'react';

export interface ChatMessage {
  role: 'user' | 'assistant';
  content: string;
}

/** Never talks to OpenAI itself; the word openai alone makes nothing suspicious. */
export function Chat() {
  const [messages, setMessages] = useState<ChatMessage[]>([]);
  const [draft, setDraft] = useState('');

  async function send() {
    const next: ChatMessage[] = [...messages, { role: 'user', content: draft }];
    setMessages(next);
    setDraft('');
    const answer = await fetch('/api/chat', { method: 'POST', body: JSON.stringify({ messages: next }) });
    setMessages([...next, { role: 'assistant', content: await answer.text() }]);
  }

  return (
    <form action={send}>
      {messages.map((message, index) => (
        <p key={index} data-role={message.role}>
          {message.content}
        </p>
      ))}
      <input value={draft} onChange={(event) => setDraft(event.target.value)} />
      <button type="submit">Ask</button>
    </form>
  );
}
