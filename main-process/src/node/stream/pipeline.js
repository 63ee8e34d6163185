'use strict';

const { codes, aggregateTwoErrors, AbortError } = require('internal/errors');
const { validateAbortSignal, validateFunction } = require('internal/validators');
const { nextTick } = require('internal/task_queues');
const { AbortController } = require('web/events');
const { finished } = require('./finished');
const { destroyer } = require('./destroy');
const kinds = require('./kinds');

const { isNodeStream, isReadableNodeStream, isReadable, isIterable } = kinds;

/** Connects streams, iterables and functions of these; the last argument hears of the end. */
function pipeline(...streams) {
  const callback = streams.pop();
  validateFunction(callback, 'streams[stream.length - 1]');
  let called = false;
  return connect(streams, (...args) => {
    if (called) return;
    called = true;
    callback(...args);
  });
}

function connect(streams, callback, options) {
  if (streams.length === 1 && Array.isArray(streams[0])) [streams] = streams;
  if (streams.length < 2) throw new codes.ERR_MISSING_ARGS('streams');
  return new Pipeline(streams, callback, options).connect();
}

class Pipeline {
  #streams;
  #callback;
  #options;
  #controller = new AbortController();
  #outer;
  #unabort = null;
  #error = undefined;
  #value = undefined;
  // How many parts still have to report.
  #open = 0;
  #destroys = [];
  // What must not stay on a last stream that goes on being read.
  #cleanups = [];

  constructor(streams, callback, options) {
    this.#streams = streams;
    this.#callback = callback;
    this.#options = options;
    this.#outer = options?.signal;
    validateAbortSignal(this.#outer, 'options.signal');
  }

  connect() {
    const outer = this.#outer;
    const abort = () => this.#over(new AbortError(undefined, { cause: outer?.reason }), false);
    if (outer) {
      const listening = require('node/events').addAbortListener(outer, abort);
      this.#unabort = () => listening[Symbol.dispose]();
    }
    let last;
    this.#streams.forEach((stream, index) => {
      const isLast = index === this.#streams.length - 1;
      const end = !isLast || this.#options?.end !== false;
      if (isNodeStream(stream)) this.#watch(stream, index, isLast, end);
      if (index === 0) last = this.#source(stream);
      else if (typeof stream === 'function') last = this.#through(stream, last, index, isLast, end);
      else if (isNodeStream(stream)) last = this.#into(stream, last, isLast, end);
      else if (kinds.isWebStream(stream)) last = this.#intoWeb(stream, last, end);
      else last = require('./duplex_from').duplexFrom(stream, 'body');
    });
    if (this.#controller.signal.aborted || outer?.aborted) nextTick(abort);
    return last;
  }

  /** One part is over. */
  #finish = (error) => this.#over(error, --this.#open === 0);

  /** A part failed, which it will also report otherwise. */
  #fail = (error) => this.#over(error, false);

