'use strict';

// RSA on the data itself.

const { validateString } = require('internal/validators');
const { bytesOf, bufferOf } = require('./bytes');
const { RSA_PKCS1_PADDING, RSA_PKCS1_OAEP_PADDING } = require('./constants');
const { privateKey, publicKey } = require('./key_input');

// Whoever may ask which messages are well padded can decrypt all of them.
const refusal = () => Object.assign(
  new TypeError('RSA_PKCS1_PADDING is no longer supported for private decryption'), { code: 'ERR_INVALID_ARG_VALUE' });

const invalidDigest = () =>
  Object.assign(new Error('Invalid digest used'), { code: 'ERR_OSSL_EVP_INVALID_DIGEST' });

/** With OAEP's hash and label. */
function labelled(run, keyOf, decrypting) {
  return (options, buffer) => {
    const { oaepHash, encoding } = options;
    let { oaepLabel } = options;
    if (oaepHash !== undefined) validateString(oaepHash, 'key.oaepHash');
    if (oaepLabel !== undefined) oaepLabel = bytesOf(oaepLabel, 'key.oaepLabel', encoding);
    if (oaepHash !== undefined && !native.hashInfo(oaepHash)) throw invalidDigest();
    const key = keyOf(options);
    const padding = options.padding || RSA_PKCS1_OAEP_PADDING;
    if (decrypting && padding === RSA_PKCS1_PADDING) throw refusal();
    return bufferOf(run(key, padding, oaepHash, oaepLabel, bytesOf(buffer, 'buffer', encoding)));
  };
}

function plain(run, keyOf) {
  return (options, buffer) => {
    const key = keyOf(options);
    return bufferOf(run(key, options.padding || RSA_PKCS1_PADDING, bytesOf(buffer, 'buffer', options.encoding)));
  };
}

const publicEncrypt = labelled(native.rsaEncrypt, publicKey, false);
const privateDecrypt = labelled(native.rsaDecrypt, privateKey, true);
const privateEncrypt = plain(native.rsaSeal, privateKey);
const publicDecrypt = plain(native.rsaOpen, publicKey);

module.exports = { publicEncrypt, privateDecrypt, privateEncrypt, publicDecrypt };
