'use strict';

const express = require('express');
const { TicketAssistant } = require('../services/assistant');
const { classify } = require('../services/classify');

const router = express.Router();
const assistant = new TicketAssistant();

router.post('/', async (req, res) => {
  const label = await classify(req.body.text);
  res.json({ label, draft: await assistant.draft(req.body.text) });
});

module.exports = router;
