'use strict';

const context = require('internal/async_context');
const EventEmitter = require('node/events');
const { codes, errnoException } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateNumber } = require('internal/validators');
const { getDefaultHighWaterMark } = require('node/stream');
const { Pipe, errnos } = require('./handle');
const { Accepted } = require('./accepted');
const { Socket } = require('./socket');
const { listen } = require('./listen');
const { kNoDelay, kKeepAlive, kKeepAliveDelay } = require('./symbols');

function optionsOf(options, listener) {
  if (typeof options === 'function') return [{}, options];
  if (options == null) return [{}, listener];
  if (typeof options !== 'object') throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
  return [{ ...options }, listener];
}

function checkOptions(options) {
  if (options.keepAliveInitialDelay !== undefined) {
    validateNumber(options.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
  }
  if (options.highWaterMark !== undefined) {
    validateNumber(options.highWaterMark, 'options.highWaterMark');
  }
}

function Server(options, connectionListener) {
  if (!(this instanceof Server)) return new Server(options, connectionListener);
  EventEmitter.call(this);
  const [given, listener] = optionsOf(options, connectionListener);
  checkOptions(given);
  if (typeof listener === 'function') this.on('connection', listener);
  this._connections = 0;
  this._handle = null;
  this._usingWorkers = false;
  this._workers = [];
  this._unref = false;
  this._listeningId = 1;
  this.allowHalfOpen = given.allowHalfOpen || false;
  this.pauseOnConnect = !!given.pauseOnConnect;
  this.noDelay = Boolean(given.noDelay);
  this.keepAlive = Boolean(given.keepAlive);
  this.keepAliveInitialDelay = Math.max(0, ~~((given.keepAliveInitialDelay ?? 0) / 1000));
  const mark = given.highWaterMark;
  this.highWaterMark = mark === undefined || mark < 0 ? getDefaultHighWaterMark() : mark;
  if (given.blockList !== undefined) this.blockList = given.blockList;
}

Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Server, EventEmitter);

/** What a listening handle calls for each connection: `this` is the handle. */
function onAccept(id) {
  const server = this.owner;
  const { blockList, maxConnections, noDelay, keepAlive } = server;
  if (context.state.active || blockList !== undefined || maxConnections != null || noDelay || keepAlive) {
    this.onconnection(0, new this.constructor(id));
    return;
  }
  welcome(server, new Socket(new Accepted(id, this instanceof Pipe, server)));
}

function onConnection(status, handle) {
  const server = this.owner;
  if (status) {
    server.emit('error', errnoException(status, 'accept'));
    return;
  }
  if (turnsAway(server, handle)) return;
  const { allowHalfOpen, pauseOnConnect: pauseOnCreate, highWaterMark } = server;
  const socket = new Socket({
    handle, allowHalfOpen, pauseOnCreate, readable: true, writable: true,
    readableHighWaterMark: highWaterMark, writableHighWaterMark: highWaterMark,
  });
  if (server.noDelay && handle.setNoDelay) {
    socket[kNoDelay] = true;
    handle.setNoDelay(true);
  }
  if (server.keepAlive && handle.setKeepAlive) {
    socket[kKeepAlive] = true;
    socket[kKeepAliveDelay] = server.keepAliveInitialDelay;
    handle.setKeepAlive(true, server.keepAliveInitialDelay);
  }
  welcome(server, socket);
}

function welcome(server, socket) {
  server._connections++;
  socket.server = socket._server = server;
  server.emit('connection', socket);
}

function isFull({ maxConnections, _connections: connections }) {
  return maxConnections != null && connections >= maxConnections;
}

function turnsAway(server, handle) {
  if (!isFull(server) && !(server.blockList && isBlocked(server.blockList, handle))) return false;
  const data = handle.getsockname ? endsOf(handle) : undefined;
  handle.close();
  server.emit('drop', data);
  return true;
}

function isBlocked(blockList, handle) {
  const peer = handle.getpeername?.();
  return peer !== undefined && blockList.check(peer.address, peer.family.toLowerCase());
}

function endsOf(handle) {
  const local = handle.getsockname();
  const remote = handle.getpeername();
  return {
    localAddress: local?.address, localPort: local?.port, localFamily: local?.family,
    remoteAddress: remote?.address, remotePort: remote?.port, remoteFamily: remote?.family,
  };
}

const methods = {
  listen(...args) {
    return listen(this, args, { onconnection: onConnection, onaccept: onAccept });
  },

  address() {
    if (this._handle?.getsockname) {
      const name = this._handle.getsockname();
      if (typeof name !== 'object') throw errnoException(name ?? errnos.EINVAL, 'address');
      return name;
    }
    return this._pipeName || null;
  },

  getConnections(callback) {
    if (this._usingWorkers) require('node/child_process/shared_sockets').count(this, callback);
    else nextTick(callback, null, this._connections);
    return this;
  },

  close(callback) {
    if (typeof callback === 'function') {
      if (this._handle) this.once('close', callback);
      else this.once('close', () => callback(new codes.ERR_SERVER_NOT_RUNNING()));
    }
    if (this._handle) {
      this._handle.close();
      this._handle = null;
    }
    // A lookup that is under way is for nothing.
    this._listeningId++;
    if (this._usingWorkers) require('node/child_process/shared_sockets').closeAll(this);
    else this._emitCloseIfDrained();
    return this;
  },

  _emitCloseIfDrained() {
    if (this._handle || this._connections) return;
    nextTick(() => this.emit('close'));
  },

  _setupWorker(list) {
    this._usingWorkers = true;
    this._workers.push(list);
  },

  ref() {
    this._unref = false;
    this._handle?.ref();
    return this;
  },

  unref() {
    this._unref = true;
    this._handle?.unref();
    return this;
  },

  [EventEmitter.captureRejectionSymbol](error, event, socket) {
    if (event === 'connection') socket.destroy(error);
    else this.emit('error', error);
  },

  async [Symbol.asyncDispose]() {
    if (!this._handle) return;
    await new Promise((resolve, reject) => this.close((error) => (error ? reject(error) : resolve())));
  },
};

Object.assign(Server.prototype, methods);
Object.defineProperty(Server.prototype, 'listening', {
  configurable: true,
  enumerable: true,
  get() { return !!this._handle; },
});

module.exports = { Server };
