'use strict';

const assert = require('node:assert');
const { createHash } = require('node:crypto');
const { once } = require('node:events');
const http = require('node:http');
const test = require('kaon:test');

const accept = (key) => createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
const frame = (opcode, payload) => Buffer.concat([Buffer.from([0x80 | opcode, payload.length]), payload]);
const next = (target, type) => new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

/** Unmasks the first frame of a client's bytes. */
function unmask(bytes) {
  const length = bytes[1] & 127;
  const mask = bytes.subarray(2, 6);
  const payload = Buffer.from(bytes.subarray(6, 6 + length).map((byte, index) => byte ^ mask[index % 4]));
  return { opcode: bytes[0] & 15, masked: (bytes[1] & 128) !== 0, payload };
}

/** A server that upgrades and hands over the socket; `answer` changes the headers of the answer. */
async function serve(use, answer = {}) {
  const server = http.createServer();
  server.on('upgrade', (request, socket) => {
    const headers = {
      Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Accept': accept(request.headers['sec-websocket-key']), ...answer,
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('');
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines}\r\n`);
    use?.(socket, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `ws://127.0.0.1:${server.address().port}/chat?x=1` };
}

test('text goes there masked and comes back', async () => {
  const { server, url } = await serve((socket) => {
    socket.on('data', (bytes) => {
      const { opcode, masked, payload } = unmask(bytes);
      assert.strictEqual(masked, true);
      if (opcode === 1) socket.write(frame(1, payload));
      if (opcode === 8) socket.end(frame(8, payload));
    });
  });
  const client = new WebSocket(url);
  assert.strictEqual(client.readyState, WebSocket.CONNECTING);
  await next(client, 'open');
  client.send('grüße');
  const { data, origin } = await next(client, 'message');
  assert.deepStrictEqual([data, origin], ['grüße', new URL(url).origin]);
  client.close(4000, 'bye');
  const { code, reason, wasClean } = await next(client, 'close');
  assert.deepStrictEqual([code, reason, wasClean, client.readyState], [4000, 'bye', true, WebSocket.CLOSED]);
  server.close();
});

test('bytes come as a Blob or an ArrayBuffer', async () => {
  const { server, url } = await serve((socket) => socket.write(Buffer.concat([frame(2, Buffer.from([1, 2])), frame(2, Buffer.from([3]))])));
  const client = new WebSocket(url);
  const seen = [];
  await new Promise((resolve) => {
    client.onmessage = ({ data }) => {
      client.binaryType = 'arraybuffer';
      if (seen.push(data) === 2) resolve();
    };
  });
  assert.ok(seen[0] instanceof Blob);
  assert.deepStrictEqual([...new Uint8Array(seen[1])], [3]);
  client.close();
  server.closeAllConnections();
  server.close();
});

test('what is sent keeps its order behind a Blob', async () => {
  const received = [];
  const { server, url } = await serve((socket) => {
    let bytes = Buffer.alloc(0);
    socket.on('data', (part) => {
      bytes = Buffer.concat([bytes, part]);
      while (bytes.length >= 6 && bytes.length >= 6 + (bytes[1] & 127)) {
        received.push(unmask(bytes).payload.toString());
        bytes = bytes.subarray(6 + (bytes[1] & 127));
      }
      if (received.length === 3) socket.destroy();
    });
  });
  const client = new WebSocket(url);
  await next(client, 'open');
  client.send(new Blob(['first']));
  client.send('second');
  client.send(new Uint8Array([116]));
  await next(client, 'close');
  assert.deepStrictEqual(received, ['first', 'second', 't']);
  server.close();
});

test('a protocol that was not asked for fails the connection', async () => {
  const { server, url } = await serve(undefined, { 'Sec-WebSocket-Protocol': 'other' });
  const client = new WebSocket(url, ['chat']);
  const { message } = await next(client, 'error');
  assert.match(message, /Protocol was not set/);
  server.close();
});

test('the chosen protocol is told', async () => {
  const { server, url } = await serve((socket) => socket.on('data', () => socket.destroy()), { 'Sec-WebSocket-Protocol': 'b' });
  const client = new WebSocket(url, ['a', 'b']);
  await next(client, 'open');
  assert.strictEqual(client.protocol, 'b');
  client.close();
  await next(client, 'close');
  server.close();
});

test('a wrong accept header fails the connection', async () => {
  const { server, url } = await serve(undefined, { 'Sec-WebSocket-Accept': 'nonsense' });
  const client = new WebSocket(url);
  const [, closed] = await Promise.all([next(client, 'error'), next(client, 'close')]);
  assert.deepStrictEqual([closed.code, closed.wasClean], [1006, false]);
  server.close();
});

test('a refused connection is an error and a close', async () => {
  const server = http.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  const client = new WebSocket(`ws://127.0.0.1:${port}`);
  const [{ error }, { code }] = await Promise.all([next(client, 'error'), next(client, 'close')]);
  assert.deepStrictEqual([error.code, code], ['ECONNREFUSED', 1006]);
});

test('a ping is answered without the script', async () => {
  const answered = new Promise((resolve) => {
    serve((socket) => {
      socket.write(frame(9, Buffer.from('hi')));
      socket.on('data', (bytes) => {
        resolve(unmask(bytes));
        socket.destroy();
      });
    }).then(({ server, url }) => {
      new WebSocket(url).onclose = () => server.close();
    });
  });
  const { opcode, payload } = await answered;
  assert.deepStrictEqual([opcode, payload.toString()], [10, 'hi']);
});

test('a frame against the protocol ends the connection', async () => {
  const { server, url } = await serve((socket) => socket.write(Buffer.from([0xf1, 0x00])));
  const client = new WebSocket(url);
  const [{ message }, { wasClean }] = await Promise.all([next(client, 'error'), next(client, 'close')]);
  assert.match(message, /[Rr]eserved/);
  assert.strictEqual(wasClean, false);
  server.close();
});

test('wrong arguments are refused at once', () => {
  for (const url of ['nonsense', 'ftp://x', 'ws://x/#y']) assert.throws(() => new WebSocket(url), { name: 'SyntaxError' });
  for (const protocols of [['a', 'A'], ['a b'], '']) assert.throws(() => new WebSocket('ws://x', protocols), { name: 'SyntaxError' });
});

test('a code or reason that may not be sent is refused', async () => {
  const { server, url } = await serve((socket) => socket.on('data', () => socket.destroy()));
  const client = new WebSocket(url);
  assert.throws(() => client.send('x'), { name: 'InvalidStateError' });
  await next(client, 'open');
  assert.throws(() => client.close(1001), { name: 'InvalidAccessError' });
  assert.throws(() => client.close(1000, 'x'.repeat(124)), { name: 'SyntaxError' });
  client.close();
  await next(client, 'close');
  server.close();
});
