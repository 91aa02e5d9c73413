'use strict';

const express = require('express');
const Stripe = require('stripe');

const router = express.Router();
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY);

// Stripe has `files.create` too. Receipts for openai credits are still no upload to OpenAI.
router.post('/evidence', async (req, res) => {
  const file = await stripe.files.create({
    purpose: 'dispute_evidence',
    file: { data: req.body.data, name: 'evidence.pdf', type: 'application/pdf' },
  });
  res.json({ id: file.id });
});

module.exports = router;
