'use strict';

// Integers of one to six bytes.

const { codes } = require('internal/errors');
const { checkBounds, checkByteLength } = require('./bounds');
const { checkWrite } = require('./integers');

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
const put = (view, value, size, indexOf) => {
  let bits = value >>> 0;
  for (let index = 0; index < size; index++) {
    if (index === 4) bits = Math.floor(value / 2 ** 32);
    view[indexOf(index)] = bits & 255;
    bits >>>= 8;
  }
};

const write = (view, value, offset, size, min, max, little) => {
  const number = +value;
  checkWrite(view, number, offset, size, min, max);
  put(view, number, size, little ? (index) => offset + index : (index) => offset + size - 1 - index);
  return offset + size;
};

const checkRead = (view, offset, size) => {
  if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
  checkByteLength(size);
  checkBounds(view, offset, size);
};

const methods = {
  readUIntLE(offset, byteLength) {
    checkRead(this, offset, byteLength);
    return readLE(this, offset, byteLength);
  },
  readUIntBE(offset, byteLength) {
    checkRead(this, offset, byteLength);
    return readBE(this, offset, byteLength);
  },
  readIntLE(offset, byteLength) {
    checkRead(this, offset, byteLength);
    return signed(readLE(this, offset, byteLength), byteLength);
  },
  readIntBE(offset, byteLength) {
    checkRead(this, offset, byteLength);
    return signed(readBE(this, offset, byteLength), byteLength);
  },
};

for (const order of ['LE', 'BE']) {
  methods[`writeUInt${order}`] = function (value, offset, byteLength) {
    checkByteLength(byteLength);
    return write(this, value, offset, byteLength, 0, 2 ** (byteLength * 8) - 1, order === 'LE');
  };
  methods[`writeInt${order}`] = function (value, offset, byteLength) {
    checkByteLength(byteLength);
    const half = 2 ** (byteLength * 8 - 1);
    return write(this, value, offset, byteLength, -half, half - 1, order === 'LE');
  };
}

for (const name of Object.keys(methods)) {
  Object.defineProperty(methods[name], 'name', { value: name });
  if (name.includes('UInt')) methods[name.replace('UInt', 'Uint')] = methods[name];
}

module.exports = { methods };
