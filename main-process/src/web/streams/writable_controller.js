'use strict';

const { SizedQueue } = require('./queue');
const { DONE, NOTHING, attempt, promiseOf, react } = require('./promises');
const { sizeOf } = require('./default_controller');
const { kCore, kOwn, coreOf, finish, refuseUnless } = require('./core');

/** In the queue, what stands for the end. */
const CLOSE = Symbol('close');

class WritableControllerCore {
  /** `sink` has `start`, `write`, `close` and `abort`, each perhaps missing, called upon `sink.self`. */
  constructor(stream, sink, highWaterMark, size) {
    this.stream = stream;
    this.sink = sink;
    this.limit = highWaterMark;
    this.measure = size;
    this.queue = new SizedQueue();
    this.started = false;
    this.controller = undefined;
    this.abortController = undefined;
    stream.controller = this;
    stream.setBackpressure(this.#full);
  }

  get public() {
    this.controller ??= new WritableStreamDefaultController(kOwn, this);
    return this.controller;
  }

  start() {
    const { stream, sink } = this;
    const result = sink.start === undefined ? undefined : Reflect.apply(sink.start, sink.self, [this.public]);
    react(promiseOf(result), () => {
      this.started = true;
      this.advance();
    }, (error) => {
      this.started = true;
      stream.dealWithRejection(error);
    });
  }

  get desiredSize() {
    return this.limit - this.queue.total;
  }

  get #full() {
    return this.desiredSize <= 0;
  }

  /** The signal is made when somebody looks at it. */
  get signal() {
    if (this.abortController === undefined) {
      const { AbortController } = require('web/events');
      this.abortController = new AbortController();
    }
    return this.abortController.signal;
  }

  signalAbort(reason) {
    void this.signal;
    this.abortController.abort(reason);
  }

  clear() {
    this.sink = NOTHING;
    this.measure = undefined;
  }

  sizeOf(chunk) {
    if (this.measure === undefined) return 1;
    try {
      return sizeOf(this.measure, chunk);
    } catch (error) {
      this.errorIfNeeded(error);
      return 1;
    }
  }

  write(chunk, size) {
    const { stream } = this;
    this.queue.push(chunk, size);
    if (!stream.closeQueuedOrInFlight && stream.state === 'writable') stream.setBackpressure(this.#full);
    this.advance();
  }

  close() {
    this.queue.push(CLOSE, 0);
    this.advance();
  }

  error(reason) {
    this.clear();
    this.stream.startErroring(reason);
  }

  errorIfNeeded(reason) {
    if (this.stream.state === 'writable') this.error(reason);
  }

  abortSteps(reason) {
    const { abort, self } = this.sink;
    const result = abort === undefined ? DONE : attempt(abort, self, reason);
    this.clear();
    return result;
  }

  /** Hands the next chunk to the sink, which takes one at a time. */
  advance() {
    const { stream } = this;
    if (!this.started || stream.writing !== undefined) return;
    if (stream.state === 'erroring') {
      stream.finishErroring();
      return;
    }
    if (this.queue.length === 0) return;
    const value = this.queue.peek();
    if (value === CLOSE) this.#processClose();
    else this.#processWrite(value);
  }

  #processClose() {
    const { stream } = this;
    stream.closing = stream.closeRequest;
    stream.closeRequest = undefined;
    this.queue.shift();
    const { close, self } = this.sink;
    const result = close === undefined ? DONE : attempt(close, self);
    this.clear();
    react(result, () => stream.finishClose(), (error) => stream.failClose(error));
  }

  #processWrite(chunk) {
    const { stream } = this;
    stream.writing = stream.writes.shift();
    const { write, self } = this.sink;
    const result = write === undefined ? DONE : attempt(write, self, chunk, this.public);
    react(result, this.#onWritten, this.#onWriteFailed);
  }

  #onWritten = () => {
    const { stream } = this;
    stream.finishWrite();
    this.queue.shift();
    if (!stream.closeQueuedOrInFlight && stream.state === 'writable') stream.setBackpressure(this.#full);
    this.advance();
  };

  #onWriteFailed = (error) => {
    if (this.stream.state === 'writable') this.clear();
    this.stream.failWrite(error);
  };
}

class WritableStreamDefaultController {
  constructor(token, core) {
    refuseUnless(token);
    this[kCore] = core;
  }

  get signal() {
    return own(this).signal;
  }

  error(error = undefined) {
    own(this).errorIfNeeded(error);
  }
}

const own = (value) => coreOf(value, WritableControllerCore, 'WritableStreamDefaultController');

finish(WritableStreamDefaultController, ['error', 'signal'], () => ({}));

module.exports = { WritableControllerCore, WritableStreamDefaultController };
