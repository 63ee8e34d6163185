'use strict';

const net = require('node/net');
const { codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateFunction } = require('internal/validators');
const { text } = require('internal/options');
const { TLSHandle, newHandle } = require('./handle');
const { StreamHandle } = require('./stream_handle');
const { convertALPNProtocols, decode } = require('./protocols');
const { createSecureContext } = require('./context');
const { verificationError } = require('./errors');
const sessions = require('./sessions');
const hello = require('./hello');

/** A connection's socket whose handle can be taken over; any other stream is read and written as scripts do it. */
const hasHandle = (socket) => socket instanceof net.Socket && Boolean(socket._handle);

function wrap(socket, isPipe) {
  if (!socket) return newHandle(isPipe);
  const handle = new TLSHandle(hasHandle(socket) ? socket._handle : new StreamHandle(socket));
  if (hasHandle(socket)) handle.parent = socket;
  return handle;
}

/** Writes what deciphers every connection to a file, if the command line says so. */
function logSecrets(socket) {
  const file = text('tls-keylog');
  if (file === undefined) return;
  const { appendFileSync } = require('node/fs');
  socket.on('keylog', (line) => appendFileSync(file, line, { mode: 0o600 }));
}

class TLSSocket extends net.Socket {
  constructor(socket, opts = {}) {
    const options = { ...opts };
    if (options.ALPNProtocols) convertALPNProtocols(options.ALPNProtocols, options);
    const handle = wrap(socket, options.pipe);
    super({
      handle,
      allowHalfOpen: socket ? socket.allowHalfOpen : options.allowHalfOpen,
      pauseOnCreate: options.pauseOnConnect,
      manualStart: true,
      highWaterMark: options.highWaterMark,
      onread: socket ? undefined : options.onread,
      signal: options.signal,
      lookup: options.lookup,
    });
    this._tlsOptions = options;
    this._secureEstablished = false;
    this._securePending = false;
    this._newSessionPending = false;
    this._controlReleased = false;
    this.secureConnecting = true;
    this._SNICallback = null;
    this.servername = null;
    this.alpnProtocol = null;
    this.authorized = false;
    this.authorizationError = null;
    this.encrypted = true;
    this.ssl = handle;
    sessions.prepare(this);
    this._init(socket, handle);
    // On the next tick, so that whoever made it can listen first.
    nextTick(() => this._beginReading(socket));
  }

  _init(socket, handle) {
    const options = this._tlsOptions;
    this.server = options.server;
    // Clients always want a certificate, servers if they are told to.
    this._requestCert = Boolean(options.requestCert) || !options.isServer;
    this._rejectUnauthorized = Boolean(options.rejectUnauthorized);
    if (options.isServer) {
      hello.prepare(this, options);
    }
    this._tlsErrorListener = (error) => this._tlsError(error);
    this.on('error', this._tlsErrorListener);
    if (options.session && !options.isServer) this.setSession(options.session);
    if (options.handshakeTimeout > 0) this.setTimeout(options.handshakeTimeout, this._handleTimeout);
    this._listenTo(handle);
    logSecrets(this);
    if (socket) this._follow(socket);
    else this.once('connect', this._start);
    if (options.isServer && this._handle) handle.start(native.server());
  }

  /** Hears what the handle tells. */
  _listenTo(handle) {
    handle.onsecure = () => this._finishInit();
    handle.onneeded = () => {
      if (!this._tlsOptions.isServer) this._start();
    };
    handle.onclosed = () => this._destroySSL();
    handle.onerror = (error) => this._handshakeFailed(error);
    handle.onhello = (found) => hello.answer(this, found);
    handle.onsession = (id) => sessions.take(this, id);
    handle.onkeylog = (line) => this.emit('keylog', line);
    handle.onstapled = (response) => {
      if (this._tlsOptions.requestOCSP) this.emit('OCSPResponse', require('./stapled').responseOf(response));
    };
    if (handle.inner instanceof StreamHandle) handle.inner.onerror = (error) => this._emitTLSError(error);
  }

