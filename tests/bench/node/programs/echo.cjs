// A TCP server that echoes. Prints its port, and how many connections are open whenever a line comes in.
'use strict';
const net = require('node:net');

let open = 0;
const server = net.createServer((socket) => {
  open++;
  socket.on('close', () => open--).on('error', () => {});
  socket.pipe(socket);
});
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => console.log(server.address().port));
process.stdin.on('data', () => console.log(open)).on('end', () => process.exit());
