'use strict';

const net = require('node/net');
const { codes, errnoException } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateFunction, validateObject } = require('internal/validators');
const { OutgoingMessage, kOutHeaders } = require('./outgoing');
const { linesOf } = require('./outgoing_headers');
const { endDirectly, tell, finishNow } = require('./outgoing_body');
const { keepAliveLine } = require('./outgoing_head');
const { chunkExpression } = require('./parser');
const { utcDate, clock } = require('./date');
const { STATUS_CODES } = require('./status_codes');
const { isInvalidText, isToken, validateHeaderValue } = require('./validation');

// In `_owner` is the connection it belongs to, as long as it does; this when it was answered and forgotten.
const OVER = Object.freeze({ socket: null, consumed: null });
const kSocket = Symbol('kSocket');
// Its head may be the usual one: nothing about request or connection says otherwise.
const kIsUsual = Symbol('kIsUsual');

/** The answer to a request. */
function ServerResponse(req, options) {
  if (options !== undefined) OutgoingMessage.call(this, options);
  this.req = req;
  if (req.method === 'HEAD') this._hasBody = false;
  if (req.httpVersionMajor < 1 || req.httpVersionMinor < 1) beOfOldVersion(this, req);
}

function beOfOldVersion(response, req) {
  response.useChunkedEncodingByDefault = chunkExpression.test(req.headers.te);
  response.shouldKeepAlive = false;
}

Object.setPrototypeOf(ServerResponse.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ServerResponse, OutgoingMessage);

const { prototype } = ServerResponse;

// What is asked for often is found here at once, rather than further up.
for (const name of Reflect.ownKeys(OutgoingMessage.prototype)) {
  const { value, enumerable } = Object.getOwnPropertyDescriptor(OutgoingMessage.prototype, name);
  if (typeof value !== 'function' && value !== undefined && name !== 'socket') {
    Object.defineProperty(prototype, name, { value, enumerable, writable: true, configurable: true });
  }
}
Object.assign(prototype, {
  sendDate: true,
  statusCode: 200,
  statusMessage: undefined,
  _sent100: false,
  _expect_continue: false,
  _maxRequestsPerSocket: 0,
  _events: undefined,
  _owner: null,
  [kSocket]: null,
  [kIsUsual]: true,
  endDirectly,
});

/** Makes it an answer on this connection. */
prototype.adopt = function adopt(connection, isUsual) {
  this._owner = connection;
  if (!isUsual) this[kIsUsual] = false;
};

// What was removed may be missing among what the usual head has.
prototype.removeHeader = function removeHeader(name) {
  OutgoingMessage.prototype.removeHeader.call(this, name);
  if (this._removedConnection || this._removedContLen || this._removedTE) this[kIsUsual] = false;
};

// It has the socket of its connection while it is its turn.
Object.defineProperty(prototype, 'socket', {
  configurable: true,
  enumerable: true,
  get() {
    const connection = this._owner;
    if (connection === null) return this[kSocket];
    const { socket } = connection;
    return socket !== null && socket._httpMessage === this ? socket : null;
  },
  set(value) {
    this[kSocket] = value;
    if (value !== null) this._owner = null;
  },
});

function isOver(name, key) {
  prototype[key] = false;
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this[key] || this._owner === OVER;
    },
    set(value) {
      this[key] = value;
    },
  });
}

isOver('destroyed', Symbol('kDestroyed'));
isOver('_closed', Symbol('kClosed'));

Object.defineProperty(prototype, '_keepAliveTimeout', {
  configurable: true,
  enumerable: true,
  get() {
    return this._owner?.server?.keepAliveTimeout ?? 0;
  },
  set(value) {
    Object.defineProperty(this, '_keepAliveTimeout', { value, writable: true, configurable: true, enumerable: true });
  },
});

/** The connection goes on without it. */
prototype.leave = function leave() {
  this._owner = null;
  this[kSocket] = null;
};

prototype._finish = function _finish() {
  tell(this, 'prefinish');
};

prototype.emitFinish = function emitFinish() {
  const connection = this._owner;
  if (connection !== null && connection !== OVER) connection.onResponseEnd(this);
  tell(this, 'finish');
};

function emitClose(response) {
  if (response._closed) return;
  response.destroyed = true;
  response._closed = true;
  tell(response, 'close');
}

function onSocketClose() {
  if (this._httpMessage) emitClose(this._httpMessage);
}

prototype.assignSocket = function assignSocket(socket) {
  if (socket._httpMessage) throw new codes.ERR_HTTP_SOCKET_ASSIGNED();
  socket._httpMessage = this;
  // The connections of a server look after this themselves.
  if (this._owner === null) {
    socket.on('close', onSocketClose);
    this.socket = socket;
  }
  this.emit('socket', socket);
  this._flush();
};

prototype.detachSocket = function detachSocket(socket) {
  socket.removeListener('close', onSocketClose);
  socket._httpMessage = null;
  this._owner = this[kSocket] = null;
};

