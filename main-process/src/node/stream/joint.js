'use strict';

const { AbortError } = require('internal/errors');
const { Duplex } = require('./duplex');

/** A duplex that writes into one stream and reads from another, which may have others between them. */
class Joint extends Duplex {
  #head = null;
  #tail = null;
  #onDrain = null;
  #onFinish = null;
  #onReadable = null;
  #onClose = undefined;
  #destroyParts;

  /** `destroyParts(error)` ends what lies between; `partsOver` has to be called when all of that is over. */
  constructor(options, destroyParts) {
    super(options);
    this.#destroyParts = destroyParts;
  }

  writeInto(head) {
    this.#head = head;
    head.on('drain', () => {
      const callback = this.#onDrain;
      this.#onDrain = null;
      callback?.();
    });
  }

  readFrom(tail) {
    this.#tail = tail;
    tail.on('readable', () => {
      const callback = this.#onReadable;
      this.#onReadable = null;
      callback?.();
    });
    tail.on('end', () => this.push(null));
  }

  /** Everything that was written has come out. */
  finished() {
    const callback = this.#onFinish;
    this.#onFinish = null;
    callback?.();
  }

  /** True if there was somebody to tell; otherwise the error is the joint's own. */
  partsOver(error) {
    const callback = this.#onClose;
    this.#onClose = null;
    if (callback) callback(error);
    else if (error) this.destroy(error);
    return !!(callback || error);
  }

  _write(chunk, encoding, callback) {
    if (this.#head.write(chunk, encoding)) callback();
    else this.#onDrain = callback;
  }

  _final(callback) {
    if (this.#head === null) {
      callback();
      return;
    }
    this.#onFinish = callback;
    this.#head.end();
  }

  _read() {
    for (;;) {
      const chunk = this.#tail.read();
      if (chunk === null) {
        this.#onReadable = () => this._read();
        return;
      }
      if (!this.push(chunk)) return;
    }
  }

  _destroy(error, callback) {
    if (!error && this.#onClose !== null) error = new AbortError();
    this.#onReadable = null;
    this.#onDrain = null;
    this.#onFinish = null;
    if (this.#onClose === null) {
      callback(error);
    } else {
      this.#onClose = callback;
      this.#destroyParts(error);
    }
  }
}

module.exports = { Joint };
