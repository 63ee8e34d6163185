'use strict';

const { codes } = require('internal/errors');
const { validateObject, validateOneOf } = require('internal/validators');
const { bigIntOf, bufferOf } = require('./bytes');
const { parsePublicEncoding, parsePrivateEncoding } = require('./key_encoding');
const { jwkOf } = require('./jwk');

const kHandle = Symbol('kHandle');
const TOKEN = {};

class KeyObject {
  #type;

  constructor(type, handle) {
    if (type !== 'secret' && type !== 'public' && type !== 'private') {
      throw new codes.ERR_INVALID_ARG_VALUE('type', type);
    }
    if (typeof handle !== 'object' || handle === null || handle.token !== TOKEN) {
      throw new codes.ERR_INVALID_ARG_TYPE('handle', 'object', handle);
    }
    this.#type = type;
    Object.defineProperty(this, kHandle, { value: handle.key });
  }

  get type() {
    return this.#type;
  }

  static from(key) {
    const inside = key?.[kKeyObject];
    if (inside === undefined) throw new codes.ERR_INVALID_ARG_TYPE('key', 'CryptoKey', key);
    return inside;
  }

  equals(otherKeyObject) {
    if (!isKeyObject(otherKeyObject)) {
      throw new codes.ERR_INVALID_ARG_TYPE('otherKeyObject', 'KeyObject', otherKeyObject);
    }
    return otherKeyObject.type === this.type && native.keyEquals(this[kHandle], otherKeyObject[kHandle]);
  }
}
Object.defineProperty(KeyObject.prototype, Symbol.toStringTag, { value: 'KeyObject', configurable: true });

/** Where a CryptoKey has the key that it stands for. */
const kKeyObject = Symbol.for('kaon.crypto.keyObject');

const isKeyObject = (value) => value instanceof KeyObject;

class SecretKeyObject extends KeyObject {
  get symmetricKeySize() {
    return native.keyLength(this[kHandle]);
  }

  export(options) {
    if (options !== undefined) {
      validateObject(options, 'options');
      validateOneOf(options.format, 'options.format', [undefined, 'buffer', 'jwk']);
      if (options.format === 'jwk') return { kty: 'oct', k: this.export().toString('base64url') };
    }
    return bufferOf(native.keyBytes(this[kHandle]));
  }
}

function details(parts) {
  const found = {};
  if (parts.bits !== undefined) found.modulusLength = parts.bits;
  if (parts.e !== undefined) found.publicExponent = bigIntOf(parts.e);
  if (parts.hash !== undefined) {
    found.hashAlgorithm = parts.hash;
    found.mgf1HashAlgorithm = parts.mask;
    found.saltLength = parts.salt;
  }
  if (parts.divisorBits !== undefined) found.divisorLength = parts.divisorBits;
  if (parts.curve !== undefined) found.namedCurve = parts.curve;
  return found;
}

class AsymmetricKeyObject extends KeyObject {
  #kind;
  #details;

  get asymmetricKeyType() {
    return this.#kind ??= native.keyKind(this[kHandle]);
  }

  get asymmetricKeyDetails() {
    if (this.#details === undefined) {
      const parts = native.keyParts(this[kHandle]);
      this.#details = parts.kind === 'dh' ? {} : details(parts);
    }
    return { ...this.#details };
  }
}

/** Writes a key as options that were checked say. */
function write(handle, { format, type, cipher, passphrase }, explicit = false) {
  const written = native.keyExport(handle, type, format === 'pem', explicit, cipher, passphrase);
  return typeof written === 'string' ? written : bufferOf(written);
}

class PublicKeyObject extends AsymmetricKeyObject {
  export(options) {
    if (options?.format === 'jwk') return jwkOf(this[kHandle], false);
    return write(this[kHandle], parsePublicEncoding(options, this.asymmetricKeyType));
  }
}

class PrivateKeyObject extends AsymmetricKeyObject {
  export(options) {
    if (options?.format === 'jwk') {
      if (options.passphrase !== undefined) {
        throw new codes.ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS('jwk', 'does not support encryption');
      }
      return jwkOf(this[kHandle], true);
    }
    return write(this[kHandle], parsePrivateEncoding(options, this.asymmetricKeyType));
  }
}

const KINDS = { secret: SecretKeyObject, public: PublicKeyObject, private: PrivateKeyObject };

/** The object for a native key. */
const wrap = (type, key) => new KINDS[type](type, { token: TOKEN, key });

const handleOf = (key) => key[kHandle];

module.exports = { KeyObject, isKeyObject, kKeyObject, wrap, handleOf, write };
