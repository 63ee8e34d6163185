'use strict';

const { codes } = require('internal/errors');
const { isUint8Array } = require('internal/types');
const { validateString } = require('internal/validators');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');

class TextEncoder {
  #brand;

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#brand in value)) throw new codes.ERR_INVALID_THIS('TextEncoder');
  }

  get encoding() {
    TextEncoder.#check(this);
    return 'utf-8';
  }

  encode(input = '') {
    TextEncoder.#check(this);
    return native.encode(`${input}`);
  }

  encodeInto(src, dest) {
    TextEncoder.#check(this);
    validateString(src, 'src');
    if (!isUint8Array(dest)) throw new codes.ERR_INVALID_ARG_TYPE('dest', 'Uint8Array', dest);
    const [read, written] = native.encodeInto(src, dest);
    return { read, written };
  }

  [INSPECT](depth, options, inspect) {
    if (typeof depth === 'number' && depth < 0) return this;
    // Without its name, as in Node.
    return inspect({ encoding: this.encoding }, options);
  }
}

Object.defineProperties(TextEncoder.prototype, {
  encoding: { enumerable: true },
  encode: { enumerable: true },
  encodeInto: { enumerable: true },
  [INSPECT]: { enumerable: false },
  [Symbol.toStringTag]: { value: 'TextEncoder', configurable: true },
});

module.exports = { TextEncoder };
