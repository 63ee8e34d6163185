'use strict';

const { Buffer } = require('node/buffer');
const own = require('./symbols');

const lengthOf = (chunk, encoding) => (typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.length);

function bytesWritten() {
  let bytes = this._bytesDispatched;
  const { _pendingData: data, writableBuffer } = this;
  if (!writableBuffer) return undefined;
  for (const { chunk, encoding } of writableBuffer) bytes += lengthOf(chunk, encoding);
  if (Array.isArray(data)) {
    for (const { chunk, encoding } of data) bytes += lengthOf(chunk, encoding);
  } else if (data) {
    bytes += lengthOf(data, this._pendingEncoding);
  }
  return bytes;
}

function readyState() {
  if (this.connecting) return 'opening';
  if (this.readable) return this.writable ? 'open' : 'readOnly';
  return this.writable ? 'writeOnly' : 'closed';
}

const accessors = {
  pending: { get() { return !this._handle || this.connecting; } },
  readyState: { get: readyState },
  bufferSize: { get() { return this._handle ? this.writableLength : undefined; } },
  bytesRead: { get() { return this._handle ? this._handle.bytesRead : this[own.kBytesRead]; } },
  remoteAddress: { get() { return this._getpeername().address; } },
  remoteFamily: { get() { return this._getpeername().family; } },
  remotePort: { get() { return this._getpeername().port; } },
  localAddress: { get() { return this._getsockname().address; } },
  localPort: { get() { return this._getsockname().port; } },
  localFamily: { get() { return this._getsockname().family; } },
  _bytesDispatched: { get() { return this._handle ? this._handle.bytesWritten : this[own.kBytesWritten]; } },
  bytesWritten: { get: bytesWritten },
  _connecting: { get() { return this.connecting; } },
};

const methods = {
  // Known as long as there is a connection, and after it once somebody has asked.
  _getpeername() {
    if (!this._handle?.getpeername || this.connecting) return this._peername || {};
    this._peername ??= this._handle.getpeername();
    return this._peername ?? {};
  },

  _getsockname() {
    if (!this._handle?.getsockname) return {};
    this._sockname ??= this._handle.getsockname();
    return this._sockname ?? {};
  },
};

function define(Socket) {
  const { prototype } = Socket;
  // A connection that uses none of these has none of these.
  Object.assign(prototype, methods, {
    _parent: null,
    _host: null,
    _peername: undefined,
    _sockname: null,
    _pendingData: null,
    _pendingEncoding: '',
    _server: null,
    server: null,
    _hadError: false,
    connecting: false,
    resetAndClosing: false,
    [own.kTimeout]: null,
    [own.kBuffer]: null,
    [own.kBufferCallback]: null,
    [own.kNextBuffer]: null,
    [own.kNoDelay]: false,
    [own.kKeepAlive]: false,
    [own.kKeepAliveDelay]: 0,
    [own.kLastQueueSize]: 0,
    [own.kBytesRead]: 0,
    [own.kBytesWritten]: 0,
  });
  for (const name of Object.keys(accessors)) {
    Object.defineProperty(prototype, name, { configurable: true, enumerable: false, ...accessors[name] });
  }
}

module.exports = { define };
