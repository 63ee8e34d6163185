'use strict';

const EventEmitter = require('node/events');
const { nextTick } = require('internal/task_queues');
const { Readable } = require('node/stream');
const { ReadableState } = require('node/stream/readable_state');
const { endOfSource } = require('node/stream/readable_flow');
const { addLine, addDistinctLine, joined, distinct, splitLines } = require('./incoming_headers');

// Where a message stands, and what its head said: one number, since fields are what an object costs most.
const MINOR = 8;
const HAS_VERSION = 0x100;
const DONE = 0x200;
const UPGRADE = 0x400;
// Somebody looks at it as a stream; it was answered and is over, and nobody ever did.
const STREAMED = 0x800;
const OVER = 0x1000;
const kBits = Symbol('kBits');

// The lines of the head, and of the trailers, until they are split; the parts they were split into.
const kLines = Symbol('kLines');
const kRaw = Symbol('kRawHeaders');
const kTrailerLines = Symbol('kTrailerLines');
const kRawTrailers = Symbol('kRawTrailers');
const kHeaders = Symbol('kHeaders');
const kHeadersDistinct = Symbol('kHeadersDistinct');
const kTrailers = Symbol('kTrailers');
const kTrailersDistinct = Symbol('kTrailersDistinct');
const kMaxPairs = Symbol('kMaxHeaderPairs');

/**
 * A message that comes in. It is a readable whose state is made when somebody first looks at it as one: most requests
 * have no body, and most of those that answer them never ask.
 */
function IncomingMessage(socket) {
  if (new.target === undefined && !(this instanceof IncomingMessage)) return new IncomingMessage(socket);
  this.socket = socket;
}

Object.setPrototypeOf(IncomingMessage.prototype, Readable.prototype);
Object.setPrototypeOf(IncomingMessage, Readable);

const { prototype } = IncomingMessage;

// What most messages never change costs them nothing.
Object.assign(prototype, {
  joinDuplicateHeaders: false,
  aborted: false,
  url: '',
  method: null,
  statusCode: null,
  statusMessage: null,
  _events: undefined,
  _consuming: false,
  // The response ended before anybody read the message.
  _dumped: false,
  [kBits]: 0,
  [kMaxPairs]: 2000,
});
for (const key of [kLines, kTrailerLines]) prototype[key] = '';
for (const key of [kRaw, kRawTrailers, kHeaders, kHeadersDistinct, kTrailers, kTrailersDistinct]) prototype[key] = undefined;

/** A request as a server's connection makes it. */
function Request(socket, method, url, lines, flags, isDone) {
  this.socket = socket;
  this.method = method;
  this.url = url;
  this[kLines] = lines;
  this[kBits] = HAS_VERSION | (flags & MINOR) | (isDone ? DONE : 0);
}
Request.prototype = prototype;

/** The same of a class that an application gave, and of responses. */
prototype.setHead = function setHead(lines, flags) {
  this[kLines] = lines;
  this[kBits] |= HAS_VERSION | (flags & MINOR);
};

prototype.limitHeaders = function limitHeaders(maxPairs) {
  this[kMaxPairs] = maxPairs;
};

function versionOf(bits, ...shown) {
  return (bits & HAS_VERSION) === 0 ? null : shown[(bits & MINOR) === 0 ? 0 : 1];
}

function bit(which) {
  return {
    get() {
      return (this[kBits] & which) !== 0;
    },
    set(value) {
      this[kBits] = value ? this[kBits] | which : this[kBits] & ~which;
    },
  };
}

const shown = {
  httpVersion: (message) => versionOf(message[kBits], '1.0', '1.1'),
  httpVersionMajor: (message) => versionOf(message[kBits], 1, 1),
  httpVersionMinor: (message) => versionOf(message[kBits], 0, 1),
};
for (const name of Object.keys(shown)) {
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return shown[name](this);
    },
    set(value) {
      Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
    },
  });
}
Object.defineProperty(prototype, 'upgrade', {
  configurable: true,
  enumerable: true,
  ...bit(UPGRADE),
  get() {
    const bits = this[kBits];
    return (bits & UPGRADE) !== 0 || ((bits & HAS_VERSION) === 0 ? null : false);
  },
});
Object.defineProperty(prototype, 'complete', { configurable: true, enumerable: true, ...bit(DONE) });

/** Makes the state that `_readableState` is from now on. */
function materialise(message) {
  const bits = message[kBits];
  const mark = message.socket?.readableHighWaterMark;
  const state = new ReadableState(mark === undefined ? undefined : { highWaterMark: mark }, false);
  message._readableState = state;
  if ((bits & OVER) !== 0) {
    state.ended = state.endEmitted = state.destroyed = state.closed = state.closeEmitted = true;
    return state;
  }
  // Nothing is read ahead before somebody reads.
  state.readingMore = true;
  if ((bits & DONE) !== 0) endOfSource(message, state);
  return state;
}

Object.defineProperty(prototype, '_readableState', {
  configurable: true,
  get() {
    return this === prototype || !(this instanceof IncomingMessage) ? undefined : materialise(this);
  },
  set(value) {
    this[kBits] |= STREAMED;
    Object.defineProperty(this, '_readableState', { value, writable: true, configurable: true, enumerable: true });
  },
});

