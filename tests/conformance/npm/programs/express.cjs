// A server with a router, a JSON body, a parameter, a static file and an error handler, asked over loopback.
'use strict';
const assert = require('node:assert');
const http = require('node:http');
const express = require('express');

const app = express();
app.use(express.json());
app.use('/static', express.static(__dirname));
const router = express.Router();
router.get('/:name', (request, response) => response.json({ name: request.params.name, query: request.query }));
router.post('/', (request, response) => response.status(201).send(request.body));
router.get('/error/now', () => {
  throw new Error('broken on purpose');
});
app.use('/people', router);
app.use((error, request, response, next) => response.status(500).send(error.message));

const ask = (port, path, options = {}) =>
  new Promise((resolve, reject) => {
    const request = http.request({ port, path, agent: false, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode, text, headers: response.headers }));
    });
    request.on('error', reject).end(options.body);
  });

const server = app.listen(0, async () => {
  const { port } = server.address();
  const person = await ask(port, '/people/ada?x=1&x=2');
  assert.deepStrictEqual(JSON.parse(person.text), { name: 'ada', query: { x: ['1', '2'] } });
  assert.match(person.headers.etag, /^W\//);
  const body = JSON.stringify({ hello: 'wörld' });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const posted = await ask(port, '/people', { method: 'POST', headers, body });
  assert.deepStrictEqual([posted.status, posted.text], [201, body]);
  assert.deepStrictEqual((await ask(port, '/people/error/now')).text, 'broken on purpose');
  assert.match((await ask(port, '/static/express.cjs')).text, /router/);
  assert.strictEqual((await ask(port, '/nowhere')).status, 404);
  server.close();
});
