'use strict';

const { codes, AbortError } = require('internal/errors');
const { validateAbortSignal, validateBoolean, validateFunction, validateObject } = require('internal/validators');
const { nextTick } = require('internal/task_queues');
const kinds = require('./kinds');

const { isReadableNodeStream, isWritableNodeStream, isReadableFinished, isWritableFinished } = kinds;

function nop() {}

/** Calls back once, when the stream is over on the sides asked for: read to the end, finished, failed or closed. */
function finished(stream, options, callback) {
  if (arguments.length === 2) {
    callback = options;
    options = {};
  } else if (options === undefined || options === null) {
    options = {};
  } else {
    validateObject(options, 'options');
  }
  validateFunction(callback, 'callback');
  validateAbortSignal(options.signal, 'options.signal');
  if (kinds.isReadableWebStream(stream) || kinds.isWritableWebStream(stream)) return finishedWeb(stream, options, callback);
  if (!kinds.isNodeStream(stream)) {
    throw new codes.ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  }
  const watch = new Watch(stream, options, callback);
  return () => watch.stop();
}

class Watch {
  #stream;
  #callback;
  #readable;
  #writable;
  #readableOver;
  #writableOver;
  #closes;
  #listening = [];
  #unabort = nop;

  constructor(stream, options, callback) {
    this.#stream = stream;
    this.#callback = callback;
    this.#readable = options.readable ?? isReadableNodeStream(stream);
    this.#writable = options.writable ?? isWritableNodeStream(stream);
    this.#readableOver = isReadableFinished(stream, false);
    this.#writableOver = isWritableFinished(stream, false);
    // Where 'close' is certain to come and concerns just these sides, it is waited for.
    this.#closes = kinds.willEmitClose(stream) &&
      isReadableNodeStream(stream) === this.#readable && isWritableNodeStream(stream) === this.#writable;
    const closed = kinds.isClosed(stream);
    this.#listen(options);
    this.#checkPast(closed);
    if (options.signal && !closed) this.#heed(options.signal);
  }

  stop() {
    this.#callback = nop;
    for (const [emitter, event, listener] of this.#listening) emitter.removeListener(event, listener);
    this.#listening = [];
    this.#unabort();
  }

  #done(error) {
    const callback = this.#callback;
    this.#callback = nop;
    this.#unabort();
    if (error === undefined) callback.call(this.#stream);
    else callback.call(this.#stream, error);
  }

  #on(event, listener, emitter = this.#stream) {
    this.#listening.push([emitter, event, listener]);
    emitter.on(event, listener);
  }

  #listen(options) {
    const stream = this.#stream;
    const onFinish = () => this.#onFinish();
    const onClose = () => this.#onClose();
    if (kinds.isRequest(stream)) {
      this.#on('complete', onFinish);
      if (!this.#closes) this.#on('abort', onClose);
      const onRequest = () => this.#on('finish', onFinish, stream.req);
      if (stream.req) onRequest();
      else this.#on('request', onRequest);
    } else if (this.#writable && !stream._writableState) {
      const onLegacyFinish = () => {
        if (!stream.writable) this.#onFinish();
      };
      this.#on('end', onLegacyFinish);
      this.#on('close', onLegacyFinish);
    }
    if (!this.#closes && typeof stream.aborted === 'boolean') this.#on('aborted', onClose);
    this.#on('end', () => this.#onEnd());
    this.#on('finish', onFinish);
    if (options.error !== false) this.#on('error', (error) => this.#done(error));
    this.#on('close', onClose);
  }

  /** What was over before anybody watched is told in the next tick. */
  #checkPast(closed) {
    const stream = this.#stream;
    const { _writableState: writable, _readableState: readable } = stream;
    if (closed) nextTick(() => this.#onClose());
    else if (writable?.errorEmitted || readable?.errorEmitted) {
      if (!this.#closes) nextTick(() => this.#onClosed());
    } else if (this.#isPast(this.#readable, kinds.isReadable, this.#writableOver, kinds.isWritable) && !writable?.pendingcb) {
      nextTick(() => this.#onClosed());
    } else if (this.#isPast(this.#writable, kinds.isWritable, this.#readableOver, kinds.isReadable)) {
      nextTick(() => this.#onClosed());
    } else if (readable && stream.req && stream.aborted) {
      nextTick(() => this.#onClosed());
    }
  }

  /** One side is not asked for, and the other is over. */
  #isPast(wanted, isOpen, otherOver, isOtherOpen) {
    const stream = this.#stream;
    return !wanted && (!this.#closes || isOpen(stream)) && (otherOver || isOtherOpen(stream) === false);
  }

  #onFinish() {
    const stream = this.#stream;
    this.#writableOver = true;
    // A stream that somebody destroyed by hand may have no 'close' to come.
    if (stream.destroyed) this.#closes = false;
    if (this.#closes && (!stream.writable || this.#readable)) return;
    if (!this.#readable || this.#readableOver) this.#done();
  }

  #onEnd() {
    const stream = this.#stream;
    this.#readableOver = true;
    if (stream.destroyed) this.#closes = false;
    if (this.#closes && (!stream.readable || this.#writable)) return;
    if (!this.#writable || this.#writableOver) this.#done();
  }

  #onClose() {
    const stream = this.#stream;
    const early =
      (this.#readable && !this.#readableOver && isReadableNodeStream(stream, true) && !isReadableFinished(stream, false)) ||
      (this.#writable && !this.#writableOver && !isWritableFinished(stream, false));
    this.#onClosed(early ? () => new codes.ERR_STREAM_PREMATURE_CLOSE() : undefined);
  }

  #onClosed(otherwise) {
    const errored = kinds.isWritableErrored(this.#stream) || kinds.isReadableErrored(this.#stream);
    if (errored && typeof errored !== 'boolean') this.#done(errored);
    else this.#done(otherwise?.());
  }

  #heed(signal) {
    const onAbort = () => {
      const callback = this.#callback;
      this.stop();
      callback.call(this.#stream, new AbortError(undefined, { cause: signal.reason }));
    };
    if (signal.aborted) {
      nextTick(onAbort);
      return;
    }
    const { addAbortListener } = require('node/events');
    const listening = addAbortListener(signal, onAbort);
    this.#unabort = () => listening[Symbol.dispose]();
  }
}

/** The same for a stream of the web's, which tells its end by a promise. */
function finishedWeb(stream, options, callback) {
  let active = true;
  let unabort = nop;
  const done = (error) => {
    if (!active) return;
    active = false;
    unabort();
    nextTick(() => (error === undefined ? callback.call(stream) : callback.call(stream, error)));
  };
  const { signal } = options;
  const abort = () => done(new AbortError(undefined, { cause: signal.reason }));
  if (signal?.aborted) {
    nextTick(abort);
  } else if (signal) {
    const { addAbortListener } = require('node/events');
    const listening = addAbortListener(signal, abort);
    unabort = () => listening[Symbol.dispose]();
  }
  stream[kinds.kClosedPromise].promise.then(() => done(), done);
  return () => {
    active = false;
    unabort();
  };
}

/** The promise of it; with `cleanup` no listener stays behind. */
function finishedPromise(stream, options) {
  let clean = false;
  if (options === null) options = {};
  if (options?.cleanup) {
    validateBoolean(options.cleanup, 'cleanup');
    clean = options.cleanup;
  }
  return new Promise((resolve, reject) => {
    const cleanup = finished(stream, options, (error) => {
      if (clean) cleanup();
      if (error) reject(error);
      else resolve();
    });
  });
}

module.exports = { finished, finishedPromise };
