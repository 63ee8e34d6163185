'use strict';

const errors = {
  ERR_CRYPTO_CUSTOM_ENGINE_NOT_SUPPORTED: 'Custom engines not supported by this OpenSSL',
  ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY: 'Public key is not valid for specified curve',
  ERR_CRYPTO_ENGINE_UNKNOWN: (name) => `Engine "${name}" was not found`,
  ERR_CRYPTO_FIPS_UNAVAILABLE: 'Cannot set FIPS mode in a non-FIPS build.',
  ERR_CRYPTO_HASH_FINALIZED: 'Digest already called',
  ERR_CRYPTO_HASH_UPDATE_FAILED: 'Hash update failed',
  ERR_CRYPTO_INCOMPATIBLE_KEY: (name, expected) => `Incompatible ${name}: ${expected}`,
  ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS: (name, reason) => `The selected key encoding ${name} ${reason}.`,
  ERR_CRYPTO_INVALID_STATE: (operation) => `Invalid state for operation ${operation}`,
  ERR_CRYPTO_JWK_UNSUPPORTED_CURVE: (curve) => `Unsupported JWK EC curve: ${curve}.`,
  ERR_CRYPTO_JWK_UNSUPPORTED_KEY_TYPE: 'Unsupported JWK Key Type.',
  ERR_CRYPTO_OPERATION_FAILED: (reason) => reason,
  ERR_CRYPTO_PBKDF2_ERROR: 'PBKDF2 error',
  ERR_CRYPTO_SCRYPT_INVALID_PARAMETER: 'Invalid scrypt parameter',
  ERR_CRYPTO_SCRYPT_NOT_SUPPORTED: 'Scrypt algorithm not supported',
  ERR_CRYPTO_SIGN_KEY_REQUIRED: 'No key provided to sign',
  ERR_CRYPTO_UNKNOWN_CIPHER: 'Unknown cipher',
  ERR_CRYPTO_UNKNOWN_DH_GROUP: 'Unknown DH group',
  ERR_CRYPTO_UNSUPPORTED_OPERATION: (reason = 'Unsupported crypto operation') => reason,
  ERR_NO_CRYPTO: 'Node.js is not compiled with OpenSSL crypto support',
  ERR_OSSL_EVP_UNSUPPORTED: (reason) => reason,
};

const typeErrors = {
  ERR_CRYPTO_ECDH_INVALID_FORMAT: (format) => `Invalid ECDH format: ${format}`,
  ERR_CRYPTO_INVALID_AUTH_TAG: (reason = 'Invalid authentication tag') => reason,
  ERR_CRYPTO_INVALID_COUNTER: 'Invalid counter',
  ERR_CRYPTO_INVALID_CURVE: 'Invalid EC curve name',
  ERR_CRYPTO_INVALID_DIGEST: (name) => `Invalid digest: ${name}`,
  ERR_CRYPTO_INVALID_IV: 'Invalid initialization vector',
  ERR_CRYPTO_INVALID_JWK: 'Invalid JWK data',
  ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE: (actual, expected) =>
    `Invalid key object type ${actual}, expected ${expected}.`,
  ERR_MISSING_PASSPHRASE: (reason = 'Passphrase required for encrypted key') => reason,
};

const rangeErrors = {
  ERR_CRYPTO_INVALID_KEYLEN: 'Invalid key length',
  ERR_CRYPTO_INVALID_KEYPAIR: 'Invalid key pair',
  ERR_CRYPTO_INVALID_KEYTYPE: 'Invalid key type',
  ERR_CRYPTO_INVALID_MESSAGELEN: 'Invalid message length',
  ERR_CRYPTO_INVALID_SCRYPT_PARAMS: (reason = 'Invalid scrypt params') => reason,
  ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH: 'Input buffers must have the same byte length',
};

module.exports = { texts: { Error: errors, TypeError: typeErrors, RangeError: rangeErrors } };
