// JSON both ways, query, interceptor, error status, time limit, cancellation.
'use strict';
const assert = require('node:assert');
const http = require('node:http');
const axios = require('axios');

const server = http.createServer((request, response) => {
  if (request.url === '/slow') return;
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
    response.writeHead(request.url === '/missing' ? 404 : 200, { 'content-type': 'application/json' });
    const body = Buffer.concat(chunks).toString();
    response.end(JSON.stringify({ url: request.url, body, token: request.headers.token }));
  });
});
server.listen(0, async () => {
  const client = axios.create({ baseURL: `http://127.0.0.1:${server.address().port}` });
  client.interceptors.request.use((config) => {
    config.headers.token = 'abc';
    return config;
  });
  const { data, status } = await client.post('/things', { a: [1, 'ü'] }, { params: { q: 'x y' } });
  assert.strictEqual(status, 200);
  assert.deepStrictEqual(data, { url: '/things?q=x+y', body: '{"a":[1,"ü"]}', token: 'abc' });
  await assert.rejects(client.get('/missing'), (error) => error.response.status === 404);
  await assert.rejects(client.get('/slow', { timeout: 50 }), { code: 'ECONNABORTED' });
  const control = new AbortController();
  const canceled = assert.rejects(client.get('/slow', { signal: control.signal }), { code: 'ERR_CANCELED' });
  control.abort();
  await canceled;
  server.close();
  server.closeAllConnections();
});
