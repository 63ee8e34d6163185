'use strict';

const { Readable, Writable } = require('node/stream');

/** What a worker writes, as its parent reads it; and what the parent writes, as the worker reads it. */
class Incoming extends Readable {
  #wanted;

  /** `wanted()` is called when somebody reads for the first time. */
  constructor(wanted) {
    super({ emitClose: false });
    this.#wanted = wanted;
  }

  _read() {
    this.#wanted?.();
    this.#wanted = undefined;
  }
}

/** The other side: `send(chunks)` gets what is written, null at the end. */
class Outgoing extends Writable {
  #send;

  constructor(send) {
    super({ decodeStrings: false });
    this.#send = send;
  }

  _writev(chunks, callback) {
    this.#send(chunks.map(({ chunk, encoding }) => ({ chunk, encoding })));
    // A turn later, as for every stream that leaves the thread.
    require('internal/timers').setImmediate(callback);
  }

  _final(callback) {
    this.#send(null);
    callback();
  }
}

/** Feeds what came from the other thread into a stream. */
function feed(stream, chunks) {
  if (chunks === null) {
    stream.push(null);
    return;
  }
  for (const { chunk, encoding } of chunks) {
    if (typeof chunk === 'string') {
      stream.push(chunk, encoding);
    } else {
      stream.push(require('node/buffer').Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    }
  }
}

module.exports = { Incoming, Outgoing, feed };
