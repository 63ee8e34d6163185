'use strict';

const { untransferable } = require('internal/clone/hosts');
const { FastBuffer } = require('./fast_buffer');

// Small buffers share one ArrayBuffer, each starting at a multiple of eight.
let size = 0;
let offset = 0;
let memory = null;
let nextSize = () => 8192;

const renew = () => {
  size = nextSize();
  memory = new ArrayBuffer(size);
  // Moving one of the buffers to another thread must not take away all the others.
  untransferable.add(memory);
  offset = 0;
};

const ensure = (length) => {
  if (memory === null || length > size - offset) renew();
};

const fits = (length) => {
  if (memory === null) renew();
  return length < size >>> 1;
};

const advance = (length) => {
  offset = (offset + length + 7) & ~7;
};

const allocate = (length) => {
  if (length <= 0) return new FastBuffer();
  if (!fits(length)) return new FastBuffer(length);
  ensure(length);
  const buffer = new FastBuffer(memory, offset, length);
  advance(length);
  return buffer;
};

const fromArrayLike = (list) => {
  const { length } = list;
  if (!(length > 0)) return new FastBuffer();
  if (!fits(length)) return new FastBuffer(list);
  const buffer = allocate(Math.trunc(length));
  buffer.set(list);
  return buffer;
};

const fromText = (text, encoding) => {
  if (text.length === 0) return new FastBuffer();
  const length = encoding.byteLength(text);
  if (!fits(length)) {
    const buffer = new FastBuffer(length);
    const written = encoding.write(buffer, text, 0, length);
    return written === length ? buffer : new FastBuffer(buffer.buffer, 0, written);
  }
  ensure(length);
  let buffer = new FastBuffer(memory, offset, length);
  const written = encoding.write(buffer, text, 0, length);
  if (written !== length) buffer = new FastBuffer(memory, offset, written);
  advance(written);
  return buffer;
};

const sizeFrom = (read) => {
  nextSize = read;
};

module.exports = { allocate, fromArrayLike, fromText, sizeFrom };
