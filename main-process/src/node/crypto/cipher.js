'use strict';

const { codes } = require('internal/errors');
const { validateEncoding, validateInt32, validateObject, validateString } = require('internal/validators');
const { StringDecoder } = require('node/string_decoder');
const { bytesOf, chunkOf, bufferOf, stringOption, uintOption } = require('./bytes');
const { secretOf } = require('./key_input');
const { LazyTransform } = require('./lazy_transform');

const kHandle = Symbol('kHandle');
const kImplicitTag = Symbol('kImplicitTag');
const SHORT_TAG =
  'Using AES-GCM authentication tags of less than 128 bits without specifying the authTagLength option when ' +
  'initializing decryption is deprecated.';
const NO_BYTES = new Uint8Array(0);

function construct(self, encrypting, cipher, key, iv, options) {
  validateString(cipher, 'cipher');
  const encoding = stringOption(options, 'encoding');
  const secret = secretOf(key, encoding);
  const vector = iv === null ? NO_BYTES : bytesOf(iv, 'iv');
  const tagLength = uintOption(options, 'authTagLength');
  self[kHandle] = native.cipher(cipher, secret, vector, encrypting, tagLength);
  self[kImplicitTag] = tagLength === undefined;
  self._decoder = null;
  self._options = options;
}

function Cipheriv(cipher, key, iv, options) {
  if (!(this instanceof Cipheriv)) return new Cipheriv(cipher, key, iv, options);
  construct(this, true, cipher, key, iv, options);
}

function Decipheriv(cipher, key, iv, options) {
  if (!(this instanceof Decipheriv)) return new Decipheriv(cipher, key, iv, options);
  construct(this, false, cipher, key, iv, options);
}

// The encoding of the first text that came out holds for all of it.
function decoderOf(self, encoding) {
  const wanted = new StringDecoder(encoding);
  self._decoder ??= wanted;
  if (self._decoder.encoding !== wanted.encoding) {
    throw new codes.ERR_INTERNAL_ASSERTION('Cannot change encoding');
  }
  return self._decoder;
}

function update(data, inputEncoding, outputEncoding) {
  if (typeof data === 'string') validateEncoding(data, inputEncoding);
  const result = bufferOf(native.cipherUpdate(this[kHandle], chunkOf(data, inputEncoding)));
  if (!outputEncoding || outputEncoding === 'buffer') return result;
  return decoderOf(this, outputEncoding).write(result);
}

function final(outputEncoding) {
  const result = bufferOf(native.cipherFinal(this[kHandle]));
  if (!outputEncoding || outputEncoding === 'buffer') return result;
  return decoderOf(this, outputEncoding).end(result);
}

function setAutoPadding(autoPadding) {
  if (!native.cipherPadding(this[kHandle], autoPadding === undefined || !!autoPadding)) {
    throw new codes.ERR_CRYPTO_INVALID_STATE('setAutoPadding');
  }
  return this;
}

function setAAD(buffer, options) {
  const encoding = stringOption(options, 'encoding');
  const length = uintOption(options, 'plaintextLength');
  const bytes = bytesOf(buffer, 'aadbuf', encoding);
  if (!native.cipherAuthenticate(this[kHandle], bytes, length)) throw new codes.ERR_CRYPTO_INVALID_STATE('setAAD');
  return this;
}

function getAuthTag() {
  const tag = native.cipherTag(this[kHandle]);
  if (!tag) throw new codes.ERR_CRYPTO_INVALID_STATE('getAuthTag');
  return bufferOf(tag);
}

function setAuthTag(tag, encoding) {
  const bytes = bytesOf(tag, 'buffer', encoding);
  if (!native.cipherSetTag(this[kHandle], bytes)) throw new codes.ERR_CRYPTO_INVALID_STATE('setAuthTag');
  if (process.pendingDeprecation && bytes.length < 16 && this[kImplicitTag]) {
    process.emitWarning(SHORT_TAG, 'DeprecationWarning', 'DEP0182');
  }
  return this;
}

function _transform(chunk, encoding, callback) {
  this.push(bufferOf(native.cipherUpdate(this[kHandle], chunkOf(chunk, encoding))));
  callback();
}

function _flush(callback) {
  try {
    this.push(bufferOf(native.cipherFinal(this[kHandle])));
  } catch (error) {
    callback(error);
    return;
  }
  callback();
}

for (const Kind of [Cipheriv, Decipheriv]) {
  Object.setPrototypeOf(Kind.prototype, LazyTransform.prototype);
  Object.setPrototypeOf(Kind, LazyTransform);
  Object.assign(Kind.prototype, { _transform, _flush, update, final, setAutoPadding, setAAD });
}
Object.assign(Cipheriv.prototype, { getAuthTag });
Object.assign(Decipheriv.prototype, { setAuthTag });

function createCipheriv(cipher, key, iv, options) {
  return new Cipheriv(cipher, key, iv, options);
}

function createDecipheriv(cipher, key, iv, options) {
  return new Decipheriv(cipher, key, iv, options);
}

function getCiphers() {
  return native.cipherNames();
}

function getCipherInfo(nameOrNid, options) {
  if (typeof nameOrNid !== 'string' && typeof nameOrNid !== 'number') {
    throw new codes.ERR_INVALID_ARG_TYPE('nameOrNid', ['string', 'number'], nameOrNid);
  }
  if (typeof nameOrNid === 'number') validateInt32(nameOrNid, 'nameOrNid');
  let keyLength, ivLength;
  if (options !== undefined) {
    validateObject(options, 'options');
    ({ keyLength, ivLength } = options);
    if (keyLength !== undefined) validateInt32(keyLength, 'options.keyLength');
    if (ivLength !== undefined) validateInt32(ivLength, 'options.ivLength');
  }
  if (keyLength < 0 || ivLength < 0) return undefined;
  const name = typeof nameOrNid === 'string' ? nameOrNid : undefined;
  return native.cipherInfo(name, name === undefined ? nameOrNid : 0, keyLength, ivLength) ?? undefined;
}

module.exports = { Cipheriv, Decipheriv, createCipheriv, createDecipheriv, getCiphers, getCipherInfo };
