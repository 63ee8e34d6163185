'use strict';

const { Queue } = require('./queue');
const { transfer } = require('./byte_buffers');

/** What waits for bytes: a reader's view, or a buffer that a default reader is given on its own. */
class PullInto {
  constructor(buffer, offset, length, kind, minimum, readerType) {
    this.buffer = buffer;
    this.bufferLength = buffer.byteLength;
    this.offset = offset;
    this.length = length;
    this.filled = 0;
    this.minimum = minimum;
    this.kind = kind;
    // 'default', 'byob', or 'none' when its reader has gone.
    this.readerType = readerType;
  }

  /** The part that has been filled, as its reader wants it. */
  view() {
    const { Class, size } = this.kind;
    return new Class(transfer(this.buffer), this.offset, this.filled / size);
  }
}

/** Bytes in pieces, as they were enqueued. */
class ByteQueue {
  #pieces = new Queue();
  total = 0;

  get length() {
    return this.#pieces.length;
  }

  push(buffer, offset, length) {
    this.#pieces.push({ buffer, offset, length });
    this.total += length;
  }

  /** The first piece as it is. */
  shift() {
    const { buffer, offset, length } = this.#pieces.shift();
    this.total -= length;
    return new Uint8Array(buffer, offset, length);
  }

  clear() {
    this.#pieces.clear();
    this.total = 0;
  }

  /** Copies into `into` what there is, in whole elements; true once it has as much as it must. */
  fill(into) {
    const most = Math.min(this.total, into.length - into.filled);
    const filled = into.filled + most;
    const aligned = filled - (filled % into.kind.size);
    const ready = aligned >= into.minimum;
    let left = ready ? aligned - into.filled : most;
    while (left > 0) {
      const head = this.#pieces.peek();
      const count = Math.min(left, head.length);
      new Uint8Array(into.buffer, into.offset + into.filled, count).set(new Uint8Array(head.buffer, head.offset, count));
      if (count === head.length) {
        this.#pieces.shift();
      } else {
        head.offset += count;
        head.length -= count;
      }
      this.total -= count;
      into.filled += count;
      left -= count;
    }
    return ready;
  }
}

module.exports = { ByteQueue, PullInto };
