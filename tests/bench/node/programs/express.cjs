// Express with a parameter and a JSON answer. Prints its port; ends when its input ends.
'use strict';
const express = require('express');

const app = express();
app.get('/user/:name', (request, response) => response.json({ name: request.params.name }));
const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit()).resume();
