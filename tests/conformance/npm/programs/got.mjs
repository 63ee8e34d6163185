// JSON, retries after 503, redirects, hooks, streams, errors.
import assert from 'node:assert';
import { once } from 'node:events';
import http from 'node:http';
import got from 'got';

let failures = 2;
const server = http.createServer((request, response) => {
  if (request.url === '/moved') return response.writeHead(302, { location: '/here' }).end();
  if (request.url === '/flaky' && failures-- > 0) return response.writeHead(503).end();
  if (request.url === '/bad') return response.writeHead(400).end('bad');
  request.pipe(response.writeHead(200, { 'content-type': 'application/json', 'x-url': request.url }));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const client = got.extend({
  prefixUrl: `http://127.0.0.1:${server.address().port}`,
  retry: { limit: 2, calculateDelay: ({ computedValue }) => computedValue && 5 },
});
assert.deepStrictEqual(await client.post('echo', { json: { a: 'ü' } }).json(), { a: 'ü' });
const moved = await client('moved');
assert.strictEqual(moved.headers['x-url'], '/here');
assert.strictEqual((await client('flaky')).statusCode, 200);
await assert.rejects(client('bad'), { code: 'ERR_NON_2XX_3XX_RESPONSE' });
const stream = client.stream.post('echo');
stream.end('streamed');
let text = '';
for await (const part of stream) text += part;
assert.strictEqual(text, 'streamed');
server.close();
server.closeAllConnections();
