'use strict';

const { codes } = require('internal/errors');
const { Buffer } = require('node/buffer');
const { validateString } = require('internal/validators');
const { openSSLError } = require('./errors');

const isBytes = (value) => ArrayBuffer.isView(value);

/** Text of PEM, from text or bytes. */
function textOf(value, name) {
  if (typeof value === 'string') return value;
  if (isBytes(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1');
  throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView'], value);
}

/** The pieces of an option that is one or a list of them; falsy ones are none. */
const pieces = (value) => (Array.isArray(value) ? value : value ? [value] : []);

/** Each certificate with those that follow it, as lists of DER. */
function readChains(cert, name) {
  return pieces(cert).map((piece) => {
    const chain = native.readCertificates(textOf(piece, name));
    if (!chain) throw openSSLError(0x0480006C, 'PEM', 'no start line', 'OSSL_PEM');
    return chain;
  });
}

/** Authorities as DER; text without any is none, as in Node. */
function readAuthorities(ca, name) {
  return pieces(ca).flatMap((piece) => native.readCertificates(textOf(piece, name)) ?? []);
}

function readLists(crl, name) {
  return pieces(crl).flatMap((piece) => {
    const lists = native.readLists(textOf(piece, name));
    if (!lists) throw new codes.ERR_CRYPTO_OPERATION_FAILED('Failed to parse CRL');
    return lists;
  });
}

function decrypted(pem, passphrase) {
  const { createPrivateKey } = require('node/crypto');
  try {
    return createPrivateKey({ key: pem, passphrase: passphrase ?? '' }).export({ type: 'pkcs8', format: 'pem' });
  } catch (error) {
    if (error.code === 'ERR_NOT_SUPPORTED') throw error;
    throw openSSLError(0x1C800064, 'Provider', 'bad decrypt', 'OSSL');
  }
}

function identityOf(chain, pem, passphrase) {
  const found = native.readIdentity(chain, pem);
  switch (found) {
    case 'encrypted': return identityOf(chain, decrypted(pem, passphrase), undefined);
    case 'none': throw openSSLError(0x1E08010C, 'DECODER', 'unsupported', 'OSSL');
    case 'small': throw openSSLError(0x0A00018F, 'SSL', 'ee key too small', 'SSL');
    case 'unsupported': throw new codes.ERR_NOT_SUPPORTED('tls: a private key that is none of RSA (2048 bits and more), ECDSA (P-256, P-384) and Ed25519');
    default: return found;
  }
}

/** Each key with its certificate. A key without one, or the other way round, is nobody. */
function readIdentities(chains, key, passphrase, name) {
  const identities = [];
  for (const piece of pieces(key)) {
    const isPair = Array.isArray(key) && piece?.pem !== undefined;
    if (isPair && piece.passphrase !== undefined) validateString(piece.passphrase, `${name}.passphrase`);
    const pem = textOf(isPair ? piece.pem : piece, name);
    const own = (isPair ? piece.passphrase : undefined) ?? passphrase;
    if (chains.length === 0) {
      identityOf([], pem, own);
      continue;
    }
    const fitting = chains.map((chain) => identityOf(chain, pem, own)).filter((found) => found !== 'mismatch');
    if (fitting.length === 0) throw openSSLError(0x05800074, 'x509 certificate', 'key values mismatch', 'OSSL_X509');
    identities.push(...fitting);
  }
  return identities;
}

module.exports = { pieces, readChains, readAuthorities, readLists, readIdentities, textOf };
