'use strict';

const { Buffer } = require('node/buffer');
const { codes, AbortError } = require('internal/errors');
const EventEmitter = require('node/events');
const { Stream } = require('./legacy');
const { ReadableState, kPaused } = require('./readable_state');
const { destroy, undestroy, construct, errorOrDestroy } = require('./destroy');
const flow = require('./readable_flow');

const { maybeReadMore, emitReadable, endReadable } = flow;

function Readable(options) {
  if (!(this instanceof Readable)) return new Readable(options);
  this._readableState = new ReadableState(options, false);
  if (options) {
    applyOptions(this, options);
    if (options.signal) require('./add_abort_signal').addAbortSignalNoValidate(options.signal, this);
  }
  Stream.call(this, options);
  construct(this, () => readAfterConstruct(this));
}

Object.setPrototypeOf(Readable.prototype, Stream.prototype);
Object.setPrototypeOf(Readable, Stream);

function applyOptions(stream, { read, destroy: destroyer, construct: constructor }) {
  if (typeof read === 'function') stream._read = read;
  if (typeof destroyer === 'function') stream._destroy = destroyer;
  if (typeof constructor === 'function') stream._construct = constructor;
}

function readAfterConstruct(stream) {
  if (stream._readableState.needReadable) maybeReadMore(stream, stream._readableState);
}

Readable.ReadableState = ReadableState;
Readable._fromList = fromList;
Readable.prototype.destroy = destroy;
Readable.prototype._undestroy = undestroy;

Readable.prototype._destroy = function (error, callback) {
  callback(error);
};

Readable.prototype[EventEmitter.captureRejectionSymbol] = function (error) {
  this.destroy(error);
};

Readable.prototype[Symbol.asyncDispose] = function () {
  let error;
  if (!this.destroyed) {
    error = this.readableEnded ? null : new AbortError();
    this.destroy(error);
  }
  const { finished } = require('./finished');
  return new Promise((resolve, reject) => finished(this, (failure) => failure && failure !== error ? reject(failure) : resolve(null)));
};

Readable.prototype.push = function push(chunk, encoding) {
  return accept(this, chunk, encoding, false);
};

Readable.prototype.unshift = function unshift(chunk, encoding) {
  return accept(this, chunk, encoding, true);
};

function toBytes(state, chunk, encoding, atFront) {
  if (encoding === state.encoding) return chunk;
  const bytes = Buffer.from(chunk, encoding);
  return atFront && state.encoding ? bytes.toString(state.encoding) : bytes;
}

/** Takes a chunk of the source; says whether it may give more. */
function accept(stream, chunk, encoding, atFront) {
  const state = stream._readableState;
  if (!state.objectMode) {
    if (typeof chunk === 'string') {
      encoding = encoding || state.defaultEncoding;
      chunk = toBytes(state, chunk, encoding, atFront);
      if (typeof chunk !== 'string') encoding = '';
    } else if (chunk instanceof Uint8Array || ArrayBuffer.isView(chunk)) {
      if (!(chunk instanceof Buffer)) chunk = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      encoding = '';
    } else if (chunk !== undefined && chunk !== null) {
      errorOrDestroy(stream, new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk));
      return false;
    }
  }
  if (chunk === null) {
    state.reading = false;
    flow.endOfSource(stream, state);
    return false;
  }
  if (!state.objectMode && !(chunk && chunk.length > 0)) {
    if (!atFront) {
      state.reading = false;
      maybeReadMore(stream, state);
    }
  } else if (atFront ? !acceptFirst(stream, state, chunk) : !acceptLast(stream, state, chunk, encoding)) {
    return false;
  }
  return !state.ended && (state.length < state.highWaterMark || state.length === 0);
}

function acceptFirst(stream, state, chunk) {
  if (state.endEmitted) {
    errorOrDestroy(stream, new codes.ERR_STREAM_UNSHIFT_AFTER_END_EVENT());
    return false;
  }
  if (state.destroyed || state.errored) return false;
  deliver(stream, state, chunk, true);
  return true;
}

function acceptLast(stream, state, chunk, encoding) {
  if (state.ended) {
    errorOrDestroy(stream, new codes.ERR_STREAM_PUSH_AFTER_EOF());
    return false;
  }
  if (state.destroyed || state.errored) return false;
  state.reading = false;
  if (state.decoder !== null && !encoding) {
    chunk = state.decoder.write(chunk);
    if (!state.objectMode && chunk.length === 0) {
      maybeReadMore(stream, state);
      return true;
    }
  }
  deliver(stream, state, chunk, false);
  return true;
}

/** Hands a chunk straight to who listens, or keeps it. */
function deliver(stream, state, chunk, atFront) {
  if (state.flowing && state.length === 0 && !state.sync && stream.listenerCount('data') > 0) {
    if (state.multiAwaitDrain) state.awaitDrainWriters.clear();
    else state.awaitDrainWriters = null;
    state.dataEmitted = true;
    stream.emit('data', chunk);
  } else {
    state.length += state.objectMode ? 1 : chunk.length;
    if (atFront) state.buffer.unshift(chunk);
    else state.buffer.push(chunk);
    if (state.needReadable) emitReadable(stream);
  }
  maybeReadMore(stream, state);
}

