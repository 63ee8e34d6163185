'use strict';

const { Buffer } = require('node/buffer');
const { codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { getDefaultHighWaterMark } = require('node/stream/high_water_mark');
const { needsLatin1 } = require('./validation');
const { takesDirectWrites, writeNow, whenWritten, finishNow } = require('./direct');

const kCorked = Symbol('corked');
const kChunks = Symbol('kChunkedBuffer');
const kChunksLength = Symbol('kChunkedLength');
const kNeedDrain = Symbol('kNeedDrain');
const kBytesWritten = Symbol('kBytesWritten');
const kErrored = Symbol('errored');
const kHighWaterMark = Symbol('kHighWaterMark');
const kRejectNonStandardBodyWrites = Symbol('kRejectNonStandardBodyWrites');

const none = Object.freeze([]);
const markOf = (message) => message[kHighWaterMark] ?? getDefaultHighWaterMark();

function nop() {}

/** Emits to whom it may concern, without the cost of an emit where that is nobody. */
function tell(emitter, event) {
  if (emitter._events?.[event] !== undefined || Object.hasOwn(emitter, 'emit')) emitter.emit(event);
}

const lengthOf = (chunk, encoding) => typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.byteLength;

const isText = (chunk, encoding) => typeof chunk === 'string' && (!encoding || encoding === 'utf8' || encoding === 'latin1');

const hasStrictLength = (message) =>
  message.strictContentLength && message._contentLength != null && message._hasBody && !message._removedContLen &&
  !message.chunkedEncoding && !message.hasHeader('transfer-encoding');

function send(data, encoding, callback, length) {
  const header = this._header;
  if (!this._headerSent && header !== null) {
    this._headerSent = true;
    if (isText(data, encoding)) {
      data = header + data;
    } else {
      keep(this, { data: header, encoding: 'latin1', callback: null }, header.length, true);
    }
  }
  return this._writeRaw(data, encoding, callback, length);
}

function keep(message, entry, size, atFront) {
  if (message.outputData === none) message.outputData = [];
  if (atFront) message.outputData.unshift(entry);
  else message.outputData.push(entry);
  message.outputSize += size;
  message._onPendingData(size);
}

function writeRaw(data, encoding, callback) {
  const { socket } = this;
  if (socket?.destroyed) return false;
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  // Only the message at the head of the line may write.
  if (socket && socket._httpMessage === this && socket.writable) {
    if (this.outputData.length > 0) this._flushOutput(socket);
    return socket.write(data, encoding, callback);
  }
  keep(this, { data, encoding, callback }, data.length, false);
  return this.outputSize < markOf(this);
}

function write(chunk, encoding, callback) {
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  return writeChunk(this, chunk, encoding, callback, false);
}

function writeChunk(message, chunk, encoding, callback, isLast) {
  if (typeof callback !== 'function') callback = nop;
  if (chunk === null) throw new codes.ERR_STREAM_NULL_VALUES();
  if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
    throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
  }
  if (message.finished || message.destroyed) {
    refuseWrite(message, callback);
    return false;
  }
  if (message.strictContentLength) countStrictly(message, lengthOf(chunk, encoding), isLast);
  if (!message._header) {
    if (isLast) message._contentLength = lengthOf(chunk, encoding);
    message._implicitHeader();
  }
  if (!message._hasBody) {
    if (message[kRejectNonStandardBodyWrites]) throw new codes.ERR_HTTP_BODY_NOT_ALLOWED();
    nextTick(callback);
    return true;
  }
  const { socket } = message;
  if (!isLast && socket && !socket.writableCorked) {
    // What is written in one go is sent in one go.
    socket.cork();
    nextTick(uncorkSocket, socket);
  }
  const more = message.chunkedEncoding && chunk.length !== 0 ?
    sendChunk(message, chunk, encoding, callback) :
    message._send(chunk, encoding, callback);
  if (!more) message[kNeedDrain] = true;
  return more;
}

function uncorkSocket(socket) {
  if (socket) socket.uncork();
}

function refuseWrite(message, callback) {
  const error = message.finished ? new codes.ERR_STREAM_WRITE_AFTER_END() : new codes.ERR_STREAM_DESTROYED('write');
  if (message.destroyed) nextTick(callback, error);
  else fail(message, error, callback);
}

function fail(message, error, callback) {
  if (message.destroyed) return;
  nextTick(() => {
    callback(error);
    if (!message.destroyed) message.emit('error', error);
  });
}

function countStrictly(message, length, isLast) {
  const total = message[kBytesWritten] + length;
  if (hasStrictLength(message) && (isLast ? total !== message._contentLength : total > message._contentLength)) {
    throw new codes.ERR_HTTP_CONTENT_LENGTH_MISMATCH(total, message._contentLength);
  }
  message[kBytesWritten] = total;
}

