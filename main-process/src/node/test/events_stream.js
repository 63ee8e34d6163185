'use strict';

const { Readable } = require('node/stream');

/** What happens in a run, as events and as objects `{ type, data }` of a stream. */
class TestsStream extends Readable {
  constructor() {
    // A run does not wait for whoever reads about it.
    super({ objectMode: true, highWaterMark: Number.MAX_SAFE_INTEGER });
  }

  _read() {}

  send(type, data) {
    if (this.destroyed || this.readableEnded) return;
    this.emit(type, data);
    this.push({ type, data });
  }

  end() {
    if (!this.destroyed) this.push(null);
  }
}

module.exports = { TestsStream };