Readable.prototype.isPaused = function isPaused() {
  const state = this._readableState;
  return state[kPaused] === true || state.flowing === false;
};

Readable.prototype.setEncoding = function setEncoding(encoding) {
  const { StringDecoder } = require('node/string_decoder');
  const state = this._readableState;
  const decoder = new StringDecoder(encoding);
  state.decoder = decoder;
  state.encoding = decoder.encoding;
  let content = '';
  for (const data of state.buffer) content += decoder.write(data);
  state.buffer.clear();
  if (content !== '') state.buffer.push(content);
  state.length = content.length;
  return this;
};

const LARGEST = 0x40000000;

function raisedMark(n) {
  if (n > LARGEST) throw new codes.ERR_OUT_OF_RANGE('size', '<= 1GiB', n);
  return 2 ** Math.ceil(Math.log2(n));
}

function howMuch(n, state) {
  if (n <= 0 || (state.length === 0 && state.ended)) return 0;
  if (state.objectMode) return 1;
  if (Number.isNaN(n)) return state.flowing && state.length ? state.buffer.first().length : state.length;
  if (n <= state.length) return n;
  return state.ended ? state.length : 0;
}

const isFull = (state) => state.highWaterMark !== 0 ? state.length >= state.highWaterMark : state.length > 0;

Readable.prototype.read = function read(n) {
  if (n === undefined) n = NaN;
  else if (!Number.isInteger(n)) n = Number.parseInt(n, 10);
  const state = this._readableState;
  const asked = n;
  if (n > state.highWaterMark) state.highWaterMark = raisedMark(n);
  if (n !== 0 && state.emittedReadable) state.emittedReadable = false;
  // read(0) asks only for a 'readable' when there is something to tell.
  if (n === 0 && state.needReadable && (isFull(state) || state.ended)) {
    if (state.length === 0 && state.ended) endReadable(this);
    else emitReadable(this);
    return null;
  }
  n = howMuch(n, state);
  if (n === 0 && state.ended) {
    if (state.length === 0) endReadable(this);
    return null;
  }
  if (wantsMore(state, n)) {
    askSource(this, state);
    // The source may have answered already.
    if (!state.reading) n = howMuch(asked, state);
  }
  return take(this, state, n, asked);
};

function wantsMore(state, n) {
  if (state.ended || state.reading || state.destroyed || state.errored || !state.constructed) return false;
  return state.needReadable || state.length === 0 || state.length - n < state.highWaterMark;
}

function askSource(stream, state) {
  state.reading = true;
  state.sync = true;
  if (state.length === 0) state.needReadable = true;
  try {
    stream._read(state.highWaterMark);
  } catch (error) {
    errorOrDestroy(stream, error);
  }
  state.sync = false;
}

function take(stream, state, n, asked) {
  const taken = n > 0 ? fromList(n, state) : null;
  if (taken === null) {
    state.needReadable = state.length <= state.highWaterMark;
    n = 0;
  } else {
    state.length -= n;
    if (state.multiAwaitDrain) state.awaitDrainWriters.clear();
    else state.awaitDrainWriters = null;
  }
  if (state.length === 0) {
    if (!state.ended) state.needReadable = true;
    if (asked !== n && state.ended) endReadable(stream);
  }
  if (taken !== null && !state.errorEmitted && !state.closeEmitted) {
    state.dataEmitted = true;
    stream.emit('data', taken);
  }
  return taken;
}

function fromList(n, state) {
  const { buffer } = state;
  if (state.length === 0) return null;
  if (state.objectMode) return buffer.shift();
  if (n && n < state.length) return buffer.consume(n, state.decoder !== null);
  let all;
  if (state.decoder !== null) all = buffer.join('');
  else all = buffer.length === 1 ? buffer.first() : buffer.concat(state.length);
  buffer.clear();
  return all;
}

Readable.prototype._read = function () {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_read()');
};

Object.assign(Readable.prototype, flow.methods, require('./readable_pipe').methods);
require('./readable_view').define(Readable);

Readable.prototype.wrap = function wrap(stream) {
  return require('./wrap').wrap(this, stream);
};

Readable.wrap = function (source, options) {
  const objectMode = source.readableObjectMode ?? source.objectMode ?? true;
  const destroySource = (error, callback) => {
    require('./destroy').destroyer(source, error);
    callback(error);
  };
  return new Readable({ objectMode, ...options, destroy: destroySource }).wrap(source);
};

Readable.prototype[Symbol.asyncIterator] = function () {
  return require('./readable_iterator').iterate(this);
};

Readable.prototype.iterator = function iterator(options) {
  if (options !== undefined) require('internal/validators').validateObject(options, 'options');
  return require('./readable_iterator').iterate(this, options);
};

Readable.from = function from(iterable, options) {
  return require('./from').from(Readable, iterable, options);
};

Readable.fromWeb = function fromWeb(readableStream, options) {
  return require('./from_web').readableFromWeb(readableStream, options);
};

Readable.toWeb = function toWeb(streamReadable, options) {
  return require('./to_web').readableToWeb(streamReadable, options);
};

module.exports = { Readable, applyOptions, readAfterConstruct };
