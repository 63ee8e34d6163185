'use strict';

const { test } = require('kaon:test');
const assert = require('node:assert');
const { once } = require('node:events');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');

async function listening(server, ...args) {
  server.listen(...(args.length === 0 ? [0, '127.0.0.1'] : args));
  await once(server, 'listening');
  return server.address();
}

async function textOf(socket) {
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk) => { text += chunk; });
  await once(socket, 'end');
  return text;
}

const pipeName = (name) => process.platform === 'win32'
  ? `\\\\.\\pipe\\kaon-net-${process.pid}-${name}`
  : path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'kaon-net-')), name);

test('addresses are told apart', () => {
  for (const good of ['127.0.0.1', '0.0.0.0', '255.255.255.255']) assert.strictEqual(net.isIP(good), 4, good);
  for (const good of ['::1', '::', '1:2:3:4:5:6:7:8', '1::8', 'fe80::1%eth0', '::ffff:1.2.3.4', '1:2:3:4:5:6:1.2.3.4', '1:2::3:4:5:6:7']) {
    assert.strictEqual(net.isIP(good), 6, good);
  }
  for (const bad of ['', '256.0.0.1', '1.2.3', '01.2.3.4', ':::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', 'g::', '1::2::3', 'localhost']) {
    assert.strictEqual(net.isIP(bad), 0, bad);
  }
});

test('the attempt timeout is at least 10 ms', () => {
  net.setDefaultAutoSelectFamilyAttemptTimeout(1);
  assert.strictEqual(net.getDefaultAutoSelectFamilyAttemptTimeout(), 10);
  assert.throws(() => net.setDefaultAutoSelectFamilyAttemptTimeout(0), { code: 'ERR_OUT_OF_RANGE' });
});

test('what is written on one side is read on the other, and both sides close', async () => {
  const server = net.createServer((socket) => socket.pipe(socket));
  const { port } = await listening(server);
  const client = net.connect(port, '127.0.0.1');
  client.end('hello');
  assert.strictEqual(await textOf(client), 'hello');
  assert.strictEqual(client.bytesRead, 5);
  assert.strictEqual(client.bytesWritten, 5);
  server.close();
  await once(server, 'close');
});

test('events come in order', async () => {
  const seen = [];
  const server = net.createServer((socket) => socket.end('x'));
  const { port } = await listening(server);
  const client = net.connect({ port, host: '127.0.0.1', noDelay: true, keepAlive: true });
  assert.strictEqual(client.readyState, 'opening');
  for (const event of ['connectionAttempt', 'connect', 'ready', 'data', 'end', 'finish', 'close']) client.on(event, () => seen.push(event));
  await once(client, 'close');
  assert.deepStrictEqual(seen, ['connectionAttempt', 'connect', 'ready', 'data', 'end', 'finish', 'close']);
  assert.strictEqual(client.readyState, 'closed');
  server.close();
});

test('a half-open connection goes on in the other direction', async () => {
  const server = net.createServer({ allowHalfOpen: true }, async (socket) => {
    const asked = await textOf(socket);
    socket.end(`you said ${asked}`);
  });
  const { port } = await listening(server);
  const client = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  client.end('hi');
  assert.strictEqual(await textOf(client), 'you said hi');
  server.close();
});

test('a refused connection names the address', async () => {
  const server = net.createServer();
  const { port } = await listening(server);
  server.close();
  await once(server, 'close');
  const [error] = await once(net.connect(port, '127.0.0.1'), 'error');
  assert.strictEqual(error.message, `connect ECONNREFUSED 127.0.0.1:${port}`);
  const { code, syscall, address } = error;
  assert.deepStrictEqual({ code, syscall, address, port: error.port }, { code: 'ECONNREFUSED', syscall: 'connect', address: '127.0.0.1', port });
});

test('an address in use is an error of listening', async () => {
  const first = net.createServer();
  const { port } = await listening(first);
  const [error] = await once(net.createServer().listen(port, '127.0.0.1'), 'error');
  assert.strictEqual(error.message, `listen EADDRINUSE: address already in use 127.0.0.1:${port}`);
  assert.strictEqual(error.syscall, 'listen');
  first.close();
});

test('of several addresses the first that answers is taken', async () => {
  const server = net.createServer((socket) => socket.end());
  const { port } = await listening(server);
  const lookup = (host, options, callback) => callback(null, [{ address: '::1', family: 6 }, { address: '127.0.0.1', family: 4 }]);
  const client = net.connect({ host: 'example.org', port, lookup, autoSelectFamily: true });
  await once(client, 'connect');
  assert.strictEqual(client.remoteAddress, '127.0.0.1');
  assert.deepStrictEqual(client.autoSelectFamilyAttemptedAddresses, [`::1:${port}`, `127.0.0.1:${port}`]);
  client.destroy();
  server.close();
});

test('when no address answers all errors are told', async () => {
  const server = net.createServer();
  const { port } = await listening(server);
  server.close();
  await once(server, 'close');
  const lookup = (host, options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 }]);
  const [error] = await once(net.connect({ host: 'example.org', port, lookup }), 'error');
  assert.strictEqual(error.constructor, AggregateError);
  assert.strictEqual(error.code, 'ECONNREFUSED');
  assert.strictEqual(error.errors.length, 2);
});

