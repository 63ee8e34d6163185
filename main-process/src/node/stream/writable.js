'use strict';

const { Buffer } = require('node/buffer');
const { codes, AbortError } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const EventEmitter = require('node/events');
const { Stream } = require('./legacy');
const { WritableState, kOnFinished, none, nop } = require('./writable_state');
const { destroy, undestroy, construct, errorOrDestroy } = require('./destroy');
const { onwrite, clearBuffer, errorBuffer } = require('./writable_buffer');
const { finishMaybe } = require('./writable_finish');
const { writableChunk } = require('./chunk');

const kStream = Symbol('stream');
const isInstance = Function.prototype[Symbol.hasInstance];

function Writable(options) {
  if (!isInstance.call(Writable, this)) return new Writable(options);
  initialise(this, options, false);
  if (options) {
    applyOptions(this, options);
    if (typeof options.destroy === 'function') this._destroy = options.destroy;
    if (typeof options.construct === 'function') this._construct = options.construct;
    if (options.signal) require('./add_abort_signal').addAbortSignalNoValidate(options.signal, this);
  }
  Stream.call(this, options);
  construct(this, () => writeAfterConstruct(this));
}

Object.setPrototypeOf(Writable.prototype, Stream.prototype);
Object.setPrototypeOf(Writable, Stream);

function initialise(stream, options, isDuplex) {
  const state = new WritableState(options, isDuplex);
  state[kStream] = stream;
  stream._writableState = state;
}

// What `_write` calls back: made when something is written, since many streams idle before that.
const lazy = { configurable: true, enumerable: true, writable: true };
Object.defineProperty(WritableState.prototype, 'onwrite', {
  configurable: true,
  get() {
    const stream = this[kStream];
    const value = (error) => onwrite(stream, error);
    Object.defineProperty(this, 'onwrite', { ...lazy, value });
    return value;
  },
  set(value) {
    Object.defineProperty(this, 'onwrite', { ...lazy, value });
  },
});

function applyOptions(stream, { write, writev, final }) {
  if (typeof write === 'function') stream._write = write;
  if (typeof writev === 'function') stream._writev = writev;
  if (typeof final === 'function') stream._final = final;
}

function writeAfterConstruct(stream) {
  const state = stream._writableState;
  if (!state.writing) clearBuffer(stream, state);
  finishMaybe(stream, state);
}

Writable.WritableState = WritableState;

// Duplexes are writables too, though they inherit from Readable.
Object.defineProperty(Writable, Symbol.hasInstance, {
  value(object) {
    if (isInstance.call(this, object)) return true;
    return this === Writable && !!object && object._writableState instanceof WritableState;
  },
});

Writable.prototype.pipe = function pipe() {
  errorOrDestroy(this, new codes.ERR_STREAM_CANNOT_PIPE());
};

/** True or false as `write` answers, or the error. */
function write(stream, chunk, encoding, callback) {
  const state = stream._writableState;
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  } else if (typeof callback !== 'function') {
    callback = nop;
  }
  if (chunk === null) throw new codes.ERR_STREAM_NULL_VALUES();
  if (!state.objectMode) {
    if (!encoding) encoding = state.defaultEncoding;
    else if (encoding !== 'buffer' && !Buffer.isEncoding(encoding)) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
    if (chunk instanceof Buffer) encoding = 'buffer';
    else [chunk, encoding] = writableChunk(state, chunk, encoding);
  }
  let error;
  if (state.ending) error = new codes.ERR_STREAM_WRITE_AFTER_END();
  else if (state.destroyed) error = new codes.ERR_STREAM_DESTROYED('write');
  if (error !== undefined) {
    nextTick(callback, error);
    errorOrDestroy(stream, error, true);
    return error;
  }
  state.pendingcb++;
  return writeOrKeep(stream, state, chunk, encoding, callback);
}

