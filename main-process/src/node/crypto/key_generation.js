'use strict';

const { codes } = require('internal/errors');
const {
  validateFunction, validateInt32, validateInteger, validateObject, validateOneOf, validateString, validateUint32,
} = require('internal/validators');
const { settle, viewOf } = require('./bytes');
const { parsePublicEncoding, parsePrivateEncoding } = require('./key_encoding');
const { jwkOf } = require('./jwk');
const { wrap, write } = require('./key_object');

const NO_BYTES = new Uint8Array(0);

function encodingOf(keyType, options, name, parse) {
  const given = options?.[name];
  if (given == null) return undefined;
  if (typeof given !== 'object') throw new codes.ERR_INVALID_ARG_VALUE(`options.${name}`, given);
  return parse(given, keyType, name);
}

/** How each half of a pair is to come out. */
function resultsOf(keyType, options, explicit) {
  const forms = {
    public: encodingOf(keyType, options, 'publicKeyEncoding', parsePublicEncoding),
    private: encodingOf(keyType, options, 'privateKeyEncoding', parsePrivateEncoding),
  };
  const result = (type, handle) => {
    const form = forms[type];
    if (form === undefined) return wrap(type, handle);
    if (form.format === 'jwk') return jwkOf(handle, type === 'private');
    return write(handle, form, explicit);
  };
  return (handle) => ({ publicKey: result('public', native.keyPublic(handle)), privateKey: result('private', handle) });
}

function renamed(options, old, name, deprecation) {
  if (options[name] !== undefined) validateString(options[name], `options.${name}`);
  if (options[old] === undefined) return options[name];
  process.emitWarning(
    `"options.${old}" is deprecated, use "options.${name}" instead.`, 'DeprecationWarning', deprecation);
  validateString(options[old], `options.${old}`);
  if (options[name] && options[old] !== options[name]) {
    throw new codes.ERR_INVALID_ARG_VALUE(`options.${old}`, options[old]);
  }
  return options[name] || options[old];
}

function rsa(options, pss) {
  validateObject(options, 'options');
  const { modulusLength, publicExponent = 0x10001, saltLength } = options;
  validateUint32(modulusLength, 'options.modulusLength');
  validateUint32(publicExponent, 'options.publicExponent');
  let restriction = [undefined, undefined, undefined];
  if (pss) {
    if (saltLength !== undefined) validateInt32(saltLength, 'options.saltLength', 0);
    const hash = renamed(options, 'hash', 'hashAlgorithm', 'DEP0154');
    restriction = [hash, renamed(options, 'mgf1Hash', 'mgf1HashAlgorithm', 'DEP0154'), saltLength];
  }
  return (...done) => native.generateRsa(modulusLength, publicExponent, pss, restriction, ...done);
}

function dsa(options) {
  validateObject(options, 'options');
  const { modulusLength, divisorLength } = options;
  validateUint32(modulusLength, 'options.modulusLength');
  if (divisorLength != null) validateInt32(divisorLength, 'options.divisorLength', 0);
  const divisor = divisorLength || (modulusLength < 2048 ? 160 : 256);
  return (...done) => native.generateDsa(modulusLength, divisor, ...done);
}

function ec(options) {
  validateObject(options, 'options');
  const { namedCurve, paramEncoding } = options;
  validateString(namedCurve, 'options.namedCurve');
  if (paramEncoding != null && paramEncoding !== 'named' && paramEncoding !== 'explicit') {
    throw new codes.ERR_INVALID_ARG_VALUE('options.paramEncoding', paramEncoding);
  }
  // Tells whether there is such a curve.
  native.curvePublic(namedCurve, NO_BYTES);
  return (...done) => native.generateNamed(namedCurve, ...done);
}

function dhGroup(options) {
  for (const other of ['prime', 'primeLength', 'generator']) {
    if (options[other] != null) throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('group', other);
  }
  validateString(options.group, 'options.group');
  const prime = native.groupPrime(options.group);
  if (!prime) throw new codes.ERR_CRYPTO_UNKNOWN_DH_GROUP();
  return (...done) => native.generateDh(prime, 0, 2, ...done);
}

function dh(options) {
  validateObject(options, 'options');
  const { group, primeLength, prime, generator } = options;
  if (group != null) return dhGroup(options);
  if (prime != null) {
    if (primeLength != null) throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('prime', 'primeLength');
    if (!ArrayBuffer.isView(prime)) {
      throw new codes.ERR_INVALID_ARG_TYPE('options.prime', ['Buffer', 'TypedArray', 'DataView'], prime);
    }
  } else if (primeLength != null) {
    validateInt32(primeLength, 'options.primeLength', 0);
  } else {
    throw new codes.ERR_MISSING_OPTION('At least one of the group, prime, or primeLength options');
  }
  if (generator != null) validateInt32(generator, 'options.generator', 0);
  const bytes = prime != null ? viewOf(prime) : NO_BYTES;
  return (...done) => native.generateDh(bytes, primeLength ?? 0, generator ?? 2, ...done);
}

const KINDS = {
  '__proto__': null,
  'rsa': (options) => rsa(options, false),
  'rsa-pss': (options) => rsa(options, true),
  dsa,
  ec,
  dh,
  'ed25519': () => (...done) => native.generateNamed('ed25519', ...done),
  'x25519': () => (...done) => native.generateNamed('x25519', ...done),
  'ed448': () => (...done) => native.generateNamed('ed448', ...done),
  'x448': () => (...done) => native.generateNamed('x448', ...done),
};

function pairJob(type, options) {
  validateString(type, 'type');
  if (options !== undefined) validateObject(options, 'options');
  const results = resultsOf(type, options, options?.paramEncoding === 'explicit');
  if (!KINDS[type]) throw new codes.ERR_INVALID_ARG_VALUE('type', type, 'must be a supported key type');
  return { run: KINDS[type](options), results };
}

function generateKeyPair(type, options, callback) {
  if (typeof options === 'function') [callback, options] = [options, undefined];
  validateFunction(callback, 'callback');
  const { run, results } = pairJob(type, options);
  run(settle((error, pair) => {
    if (error) callback(error);
    else callback(null, pair.publicKey, pair.privateKey);
  }, results));
}

Object.defineProperty(generateKeyPair, Symbol.for('nodejs.util.promisify.custom'), {
  value: (type, options) => new Promise((resolve, reject) => {
    generateKeyPair(type, options, (error, publicKey, privateKey) => {
      if (error) reject(error);
      else resolve({ publicKey, privateKey });
    });
  }),
  configurable: true,
});

function generateKeyPairSync(type, options) {
  const { run, results } = pairJob(type, options);
  return results(run());
}

function secretLength(type, options) {
  validateString(type, 'type');
  validateObject(options, 'options');
  const { length } = options;
  if (type === 'hmac') {
    validateInteger(length, 'options.length', 8, 2 ** 31 - 1);
    return Math.floor(length / 8);
  }
  if (type !== 'aes') throw new codes.ERR_INVALID_ARG_VALUE('type', type, 'must be a supported key type');
  validateOneOf(length, 'options.length', [128, 192, 256]);
  return length / 8;
}

function generateKey(type, options, callback) {
  if (typeof options === 'function') [callback, options] = [options, undefined];
  validateFunction(callback, 'callback');
  native.generateSecret(secretLength(type, options), settle(callback, (handle) => wrap('secret', handle)));
}

function generateKeySync(type, options) {
  return wrap('secret', native.generateSecret(secretLength(type, options)));
}

module.exports = { generateKeyPair, generateKeyPairSync, generateKey, generateKeySync };
