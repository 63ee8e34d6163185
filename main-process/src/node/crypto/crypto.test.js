'use strict';

const assert = require('node:assert');
const crypto = require('node:crypto');
const { test } = require('kaon:test');

test('hashes of the empty message and of "abc" are those of the standards', () => {
  const known = {
    'md5': '900150983cd24fb0d6963f7d28e17f72',
    'sha1': 'a9993e364706816aba3e25717850c26c9cd0d89d',
    'sha224': '23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7',
    'sha256': 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    'sha384': 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
    'sha3-256': '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532',
    'ripemd160': '8eb208f7e05d987a9b044a8e98c6b087f15a0bfc',
    'shake128': '5881092dd818bf5cf8a3ddb793fbcba7',
  };
  for (const [name, digest] of Object.entries(known)) {
    assert.strictEqual(crypto.createHash(name).update('abc').digest('hex'), digest, name);
    assert.strictEqual(crypto.hash(name, 'abc'), digest, name);
  }
  const empty = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
  assert.strictEqual(crypto.createHash('sha256').digest('base64'), empty);
  assert.strictEqual(crypto.createHash('shake256', { outputLength: 3 }).digest('hex'), '46b9dd');
});

test('a hash takes text and bytes in pieces, and can be copied on the way', () => {
  const hash = crypto.createHash('SHA256').update('a').update(Buffer.from('b'));
  const copy = hash.copy();
  assert.strictEqual(copy.update('63', 'hex').digest('hex'), crypto.hash('sha256', 'abc'));
  assert.strictEqual(hash.update(new DataView(Uint8Array.of(99).buffer)).digest('latin1').length, 32);
  assert.throws(() => hash.update('d'), { code: 'ERR_CRYPTO_HASH_FINALIZED' });
  assert.throws(() => hash.digest(), { code: 'ERR_CRYPTO_HASH_FINALIZED' });
  assert.throws(() => crypto.createHash('nothing'), { message: 'Digest method not supported' });
  assert.strictEqual(crypto.hash('sha1', '\ud800'), crypto.hash('sha1', '\ufffd'));
});

test('a hash is a stream', async () => {
  const hash = crypto.createHash('sha1');
  hash.setEncoding('hex');
  hash.write('a');
  hash.end('bc');
  let text = '';
  for await (const chunk of hash) text += chunk;
  assert.strictEqual(text, 'a9993e364706816aba3e25717850c26c9cd0d89d');
});

test('HMAC, as in RFC 4231', () => {
  const code = (key, data) => crypto.createHmac('sha256', key).update(data).digest('hex');
  assert.strictEqual(
    code('Jefe', 'what do ya want for nothing?'), '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  assert.strictEqual(
    code(Buffer.alloc(131, 0xaa), 'Test Using Larger Than Block-Size Key - Hash Key First'),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54');
  assert.strictEqual(code(crypto.createSecretKey('Jefe', 'utf8'), 'x'), code('Jefe', 'x'));
  assert.throws(() => crypto.createHmac('nothing', 'k'), { code: 'ERR_CRYPTO_INVALID_DIGEST' });
});

test('PBKDF2 (RFC 6070), HKDF (RFC 5869) and scrypt (RFC 7914)', async () => {
  assert.strictEqual(
    crypto.pbkdf2Sync('password', 'salt', 4096, 20, 'sha1').toString('hex'), '4b007901b765489abead49d926f721d065a429c1');
  const key = crypto.hkdfSync(
    'sha256', Buffer.alloc(22, 0x0b), Buffer.from('000102030405060708090a0b0c', 'hex'),
    Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex'), 42);
  assert.strictEqual(
    Buffer.from(key).toString('hex'),
    '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865');
  const stretched = await new Promise((resolve, reject) => {
    crypto.scrypt('', '', 64, { N: 16, r: 1, p: 1 }, (error, found) => error ? reject(error) : resolve(found));
  });
  assert.strictEqual(stretched.toString('hex').slice(0, 32), '77d6576238657b203b19ca42c18a0497');
  assert.throws(() => crypto.scryptSync('a', 'b', 8, { N: 3 }), { code: 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS' });
  assert.throws(() => crypto.hkdfSync('sha1', 'k', 's', 'i', 5101), { code: 'ERR_CRYPTO_INVALID_KEYLEN' });
});

test('random bytes fill what they are asked to, and no more', async () => {
  assert.strictEqual(crypto.randomBytes(16).length, 16);
  const view = crypto.randomFillSync(new Uint32Array(8), 2, 4);
  assert.ok(view.subarray(0, 2).every((word) => word === 0) && view.subarray(6).every((word) => word === 0));
  for (let count = 0; count < 100; count++) {
    const number = crypto.randomInt(-3, 4);
    assert.ok(number >= -3 && number < 4 && Number.isInteger(number));
  }
  const filled = await new Promise((resolve) => crypto.randomFill(Buffer.alloc(32), (_, buffer) => resolve(buffer)));
  assert.ok(filled.some((byte) => byte !== 0));
  assert.throws(() => crypto.randomInt(5, 5), { code: 'ERR_OUT_OF_RANGE' });
  assert.match(crypto.randomUUID(), /^[0-9a-f-]{36}$/);
});

test('timingSafeEqual compares the bytes of any views', () => {
  assert.strictEqual(crypto.timingSafeEqual(Buffer.from([1, 0]), new Uint16Array([1])), true);
  assert.strictEqual(crypto.timingSafeEqual(Buffer.from('ab'), Buffer.from('ac')), false);
  assert.throws(() => crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('ab')), {
    code: 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH',
  });
});

test('primes are told from other numbers, and made to order', () => {
  assert.strictEqual(crypto.checkPrimeSync(2n ** 521n - 1n), true);
  assert.strictEqual(crypto.checkPrimeSync(2n ** 521n + 1n), false);
  const prime = crypto.generatePrimeSync(64, { bigint: true, add: 12n, rem: 11n });
  assert.ok(crypto.checkPrimeSync(prime) && prime % 12n === 11n && prime.toString(2).length === 64);
  const safe = crypto.generatePrimeSync(48, { bigint: true, safe: true });
  assert.ok(crypto.checkPrimeSync((safe - 1n) / 2n));
});
