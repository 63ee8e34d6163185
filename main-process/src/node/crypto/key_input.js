'use strict';

// Keys in every form that a script may give them in.

const { codes } = require('internal/errors');
const { validateObject } = require('internal/validators');
const { bytesOf, isData } = require('./bytes');
const { isTextOrData, parseEncoding } = require('./key_encoding');
const { fromJwk } = require('./jwk');
const { handleOf, isKeyObject, kKeyObject, wrap } = require('./key_object');

const BYTES = ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];
const TEXT = [...BYTES, 'string'];
const ALL = [...TEXT, 'KeyObject', 'CryptoKey'];

/** The KeyObject of a KeyObject or a CryptoKey; undefined for anything else. */
function keyObjectOf(value) {
  if (typeof value !== 'object' || value === null) return undefined;
  return isKeyObject(value) ? value : value[kKeyObject];
}

/** The bytes of a secret key; undefined for what is no key object. */
function secretBytes(value) {
  const key = keyObjectOf(value);
  if (key === undefined) return undefined;
  if (key.type !== 'secret') throw new codes.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(key.type, 'secret');
  return native.keyBytes(handleOf(key));
}

/** The bytes of a secret given as a key object, text or data. */
function secretOf(value, encoding, types = ALL) {
  const secret = secretBytes(value);
  return secret !== undefined ? secret : bytesOf(value, 'key', encoding, types);
}

// What a key is wanted for, and so what will do.
const PUBLIC = { private: false, objects: ['public', 'private'] };
const PRIVATE = { private: true, objects: ['private'] };
const CREATE_PUBLIC = { private: false, objects: ['private'] };
const CREATE_PRIVATE = { private: true, objects: [] };

function handleFor(key, original, purpose) {
  if (purpose === CREATE_PRIVATE) throw new codes.ERR_INVALID_ARG_TYPE('key', ['string', ...BYTES], original);
  if (!purpose.objects.includes(key.type)) {
    const expected = purpose === PUBLIC ? 'private or public' : 'private';
    throw new codes.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(key.type, expected);
  }
  return handleOf(key);
}

function read(data, purpose, { format = 'pem', type, passphrase } = {}) {
  return native.keyParse(purpose.private, data, format === 'der', type, passphrase);
}

function fromOptions(options, purpose) {
  const { key: data, encoding, format } = options;
  const key = keyObjectOf(data);
  if (key !== undefined) return handleFor(key, data, purpose);
  if (format === 'jwk') {
    validateObject(data, 'key.key');
    return fromJwk(data, !purpose.private);
  }
  if (!isTextOrData(data)) {
    throw new codes.ERR_INVALID_ARG_TYPE('key.key', purpose === CREATE_PRIVATE ? TEXT : ALL, data);
  }
  const isPublic = purpose.private ? false : undefined;
  return read(bytesOf(data, 'key', encoding), purpose, parseEncoding(options, undefined, isPublic));
}

/** The native key of whatever a script gave. */
function asymmetric(value, purpose) {
  const key = keyObjectOf(value);
  if (key !== undefined) return handleFor(key, value, purpose);
  if (isTextOrData(value)) return read(bytesOf(value, 'key'), purpose);
  if (typeof value === 'object' && value !== null) return fromOptions(value, purpose);
  throw new codes.ERR_INVALID_ARG_TYPE('key', purpose === CREATE_PRIVATE ? TEXT : ALL, value);
}

const publicKey = (value) => asymmetric(value, PUBLIC);
const privateKey = (value) => asymmetric(value, PRIVATE);

function createSecretKey(key, encoding) {
  const types = encoding === undefined && !isData(key) && typeof key !== 'string' ? BYTES : TEXT;
  return wrap('secret', native.keySecret(bytesOf(key, 'key', encoding, types)));
}

function createPublicKey(key) {
  const handle = asymmetric(key, CREATE_PUBLIC);
  return wrap('public', native.keyPublic(handle));
}

function createPrivateKey(key) {
  return wrap('private', asymmetric(key, CREATE_PRIVATE));
}

module.exports = {
  keyObjectOf, secretBytes, secretOf, publicKey, privateKey, createSecretKey, createPublicKey, createPrivateKey,
};