  #over(error, final) {
    if (error && (!this.#error || this.#error.code === 'ERR_STREAM_PREMATURE_CLOSE')) this.#error = error;
    if (!this.#error && !final) return;
    const destroys = this.#destroys;
    this.#destroys = [];
    for (const destroy of destroys) destroy(this.#error);
    this.#unabort?.();
    this.#controller.abort();
    if (!final) return;
    if (!this.#error) for (const cleanup of this.#cleanups) cleanup();
    nextTick(this.#callback, this.#error, this.#value);
  }

  #watch(stream, index, isLast, end) {
    const stays = isLast && isReadable(stream);
    if (end) {
      const { destroy, cleanup } = guard(stream, !isLast, index > 0);
      this.#destroys.push(destroy);
      if (stays) this.#cleanups.push(cleanup);
    }
    const onError = (error) => {
      if (error && error.name !== 'AbortError' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') this.#fail(error);
    };
    stream.on('error', onError);
    if (stays) this.#cleanups.push(() => stream.removeListener('error', onError));
  }

  #source(stream) {
    if (typeof stream === 'function') {
      const made = stream({ signal: this.#controller.signal });
      if (!isIterable(made)) throw new codes.ERR_INVALID_RETURN_VALUE('Iterable, AsyncIterable or Stream', 'source', made);
      return made;
    }
    if (isIterable(stream) || isReadableNodeStream(stream) || kinds.isTransformWebStream(stream)) return stream;
    return require('./duplex_from').duplexFrom(stream, 'body');
  }

  #through(call, previous, index, isLast, end) {
    const source = asyncIterable(kinds.isTransformWebStream(previous) ? previous.readable : previous);
    const made = call(source, { signal: this.#controller.signal });
    if (!isLast) {
      if (!isIterable(made, true)) throw new codes.ERR_INVALID_RETURN_VALUE('AsyncIterable', `transform[${index - 1}]`, made);
      return made;
    }
    return this.#collect(made, end);
  }

  /** A last function's result becomes a stream too, so that the caller always gets one. */
  #collect(made, end) {
    const { PassThrough } = require('./transform');
    const out = new PassThrough({ objectMode: true });
    const then = made?.then;
    if (typeof then === 'function') {
      this.#open++;
      then.call(made, (value) => {
        this.#value = value;
        if (value !== undefined && value !== null) out.write(value);
        if (end) out.end();
        nextTick(this.#finish);
      }, (error) => {
        out.destroy(error);
        nextTick(this.#finish, error);
      });
    } else if (isIterable(made, true)) {
      this.#open++;
      pump(made, out, this.#finish, end);
    } else {
      throw new codes.ERR_INVALID_RETURN_VALUE('AsyncIterable or Promise', 'destination', made);
    }
    const { destroy, cleanup } = guard(out, false, true);
    this.#destroys.push(destroy);
    this.#cleanups.push(cleanup);
    return out;
  }

  #into(stream, previous, isLast, end) {
    if (isReadableNodeStream(previous)) {
      this.#open += 2;
      const cleanup = this.#pipe(previous, stream, end);
      if (isLast && isReadable(stream)) this.#cleanups.push(cleanup);
    } else if (isIterable(previous) || kinds.isTransformWebStream(previous)) {
      this.#open++;
      pump(kinds.isTransformWebStream(previous) ? previous.readable : previous, stream, this.#finish, end);
    } else {
      throw new codes.ERR_INVALID_ARG_TYPE('val', ['Readable', 'Iterable', 'AsyncIterable', 'ReadableStream', 'TransformStream'], previous);
    }
    return stream;
  }

  #intoWeb(stream, previous, end) {
    const { pumpToWeb } = require('./pump_web');
    this.#open++;
    const source = kinds.isTransformWebStream(previous) ? previous.readable : asyncIterable(previous);
    pumpToWeb(source, stream, this.#finish, end);
    return stream;
  }

  #pipe(source, dest, end) {
    let ended = false;
    dest.on('close', () => {
      if (!ended) this.#fail(new codes.ERR_STREAM_PREMATURE_CLOSE());
    });
    source.pipe(dest, { end: false });
    if (end) {
      const finish = () => {
        ended = true;
        dest.end();
      };
      if (kinds.isReadableFinished(source)) nextTick(finish);
      else source.once('end', finish);
    } else {
      this.#finish();
    }
    finished(source, { readable: true, writable: false }, (error) => {
      const state = source._readableState;
      // Some close before they have ended, with all of their data there: that is no error.
      if (error && error.code === 'ERR_STREAM_PREMATURE_CLOSE' && state?.ended && !state.errored && !state.errorEmitted) {
        source.once('end', this.#finish).once('error', this.#finish);
      } else {
        this.#finish(error);
      }
    });
    return finished(dest, { readable: false, writable: true }, this.#finish);
  }
}

/** Destroys `stream` when the pipeline fails before it was over. */
function guard(stream, reading, writing) {
  let over = false;
  stream.on('close', () => {
    over = true;
  });
  const cleanup = finished(stream, { readable: reading, writable: writing }, (error) => {
    over = !error;
  });
  const destroy = (error) => {
    if (over) return;
    over = true;
    destroyer(stream, error || new codes.ERR_STREAM_DESTROYED('pipe'));
  };
  return { destroy, cleanup };
}

function asyncIterable(value) {
  if (isIterable(value)) return value;
  if (isReadableNodeStream(value)) return iterateLater(value);
  throw new codes.ERR_INVALID_ARG_TYPE('val', ['Readable', 'Iterable', 'AsyncIterable'], value);
}

// A stream of the first kind is wrapped only when it is read, since the wrapper would take its errors.
async function* iterateLater(stream) {
  yield* require('./readable_iterator').iterate(stream);
}

/** Writes all of an iterable, waiting whenever the stream is full. */
async function pump(iterable, writable, finish, end) {
  let error;
  let wake = null;
  const resume = (failure) => {
    if (failure) error = failure;
    wake?.();
    wake = null;
  };
  const wait = () => new Promise((resolve, reject) => {
    if (error) reject(error);
    else wake = () => error ? reject(error) : resolve();
  });
  writable.on('drain', resume);
  const cleanup = finished(writable, { readable: false }, resume);
  try {
    if (writable.writableNeedDrain) await wait();
    for await (const chunk of iterable) {
      if (!writable.write(chunk)) await wait();
    }
    if (end) {
      writable.end();
      await wait();
    }
    finish();
  } catch (failure) {
    finish(error === failure ? failure : aggregateTwoErrors(error, failure));
  } finally {
    cleanup();
    writable.off('drain', resume);
  }
}

module.exports = { pipeline, connect };
