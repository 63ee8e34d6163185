'use strict';

const { codes } = require('internal/errors');
const { validateInteger } = require('internal/validators');
const { FastBuffer } = require('./fast_buffer');
const { isUint8Array } = require('internal/types');
const { utf8, encodingOf, sliceText } = require('./encodings');
const { fillWith } = require('./fill');
const { writeText } = require('./raw');

const BYTES = ['Buffer', 'Uint8Array'];

const toInteger = (value, fallback) => {
  const number = +value;
  return number >= Number.MIN_SAFE_INTEGER && number <= Number.MAX_SAFE_INTEGER ? Math.floor(number) : fallback;
};

// Turns an offset that may be negative, fractional or too large into one within the buffer.
const clampOffset = (offset, length) => {
  const whole = Math.trunc(offset);
  if (Number.isNaN(whole)) return 0;
  return whole < 0 ? Math.max(whole + length, 0) : Math.min(whole, length);
};

const part = (buffer, start, end) => {
  const { length } = buffer;
  const from = start === undefined ? 0 : clampOffset(start, length);
  const to = end === undefined ? length : clampOffset(end, length);
  return new FastBuffer(buffer.buffer, buffer.byteOffset + from, to > from ? to - from : 0);
};

const rangeOf = (value, name, fallback, max) => {
  if (value === undefined) return fallback;
  validateInteger(value, name, 0, max);
  return value;
};

const copyTargetStart = (value) => {
  if (value === undefined) return 0;
  const start = toInteger(value, 0);
  if (start < 0) throw new codes.ERR_OUT_OF_RANGE('targetStart', '>= 0', value);
  return start;
};

const copySourceStart = (value, length) => {
  if (value === undefined) return 0;
  const start = toInteger(value, 0);
  if (start < 0 || start > length) throw new codes.ERR_OUT_OF_RANGE('sourceStart', `>= 0 && <= ${length}`, value);
  return start;
};

const copySourceEnd = (value, length) => {
  if (value === undefined) return length;
  const end = toInteger(value, 0);
  if (end < 0) throw new codes.ERR_OUT_OF_RANGE('sourceEnd', '>= 0', value);
  return Math.min(end, length);
};

const swap = (buffer, width) => {
  if (buffer.length % width !== 0) throw new codes.ERR_INVALID_BUFFER_SIZE(`${width * 8}-bits`);
  native.swap(buffer, width);
  return buffer;
};

const methods = {
  copy(target, targetStart, sourceStart, sourceEnd) {
    if (!isUint8Array(this)) throw new codes.ERR_INVALID_ARG_TYPE('source', BYTES, this);
    if (!isUint8Array(target)) throw new codes.ERR_INVALID_ARG_TYPE('target', BYTES, target);
    const at = copyTargetStart(targetStart);
    const start = copySourceStart(sourceStart, this.length);
    const end = copySourceEnd(sourceEnd, this.length);
    const count = Math.min(end - start, target.length - at);
    if (count <= 0) return 0;
    const whole = count === this.length;
    target.set(whole ? this : new Uint8Array(this.buffer, this.byteOffset + start, count), at);
    return count;
  },

  toString(encoding, start, end) {
    const { length } = this;
    if (arguments.length === 0) return sliceText(utf8, this, 0, length);
    const from = start > 0 ? Math.trunc(start) : 0;
    if (from >= length) return '';
    const to = end === undefined || end > length ? length : Math.trunc(end) || 0;
    if (to <= from) return '';
    return sliceText(encoding === undefined ? utf8 : encodingOf(encoding), this, from, to);
  },

  equals(otherBuffer) {
    if (!isUint8Array(otherBuffer)) throw new codes.ERR_INVALID_ARG_TYPE('otherBuffer', BYTES, otherBuffer);
    if (this === otherBuffer) return true;
    return this.length === otherBuffer.length && native.compare(this, otherBuffer) === 0;
  },

  compare(target, targetStart, targetEnd, sourceStart, sourceEnd) {
    if (!isUint8Array(target)) throw new codes.ERR_INVALID_ARG_TYPE('target', BYTES, target);
    if (arguments.length === 1) return native.compare(this, target);
    const thereStart = rangeOf(targetStart, 'targetStart', 0, native.maxLength);
    const thereEnd = rangeOf(targetEnd, 'targetEnd', target.length, target.length);
    const hereStart = rangeOf(sourceStart, 'sourceStart', 0, native.maxLength);
    const hereEnd = rangeOf(sourceEnd, 'sourceEnd', this.length, this.length);
    if (hereStart >= hereEnd) return thereStart >= thereEnd ? 0 : -1;
    if (thereStart >= thereEnd) return 1;
    const here = new Uint8Array(this.buffer, this.byteOffset + hereStart, hereEnd - hereStart);
    return native.compare(here, new Uint8Array(target.buffer, target.byteOffset + thereStart, thereEnd - thereStart));
  },

  fill(value, offset, end, encoding) {
    return fillWith(this, value, offset, end, encoding);
  },

  write(string, offset, length, encoding) {
    const whole = this.length;
    if (offset === undefined) return writeText(this, utf8, string, 0, whole);
    if (length === undefined && typeof offset === 'string') {
      encoding = offset;
      offset = 0;
      length = whole;
    } else {
      validateInteger(offset, 'offset', 0, whole);
      const room = whole - offset;
      if (length === undefined) {
        length = room;
      } else if (typeof length === 'string') {
        encoding = length;
        length = room;
      } else {
        validateInteger(length, 'length', 0, whole);
        length = Math.min(length, room);
      }
    }
    return writeText(this, encoding ? encodingOf(encoding) : utf8, string, offset, length);
  },

  toJSON() {
    return { type: 'Buffer', data: Array.prototype.slice.call(this) };
  },

  subarray(start, end) {
    return part(this, start, end);
  },

  slice(start, end) {
    return part(this, start, end);
  },

  swap16() {
    return swap(this, 2);
  },

  swap32() {
    return swap(this, 4);
  },

  swap64() {
    return swap(this, 8);
  },
};

module.exports = { methods };
