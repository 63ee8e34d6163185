'use strict';

const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');
const { Buffer } = require('node/buffer');
const { bytesOf, output } = require('./bytes');

const FORMATS = new Set(['compressed', 'hybrid', 'uncompressed']);

function formatOf(format) {
  if (!format) return 'uncompressed';
  if (!FORMATS.has(format)) throw new codes.ERR_CRYPTO_ECDH_INVALID_FORMAT(format);
  return format;
}

const failure = (message) => Object.assign(new Error(message), { code: 'ERR_CRYPTO_OPERATION_FAILED' });

class Ecdh {
  constructor(curve) {
    this.curve = curve;
    this.privateKey = undefined;
    this.publicKey = undefined;
  }
}

const kState = Symbol('kState');

function ECDH(curve) {
  if (!(this instanceof ECDH)) return new ECDH(curve);
  validateString(curve, 'curve');
  // Tells whether there is such a curve.
  native.curvePublic(curve, new Uint8Array(0));
  Object.defineProperty(this, kState, { value: new Ecdh(curve) });
}

ECDH.prototype.generateKeys = function generateKeys(encoding, format) {
  const state = this[kState];
  state.privateKey = native.curveGenerate(state.curve);
  state.publicKey = native.curvePublic(state.curve, state.privateKey);
  return this.getPublicKey(encoding, format);
};

ECDH.prototype.computeSecret = function computeSecret(otherPublicKey, inputEncoding, outputEncoding) {
  const state = this[kState];
  const other = bytesOf(otherPublicKey, 'otherPublicKey', inputEncoding);
  if (state.privateKey === undefined) throw new codes.ERR_CRYPTO_INVALID_KEYPAIR();
  const own = native.curvePublic(state.curve, state.privateKey);
  if (state.publicKey === undefined || Buffer.compare(own, state.publicKey) !== 0) {
    throw new codes.ERR_CRYPTO_INVALID_KEYPAIR();
  }
  if (!native.curveConvert(state.curve, other, 'uncompressed')) throw new codes.ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY();
  const secret = native.curveAgree(state.curve, state.privateKey, other);
  if (!secret) throw failure('Failed to compute ECDH key');
  return output(secret, outputEncoding);
};

ECDH.prototype.getPublicKey = function getPublicKey(encoding, format) {
  const form = formatOf(format);
  const { curve, publicKey } = this[kState];
  if (publicKey === undefined) throw failure('Failed to get ECDH public key');
  return output(native.curveConvert(curve, publicKey, form), encoding);
};

ECDH.prototype.getPrivateKey = function getPrivateKey(encoding) {
  const { privateKey } = this[kState];
  if (privateKey === undefined) throw failure('Failed to get ECDH private key');
  return output(new Uint8Array(privateKey), encoding);
};

ECDH.prototype.setPrivateKey = function setPrivateKey(key, encoding) {
  const state = this[kState];
  const secret = bytesOf(key, 'key', encoding);
  const point = native.curvePublic(state.curve, secret);
  if (!point) {
    const message = 'Private key is not valid for specified curve.';
    throw Object.assign(new RangeError(message), { code: 'ERR_CRYPTO_INVALID_KEYTYPE' });
  }
  state.privateKey = new Uint8Array(secret);
  state.publicKey = point;
  return this;
};

ECDH.prototype.setPublicKey = function setPublicKey(key, encoding) {
  const state = this[kState];
  const point = native.curveConvert(state.curve, bytesOf(key, 'key', encoding), 'uncompressed');
  if (!point) throw failure('Failed to convert Buffer to EC_POINT');
  state.publicKey = point;
  return this;
};

ECDH.convertKey = function convertKey(key, curve, inEnc, outEnc, format) {
  validateString(curve, 'curve');
  const bytes = bytesOf(key, 'key', inEnc);
  const form = formatOf(format);
  const converted = native.curveConvert(curve, bytes, form);
  if (!converted) throw failure('Failed to convert Buffer to EC_POINT');
  return output(converted, outEnc);
};

function createECDH(curve) {
  return new ECDH(curve);
}

function getCurves() {
  return native.curveNames();
}

module.exports = { ECDH, createECDH, getCurves };
