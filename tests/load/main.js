'use strict';

// Two rounds of much work: what the first one leaves open or holds, the second one shows.
const fs = require('node:fs');
const http = require('node:http');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const { once } = require('node:events');

const open = () => (fs.existsSync('/proc/self/fd') ? fs.readdirSync('/proc/self/fd').length : 0);

/** Does `work(index)` for each index, so many at a time. */
async function each(count, abreast, work) {
  let next = 0;
  const lane = async () => { while (next < count) await work(next++); };
  await Promise.all(Array.from({ length: abreast }, lane));
}

async function connections() {
  const server = net.createServer((socket) => socket.pipe(socket));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address();
  await each(2000, 50, async () => {
    const socket = net.connect(port, '127.0.0.1');
    socket.end('ping');
    let text = '';
    for await (const piece of socket) text += piece;
    if (text !== 'ping') throw new Error(`echo: ${text}`);
  });
  await once(server.close(), 'close');
}

async function requests() {
  const sockets = new Set();
  const server = http.createServer((request, response) => { sockets.add(request.socket); response.end('pong'); });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const agent = new http.Agent({ keepAlive: true, maxSockets: 20 });
  const { port } = server.address();
  await each(5000, 20, async () => {
    const [answer] = await once(http.get({ port, host: '127.0.0.1', agent }), 'response');
    let text = '';
    for await (const piece of answer) text += piece;
    if (text !== 'pong') throw new Error(`answer: ${text}`);
  });
  if (sockets.size > 20) throw new Error(`${sockets.size} connections`);
  agent.destroy();
  await once(server.close(), 'close');
}

async function files() {
  const folder = await fs.promises.mkdtemp(path.join(os.tmpdir(), 'kaon-load-'));
  await each(2000, 40, async (index) => {
    const name = path.join(folder, `${index}`);
    await fs.promises.writeFile(name, name);
    const handle = await fs.promises.open(name);
    if ((await handle.readFile('utf8')) !== name) throw new Error(name);
    await handle.close();
  });
  await fs.promises.rm(folder, { recursive: true });
}

async function settled(before) {
  // Closing takes the loop a few turns.
  for (let turn = 0; turn < 100 && open() > before; turn++) await new Promise((done) => setTimeout(done, 10));
  return open();
}

async function warmUp() {
  const server = net.createServer((socket) => socket.end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  await once(net.connect(server.address().port, '127.0.0.1').resume(), 'close');
  await once(server.close(), 'close');
  await fs.promises.stat('.');
}

const works = { connections, requests, files, warmUp };

(async () => {
  const work = works[process.argv[2]];
  // What the runtime itself opens when something is first used stays open, and is no leak.
  await works.warmUp();
  const fds = open();
  await work();
  globalThis.gc?.();
  const memory = process.memoryUsage.rss();
  await work();
  globalThis.gc?.();
  console.log(JSON.stringify({ fds: (await settled(fds)) - fds, start: fds, memory, growth: process.memoryUsage.rss() / memory }));
})();
