'use strict';

const { codes } = require('internal/errors');
const { Queue } = require('./queue');
const { DONE, NOTHING, attempt, promiseOf, react } = require('./promises');
const { ByteQueue, PullInto } = require('./byte_queue');
const { kindOf, isDetached, requireAttached, transfer } = require('./byte_buffers');

const BYTES = { Class: Uint8Array, size: 1 };

const invalid = (text) => new codes.ERR_INVALID_STATE.TypeError(text);

class ByteControllerCore {
  /** `makePublic(core)` and `makeRequest(core, view)` make what the application sees. */
  constructor(stream, source, highWaterMark, makePublic, makeRequest) {
    this.stream = stream;
    this.source = source;
    this.limit = highWaterMark;
    this.makePublic = makePublic;
    this.makeRequest = makeRequest;
    this.autoAllocate = source.autoAllocateChunkSize;
    this.queue = new ByteQueue();
    this.pending = new Queue();
    this.started = false;
    this.closing = false;
    this.pulling = false;
    this.pullAgain = false;
    this.request = null;
    this.controller = undefined;
    stream.controller = this;
  }

  get public() {
    this.controller ??= this.makePublic(this);
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

  get desiredSize() {
    const { state } = this.stream;
    if (state === 'errored') return null;
    return state === 'closed' ? 0 : this.limit - this.queue.total;
  }

  get #shouldPull() {
    if (this.stream.state !== 'readable' || this.closing || !this.started) return false;
    return this.stream.wanted || this.limit - this.queue.total > 0;
  }

  pullIfNeeded() {
    const { source } = this;
    if (source.pull === undefined || !this.#shouldPull) return;
    if (this.pulling) {
      this.pullAgain = true;
      return;
    }
    this.pulling = true;
    react(attempt(source.pull, source.self, this.public), () => {
      this.pulling = false;
      if (!this.pullAgain) return;
      this.pullAgain = false;
      this.pullIfNeeded();
    }, (error) => this.error(error));
  }

  clear() {
    this.source = NOTHING;
  }

  close() {
    if (this.closing || this.stream.state !== 'readable') return;
    if (this.queue.total > 0) {
      this.closing = true;
      return;
    }
    const first = this.pending.peek();
    if (first !== undefined && first.filled % first.kind.size !== 0) {
      const error = invalid('Partial read');
      this.error(error);
      throw error;
    }
    this.clear();
    this.stream.close();
  }

  error(reason) {
    if (this.stream.state !== 'readable') return;
    this.#dropPending();
    this.queue.clear();
    this.clear();
    this.stream.error(reason);
  }

  #dropPending() {
    this.invalidateRequest();
    this.pending.clear();
  }

  cancelSteps(reason) {
    this.#dropPending();
    this.queue.clear();
    const { cancel, self } = this.source;
    const result = cancel === undefined ? DONE : attempt(cancel, self, reason);
    this.clear();
    return result;
  }

  releaseSteps() {
    const first = this.pending.peek();
    if (first === undefined) return;
    first.readerType = 'none';
    this.pending.clear();
    this.pending.push(first);
  }

  pullSteps(request) {
    if (this.queue.total > 0) {
      request.chunk(this.take());
      return;
    }
    if (this.autoAllocate !== undefined) {
      let buffer;
      try {
        buffer = new ArrayBuffer(this.autoAllocate);
      } catch (error) {
        request.error(error);
        return;
      }
      this.pending.push(new PullInto(buffer, 0, this.autoAllocate, BYTES, 1, 'default'));
    }
    this.stream.reader.requests.push(request);
    this.pullIfNeeded();
  }

  /** The next piece of a queue that has one. */
  take() {
    const view = this.queue.shift();
    this.#drained();
    return view;
  }

