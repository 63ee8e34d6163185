'use strict';

// What `new` is called on inside; applications see `Buffer`, which shares the prototype and may be called without `new`.
class FastBuffer extends Uint8Array {
  constructor(source, byteOffset, length) {
    super(source, byteOffset, length);
  }
}

module.exports = { FastBuffer };