/** Whether nobody has looked at the message as a stream yet. */
const isPlain = (message) => (message[kBits] & STREAMED) === 0;

const isStreamEvent = (event) => event === 'data' || event === 'readable';

prototype.on = function on(event, listener) {
  return (isStreamEvent(event) ? Readable : EventEmitter).prototype.on.call(this, event, listener);
};
prototype.addListener = prototype.on;

prototype.removeAllListeners = function removeAllListeners(event) {
  const owner = isPlain(this) ? EventEmitter : Readable;
  return owner.prototype.removeAllListeners.apply(this, arguments);
};

/** The whole message has come. */
prototype.endMessage = function endMessage() {
  const bits = this[kBits];
  this[kBits] = bits | DONE;
  if ((bits & STREAMED) !== 0 && !this._readableState.destroyed) this.push(null);
};

/** The answer is complete: what is still to come of the message is read and forgotten. */
prototype.finishUnread = function finishUnread() {
  const bits = this[kBits];
  if ((bits & (DONE | STREAMED)) === DONE && this._events === undefined) this[kBits] = bits | OVER;
  else if (!this._consuming) this._dump();
};

prototype.takeTrailers = function takeTrailers(lines) {
  this[kTrailerLines] = lines;
  this[kRawTrailers] = this[kTrailers] = this[kTrailersDistinct] = undefined;
};

/** A property that is made of others when it is first asked for, and may be set. */
function lazily(name, key, make) {
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return (this[key] ??= make(this));
    },
    set(value) {
      this[key] = value;
    },
  });
}

lazily('rawHeaders', kRaw, (message) => splitLines(message[kLines], message[kMaxPairs] || 0xffffffff));
lazily('headers', kHeaders, (message) => joined(message.rawHeaders, message.joinDuplicateHeaders));
lazily('headersDistinct', kHeadersDistinct, (message) => distinct(message.rawHeaders));
lazily('rawTrailers', kRawTrailers, (message) => splitLines(message[kTrailerLines], message[kMaxPairs] || 0xffffffff));
lazily('trailers', kTrailers, (message) => joined(message.rawTrailers, message.joinDuplicateHeaders));
lazily('trailersDistinct', kTrailersDistinct, (message) => distinct(message.rawTrailers));

for (const name of ['connection', 'client']) {
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: name === 'client',
    get() {
      return this.socket;
    },
    set(value) {
      this.socket = value;
    },
  });
}

prototype.setTimeout = function setTimeout(msecs, callback) {
  if (callback) this.on('timeout', callback);
  this.socket.setTimeout(msecs);
  return this;
};

/** Lets the socket read on. */
function readStart(socket) {
  if (socket && !socket._paused && socket.readable) socket.resume();
}

prototype._read = function _read() {
  if (!this._consuming) {
    this._readableState.readingMore = false;
    this._consuming = true;
  }
  if (this.socket?.readable) readStart(this.socket);
};

prototype._destroy = function _destroy(error, callback) {
  if (!this.readableEnded || !this.complete) {
    this.aborted = true;
    this.emit('aborted');
  }
  const { socket } = this;
  if (!socket || socket.destroyed || !this.aborted) {
    nextTick(finishDestroy, this, error, callback);
    return;
  }
  socket.destroy(error);
  const { finished } = require('node/stream/finished');
  const stop = finished(socket, (failure) => {
    const cause = failure?.code === 'ERR_STREAM_PREMATURE_CLOSE' ? null : failure;
    stop();
    nextTick(finishDestroy, this, cause || error, callback);
  });
};

/** An error that nobody listens for is not thrown. */
function finishDestroy(message, error, callback) {
  if (message.listenerCount('error') === 0) callback();
  else callback(error);
}

prototype._addHeaderLines = function _addHeaderLines(lines, count) {
  if (!lines?.length) return;
  const pairs = lines.slice(0, count);
  if (this.complete) this[kRawTrailers] = pairs;
  else this[kRaw] = pairs;
  const dest = this.complete ? (this[kTrailers] ??= {}) : (this[kHeaders] ??= {});
  for (let index = 0; index < pairs.length; index += 2) this._addHeaderLine(pairs[index], pairs[index + 1], dest);
};

prototype._addHeaderLine = function _addHeaderLine(field, value, dest) {
  addLine(field, value, dest, this.joinDuplicateHeaders);
};

prototype._addHeaderLineDistinct = function _addHeaderLineDistinct(field, value, dest) {
  addDistinctLine(field, value, dest);
};

prototype._dump = function _dump() {
  if (this._dumped) return;
  this._dumped = true;
  // What is kept already is nobody's any more.
  this.removeAllListeners('data');
  this.resume();
};

function readStop(socket) {
  socket?.pause?.();
}

module.exports = { IncomingMessage, readStart, readStop };
for (const [name, value] of [['Request', Request], ['kBits', kBits], ['OVER', OVER]]) {
  Object.defineProperty(module.exports, name, { value });
}
