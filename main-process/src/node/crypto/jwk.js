'use strict';

// Keys as JSON (RFC 7517, RFC 7518, RFC 8037).

const { codes } = require('internal/errors');
const { validateOneOf, validateString } = require('internal/validators');
const { Buffer } = require('node/buffer');
const { bufferOf } = require('./bytes');

const EC_CURVES = ['P-256', 'secp256k1', 'P-384', 'P-521'];
const OKP_CURVES = ['Ed25519', 'Ed448', 'X25519', 'X448'];
const MEMBERS = { RSA: ['n', 'e'], EC: ['x', 'y'], OKP: ['x'] };
const SECRET_MEMBERS = { RSA: ['d', 'p', 'q', 'dp', 'dq', 'qi'], EC: ['d'], OKP: ['d'] };
const KINDS = { RSA: 'rsa', EC: 'ec', OKP: 'okp' };

/** A native key of a JWK; its private members are looked at only when a private key is wanted. */
function fromJwk(key, isPublic) {
  validateOneOf(key.kty, 'key.kty', ['RSA', 'EC', 'OKP']);
  const { kty } = key;
  if (kty === 'EC') validateOneOf(key.crv, 'key.crv', EC_CURVES);
  if (kty === 'OKP') {
    validateString(key.crv, 'key.crv');
    validateOneOf(key.crv, 'key.crv', OKP_CURVES);
  }
  const names = isPublic ? MEMBERS[kty] : [...MEMBERS[kty], ...SECRET_MEMBERS[kty]];
  const parts = {};
  for (const name of names) {
    validateString(key[name], `key.${name}`);
    parts[name] = Buffer.from(key[name], 'base64url');
  }
  return native.keyBuild(KINDS[kty], key.crv ?? '', parts);
}

/** A JWK of a native key. */
function jwkOf(handle, isPrivate) {
  const parts = native.keyParts(handle);
  const kty = parts.kind === 'rsa' ? 'RSA' : parts.kind === 'ec' ? 'EC' : parts.jwk && 'OKP';
  if (!kty) throw new codes.ERR_CRYPTO_JWK_UNSUPPORTED_KEY_TYPE();
  const jwk = { kty };
  if (kty !== 'RSA') jwk.crv = parts.jwk;
  for (const name of isPrivate ? [...MEMBERS[kty], ...SECRET_MEMBERS[kty]] : MEMBERS[kty]) {
    jwk[name] = bufferOf(parts[name]).toString('base64url');
  }
  return jwk;
}

module.exports = { fromJwk, jwkOf };
