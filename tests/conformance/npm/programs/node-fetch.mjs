// Text, JSON, form, gzip, redirect, abort.
import assert from 'node:assert';
import { once } from 'node:events';
import http from 'node:http';
import { gzipSync } from 'node:zlib';
import fetch, { FormData, Headers } from 'node-fetch';

const server = http.createServer((request, response) => {
  if (request.url === '/gzip') return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('zipped'));
  if (request.url === '/moved') return response.writeHead(301, { location: '/gzip' }).end();
  if (request.url === '/slow') return;
  request.pipe(response.writeHead(200, { type: request.headers['content-type'] ?? 'none' }));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const base = `http://127.0.0.1:${server.address().port}`;
assert.strictEqual(await (await fetch(`${base}/gzip`)).text(), 'zipped');
const moved = await fetch(`${base}/moved`);
assert.deepStrictEqual([moved.redirected, moved.url], [true, `${base}/gzip`]);
const form = new FormData();
form.set('field', 'wert');
const posted = await fetch(base, { method: 'POST', body: form, headers: new Headers({ a: 'b' }) });
assert.match(posted.headers.get('type'), /^multipart\/form-data/);
assert.match(await posted.text(), /name="field"\r\n\r\nwert/);
await assert.rejects(fetch(`${base}/slow`, { signal: AbortSignal.timeout(30) }), { name: 'AbortError' });
server.close();
server.closeAllConnections();
