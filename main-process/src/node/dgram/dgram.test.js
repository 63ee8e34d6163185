'use strict';

const { test } = require('kaon:test');
const assert = require('node:assert');
const { once } = require('node:events');
const dgram = require('node:dgram');

async function bound(type = 'udp4') {
  const socket = dgram.createSocket(type);
  socket.bind(0, type === 'udp4' ? '127.0.0.1' : '::1');
  await once(socket, 'listening');
  return socket;
}

test('a datagram arrives with the address of its sender', async () => {
  const receiver = await bound();
  const sender = await bound();
  sender.send('hello', receiver.address().port, '127.0.0.1');
  const [message, from] = await once(receiver, 'message');
  assert.strictEqual(message.toString(), 'hello');
  assert.deepStrictEqual({ ...from }, { address: '127.0.0.1', family: 'IPv4', port: sender.address().port, size: 5 });
  receiver.close();
  sender.close();
});

test('several pieces are one datagram, and a range is part of one', async () => {
  const receiver = await bound();
  const sender = dgram.createSocket('udp4');
  const { port } = receiver.address();
  sender.send(['ab', Buffer.from('cd')], port, '127.0.0.1');
  assert.strictEqual(String((await once(receiver, 'message'))[0]), 'abcd');
  sender.send(Buffer.from('0123456789'), 2, 3, port, '127.0.0.1');
  assert.strictEqual(String((await once(receiver, 'message'))[0]), '234');
  receiver.close();
  sender.close();
});

test('an unbound socket is bound by its first send, whose callback tells the size', async () => {
  const receiver = await bound();
  const sender = dgram.createSocket('udp4');
  const size = await new Promise((resolve, reject) => {
    sender.send('12345', receiver.address().port, '127.0.0.1', (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
  assert.strictEqual(size, 5);
  assert.ok(sender.address().port > 0);
  receiver.close();
  sender.close();
});

test('a connected socket needs no address and refuses one', async () => {
  const receiver = await bound();
  const sender = dgram.createSocket('udp4');
  sender.connect(receiver.address().port, '127.0.0.1');
  await once(sender, 'connect');
  assert.strictEqual(sender.remoteAddress().port, receiver.address().port);
  sender.send('connected');
  assert.strictEqual(String((await once(receiver, 'message'))[0]), 'connected');
  assert.throws(() => sender.send('x', 0, 1, 1, '127.0.0.1'), { code: 'ERR_SOCKET_DGRAM_IS_CONNECTED' });
  sender.disconnect();
  assert.throws(() => sender.remoteAddress(), { code: 'ERR_SOCKET_DGRAM_NOT_CONNECTED' });
  receiver.close();
  sender.close();
});

test('an address in use is an error of binding', async () => {
  const first = await bound();
  const { port } = first.address();
  const [error] = await once(dgram.createSocket('udp4').bind(port, '127.0.0.1'), 'error');
  assert.strictEqual(error.message, `bind EADDRINUSE 127.0.0.1:${port}`);
  assert.strictEqual(error.syscall, 'bind');
  first.close();
});

test('what is too large for a datagram is refused', async () => {
  const socket = await bound();
  const error = await new Promise((resolve) => socket.send(Buffer.alloc(70000), 9, '127.0.0.1', resolve));
  assert.strictEqual(error.code, 'EMSGSIZE');
  assert.strictEqual(error.syscall, 'send');
  socket.close();
});

test('options need a bound socket', async () => {
  const socket = dgram.createSocket('udp4');
  assert.throws(() => socket.setTTL(16), { code: 'EBADF', message: 'setTTL EBADF' });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  assert.strictEqual(socket.setTTL(16), 16);
  assert.strictEqual(socket.setMulticastTTL(8), 8);
  assert.strictEqual(socket.setMulticastLoopback(true), true);
  socket.setBroadcast(true);
  assert.throws(() => socket.setTTL(1000), { code: 'EINVAL' });
  socket.setRecvBufferSize(8192);
  assert.ok(socket.getRecvBufferSize() >= 8192);
  assert.deepStrictEqual([socket.getSendQueueSize(), socket.getSendQueueCount()], [0, 0]);
  socket.close();
});

test('a closed socket says so', async () => {
  const socket = await bound();
  socket.close();
  await once(socket, 'close');
  assert.throws(() => socket.address(), { code: 'ERR_SOCKET_DGRAM_NOT_RUNNING' });
  assert.throws(() => dgram.createSocket('udp5'), { code: 'ERR_SOCKET_BAD_TYPE' });
});

test('a signal closes the socket', async () => {
  const stop = new AbortController();
  const socket = dgram.createSocket({ type: 'udp4', signal: stop.signal });
  const closed = once(socket, 'close');
  stop.abort();
  await closed;
});
