'use strict';

const { codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { Buffer, kMaxLength, constants: limits } = require('node/buffer');
const { deprecate } = require('node/util');
const { Transform, finished } = require('node/stream');
const { numberIn } = require('./options');
const { constants } = require('./constants');

const { Z_MIN_CHUNK, Z_MAX_CHUNK, Z_DEFAULT_CHUNK } = constants;
const kFlushFlag = Symbol('kFlushFlag');
const kError = Symbol('kError');
const kBusy = Symbol('kBusy');

// Weak to strong: of two flushes asked for, the stronger one is done.
const STRENGTH = [0, 2, 3, 4, 5, 1];

const stronger = (a, b) => (STRENGTH[a] > STRENGTH[b] ? a : b);

const flushChunks = [0, 1, 2, 3, 4, 5].map((kind) => {
  const chunk = Buffer.alloc(0);
  chunk[kFlushFlag] = kind;
  return chunk;
});

/** An error as the native half tells it. */
function errorOf({ message, errno, code }) {
  const error = new Error(message);
  error.errno = errno;
  error.code = code;
  return error;
}

function open(wish) {
  const handle = native.open(wish);
  if (handle.step === undefined) {
    if (handle.code !== 'ERR_ZLIB_INITIALIZATION_FAILED') throw errorOf(handle);
    throw new codes.ERR_ZLIB_INITIALIZATION_FAILED(handle.message === 'Initialization failed' ? undefined : handle.message);
  }
  return handle;
}

const tooLarge = (engine) => new codes.ERR_BUFFER_TOO_LARGE(engine._maxOutputLength);

const asBuffer = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function close(engine) {
  const handle = engine._handle;
  engine._handle = null;
  handle?.close();
}

/** What every stream of this module is. `flushes` has the defaults and bounds of the family's flush kinds. */
function ZlibBase(options, wish, flushes) {
  let chunkSize = Z_DEFAULT_CHUNK;
  let maxOutputLength = kMaxLength;
  let flush = flushes.flush;
  let finishFlush = flushes.finishFlush;
  if (options) {
    const [lowest, highest] = flushes.bounds;
    chunkSize = numberIn(options.chunkSize, 'options.chunkSize', Z_MIN_CHUNK, Z_MAX_CHUNK, Z_DEFAULT_CHUNK);
    if (chunkSize > limits.MAX_LENGTH) throw new codes.ERR_OUT_OF_RANGE('size', `>= 0 && <= ${limits.MAX_LENGTH}`, chunkSize);
    flush = numberIn(options.flush, 'options.flush', lowest, highest, flush);
    finishFlush = numberIn(options.finishFlush, 'options.finishFlush', lowest, highest, finishFlush);
    maxOutputLength = numberIn(options.maxOutputLength, 'options.maxOutputLength', 1, kMaxLength, kMaxLength);
    if (options.encoding || options.objectMode || options.writableObjectMode) {
      options = { ...options, encoding: null, objectMode: false, writableObjectMode: false };
    }
  }
  Transform.call(this, { autoDestroy: true, ...options });
  this[kError] = null;
  this[kBusy] = false;
  this.bytesWritten = 0;
  this._handle = open(wish);
  this._chunkSize = chunkSize;
  this._defaultFlushFlag = flush;
  this._finishFlushFlag = finishFlush;
  this._defaultFullFlushFlag = flushes.fullFlush;
  this._info = options?.info;
  this._rejectGarbage = options?.rejectGarbageAfterEnd === true;
  this._maxOutputLength = maxOutputLength;
}
Object.setPrototypeOf(ZlibBase.prototype, Transform.prototype);
Object.setPrototypeOf(ZlibBase, Transform);

Object.defineProperty(ZlibBase.prototype, '_closed', {
  configurable: true,
  enumerable: true,
  get() {
    return !this._handle;
  },
});

const OLD_NAME = 'zlib.bytesRead is deprecated and will change its meaning in the future. Use zlib.bytesWritten instead.';

// The old name, which says the opposite of what it means.
Object.defineProperty(ZlibBase.prototype, 'bytesRead', {
  configurable: true,
  enumerable: true,
  get: deprecate(function () {
    return this.bytesWritten;
  }, OLD_NAME, 'DEP0108'),
  set: deprecate(function (value) {
    this.bytesWritten = value;
  }, OLD_NAME, 'DEP0108'),
});

ZlibBase.prototype.reset = function reset() {
  if (!this._handle) throw new codes.ERR_INTERNAL_ASSERTION('zlib binding closed');
  const failure = this._handle.reset();
  if (failure) fail(this, failure);
};

ZlibBase.prototype._flush = function _flush(callback) {
  this._transform(Buffer.alloc(0), '', callback);
};

// The default of Transform would wait for this stream to be flushed before it is finished.
ZlibBase.prototype._final = function _final(callback) {
  callback();
};

ZlibBase.prototype.flush = function flush(kind, callback) {
  if (typeof kind === 'function' || (kind === undefined && !callback)) {
    callback = kind;
    kind = this._defaultFullFlushFlag;
  }
  if (this.writableFinished) {
    if (callback) nextTick(callback);
  } else if (this.writableEnded) {
    if (callback) this.once('end', callback);
  } else {
    this.write(flushChunks[kind], '', callback);
  }
};

ZlibBase.prototype.close = function (callback) {
  if (callback) finished(this, callback);
  this.destroy();
};

ZlibBase.prototype._destroy = function _destroy(error, callback) {
  close(this);
  callback(error);
};

ZlibBase.prototype._transform = function _transform(chunk, encoding, callback) {
  let flush = this._defaultFlushFlag;
  if (typeof chunk[kFlushFlag] === 'number') flush = chunk[kFlushFlag];
  // No data can follow this chunk, though a flush may, which is then one of the end too.
  if (this.writableEnded && this.writableLength === chunk.byteLength) flush = stronger(flush, this._finishFlushFlag);
  work(this, chunk, flush, callback);
};

/** What some programs call to compress one chunk by itself, at once or with a callback. */
ZlibBase.prototype._processChunk = function _processChunk(chunk, flush, callback) {
  if (typeof callback === 'function') work(this, chunk, flush, callback);
  else return wholeSync(this, chunk, flush);
};

function fail(engine, failure) {
  const error = errorOf(failure);
  engine.destroy(error);
  engine[kError] = error;
}

/** Takes a chunk through the codec, one output buffer at a time, each made on the pool. */
function work(engine, chunk, flush, callback) {
  const handle = engine._handle;
  if (!handle) {
    nextTick(callback);
    return;
  }
  let left = chunk.byteLength;
  handle.begin(chunk);
  const step = () => handle.step(flush, engine._chunkSize, onStep);
  const onStep = (error, result) => {
    if (engine.destroyed) {
      callback();
      return;
    }
    const [output, remaining, full, failure] = result;
    if (failure) {
      fail(engine, failure);
      return;
    }
    engine.bytesWritten += left - remaining;
    left = remaining;
    const wantsMore = output.length === 0 || engine.push(asBuffer(output));
    if (full && !engine.destroyed) {
      goOn(engine, wantsMore, step);
      return;
    }
    if (left > 0 && !engine.destroyed) endEarly(engine);
    callback();
  };
  step();
}

/** What follows the compressed data is nobody's: there is no more to come. */
function endEarly(engine) {
  if (engine._rejectGarbage) engine.destroy(new codes.ERR_TRAILING_JUNK_AFTER_STREAM_END());
  else engine.push(null);
}

/** The next step follows at once, or when somebody reads what there is. */
function goOn(engine, wantsMore, step) {
  if (wantsMore) {
    step();
    return;
  }
  const read = engine._read;
  engine._read = function (size) {
    engine._read = read;
    step();
    engine._read(size);
  };
}

/** All of the output for all of the input, on this thread. */
function wholeSync(engine, chunk, flush) {
  const handle = engine._handle;
  if (!handle) throw new codes.ERR_INTERNAL_ASSERTION('zlib binding closed');
  const result = handle.wholeSync(chunk, flush, engine._chunkSize, engine._maxOutputLength);
  return outcome(engine, result);
}

/** The same on the pool. */
function whole(engine, chunk, flush, callback) {
  engine._handle.whole(chunk, flush, engine._chunkSize, engine._maxOutputLength, (error, result) => {
    let buffer;
    try {
      buffer = outcome(engine, result);
    } catch (failure) {
      engine.destroy();
      callback(failure);
      return;
    }
    engine.destroy();
    callback(null, engine._info ? { buffer, engine } : buffer);
  });
}

function outcome(engine, result) {
  if (result === null) {
    close(engine);
    throw tooLarge(engine);
  }
  if (!Array.isArray(result)) {
    close(engine);
    throw errorOf(result);
  }
  const [output, used] = result;
  engine.bytesWritten += used;
  close(engine);
  return asBuffer(output);
}

module.exports = { ZlibBase, whole, wholeSync, fail };