test('a pipe has a name', async () => {
  const name = pipeName('echo');
  const server = net.createServer((socket) => socket.end('through the pipe'));
  assert.strictEqual(await listening(server, name), name);
  assert.strictEqual(await textOf(net.connect(name)), 'through the pipe');
  server.close();
  await once(server, 'close');
});

test('a pipe that is not there is an error', async () => {
  const name = pipeName('nobody');
  const [error] = await once(net.connect(name), 'error');
  assert.strictEqual(error.message, `connect ENOENT ${name}`);
  assert.strictEqual(error.address, name);
});

test('a pause holds up the writer, and everything arrives', async () => {
  const size = 8 << 20;
  const server = net.createServer((socket) => {
    socket.pause();
    let received = 0;
    socket.on('data', (chunk) => { received += chunk.length; });
    socket.on('end', () => socket.end(String(received)));
    server.once('go', () => socket.resume());
  });
  const { port } = await listening(server);
  const client = net.connect(port, '127.0.0.1');
  assert.strictEqual(client.write(Buffer.alloc(size)), false);
  client.end();
  await once(client, 'connect');
  assert.ok(client.writableLength > 0);
  setImmediate(() => server.emit('go'));
  assert.strictEqual(await textOf(client), String(size));
  server.close();
});

test('corked writes go out as one', async () => {
  const server = net.createServer((socket) => {
    socket.once('data', (chunk) => socket.end(chunk));
  });
  const { port } = await listening(server);
  const client = net.connect(port, '127.0.0.1');
  await once(client, 'connect');
  client.cork();
  for (const part of ['a', Buffer.from('b'), 'c']) client.write(part);
  process.nextTick(() => client.uncork());
  assert.strictEqual(await textOf(client), 'abc');
  server.close();
});

test('silence is told by a timeout, and does not close', async () => {
  const server = net.createServer();
  const { port } = await listening(server);
  const client = net.connect(port, '127.0.0.1');
  client.setTimeout(20);
  await once(client, 'timeout');
  assert.strictEqual(client.destroyed, false);
  client.destroy();
  const closed = once(server, 'close');
  server.close();
  await closed;
});

test('more connections than allowed are dropped', async () => {
  const server = net.createServer((socket) => socket.resume());
  server.maxConnections = 1;
  const { port } = await listening(server);
  const first = net.connect(port, '127.0.0.1');
  await once(server, 'connection');
  const second = net.connect(port, '127.0.0.1');
  second.on('error', () => {});
  const [dropped] = await once(server, 'drop');
  assert.strictEqual(dropped.remoteAddress, '127.0.0.1');
  assert.strictEqual(dropped.localPort, port);
  first.destroy();
  second.destroy();
  server.close();
});

test('a reset is an error on the other side', async () => {
  const server = net.createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
  const { port } = await listening(server);
  const client = net.connect(port, '127.0.0.1');
  client.write('x');
  const [error] = await once(client, 'error');
  assert.strictEqual(error.code, 'ECONNRESET');
  assert.strictEqual(error.message, 'read ECONNRESET');
  server.close();
});

test('reads go into a buffer of the program\'s own', async () => {
  const buffer = Buffer.alloc(4);
  const parts = [];
  const server = net.createServer((socket) => socket.end('0123456789'));
  const { port } = await listening(server);
  const onread = { buffer, callback: (count, bytes) => { parts.push(bytes.toString('latin1', 0, count)); return true; } };
  const client = net.connect({ port, host: '127.0.0.1', onread });
  await once(client, 'close');
  assert.strictEqual(parts.join(''), '0123456789');
  assert.ok(parts.every((part) => part.length <= 4));
  server.close();
});

test('a signal ends a connection and a server', async () => {
  const stop = new AbortController();
  const server = net.createServer();
  server.listen({ port: 0, host: '127.0.0.1', signal: stop.signal });
  await once(server, 'listening');
  const client = net.connect({ port: server.address().port, host: '127.0.0.1', signal: stop.signal });
  await once(client, 'connect');
  const failed = once(client, 'error');
  const closed = once(server, 'close');
  stop.abort();
  assert.strictEqual((await failed)[0].name, 'AbortError');
  await closed;
});

test('a list of addresses knows what is in it', () => {
  const list = new net.BlockList();
  list.addAddress('1.2.3.4');
  list.addRange('10.0.0.1', '10.0.0.9');
  list.addSubnet('8592:757c:efae:4e45::', 64, 'ipv6');
  assert.ok(list.check('1.2.3.4') && list.check('::ffff:1.2.3.4', 'ipv6') && list.check('10.0.0.5'));
  assert.ok(list.check('8592:757c:efae:4e45:1::', 'ipv6'));
  assert.ok(!list.check('1.2.3.5') && !list.check('10.0.0.10') && !list.check('not an address'));
  const copy = new net.BlockList();
  copy.fromJSON(JSON.stringify(list));
  assert.deepStrictEqual(copy.rules, list.rules);
  assert.throws(() => list.addSubnet('1.1.1.1', 33), { code: 'ERR_OUT_OF_RANGE' });
});

test('an address is read from its text', () => {
  const { address, port, family } = net.SocketAddress.parse('[1:0::1]:42');
  assert.deepStrictEqual({ address, port, family }, { address: '1::1', port: 42, family: 'ipv6' });
  assert.strictEqual(net.SocketAddress.parse('nothing'), undefined);
});
