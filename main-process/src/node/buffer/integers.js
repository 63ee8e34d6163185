'use strict';

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');
const { checkBounds, checkByteLength, checkValue } = require('./bounds');

const readLE = (view, offset, size) => {
  let value = 0;
  for (let index = size - 1; index >= 0; index--) value = value * 256 + view[offset + index];
  return value;
};

const readBE = (view, offset, size) => {
  let value = 0;
  for (let index = 0; index < size; index++) value = value * 256 + view[offset + index];
  return value;
};

const signed = (value, size) => (value >= 2 ** (size * 8 - 1) ? value - 2 ** (size * 8) : value);

// Bytes beyond the fourth do not survive bit operations, so they are split off by division.
const putLE = (view, value, offset, size) => {
  let low = value >>> 0;
  let high = size > 4 ? Math.floor(value / 2 ** 32) : 0;
  for (let index = 0; index < size; index++) {
    if (index === 4) low = high;
    view[offset + index] = low & 255;
    low >>>= 8;
  }
  return offset + size;
};

const putBE = (view, value, offset, size) => {
  let low = value >>> 0;
  const high = size > 4 ? Math.floor(value / 2 ** 32) : 0;
  for (let index = 0; index < size; index++) {
    if (index === 4) low = high;
    view[offset + size - 1 - index] = low & 255;
    low >>>= 8;
  }
  return offset + size;
};

const write = (view, value, offset, size, min, max, put) => {
  const number = +value;
  if (size === 1) validateNumber(offset, 'offset');
  checkValue(number, min, max, size);
  checkBounds(view, offset, size);
  return put(view, number, offset, size);
};

const needsOffset = (offset) => {
  if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
};

const named = (name, method) => Object.defineProperty(method, 'name', { value: name });

const methods = {};

methods.readUInt8 = named('readUInt8', function (offset = 0) {
  checkBounds(this, offset, 1);
  return this[offset];
});
methods.readInt8 = named('readInt8', function (offset = 0) {
  checkBounds(this, offset, 1);
  return (this[offset] << 24) >> 24;
});
methods.writeUInt8 = named('writeUInt8', function (value, offset = 0) {
  return write(this, value, offset, 1, 0, 255, putLE);
});
methods.writeInt8 = named('writeInt8', function (value, offset = 0) {
  return write(this, value, offset, 1, -128, 127, putLE);
});

for (const [order, read, put] of [['LE', readLE, putLE], ['BE', readBE, putBE]]) {
  for (const size of [2, 4]) {
    const bits = size * 8;
    const max = 2 ** bits;
    methods[`readUInt${bits}${order}`] = function (offset = 0) {
      checkBounds(this, offset, size);
      return read(this, offset, size);
    };
    methods[`readInt${bits}${order}`] = function (offset = 0) {
      checkBounds(this, offset, size);
      return size === 2 ? (read(this, offset, size) << 16) >> 16 : read(this, offset, size) | 0;
    };
    methods[`writeUInt${bits}${order}`] = function (value, offset = 0) {
      return write(this, value, offset, size, 0, max - 1, put);
    };
    methods[`writeInt${bits}${order}`] = function (value, offset = 0) {
      return write(this, value, offset, size, -max / 2, max / 2 - 1, put);
    };
  }
  methods[`readUInt${order}`] = function (offset, byteLength) {
    needsOffset(offset);
    checkByteLength(byteLength);
    checkBounds(this, offset, byteLength);
    return read(this, offset, byteLength);
  };
  methods[`readInt${order}`] = function (offset, byteLength) {
    needsOffset(offset);
    checkByteLength(byteLength);
    checkBounds(this, offset, byteLength);
    return signed(read(this, offset, byteLength), byteLength);
  };
  methods[`writeUInt${order}`] = function (value, offset, byteLength) {
    checkByteLength(byteLength);
    return write(this, value, offset, byteLength, 0, 2 ** (byteLength * 8) - 1, put);
  };
  methods[`writeInt${order}`] = function (value, offset, byteLength) {
    checkByteLength(byteLength);
    const half = 2 ** (byteLength * 8 - 1);
    return write(this, value, offset, byteLength, -half, half - 1, put);
  };
}

for (const name of Object.keys(methods)) {
  named(name, methods[name]);
  if (name.includes('UInt')) methods[name.replace('UInt', 'Uint')] = methods[name];
}

module.exports = { methods };