function sendChunk(message, chunk, encoding, callback) {
  const length = lengthOf(chunk, encoding);
  if (message[kCorked] && message._headerSent) {
    (message[kChunks] ??= []).push({ chunk, encoding, callback });
    message[kChunksLength] = (message[kChunksLength] ?? 0) + length;
    return message[kChunksLength] < markOf(message);
  }
  const size = length.toString(16);
  // A head in Latin-1 is not to be joined with what is UTF-8.
  const joins = message._headerSent || !needsLatin1(message._header);
  if (typeof chunk === 'string' && (!encoding || encoding === 'utf8') && joins) {
    return message._send(`${size}\r\n${chunk}\r\n`, 'utf8', callback);
  }
  message._send(`${size}\r\n`, 'latin1', null);
  message._send(chunk, encoding, null, length);
  return message._send('\r\n', 'latin1', callback);
}

function cork() {
  this[kCorked]++;
  this.socket?.cork();
}

function uncork() {
  if (this[kCorked] > 0) this[kCorked]--;
  this.socket?.uncork();
  const chunks = this[kChunks];
  if (this[kCorked] || chunks === undefined || chunks.length === 0) return;
  const length = this[kChunksLength];
  this[kChunks] = undefined;
  this[kChunksLength] = 0;
  this._send(`${length.toString(16)}\r\n`, 'latin1', null);
  const callbacks = [];
  for (const { chunk, encoding, callback } of chunks) {
    this._send(chunk, encoding, null);
    if (callback) callbacks.push(callback);
  }
  const done = callbacks.length === 0 ? null : (error) => {
    for (const callback of callbacks) callback(error);
  };
  const more = this._send('\r\n', 'latin1', done);
  if (this[kNeedDrain] && more) {
    this[kNeedDrain] = false;
    this.emit('drain');
  }
}

const corkedLength = (message) => message[kChunksLength] ?? 0;

function end(chunk, encoding, callback) {
  if (typeof chunk === 'function') {
    callback = chunk;
    chunk = encoding = null;
  } else if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  if (this.finished) {
    endAgain(this, chunk, callback);
    return this;
  }
  if (!this._headerSent && this.endDirectly(chunk, encoding)) {
    if (typeof callback === 'function') this.once('finish', callback);
    return this;
  }
  const socket = this.socket;
  if (chunk) {
    socket?.cork();
    writeChunk(this, chunk, encoding, null, true);
  } else if (!this._header) {
    socket?.cork();
    this._contentLength = 0;
    this._implicitHeader();
  }
  if (typeof callback === 'function') this.once('finish', callback);
  if (hasStrictLength(this) && this[kBytesWritten] !== this._contentLength) {
    throw new codes.ERR_HTTP_CONTENT_LENGTH_MISMATCH(this[kBytesWritten], this._contentLength);
  }
  sendEnd(this, chunk);
  return this;
}

/** What comes behind the body; 'finish' is told when that has gone. */
function sendEnd(message, chunk) {
  const done = () => finishNow(message);
  if (message[kCorked]) {
    message[kCorked] = 1;
    message.uncork();
  }
  if (message._hasBody && message.chunkedEncoding) message._send(`0\r\n${message._trailer}\r\n`, 'latin1', done);
  else if (!message._headerSent || message.writableLength || chunk) message._send('', 'latin1', done);
  else nextTick(done);
  const { socket } = message;
  if (socket) {
    if (socket._writableState) socket._writableState.corked = 1;
    socket.uncork();
  }
  message.finished = true;
  if (message.outputData.length === 0 && socket?._httpMessage === message) message._finish();
}

function endAgain(message, chunk, callback) {
  if (chunk) {
    fail(message, new codes.ERR_STREAM_WRITE_AFTER_END(), typeof callback === 'function' ? callback : nop);
  } else if (typeof callback === 'function') {
    if (message.writableFinished) callback(new codes.ERR_STREAM_ALREADY_FINISHED('end'));
    else message.on('finish', callback);
  }
}

/**
 * The common case: all there is to say is said at once, on a socket that takes it at once. Head and body then are one
 * write past the socket's own queue. False where anything is out of the ordinary.
 */
function endDirectly(chunk, encoding) {
  const { socket } = this;
  if (socket === null || socket._httpMessage !== this || this.outputData !== none || this[kCorked] !== 0) return false;
  if (this.strictContentLength || this.destroyed || !takesDirectWrites(socket)) return false;
  const text = typeof chunk === 'string';
  if (text ? encoding && encoding !== 'utf8' && encoding !== 'utf-8' : chunk && !(chunk instanceof Uint8Array)) return false;
  if (!this._header) {
    if (this._contentLength === null || !chunk) this._contentLength = chunk ? lengthOf(chunk) : 0;
    this._implicitHeader();
  }
  // A header that expects an answer was sent just now.
  if (this.chunkedEncoding || this._headerSent || (chunk && !this._hasBody && this[kRejectNonStandardBodyWrites])) return false;
  this._headerSent = true;
  this.finished = true;
  const isDone = writeNow(socket, this._header, chunk && this._hasBody ? chunk : '', whenWritten(socket));
  this._finish();
  if (isDone) this.finishSoon();
  return true;
}

module.exports = {
  kCorked, kNeedDrain, kBytesWritten, kErrored, kHighWaterMark, kRejectNonStandardBodyWrites, none, markOf, tell, corkedLength,
  endDirectly,
  finishNow,
  methods: {
    write, end, cork, uncork, _send: send, _writeRaw: writeRaw,
    endDirectly: () => false,
    emitFinish() {
      this.emit('finish');
    },
  },
};
