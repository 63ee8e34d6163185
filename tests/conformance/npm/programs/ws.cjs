// Text, bytes, ping and close over a WebSocket, with and without compression.
'use strict';
const assert = require('node:assert');
const { once } = require('node:events');
const { WebSocketServer, WebSocket } = require('ws');

(async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: { threshold: 10 } });
  await once(server, 'listening');
  server.on('connection', (socket) => {
    socket.on('message', (data, binary) => socket.send(data, { binary }));
  });
  const socket = new WebSocket(`ws://127.0.0.1:${server.address().port}`);
  await once(socket, 'open');
  const text = 'grüße '.repeat(5000);
  socket.send(text);
  const [echoed, binary] = await once(socket, 'message');
  assert.strictEqual(binary, false);
  assert.strictEqual(echoed.toString(), text);
  const bytes = Buffer.from(Array.from({ length: 70000 }, (_, index) => index & 255));
  socket.send(bytes);
  assert.deepStrictEqual((await once(socket, 'message'))[0], bytes);
  socket.ping('hi');
  assert.strictEqual((await once(socket, 'pong'))[0].toString(), 'hi');
  socket.close(4001, 'done');
  const [code, reason] = await once(socket, 'close');
  assert.deepStrictEqual([code, reason.toString()], [4001, 'done']);
  server.close();
})();
