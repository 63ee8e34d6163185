'use strict';

const net = require('node/net');
const { codes } = require('internal/errors');
const { Buffer } = require('node/buffer');
const { validateBuffer, validateFunction, validateNumber, validateObject, validateString } = require('internal/validators');
const { TLSSocket } = require('./socket');
const { SecureContext, createSecureContext } = require('./context');
const { convertALPNProtocols } = require('./protocols');
const { connectionReset } = require('./errors');

const HANDSHAKE_TIMEOUT = 120_000;
const kTold = Symbol('errorEmitted');

function onSecure() {
  const { server } = this._tlsOptions;
  if (this._requestCert) {
    const error = this._verifyError();
    if (error) {
      this.authorizationError = error.code;
      if (this._rejectUnauthorized) this.destroy();
    } else {
      this.authorized = true;
    }
  }
  if (!this.destroyed && this._releaseControl()) {
    this.secureConnecting = false;
    server.emit('secureConnection', this);
  }
}

/** A handshake's failure is told once, whatever comes of it. */
function tell(socket, error) {
  if (socket._controlReleased || socket[kTold]) return;
  socket[kTold] = true;
  socket._tlsOptions.server.emit('tlsClientError', error, socket);
}

function onClose(hadError) {
  if (!hadError) tell(this, connectionReset('socket hang up'));
}

function onConnection(raw) {
  const socket = new TLSSocket(raw, {
    secureContext: this._sharedCreds,
    isServer: true,
    server: this,
    requestCert: this.requestCert,
    rejectUnauthorized: this.rejectUnauthorized,
    handshakeTimeout: this._handshakeTimeout,
    ALPNProtocols: this.ALPNProtocols,
    ALPNCallback: this.ALPNCallback,
    SNICallback: this._SNICallback,
    enableTrace: this._enableTrace,
    highWaterMark: this.highWaterMark,
    pauseOnConnect: this.pauseOnConnect,
  });
  if (this.listenerCount('keylog') > 0) socket.on('keylog', (line) => this.emit('keylog', line, socket));
  socket[kTold] = false;
  socket.on('secure', onSecure);
  socket.on('close', onClose);
  socket.on('_tlsError', (error) => tell(socket, error));
}

function Server(options, listener) {
  if (!(this instanceof Server)) return new Server(options, listener);
  if (typeof options === 'function') {
    listener = options;
    options = {};
  } else if (options === null || options === undefined) {
    options = {};
  } else if (typeof options !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
  }
  this._contexts = [];
  this.requestCert = options.requestCert === true;
  this.rejectUnauthorized = options.rejectUnauthorized !== false;
  this.ALPNCallback = options.ALPNCallback;
  if (this.ALPNCallback && options.ALPNProtocols) throw new codes.ERR_TLS_ALPN_CALLBACK_WITH_PROTOCOLS();
  if (options.ALPNProtocols) convertALPNProtocols(options.ALPNProtocols, this);
  this.setSecureContext(options);
  this._handshakeTimeout = options.handshakeTimeout || HANDSHAKE_TIMEOUT;
  this._SNICallback = options.SNICallback || byName.bind(undefined, this);
  this._enableTrace = options.enableTrace;
  validateNumber(this._handshakeTimeout, 'options.handshakeTimeout');
  validateFunction(this._SNICallback, 'options.SNICallback');
  refuse(options);
  // The names that older programs look at.
  net.Server.call(this, options, onConnection);
  if (listener) this.on('secureConnection', listener);
}
Object.setPrototypeOf(Server.prototype, net.Server.prototype);
Object.setPrototypeOf(Server, net.Server);

function refuse({ pskCallback, pskIdentityHint, enableTrace }) {
  if (pskCallback !== undefined && pskCallback !== null) {
    validateFunction(pskCallback, 'options.pskCallback');
    throw new codes.ERR_NOT_SUPPORTED("tls: the option 'pskCallback'");
  }
  if (pskIdentityHint) {
    validateString(pskIdentityHint, 'options.pskIdentityHint');
    throw new codes.ERR_NOT_SUPPORTED("tls: the option 'pskIdentityHint'");
  }
  if (enableTrace) throw new codes.ERR_NOT_SUPPORTED("tls: the option 'enableTrace'");
}

/** The context that `addContext` gave for a name, the last one first. */
function byName(server, servername, callback) {
  const found = server._contexts.findLast(([pattern]) => pattern.test(servername));
  callback(null, found?.[1]);
}

// What a context of a server's is made of.
const CONTEXT_OPTIONS = [
  'pfx', 'key', 'passphrase', 'cert', 'clientCertEngine', 'ca', 'minVersion', 'maxVersion', 'secureProtocol', 'crl',
  'sigalgs', 'ciphers', 'ecdhCurve', 'dhparam', 'sessionIdContext', 'sessionTimeout', 'privateKeyIdentifier',
  'privateKeyEngine', 'ticketKeys', 'allowPartialTrustChain',
];

const methods = {
  setSecureContext(options) {
    validateObject(options, 'options');
    for (const name of CONTEXT_OPTIONS) this[name] = options[name] || undefined;
    // Servers go by their own order unless told otherwise.
    const honorCipherOrder = options.honorCipherOrder === undefined ? true : Boolean(options.honorCipherOrder);
    this.honorCipherOrder = honorCipherOrder;
    this.secureOptions = options.secureOptions || undefined;
    const wanted = { secureOptions: this.secureOptions, honorCipherOrder };
    for (const name of CONTEXT_OPTIONS) wanted[name] = options[name];
    this._sharedCreds = createSecureContext(wanted);
  },

  _getServerData() {
    return { ticketKeys: this.getTicketKeys().toString('hex') };
  },

  _setServerData(data) {
    this.setTicketKeys(Buffer.from(data.ticketKeys, 'hex'));
  },

  getTicketKeys() {
    return this._sharedCreds.context.getTicketKeys();
  },

  setTicketKeys(keys) {
    validateBuffer(keys);
    if (keys.byteLength !== 48) throw new codes.ERR_INTERNAL_ASSERTION('Session ticket keys must be a 48-byte buffer');
    this._sharedCreds.context.setTicketKeys(Buffer.from(keys.buffer, keys.byteOffset, keys.byteLength));
  },

  addContext(servername, context) {
    if (!servername) throw new codes.ERR_TLS_REQUIRED_SERVER_NAME();
    const pattern = servername.replace(/([.^$+?\-\\[\]{}])/g, '\\$1').replaceAll('*', '[^.]*');
    const secure = context instanceof SecureContext ? context : createSecureContext(context);
    this._contexts.push([new RegExp(`^${pattern}$`), secure.context]);
  },

  setOptions() {
    throw new codes.ERR_NOT_SUPPORTED('tlsServer.setOptions');
  },

  [Symbol.for('nodejs.rejection')](error, event, socket) {
    if (event === 'secureConnection') socket.destroy(error);
    else net.Server.prototype[Symbol.for('nodejs.rejection')].call(this, error, event, socket);
  },
};
Object.assign(Server.prototype, methods);

const createServer = (options, listener) => new Server(options, listener);

module.exports = { Server, createServer };
