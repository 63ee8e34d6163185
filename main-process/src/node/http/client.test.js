'use strict';

const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');
const { once } = require('node:events');
const test = require('kaon:test');

async function serve(onRequest) {
  const server = http.createServer(onRequest).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function textOf(res) {
  res.setEncoding('utf8');
  let text = '';
  for await (const chunk of res) text += chunk;
  return text;
}

async function ask(options) {
  const [res] = await once(http.get({ host: '127.0.0.1', ...options }), 'response');
  return textOf(res);
}

/** A server that says the same to everybody. */
async function script(answer) {
  const server = net.createServer((socket) => socket.once('data', () => socket.end(answer)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

test('get and request reach a server and come back', async () => {
  const server = await serve(async (req, res) => {
    res.setHeader('X-Method', req.method);
    res.end(`${req.url}:${await textOf(req)}`);
  });
  const { port } = server.address();
  assert.strictEqual(await ask({ port, path: '/a?b' }), '/a?b:');
  const req = http.request(`http://127.0.0.1:${port}/p`, { method: 'post' });
  req.write('one ');
  req.end('two');
  const [res] = await once(req, 'response');
  assert.strictEqual(res.headers['x-method'], 'POST');
  assert.strictEqual(await textOf(res), '/p:one two');
  server.close();
});

test('an agent that keeps connections uses them again', async () => {
  const ports = new Set();
  const server = await serve((req, res) => {
    ports.add(req.socket.remotePort);
    res.end();
  });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const { port } = server.address();
  await Promise.all([ask({ port, agent }), ask({ port, agent }), ask({ port, agent })]);
  assert.strictEqual(ports.size, 1);
  agent.destroy();
  server.close();
});

test('an agent that keeps nothing asks for the connection to be closed', async () => {
  const server = await serve((req, res) => res.end(req.headers.connection));
  const agent = new http.Agent();
  assert.strictEqual(await ask({ port: server.address().port, agent }), 'close');
  server.close();
});

test('a connection that ends without an answer is a socket hang up', async () => {
  const server = await script('');
  const req = http.get({ host: '127.0.0.1', port: server.address().port });
  const [error] = await once(req, 'error');
  assert.strictEqual(error.message, 'socket hang up');
  assert.strictEqual(error.code, 'ECONNRESET');
  await once(req, 'close');
  server.close();
});

test('an answer that ends too early is aborted', async () => {
  const server = await script('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc');
  const [res] = await once(http.get({ host: '127.0.0.1', port: server.address().port }), 'response');
  await assert.rejects(textOf(res), { code: 'ECONNRESET', message: 'aborted' });
  assert.strictEqual(res.complete, false);
  server.close();
});

test('what is no answer is a parse error', async () => {
  const server = await script('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na');
  const [error] = await once(http.get({ host: '127.0.0.1', port: server.address().port }), 'error');
  assert.strictEqual(error.code, 'HPE_UNEXPECTED_CONTENT_LENGTH');
  server.close();
});

test('information comes before the answer', async () => {
  const server = await serve((req, res) => {
    res.writeEarlyHints({ link: '</a.css>; rel=preload' });
    res.end('x');
  });
  const req = http.get({ host: '127.0.0.1', port: server.address().port });
  const answered = once(req, 'response');
  const [information] = await once(req, 'information');
  assert.strictEqual(information.statusCode, 103);
  assert.strictEqual(information.headers.link, '</a.css>; rel=preload');
  const [res] = await answered;
  assert.strictEqual(await textOf(res), 'x');
  server.close();
});

test('a signal ends a request', async () => {
  const server = await serve(() => {});
  const controller = new AbortController();
  const req = http.get({ host: '127.0.0.1', port: server.address().port, signal: controller.signal });
  await once(req, 'socket');
  controller.abort();
  const [error] = await once(req, 'error');
  assert.strictEqual(error.name, 'AbortError');
  server.closeAllConnections();
  server.close();
});

test('what a request cannot be is refused at once', () => {
  assert.throws(() => http.request({ method: 'a b' }), { code: 'ERR_INVALID_HTTP_TOKEN' });
  assert.throws(() => http.request({ path: '/a b' }), { code: 'ERR_UNESCAPED_CHARACTERS' });
  assert.throws(() => http.request({ protocol: 'ftp:' }), { code: 'ERR_INVALID_PROTOCOL' });
  assert.throws(() => http.request('nowhere'), { code: 'ERR_INVALID_URL' });
});

test('an upgraded connection is the listener’s', async () => {
  const server = await serve(() => {});
  server.on('upgrade', (req, socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\nfirst');
    socket.on('data', (bytes) => socket.end(`echo ${bytes}`));
  });
  const req = http.get({ host: '127.0.0.1', port: server.address().port, headers: { Connection: 'upgrade', Upgrade: 'x' } });
  const [, socket, head] = await once(req, 'upgrade');
  assert.strictEqual(head.toString(), 'first');
  socket.write('hi');
  const [bytes] = await once(socket, 'data');
  assert.strictEqual(bytes.toString(), 'echo hi');
  socket.end();
  server.close();
});
