'use strict';

const { test } = require('kaon:test');
const assert = require('node:assert');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { once } = require('node:events');
const { duplexPair } = require('node:stream');
const tls = require('node:tls');

const pem = (name) => fs.readFileSync(path.join(__dirname, 'fixtures', `${name}.pem`), 'utf8');
const ca = pem('ca');
const own = { key: pem('server-key'), cert: pem('server') };

/** A server that answers what it hears, for as long as `act` takes. */
async function withServer(options, act, onConnection = (socket) => socket.pipe(socket)) {
  const server = tls.createServer({ ...own, ...options }, (socket) => {
    socket.on('error', () => {});
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await act(server.address().port, server);
  } finally {
    server.close();
  }
}

const connect = (port, options) => tls.connect({ port, host: '127.0.0.1', servername: 'localhost', ca, ...options });

async function connected(port, options) {
  const socket = connect(port, options);
  await once(socket, 'secureConnect');
  return socket;
}

/** The error with which a connection fails. */
async function failing(port, options) {
  const socket = connect(port, options);
  const [error] = await once(socket, 'error');
  return error;
}

async function ended(socket) {
  socket.end();
  socket.resume();
  await once(socket, 'close');
}

for (const maxVersion of ['TLSv1.2', 'TLSv1.3']) {
  test(`what goes in comes out, with ${maxVersion}`, async () => {
    await withServer({}, async (port) => {
      const socket = await connected(port, { maxVersion });
      assert.strictEqual(socket.authorized, true);
      assert.strictEqual(socket.encrypted, true);
      assert.strictEqual(socket.getProtocol(), maxVersion);
      assert.strictEqual(socket.getCipher().version, maxVersion);
      const sent = Buffer.alloc(300_000, 'kaon');
      socket.end(sent);
      const pieces = [];
      for await (const piece of socket) pieces.push(piece);
      assert.ok(Buffer.concat(pieces).equals(sent));
    });
  });
}

test('the other side\'s certificate is shown', async () => {
  await withServer({}, async (port) => {
    const socket = await connected(port);
    const cert = socket.getPeerCertificate(true);
    assert.deepStrictEqual({ ...cert.subject }, { O: 'Kaon tests', CN: 'localhost' });
    assert.strictEqual(cert.subjectaltname, 'DNS:localhost, DNS:*.kaon.test, IP Address:127.0.0.1');
    assert.strictEqual(cert.valid_to, 'Jan  1 00:00:00 2120 GMT');
    assert.strictEqual(cert.nistCurve, 'P-256');
    assert.deepStrictEqual(cert.ext_key_usage, ['1.3.6.1.5.5.7.3.1']);
    assert.match(cert.fingerprint256, /^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    assert.strictEqual(cert.issuerCertificate.subject.CN, 'Test authority');
    assert.strictEqual(cert.issuerCertificate.issuerCertificate, cert.issuerCertificate);
    await ended(socket);
  });
});

test('a stranger\'s certificate is refused', async () => {
  await withServer({}, async (port) => {
    const error = await failing(port, { ca: [] });
    assert.strictEqual(error.code, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
    assert.strictEqual(error.message, 'unable to verify the first certificate');
  });
});

test('a wrong name is refused', async () => {
  await withServer({}, async (port) => {
    const error = await failing(port, { servername: 'other.test' });
    assert.strictEqual(error.code, 'ERR_TLS_CERT_ALTNAME_INVALID');
    assert.strictEqual(error.reason,
      "Host: other.test. is not in the cert's altnames: DNS:localhost, DNS:*.kaon.test, IP Address:127.0.0.1");
    const socket = await connected(port, { servername: 'a.kaon.test' });
    await ended(socket);
  });
});

test('an expired certificate is refused, and told of where it is accepted', async () => {
  await withServer({ key: pem('expired-key'), cert: pem('expired') }, async (port) => {
    assert.strictEqual((await failing(port)).code, 'CERT_HAS_EXPIRED');
    const socket = await connected(port, { rejectUnauthorized: false });
    assert.strictEqual(socket.authorized, false);
    assert.strictEqual(socket.authorizationError, 'CERT_HAS_EXPIRED');
    await ended(socket);
  });
});

test('a client\'s certificate is no server\'s', async () => {
  await withServer({ key: pem('client-key'), cert: pem('client') }, async (port) => {
    assert.strictEqual((await failing(port, { checkServerIdentity() {} })).code, 'INVALID_PURPOSE');
  });
});

test('clients show who they are', async () => {
  const seen = [];
  const note = (socket) => {
    seen.push([socket.authorized, socket.getPeerCertificate().subject?.CN]);
    socket.end();
  };
  await withServer({ requestCert: true, rejectUnauthorized: false, ca }, async (port) => {
    for (const options of [{ key: pem('client-key'), cert: pem('client') }, {}]) {
      const socket = await connected(port, options);
      await ended(socket);
    }
    assert.deepStrictEqual(seen, [[true, 'A client'], [false, undefined]]);
  }, note);
});

test('a client without a certificate is turned away where one is a must', async () => {
  await withServer({ requestCert: true, ca }, async (port, server) => {
    const told = once(server, 'tlsClientError');
    const error = await failing(port, { maxVersion: 'TLSv1.2' });
    assert.strictEqual(error.code, 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE');
    assert.strictEqual((await told)[0].code, 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE');
  });
});

test('servers choose by name and by protocol', async () => {
  const options = {
    ALPNCallback: ({ servername, protocols }) => (servername === 'b.kaon.test' ? protocols[1] : undefined),
    SNICallback: (servername, done) => setImmediate(done, null, tls.createSecureContext(own)),
  };
  await withServer(options, async (port) => {
    const socket = await connected(port, { servername: 'b.kaon.test', ALPNProtocols: ['one', 'two'] });
    assert.strictEqual(socket.alpnProtocol, 'two');
    await ended(socket);
    const error = await failing(port, { ALPNProtocols: ['one'] });
    assert.strictEqual(error.code, 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL');
  });
});

for (const maxVersion of ['TLSv1.2', 'TLSv1.3']) {
  test(`a session is taken up again, with ${maxVersion}`, async () => {
    await withServer({}, async (port) => {
      const first = connect(port, { maxVersion });
      const [session] = await once(first, 'session');
      await ended(first);
      const second = await connected(port, { maxVersion, session });
      assert.strictEqual(first.isSessionReused(), null);
      assert.strictEqual(second.isSessionReused(), true);
      await ended(second);
    });
  });
}

test('both sides derive the same key material', async () => {
  let other;
  await withServer({}, async (port) => {
    const socket = await connected(port);
    const material = socket.exportKeyingMaterial(32, 'test', Buffer.from('context'));
    await ended(socket);
    assert.ok(material.equals(other));
  }, (socket) => {
    other = socket.exportKeyingMaterial(32, 'test', Buffer.from('context'));
    socket.resume();
  });
});

test('bytes that are no TLS are told by what they are', async () => {
  const codes = {
    'GET / HTTP/1.1\r\n\r\n': 'ERR_SSL_HTTP_REQUEST',
    'CONNECT a HTTP/1.1\r\n\r\n': 'ERR_SSL_HTTPS_PROXY_REQUEST',
    'garbage, garbage': 'ERR_SSL_WRONG_VERSION_NUMBER',
    '\x16\x03\x01\x00\x05\x09\x00\x00\x01\x00': 'ERR_SSL_UNEXPECTED_MESSAGE',
    '\x16\x03\x01': 'ECONNRESET',
  };
  await withServer({}, async (port, server) => {
    for (const bytes of Object.keys(codes)) {
      const told = once(server, 'tlsClientError');
      const raw = net.connect(port, '127.0.0.1');
      raw.on('error', () => {});
      raw.end(Buffer.from(bytes, 'latin1'));
      raw.resume();
      assert.strictEqual((await told)[0].code, codes[bytes], JSON.stringify(bytes));
    }
  });
});

test('random bytes at any point of a handshake crash nothing', async () => {
  await withServer({}, async (port, server) => {
    server.on('tlsClientError', () => {});
    for (let cut = 1; cut < 60; cut += 7) {
      const [near, far] = duplexPair();
      const client = tls.connect({ socket: near, ca });
      client.on('error', () => {});
      const [hello] = await once(far, 'data');
      client.destroy();
      const raw = net.connect(port, '127.0.0.1');
      raw.on('error', () => {});
      raw.resume();
      const broken = Buffer.concat([hello.subarray(0, cut), Buffer.alloc(300, cut), hello.subarray(cut)]);
      raw.end(broken);
      await once(raw, 'close');
    }
  });
});

test('a server that speaks no TLS is told of', async () => {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const error = await failing(server.address().port);
  assert.match(error.code, /^(ERR_SSL_WRONG_VERSION_NUMBER|ECONNRESET|EPIPE)$/);
  server.close();
});

test('a connection that ends before it is secure is told of', async () => {
  const server = net.createServer((socket) => socket.on('data', () => socket.end()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  const error = await failing(port);
  assert.strictEqual(error.code, 'ECONNRESET');
  assert.strictEqual(error.message, 'Client network socket disconnected before secure TLS connection was established');
  assert.deepStrictEqual([error.host, error.port], ['127.0.0.1', port]);
  server.close();
});

test('any stream carries it', async () => {
  const [near, far] = duplexPair();
  const server = new tls.TLSSocket(far, { isServer: true, ...own });
  const client = tls.connect({ socket: near, servername: 'localhost', ca });
  server.end('over a stream');
  let text = '';
  for await (const piece of client.setEncoding('utf8')) text += piece;
  assert.strictEqual(text, 'over a stream');
});

test('what is not there says so', () => {
  for (const options of [{ dhparam: Buffer.from('x') }, { ciphers: 'AES128-SHA' }, { maxVersion: 'TLSv1.1' }, { sigalgs: 'ed25519' }]) {
    assert.throws(() => tls.createSecureContext(options), { code: 'ERR_NOT_SUPPORTED' });
  }
  assert.throws(() => tls.createSecureContext({ ciphers: 'nonsense' }), { code: 'ERR_SSL_NO_CIPHER_MATCH' });
  assert.throws(() => tls.createSecureContext({ key: own.key, cert: pem('client') }), { code: 'ERR_OSSL_X509_KEY_VALUES_MISMATCH' });
});

test('names are compared part by part', () => {
  const cert = (subjectaltname) => ({ subject: { CN: 'cn.test' }, subjectaltname });
  const fits = (host, names) => tls.checkServerIdentity(host, cert(names)) === undefined;
  assert.ok(fits('a.test.org', 'DNS:*.test.org'));
  assert.ok(!fits('a.b.test.org', 'DNS:*.test.org'));
  assert.ok(!fits('org', 'DNS:*'));
  assert.ok(fits('CN.test', undefined));
  assert.ok(!fits('cn.test', 'DNS:other.test'));
  assert.ok(fits('::1', 'IP Address:0:0:0:0:0:0:0:1'));
  assert.ok(!fits('1.2.3.4', 'DNS:1.2.3.4'));
  assert.ok(!fits('evil.test', 'DNS:"good.test, DNS:evil.test"'));
});
