'use strict';
const assert = require('node:assert');
const { generateKeyPairSync } = require('node:crypto');
const jwt = require('jsonwebtoken');

const token = jwt.sign({ user: 'ada' }, 'secret', { expiresIn: '1h', issuer: 'me' });
assert.strictEqual(jwt.verify(token, 'secret', { issuer: 'me' }).user, 'ada');
assert.throws(() => jwt.verify(token, 'other'), { name: 'JsonWebTokenError', message: 'invalid signature' });
const expired = jwt.sign({ exp: 1 }, 'secret');
assert.throws(() => jwt.verify(expired, 'secret'), { name: 'TokenExpiredError' });
for (const [algorithm, kind, options] of [['RS256', 'rsa', { modulusLength: 2048 }], ['ES256', 'ec', { namedCurve: 'P-256' }]]) {
  const { privateKey, publicKey } = generateKeyPairSync(kind, options);
  const signed = jwt.sign({ a: 1 }, privateKey, { algorithm });
  assert.strictEqual(jwt.verify(signed, publicKey, { algorithms: [algorithm] }).a, 1);
  assert.strictEqual(jwt.decode(signed, { complete: true }).header.alg, algorithm);
}
