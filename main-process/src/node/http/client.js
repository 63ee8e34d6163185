'use strict';

const context = require('internal/async_context');

const { Buffer } = require('node/buffer');
const { codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { timerDuration } = require('node/net/timer_duration');
const { OutgoingMessage, kOutHeaders, kUniqueHeaders, parseUniqueHeadersOption } = require('./outgoing');
const own = require('./client_options');
const { channels } = require('./diagnostics');
const { attachSocket, emitError, listenForTimeout } = require('./client_socket');
const { connResetException } = require('./reset');

const kError = Symbol('kError');

// Those that have no body unless they say so.
const bodiless = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/** A request on its way to a server. */
function ClientRequest(input, given, callback) {
  if (!(this instanceof ClientRequest)) return new ClientRequest(input, given, callback);
  OutgoingMessage.call(this);
  // A connection that served others before tells this request what comes in the context that it was made in.
  if (context.state.active) this.asyncFrame = context.capture();
  const [options, onResponse] = own.normalise(input, given, callback);
  const defaultAgent = own.defaultAgentOf(options);
  this.agent = own.agentOf(options, defaultAgent);
  this.protocol = own.checkProtocol(options, this.agent, defaultAgent);
  const defaultPort = options.defaultPort || this.agent?.defaultPort;
  options.port = options.port || defaultPort || 80;
  options.host = own.hostOf(options.hostname, 'hostname') || own.hostOf(options.host, 'host') || 'localhost';
  this.host = options.host;
  this.socketPath = options.socketPath;
  if (options.timeout !== undefined) this.timeout = timerDuration(options.timeout, 'timeout');
  if (options.signal) require('node/stream/add_abort_signal').addAbortSignal(options.signal, this);
  this.method = own.methodOf(options);
  own.checkParserOptions(options);
  this.maxHeaderSize = options.maxHeaderSize;
  this.insecureHTTPParser = options.insecureHTTPParser;
  if (options.joinDuplicateHeaders !== undefined) this.joinDuplicateHeaders = options.joinDuplicateHeaders;
  this.path = options.path || '/';
  if (onResponse) this.once('response', onResponse);
  this.useChunkedEncodingByDefault = !bodiless.has(this.method);
  setDefaults(this, options);
  setHeaders(this, options, defaultPort);
  this[kUniqueHeaders] = parseUniqueHeadersOption(options.uniqueHeaders);
  if (channels.clientRequestCreated.hasSubscribers) channels.clientRequestCreated.publish({ request: this });
  connect(this, options);
}

Object.setPrototypeOf(ClientRequest.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ClientRequest, OutgoingMessage);

const { prototype } = ClientRequest;

Object.assign(prototype, {
  _ended: false,
  res: null,
  aborted: false,
  timeoutCb: null,
  upgradeOrConnect: false,
  parser: null,
  maxHeadersCount: null,
  reusedSocket: false,
  joinDuplicateHeaders: undefined,
});

function setDefaults(req, options) {
  if (options.setDefaultHeaders === false) req._removedConnection = req._removedContLen = req._removedTE = true;
  if (!req.agent) return;
  // A connection that will never be used again need not be kept.
  const keeps = req.agent.keepAlive || Number.isFinite(req.agent.maxSockets);
  req._last = !keeps;
  req.shouldKeepAlive = Boolean(keeps);
}

function setHeaders(req, options, defaultPort) {
  const { headers, host, port, auth } = options;
  if (Array.isArray(headers)) {
    req._storeHeader(`${req.method} ${req.path} HTTP/1.1\r\n`, headers);
    return;
  }
  if (headers) for (const key of Object.keys(headers)) req.setHeader(key, headers[key]);
  const setsHost = options.setHost === undefined ? options.setDefaultHeaders !== false : Boolean(options.setHost);
  if (host && !req.getHeader('host') && setsHost) req.setHeader('Host', own.hostHeader(host, port, defaultPort));
  if (auth && !req.getHeader('Authorization')) {
    req.setHeader('Authorization', `Basic ${Buffer.from(auth).toString('base64')}`);
  }
  if (req.getHeader('expect')) req._implicitHeader();
}

function connect(req, options) {
  let rest = options;
  if (options.signal) {
    // It is the request that the signal ends, and the connection with it.
    rest = Object.assign({}, options);
    delete rest.signal;
  }
  if (req.agent) {
    req.agent.addRequest(req, rest);
    return;
  }
  req._last = true;
  req.shouldKeepAlive = false;
  own.connectAlone(rest, (error, socket) => {
    if (error) nextTick(emitError, req, error);
    else req.onSocket(socket);
  });
}

prototype._finish = function _finish() {
  OutgoingMessage.prototype._finish.call(this);
  if (channels.clientRequestStart.hasSubscribers) channels.clientRequestStart.publish({ request: this });
};

prototype._implicitHeader = function _implicitHeader() {
  if (this._header) throw new codes.ERR_HTTP_HEADERS_SENT('render');
  this._storeHeader(`${this.method} ${this.path} HTTP/1.1\r\n`, this[kOutHeaders]);
};

prototype.abort = function abort() {
  if (this.aborted) return;
  this.aborted = true;
  nextTick(() => this.emit('abort'));
  this.destroy();
};

prototype.destroy = function destroy(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  // Nobody cares for the rest of the answer any more.
  this.res?._dump();
  this[kError] = error;
  this.socket?.destroy(error);
  return this;
};

Object.defineProperty(prototype, 'errored', { configurable: true, get() { return this[kError] ?? null; } });

prototype.onSocket = function onSocket(socket, error) {
  nextTick(onSocketNow, this, socket, error);
};

function onSocketNow(req, socket, error) {
  if (!req.destroyed && !error) {
    attachSocket(req, socket);
    req._flush();
    return;
  }
  req.destroyed = true;
  const cause = error || req[kError];
  if (!socket) {
    finishDestroy(req, cause);
  } else if (!error && req.agent && !socket.destroyed) {
    // The connection has nothing to do with the request's end: others can use it.
    socket.emit('free');
    finishDestroy(req, cause);
  } else {
    const { finished } = require('node/stream/finished');
    finished(socket.destroy(cause), (failure) => {
      finishDestroy(req, failure && failure.code !== 'ERR_STREAM_PREMATURE_CLOSE' ? failure : cause);
    });
  }
}

function finishDestroy(req, error) {
  if (!req.aborted && !error) error = connResetException('socket hang up');
  if (error) emitError(req, error);
  req._closed = true;
  req.emit('close');
}

/** Calls a method of the socket once there is one, and that is connected. */
prototype._deferToConnect = function _deferToConnect(method, args) {
  const call = () => {
    if (method) this.socket[method](...args);
  };
  const onSocket = () => {
    if (this.socket.writable) call();
    else this.socket.once('connect', call);
  };
  if (this.socket) onSocket();
  else this.once('socket', onSocket);
};

prototype.setTimeout = function setTimeout(msecs, callback) {
  if (this._ended) return this;
  listenForTimeout(this);
  const after = timerDuration(msecs, 'msecs');
  if (callback) this.once('timeout', callback);
  if (this.socket) setSocketTimeout(this.socket, after);
  else this.once('socket', (socket) => setSocketTimeout(socket, after));
  return this;
};

function setSocketTimeout(socket, msecs) {
  if (socket.connecting) socket.once('connect', () => socket.setTimeout(msecs));
  else socket.setTimeout(msecs);
}

prototype.setNoDelay = function setNoDelay(noDelay) {
  this._deferToConnect('setNoDelay', [noDelay]);
};

prototype.setSocketKeepAlive = function setSocketKeepAlive(enable, initialDelay) {
  this._deferToConnect('setKeepAlive', [enable, initialDelay]);
};

prototype.clearTimeout = function clearTimeout(callback) {
  this.setTimeout(0, callback);
};

module.exports = { ClientRequest };
