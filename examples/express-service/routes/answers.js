'use strict';

const express = require('express');
const OpenAI = require('openai');

const router = express.Router();

const openai = new OpenAI({
  apiKey: process.env.OPENAI_API_KEY,
  defaultHeaders: {
    'X-OpenAI-No-Store': 'true',
    'OpenAI-Project': process.env.OPENAI_PROJECT,
  },
});

const defaults = { model: 'gpt-5.6', temperature: 0.2, store: true };

router.post('/', async (req, res) => {
  const response = await openai.responses.create({ ...defaults, input: req.body.question });
  res.set('X-Request-Id', response._request_id);
  res.json({ answer: response.output_text });
});

// The spread says `store: true`, the last word has `store: false`.
router.post('/private', async (req, res) => {
  const response = await openai.responses.create({ ...defaults, input: req.body.question, store: false });
  res.json({ answer: response.output_text });
});

router.get('/:id', async (req, res) => {
  const response = await openai.responses.retrieve(req.params.id);
  res.json({ answer: response.output_text });
});

module.exports = router;
