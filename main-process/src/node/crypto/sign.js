'use strict';

const { codes } = require('internal/errors');
const { validateEncoding, validateFunction, validateString } = require('internal/validators');
const { Writable } = require('node/stream');
const { bytesOf, isData, output, settle, viewOf } = require('./bytes');
const { feed } = require('./hash');
const { privateKey, publicKey } = require('./key_input');

const kHandle = Symbol('kHandle');
const kAlgorithm = Symbol('kAlgorithm');

function intOption(options, name) {
  const value = options?.[name];
  if (value === undefined) return undefined;
  if (value !== value >> 0) throw new codes.ERR_INVALID_ARG_VALUE(`options.${name}`, value);
  return value;
}

function isPlain(options) {
  if (typeof options !== 'object' || options === null) return false;
  const { dsaEncoding = 'der' } = options;
  if (dsaEncoding !== 'der' && dsaEncoding !== 'ieee-p1363') {
    throw new codes.ERR_INVALID_ARG_VALUE('options.dsaEncoding', dsaEncoding);
  }
  return dsaEncoding === 'ieee-p1363';
}

/** How to sign, in the order that the natives take it in. */
function manner(options, hashed) {
  const padding = intOption(options, 'padding');
  const saltLength = intOption(options, 'saltLength');
  return [+hashed, +isPlain(options), padding, saltLength];
}

function construct(self, algorithm, options) {
  validateString(algorithm, 'algorithm');
  if (algorithm === 'DSS1' || algorithm === 'dss1') algorithm = 'sha1';
  if (!native.hashInfo(algorithm)) {
    throw new codes.ERR_CRYPTO_INVALID_DIGEST(algorithm);
  }
  self[kAlgorithm] = algorithm;
  self[kHandle] = native.hash(algorithm, undefined);
  Writable.call(self, options);
}

function Sign(algorithm, options) {
  if (!(this instanceof Sign)) return new Sign(algorithm, options);
  construct(this, algorithm, options);
}

function Verify(algorithm, options) {
  if (!(this instanceof Verify)) return new Verify(algorithm, options);
  construct(this, algorithm, options);
}

function handleOf(self) {
  const handle = self[kHandle];
  if (handle === undefined) throw Object.assign(new Error('Not initialised'), { code: 'ERR_CRYPTO_INVALID_STATE' });
  return handle;
}

function _write(chunk, encoding, callback) {
  feed(handleOf(this), chunk, encoding);
  callback();
}

function update(data, encoding) {
  if (typeof data === 'string') validateEncoding(data, encoding);
  feed(handleOf(this), data, encoding);
  return this;
}

for (const Kind of [Sign, Verify]) {
  Object.setPrototypeOf(Kind.prototype, Writable.prototype);
  Object.setPrototypeOf(Kind, Writable);
  Object.assign(Kind.prototype, { _write, update });
}

/** The hash of all that was fed; nothing can be fed afterwards. */
function finish(self) {
  const hash = native.hashDigest(handleOf(self), undefined);
  self[kHandle] = undefined;
  return hash;
}

Sign.prototype.sign = function sign(options, encoding) {
  if (!options) throw new codes.ERR_CRYPTO_SIGN_KEY_REQUIRED();
  const how = manner(options, true);
  const key = privateKey(options);
  return output(native.sign(key, this[kAlgorithm], how, finish(this)), encoding);
};

Verify.prototype.verify = function verify(options, signature, signatureEncoding) {
  const how = manner(options, true);
  const bytes = bytesOf(signature, 'signature', signatureEncoding);
  const key = publicKey(options);
  return native.verify(key, this[kAlgorithm], how, finish(this), bytes);
};

function checkShared(algorithm, callback) {
  if (algorithm != null) validateString(algorithm, 'algorithm');
  if (callback !== undefined) validateFunction(callback, 'callback');
}

function sign(algorithm, data, key, callback) {
  checkShared(algorithm, callback);
  const bytes = bytesOf(data, 'data');
  if (!key) throw new codes.ERR_CRYPTO_SIGN_KEY_REQUIRED();
  const how = manner(key, false);
  const given = [privateKey(key), algorithm ?? undefined, how, bytes];
  if (callback === undefined) return output(native.sign(...given));
  native.sign(...given, settle(callback, (signature) => output(signature)));
}

function verify(algorithm, data, key, signature, callback) {
  checkShared(algorithm, callback);
  const bytes = bytesOf(data, 'data');
  const how = manner(key, false);
  if (!isData(signature)) {
    throw new codes.ERR_INVALID_ARG_TYPE('signature', ['Buffer', 'TypedArray', 'DataView'], signature);
  }
  const given = [publicKey(key), algorithm ?? undefined, how, bytes, viewOf(signature)];
  if (callback === undefined) return native.verify(...given);
  native.verify(...given, settle(callback));
}

function createSign(algorithm, options) {
  return new Sign(algorithm, options);
}

function createVerify(algorithm, options) {
  return new Verify(algorithm, options);
}

module.exports = { Sign, Verify, createSign, createVerify, sign, verify };