function writeOrKeep(stream, state, chunk, encoding, callback) {
  const length = state.objectMode ? 1 : chunk.length;
  state.length += length;
  const more = state.length < state.highWaterMark;
  if (!more) state.needDrain = true;
  if (state.writing || state.corked || state.errored || !state.constructed) {
    state.keep(chunk, encoding, callback);
  } else {
    state.writelen = length;
    state.writecb = callback;
    state.writing = true;
    state.sync = true;
    stream._write(chunk, encoding, state.onwrite);
    state.sync = false;
  }
  // Whoever writes to a stream that is gone should stop and listen.
  return more && !state.errored && !state.destroyed;
}

Writable.prototype.write = function (chunk, encoding, callback) {
  return write(this, chunk, encoding, callback) === true;
};

Writable.prototype.cork = function () {
  this._writableState.corked++;
};

Writable.prototype.uncork = function () {
  const state = this._writableState;
  if (!state.corked) return;
  state.corked--;
  if (!state.writing) clearBuffer(this, state);
};

Writable.prototype.setDefaultEncoding = function setDefaultEncoding(encoding) {
  if (typeof encoding === 'string') encoding = encoding.toLowerCase();
  if (!Buffer.isEncoding(encoding)) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  this._writableState.defaultEncoding = encoding;
  return this;
};

Writable.prototype._write = function (chunk, encoding, callback) {
  if (!this._writev) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_write()');
  this._writev([{ chunk, encoding }], callback);
};

Writable.prototype._writev = null;

Writable.prototype.end = function (chunk, encoding, callback) {
  const state = this._writableState;
  if (typeof chunk === 'function') {
    callback = chunk;
    chunk = encoding = null;
  } else if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  let error;
  if (chunk !== null && chunk !== undefined) {
    const answer = write(this, chunk, encoding);
    if (answer instanceof Error) error = answer;
  }
  if (state.corked) {
    state.corked = 1;
    this.uncork();
  }
  if (error === undefined) {
    if (!state.errored && !state.ending) {
      // Whatever is still to be called back is called before 'finish'.
      state.ending = true;
      finishMaybe(this, state, true);
      state.ended = true;
    } else if (state.finished) {
      error = new codes.ERR_STREAM_ALREADY_FINISHED('end');
    } else if (state.destroyed) {
      error = new codes.ERR_STREAM_DESTROYED('end');
    }
  }
  if (typeof callback === 'function') callAtEnd(state, error, callback);
  return this;
};

function callAtEnd(state, error, callback) {
  if (error) nextTick(callback, error);
  else if (state.errored) nextTick(callback, state.errored);
  else if (state.finished) nextTick(callback);
  else if (state[kOnFinished] === none) state[kOnFinished] = [callback];
  else state[kOnFinished].push(callback);
}

Writable.prototype.destroy = function (error, callback) {
  const state = this._writableState;
  if (!state.destroyed && (state.bufferedIndex < state.buffered.length || state[kOnFinished].length > 0)) {
    nextTick(errorBuffer, state);
  }
  destroy.call(this, error, callback);
  return this;
};

Writable.prototype._undestroy = undestroy;

Writable.prototype._destroy = function (error, callback) {
  callback(error);
};

Writable.prototype[EventEmitter.captureRejectionSymbol] = function (error) {
  this.destroy(error);
};

Writable.prototype[Symbol.asyncDispose] = function () {
  let error;
  if (!this.destroyed) {
    error = this.writableFinished ? null : new AbortError();
    this.destroy(error);
  }
  const { finished } = require('./finished');
  return new Promise((resolve, reject) => finished(this, (failure) => failure && failure.name !== 'AbortError' ? reject(failure) : resolve(null)));
};

require('./writable_view').define(Writable);

Writable.fromWeb = function fromWeb(writableStream, options) {
  return require('./from_web').writableFromWeb(writableStream, options);
};

Writable.toWeb = function toWeb(streamWritable) {
  return require('./to_web').writableToWeb(streamWritable);
};

module.exports = { Writable, initialise, applyOptions, writeAfterConstruct };
