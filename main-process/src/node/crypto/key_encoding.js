'use strict';

// The options that say in which form a key comes or is to be written.

const { codes } = require('internal/errors');
const { bytesOf, isData } = require('./bytes');

const isTextOrData = (value) => typeof value === 'string' || isData(value);
const nameOf = (key, object) => object === undefined ? `options.${key}` : `options.${object}.${key}`;

function parseFormat(format, fallback, name) {
  if (format === undefined && fallback !== undefined) return fallback;
  if (format === 'pem' || format === 'der' || format === 'jwk') return format;
  throw new codes.ERR_INVALID_ARG_VALUE(name, format);
}

function parseType(type, { required, keyType, isPublic, name }) {
  if (type === undefined && !required) return undefined;
  if (type === 'pkcs1') {
    if (keyType !== undefined && keyType !== 'rsa') {
      throw new codes.ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS('pkcs1', 'can only be used for RSA keys');
    }
    return type;
  }
  if (type === 'spki' && isPublic !== false) return type;
  if (type === 'pkcs8' && isPublic !== true) return type;
  if (type === 'sec1' && isPublic !== true) {
    if (keyType !== undefined && keyType !== 'ec') {
      throw new codes.ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS('sec1', 'can only be used for EC keys');
    }
    return type;
  }
  throw new codes.ERR_INVALID_ARG_VALUE(name, type);
}

function checkCipher({ cipher, passphrase }, format, type, object) {
  if (cipher != null) {
    if (typeof cipher !== 'string') throw new codes.ERR_INVALID_ARG_VALUE(nameOf('cipher', object), cipher);
    if (format === 'der' && (type === 'pkcs1' || type === 'sec1')) {
      throw new codes.ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS(type, 'does not support encryption');
    }
  } else if (passphrase !== undefined) {
    throw new codes.ERR_INVALID_ARG_VALUE(nameOf('cipher', object), cipher);
  }
}

/** Without a `keyType` the encoding is that of a key that is read. */
function parseEncoding(encoding, keyType, isPublic, object) {
  if (encoding === null || typeof encoding !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('options', 'object', encoding);
  }
  const isInput = keyType === undefined;
  const format = parseFormat(encoding.format, isInput ? 'pem' : undefined, nameOf('format', object));
  const required = (!isInput || format === 'der') && format !== 'jwk';
  const type = parseType(encoding.type, { required, keyType, isPublic, name: nameOf('type', object) });
  if (isPublic === true) return { format, type };
  const { cipher, encoding: textEncoding } = encoding;
  let { passphrase } = encoding;
  if (!isInput) checkCipher(encoding, format, type, object);
  const needed = isInput ? passphrase !== undefined : cipher != null;
  if (needed && !isTextOrData(passphrase)) {
    throw new codes.ERR_INVALID_ARG_VALUE(nameOf('passphrase', object), passphrase);
  }
  if (passphrase !== undefined) passphrase = bytesOf(passphrase, 'key.passphrase', textEncoding);
  return { format, type, cipher: cipher ?? undefined, passphrase };
}

const parsePublicEncoding = (encoding, keyType, object) => parseEncoding(encoding, keyType, keyType ? true : undefined, object);
const parsePrivateEncoding = (encoding, keyType, object) => parseEncoding(encoding, keyType, false, object);

module.exports = { isTextOrData, parseEncoding, parsePublicEncoding, parsePrivateEncoding };
