'use strict';

const assert = require('node:assert');
const crypto = require('node:crypto');
const { test } = require('kaon:test');

const bytes = (text) => Buffer.from(text, 'hex');
const KEY = bytes('2b7e151628aed2a6abf7158809cf4f3c');
const VECTOR = bytes('000102030405060708090a0b0c0d0e0f');
const COUNTER = bytes('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff');
const PLAIN = bytes('6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51');

function both(name, key, iv, plain, sealed) {
  const cipher = crypto.createCipheriv(name, key, iv).setAutoPadding(false);
  assert.strictEqual(cipher.update(plain, null, 'hex') + cipher.final('hex'), sealed, name);
  const decipher = crypto.createDecipheriv(name, key, iv).setAutoPadding(false);
  const pieces = [decipher.update(sealed.slice(0, 10), 'hex'), decipher.update(sealed.slice(10), 'hex'), decipher.final()];
  assert.deepStrictEqual(Buffer.concat(pieces), plain, name);
}

test('the modes of AES, as in NIST SP 800-38A', () => {
  both('aes-128-ecb', KEY, null, PLAIN, '3ad77bb40d7a3660a89ecaf32466ef97f5d3d58503b9699de785895a96fdbaaf');
  both('aes-128-cbc', KEY, VECTOR, PLAIN, '7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2');
  both('aes-128-ctr', KEY, COUNTER, PLAIN, '874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff');
  both('aes-128-cfb', KEY, VECTOR, PLAIN, '3b3fd92eb72dad20333449f8e83cfb4ac8a64537a0b3a93fcde3cdad9f1ce58b');
  both('aes-128-ofb', KEY, VECTOR, PLAIN, '3b3fd92eb72dad20333449f8e83cfb4a7789508d16918f03f53c52dac54ed825');
  both('aes-128-cfb8', KEY, VECTOR, PLAIN.subarray(0, 18), '3b79424c9c0dd436bace9e0ed4586a4f32b9');
});

test('padding is added and taken away, and a wrong one is refused', () => {
  const seal = (text) => {
    const cipher = crypto.createCipheriv('aes-256-cbc', Buffer.alloc(32, 1), VECTOR);
    return cipher.update(text, 'utf8', 'base64') + cipher.final('base64');
  };
  const open = (text, key = 1) => {
    const decipher = crypto.createDecipheriv('aes-256-cbc', Buffer.alloc(32, key), VECTOR);
    return decipher.update(text, 'base64', 'utf8') + decipher.final('utf8');
  };
  for (const text of ['', 'a', 'sixteen letters!', 'grüße, and some more']) assert.strictEqual(open(seal(text)), text);
  assert.throws(() => open(seal('text'), 2), { code: 'ERR_OSSL_BAD_DECRYPT', reason: 'bad decrypt' });
  assert.throws(() => open('AAAA'), { code: 'ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH' });
});

test('GCM authenticates, as in the test cases of its authors', () => {
  const key = bytes('feffe9928665731c6d6a8f9467308308');
  const iv = bytes('cafebabefacedbaddecaf888');
  const aad = bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2');
  const text = bytes(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
    '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39');
  const cipher = crypto.createCipheriv('aes-128-gcm', key, iv).setAAD(aad);
  const sealed = Buffer.concat([cipher.update(text.subarray(0, 7)), cipher.update(text.subarray(7)), cipher.final()]);
  assert.strictEqual(sealed.toString('hex').slice(0, 32), '42831ec2217774244b7221b784d0d49c');
  assert.strictEqual(cipher.getAuthTag().toString('hex'), '5bc94fbc3221a5db94fae95ae7121a47');
  const open = (tag) => {
    const decipher = crypto.createDecipheriv('aes-128-gcm', key, iv).setAAD(aad).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  };
  assert.deepStrictEqual(open(cipher.getAuthTag()), text);
  assert.throws(() => open(Buffer.alloc(16)), { message: 'Unsupported state or unable to authenticate data' });
  assert.throws(() => open(Buffer.alloc(5)), { code: 'ERR_CRYPTO_INVALID_AUTH_TAG' });
});

