'use strict';

const net = require('node/net');
const EventEmitter = require('node/events');
const { codes } = require('internal/errors');
const { validateObject } = require('internal/validators');
const { setInterval, clearInterval } = require('internal/timers');
const { parseUniqueHeadersOption, kUniqueHeaders } = require('./outgoing');
const { Connection, onTimeout } = require('./connection');
const { failConnection, onSocketError } = require('./connection_error');
const { ServerResponse } = require('./response');
const { STATUS_CODES } = require('./status_codes');
const { storeHTTPOptions, kResponseClass, kParsers } = require('./server_options');
const { HTTPParser, isLenient } = require('./parser');

const kConnectionsCheckingInterval = Symbol('http.server.connectionsCheckingInterval');

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  if (typeof options === 'function') {
    requestListener = options;
    options = {};
  } else if (options === undefined || options === null) {
    options = {};
  } else {
    validateObject(options, 'options');
  }
  storeHTTPOptions.call(this, options);
  net.Server.call(this, {
    allowHalfOpen: true,
    noDelay: options.noDelay ?? true,
    keepAlive: options.keepAlive,
    keepAliveInitialDelay: options.keepAliveInitialDelay,
    highWaterMark: options.highWaterMark,
  });
  setUp(this, options, requestListener);
}

Object.setPrototypeOf(Server.prototype, net.Server.prototype);
Object.setPrototypeOf(Server, net.Server);

function setUp(server, options, requestListener) {
  if (requestListener) server.on('request', requestListener);
  server.httpAllowHalfOpen = false;
  server.on('connection', connectionListener);
  server.on('listening', setupConnectionsTracking);
  server.timeout = 0;
  server.maxHeadersCount = null;
  server.maxRequestsPerSocket = 0;
  server[kUniqueHeaders] = parseUniqueHeadersOption(options.uniqueHeaders);
}

const connectionsOf = (server) => (server[kParsers] ??= new Set());

/** Looks after requests that take too long, as long as the server listens. */
function setupConnectionsTracking() {
  connectionsOf(this);
  if (this[kConnectionsCheckingInterval]) clearInterval(this[kConnectionsCheckingInterval]);
  this[kConnectionsCheckingInterval] = setInterval(() => checkConnections(this), this.connectionsCheckingInterval);
  this[kConnectionsCheckingInterval].unref();
}

function checkConnections(server) {
  const { headersTimeout, requestTimeout } = server;
  if (headersTimeout === 0 && requestTimeout === 0) return;
  for (const connection of [...connectionsOf(server)]) {
    const [elapsed, hasHead] = connection.progress();
    const isLate = (headersTimeout > 0 && !hasHead && elapsed > headersTimeout) || (requestTimeout > 0 && elapsed > requestTimeout);
    if (isLate) failConnection(connection.socket, new codes.ERR_HTTP_REQUEST_TIMEOUT());
  }
}

function httpServerPreClose(server) {
  server.closeIdleConnections();
  clearInterval(server[kConnectionsCheckingInterval]);
}

Server.prototype.close = function close() {
  httpServerPreClose(this);
  net.Server.prototype.close.apply(this, arguments);
  return this;
};

Server.prototype[Symbol.asyncDispose] = function () {
  return new Promise((resolve, reject) => this.close((error) => error ? reject(error) : resolve()));
};

Server.prototype.closeAllConnections = function closeAllConnections() {
  for (const { socket } of [...connectionsOf(this)]) socket.destroy();
};

Server.prototype.closeIdleConnections = function closeIdleConnections() {
  for (const connection of [...connectionsOf(this)]) {
    const { socket } = connection;
    if (connection.progress()[0] >= 0 || (socket._httpMessage && !socket._httpMessage.finished)) continue;
    socket.destroy();
  }
};

Server.prototype.setTimeout = function setTimeout(msecs, callback) {
  this.timeout = msecs;
  if (callback) this.on('timeout', callback);
  return this;
};

Server.prototype[EventEmitter.captureRejectionSymbol] = function (error, event, ...args) {
  if (event !== 'request') {
    net.Server.prototype[EventEmitter.captureRejectionSymbol].call(this, error, event, ...args);
    return;
  }
  const [, res] = args;
  if (res.headersSent || res.writableEnded) {
    res.destroy();
    return;
  }
  // What was meant for another answer must not be in this one.
  for (const name of res.getHeaderNames()) res.removeHeader(name);
  res.statusCode = 500;
  res.end(STATUS_CODES[500]);
};

function onSocketResume() {
  // A request that reads on must not end the pause of a flood.
  if (this._paused) {
    this.pause();
    return;
  }
  if (this._handle && !this._handle.reading) {
    this._handle.reading = true;
    this._handle.readStart();
  }
}

function onSocketPause() {
  if (this._handle?.reading) {
    this._handle.reading = false;
    this._handle.readStop();
  }
}

function refuseEncoding() {
  throw new codes.ERR_HTTP_SOCKET_ENCODING();
}

// Who listens for data wants to have it: from then on it goes through the socket's stream.
function watchListeners(socket) {
  const { on, prependListener } = socket;
  const wrap = (add) => function (event, listener) {
    const result = add.call(this, event, listener);
    if (this.parser && (event === 'data' || event === 'readable')) this.parser.unconsume();
    return result;
  };
  socket.on = socket.addListener = wrap(on);
  socket.prependListener = wrap(prependListener);
  socket.setEncoding = refuseEncoding;
}

function openConnection(server, socket) {
  const connection = new Connection(server, socket);
  const lenient = server.insecureHTTPParser ?? isLenient();
  connection.initialize(HTTPParser.REQUEST, undefined, server.maxHeaderSize, lenient);
  socket.parser = connection;
  if (typeof server.maxHeadersCount === 'number' && server.maxHeadersCount << 1 !== 2000) {
    connection.maxHeaderPairs = server.maxHeadersCount << 1;
    connection.isUsual = false;
  }
  return connection;
}

function connectionListener(socket) {
  const server = this;
  socket.server = server;
  if (server.timeout && typeof socket.setTimeout === 'function') socket.setTimeout(server.timeout);
  const connection = openConnection(server, socket);
  connectionsOf(server).add(connection);
  connection.listeners = {
    timeout: onTimeout,
    data: (bytes) => connection.execute(bytes),
    end: () => connection.onEnd(),
    close: () => connection.onClose(),
    drain: () => connection.onDrain(),
    resume: onSocketResume,
    pause: onSocketPause,
  };
  socket.on('error', onSocketError);
  for (const event of Object.keys(connection.listeners)) socket.on(event, connection.listeners[event]);
  socket._paused = false;
  const handle = socket._handle;
  if (handle && typeof handle.setSink === 'function' && !handle.isConsumed) {
    handle.isConsumed = true;
    connection.consume(handle);
  }
  watchListeners(socket);
}

module.exports = {
  STATUS_CODES,
  Server,
  ServerResponse,
  setupConnectionsTracking,
  storeHTTPOptions,
  _connectionListener: connectionListener,
  kServerResponse: kResponseClass,
  httpServerPreClose,
  kConnectionsCheckingInterval,
};
