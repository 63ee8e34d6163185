'use strict';

// Keys from passwords and from other keys.

const { codes } = require('internal/errors');
const { validateFunction, validateInt32, validateInteger, validateString, validateUint32 } =
  require('internal/validators');
const { MAX_LENGTH, bytesOf, bufferOf, isData, settle, viewOf } = require('./bytes');
const { secretBytes } = require('./key_input');

function pbkdf2Arguments(password, salt, iterations, keylen, digest) {
  validateString(digest, 'digest');
  const bytes = [bytesOf(password, 'password'), bytesOf(salt, 'salt')];
  validateInt32(iterations, 'iterations', 1);
  validateInt32(keylen, 'keylen', 0);
  return [...bytes, iterations, keylen, digest];
}

function pbkdf2(password, salt, iterations, keylen, digest, callback) {
  if (typeof digest === 'function') {
    callback = digest;
    digest = undefined;
  }
  const given = pbkdf2Arguments(password, salt, iterations, keylen, digest);
  validateFunction(callback, 'callback');
  native.pbkdf2(...given, settle(callback, bufferOf));
}

function pbkdf2Sync(password, salt, iterations, keylen, digest) {
  return bufferOf(native.pbkdf2(...pbkdf2Arguments(password, salt, iterations, keylen, digest)));
}

const SCRYPT_NAMES = [['N', 'cost'], ['r', 'blockSize'], ['p', 'parallelization']];
const MEMORY_LIMIT = 'Invalid scrypt params: error:030000AC:digital envelope routines::memory limit exceeded';

function scryptOptions(options) {
  const found = { N: 16384, r: 8, p: 1, maxmem: 32 << 20 };
  if (!options || typeof options !== 'object') return found;
  for (const [short, long] of SCRYPT_NAMES) {
    const value = options[short];
    if (value !== undefined) {
      validateUint32(value, short);
      found[short] = value;
    }
    if (options[long] === undefined) continue;
    if (value !== undefined) throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR(short, long);
    validateUint32(options[long], long);
    found[short] = options[long];
  }
  if (options.maxmem !== undefined) {
    found.maxmem = options.maxmem;
    validateInteger(found.maxmem, 'maxmem', 0);
  }
  found.N ||= 16384;
  found.r ||= 8;
  found.p ||= 1;
  found.maxmem ||= 32 << 20;
  return found;
}

// OpenSSL's conditions, in its order.
function checkScrypt({ N, r, p, maxmem }) {
  if (N < 2 || (N & (N - 1)) !== 0) throw new codes.ERR_CRYPTO_INVALID_SCRYPT_PARAMS();
  const beyond = p > Math.floor((2 ** 30 - 1) / r) || (16 * r <= 63 && N >= 2 ** (16 * r)) ||
    p * 128 * r + 32 * r * (N + 2) * 4 > maxmem;
  if (beyond) throw new codes.ERR_CRYPTO_INVALID_SCRYPT_PARAMS(MEMORY_LIMIT);
}

function scryptArguments(password, salt, keylen, options) {
  const found = scryptOptions(options);
  const bytes = [bytesOf(password, 'password'), bytesOf(salt, 'salt')];
  validateInt32(keylen, 'keylen', 0);
  checkScrypt(found);
  return [...bytes, keylen, [found.N, found.r, found.p]];
}

function scrypt(password, salt, keylen, options, callback) {
  if (callback === undefined) {
    callback = options;
    options = undefined;
  }
  const given = scryptArguments(password, salt, keylen, options);
  validateFunction(callback, 'callback');
  native.scrypt(...given, settle(callback, bufferOf));
}

function scryptSync(password, salt, keylen, options) {
  return bufferOf(native.scrypt(...scryptArguments(password, salt, keylen, options)));
}

const MAX_INFO = 1024;
const SOURCES = ['string', 'ArrayBuffer', 'TypedArray', 'DataView', 'Buffer'];

function hkdfKey(key) {
  const secret = secretBytes(key);
  if (secret !== undefined) return secret;
  if (typeof key !== 'string' && !isData(key)) {
    throw new codes.ERR_INVALID_ARG_TYPE(
      'ikm', ['string', 'SecretKeyObject', 'ArrayBuffer', 'TypedArray', 'DataView', 'Buffer'], key);
  }
  return bytesOf(key, 'ikm');
}

function hkdfArguments(hash, key, salt, info, length) {
  validateString(hash, 'digest');
  const bytes = [hkdfKey(key), bytesOf(salt, 'salt', undefined, SOURCES), bytesOf(info, 'info', undefined, SOURCES)];
  validateInteger(length, 'length', 0, MAX_LENGTH);
  if (bytes[2].byteLength > MAX_INFO) {
    throw new codes.ERR_OUT_OF_RANGE('info', 'must not contain more than 1024 bytes', bytes[2].byteLength);
  }
  const digest = native.hashInfo(hash);
  if (!digest) throw new codes.ERR_CRYPTO_INVALID_DIGEST(hash);
  if (length > 255 * digest[1]) throw new codes.ERR_CRYPTO_INVALID_KEYLEN();
  return [hash, ...bytes.map(viewOf), length];
}

function hkdf(hash, key, salt, info, length, callback) {
  const given = hkdfArguments(hash, key, salt, info, length);
  validateFunction(callback, 'callback');
  native.hkdf(...given, settle(callback, (bytes) => bytes.buffer));
}

function hkdfSync(hash, key, salt, info, length) {
  return native.hkdf(...hkdfArguments(hash, key, salt, info, length)).buffer;
}

module.exports = { pbkdf2, pbkdf2Sync, scrypt, scryptSync, hkdf, hkdfSync };
