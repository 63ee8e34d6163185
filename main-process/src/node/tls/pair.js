'use strict';

const EventEmitter = require('node/events');
const { codes } = require('internal/errors');
const { duplexPair } = require('node/stream');
const { deprecate } = require('node/util');
const { SecureContext } = require('./context');
const { TLSSocket } = require('./socket');

/** A connection without a network: what goes into one end comes out of the other enciphered, and back. */
class SecurePair extends EventEmitter {
  constructor(secureContext, isServer, options) {
    super();
    const [outside, inside] = duplexPair();
    this.server = options.server;
    this.credentials = secureContext;
    this.encrypted = outside;
    this.cleartext = new TLSSocket(inside, { secureContext, isServer, ...options });
    this.cleartext.once('secure', () => this.emit('secure'));
    if (!isServer) this.cleartext._start();
  }

  destroy() {
    this.cleartext.destroy();
    this.encrypted.destroy();
  }
}

function createSecurePair(
  context = require('./context').createSecureContext(), isServer = false, requestCert = !isServer,
  rejectUnauthorized = false, options = {}) {
  if (context && !(context instanceof SecureContext)) throw new codes.ERR_TLS_INVALID_CONTEXT('context');
  return new SecurePair(context, isServer, { requestCert, rejectUnauthorized, ...options });
}

module.exports = {
  createSecurePair: deprecate(
    createSecurePair, 'tls.createSecurePair() is deprecated. Please use tls.TLSSocket instead.', 'DEP0064'),
};
