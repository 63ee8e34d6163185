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

// The lines of the trailers, until they are split; the parts that these and those of the head were split into.
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
  _bits: 0,
  [kMaxPairs]: 2000,
});
prototype._lines = prototype[kTrailerLines] = '';
for (const key of [kRaw, kRawTrailers, kHeaders, kHeadersDistinct, kTrailers, kTrailersDistinct]) prototype[key] = undefined;

prototype.setHead = function setHead(lines, flags) {
  this._lines = lines;
  this._bits |= HAS_VERSION | (flags & MINOR);
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
      return (this._bits & which) !== 0;
    },
    set(value) {
      this._bits = value ? this._bits | which : this._bits & ~which;
    },
  };
}

const shown = {
  httpVersion: (message) => versionOf(message._bits, '1.0', '1.1'),
  httpVersionMajor: (message) => versionOf(message._bits, 1, 1),
  httpVersionMinor: (message) => versionOf(message._bits, 0, 1),
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
    const bits = this._bits;
    return (bits & UPGRADE) !== 0 || ((bits & HAS_VERSION) === 0 ? null : false);
  },
});
Object.defineProperty(prototype, 'complete', { configurable: true, enumerable: true, ...bit(DONE) });

/** Makes the state that `_readableState` is from now on. */
function materialise(message) {
  const bits = message._bits;
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
    this._bits |= STREAMED;
    Object.defineProperty(this, '_readableState', { value, writable: true, configurable: true, enumerable: true });
  },
});

/** Whether nobody has looked at the message as a stream yet. */
const isPlain = (message) => (message._bits & STREAMED) === 0;

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
  const bits = this._bits;
  this._bits = bits | DONE;
  if ((bits & STREAMED) !== 0 && !this._readableState.destroyed) this.push(null);
};

/** The answer is complete: what is still to come of the message is read and forgotten. */
prototype.finishUnread = function finishUnread() {
  if (!this.forget() && !this._consuming) this._dump();
};

/** True if all of it has come, and nobody wants to hear of anything any more. */
prototype.forget = function forget() {
  const bits = this._bits;
  if ((bits & (DONE | STREAMED)) !== DONE || this._events !== undefined) return false;
  this._bits = bits | OVER;
  return true;
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

lazily('rawHeaders', kRaw, (message) => splitLines(message._lines, message[kMaxPairs] || 0xffffffff));
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
// For the connection, which makes most requests: the `_bits` of one that has come whole, and of a past one.
const shared = { WHOLE: HAS_VERSION | MINOR | DONE, FORGOTTEN: HAS_VERSION | MINOR | DONE | OVER };
for (const name of Object.keys(shared)) Object.defineProperty(module.exports, name, { value: shared[name] });
