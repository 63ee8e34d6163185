'use strict';

const ALERTS = 0x0A000000 + 1000;

/** An error as OpenSSL's are: `error:0A00010B:SSL routines::wrong version number`. */
function openSSLError(number, library, reason, prefix) {
  const hex = number.toString(16).toUpperCase().padStart(8, '0');
  const alert = number >= ALERTS && number < ALERTS + 256 ? `:SSL alert number ${number - ALERTS}` : '';
  const error = new Error(`error:${hex}:${library} routines::${reason}${alert}`);
  error.library = `${library} routines`;
  error.reason = reason;
  error.code = `ERR_${prefix}_${reason.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
  return error;
}

const sslError = ([number, reason]) => openSSLError(number, 'SSL', reason, 'SSL');

function connectionReset(message) {
  const error = new Error(message);
  error.code = 'ECONNRESET';
  return error;
}

/** What OpenSSL says of a chain of certificates. */
const VERIFICATION = {
  CERT_CHAIN_TOO_LONG: 'certificate chain too long',
  CERT_HAS_EXPIRED: 'certificate has expired',
  CERT_NOT_YET_VALID: 'certificate is not yet valid',
  CERT_REVOKED: 'certificate revoked',
  CERT_SIGNATURE_FAILURE: 'certificate signature failure',
  CRL_HAS_EXPIRED: 'CRL has expired',
  CRL_NOT_YET_VALID: 'CRL is not yet valid',
  CRL_SIGNATURE_FAILURE: 'CRL signature failure',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed certificate',
  INVALID_CA: 'invalid CA certificate',
  INVALID_PURPOSE: 'unsuitable certificate purpose',
  PATH_LENGTH_EXCEEDED: 'path length constraint exceeded',
  SELF_SIGNED_CERT_IN_CHAIN: 'self-signed certificate in certificate chain',
  UNABLE_TO_GET_CRL: 'unable to get certificate CRL',
  UNABLE_TO_GET_ISSUER_CERT: 'unable to get issuer certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unable to get local issuer certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unable to verify the first certificate',
};

function verificationError(code) {
  const error = new Error(VERIFICATION[code] ?? 'unspecified certificate verification error');
  error.code = code;
  return error;
}

module.exports = { openSSLError, sslError, connectionReset, verificationError };
