'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');

test('getRandomValues fills any array of integers, and that array alone', () => {
  const bytes = new Uint8Array(64);
  assert.strictEqual(crypto.getRandomValues(bytes.subarray(16, 48)).length, 32);
  assert.ok(bytes.subarray(0, 16).every((byte) => byte === 0) && bytes.subarray(48).every((byte) => byte === 0));
  assert.ok(bytes.subarray(16, 48).some((byte) => byte !== 0));
  for (const Kind of [Int8Array, Uint16Array, Int32Array, BigUint64Array, Uint8ClampedArray]) {
    assert.ok(crypto.getRandomValues(new Kind(16)).some((value) => value != 0), Kind.name);
  }
  assert.strictEqual(crypto.getRandomValues(new Uint8Array(0)).length, 0);
});

test('getRandomValues refuses what is no such array or too large', () => {
  for (const value of [1, undefined, new Float32Array(1), new DataView(new ArrayBuffer(1)), [1]]) {
    assert.throws(() => crypto.getRandomValues(value), { name: 'TypeMismatchError', code: 17 });
  }
  assert.throws(() => crypto.getRandomValues(new Uint8Array(65537)), { name: 'QuotaExceededError', code: 22 });
});

test('randomUUID gives version 4, never the same', () => {
  const seen = new Set();
  for (let index = 0; index < 200; index++) {
    const id = crypto.randomUUID(index % 2 ? { disableEntropyCache: true } : undefined);
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    seen.add(id);
  }
  assert.strictEqual(seen.size, 200);
  assert.throws(() => crypto.randomUUID(1), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => crypto.randomUUID({ disableEntropyCache: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('nobody makes a Crypto, and its methods want one', () => {
  for (const Kind of [Crypto, SubtleCrypto, CryptoKey]) assert.throws(() => new Kind(), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
  assert.throws(() => Crypto.prototype.randomUUID.call({}), { code: 'ERR_INVALID_THIS' });
  assert.throws(() => Crypto.prototype.getRandomValues.call({}), { code: 'ERR_INVALID_THIS' });
  assert.strictEqual(Object.prototype.toString.call(crypto), '[object Crypto]');
});

test('what is missing says so', () => {
  assert.ok(crypto.subtle instanceof SubtleCrypto);
  return assert.rejects(crypto.subtle.digest('SHA-256', new Uint8Array()), { code: 'ERR_NOT_SUPPORTED', message: /subtle\.digest/ });
});
