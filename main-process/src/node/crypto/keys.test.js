'use strict';

const assert = require('node:assert');
const crypto = require('node:crypto');
const { test } = require('kaon:test');

const text = Buffer.from('what is to be signed');
const pairs = new Map();

/** One pair of each kind for all the tests. */
function pair(kind) {
  if (!pairs.has(kind)) {
    const options = { 'rsa': { modulusLength: 1024 }, 'rsa-pss': { modulusLength: 1024, hashAlgorithm: 'sha256' } };
    const named = /^(P-|secp)/.test(kind);
    pairs.set(kind, crypto.generateKeyPairSync(named ? 'ec' : kind, named ? { namedCurve: kind } : options[kind]));
  }
  return pairs.get(kind);
}

const SIGNING = ['rsa', 'rsa-pss', 'P-256', 'P-384', 'P-521', 'secp256k1', 'ed25519', 'ed448'];

test('every kind of key signs, and only what was signed is verified', () => {
  for (const kind of SIGNING) {
    const { publicKey, privateKey } = pair(kind);
    const digest = kind.startsWith('ed') ? null : 'sha256';
    const signature = crypto.sign(digest, text, privateKey);
    assert.strictEqual(crypto.verify(digest, text, publicKey, signature), true, kind);
    assert.strictEqual(crypto.verify(digest, Buffer.from('else'), publicKey, signature), false, kind);
    signature[signature.length >> 1] ^= 1;
    assert.strictEqual(crypto.verify(digest, text, publicKey, signature), false, kind);
  }
});

