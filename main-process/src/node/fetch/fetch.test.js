'use strict';

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const zlib = require('node:zlib');
const test = require('kaon:test');

async function serve(handler) {
  const server = http.createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { base: `http://127.0.0.1:${server.address().port}`, stop };
}

const echo = (request, response) => {
  response.setHeader('x-method', request.method);
  response.setHeader('x-headers', JSON.stringify(request.headers));
  request.pipe(response);
};

/** That it is fetch that failed, and why. */
const because = (cause) => (error) => {
  assert.deepStrictEqual([error.name, error.message], ['TypeError', 'fetch failed']);
  assert.strictEqual(error.cause.code ?? error.cause.message, cause);
  return true;
};

test('a body goes there and comes back', async () => {
  const { base, stop } = await serve(echo);
  const bodies = ['grüße', new Uint8Array([0xc3, 0xbc]), new Blob(['bl', 'ob']), new URLSearchParams({ a: 'b c' })];
  const texts = [];
  for (const body of bodies) texts.push(await (await fetch(base, { method: 'POST', body })).text());
  assert.deepStrictEqual(texts, ['grüße', 'ü', 'blob', 'a=b+c']);
  stop();
});

test('the headers are those of Node’s fetch', async () => {
  const { base, stop } = await serve(echo);
  const response = await fetch(base, { method: 'POST', body: 'x', headers: { 'X-Own': 'yes' } });
  const { host, connection, ...headers } = JSON.parse(response.headers.get('x-headers'));
  assert.deepStrictEqual(headers, {
    'x-own': 'yes', 'content-type': 'text/plain;charset=UTF-8', accept: '*/*', 'accept-language': '*', 'sec-fetch-mode': 'cors',
    'user-agent': 'node', 'accept-encoding': 'gzip, deflate', 'content-length': '1',
  });
  assert.deepStrictEqual([response.status, response.ok, response.url, response.type], [200, true, `${base}/`, 'basic']);
  await response.text();
  stop();
});

test('a stream is sent as it comes', async () => {
  const { base, stop } = await serve(echo);
  const body = ReadableStream.from([new Uint8Array([104]), new Uint8Array([105])]);
  const response = await fetch(base, { method: 'PUT', body, duplex: 'half' });
  assert.strictEqual(JSON.parse(response.headers.get('x-headers'))['transfer-encoding'], 'chunked');
  assert.strictEqual(await response.text(), 'hi');
  stop();
});

test('a form comes back as a form', async () => {
  const { base, stop } = await serve((request, response) => {
    response.setHeader('content-type', request.headers['content-type']);
    request.pipe(response);
  });
  const form = new FormData();
  form.append('name', 'wert');
  form.append('file', new File(['text'], 'a "b".txt', { type: 'text/x' }));
  const back = await (await fetch(base, { method: 'POST', body: form })).formData();
  assert.strictEqual(back.get('name'), 'wert');
  assert.deepStrictEqual([back.get('file').name, back.get('file').type, await back.get('file').text()], ['a "b".txt', 'text/x', 'text']);
  stop();
});

test('every encoding is undone, also one in another', async () => {
  const codings = {
    gzip: zlib.gzipSync, deflate: zlib.deflateSync, br: zlib.brotliCompressSync, zstd: zlib.zstdCompressSync,
    'gzip, br': (bytes) => zlib.brotliCompressSync(zlib.gzipSync(bytes)),
  };
  const { base, stop } = await serve((request, response) => {
    const name = decodeURIComponent(request.url.slice(1));
    response.writeHead(200, { 'content-encoding': name }).end(codings[name](Buffer.from('packed '.repeat(1000))));
  });
  for (const name of Object.keys(codings)) {
    const response = await fetch(`${base}/${encodeURIComponent(name)}`);
    assert.strictEqual(await response.text(), 'packed '.repeat(1000), name);
  }
  stop();
});

test('the body is a stream of bytes, and can be left', async () => {
  let closed;
  const { base, stop } = await serve((request, response) => {
    response.write('first');
    closed = once(response, 'close');
  });
  const response = await fetch(base);
  const reader = response.body.getReader({ mode: 'byob' });
  const { value } = await reader.read(new Uint8Array(2));
  assert.strictEqual(Buffer.from(value).toString(), 'fi');
  assert.strictEqual(response.bodyUsed, true);
  await reader.cancel();
  await closed;
  stop();
});

