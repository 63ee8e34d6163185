'use strict';

const { codes } = require('internal/errors');
const { typedArrayName } = require('internal/types');
const { validateObject, validateBoolean } = require('internal/validators');

const INTEGERS = new Set([
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'BigInt64Array',
  'BigUint64Array',
]);
const MAX_REQUEST = 65536;
const TOKEN = Symbol('token');

const domException = (message, name) => {
  const { DOMException } = require('web/events');
  return new DOMException(message, name);
};

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

// Random bytes for a number of identifiers at once.
const stock = new Uint8Array(16 * 64);
let left = 0;

const uuidBytes = (fresh) => {
  if (fresh) {
    const bytes = new Uint8Array(16);
    native.fill(bytes);
    return bytes;
  }
  if (left === 0) {
    native.fill(stock);
    left = stock.length;
  }
  left -= 16;
  return stock.slice(left, left + 16);
};

class Crypto {
  #brand;

  constructor(token = undefined) {
    if (token !== TOKEN) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#brand in value)) throw new codes.ERR_INVALID_THIS('Crypto');
  }

  get subtle() {
    Crypto.#check(this);
    return subtle;
  }

  getRandomValues(array) {
    Crypto.#check(this);
    if (!INTEGERS.has(typedArrayName(array))) {
      throw domException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
    }
    if (array.byteLength > MAX_REQUEST) {
      throw domException('The requested length exceeds 65,536 bytes', 'QuotaExceededError');
    }
    native.fill(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    return array;
  }

  randomUUID(options = undefined) {
    Crypto.#check(this);
    if (options !== undefined) validateObject(options, 'options');
    const fresh = options?.disableEntropyCache ?? false;
    validateBoolean(fresh, 'options.disableEntropyCache');
    const bytes = uuidBytes(fresh);
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const text = Array.from(bytes, (byte) => hex[byte]).join('');
    const groups = [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)];
    return groups.join('-');
  }
}

const illegal = class {
  constructor() {
    throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
  }
};

/** It can be looked at, as many programs do that never use it; every operation rejects and says its name. */
class SubtleCrypto extends illegal {}
for (const name of [
  'encrypt', 'decrypt', 'sign', 'verify', 'digest', 'generateKey', 'deriveKey', 'deriveBits', 'importKey', 'exportKey', 'wrapKey',
  'unwrapKey',
]) {
  const operation = async () => {
    throw new codes.ERR_NOT_SUPPORTED(`crypto.subtle.${name}`);
  };
  Object.defineProperty(operation, 'name', { value: name });
  Object.defineProperty(SubtleCrypto.prototype, name, { value: operation, writable: true, enumerable: true, configurable: true });
}
const subtle = Object.create(SubtleCrypto.prototype);
class CryptoKey extends illegal {}
Object.setPrototypeOf(SubtleCrypto.prototype, Object.prototype);
Object.setPrototypeOf(CryptoKey.prototype, Object.prototype);

const tag = (constructor, name) =>
  Object.defineProperty(constructor.prototype, Symbol.toStringTag, { value: name, configurable: true });
tag(Crypto, 'Crypto');
tag(SubtleCrypto, 'SubtleCrypto');
tag(CryptoKey, 'CryptoKey');
for (const name of ['subtle', 'getRandomValues', 'randomUUID']) {
  Object.defineProperty(Crypto.prototype, name, { enumerable: true });
}

module.exports = { crypto: new Crypto(TOKEN), Crypto, CryptoKey, SubtleCrypto };
