import { Worker } from 'bullmq';
import { TranscriptAnalyst } from './jobs/analyse-transcript.js';
import { submitNightlyBatch } from './jobs/nightly-batch.js';
import { embedDocuments } from './jobs/embed-documents.js';

const analyst = new TranscriptAnalyst();

/** One queue, three kinds of job. */
export const worker = new Worker('documents', async (job) => {
  switch (job.name) {
    case 'analyse':
      return analyst.analyse(job.data.transcript, job.data.previous);
    case 'nightly':
      return submitNightlyBatch(job.data.file);
    case 'embed':
      return embedDocuments(job.data.texts);
    default:
      throw new Error(`Unknown job ${job.name}`);
  }
});
