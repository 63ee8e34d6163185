'use strict';

const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');
const { once } = require('node:events');
const test = require('kaon:test');

async function serve(options, onRequest) {
  const server = typeof options === 'function' ? http.createServer(options) : http.createServer(options, onRequest);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Sends text as it is and gives back all that comes until the server ends the connection. */
async function talk(server, text) {
  const socket = net.connect(server.address().port, '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk) => { said += chunk; });
  socket.write(text);
  await once(socket, 'close');
  return said;
}

const GET = 'GET / HTTP/1.1\r\nHost: a\r\n';
const LAST = `${GET}Connection: close\r\n\r\n`;

test('an answer at once is one head with its length, and the body', async () => {
  const server = await serve((req, res) => res.end('héllo'));
  const said = await talk(server, LAST);
  assert.match(said, /^HTTP\/1\.1 200 OK\r\nDate: .* GMT\r\nConnection: close\r\nContent-Length: 6\r\n\r\nhéllo$/);
  server.close();
});

test('an answer in parts comes in chunks, with trailers behind them', async () => {
  const server = await serve((req, res) => {
    res.sendDate = false;
    res.setHeader('Trailer', 'X-T');
    res.write('ab');
    res.addTrailers({ 'X-T': '1' });
    res.end('c');
  });
  const said = await talk(server, LAST);
  assert.strictEqual(
    said,
    'HTTP/1.1 200 OK\r\nTrailer: X-T\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\nX-T: 1\r\n\r\n',
  );
  server.close();
});

test('answers to requests in one piece come in their order', async () => {
  const later = [];
  const server = await serve((req, res) => {
    later.push(() => res.end(req.url));
    if (later.length === 3) for (const answer of later.reverse()) answer();
  });
  const first = GET.replace('/', '/1');
  const said = await talk(server, `${first}\r\n${GET.replace('/', '/2')}\r\n${LAST.replace('/', '/3')}`);
  assert.deepStrictEqual(said.match(/\/\d$|\/\d(?=HTTP)/gm), ['/1', '/2', '/3']);
  server.close();
});

test('a request without Host is refused, and one that no server can read', async () => {
  const server = await serve(() => assert.fail('no request'));
  assert.match(await talk(server, 'GET / HTTP/1.1\r\n\r\n'), /^HTTP\/1\.1 400 Bad Request/);
  assert.match(await talk(server, 'nonsense\r\n\r\n'), /^HTTP\/1\.1 400 Bad Request/);
  assert.match(await talk(server, `${GET}A: ${'b'.repeat(20_000)}\r\n\r\n`), /^HTTP\/1\.1 431 /);
  server.close();
});

test('clientError has the code, the reason and the bytes', async () => {
  const server = await serve(() => assert.fail('no request'));
  server.on('clientError', (error, socket) => {
    assert.strictEqual(error.code, 'HPE_INVALID_HEADER_TOKEN');
    assert.strictEqual(error.reason, 'Invalid header token');
    assert.strictEqual(error.rawPacket.toString(), `${GET}A : b\r\n\r\n`);
    socket.end('HTTP/1.1 418 no\r\n\r\n');
  });
  assert.strictEqual(await talk(server, `${GET}A : b\r\n\r\n`), 'HTTP/1.1 418 no\r\n\r\n');
  server.close();
});

test('a body is a stream; a message without one ends when somebody reads', async () => {
  const server = await serve(async (req, res) => {
    const chunks = [];
    for await (const chunk of req) chunks.push(chunk);
    res.end(`${chunks.length > 0}:${Buffer.concat(chunks)}`);
  });
  const post = 'POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n';
  assert.match(await talk(server, `${post}Content-Length: 3\r\n\r\nabc`), /true:abc$/);
  assert.match(await talk(server, `${post}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n2\r\nbc\r\n0\r\n\r\n`), /true:abc$/);
  assert.match(await talk(server, LAST), /false:$/);
  server.close();
});

test('Expect: 100-continue is answered, or left to its listener', async () => {
  const server = await serve((req, res) => {
    req.resume();
    req.on('end', () => res.end('ok'));
  });
  const text = 'POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\na';
  assert.match(await talk(server, text), /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
  server.on('checkContinue', (req, res) => res.writeHead(403, { Connection: 'close' }).end());
  assert.match(await talk(server, text), /^HTTP\/1\.1 403 /);
  server.close();
});

test('an upgrade hands over the socket and what came behind the head', async () => {
  const server = await serve(() => assert.fail('no request'));
  server.on('upgrade', (req, socket, head) => {
    assert.strictEqual(req.headers.upgrade, 'x');
    socket.end(`got ${head}`);
  });
  const head = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n';
  assert.strictEqual(await talk(server, `${head}rest`), 'got rest');
  server.close();
});

test('headers are joined as each of them is, and the raw ones are as they came', async () => {
  const server = await serve((req, res) => res.end(JSON.stringify([req.headers, req.rawHeaders.length])));
  const said = await talk(server, `${GET}A: 1\r\na: 2\r\nCookie: x\r\nCookie: y\r\nContent-Type: p\r\nContent-Type: q\r\nConnection: close\r\n\r\n`);
  const [headers, count] = JSON.parse(said.slice(said.indexOf('\r\n\r\n') + 4));
  assert.deepStrictEqual(headers, { host: 'a', a: '1, 2', cookie: 'x; y', 'content-type': 'p', connection: 'close' });
  assert.strictEqual(count, 16);
  server.close();
});

test('HEAD, 204 and 304 have no body, whatever was written', async () => {
  const server = await serve((req, res) => {
    if (req.url !== '/') res.statusCode = Number(req.url.slice(1));
    res.end('body');
  });
  for (const [start, status] of [['HEAD /', 200], ['GET /204', 204], ['GET /304', 304]]) {
    const said = await talk(server, `${start} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    assert.ok(said.startsWith(`HTTP/1.1 ${status} `), said);
    assert.ok(said.endsWith('\r\n\r\n'), said);
  }
  server.close();
});

test('closeIdleConnections ends what waits and leaves what works', async () => {
  const server = await serve((req, res) => res.end('x'));
  const idle = net.connect(server.address().port, '127.0.0.1');
  idle.write(`${GET}\r\n`);
  await once(idle, 'data');
  const closed = once(server, 'close');
  server.close();
  await Promise.all([once(idle, 'close'), closed]);
});

test('a request that takes too long is answered with 408', async () => {
  const options = { headersTimeout: 20, requestTimeout: 30, connectionsCheckingInterval: 10 };
  const server = await serve(options, () => assert.fail('no request'));
  assert.match(await talk(server, GET), /^HTTP\/1\.1 408 /);
  server.close();
});
