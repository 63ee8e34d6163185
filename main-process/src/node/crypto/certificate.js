'use strict';

// SPKAC: a public key and a challenge, signed, as browsers once sent them.

const { bytesOf, bufferOf } = require('./bytes');

function Certificate() {
  if (!(this instanceof Certificate)) return new Certificate();
}

function verifySpkac(spkac, encoding) {
  return native.spkacVerify(bytesOf(spkac, 'spkac', encoding)) === true;
}

function exportPublicKey(spkac, encoding) {
  const key = native.spkacKey(bytesOf(spkac, 'spkac', encoding));
  return key === undefined || key === null ? '' : bufferOf(key);
}

function exportChallenge(spkac, encoding) {
  const challenge = native.spkacChallenge(bytesOf(spkac, 'spkac', encoding));
  return challenge === undefined || challenge === null ? '' : bufferOf(challenge);
}

Object.assign(Certificate, { exportChallenge, exportPublicKey, verifySpkac });
Object.assign(Certificate.prototype, { exportChallenge, exportPublicKey, verifySpkac });

module.exports = { Certificate };