  /** Shares the fate of the socket that it runs over. */
  _follow(socket) {
    this._parent = socket;
    // http2-wrapper, and so got, looks for it there.
    if (this._handle?.inner instanceof StreamHandle) this._handle._parentWrap = socket;
    this.connecting = Boolean(socket.connecting) || (socket instanceof net.Socket && !socket._handle);
    if (this.connecting) {
      socket.once('connect', () => {
        this.connecting = false;
        this.emit('connect');
      });
    }
    if (hasHandle(socket)) {
      socket.on('close', () => this.destroy());
    }
  }

  /** A connection that is tried anew, at another of its host's addresses, gets a new handle. */
  _newHandle() {
    const handle = newHandle(this._tlsOptions.pipe);
    this._listenTo(handle);
    this.ssl = handle;
    return handle;
  }

  _beginReading(socket) {
    if (!this._handle) return;
    // What was read before this took over is the beginning.
    if (hasHandle(socket) && socket.readableLength > 0 && this._handle.connection !== undefined) {
      for (let bytes = socket.read(); bytes !== null; bytes = socket.read()) this._handle?.feed(bytes);
    }
    if (this._tlsOptions.pauseOnConnect) this._readableState.flowing = false;
    this.read(0);
  }

  /** Says hello, as soon as there is a connection to say it over. */
  _start() {
    if (this.connecting) {
      this.once('connect', this._start);
      return;
    }
    if (!this._handle || this._handle.connection !== undefined) return;
    const { _tlsOptions: options } = this;
    const secureContext = options.secureContext || createSecureContext(options);
    const { ALPNProtocols } = options;
    this._context = secureContext.context;
    this._handle.start(native.client(this._context.native, {
      protocols: decode(ALPNProtocols),
      servername: this._wantedName,
      session: sessions.idOf(this),
      logs: this.listenerCount('keylog') > 0,
    }));
  }

  renegotiate(options, callback) {
    if (options === null || typeof options !== 'object') throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
    if (callback !== undefined) validateFunction(callback, 'callback');
    throw new codes.ERR_NOT_SUPPORTED('tlsSocket.renegotiate');
  }

  // There is none, so that this is the state of things already.
  disableRenegotiation() {}

  _handleTimeout() {
    this._emitTLSError(new codes.ERR_TLS_HANDSHAKE_TIMEOUT());
  }

  _emitTLSError(error) {
    const own = this._tlsError(error);
    if (own) this.destroy(own);
  }

  /** Until the socket is its user's, errors are told to whoever made it: a server tells `tlsClientError`. */
  _tlsError(error) {
    this.emit('_tlsError', error);
    return this._controlReleased ? error : null;
  }

  _handshakeFailed(error) {
    if (this._hadError) return;
    this._hadError = true;
    if (!this._secureEstablished) {
      this.destroy(error);
    } else if (this._tlsOptions.isServer && this._rejectUnauthorized && /peer did not return a certificate/.test(error.message)) {
      this.destroy();
    } else {
      this._emitTLSError(error);
    }
  }

  _destroySSL() {
    this.ssl = null;
  }

  _releaseControl() {
    if (this._controlReleased) return false;
    this._controlReleased = true;
    this.removeListener('error', this._tlsErrorListener);
    return true;
  }

  _finishInit() {
    const { _handle: handle } = this;
    if (!handle) return;
    const info = native.info(handle.connection);
    this._info = info;
    this.alpnProtocol = info.alpn === undefined ? false : Buffer.from(info.alpn).toString('latin1');
    if (this.servername === null) this.servername = this._wantedName ?? false;
    this._secureEstablished = true;
    if (this._tlsOptions.handshakeTimeout > 0) this.setTimeout(0, this._handleTimeout);
    this.emit('secure');
  }

  /** What is wrong with the peer's certificate, or null. */
  _verifyError() {
    const { connection } = this._handle;
    // Nobody said who he is.
    if (native.peerCertificates(connection).length === 0) return verificationError('UNABLE_TO_GET_ISSUER_CERT');
    return this._context.verify(connection);
  }
}

require('./socket_view').define(TLSSocket);

const { Buffer } = require('node/buffer');

module.exports = { TLSSocket };
