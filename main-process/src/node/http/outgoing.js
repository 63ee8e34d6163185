'use strict';

const EventEmitter = require('node/events');
const { codes } = require('internal/errors');
const { Stream } = require('node/stream/legacy');
const { defineHeaders, kOutHeaders, kUniqueHeaders, parseUniqueHeadersOption } = require('./outgoing_headers');
const { storeHeader } = require('./outgoing_head');
const { validateHeaderName, validateHeaderValue, isInvalidText } = require('./validation');
const body = require('./outgoing_body');

const { kCorked, kNeedDrain, kBytesWritten, kErrored, kHighWaterMark, kRejectNonStandardBodyWrites, none } = body;

/** A message that goes out: head, body and trailers, kept until it has a socket and the socket's turn comes. */
function OutgoingMessage(options) {
  // Who inherits the old way calls this on an object of theirs.
  if (options !== undefined) {
    if (options.highWaterMark !== undefined) this[kHighWaterMark] = options.highWaterMark;
    if (options.rejectNonStandardBodyWrites) this[kRejectNonStandardBodyWrites] = true;
  }
}

Object.setPrototypeOf(OutgoingMessage.prototype, Stream.prototype);
Object.setPrototypeOf(OutgoingMessage, Stream);

const { prototype } = OutgoingMessage;

// What most messages never change costs them nothing.
Object.assign(prototype, {
  outputData: none,
  outputSize: 0,
  writable: true,
  destroyed: false,
  _last: false,
  chunkedEncoding: false,
  shouldKeepAlive: true,
  maxRequestsOnConnectionReached: false,
  _defaultKeepAlive: true,
  useChunkedEncodingByDefault: true,
  sendDate: false,
  _removedConnection: false,
  _removedContLen: false,
  _removedTE: false,
  strictContentLength: false,
  _contentLength: null,
  _hasBody: true,
  _trailer: '',
  finished: false,
  _headerSent: false,
  _closed: false,
  _header: null,
  _keepAliveTimeout: 0,
  socket: null,
  [kCorked]: 0,
  [kNeedDrain]: false,
  [kBytesWritten]: 0,
  [kErrored]: null,
  [kHighWaterMark]: undefined,
  [kRejectNonStandardBodyWrites]: false,
  [kUniqueHeaders]: null,
  _onPendingData() {},
});

defineHeaders(prototype);
Object.assign(prototype, body.methods);
prototype._storeHeader = storeHeader;

const accessors = {
  errored: { get() { return this[kErrored]; } },
  closed: { get() { return this._closed; } },
  writableFinished: {
    get() {
      return this.finished && this.outputSize === 0 && (!this.socket || this.socket.writableLength === 0);
    },
  },
  writableObjectMode: { get() { return false; } },
  writableLength: { get() { return this.outputSize + (this.socket ? this.socket.writableLength : 0) + body.corkedLength(this); } },
  writableHighWaterMark: { get() { return this.socket ? this.socket.writableHighWaterMark : body.markOf(this); } },
  writableCorked: { get() { return this[kCorked]; } },
  writableEnded: { get() { return this.finished; } },
  writableNeedDrain: { get() { return !this.destroyed && !this.finished && this[kNeedDrain]; } },
  headersSent: { enumerable: true, get() { return !!this._header; } },
  connection: {
    get() { return this.socket; },
    set(value) {
      this.socket = value;
    },
  },
};
for (const name of Object.keys(accessors)) {
  Object.defineProperty(prototype, name, { configurable: true, enumerable: false, ...accessors[name] });
}

prototype.setTimeout = function setTimeout(msecs, callback) {
  if (callback) this.on('timeout', callback);
  if (!this.socket) this.once('socket', (socket) => socket.setTimeout(msecs));
  else this.socket.setTimeout(msecs);
  return this;
};

prototype.destroy = function destroy(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  this[kErrored] = error;
  if (this.socket) this.socket.destroy(error);
  else this.once('socket', (socket) => socket.destroy(error));
  return this;
};

prototype[EventEmitter.captureRejectionSymbol] = function (error) {
  this.destroy(error);
};

prototype.pipe = function pipe() {
  this.emit('error', new codes.ERR_STREAM_CANNOT_PIPE());
};

prototype._implicitHeader = function _implicitHeader() {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_implicitHeader()');
};

prototype.flushHeaders = function flushHeaders() {
  if (!this._header) this._implicitHeader();
  this._send('');
};

prototype.addTrailers = function addTrailers(headers) {
  this._trailer = '';
  const isList = Array.isArray(headers);
  for (const key of Object.keys(headers)) {
    const [field, value] = isList ? headers[key] : [key, headers[key]];
    validateHeaderName(field, 'Trailer name');
    const isUnique = this[kUniqueHeaders]?.has(field.toLowerCase());
    const values = Array.isArray(value) ? (isUnique ? [value.join('; ')] : value) : [value];
    for (const one of values) {
      if (isInvalidText(one)) throw new codes.ERR_INVALID_CHAR('trailer content', field);
      this._trailer += `${field}: ${one}\r\n`;
    }
  }
};

/** Everything was handed to the socket: its next message may have it. */
prototype._finish = function _finish() {
  this.emit('prefinish');
};

/** Writes what was kept, once the message has its socket. */
prototype._flush = function _flush() {
  const socket = this.socket;
  if (!socket?.writable) return;
  const more = this._flushOutput(socket);
  if (this.finished) {
    this._finish();
  } else if (more && this[kNeedDrain]) {
    this[kNeedDrain] = false;
    this.emit('drain');
  }
};

prototype._flushOutput = function _flushOutput(socket) {
  if (this.outputData.length === 0) return true;
  const waiting = this.outputData;
  socket.cork();
  let more;
  for (const { data, encoding, callback } of waiting) more = socket.write(data, encoding, callback);
  socket.uncork();
  this.outputData = none;
  this._onPendingData(-this.outputSize);
  this.outputSize = 0;
  return more;
};

module.exports = {
  kHighWaterMark,
  kUniqueHeaders,
  parseUniqueHeadersOption,
  validateHeaderName,
  validateHeaderValue,
  OutgoingMessage,
};
Object.defineProperty(module.exports, 'kOutHeaders', { value: kOutHeaders });
