'use strict';

const { DEFAULT_CIPHERS, getCiphers } = require('./ciphers');
const { defaults } = require('./context');
const { isSet, text } = require('internal/options');

/** The strictest that the command line asks for. */
function versionOf(which, versions, byDefault) {
  return versions.find((version) => isSet(`tls-${which}-v${version.slice(4)}`)) ?? byDefault;
}

// Assigned before the parts are loaded: they look here for what programs may have set.
Object.assign(exports, {
  CLIENT_RENEG_LIMIT: 3,
  CLIENT_RENEG_WINDOW: 600,
  DEFAULT_CIPHERS: text('tls-cipher-list') ?? DEFAULT_CIPHERS,
  DEFAULT_ECDH_CURVE: 'auto',
  DEFAULT_MIN_VERSION: versionOf('min', ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'], defaults.min).replace('1.0', '1'),
  DEFAULT_MAX_VERSION: versionOf('max', ['TLSv1.3', 'TLSv1.2'], defaults.max),
  getCiphers,
});

Object.defineProperty(exports, 'rootCertificates', {
  configurable: false,
  enumerable: true,
  get: () => require('./certificates').rootCertificates(),
});

exports.getCACertificates = function getCACertificates(type) {
  return require('./certificates').getCACertificates(type);
};
exports.convertALPNProtocols = require('./protocols').convertALPNProtocols;
exports.checkServerIdentity = require('./identity').checkServerIdentity;
exports.createSecureContext = require('./context').createSecureContext;
exports.SecureContext = require('./context').SecureContext;
exports.TLSSocket = require('./socket').TLSSocket;
exports.Server = require('./server').Server;
exports.createServer = require('./server').createServer;
exports.connect = require('./connect').connect;
exports.createSecurePair = require('./pair').createSecurePair;
