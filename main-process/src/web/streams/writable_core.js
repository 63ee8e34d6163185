'use strict';

const { codes } = require('internal/errors');
const { Queue } = require('./queue');
const { DONE, Lazy, react } = require('./promises');

const invalid = (text) => new codes.ERR_INVALID_STATE.TypeError(text);

/** A promise with what settles it. */
class Request {
  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }
}

/** The state of a WritableStream. */
class WritableCore {
  constructor(stream) {
    this.stream = stream;
    this.state = 'writable';
    this.storedError = undefined;
    this.writer = undefined;
    this.controller = undefined;
    this.backpressure = false;
    // Requests have `resolve` and `reject`.
    this.writes = new Queue();
    this.writing = undefined;
    this.closeRequest = undefined;
    this.closing = undefined;
    this.abortion = undefined;
    this.over = new Lazy();
  }

  get locked() {
    return this.writer !== undefined;
  }

  get closeQueuedOrInFlight() {
    return this.closeRequest !== undefined || this.closing !== undefined;
  }

  abort(reason) {
    if (this.state === 'closed' || this.state === 'errored') return Promise.resolve();
    this.controller.signalAbort(reason);
    // Listeners may have changed the state.
    if (this.state === 'closed' || this.state === 'errored') return Promise.resolve();
    if (this.abortion !== undefined) return this.abortion.promise;
    const late = this.state === 'erroring';
    const request = new Request();
    request.late = late;
    request.reason = late ? undefined : reason;
    this.abortion = request;
    if (!late) this.startErroring(reason);
    return request.promise;
  }

  close() {
    if (this.state === 'closed' || this.state === 'errored') return Promise.reject(invalid('Cannot close a stream that is over'));
    const request = new Request();
    this.closeRequest = request;
    if (this.writer !== undefined && this.backpressure && this.state === 'writable') this.writer.ready.resolve();
    this.controller.close();
    return request.promise;
  }

  startErroring(reason) {
    this.state = 'erroring';
    this.storedError = reason;
    this.writer?.rejectReady(reason);
    const busy = this.writing !== undefined || this.closing !== undefined;
    if (!busy && this.controller.started) this.finishErroring();
  }

  finishErroring() {
    this.state = 'errored';
    this.controller.queue.clear();
    for (const request of this.writes.drain()) request.reject(this.storedError);
    const request = this.abortion;
    this.abortion = undefined;
    if (request === undefined) {
      this.#rejectClosed();
    } else if (request.late) {
      request.reject(this.storedError);
      this.#rejectClosed();
    } else {
      react(this.controller.abortSteps(request.reason), () => {
        request.resolve();
        this.#rejectClosed();
      }, (error) => {
        request.reject(error);
        this.#rejectClosed();
      });
    }
  }

  #rejectClosed() {
    this.closeRequest?.reject(this.storedError);
    this.closeRequest = undefined;
    this.over.reject(this.storedError);
    this.writer?.closed.reject(this.storedError);
  }

  finishWrite() {
    const request = this.writing;
    this.writing = undefined;
    request.resolve();
  }

  failWrite(error) {
    const request = this.writing;
    this.writing = undefined;
    request.reject(error);
    this.dealWithRejection(error);
  }

  finishClose() {
    const request = this.closing;
    this.closing = undefined;
    request.resolve();
    if (this.state === 'erroring') {
      // Being closed is more than failing to.
      this.storedError = undefined;
      this.abortion?.resolve();
      this.abortion = undefined;
    }
    this.state = 'closed';
    this.over.resolve();
    this.writer?.closed.resolve();
  }

  failClose(error) {
    const request = this.closing;
    this.closing = undefined;
    request.reject(error);
    this.abortion?.reject(error);
    this.abortion = undefined;
    this.dealWithRejection(error);
  }

  dealWithRejection(error) {
    if (this.state === 'writable') this.startErroring(error);
    else this.finishErroring();
  }

  setBackpressure(flag) {
    if (this.writer !== undefined && flag !== this.backpressure) {
      if (flag) this.writer.ready = new Lazy();
      else this.writer.ready.resolve();
    }
    this.backpressure = flag;
  }
}

/** The state of a writer. */
class WriterCore {
  constructor(stream) {
    this.stream = stream;
    stream.writer = this;
    const { state } = stream;
    this.ready = Lazy.resolved();
    this.closed = new Lazy();
    if (state === 'writable') {
      if (!stream.closeQueuedOrInFlight && stream.backpressure) this.ready = new Lazy();
    } else if (state === 'closed') {
      this.closed.resolve();
    } else {
      this.ready = Lazy.rejected(stream.storedError);
      if (state === 'errored') this.closed.reject(stream.storedError);
    }
  }

  rejectReady(reason) {
    if (this.ready.pending) this.ready.reject(reason);
    else this.ready = Lazy.rejected(reason);
  }

  get desiredSize() {
    const { state } = this.stream;
    if (state === 'errored' || state === 'erroring') return null;
    return state === 'closed' ? 0 : this.stream.controller.desiredSize;
  }

  /** Queues a chunk; the request hears what becomes of it. */
  write(chunk, request) {
    const { stream } = this;
    const { controller } = stream;
    const size = controller.sizeOf(chunk);
    const refusal = this.#refusal(stream);
    if (refusal !== undefined) {
      request.reject(refusal.reason);
      return;
    }
    stream.writes.push(request);
    controller.write(chunk, size);
  }

  #refusal(stream) {
    // Measuring the chunk was the application's code, which may have changed everything.
    if (stream !== this.stream) return { reason: invalid('Mismatched WritableStreams') };
    if (stream.state === 'errored') return { reason: stream.storedError };
    if (stream.closeQueuedOrInFlight || stream.state === 'closed') return { reason: invalid('WritableStream is closed') };
    return stream.state === 'erroring' ? { reason: stream.storedError } : undefined;
  }

  /** Closes for a pipe, to which a stream that is over already is none of its business. */
  closeForPipe() {
    const { stream } = this;
    if (stream.closeQueuedOrInFlight || stream.state === 'closed') return DONE;
    return stream.state === 'errored' ? Promise.reject(stream.storedError) : stream.close();
  }

  release() {
    const reason = invalid('Writer has been released');
    this.rejectReady(reason);
    if (this.closed.pending) this.closed.reject(reason);
    else this.closed = Lazy.rejected(reason);
    this.stream.writer = undefined;
    this.stream = undefined;
  }
}

module.exports = { WritableCore, WriterCore, Request, invalid };
