'use strict';

const net = require('node/net');
const { codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateFunction, validateObject } = require('internal/validators');
const { OutgoingMessage, kOutHeaders } = require('./outgoing');
const { endDirectly, tell, finishNow, kCorked } = require('./outgoing_body');
const { keepAliveLine, storeHeader } = require('./outgoing_head');
const { chunkExpression } = require('./parser');
const { writeNow } = require('./direct');
const { utcDate, clock } = require('./date');
const { STATUS_CODES } = require('./status_codes');
const { isInvalidText, isToken, validateHeaderValue } = require('./validation');

// The connection it belongs to, as long as it does; OVER when it was answered and forgotten.
const kConnection = Symbol('kConnection');
const OVER = Object.freeze({ socket: null });
const kSocket = Symbol('kSocket');

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
  [kConnection]: null,
  [kSocket]: null,
  endDirectly,
});

/** The same as a server's connection makes it. */
function Answer(req, connection) {
  this.req = req;
  this[kConnection] = connection;
}
Answer.prototype = prototype;

/** Makes it an answer on this connection, whatever made it. */
prototype.adopt = function adopt(req, connection) {
  this[kConnection] = connection;
  if (req.httpVersionMinor === 0) beOfOldVersion(this, req);
};

// It has the socket of its connection while it is its turn.
Object.defineProperty(prototype, 'socket', {
  configurable: true,
  enumerable: true,
  get() {
    const connection = this[kConnection];
    if (connection === null) return this[kSocket];
    const { socket } = connection;
    return socket !== null && socket._httpMessage === this ? socket : null;
  },
  set(value) {
    this[kSocket] = value;
    if (value !== null) this[kConnection] = null;
  },
});

function isOver(name, key) {
  prototype[key] = false;
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this[key] || this[kConnection] === OVER;
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
    return this[kConnection]?.server?.keepAliveTimeout ?? 0;
  },
  set(value) {
    Object.defineProperty(this, '_keepAliveTimeout', { value, writable: true, configurable: true, enumerable: true });
  },
});

/** Its end was told to nobody, since nobody asked. */
prototype.close = function close() {
  this[kConnection] = OVER;
};

/** The connection goes on without it. */
prototype.leave = function leave() {
  this[kConnection] = null;
  this[kSocket] = null;
};

prototype._finish = function _finish() {
  tell(this, 'prefinish');
};

prototype.emitFinish = function emitFinish() {
  const connection = this[kConnection];
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
  if (this[kConnection] === null) {
    socket.on('close', onSocketClose);
    this.socket = socket;
  }
  this.emit('socket', socket);
  this._flush();
};

prototype.detachSocket = function detachSocket(socket) {
  socket.removeListener('close', onSocketClose);
  socket._httpMessage = null;
  this[kConnection] = this[kSocket] = null;
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

// The lines before the length, for one second, of the heads that have no fields of their own.
const usual = { start: '', date: undefined, code: 0, message: undefined, timeout: -1 };

/** Whether its head is the usual one for its code: on a connection that goes on, with the length of what is said. */
function isUsual(response) {
  return response._hasBody && response.shouldKeepAlive && response.sendDate && !response._removedConnection &&
    !response._removedContLen && !response.maxRequestsOnConnectionReached && response.useChunkedEncodingByDefault &&
    response._defaultKeepAlive && response._maxRequestsPerSocket === 0 && !response.chunkedEncoding &&
    response._storeHeader === storeHeader;
}

function refreshUsual(response, code, timeout) {
  usual.date = utcDate();
  usual.code = code;
  usual.timeout = timeout;
  usual.message = response.statusMessage;
  const line = `HTTP/1.1 ${code} ${usual.message ?? STATUS_CODES[code] ?? 'unknown'}`;
  usual.start = `${line}\r\nDate: ${usual.date}\r\nConnection: keep-alive\r\n${keepAliveLine(response)}Content-Length: `;
}

/** The head of an answer without any field of its own: only its length differs from the last one's. */
function usualHeader(response, timeout, length) {
  const { statusCode, statusMessage } = response;
  if (clock.text === undefined || clock.text !== usual.date || statusCode !== usual.code || statusMessage !== usual.message ||
    timeout !== usual.timeout) refreshUsual(response, statusCode, timeout);
  return `${usual.start}${length}\r\n\r\n`;
}

const generalEnd = OutgoingMessage.prototype.end;
const socketWrite = net.Socket.prototype.write;

/** Whether the connection's handle may be written to past its socket, on which nothing waits. */
function isFree(connection, response) {
  const { socket, consumed } = connection;
  if (consumed === null || socket === null || socket._httpMessage !== response || socket.write !== socketWrite) return false;
  const state = socket._writableState;
  return state.length === 0 && state.corked === 0 && !state.ending && !state.destroyed;
}

// The commonest answer: a text, nothing else said before, on a connection that takes it. It is one write.
prototype.end = function end(chunk, encoding, callback) {
  const connection = this[kConnection];
  if (typeof chunk !== 'string' || encoding !== undefined || callback !== undefined || connection === null || this._header !== null ||
    this[kOutHeaders] !== null || chunk.length === 0 || this.writeHead !== writeHead || this.strictContentLength ||
    this.outputData.length > 0 || this[kCorked] !== 0 || !isFree(connection, this) || !isUsual(this) || !isPlainCode(this.statusCode) ||
    (this.statusMessage !== undefined && isInvalidText(this.statusMessage)) || this._expect_continue) {
    return generalEnd.call(this, chunk, encoding, callback);
  }
  const header = usualHeader(this, connection.server.keepAliveTimeout, native.byteLength(chunk));
  this._header = header;
  this._headerSent = this.finished = true;
  const { socket } = connection;
  const isDone = writeNow(socket, header, chunk, connection.written);
  if (this._events !== undefined) tell(this, 'prefinish');
  if (isDone) this.finishSoon();
  return this;
};

const isPlainCode = (code) => typeof code === 'number' && code >= 200 && code <= 999 && code !== 204 && code !== 304 && code === (code | 0);

/** Where nobody listens, the end can wait until the request's listener returns; else it is told in a tick. */
prototype.finishSoon = function finishSoon() {
  const connection = this[kConnection];
  if (connection !== null && connection.handling === this && this._events === undefined) connection.ended = this;
  else nextTick(finishNow, this);
};

module.exports = { ServerResponse, Answer, emitClose };
