'use strict';

const { codes } = require('internal/errors');
const { validateFunction, validateInt32, validateObject } = require('internal/validators');
const { Buffer } = require('node/buffer');
const { bytesOf, bufferOf, isData, output, settle } = require('./bytes');
const { isKeyObject, handleOf } = require('./key_object');

const GENERATOR = 2;
const NUMBERS = ['number', 'string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];

const opensslError = (number, library, reason, code) =>
  Object.assign(new Error(`error:${number}:${library}::${reason}`), { library, reason, code });

const trimmed = (bytes) => {
  let start = 0;
  while (start < bytes.length && bytes[start] === 0) start++;
  return bytes.subarray(start);
};
const isBelowTwo = (bytes) => bytes.length === 0 || (bytes.length === 1 && bytes[0] < 2);

function generatorBytes(generator, encoding) {
  let bytes;
  if (!generator) bytes = Buffer.of(GENERATOR);
  else if (typeof generator === 'number') {
    validateInt32(generator, 'generator');
    if (generator < 2) throw opensslError('02800065', 'Diffie-Hellman routines', 'bad generator', 'ERR_OSSL_DH_BAD_GENERATOR');
    bytes = Buffer.from(generator.toString(16).padStart(8, '0'), 'hex');
  } else {
    if (typeof generator !== 'string' && !isData(generator)) {
      throw new codes.ERR_INVALID_ARG_TYPE('generator', NUMBERS, generator);
    }
    bytes = bytesOf(generator, 'generator', encoding);
  }
  bytes = trimmed(bytes);
  if (isBelowTwo(bytes)) {
    throw opensslError('02800065', 'Diffie-Hellman routines', 'bad generator', 'ERR_OSSL_DH_BAD_GENERATOR');
  }
  return bytes;
}

function primeOf(size) {
  validateInt32(size, 'sizeOrKey');
  if (size < 512) {
    throw opensslError('0280007E', 'Diffie-Hellman routines', 'modulus too small', 'ERR_OSSL_DH_MODULUS_TOO_SMALL');
  }
  return native.dhPrime(size);
}

/** What both kinds share: a prime, a generator, and a pair of keys once there is one. */
class Exchange {
  #check;

  constructor(prime, generator) {
    this.prime = prime;
    this.generator = generator;
    this.publicKey = undefined;
    this.privateKey = undefined;
  }

  get verifyError() {
    return this.#check ??= native.dhCheck(this.prime, this.generator);
  }

  generate() {
    this.privateKey ??= native.dhGenerate(this.prime);
    this.publicKey = native.dhPower(this.generator, this.privateKey, this.prime);
    if (!this.publicKey) throw new codes.ERR_CRYPTO_OPERATION_FAILED('Key generation failed');
    return this.publicKey;
  }

  compute(other) {
    if (this.privateKey === undefined) {
      throw opensslError('02800064', 'Diffie-Hellman routines', 'no private value', 'ERR_OSSL_DH_NO_PRIVATE_VALUE');
    }
    const key = trimmed(other);
    const refuse = (reason) => {
      throw Object.assign(new RangeError(reason), { code: 'ERR_CRYPTO_INVALID_KEYLEN' });
    };
    if (isBelowTwo(key)) refuse('Supplied key is too small');
    const limit = BigInt(`0x${bufferOf(this.prime).toString('hex')}`) - 1n;
    if (BigInt(`0x${Buffer.from(key).toString('hex')}`) >= limit) refuse('Supplied key is too large');
    const shared = native.dhPower(key, this.privateKey, this.prime);
    const secret = Buffer.alloc(trimmed(this.prime).length);
    secret.set(shared, secret.length - shared.length);
    return secret;
  }
}

const kExchange = Symbol('kExchange');

function DiffieHellman(sizeOrKey, keyEncoding, generator, genEncoding) {
  if (!(this instanceof DiffieHellman)) return new DiffieHellman(sizeOrKey, keyEncoding, generator, genEncoding);
  if (typeof sizeOrKey !== 'number' && typeof sizeOrKey !== 'string' && !isData(sizeOrKey)) {
    throw new codes.ERR_INVALID_ARG_TYPE('sizeOrKey', NUMBERS, sizeOrKey);
  }
  if (keyEncoding && !Buffer.isEncoding(keyEncoding) && keyEncoding !== 'buffer') {
    [keyEncoding, generator, genEncoding] = [undefined, keyEncoding, generator];
  }
  if (typeof sizeOrKey === 'number') validateInt32(sizeOrKey, 'sizeOrKey');
  const base = generatorBytes(generator, genEncoding);
  const prime = typeof sizeOrKey === 'number' ? primeOf(sizeOrKey) : bytesOf(sizeOrKey, 'sizeOrKey', keyEncoding);
  Object.defineProperty(this, kExchange, { value: new Exchange(new Uint8Array(prime), base) });
}

function DiffieHellmanGroup(name) {
  if (!(this instanceof DiffieHellmanGroup)) return new DiffieHellmanGroup(name);
  const prime = native.groupPrime(name);
  if (!prime) throw new codes.ERR_CRYPTO_UNKNOWN_DH_GROUP();
  Object.defineProperty(this, kExchange, { value: new Exchange(prime, Buffer.of(GENERATOR)) });
}

const copyOf = (bytes, encoding) => output(new Uint8Array(bytes), encoding);

function present(bytes, what, encoding) {
  if (bytes === undefined) {
    const message = `No ${what} key - did you forget to generate one?`;
    throw Object.assign(new Error(message), { code: 'ERR_CRYPTO_INVALID_STATE' });
  }
  return copyOf(bytes, encoding);
}

const methods = {
  generateKeys(encoding) {
    return copyOf(this[kExchange].generate(), encoding);
  },
  computeSecret(key, inEnc, outEnc) {
    return output(this[kExchange].compute(bytesOf(key, 'otherPublicKey', inEnc)), outEnc);
  },
  getPrime(encoding) {
    return copyOf(this[kExchange].prime, encoding);
  },
  getGenerator(encoding) {
    return copyOf(this[kExchange].generator, encoding);
  },
  getPublicKey(encoding) {
    return present(this[kExchange].publicKey, 'public', encoding);
  },
  getPrivateKey(encoding) {
    return present(this[kExchange].privateKey, 'private', encoding);
  },
};

for (const Kind of [DiffieHellman, DiffieHellmanGroup]) {
  Object.assign(Kind.prototype, methods);
  Object.defineProperty(Kind.prototype, 'verifyError', {
    get() {
      return this[kExchange].verifyError;
    },
    enumerable: true,
    configurable: true,
  });
}

DiffieHellman.prototype.setPublicKey = function setPublicKey(key, encoding) {
  this[kExchange].publicKey = new Uint8Array(bytesOf(key, 'key', encoding));
  return this;
};

DiffieHellman.prototype.setPrivateKey = function setPrivateKey(key, encoding) {
  this[kExchange].privateKey = new Uint8Array(bytesOf(key, 'key', encoding));
  return this;
};

function createDiffieHellman(sizeOrKey, keyEncoding, generator, genEncoding) {
  return new DiffieHellman(sizeOrKey, keyEncoding, generator, genEncoding);
}

function createDiffieHellmanGroup(name) {
  return new DiffieHellmanGroup(name);
}

const AGREEING = new Set(['dh', 'ec', 'x25519', 'x448']);

function checkPair(privateKey, publicKey) {
  if (!isKeyObject(privateKey)) throw new codes.ERR_INVALID_ARG_VALUE('options.privateKey', privateKey);
  if (!isKeyObject(publicKey)) throw new codes.ERR_INVALID_ARG_VALUE('options.publicKey', publicKey);
  if (privateKey.type !== 'private') {
    throw new codes.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(privateKey.type, 'private');
  }
  if (publicKey.type !== 'public' && publicKey.type !== 'private') {
    throw new codes.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(publicKey.type, 'private or public');
  }
  const [own, other] = [privateKey.asymmetricKeyType, publicKey.asymmetricKeyType];
  if (own !== other || !AGREEING.has(own)) {
    throw new codes.ERR_CRYPTO_INCOMPATIBLE_KEY('key types for Diffie-Hellman', `${own} and ${other}`);
  }
}

function diffieHellman(options, callback) {
  validateObject(options, 'options');
  const { privateKey, publicKey } = options;
  checkPair(privateKey, publicKey);
  const keys = [handleOf(privateKey), handleOf(publicKey)];
  if (callback === undefined) return bufferOf(native.agree(...keys));
  validateFunction(callback, 'callback');
  native.agree(...keys, settle(callback, bufferOf));
}

module.exports = { DiffieHellman, DiffieHellmanGroup, createDiffieHellman, createDiffieHellmanGroup, diffieHellman };