test('ChaCha20-Poly1305, as in RFC 8439', () => {
  const key = Buffer.from(Array.from({ length: 32 }, (_, index) => 0x80 + index));
  const cipher = crypto.createCipheriv('chacha20-poly1305', key, bytes('070000004041424344454647'), { authTagLength: 16 });
  cipher.setAAD(bytes('50515253c0c1c2c3c4c5c6c7'));
  const text = "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, " +
    'sunscreen would be it.';
  assert.strictEqual(cipher.update(text, 'utf8', 'hex').slice(0, 32), 'd31a8d34648e60db7b86afbc53ef7ec2');
  cipher.final();
  assert.strictEqual(cipher.getAuthTag().toString('hex'), '1ae10b594f09e26a7e902ecbd0600691');
});

test('CCM (RFC 3610) and OCB (RFC 7253) go both ways', () => {
  const key = bytes('c0c1c2c3c4c5c6c7c8c9cacbcccdcecf');
  const text = bytes('08090a0b0c0d0e0f101112131415161718191a1b1c1d1e');
  const ccm = crypto.createCipheriv('aes-128-ccm', key, bytes('00000003020100a0a1a2a3a4a5'), { authTagLength: 8 });
  ccm.setAAD(bytes('0001020304050607'), { plaintextLength: text.length });
  assert.strictEqual(ccm.update(text, null, 'hex'), '588c979a61c663d2f066d0c2c0f989806d5f6b61dac384');
  ccm.final();
  assert.strictEqual(ccm.getAuthTag().toString('hex'), '17e8d12cfdf926e0');
  const ocb = crypto.createCipheriv('aes-128-ocb', VECTOR, bytes('bbaa99887766554433221101'), { authTagLength: 16 });
  ocb.setAAD(bytes('0001020304050607'));
  assert.strictEqual(ocb.update(bytes('0001020304050607'), null, 'hex') + ocb.final('hex'), '6820b3657b6f615a');
  assert.strictEqual(ocb.getAuthTag().toString('hex'), '5725bda0d3b4eb3a257c9af1f8f03009');
});

test('keys are wrapped as in RFC 3394 and RFC 5649', () => {
  const wrap = (name, iv, text) => {
    const cipher = crypto.createCipheriv(name, bytes('5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8'), bytes(iv));
    return cipher.update(text, 'hex', 'hex') + cipher.final('hex');
  };
  assert.strictEqual(
    wrap('id-aes192-wrap-pad', 'a65959a6', 'c37b7e6492584340bed12207808941155068f738'),
    '138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a');
  const cipher = crypto.createCipheriv(
    'aes128-wrap', bytes('000102030405060708090a0b0c0d0e0f'), bytes('a6a6a6a6a6a6a6a6'));
  assert.strictEqual(
    cipher.update('00112233445566778899aabbccddeeff', 'hex', 'hex'), '1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5');
});

test('a cipher is a stream', async () => {
  const cipher = crypto.createCipheriv('des-ede3-cbc', Buffer.alloc(24, 'key'), Buffer.alloc(8));
  const decipher = crypto.createDecipheriv('des-ede3-cbc', Buffer.alloc(24, 'key'), Buffer.alloc(8));
  cipher.pipe(decipher).setEncoding('utf8');
  cipher.write('one ');
  cipher.end('and two');
  let text = '';
  for await (const chunk of decipher) text += chunk;
  assert.strictEqual(text, 'one and two');
});

test('what does not fit is refused before it is used', () => {
  const make = (...given) => () => crypto.createCipheriv(...given);
  assert.throws(make('nothing', 'k', 'i'), { code: 'ERR_CRYPTO_UNKNOWN_CIPHER' });
  assert.throws(make('aes-128-cbc', Buffer.alloc(15), VECTOR), { code: 'ERR_CRYPTO_INVALID_KEYLEN' });
  assert.throws(make('aes-128-cbc', KEY, Buffer.alloc(15)), { code: 'ERR_CRYPTO_INVALID_IV' });
  assert.throws(make('aes-128-ccm', KEY, Buffer.alloc(12)), { code: 'ERR_CRYPTO_INVALID_AUTH_TAG' });
  const done = crypto.createCipheriv('aes-128-cbc', KEY, VECTOR);
  done.final();
  assert.throws(() => done.final(), { code: 'ERR_CRYPTO_INVALID_STATE' });
  assert.deepStrictEqual(
    crypto.getCipherInfo('aes-128-cbc'),
    { mode: 'cbc', name: 'aes-128-cbc', nid: 419, blockSize: 16, ivLength: 16, keyLength: 16 });
  assert.strictEqual(crypto.getCipherInfo('nothing'), undefined);
});
