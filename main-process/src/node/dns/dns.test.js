'use strict';

const { test } = require('kaon:test');
const assert = require('node:assert');
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

/** Labels with their lengths, and the end. */
const name = (text) => Buffer.concat([...text.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)])), Buffer.from([0])]);

function record(type, data) {
  const head = Buffer.alloc(10);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(1, 2);
  head.writeUInt32BE(60, 4);
  head.writeUInt16BE(data.length, 8);
  // The name is that of the question.
  return Buffer.concat([Buffer.from([0xc0, 12]), head, data]);
}

/** The answer to a question: flags, and records after what was asked. */
function reply(question, flags, ...records) {
  const head = Buffer.alloc(12);
  question.copy(head, 0, 0, 2);
  head.writeUInt16BE(flags, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(records.length, 6);
  return Buffer.concat([head, question.subarray(12), ...records]);
}

const FINE = 0x8180;

/** A server on this machine, and a resolver that asks it. */
async function withServer(answer, act, options = { timeout: 300, tries: 1 }) {
  const server = dgram.createSocket('udp4');
  server.on('message', (message, { port, address }) => {
    for (const bytes of [answer(message)].flat()) if (bytes) server.send(bytes, port, address);
  });
  await new Promise((resolve) => server.bind(0, '127.0.0.1', resolve));
  const resolver = new dns.promises.Resolver(options);
  resolver.setServers([`127.0.0.1:${server.address().port}`]);
  try {
    await act(resolver, server);
  } finally {
    server.close();
  }
}

test('addresses are looked up by the system', async () => {
  const { address } = await dns.promises.lookup('localhost');
  assert.ok(net.isIP(address));
  assert.deepStrictEqual(await dns.promises.lookup('127.0.0.1', { all: true }), [{ address: '127.0.0.1', family: 4 }]);
});

test('a name that is not there reads as in Node', async () => {
  await assert.rejects(dns.promises.lookup('no.such.name.invalid'), (error) => {
    assert.match(error.code, /^(ENOTFOUND|EAI_AGAIN)$/);
    assert.strictEqual(error.message, `getaddrinfo ${error.code} no.such.name.invalid`);
    assert.strictEqual(error.syscall, 'getaddrinfo');
    assert.strictEqual(error.hostname, 'no.such.name.invalid');
    return true;
  });
});

test('arguments are checked at once', () => {
  assert.throws(() => dns.lookup('a', { hints: 1 << 20 }, () => {}), { code: 'ERR_INVALID_ARG_VALUE' });
  assert.throws(() => dns.lookup('a'), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => dns.resolve('a', 'HI', () => {}), { message: "The argument 'rrtype' is invalid. Received 'HI'" });
  assert.throws(() => new dns.Resolver().setServers(['300.1.1.1']), { code: 'ERR_INVALID_IP_ADDRESS' });
  assert.throws(() => new dns.Resolver().reverse('x', () => {}), { message: 'getHostByAddr EINVAL x', errno: -22 });
});

test('servers are shown without their usual port', () => {
  const resolver = new dns.Resolver();
  resolver.setServers(['1.2.3.4:53', '[::1]:54', '::2']);
  assert.deepStrictEqual(resolver.getServers(), ['1.2.3.4', '[::1]:54', '::2']);
});

test('records become objects', async () => {
  const records = {
    1: Buffer.from([1, 2, 3, 4]),
    15: Buffer.concat([Buffer.from([0, 10]), name('mail.test')]),
    16: Buffer.from('\x05k=a=b\x03two'),
    33: Buffer.concat([Buffer.from([0, 1, 0, 2, 0, 80]), name('srv.test')]),
    52: Buffer.from([3, 1, 1, 0xab]),
    257: Buffer.from('\x00\x05issueca.test'),
  };
  const answer = (question) => {
    const type = question.readUInt16BE(question.length - 4);
    return reply(question, FINE, record(type, records[type]));
  };
  await withServer(answer, async (resolver) => {
    assert.deepStrictEqual(await resolver.resolve4('a.test', { ttl: true }), [{ address: '1.2.3.4', ttl: 60 }]);
    assert.deepStrictEqual(await resolver.resolveMx('a.test'), [{ exchange: 'mail.test', priority: 10 }]);
    assert.deepStrictEqual(await resolver.resolveTxt('a.test'), [['k=a=b', 'two']]);
    assert.deepStrictEqual(await resolver.resolveSrv('a.test'), [{ name: 'srv.test', port: 80, priority: 1, weight: 2 }]);
    assert.deepStrictEqual(await resolver.resolveCaa('a.test'), [{ critical: 0, issue: 'ca.test' }]);
    const [tlsa] = await resolver.resolveTlsa('a.test');
    assert.deepStrictEqual([tlsa.certUsage, [...new Uint8Array(tlsa.data)]], [3, [0xab]]);
  });
});

test('what a server refuses has a code of its own', async () => {
  const codes = { 0x8181: 'EFORMERR', 0x8182: 'ESERVFAIL', 0x8183: 'ENOTFOUND', 0x8184: 'ENOTIMP', 0x8185: 'EREFUSED', 0x8180: 'ENODATA' };
  for (const flags of Object.keys(codes)) {
    await withServer((question) => reply(question, Number(flags)), async (resolver) => {
      await assert.rejects(resolver.resolve4('a.test'), { code: codes[flags], syscall: 'queryA', hostname: 'a.test' });
    });
  }
});

test('garbage and answers to other questions are passed over', async () => {
  const answer = (question) => {
    const other = Buffer.from(question);
    other.writeUInt16BE(question.readUInt16BE(0) ^ 1, 0);
    const good = reply(question, FINE, record(1, Buffer.from([9, 9, 9, 9])));
    return [Buffer.from('nonsense'), good.subarray(0, 20), reply(other, FINE, record(1, Buffer.alloc(4))), good];
  };
  await withServer(answer, async (resolver) => {
    assert.deepStrictEqual(await resolver.resolve4('a.test'), ['9.9.9.9']);
  });
});

test('a server that says nothing is given up', async () => {
  await withServer(() => undefined, (resolver) => assert.rejects(resolver.resolve4('a.test'), { code: 'ETIMEOUT' }), { timeout: 20, tries: 2 });
});

test('queries can be called off', async () => {
  await withServer(() => undefined, async (resolver, server) => {
    server.once('message', () => resolver.cancel());
    await assert.rejects(resolver.resolve4('a.test'), { code: 'ECANCELLED' });
  }, { timeout: 5000 });
});

test('what does not fit is asked for again over TCP', async () => {
  await withServer((question) => reply(question, FINE | 0x0200), async (resolver, server) => {
    const stream = net.createServer((socket) => socket.once('data', (bytes) => {
      const whole = reply(bytes.subarray(2), FINE, record(1, Buffer.from([7, 7, 7, 7])));
      socket.end(Buffer.concat([Buffer.from([whole.length >> 8, whole.length & 255]), whole]));
    }));
    await new Promise((resolve) => stream.listen(server.address().port, '127.0.0.1', resolve));
    assert.deepStrictEqual(await resolver.resolve4('a.test'), ['7.7.7.7']);
    stream.close();
  });
});

test('names that cannot be are refused without asking', async () => {
  const resolver = new dns.promises.Resolver();
  await assert.rejects(resolver.resolve4('a..b'), { code: 'EBADNAME' });
  await assert.rejects(resolver.resolve4('x.onion'), { code: 'ENOTFOUND' });
});
