'use strict';

const { Duplex } = require('node/stream');
const { codes, errnoException } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateAbortSignal, validateFunction, validateNumber } = require('internal/validators');
const { Timeout, clearTimeout } = require('internal/timers');
const { TCP, Pipe, errnos, guessFd } = require('./handle');
const { onRead, stopReading, writeData } = require('./socket_io');
const { connectSocket } = require('./connect');
const { Accepted, setUp } = require('./accepted');
const { isWindows } = require('internal/platform');
const own = require('./symbols');

const { kTimeout, kBuffer, kBufferCallback, kNextBuffer, kNoDelay, kKeepAlive, kKeepAliveDelay, kLastQueueSize } = own;

function handleOfFd(fd) {
  const { validateInt32 } = require('internal/validators');
  validateInt32(fd, 'fd', 0);
  if (isWindows) throw new codes.ERR_NOT_SUPPORTED('net.Socket with a file descriptor');
  const kind = guessFd(fd);
  if (kind === 'PIPE') return new Pipe();
  if (kind === 'TCP') return new TCP();
  throw new codes.ERR_INVALID_FD_TYPE(kind);
}

function openFd(fd) {
  const handle = handleOfFd(fd);
  const error = handle.open(fd);
  if (error) throw errnoException(error, 'open');
  return handle;
}

