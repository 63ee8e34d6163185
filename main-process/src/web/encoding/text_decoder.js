'use strict';

const { codes } = require('internal/errors');
const { isUint8Array, isAnyArrayBuffer } = require('internal/types');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const NOTHING = new Uint8Array(0);

const viewOf = (input) => {
  if (isUint8Array(input)) return input;
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (isAnyArrayBuffer(input)) return new Uint8Array(input);
  throw new codes.ERR_INVALID_ARG_TYPE('list', ['SharedArrayBuffer', 'ArrayBuffer', 'ArrayBufferView'], input);
};

const isOptions = (options) => options === null || typeof options === 'object' || typeof options === 'function';

class TextDecoder {
  #encoding;
  #fatal;
  #ignoreBOM;
  // The native half of a stream that has begun.
  #stream;

  constructor(encoding = 'utf-8', options = {}) {
    const label = `${encoding}`;
    if (!isOptions(options)) throw new codes.ERR_INVALID_ARG_TYPE('options', 'object', options);
    this.#encoding = native.encodingOf(label);
    if (this.#encoding === undefined) throw new codes.ERR_ENCODING_NOT_SUPPORTED(label);
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#encoding in value)) {
      throw new codes.ERR_INVALID_THIS('TextDecoder');
    }
  }

  get encoding() {
    TextDecoder.#check(this);
    return this.#encoding;
  }

  get fatal() {
    TextDecoder.#check(this);
    return this.#fatal;
  }

  get ignoreBOM() {
    TextDecoder.#check(this);
    return this.#ignoreBOM;
  }

  decode(input = NOTHING, options = undefined) {
    TextDecoder.#check(this);
    const view = viewOf(input);
    const more = Boolean(options?.stream);
    const text = more || this.#stream ? this.#decodePiece(view, more) : this.#decodeWhole(view);
    if (text === undefined) throw new codes.ERR_ENCODING_INVALID_ENCODED_DATA(this.#encoding, undefined);
    return text;
  }

  #decodeWhole(view) {
    return native.decode(this.#encoding, view, this.#fatal, this.#ignoreBOM);
  }

  #decodePiece(view, more) {
    this.#stream ??= native.decoder(this.#encoding, this.#fatal, this.#ignoreBOM);
    const text = this.#stream(view, !more);
    if (!more || text === undefined) this.#stream = undefined;
    return text;
  }

  [INSPECT](depth, options, inspect) {
    if (typeof depth === 'number' && depth < 0) return this;
    const { encoding, fatal, ignoreBOM } = this;
    return `TextDecoder ${inspect({ encoding, fatal, ignoreBOM }, options)}`;
  }
}

Object.defineProperties(TextDecoder.prototype, {
  encoding: { enumerable: true },
  fatal: { enumerable: true },
  ignoreBOM: { enumerable: true },
  decode: { enumerable: true },
  [INSPECT]: { enumerable: false },
  [Symbol.toStringTag]: { value: 'TextDecoder', configurable: true },
});

module.exports = { TextDecoder };
