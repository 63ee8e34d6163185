'use strict';

const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');
const { Buffer } = require('node/buffer');
const { bufferOf, stringOption } = require('./bytes');
const { feed, conclude } = require('./hash');
const { LazyTransform } = require('./lazy_transform');

const kHandle = Symbol('kHandle');
const kFinalized = Symbol('kFinalized');

function Hmac(hmac, key, options) {
  if (!(this instanceof Hmac)) return new Hmac(hmac, key, options);
  validateString(hmac, 'hmac');
  const encoding = stringOption(options, 'encoding');
  const secret = require('./key_input').secretOf(key, encoding);
  this[kHandle] = native.hmac(hmac, secret);
  this[kFinalized] = false;
  this._options = options;
}
Object.setPrototypeOf(Hmac.prototype, LazyTransform.prototype);
Object.setPrototypeOf(Hmac, LazyTransform);

Hmac.prototype.update = function update(data, encoding) {
  if (this[kFinalized]) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  feed(this[kHandle], data, encoding);
  return this;
};

Hmac.prototype.digest = function digest(outputEncoding) {
  const encoding = outputEncoding ? `${outputEncoding}` : undefined;
  if (this[kFinalized]) {
    const nothing = Buffer.alloc(0);
    return encoding && encoding !== 'buffer' ? nothing.toString(encoding) : nothing;
  }
  const result = conclude(this[kHandle], encoding);
  this[kFinalized] = true;
  return result;
};

Hmac.prototype._transform = function _transform(chunk, encoding, callback) {
  feed(this[kHandle], chunk, encoding);
  callback();
};

Hmac.prototype._flush = function _flush(callback) {
  this.push(bufferOf(native.hashDigest(this[kHandle], undefined)));
  callback();
};

function createHmac(hmac, key, options) {
  return new Hmac(hmac, key, options);
}

module.exports = { Hmac, createHmac };
