'use strict';

const { codes } = require('internal/errors');
const { validateFunction, validateNumber } = require('internal/validators');
const { Buffer } = require('node/buffer');
const { crypto: webcrypto } = require('web/crypto');
const { MAX_LENGTH, bufferOf, isData, settle, viewOf } = require('./bytes');

// The largest range of which six random bytes choose evenly.
const MAX_RANGE = 2 ** 48 - 1;

function checkOffset(offset, elementSize, length) {
  validateNumber(offset, 'offset');
  offset *= elementSize;
  const limit = Math.min(length, MAX_LENGTH);
  if (Number.isNaN(offset) || offset > limit || offset < 0) {
    throw new codes.ERR_OUT_OF_RANGE('offset', `>= 0 && <= ${limit}`, offset);
  }
  return offset >>> 0;
}

function checkSize(size, elementSize, offset, length) {
  validateNumber(size, 'size');
  size *= elementSize;
  if (Number.isNaN(size) || size > MAX_LENGTH || size < 0) {
    throw new codes.ERR_OUT_OF_RANGE('size', `>= 0 && <= ${MAX_LENGTH}`, size);
  }
  if (size + offset > length) throw new codes.ERR_OUT_OF_RANGE('size + offset', `<= ${length}`, size + offset);
  return size >>> 0;
}

function randomBytes(size, callback) {
  size = checkSize(size, 1, 0, Infinity);
  if (callback === undefined) return bufferOf(native.randomBytes(size));
  validateFunction(callback, 'callback');
  native.randomBytes(size, settle(callback, bufferOf));
}

function checkTarget(buffer) {
  if (!isData(buffer)) throw new codes.ERR_INVALID_ARG_TYPE('buf', ['ArrayBuffer', 'ArrayBufferView'], buffer);
}

/** The part that is to be filled. */
function target(buffer, offset, size) {
  const elementSize = buffer.BYTES_PER_ELEMENT || 1;
  const start = checkOffset(offset, elementSize, buffer.byteLength);
  const length = size === undefined ?
    buffer.byteLength - start : checkSize(size, elementSize, start, buffer.byteLength);
  return viewOf(buffer).subarray(start, start + length);
}

function randomFillSync(buffer, offset = 0, size = undefined) {
  checkTarget(buffer);
  const view = target(buffer, offset, size);
  if (view.length > 0) native.randomFill(view);
  return buffer;
}

function randomFill(buffer, offset, size, callback) {
  checkTarget(buffer);
  if (typeof offset === 'function') [callback, offset, size] = [offset, 0, undefined];
  else if (typeof size === 'function') [callback, size] = [size, undefined];
  else validateFunction(callback, 'callback');
  const view = target(buffer, offset, size);
  native.randomBytes(view.length, settle(callback, (bytes) => {
    view.set(bytes);
    return buffer;
  }));
}

// Six bytes each, for a number of calls at once.
const stock = Buffer.allocUnsafeSlow(6 * 128);
let used = stock.length;

function drawn() {
  if (used === stock.length) {
    native.randomFill(stock);
    used = 0;
  }
  used += 6;
  return stock.readUIntBE(used - 6, 6);
}

function below(range) {
  const limit = MAX_RANGE - (MAX_RANGE % range);
  let number = drawn();
  while (number >= limit) number = drawn();
  return number % range;
}

function randomInt(min, max, callback) {
  const single = max === undefined || typeof max === 'function';
  if (single) [callback, max, min] = [max, min, 0];
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (!Number.isSafeInteger(min)) throw new codes.ERR_INVALID_ARG_TYPE('min', 'a safe integer', min);
  if (!Number.isSafeInteger(max)) throw new codes.ERR_INVALID_ARG_TYPE('max', 'a safe integer', max);
  if (max <= min) throw new codes.ERR_OUT_OF_RANGE('max', `greater than the value of "min" (${min})`, max);
  const range = max - min;
  if (!(range <= MAX_RANGE)) throw new codes.ERR_OUT_OF_RANGE(single ? 'max' : 'max - min', `<= ${MAX_RANGE}`, range);
  const number = below(range) + min;
  if (callback === undefined) return number;
  process.nextTick(callback, undefined, number);
}

const randomUUID = (options) => webcrypto.randomUUID(options);

function timingSafeEqual(buf1, buf2) {
  const types = ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];
  if (!isData(buf1)) throw new codes.ERR_INVALID_ARG_TYPE('buf1', types, buf1);
  if (!isData(buf2)) throw new codes.ERR_INVALID_ARG_TYPE('buf2', types, buf2);
  if (buf1.byteLength !== buf2.byteLength) throw new codes.ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH();
  return native.equalInTime(viewOf(buf1), viewOf(buf2));
}

module.exports = { randomBytes, randomFill, randomFillSync, randomInt, randomUUID, timingSafeEqual };
