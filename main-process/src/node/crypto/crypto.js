'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateString } = require('internal/validators');
const { deprecate } = require('node/util');
const { Certificate } = require('./certificate');
const cipher = require('./cipher');
const constants = require('./constants');
const dh = require('./diffie_hellman');
const ecdh = require('./ecdh');
const { Hash, createHash, hash, getHashes } = require('./hash');
const { Hmac, createHmac } = require('./hmac');
const kdf = require('./kdf');
const generation = require('./key_generation');
const { createPrivateKey, createPublicKey, createSecretKey } = require('./key_input');
const { KeyObject } = require('./key_object');
const primes = require('./primes');
const publicCipher = require('./public_cipher');
const random = require('./random');
const signatures = require('./sign');
const { X509Certificate } = require('./x509');

function setEngine(id) {
  validateString(id, 'id');
  throw new codes.ERR_CRYPTO_ENGINE_UNKNOWN(id);
}

function getFips() {
  return 0;
}

function setFips(enabled) {
  validateBoolean(enabled, 'enabled');
  if (enabled) throw new codes.ERR_CRYPTO_FIPS_UNAVAILABLE();
}

// There is no such heap: secrets are wiped when they are let go of.
function secureHeapUsed() {
  return { total: 0, used: 0, utilization: 0, min: 0 };
}

const { checkPrime, checkPrimeSync, generatePrime, generatePrimeSync } = primes;
const { Cipheriv, Decipheriv, createCipheriv, createDecipheriv, getCiphers, getCipherInfo } = cipher;
const { DiffieHellman, DiffieHellmanGroup, createDiffieHellman, createDiffieHellmanGroup, diffieHellman } = dh;
const { ECDH, createECDH, getCurves } = ecdh;
const { hkdf, hkdfSync, pbkdf2, pbkdf2Sync, scrypt, scryptSync } = kdf;
const { generateKey, generateKeySync, generateKeyPair, generateKeyPairSync } = generation;
const { privateDecrypt, privateEncrypt, publicDecrypt, publicEncrypt } = publicCipher;
const { randomBytes, randomFill, randomFillSync, randomInt, randomUUID, timingSafeEqual } = random;
const { Sign, Verify, createSign, createVerify, sign, verify } = signatures;

module.exports = {
  checkPrime,
  checkPrimeSync,
  createCipheriv,
  createDecipheriv,
  createDiffieHellman,
  createDiffieHellmanGroup,
  createECDH,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  createSign,
  createVerify,
  diffieHellman,
  generatePrime,
  generatePrimeSync,
  getCiphers,
  getCipherInfo,
  getCurves,
  getDiffieHellman: createDiffieHellmanGroup,
  getHashes,
  hkdf,
  hkdfSync,
  pbkdf2,
  pbkdf2Sync,
  generateKeyPair,
  generateKeyPairSync,
  generateKey,
  generateKeySync,
  privateDecrypt,
  privateEncrypt,
  publicDecrypt,
  publicEncrypt,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  scrypt,
  scryptSync,
  sign,
  setEngine,
  timingSafeEqual,
  getFips,
  setFips,
  verify,
  hash,
  Certificate,
  Cipheriv,
  Decipheriv,
  DiffieHellman,
  DiffieHellmanGroup,
  ECDH,
  Hash,
  Hmac,
  KeyObject,
  Sign,
  Verify,
  X509Certificate,
  secureHeapUsed,
};

const { crypto: webcrypto } = require('web/crypto');

const oldRandom = (name) => process.pendingDeprecation ?
  deprecate(randomBytes, `crypto.${name} is deprecated.`, 'DEP0115') : randomBytes;
const lazily = (get) => ({ get, enumerable: true, configurable: false });
const hidden = (value) => ({ value, enumerable: false, configurable: true, writable: true });

Object.defineProperties(module.exports, {
  constants: { value: constants, enumerable: true, configurable: false },
  webcrypto: lazily(() => webcrypto),
  subtle: lazily(() => webcrypto.subtle),
  getRandomValues: {
    value: (array) => webcrypto.getRandomValues(array), enumerable: true, configurable: true, writable: true,
  },
  fips: { get: getFips, set: setFips, enumerable: false, configurable: true },
  pseudoRandomBytes: hidden(oldRandom('pseudoRandomBytes')),
  prng: hidden(oldRandom('prng')),
  rng: hidden(oldRandom('rng')),
});
