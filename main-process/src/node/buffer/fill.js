'use strict';

const { codes } = require('internal/errors');
const { validateInteger, validateString } = require('internal/validators');
const { findEncoding } = require('./encodings');

const fillBytes = Uint8Array.prototype.fill;

const patternOf = (value, encoding) => {
  if (typeof value === 'string') {
    const bytes = new Uint8Array(encoding.byteLength(value));
    return bytes.subarray(0, encoding.write(bytes, value, 0, bytes.length));
  }
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
};

const repeat = (buffer, pattern, start, end) => {
  const total = end - start;
  let filled = Math.min(pattern.length, total);
  buffer.set(pattern.subarray(0, filled), start);
  while (filled < total) {
    const length = Math.min(filled, total - filled);
    buffer.copyWithin(start + filled, start, start + length);
    filled += length;
  }
};

const encodingFor = (name) => {
  if (name === undefined || name === null || name === '') return findEncoding('utf8');
  const encoding = findEncoding(name);
  if (encoding !== undefined && typeof name === 'string') return encoding;
  validateString(name, 'encoding');
  throw new codes.ERR_UNKNOWN_ENCODING(name);
};

const fillWith = (buffer, value, start, end, encodingName) => {
  let encoding;
  if (typeof value === 'string') {
    if (start === undefined || typeof start === 'string') {
      encodingName = start;
      start = undefined;
    } else if (typeof end === 'string') {
      encodingName = end;
      end = undefined;
    }
    encoding = encodingFor(encodingName);
    if (value === '') value = 0;
  }
  if (start === undefined) {
    start = 0;
    end = buffer.length;
  } else {
    validateInteger(start, 'offset', 0, native.maxLength);
    if (end === undefined) end = buffer.length;
    else validateInteger(end, 'end', 0, buffer.length);
  }
  if (start >= end) return buffer;
  if (typeof value !== 'string' && !ArrayBuffer.isView(value)) {
    return fillBytes.call(buffer, typeof value === 'boolean' ? +value : value & 255, start, end);
  }
  const pattern = patternOf(value, encoding);
  if (pattern.length === 0) throw new codes.ERR_INVALID_ARG_VALUE('value', value);
  repeat(buffer, pattern, start, end);
  return buffer;
};

module.exports = { fillWith };
