'use strict';

// Servers have many connections that do nothing. Of such a one there is the socket and what it reads with: its handle and
// its writable side are made when something asks for them.

const { Stream } = require('node/stream/legacy');
const { ReadableState } = require('node/stream/readable_state');
const { initialise } = require('node/stream/writable');
const { getDefaultHighWaterMark } = require('node/stream/high_water_mark');
const { TCP, Pipe, keep } = require('./handle');
const { onRead } = require('./socket_io');

const kId = Symbol('id');

/** What a server gives to the constructor of sockets. */
class Accepted {
  constructor(id, isPipe, server) {
    // Pipes have negative numbers here.
    this.id = isPipe ? -id : id;
    this.server = server;
  }
}

// The state of a socket that is being read from, as read(0) leaves it. What all have alike is on the prototype.
const idle = Object.assign(Object.create(ReadableState.prototype), {
  highWaterMark: getDefaultHighWaterMark(),
  emitClose: false,
  reading: true,
  needReadable: true,
  sync: false,
});

function setUp(socket, { id, server }) {
  const state = Object.create(idle);
  const { highWaterMark } = server;
  if (highWaterMark !== undefined && highWaterMark !== idle.highWaterMark) state.highWaterMark = highWaterMark;
  socket._readableState = state;
  Stream.call(socket);
  socket._server = socket.server = server;
  if (server.allowHalfOpen) socket.allowHalfOpen = true;
  socket[kId] = id;
  const isPaused = server.pauseOnConnect;
  keep(Math.abs(id), socket, !isPaused);
  if (isPaused) state.flowing = state.reading = state.needReadable = false;
}

function makeHandle(socket, id) {
  const handle = id > 0 ? new TCP(id) : new Pipe(-id);
  // It was accepted before anybody had a context, or it would have got its handle then.
  if (handle.frame !== undefined) handle.frame = undefined;
  handle.owner = socket;
  handle.onread = onRead;
  handle.reading = socket._readableState.reading;
  socket._handle = handle;
  return handle;
}

const own = (object, name, value) => Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });

const accessors = {
  _handle: {
    get() {
      const id = this[kId];
      return id === undefined ? null : makeHandle(this, id);
    },
    set(value) {
      if (this[kId] !== undefined) this[kId] = undefined;
      own(this, '_handle', value);
    },
  },
  _writableState: {
    get() {
      if (this[kId] === undefined && this._server === null) return undefined;
      initialise(this, { decodeStrings: false, emitClose: false, highWaterMark: this._readableState.highWaterMark }, true);
      return this._writableState;
    },
    set(value) {
      own(this, '_writableState', value);
    },
  },
  // Both sides are destroyed together, and one of them may not be there yet.
  destroyed: {
    get() { return this._readableState !== undefined && this._readableState.destroyed; },
    set(value) {
      if (!this._readableState) return;
      this._readableState.destroyed = value;
      if (this._writableState) this._writableState.destroyed = value;
    },
  },
};

function define(Socket) {
  const { prototype } = Socket;
  prototype.allowHalfOpen = false;
  prototype[kId] = undefined;
  for (const name of Object.keys(accessors)) {
    Object.defineProperty(prototype, name, { configurable: true, enumerable: false, ...accessors[name] });
  }
}

module.exports = { Accepted, setUp, define };