test('redirects are followed as the method demands', async () => {
  const { base, stop } = await serve((request, response) => {
    const [, status, left] = request.url.split('/');
    if (Number(left) > 0) response.writeHead(Number(status), { location: `/${status}/${left - 1}#there` }).end();
    else echo(request, response);
  });
  const ask = async (status, method) => {
    const response = await fetch(`${base}/${status}/2`, { method, body: 'x' });
    return [response.headers.get('x-method'), await response.text(), response.redirected, response.url];
  };
  assert.deepStrictEqual(await ask(302, 'POST'), ['GET', '', true, `${base}/302/0`]);
  assert.deepStrictEqual(await ask(303, 'PUT'), ['GET', '', true, `${base}/303/0`]);
  assert.deepStrictEqual(await ask(307, 'POST'), ['POST', 'x', true, `${base}/307/0`]);
  const manual = await fetch(`${base}/302/1`, { redirect: 'manual' });
  assert.deepStrictEqual([manual.status, manual.headers.get('location')], [302, '/302/0#there']);
  await assert.rejects(fetch(`${base}/302/1`, { redirect: 'error' }), because('unexpected redirect'));
  await assert.rejects(fetch(`${base}/302/21`), because('redirect count exceeded'));
  stop();
});

test('credentials stay with their origin', async () => {
  const other = await serve(echo);
  const { base, stop } = await serve((request, response) => response.writeHead(307, { location: other.base }).end());
  const response = await fetch(base, { headers: { authorization: 'secret', cookie: 'a=b', 'x-kept': '1' } });
  const headers = JSON.parse(response.headers.get('x-headers'));
  assert.deepStrictEqual([headers.authorization, headers.cookie, headers['x-kept']], [undefined, undefined, '1']);
  other.stop();
  stop();
});

test('an abort ends the request, or the body', async () => {
  const { base, stop } = await serve((request, response) => {
    if (request.url === '/body') response.write('some');
  });
  const before = new AbortController();
  const waiting = fetch(base, { signal: before.signal });
  before.abort();
  await assert.rejects(waiting, { name: 'AbortError' });
  const during = new AbortController();
  const response = await fetch(`${base}/body`, { signal: during.signal });
  const reading = response.text();
  during.abort(new RangeError('enough'));
  await assert.rejects(reading, { name: 'RangeError', message: 'enough' });
  await assert.rejects(fetch(base, { signal: AbortSignal.timeout(1) }), { name: 'TimeoutError' });
  stop();
});

test('a connection that breaks fails the body', async () => {
  const { base, stop } = await serve((request, response) => {
    response.writeHead(200, { 'content-length': 10 });
    response.write('abc', () => response.socket.destroy());
  });
  await assert.rejects((await fetch(base)).text(), { name: 'TypeError', message: 'terminated' });
  stop();
});

test('what cannot be fetched says why', async () => {
  const { base, stop } = await serve(echo);
  stop();
  await assert.rejects(fetch(base), because('ECONNREFUSED'));
  await assert.rejects(fetch('http://127.0.0.1:6667'), because('bad port'));
  await assert.rejects(fetch('ftp://127.0.0.1'), because('unknown scheme'));
  await assert.rejects(fetch('/path'), { message: 'Failed to parse URL from /path' });
});

test('data: and blob: URLs need no network', async () => {
  const plain = await fetch('data:,a%20b%');
  assert.deepStrictEqual([plain.headers.get('content-type'), await plain.text()], ['text/plain;charset=us-ascii', 'a b%']);
  const image = await fetch('data:image/x; base64,AQ%49D#part');
  assert.deepStrictEqual([image.headers.get('content-type'), [...await image.bytes()]], ['image/x', [1, 2, 3]]);
  await assert.rejects(fetch('data:text/plain;base64,?'), because('invalid data: URL'));
  const url = URL.createObjectURL(new Blob(['kept'], { type: 'text/y' }));
  const blob = await fetch(url);
  assert.deepStrictEqual([blob.headers.get('content-type'), await blob.text()], ['text/y', 'kept']);
});

test('a clone reads the same', async () => {
  const { base, stop } = await serve((request, response) => response.end('twice'));
  const response = await fetch(base);
  const clone = response.clone();
  assert.deepStrictEqual([await response.text(), await clone.text()], ['twice', 'twice']);
  assert.throws(() => response.clone(), TypeError);
  stop();
});

test('a body is read once', async () => {
  const response = new Response('{"a":1}');
  assert.deepStrictEqual(await response.json(), { a: 1 });
  await assert.rejects(response.text(), { name: 'TypeError', message: 'Body is unusable: Body has already been read' });
});

test('connections are used again', async () => {
  const ports = new Set();
  const { base, stop } = await serve((request, response) => {
    ports.add(request.socket.remotePort);
    response.end('x');
  });
  for (let index = 0; index < 5; index++) await (await fetch(base)).text();
  assert.strictEqual(ports.size, 1);
  stop();
});
