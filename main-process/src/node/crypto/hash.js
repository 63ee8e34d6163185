'use strict';

const { codes } = require('internal/errors');
const { validateEncoding, validateString, validateUint32 } = require('internal/validators');
const { Buffer } = require('node/buffer');
const { viewOf, bufferOf, output } = require('./bytes');
const { LazyTransform } = require('./lazy_transform');

const kHandle = Symbol('kHandle');
const kFinalized = Symbol('kFinalized');
const kAlgorithm = Symbol('kAlgorithm');
const kStreamed = Symbol('kStreamed');

const NATIVE_TEXT = new Set(['hex', 'base64', 'base64url']);

function lengthOption(options) {
  const length = typeof options === 'object' && options !== null ? options.outputLength : undefined;
  if (length !== undefined) validateUint32(length, 'options.outputLength');
  return length;
}

function Hash(algorithm, options) {
  if (!(this instanceof Hash)) return new Hash(algorithm, options);
  const copied = algorithm instanceof Hash;
  if (!copied) validateString(algorithm, 'algorithm');
  const length = options === undefined ? undefined : lengthOption(options);
  this[kAlgorithm] = copied ? algorithm[kAlgorithm] : algorithm;
  this[kHandle] = copied ?
    native.hashFork(algorithm[kHandle], this[kAlgorithm], length) : native.hash(algorithm, length);
  this[kFinalized] = false;
  this._options = options;
}
Object.setPrototypeOf(Hash.prototype, LazyTransform.prototype);
Object.setPrototypeOf(Hash, LazyTransform);

/** Feeds text or a view to a hash or an authentication code. */
function feed(handle, data, encoding) {
  if (typeof data === 'string') {
    if (encoding === undefined || encoding === 'utf8' || encoding === 'utf-8' || encoding === 'buffer') {
      native.hashUpdateText(handle, data);
      return;
    }
    validateEncoding(data, encoding);
    native.hashUpdate(handle, Buffer.from(data, encoding));
    return;
  }
  if (!ArrayBuffer.isView(data)) {
    throw new codes.ERR_INVALID_ARG_TYPE('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  }
  native.hashUpdate(handle, viewOf(data));
}

/** The outcome as text, if an encoding is named, or as a Buffer. */
function conclude(handle, encoding) {
  if (encoding === undefined || encoding === null || encoding === 'buffer') {
    return bufferOf(native.hashDigest(handle, undefined));
  }
  if (NATIVE_TEXT.has(encoding)) return native.hashDigest(handle, encoding);
  return bufferOf(native.hashDigest(handle, undefined)).toString(encoding);
}

Hash.prototype.copy = function copy(options) {
  if (this[kFinalized]) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  return new Hash(this, options);
};

Hash.prototype.update = function update(data, encoding) {
  if (this[kFinalized]) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  feed(this[kHandle], data, encoding);
  return this;
};

Hash.prototype.digest = function digest(outputEncoding) {
  if (this[kFinalized]) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  const encoding = outputEncoding ? `${outputEncoding}` : undefined;
  const streamed = this[kStreamed];
  const result = streamed === undefined ? conclude(this[kHandle], encoding) : output(streamed.slice(), encoding);
  this[kFinalized] = true;
  return result;
};

Hash.prototype._transform = function _transform(chunk, encoding, callback) {
  feed(this[kHandle], chunk, encoding);
  callback();
};

Hash.prototype._flush = function _flush(callback) {
  // What went out of the stream can still be asked for.
  this[kStreamed] = bufferOf(native.hashDigest(this[kHandle], undefined));
  this.push(bufferOf(this[kStreamed].slice()));
  callback();
};

function createHash(algorithm, options) {
  return new Hash(algorithm, options);
}

function hash(algorithm, input, outputEncoding = 'hex') {
  validateString(algorithm, 'algorithm');
  if (typeof input !== 'string' && !ArrayBuffer.isView(input)) {
    throw new codes.ERR_INVALID_ARG_TYPE('input', ['Buffer', 'TypedArray', 'DataView', 'string'], input);
  }
  validateString(outputEncoding, 'outputEncoding');
  const encoding = outputEncoding.toLowerCase();
  if (encoding !== 'buffer' && !Buffer.isEncoding(encoding)) {
    throw new codes.ERR_INVALID_ARG_VALUE('outputEncoding', outputEncoding);
  }
  const text = NATIVE_TEXT.has(encoding) ? encoding : undefined;
  const result = typeof input === 'string' ?
    native.hashOnceText(algorithm, input, text) : native.hashOnce(algorithm, viewOf(input), text);
  if (text !== undefined) return result;
  return encoding === 'buffer' ? bufferOf(result) : bufferOf(result).toString(encoding);
}

const NAMES = [
  'RSA-MD5', 'RSA-RIPEMD160', 'RSA-SHA1', 'RSA-SHA1-2', 'RSA-SHA224', 'RSA-SHA256', 'RSA-SHA3-224', 'RSA-SHA3-256',
  'RSA-SHA3-384', 'RSA-SHA3-512', 'RSA-SHA384', 'RSA-SHA512', 'RSA-SHA512/224', 'RSA-SHA512/256', 'blake2b512',
  'blake2s256', 'id-rsassa-pkcs1-v1_5-with-sha3-224', 'id-rsassa-pkcs1-v1_5-with-sha3-256',
  'id-rsassa-pkcs1-v1_5-with-sha3-384', 'id-rsassa-pkcs1-v1_5-with-sha3-512', 'md5', 'md5-sha1',
  'md5WithRSAEncryption', 'ripemd', 'ripemd160', 'ripemd160WithRSA', 'rmd160', 'sha1', 'sha1WithRSAEncryption',
  'sha224', 'sha224WithRSAEncryption', 'sha256', 'sha256WithRSAEncryption', 'sha3-224', 'sha3-256', 'sha3-384',
  'sha3-512', 'sha384', 'sha384WithRSAEncryption', 'sha512', 'sha512-224', 'sha512-224WithRSAEncryption',
  'sha512-256', 'sha512-256WithRSAEncryption', 'sha512WithRSAEncryption', 'shake128', 'shake256', 'ssl3-md5',
  'ssl3-sha1',
];

function getHashes() {
  return [...NAMES];
}

module.exports = { Hash, createHash, hash, getHashes, feed, conclude };