  #drained() {
    if (this.queue.total === 0 && this.closing) {
      this.clear();
      this.stream.close();
    } else {
      this.pullIfNeeded();
    }
  }

  pullInto(view, min, request) {
    const { stream } = this;
    const kind = kindOf(view);
    const { byteOffset, byteLength } = view;
    let buffer;
    try {
      buffer = transfer(view.buffer);
    } catch (error) {
      request.error(error);
      return;
    }
    const into = new PullInto(buffer, byteOffset, byteLength, kind, min * kind.size, 'byob');
    if (this.pending.length > 0) {
      this.pending.push(into);
      stream.reader.requests.push(request);
    } else if (stream.state === 'closed') {
      request.close(new kind.Class(into.buffer, into.offset, 0));
    } else {
      this.#pullIntoFirst(into, request);
    }
  }

  #pullIntoFirst(into, request) {
    if (this.queue.total > 0) {
      if (this.queue.fill(into)) {
        const filled = into.view();
        this.#drained();
        request.chunk(filled);
        return;
      }
      if (this.closing) {
        const error = invalid('Insufficient bytes to fill elements in the given buffer');
        this.error(error);
        request.error(error);
        return;
      }
    }
    this.pending.push(into);
    this.stream.reader.requests.push(request);
    this.pullIfNeeded();
  }

  enqueue(chunk) {
    const { stream } = this;
    if (this.closing || stream.state !== 'readable') return;
    const { buffer, byteOffset, byteLength } = chunk;
    requireAttached(buffer);
    const own = transfer(buffer);
    const first = this.pending.peek();
    if (first !== undefined) {
      if (isDetached(first.buffer)) throw invalid('Destination ArrayBuffer is detached');
      this.invalidateRequest();
      first.buffer = transfer(first.buffer);
      if (first.readerType === 'none') this.#enqueueDetached(first);
    }
    if (stream.reader === undefined) {
      this.queue.push(own, byteOffset, byteLength);
    } else if (stream.reader.byob) {
      this.queue.push(own, byteOffset, byteLength);
      this.#commitAll(this.#fillPending());
    } else {
      this.#enqueueForDefault(own, byteOffset, byteLength);
    }
    this.pullIfNeeded();
  }

  #enqueueForDefault(buffer, offset, length) {
    const { stream } = this;
    while (stream.wanted && this.queue.total > 0) {
      stream.reader.requests.shift().chunk(this.take());
    }
    if (!stream.wanted) {
      this.queue.push(buffer, offset, length);
      return;
    }
    if (this.pending.length > 0) this.pending.shift();
    stream.fulfill(new Uint8Array(buffer, offset, length), false);
  }

  /** What was filled for a reader that has gone is the next reader's. */
  #enqueueDetached(into) {
    if (into.filled > 0) this.#enqueueCopy(into.buffer, into.offset, into.filled);
    this.pending.shift();
  }

  #enqueueCopy(buffer, offset, length) {
    let copy;
    try {
      copy = buffer.slice(offset, offset + length);
    } catch (error) {
      this.error(error);
      throw error;
    }
    this.queue.push(copy, 0, length);
  }


  #fillPending() {
    const filled = [];
    while (this.pending.length > 0 && this.queue.total > 0) {
      if (!this.queue.fill(this.pending.peek())) break;
      filled.push(this.pending.shift());
    }
    return filled;
  }

  #commitAll(list) {
    for (const into of list) this.#commit(into);
  }

  #commit(into) {
    this.stream.fulfill(into.view(), this.stream.state === 'closed');
  }

  /** The view that the application may fill; null when nobody waits for bytes. */
  get byobRequest() {
    const first = this.pending.peek();
    if (this.request === null && first !== undefined) {
      const view = new Uint8Array(first.buffer, first.offset + first.filled, first.length - first.filled);
      this.request = this.makeRequest(this, view);
    }
    return this.request?.public ?? null;
  }

  invalidateRequest() {
    this.request?.invalidate();
    this.request = null;
  }

  respond(written) {
    const first = this.pending.peek();
    if (this.stream.state === 'closed') {
      if (written !== 0) throw invalid('Controller is closed');
    } else {
      if (written === 0) throw invalid('Stream is still open: 0 bytes were written');
      if (first.filled + written > first.length) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('bytesWritten', written);
    }
    first.buffer = transfer(first.buffer);
    this.#responded(written);
  }

  respondWithNewView(view) {
    const first = this.pending.peek();
    const { byteOffset, byteLength, buffer } = view;
    if (this.stream.state === 'closed') {
      if (byteLength !== 0) throw invalid('Controller is closed');
    } else if (byteLength === 0) {
      throw invalid('Stream is still open: the view is empty');
    }
    const wrong = first.offset + first.filled !== byteOffset || first.bufferLength !== buffer.byteLength ||
      first.filled + byteLength > first.length;
    if (wrong) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('view', view);
    first.buffer = transfer(buffer);
    this.#responded(byteLength);
  }

  #responded(written) {
    const first = this.pending.peek();
    this.invalidateRequest();
    if (this.stream.state === 'closed') this.#respondedClosed(first);
    else this.#respondedOpen(written, first);
    this.pullIfNeeded();
  }

  #respondedClosed(first) {
    if (first.readerType === 'none') this.pending.shift();
    const { reader } = this.stream;
    if (!reader?.byob) return;
    const filled = [];
    while (filled.length < reader.requests.length) filled.push(this.pending.shift());
    this.#commitAll(filled);
  }

  #respondedOpen(written, into) {
    into.filled += written;
    if (into.readerType === 'none') {
      this.#enqueueDetached(into);
      this.#commitAll(this.#fillPending());
      return;
    }
    if (into.filled < into.minimum) return;
    this.pending.shift();
    const odd = into.filled % into.kind.size;
    if (odd > 0) this.#enqueueCopy(into.buffer, into.offset + into.filled - odd, odd);
    into.filled -= odd;
    const others = this.#fillPending();
    this.#commit(into);
    this.#commitAll(others);
  }
}

module.exports = { ByteControllerCore };
