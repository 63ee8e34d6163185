'use strict';

const { codes } = require('internal/errors');
const { validateArray, validateInteger, validateNumber } = require('internal/validators');
const { FastBuffer } = require('./fast_buffer');
const { isUint8Array, isTypedArray, isAnyArrayBuffer } = require('internal/types');
const { utf8, findEncoding, encodingOf } = require('./encodings');
const { fillWith } = require('./fill');
const pool = require('./pool');

const BYTES = ['Buffer', 'Uint8Array'];

const fromString = (text, encoding) => {
  const named = typeof encoding === 'string' && encoding !== '';
  return pool.fromText(text, named ? encodingOf(encoding) : utf8);
};

const fromArrayBuffer = (memory, byteOffset, length) => {
  const start = byteOffset === undefined ? 0 : +byteOffset || 0;
  const room = memory.byteLength - start;
  if (room < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (length === undefined) return new FastBuffer(memory, start, room);
  const wanted = +length > 0 ? +length : 0;
  if (wanted > room) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('length');
  return new FastBuffer(memory, start, wanted);
};

const fromObject = (value) => {
  if (value.length !== undefined || isAnyArrayBuffer(value.buffer)) {
    return typeof value.length === 'number' ? pool.fromArrayLike(value) : new FastBuffer();
  }
  return value.type === 'Buffer' && Array.isArray(value.data) ? pool.fromArrayLike(value.data) : undefined;
};

const fromBoxed = (value, encodingOrOffset, length) => {
  const inner = value.valueOf?.();
  const boxes = inner !== null && inner !== undefined && inner !== value;
  if (boxes && (typeof inner === 'string' || typeof inner === 'object')) return from(inner, encodingOrOffset, length);
  const buffer = fromObject(value);
  if (buffer) return buffer;
  const primitive = typeof value[Symbol.toPrimitive] === 'function' && value[Symbol.toPrimitive]('string');
  return typeof primitive === 'string' ? fromString(primitive, encodingOrOffset) : undefined;
};

function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return fromString(value, encodingOrOffset);
  if (typeof value === 'object' && value !== null) {
    if (isAnyArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
    const buffer = fromBoxed(value, encodingOrOffset, length);
    if (buffer) return buffer;
  }
  throw new codes.ERR_INVALID_ARG_TYPE(
    'first argument',
    ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'],
    value,
  );
}

function copyBytesFrom(view, offset, length) {
  if (!isTypedArray(view)) throw new codes.ERR_INVALID_ARG_TYPE('view', ['TypedArray'], view);
  if (view.length === 0) return new FastBuffer();
  let start = 0;
  let end = view.length;
  if (offset !== undefined) {
    validateInteger(offset, 'offset', 0);
    if (offset >= view.length) return new FastBuffer();
    start = offset;
  }
  if (length !== undefined) {
    validateInteger(length, 'length', 0);
    end = Math.min(start + length, view.length);
  }
  const width = view.BYTES_PER_ELEMENT;
  return pool.fromArrayLike(new Uint8Array(view.buffer, view.byteOffset + start * width, (end - start) * width));
}

function of(...items) {
  const buffer = new FastBuffer(items.length);
  for (let index = 0; index < items.length; index++) buffer[index] = items[index];
  return buffer;
}

const validateSize = (size) => validateNumber(size, 'size', 0, native.maxLength);

function alloc(size, fill, encoding) {
  validateSize(size);
  const buffer = new FastBuffer(size);
  return fill === undefined || fill === 0 || size <= 0 ? buffer : fillWith(buffer, fill, 0, buffer.length, encoding);
}

function allocUnsafe(size) {
  validateSize(size);
  return pool.allocate(Math.trunc(size));
}

function allocUnsafeSlow(size) {
  validateSize(size);
  return new FastBuffer(size);
}

function compare(buf1, buf2) {
  if (!isUint8Array(buf1)) throw new codes.ERR_INVALID_ARG_TYPE('buf1', BYTES, buf1);
  if (!isUint8Array(buf2)) throw new codes.ERR_INVALID_ARG_TYPE('buf2', BYTES, buf2);
  return buf1 === buf2 ? 0 : native.compare(buf1, buf2);
}

function isEncoding(encoding) {
  return typeof encoding === 'string' && encoding.length !== 0 && findEncoding(encoding) !== undefined;
}

function concat(list, length) {
  validateArray(list, 'list');
  if (list.length === 0) return new FastBuffer();
  if (length === undefined) {
    length = 0;
    for (const part of list) if (part?.length) length += part.length;
  } else {
    validateInteger(length, 'length', 0, native.maxLength);
  }
  const buffer = allocUnsafe(length);
  let position = 0;
  for (let index = 0; index < list.length; index++) {
    const part = list[index];
    if (!isUint8Array(part)) throw new codes.ERR_INVALID_ARG_TYPE(`list[${index}]`, BYTES, part);
    const room = length - position;
    buffer.set(part.length <= room ? part : new Uint8Array(part.buffer, part.byteOffset, room), position);
    position += Math.min(part.length, room);
  }
  if (position < length) buffer.fill(0, position, length);
  return buffer;
}

function byteLength(string, encoding) {
  if (typeof string === 'string') return (findEncoding(encoding) ?? utf8).byteLength(string);
  if (ArrayBuffer.isView(string) || isAnyArrayBuffer(string)) return string.byteLength;
  throw new codes.ERR_INVALID_ARG_TYPE('string', ['string', 'Buffer', 'ArrayBuffer'], string);
}

module.exports = {
  from,
  copyBytesFrom,
  of,
  alloc,
  allocUnsafe,
  allocUnsafeSlow,
  compare,
  isEncoding,
  concat,
  byteLength,
};
