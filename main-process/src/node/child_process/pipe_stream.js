'use strict';

const { Duplex } = require('node/stream');
const { errnoException } = require('internal/errors');
const { isWindows } = require('internal/platform');
const { kOsHandle } = require('./stdio');

const bufferOf = (bytes) => require('node/buffer').Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const named = (error, syscall) => (error.errno === undefined ? error : errnoException(error.errno, syscall));

/** Our end of a child's pipe. It keeps the process alive while it waits for something to read. */
class PipeStream extends Duplex {
  #pipe;
  #waiting = false;
  #referenced = true;

  constructor(pipe, { readable, writable }) {
    super({ readable, writable, decodeStrings: true, autoDestroy: true, emitClose: true });
    this.#pipe = pipe;
    this._type = 'pipe';
    this._handle = { fd: isWindows ? -1 : pipe.handle };
    Object.defineProperty(this, kOsHandle, { value: pipe.handle });
    if (readable) pipe.start((error, bytes) => this.#arrived(error, bytes));
  }

  #arrived(error, bytes) {
    this.#waiting = false;
    this.#tell();
    if (error) {
      this.destroy(named(error, 'read'));
    } else if (bytes === undefined) {
      this.push(null);
      if (!this.readableLength) this.read(0);
    } else {
      this.push(bufferOf(bytes));
    }
  }

  #tell() {
    this.#pipe?.setRef(this.#waiting && this.#referenced);
  }

  _read() {
    if (this.#waiting || this.#pipe === null) return;
    this.#waiting = true;
    this.#tell();
    this.#pipe.read();
  }

  _write(chunk, encoding, callback) {
    if (this.#pipe === null) {
      callback(errnoException(-32, 'write'));
      return;
    }
    this.#pipe.write(chunk, (error) => callback(error ? named(error, 'write') : null));
  }

  _writev(chunks, callback) {
    this._write(require('node/buffer').Buffer.concat(chunks.map(({ chunk }) => chunk)), 'buffer', callback);
  }

  _final(callback) {
    this.#pipe?.finish();
    callback();
  }

  _destroy(error, callback) {
    this.#pipe?.setRef(false);
    this.#pipe?.close();
    this.#pipe = null;
    this._handle = null;
    // Closed is what has been closed for a turn of the loop, so that one can await one event after the other.
    setImmediate(callback, error);
  }

  ref() {
    this.#referenced = true;
    this.#tell();
    return this;
  }

  unref() {
    this.#referenced = false;
    this.#tell();
    return this;
  }

  get pending() {
    return false;
  }
}

module.exports = { PipeStream };
