// request, stream and a pool with pipelining.
'use strict';
const assert = require('node:assert');
const http = require('node:http');
const { request, fetch, Pool } = require('undici');

const server = http.createServer((incoming, response) => {
  response.setHeader('x-method', incoming.method);
  incoming.pipe(response);
});
server.listen(0, async () => {
  const base = `http://127.0.0.1:${server.address().port}`;
  const answer = await request(base, { method: 'PUT', body: '{"a":1}' });
  assert.strictEqual(answer.headers['x-method'], 'PUT');
  assert.deepStrictEqual(await answer.body.json(), { a: 1 });
  const fetched = await fetch(base, { method: 'POST', body: new Uint8Array([104, 105]) });
  assert.strictEqual(await fetched.text(), 'hi');
  const pool = new Pool(base, { connections: 2, pipelining: 4 });
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      pool.request({ path: '/', method: 'POST', body: `${index}` }).then(({ body }) => body.text()),
    ),
  );
  assert.deepStrictEqual(all, Array.from({ length: 20 }, (_, index) => `${index}`));
  await pool.close();
  server.close();
  server.closeAllConnections();
});
