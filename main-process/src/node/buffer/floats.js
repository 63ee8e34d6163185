'use strict';

const { checkBounds, checkValue } = require('./bounds');

const ALL_BITS = 0xffffffffffffffffn;

const bytes = new Uint8Array(8);
const scratch = new DataView(bytes.buffer);

const take = (view, offset, size) => {
  checkBounds(view, offset, size);
  for (let index = 0; index < size; index++) bytes[index] = view[offset + index];
};

const put = (view, offset, size) => {
  checkBounds(view, offset, size);
  for (let index = 0; index < size; index++) view[offset + index] = bytes[index];
  return offset + size;
};

// The mask makes anything but a BigInt fail as in Node.
const writeBig = (view, value, offset, min, max, little) => {
  checkValue(value, min, max, 8);
  checkBounds(view, offset, 8);
  scratch.setBigUint64(0, value & ALL_BITS, little);
  return put(view, offset, 8);
};

const methods = {};

for (const order of ['LE', 'BE']) {
  const little = order === 'LE';
  methods[`readFloat${order}`] = function (offset = 0) {
    take(this, offset, 4);
    return scratch.getFloat32(0, little);
  };
  methods[`readDouble${order}`] = function (offset = 0) {
    take(this, offset, 8);
    return scratch.getFloat64(0, little);
  };
  methods[`writeFloat${order}`] = function (value, offset = 0) {
    scratch.setFloat32(0, value, little);
    return put(this, offset, 4);
  };
  methods[`writeDouble${order}`] = function (value, offset = 0) {
    scratch.setFloat64(0, value, little);
    return put(this, offset, 8);
  };
  methods[`readBigInt64${order}`] = function (offset = 0) {
    take(this, offset, 8);
    return scratch.getBigInt64(0, little);
  };
  methods[`readBigUInt64${order}`] = function (offset = 0) {
    take(this, offset, 8);
    return scratch.getBigUint64(0, little);
  };
  methods[`writeBigInt64${order}`] = function (value, offset = 0) {
    return writeBig(this, value, offset, -0x8000000000000000n, 0x7fffffffffffffffn, little);
  };
  methods[`writeBigUInt64${order}`] = function (value, offset = 0) {
    return writeBig(this, value, offset, 0n, ALL_BITS, little);
  };
}

for (const name of Object.keys(methods)) {
  Object.defineProperty(methods[name], 'name', { value: name });
  if (name.includes('UInt')) methods[name.replace('UInt', 'Uint')] = methods[name];
}

module.exports = { methods };