test('Ed25519 and Ed448 sign as in RFC 8032', () => {
  const known = [
    ['Ed25519', '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
    ['Ed448', 'c4eab05d357007c632f3dbb48489924d552b08fe0c353a0d4a1f00acda2c463a' +
      'fbea67c5e8d2877c5e3bc397a659949ef8021e954e0a12274e', '03',
    '26b8f91727bd62897af15e41eb43c377efb9c610d48f2335cb0bd0087810f435' +
      '2541b143c4b981b7e18f62de8ccdf633fc1bf037ab7cd779805e0dbcc0aae1cb' +
      'cee1afb2e027df36bc04dcecbf154336c19f0af7e0a6472905e799f1953d2a0f' +
      'f3348ab21aa4adafd1d234441cf807c03a00'],
  ];
  for (const [crv, secret, message, signature] of known) {
    const d = Buffer.from(secret, 'hex');
    const key = crypto.createPrivateKey({ key: { kty: 'OKP', crv, d: d.toString('base64url'), x: '' }, format: 'jwk' });
    assert.strictEqual(crypto.sign(null, Buffer.from(message, 'hex'), key).toString('hex'), signature, crv);
  }
});

test('two keys of a kind agree on a secret', () => {
  for (const kind of ['x25519', 'x448', 'P-256', 'P-521', 'secp256k1']) {
    const [one, other] = [pair(kind), kind.startsWith('x') ?
      crypto.generateKeyPairSync(kind) : crypto.generateKeyPairSync('ec', { namedCurve: kind })];
    const there = crypto.diffieHellman({ privateKey: one.privateKey, publicKey: other.publicKey });
    const back = crypto.diffieHellman({ privateKey: other.privateKey, publicKey: one.publicKey });
    assert.deepStrictEqual(there, back, kind);
  }
});

test('a key survives every form that it can be written in', () => {
  const forms = {
    'rsa': ['pkcs1', 'pkcs8'], 'rsa-pss': ['pkcs8'], 'P-256': ['sec1', 'pkcs8'], 'P-521': ['sec1', 'pkcs8'],
    'ed25519': ['pkcs8'], 'x25519': ['pkcs8'], 'ed448': ['pkcs8'], 'x448': ['pkcs8'],
  };
  for (const [kind, types] of Object.entries(forms)) {
    const { publicKey, privateKey } = pair(kind);
    for (const type of types) {
      for (const format of ['pem', 'der']) {
        const key = privateKey.export({ type, format });
        assert.ok(crypto.createPrivateKey({ key, type, format }).equals(privateKey), `${kind} ${type} ${format}`);
      }
      const locked = privateKey.export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' });
      assert.ok(crypto.createPrivateKey({ key: locked, passphrase: 'open' }).equals(privateKey));
      assert.throws(() => crypto.createPrivateKey(locked), { code: 'ERR_OSSL_CRYPTO_INTERRUPTED_OR_CANCELLED' });
    }
    const spki = publicKey.export({ type: 'spki', format: 'der' });
    assert.ok(crypto.createPublicKey({ key: spki, type: 'spki', format: 'der' }).equals(publicKey));
    if (kind === 'rsa-pss') continue;
    const jwk = privateKey.export({ format: 'jwk' });
    assert.ok(crypto.createPrivateKey({ key: jwk, format: 'jwk' }).equals(privateKey), kind);
    assert.ok(crypto.createPublicKey({ key: jwk, format: 'jwk' }).equals(publicKey), kind);
  }
});

test('keys tell what they are', () => {
  assert.deepStrictEqual(pair('P-256').publicKey.asymmetricKeyDetails, { namedCurve: 'prime256v1' });
  assert.deepStrictEqual(
    pair('rsa').privateKey.asymmetricKeyDetails, { modulusLength: 1024, publicExponent: 65537n });
  assert.deepStrictEqual(pair('rsa-pss').publicKey.asymmetricKeyDetails, {
    modulusLength: 1024, publicExponent: 65537n, hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha256', saltLength: 32,
  });
  const secret = crypto.createSecretKey(Buffer.from('0102', 'hex'));
  assert.deepStrictEqual([secret.type, secret.symmetricKeySize], ['secret', 2]);
  assert.deepStrictEqual(secret.export({ format: 'jwk' }), { kty: 'oct', k: 'AQI' });
  assert.strictEqual(crypto.generateKeySync('aes', { length: 192 }).symmetricKeySize, 24);
});

test('RSA encrypts and decrypts, with every padding that is still allowed', () => {
  const { publicKey, privateKey } = pair('rsa');
  const message = Buffer.from('short');
  for (const oaepHash of ['sha1', 'sha256']) {
    const sealed = crypto.publicEncrypt({ key: publicKey, oaepHash, oaepLabel: 'label' }, message);
    assert.deepStrictEqual(crypto.privateDecrypt({ key: privateKey, oaepHash, oaepLabel: 'label' }, sealed), message);
    assert.throws(() => crypto.privateDecrypt({ key: privateKey, oaepHash }, sealed), {
      code: 'ERR_OSSL_RSA_OAEP_DECODING_ERROR',
    });
  }
  assert.deepStrictEqual(crypto.publicDecrypt(publicKey, crypto.privateEncrypt(privateKey, message)), message);
  const padding = crypto.constants.RSA_PKCS1_PADDING;
  const sealed = crypto.publicEncrypt({ key: publicKey, padding }, message);
  assert.throws(() => crypto.privateDecrypt({ key: privateKey, padding }, sealed), { code: 'ERR_INVALID_ARG_VALUE' });
});

test('streams of data are signed as well, and PSS takes any salt', () => {
  const { publicKey, privateKey } = pair('rsa');
  for (const saltLength of [0, 20, crypto.constants.RSA_PSS_SALTLEN_DIGEST, crypto.constants.RSA_PSS_SALTLEN_MAX_SIGN]) {
    const padding = crypto.constants.RSA_PKCS1_PSS_PADDING;
    const signature = crypto.createSign('sha256').update(text).sign({ key: privateKey, padding, saltLength }, 'hex');
    const verified = crypto.createVerify('RSA-SHA256').update(text).verify({ key: publicKey, padding }, signature, 'hex');
    assert.strictEqual(verified, true);
  }
  const plain = crypto.sign('sha256', text, { key: pair('P-384').privateKey, dsaEncoding: 'ieee-p1363' });
  assert.strictEqual(plain.length, 96);
});

test('generating off the thread gives the forms that were asked for', async () => {
  const [publicKey, privateKey] = await new Promise((resolve, reject) => {
    const options = {
      namedCurve: 'P-256', publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    };
    crypto.generateKeyPair('ec', options, (error, ...keys) => error ? reject(error) : resolve(keys));
  });
  assert.match(publicKey, /^-----BEGIN PUBLIC KEY-----\n/);
  assert.ok(Buffer.isBuffer(privateKey));
  assert.throws(() => crypto.generateKeyPairSync('ec', { namedCurve: 'x' }), { code: 'ERR_CRYPTO_INVALID_CURVE' });
});

test('both sides of an exchange come to the same secret', () => {
  const [one, other] = [crypto.createDiffieHellman(crypto.getDiffieHellman('modp5').getPrime()), crypto.getDiffieHellman('modp5')];
  one.generateKeys();
  const shared = one.computeSecret(other.generateKeys('hex'), 'hex', 'hex');
  assert.strictEqual(other.computeSecret(one.getPublicKey(), null, 'hex'), shared);
  assert.strictEqual(other.verifyError, 0);
  const [alice, bob] = [crypto.createECDH('secp521r1'), crypto.createECDH('secp521r1')];
  alice.generateKeys();
  const point = bob.generateKeys('base64', 'compressed');
  assert.deepStrictEqual(alice.computeSecret(point, 'base64'), bob.computeSecret(alice.getPublicKey()));
  assert.throws(() => alice.computeSecret('00', 'hex'), { code: 'ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY' });
});
