'use strict';

const { test } = require('kaon:test');
const assert = require('node:assert');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { once } = require('node:events');
const https = require('node:https');

const pem = (name) => fs.readFileSync(path.join(__dirname, '../tls/fixtures', `${name}.pem`), 'utf8');
const ca = pem('ca');

async function withServer(listener, act) {
  const server = https.createServer({ key: pem('server-key'), cert: pem('server') }, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await act(server.address().port, server);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function ask(options) {
  const [res] = await once(https.get({ host: '127.0.0.1', servername: 'localhost', ca, ...options }), 'response');
  let body = '';
  for await (const piece of res.setEncoding('utf8')) body += piece;
  return { res, body };
}

test('a page is got', async () => {
  await withServer((req, res) => res.end(`${req.socket.encrypted} ${req.url}`), async (port) => {
    const { res, body } = await ask({ port, path: '/a', agent: false });
    assert.strictEqual(res.statusCode, 200);
    assert.strictEqual(body, 'true /a');
  });
});

test('a large body goes both ways', async () => {
  const sent = 'kaon'.repeat(100_000);
  await withServer((req, res) => req.pipe(res), async (port) => {
    const req = https.request({ port, host: '127.0.0.1', servername: 'localhost', ca, method: 'POST', agent: false });
    req.end(sent);
    const [res] = await once(req, 'response');
    let body = '';
    for await (const piece of res.setEncoding('utf8')) body += piece;
    assert.strictEqual(body === sent, true);
  });
});

test('an agent keeps connections and sessions', async () => {
  const agent = new https.Agent({ keepAlive: true });
  const reused = [];
  const listener = (req, res) => {
    reused.push(req.socket.isSessionReused());
    if (req.url === '/close') res.setHeader('Connection', 'close');
    res.end(`${req.socket.remotePort}`);
  };
  await withServer(listener, async (port) => {
    const first = await ask({ port, agent });
    const second = await ask({ port, agent, path: '/close' });
    assert.strictEqual(first.body, second.body);
    const third = await ask({ port, agent });
    assert.notStrictEqual(third.body, first.body);
    assert.deepStrictEqual(reused, [false, false, true]);
    agent.destroy();
  });
});

test('a stranger is refused', async () => {
  await withServer((req, res) => res.end(), async (port) => {
    const req = https.get({ port, host: '127.0.0.1', servername: 'localhost', ca: [], agent: false });
    const [error] = await once(req, 'error');
    assert.strictEqual(error.code, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });
});

test('plain HTTP at its port is a client\'s error', async () => {
  await withServer(() => {}, async (port, server) => {
    const told = once(server, 'clientError');
    const req = http.get({ port, host: '127.0.0.1', agent: false });
    req.on('error', () => {});
    const [error, socket] = await told;
    assert.strictEqual(error.code, 'ERR_SSL_HTTP_REQUEST');
    socket.destroy();
  });
});

test('agents tell connections apart by what makes them so', () => {
  const agent = new https.Agent();
  assert.strictEqual(agent.getName({ host: 'a', port: 1 }), 'a:1:::::::::::::::::::::');
  assert.notStrictEqual(agent.getName({ rejectUnauthorized: false }), agent.getName({}));
  assert.throws(() => https.get('http://a.test'), { code: 'ERR_INVALID_PROTOCOL' });
});
