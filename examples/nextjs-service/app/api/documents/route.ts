import { createClient } from '@supabase/supabase-js';
import { NextResponse } from 'next/server';
import OpenAI, { toFile } from 'openai';

const openai = new OpenAI();
const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_ANON_KEY!);

export async function POST(request: Request) {
  const form = await request.formData();
  const pdf = form.get('file') as File;

  // Own storage: `upload` of another package is nobody's business here.
  await supabase.storage.from('documents').upload(`inbox/${pdf.name}`, pdf);

  const uploaded = await openai.files.create({ file: await toFile(pdf), purpose: 'user_data' });
  const store = await openai.vectorStores.create({ name: `case ${form.get('case')}` });
  await openai.vectorStores.files.createAndPoll(store.id, { file_id: uploaded.id });

  return NextResponse.json({ vectorStore: store.id });
}

/** The same without a trace: the file goes inline, and the answer is not stored. */
export async function PUT(request: Request) {
  const pdf = (await request.formData()).get('file') as File;
  const data = Buffer.from(await pdf.arrayBuffer()).toString('base64');

  const response = await openai.responses.create({
    model: 'gpt-5.6',
    store: false,
    input: [
      {
        role: 'user',
        content: [
          { type: 'input_file', filename: pdf.name, file_data: `data:application/pdf;base64,${data}` },
          { type: 'input_text', text: 'List the parties and the dates.' },
        ],
      },
    ],
  });
  return NextResponse.json({ facts: response.output_text });
}

export async function DELETE(request: Request) {
  const { id } = await request.json();
  // Deleting is the remedy, so it is never reported.
  await openai.vectorStores.delete(id);
  return new NextResponse(null, { status: 204 });
}
