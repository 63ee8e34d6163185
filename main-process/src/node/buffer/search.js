'use strict';

const { codes } = require('internal/errors');
const { isUint8Array } = require('internal/types');
const { utf8, utf16le, encodingOf } = require('./encodings');

const { indexOf: indexOfByte, lastIndexOf: lastIndexOfByte } = Uint8Array.prototype;

// Where to start looking in `length` bytes for `needed` of them, or -1. Negative offsets count from the end.
const startAt = (length, offset, needed, forward) => {
  if (offset < 0) {
    if (offset + length >= 0) return offset + length;
    return forward || needed === 0 ? 0 : -1;
  }
  if (offset + needed <= length) return offset;
  if (needed === 0) return length;
  return forward ? -1 : length - 1;
};

const searchByte = (buffer, value, offset, forward) => {
  const start = startAt(buffer.length, offset, 1, forward);
  if (start < 0 || buffer.length === 0) return -1;
  return (forward ? indexOfByte : lastIndexOfByte).call(buffer, value & 255, start);
};

const searchBytes = (buffer, needle, offset, forward, wide) => {
  const start = startAt(buffer.length, offset, needle.length, forward);
  if (needle.length === 0) return start;
  if (start < 0 || needle.length > buffer.length || (forward && start + needle.length > buffer.length)) return -1;
  if (wide && (buffer.length < 2 || needle.length < 2)) return -1;
  return native.search(buffer, needle, start, forward, wide);
};

const bytesOf = (text, encoding) => {
  const bytes = new Uint8Array(encoding.byteLength(text));
  const written = encoding.write(bytes, text, 0, bytes.length);
  return written === bytes.length ? bytes : bytes.subarray(0, written);
};

const search = (buffer, value, offset, encoding, forward) => {
  if (!isUint8Array(buffer)) throw new codes.ERR_INVALID_ARG_TYPE('buffer', ['Buffer', 'TypedArray', 'DataView'], buffer);
  if (typeof offset === 'string') {
    encoding = offset;
    offset = undefined;
  }
  let from = Math.trunc(Math.min(Math.max(+offset, -0x80000000), 0x7fffffff));
  if (Number.isNaN(from)) from = forward ? 0 : buffer.length;
  if (typeof value === 'number') return searchByte(buffer, value, from, forward);
  const found = encoding === undefined ? utf8 : encodingOf(encoding);
  const wide = found === utf16le;
  if (typeof value === 'string') return searchBytes(buffer, bytesOf(value, found), from, forward, wide);
  if (isUint8Array(value)) return searchBytes(buffer, value, from, forward, wide);
  throw new codes.ERR_INVALID_ARG_TYPE('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
};

function indexOf(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, true);
}

function lastIndexOf(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, false);
}

function includes(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, true) !== -1;
}

module.exports = { methods: { indexOf, lastIndexOf, includes } };
