'use strict';

const { codes } = require('internal/errors');
const { SizedQueue } = require('./queue');
const { DONE, NOTHING, attempt, promiseOf, react } = require('./promises');
const { kCore, kOwn, coreOf, finish, refuseUnless } = require('./core');

class DefaultControllerCore {
  /** `source` has `start`, `pull` and `cancel`, each perhaps missing, called upon `source.self`. */
  constructor(stream, source, highWaterMark, size) {
    this.stream = stream;
    this.source = source;
    this.limit = highWaterMark;
    this.measure = size;
    this.queue = new SizedQueue();
    this.started = false;
    this.closing = false;
    this.pulling = false;
    this.pullAgain = false;
    this.controller = undefined;
    stream.controller = this;
  }

  /** What the application sees, made when it sees it. */
  get public() {
    this.controller ??= new ReadableStreamDefaultController(kOwn, this);
    return this.controller;
  }

  start() {
    const { start, self } = this.source;
    const result = start === undefined ? undefined : Reflect.apply(start, self, [this.public]);
    react(promiseOf(result), () => {
      this.started = true;
      this.pullIfNeeded();
    }, (error) => this.error(error));
  }

  get open() {
    return !this.closing && this.stream.state === 'readable';
  }

  get desiredSize() {
    const { state } = this.stream;
    if (state === 'errored') return null;
    return state === 'closed' ? 0 : this.limit - this.queue.total;
  }

  get wantsMore() {
    return this.started && this.open && (this.stream.wanted || this.limit - this.queue.total > 0);
  }

  pullIfNeeded() {
    const { source } = this;
    if (source.pull === undefined || !this.wantsMore) return;
    if (this.pulling) {
      this.pullAgain = true;
      return;
    }
    this.pulling = true;
    react(attempt(source.pull, source.self, this.public), this.#onPulled, this.#onPullFailed);
  }

  #onPulled = () => {
    this.pulling = false;
    if (!this.pullAgain) return;
    this.pullAgain = false;
    this.pullIfNeeded();
  };

  #onPullFailed = (error) => this.error(error);

  /** Lets go of the application's functions. */
  clear() {
    this.source = NOTHING;
    this.measure = undefined;
  }

  close() {
    if (!this.open) return;
    this.closing = true;
    if (this.queue.length > 0) return;
    this.clear();
    this.stream.close();
  }

  enqueue(chunk) {
    if (!this.open) return;
    if (this.stream.wanted) {
      this.stream.fulfill(chunk, false);
    } else {
      let size = 1;
      try {
        if (this.measure !== undefined) size = sizeOf(this.measure, chunk);
      } catch (error) {
        this.error(error);
        throw error;
      }
      this.queue.push(chunk, size);
    }
    this.pullIfNeeded();
  }

  error(reason) {
    if (this.stream.state !== 'readable') return;
    this.queue.clear();
    this.clear();
    this.stream.error(reason);
  }

  cancelSteps(reason) {
    this.queue.clear();
    const { cancel, self } = this.source;
    const result = cancel === undefined ? DONE : attempt(cancel, self, reason);
    this.clear();
    return result;
  }

  /** The next chunk of a queue that has one. */
  take() {
    const chunk = this.queue.shift();
    if (this.closing && this.queue.length === 0) {
      this.clear();
      this.stream.close();
    } else {
      this.pullIfNeeded();
    }
    return chunk;
  }

  pullSteps(request) {
    if (this.queue.length > 0) {
      request.chunk(this.take());
      return;
    }
    this.stream.reader.requests.push(request);
    this.pullIfNeeded();
  }

  releaseSteps() {}
}

function sizeOf(size, chunk) {
  const result = +size(chunk);
  if (Number.isNaN(result) || result < 0 || result === Infinity) {
    throw new codes.ERR_INVALID_ARG_VALUE.RangeError('size', result);
  }
  return result;
}

class ReadableStreamDefaultController {
  constructor(token, core) {
    refuseUnless(token);
    this[kCore] = core;
  }

  get desiredSize() {
    return own(this).desiredSize;
  }

  close() {
    const core = own(this);
    if (!core.open) throw new codes.ERR_INVALID_STATE.TypeError('Controller is already closed');
    core.close();
  }

  enqueue(chunk = undefined) {
    const core = own(this);
    if (!core.open) throw new codes.ERR_INVALID_STATE.TypeError('Controller is already closed');
    core.enqueue(chunk);
  }

  error(error = undefined) {
    own(this).error(error);
  }
}

const own = (value) => coreOf(value, DefaultControllerCore, 'ReadableStreamDefaultController');

finish(ReadableStreamDefaultController, ['close', 'desiredSize', 'enqueue', 'error'], () => ({}));

module.exports = { DefaultControllerCore, ReadableStreamDefaultController, sizeOf };
