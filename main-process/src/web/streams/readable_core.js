'use strict';

const { Queue } = require('./queue');
const { Lazy, noop, react } = require('./promises');

/** The state of a ReadableStream. */
class ReadableCore {
  constructor(stream) {
    this.stream = stream;
    this.state = 'readable';
    this.reader = undefined;
    this.controller = undefined;
    this.storedError = undefined;
    this.disturbed = false;
    // Settles with the stream, for those who watch it without a reader.
    this.over = new Lazy();
  }

  get locked() {
    return this.reader !== undefined;
  }

  cancel(reason) {
    this.disturbed = true;
    if (this.state === 'closed') return Promise.resolve();
    if (this.state === 'errored') return Promise.reject(this.storedError);
    this.close();
    const { reader } = this;
    if (reader?.byob) for (const request of reader.requests.drain()) request.close(undefined);
    return react(this.controller.cancelSteps(reason), noop);
  }

  close() {
    this.state = 'closed';
    this.over.resolve();
    const { reader } = this;
    if (reader === undefined) return;
    reader.closed.resolve();
    if (!reader.byob) for (const request of reader.requests.drain()) request.close();
  }

  error(reason) {
    this.state = 'errored';
    this.storedError = reason;
    this.over.reject(reason);
    const { reader } = this;
    if (reader === undefined) return;
    reader.closed.reject(reason);
    for (const request of reader.requests.drain()) request.error(reason);
  }

  /** Whether somebody waits for a chunk. */
  get wanted() {
    return this.reader !== undefined && this.reader.requests.length > 0;
  }

  fulfill(chunk, done) {
    const request = this.reader.requests.shift();
    if (done) request.close(chunk);
    else request.chunk(chunk);
  }
}

/** The state of a reader of either kind. Requests have `chunk`, `close` and `error`. */
class ReaderCore {
  constructor(stream, byob) {
    this.byob = byob;
    this.stream = stream;
    this.requests = new Queue();
    stream.reader = this;
    if (stream.state === 'readable') this.closed = new Lazy();
    else this.closed = stream.state === 'closed' ? Lazy.resolved() : Lazy.rejected(stream.storedError);
  }

  /** Reads one chunk into a request of a default reader. */
  read(request) {
    const { stream } = this;
    stream.disturbed = true;
    if (stream.state === 'readable') stream.controller.pullSteps(request);
    else if (stream.state === 'closed') request.close();
    else request.error(stream.storedError);
  }

  readInto(view, min, request) {
    const { stream } = this;
    stream.disturbed = true;
    if (stream.state === 'errored') request.error(stream.storedError);
    else stream.controller.pullInto(view, min, request);
  }

  /** Gives the stream free; whoever still waits hears of it with `reason`. */
  release(reason) {
    const { stream } = this;
    if (stream.state === 'readable') this.closed.reject(reason);
    else this.closed = Lazy.rejected(reason);
    stream.controller.releaseSteps();
    stream.reader = undefined;
    this.stream = undefined;
    for (const request of this.requests.drain()) request.error(reason);
  }
}

/** A request whose outcome is a promise. */
class PromisedRead {
  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  chunk(value) {
    this.resolve({ value, done: false });
  }

  close(value) {
    this.resolve({ value, done: true });
  }

  error(reason) {
    this.reject(reason);
  }
}

module.exports = { ReadableCore, ReaderCore, PromisedRead };
