// Events with acknowledgement, rooms and bytes, over polling and then over a WebSocket.
'use strict';
const assert = require('node:assert');
const { createServer } = require('node:http');
const { Server } = require('socket.io');
const { io } = require('socket.io-client');

const http = createServer();
const server = new Server(http);
server.on('connection', (socket) => {
  socket.on('add', (a, b, answer) => answer(a + b));
  socket.on('join', (room) => {
    socket.join(room);
    server.to(room).emit('joined', room, Buffer.from([1, 2, 3]));
  });
});
http.listen(0, async () => {
  for (const transports of [['polling'], ['websocket'], ['polling', 'websocket']]) {
    const client = io(`http://127.0.0.1:${http.address().port}`, { transports, forceNew: true });
    assert.strictEqual(await client.emitWithAck('add', 2, 3), 5);
    const joined = new Promise((resolve) => client.on('joined', (room, bytes) => resolve([room, [...bytes]])));
    client.emit('join', 'kitchen');
    assert.deepStrictEqual(await joined, ['kitchen', [1, 2, 3]]);
    client.close();
  }
  server.close();
});
