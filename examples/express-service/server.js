'use strict';

const express = require('express');
const answers = require('./routes/answers');
const checkout = require('./routes/checkout');
const tickets = require('./routes/tickets');

const app = express();
app.use(express.json());
app.use('/answers', answers);
app.use('/checkout', checkout);
app.use('/tickets', tickets);

app.listen(process.env.PORT || 3000);