prototype.writeContinue = function writeContinue(callback) {
  this._writeRaw('HTTP/1.1 100 Continue\r\n\r\n', 'ascii', callback);
  this._sent100 = true;
};

prototype.writeProcessing = function writeProcessing(callback) {
  this._writeRaw('HTTP/1.1 102 Processing\r\n\r\n', 'ascii', callback);
};

const LINK = /^(?:<[^>]*>)(?:\s*;\s*[^;"\s]+(?:=(")?[^;"\s]*\1)?)*$/;

function linkText(value) {
  const links = Array.isArray(value) ? value : [value];
  for (const link of links) {
    if (typeof link !== 'string' || !LINK.test(link)) {
      throw new codes.ERR_INVALID_ARG_VALUE(
        'hints', link,
        'must be an array or string of format "</styles.css>; rel=preload; as=style"',
      );
    }
  }
  return links.join(', ');
}

prototype.writeEarlyHints = function writeEarlyHints(hints, callback) {
  let head = 'HTTP/1.1 103 Early Hints\r\n';
  validateObject(hints, 'hints');
  if (hints.link === null || hints.link === undefined) return;
  const link = linkText(hints.link);
  if (link.length === 0) return;
  head += `Link: ${link}\r\n`;
  for (const key of Object.keys(hints)) {
    if (key === 'link') continue;
    if (!isToken(key)) throw new codes.ERR_INVALID_HTTP_TOKEN('Header name', key);
    validateHeaderValue(key, hints[key]);
    head += `${key}: ${hints[key]}\r\n`;
  }
  if (callback !== undefined && callback !== null) validateFunction(callback, 'callback');
  this._writeRaw(`${head}\r\n`, 'ascii', callback);
};

prototype._implicitHeader = function _implicitHeader() {
  this.writeHead(this.statusCode);
};

/** Adds what writeHead was given to what was set before; fields of a list replace those, and may repeat. */
function mergeHeaders(response, given) {
  if (Array.isArray(given)) {
    if (given.length % 2 !== 0) throw new codes.ERR_INVALID_ARG_VALUE('headers', given);
    for (let index = 0; index < given.length; index += 2) response.removeHeader(given[index]);
    for (let index = 0; index < given.length; index += 2) {
      if (given[index]) response.appendHeader(given[index], given[index + 1]);
    }
  } else if (given) {
    for (const key of Object.keys(given)) if (key) response.setHeader(key, given[key]);
  }
}

prototype.writeHead = function writeHead(statusCode, reason, given) {
  if (this._header) throw new codes.ERR_HTTP_HEADERS_SENT('write');
  const original = statusCode;
  statusCode |= 0;
  if (statusCode < 100 || statusCode > 999) throw new codes.ERR_HTTP_INVALID_STATUS_CODE(original);
  if (typeof reason === 'string') {
    this.statusMessage = reason;
  } else {
    this.statusMessage ||= STATUS_CODES[statusCode] || 'unknown';
    given ??= reason;
  }
  this.statusCode = statusCode;
  let headers = given;
  if (this[kOutHeaders] !== null) {
    mergeHeaders(this, given);
    headers = this[kOutHeaders];
  }
  const message = this.statusMessage;
  if (message !== STATUS_CODES[statusCode] && isInvalidText(message)) throw new codes.ERR_INVALID_CHAR('statusMessage');
  if (statusCode === 204 || statusCode === 304 || statusCode < 200) this._hasBody = false;
  // A client that waited in vain may send its body yet: nothing can follow on this connection.
  if (this._expect_continue && !this._sent100) this.shouldKeepAlive = false;
  this._storeHeader(`HTTP/1.1 ${statusCode} ${message}\r\n`, headers);
  return this;
};
const { writeHead } = prototype;

prototype.writeHeader = prototype.writeHead;

// What the usual head has behind the fields of its own, for one second; the same with a length to follow.
let usualLines = '';
let usualStart = '';
let usualDate = '';
let usualTimeout = -1;

function refreshUsual(response, timeout) {
  usualDate = utcDate();
  usualTimeout = timeout;
  usualLines = `Date: ${usualDate}\r\nConnection: keep-alive\r\n${keepAliveLine(response)}`;
  usualStart = `HTTP/1.1 200 OK\r\n${usualLines}Content-Length: `;
}

/** A head that only has to say what nearly all say; undefined if there is more to it. */
function usualHeader(response, connection, length) {
  const { statusCode } = response;
  if (!response[kIsUsual] || !response.sendDate || !response.shouldKeepAlive || response.strictContentLength || response.chunkedEncoding ||
    response.statusMessage !== undefined || response.writeHead !== writeHead) return undefined;
  const timeout = connection.server.keepAliveTimeout;
  if (clock.text !== usualDate || timeout !== usualTimeout) refreshUsual(response, timeout);
  const headers = response[kOutHeaders];
  if (headers === null && statusCode === 200) return `${usualStart}${length}\r\n\r\n`;
  const text = headers === null ? '' : linesOf(headers);
  if (text === undefined || !(statusCode >= 200 && statusCode < 1000) || statusCode === 204 || statusCode === 304) return undefined;
  const line = statusCode === 200 ? 'HTTP/1.1 200 OK' : statusLine(statusCode);
  if (headers !== null && headers['content-length'] !== undefined) return `${line}\r\n${text}${usualLines}\r\n`;
  return `${line}\r\n${text}${usualLines}Content-Length: ${length}\r\n\r\n`;
}

const statusLine = (code) => `HTTP/1.1 ${code | 0} ${STATUS_CODES[code | 0] ?? 'unknown'}`;

/** The body as it goes behind a head that was made before; undefined if not everything can go at once. */
function bodyBehind(response, chunk) {
  if (!response._hasBody || response.strictContentLength || response._expect_continue) return undefined;
  if (!response.chunkedEncoding) return chunk;
  if (typeof chunk !== 'string' || !native.isAscii(response._header)) return undefined;
  return `${native.byteLength(chunk).toString(16)}\r\n${chunk}\r\n0\r\n${response._trailer}\r\n`;
}

const generalEnd = OutgoingMessage.prototype.end;
const socketWrite = net.Socket.prototype.write;

/** Whether the handle may be written to past its socket, on which nothing waits, and whose turn is the response's. */
function isFree(connection, response) {
  const { socket, consumed } = connection;
  if (consumed === null || socket === null || socket._httpMessage !== response || socket.write !== socketWrite ||
    socket._handle === null) return false;
  const state = socket._writableState;
  return state.length === 0 && state.corked === 0 && !state.ending;
}

const isText = (chunk, encoding) => typeof chunk === 'string' && chunk !== '' && (encoding === undefined || encoding === 'utf8');
const isBytes = (chunk, encoding) => chunk instanceof Uint8Array && chunk.length > 0 && typeof encoding !== 'function';

/** All that is said is said at once, on a connection that takes it: one write, past the socket's own queue. */
function endAtOnce(response, connection, chunk, encoding) {
  let header = response._header;
  let body = chunk;
  const isQuick = header === null;
  if (isQuick) header = usualHeader(response, connection, typeof chunk === 'string' ? native.byteLength(chunk) : chunk.length);
  else body = bodyBehind(response, chunk);
  if (header === undefined || body === undefined) return generalEnd.call(response, chunk, encoding);
  response._header = header;
  response._headerSent = response.finished = true;
  const { socket } = connection;
  const { _handle: handle } = socket;
  const status = typeof body === 'string' ?
    handle.writeText(header + body, connection.written) :
    handle.writeWithHead(header, body, connection.written);
  response.afterEnd(connection, status, isQuick);
  return response;
}

prototype.end = function end(chunk, encoding, callback) {
  const connection = this._owner;
  if (connection === null || callback !== undefined || this._headerSent || !isFree(connection, this)) {
    return generalEnd.call(this, chunk, encoding, callback);
  }
  if (typeof chunk !== 'string' || chunk === '' || encoding !== undefined || this._header !== null || this[kOutHeaders] !== null ||
    this.statusCode !== 200 || !this[kIsUsual] || !this.sendDate || !this.shouldKeepAlive || this.strictContentLength ||
    this.chunkedEncoding || this.statusMessage !== undefined || this.writeHead !== writeHead) {
    const isWhole = isText(chunk, encoding) || isBytes(chunk, encoding);
    return isWhole ? endAtOnce(this, connection, chunk, encoding) : generalEnd.call(this, chunk, encoding);
  }
  // A text, and nothing said before: the length is counted where it is written, and missing in what is kept of the head.
  const timeout = connection.server.keepAliveTimeout;
  if (clock.text !== usualDate || timeout !== usualTimeout) refreshUsual(this, timeout);
  this._header = usualStart;
  this._headerSent = this.finished = true;
  const status = connection.socket._handle.writeCounted(usualStart, chunk, connection.written);
  if (status === 1 && connection.handling === this && this._events === undefined) connection.quick = this;
  else this.afterEnd(connection, status, true);
  return this;
};

prototype.afterEnd = function afterEnd(connection, status, isQuick) {
  const { socket } = connection;
  if (socket.timeout) socket._unrefTimer();
  if (isQuick && status === 1 && connection.handling === this && this._events === undefined && !socket.timeout) {
    connection.quick = this;
    return;
  }
  tell(this, 'prefinish');
  if (status === 1) this.finishSoon();
  else if (status < 0) socket.destroy(errnoException(status, 'write'));
};

/** Where nobody listens, the end can wait until the request's listener returns; else it is told in a tick. */
prototype.finishSoon = function finishSoon() {
  const connection = this._owner;
  if (connection !== null && connection.handling === this && this._events === undefined) connection.ended = this;
  else nextTick(finishNow, this);
};

module.exports = { ServerResponse, emitClose, OVER };
