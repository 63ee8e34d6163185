'use strict';

const { nextTick } = require('internal/task_queues');
const { Duplex } = require('./duplex');

/** One end of a pair: what is written here is read at the other. */
class DuplexSide extends Duplex {
  #other = null;
  #onRead = null;

  join(other) {
    this.#other = other;
    return this;
  }

  _read() {
    const callback = this.#onRead;
    this.#onRead = null;
    callback?.();
  }

  _write(chunk, encoding, callback) {
    if (chunk.length === 0) {
      nextTick(callback);
    } else {
      this.#other.push(chunk);
      this.#other.#onRead = callback;
    }
  }

  _final(callback) {
    this.#other.on('end', callback);
    this.#other.push(null);
  }
}

function duplexPair(options) {
  const one = new DuplexSide(options);
  const other = new DuplexSide(options);
  one.join(other);
  other.join(one);
  return [one, other];
}

module.exports = { duplexPair };
