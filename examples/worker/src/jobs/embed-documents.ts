import { AzureOpenAI, OpenAI } from 'openai';

const openai = new OpenAI();

/** Embeddings keep nothing under ZDR: the index lives in the service's own database. */
export async function embedDocuments(texts: string[]): Promise<number[][]> {
  const { data } = await openai.embeddings.create({ model: 'text-embedding-3-large', input: texts });
  return data.map(({ embedding }) => embedding);
}

/** Azure has its own terms; it is left alone unless the settings name it under `clouds`. */
export async function embedInEurope(texts: string[]): Promise<number[][]> {
  const azure = new AzureOpenAI({ endpoint: process.env.AZURE_OPENAI_ENDPOINT!, apiVersion: '2026-05-01' });
  const { data } = await azure.embeddings.create({ model: 'text-embedding-3-large', input: texts });
  return data.map(({ embedding }) => embedding);
}
