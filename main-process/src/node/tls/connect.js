'use strict';

const net = require('node/net');
const { codes } = require('internal/errors');
const { validateFunction, validateNumber } = require('internal/validators');
const { TLSSocket } = require('./socket');
const { connectionReset } = require('./errors');
const sessions = require('./sessions');

const kOptions = Symbol('connectOptions');

let warned = false;
/** The variable that turns verification off, with a word about that. */
function allowsUnauthorized() {
  const allowed = process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0';
  if (allowed && !warned) {
    warned = true;
    process.emitWarning("Setting the NODE_TLS_REJECT_UNAUTHORIZED environment variable to '0' makes TLS connections and " +
      'HTTPS requests insecure by disabling certificate verification.');
  }
  return allowed;
}

let warnedOfName = false;
function warnOfName(servername) {
  if (warnedOfName || !net.isIP(servername)) return;
  warnedOfName = true;
  process.emitWarning('Setting the TLS ServerName to an IP address is not permitted by RFC 6066. This will be ignored in ' +
    'a future version.', 'DeprecationWarning', 'DEP0123');
}

function onSecure() {
  const options = this[kOptions];
  let error = this._verifyError();
  // A session that is taken up again was checked when it began.
  if (!error && !this.isSessionReused()) {
    const hostname = options.servername || options.host || options.socket?._host || 'localhost';
    error = options.checkServerIdentity(hostname, this.getPeerCertificate(true));
  }
  if (error) {
    this.authorized = false;
    this.authorizationError = error.code || error.message;
    if (options.rejectUnauthorized) {
      this.destroy(error);
      return;
    }
  } else {
    this.authorized = true;
  }
  this.secureConnecting = false;
  this.emit('secureConnect');
  sessions.verified(this);
  this.removeListener('end', onEnd);
}

function onEnd() {
  if (this._hadError) return;
  const { path, host, port, localAddress } = this[kOptions];
  this._hadError = true;
  const error = connectionReset('Client network socket disconnected before secure TLS connection was established');
  this.destroy(Object.assign(error, { path, host, port, localAddress }));
}

/** `[options, callback]`; options may follow a port or a path, and then go before it. */
function settle(args) {
  const [options, callback] = net._normalizeArgs(args);
  const given = args.slice(1, 3).find((arg) => arg !== null && typeof arg === 'object');
  return [{ ...options, ...given }, callback];
}

function refuse({ pskCallback, enableTrace }) {
  if (pskCallback !== undefined && pskCallback !== null) {
    validateFunction(pskCallback, 'options.pskCallback');
    throw new codes.ERR_NOT_SUPPORTED("tls: the option 'pskCallback'");
  }
  if (enableTrace) throw new codes.ERR_NOT_SUPPORTED("tls: the option 'enableTrace'");
}

function complete(given) {
  const options = {
    rejectUnauthorized: !allowsUnauthorized(),
    ciphers: require('node/tls').DEFAULT_CIPHERS,
    checkServerIdentity: require('node/tls').checkServerIdentity,
    minDHSize: 1024,
    ...given,
  };
  if (!options.keepAlive) options.singleUse = true;
  validateFunction(options.checkServerIdentity, 'options.checkServerIdentity');
  validateNumber(options.minDHSize, 'options.minDHSize', 1);
  options.rejectUnauthorized = options.rejectUnauthorized !== false;
  return options;
}

function connect(...args) {
  const [given, callback] = settle(args);
  refuse(given);
  const options = complete(given);
  const socket = new TLSSocket(options.socket, {
    allowHalfOpen: options.socket ? options.socket.allowHalfOpen : Boolean(options.allowHalfOpen),
    pipe: Boolean(options.path),
    secureContext: options.secureContext || require('node/tls').createSecureContext(options),
    isServer: false,
    requestCert: true,
    rejectUnauthorized: options.rejectUnauthorized,
    session: options.session,
    ALPNProtocols: options.ALPNProtocols,
    requestOCSP: options.requestOCSP,
    highWaterMark: options.highWaterMark,
    onread: options.onread,
    signal: options.signal,
  });
  socket[kOptions] = options;
  if (callback) socket.once('secureConnect', callback);
  if (options.servername) {
    warnOfName(options.servername);
    socket.setServername(options.servername);
  }
  // A signal may have ended it before it began.
  if (!options.socket && !socket.destroyed) {
    if (options.timeout) socket.setTimeout(options.timeout);
    socket.connect(options, socket._start);
  }
  socket._releaseControl();
  if (options.session) socket.setSession(options.session);
  if (options.socket) socket._start();
  socket.on('secure', onSecure);
  socket.prependListener('end', onEnd);
  return socket;
}

module.exports = { connect };