function checkOptions(options) {
  for (const name of ['objectMode', 'readableObjectMode', 'writableObjectMode']) {
    if (options?.[name]) throw new codes.ERR_INVALID_ARG_VALUE(`options.${name}`, options[name], 'is not supported');
  }
  if (options?.keepAliveInitialDelay !== undefined) {
    validateNumber(options.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
  }
}

function keepUserBuffer(socket, onread) {
  if (onread === null || typeof onread !== 'object' || typeof onread.callback !== 'function') return;
  const { buffer } = onread;
  if (typeof buffer !== 'function' && !(buffer instanceof Uint8Array)) return;
  socket[kBuffer] = typeof buffer === 'function' ? buffer() : buffer;
  if (typeof buffer === 'function') socket[kNextBuffer] = buffer;
  socket[kBufferCallback] = onread.callback;
}

const secondsOf = (milliseconds) => Math.max(0, ~~(milliseconds / 1000));

function Socket(options) {
  if (!(this instanceof Socket)) return new Socket(options);
  if (options instanceof Accepted) {
    setUp(this, options);
    this.on('end', onEnd);
    return;
  }
  checkOptions(options);
  if (typeof options === 'number') options = { fd: options };
  Duplex.call(this, {
    ...options,
    allowHalfOpen: Boolean(options?.allowHalfOpen),
    // 'close' comes once the system has closed it, and says whether there was an error.
    emitClose: false,
    autoDestroy: true,
    decodeStrings: false,
    signal: undefined,
  });
  if (options?.handle) this._handle = options.handle;
  else if (options?.fd !== undefined) this._handle = openFd(options.fd);
  if (options?.onread !== undefined) keepUserBuffer(this, options.onread);
  this.on('end', onEnd);
  takeOver(this);
  if (options) applyOptions(this, options);
}

Object.setPrototypeOf(Socket.prototype, Duplex.prototype);
Object.setPrototypeOf(Socket, Duplex);

function applyOptions(socket, options) {
  if (options.noDelay) socket[kNoDelay] = true;
  if (options.keepAlive) socket[kKeepAlive] = true;
  if (options.keepAliveInitialDelay > 0) socket[kKeepAliveDelay] = secondsOf(options.keepAliveInitialDelay);
  const { _handle: handle } = socket;
  if (handle && options.readable !== false && !options.manualStart) {
    if (options.pauseOnCreate) {
      handle.reading = false;
      handle.readStop();
      socket._readableState.flowing = false;
    } else {
      socket.read(0);
    }
  }
  if (options.signal) {
    validateAbortSignal(options.signal, 'options.signal');
    require('node/stream/add_abort_signal').addAbortSignalNoValidate(options.signal, socket);
  }
}

/** Makes the socket the one that its handle tells. */
function takeOver(socket) {
  if (socket.destroyed) socket._undestroy();
  const { _handle: handle } = socket;
  if (!handle) return;
  handle.owner = socket;
  handle.onread = onRead;
  if (socket[kBuffer]) handle.setReadLimit?.(socket[kBuffer].length);
}

// Whoever does not want half-open connections cannot go on writing after the other side has ended.
function onEnd() {
  if (!this.allowHalfOpen) this.write = writeAfterEnd;
}

function writeAfterEnd(chunk, encoding, callback) {
  if (!this.writableEnded) return Duplex.prototype.write.call(this, chunk, encoding, callback);
  if (typeof encoding === 'function') callback = encoding;
  const error = new Error('This socket has been ended by the other party');
  error.code = 'EPIPE';
  if (typeof callback === 'function') nextTick(callback, error);
  this.destroy(error);
  return false;
}

function whenConnected(socket, act) {
  socket.once('connect', act);
}

const methods = {
  connect(...args) {
    return connectSocket(this, args, takeOver);
  },

  _onTimeout() {
    const { _handle: handle } = this;
    const last = this[kLastQueueSize];
    // As long as the other side takes what is written, the connection is not idle.
    if (last > 0 && handle) {
      const size = handle.writeQueueSize;
      if (size !== last) {
        this[kLastQueueSize] = size;
        this._unrefTimer();
        return;
      }
    }
    this.emit('timeout');
  },

  setTimeout(milliseconds, callback) {
    if (this.destroyed) return this;
    this.timeout = milliseconds;
    const after = require('./timer_duration').timerDuration(milliseconds, 'msecs');
    clearTimeout(this[kTimeout]);
    if (after === 0) {
      this[kTimeout] = null;
      if (callback !== undefined) {
        validateFunction(callback, 'callback');
        this.removeListener('timeout', callback);
      }
      return this;
    }
    this[kTimeout] = new Timeout(() => this._onTimeout(), after, undefined, false, false);
    if (callback !== undefined) {
      validateFunction(callback, 'callback');
      this.once('timeout', callback);
    }
    return this;
  },

  _unrefTimer() {
    for (let socket = this; socket; socket = socket._parent) {
      if (socket[kTimeout]) socket[kTimeout].refresh();
    }
  },

  setNoDelay(enable) {
    const on = enable === undefined ? true : Boolean(enable);
    if (this[kNoDelay] !== on) {
      this[kNoDelay] = on;
      this._handle?.setNoDelay?.(on);
    }
    return this;
  },

  setKeepAlive(enable, initialDelay) {
    const on = Boolean(enable);
    const delay = secondsOf(initialDelay);
    const { _handle: handle } = this;
    const changes = on !== this[kKeepAlive] || (on && delay !== this[kKeepAliveDelay]);
    if (handle && (!handle.setKeepAlive || !changes)) return this;
    this[kKeepAlive] = on;
    this[kKeepAliveDelay] = delay;
    handle?.setKeepAlive(on, delay);
    return this;
  },

  address() {
    return this._getsockname();
  },

  _final(callback) {
    if (this.connecting) {
      whenConnected(this, () => this._final(callback));
      return;
    }
    if (!this._handle) {
      callback();
      return;
    }
    const status = this._handle.shutdown(() => callback());
    if (status === errnos.ENOTCONN) callback();
    else if (status !== 0) callback(errnoException(status, 'shutdown'));
  },

  _read(size) {
    if (this.connecting || !this._handle) whenConnected(this, () => this._read(size));
    else if (!this._handle.reading) startReading(this);
  },

  end(chunk, encoding, callback) {
    Duplex.prototype.end.call(this, chunk, encoding, callback);
    return this;
  },

  resetAndDestroy() {
    if (!this._handle) {
      this.destroy(new codes.ERR_SOCKET_CLOSED());
    } else {
      if (!(this._handle instanceof TCP)) throw new codes.ERR_INVALID_HANDLE_TYPE();
      if (this.connecting) whenConnected(this, () => this._reset());
      else this._reset();
    }
    return this;
  },

  _reset() {
    this.resetAndClosing = true;
    return this.destroy();
  },

  destroySoon() {
    if (this.writable) this.end();
    if (this.writableFinished) this.destroy();
    else this.once('finish', this.destroy);
  },

  _destroy(error, callback) {
    this.connecting = false;
    for (let socket = this; socket; socket = socket._parent) clearTimeout(socket[kTimeout]);
    const { _handle: handle } = this;
    if (handle) {
      closeHandle(this, handle, Boolean(error));
      callback(error);
    } else {
      callback(error);
      nextTick(emitClose, this);
    }
    const server = this._server;
    if (server) {
      server._connections--;
      server._emitCloseIfDrained?.();
    }
  },

  _writeGeneric(isMany, data, encoding, callback) {
    writeData(this, isMany, data, encoding, callback);
  },

  _writev(chunks, callback) {
    this._writeGeneric(true, chunks, '', callback);
  },

  _write(data, encoding, callback) {
    this._writeGeneric(false, data, encoding, callback);
  },

  ref() {
    if (!this._handle) this.once('connect', this.ref);
    else this._handle.ref?.();
    return this;
  },

  unref() {
    if (!this._handle) this.once('connect', this.unref);
    else this._handle.unref?.();
    return this;
  },
};

function closeHandle(socket, handle, isError) {
  socket[own.kBytesRead] = handle.bytesRead;
  socket[own.kBytesWritten] = handle.bytesWritten;
  const done = () => socket.emit('close', isError);
  if (socket.resetAndClosing) {
    socket.resetAndClosing = false;
    const status = handle.reset(done);
    if (status) socket.emit('error', errnoException(status, 'reset'));
  } else {
    handle.close(done);
  }
  handle.onread = () => {};
  socket._handle = null;
  socket._sockname = null;
}

function emitClose(socket) {
  socket.emit('close');
}

function startReading(socket) {
  socket._handle.reading = true;
  const error = socket._handle.readStart();
  if (error) socket.destroy(errnoException(error, 'read'));
}

// With a buffer of the user's nothing is kept, so that pausing must reach the system.
methods.pause = function pause() {
  if (this[kBuffer] && !this.connecting && this._handle?.reading) stopReading(this, this._handle);
  return Duplex.prototype.pause.call(this);
};

for (const name of ['resume', 'read']) {
  methods[name] = function (size) {
    if (this[kBuffer] && !this.connecting && this._handle && !this._handle.reading) startReading(this);
    return Duplex.prototype[name].call(this, size);
  };
}

Object.assign(Socket.prototype, methods);
require('./socket_view').define(Socket);
require('./accepted').define(Socket);

module.exports = { Socket };
