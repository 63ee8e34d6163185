'use strict';

// Integers of one, two and four bytes, spelt out: parsers of binary formats spend their time in here.

const { validateNumber } = require('internal/validators');
const { checkBounds, checkValue } = require('./bounds');

// Throws what is wrong with a write. Of single bytes the offset's type comes first.
const checkWrite = (view, value, offset, size, min, max) => {
  if (size === 1) validateNumber(offset, 'offset');
  checkValue(value, min, max, size);
  checkBounds(view, offset, size);
};

const isOffset = (offset) => typeof offset === 'number';

const put16LE = (view, value, offset, min, max) => {
  const number = +value;
  const bad = !isOffset(offset) || view[offset] === undefined || view[offset + 1] === undefined;
  if (bad || number > max || number < min) checkWrite(view, number, offset, 2, min, max);
  view[offset] = number;
  view[offset + 1] = number >>> 8;
  return offset + 2;
};

const put16BE = (view, value, offset, min, max) => {
  const number = +value;
  const bad = !isOffset(offset) || view[offset] === undefined || view[offset + 1] === undefined;
  if (bad || number > max || number < min) checkWrite(view, number, offset, 2, min, max);
  view[offset] = number >>> 8;
  view[offset + 1] = number;
  return offset + 2;
};

const put32LE = (view, value, offset, min, max) => {
  const number = +value;
  const bad = !isOffset(offset) || view[offset] === undefined || view[offset + 3] === undefined;
  if (bad || number > max || number < min) checkWrite(view, number, offset, 4, min, max);
  view[offset] = number;
  view[offset + 1] = number >>> 8;
  view[offset + 2] = number >>> 16;
  view[offset + 3] = number >>> 24;
  return offset + 4;
};

const put32BE = (view, value, offset, min, max) => {
  const number = +value;
  const bad = !isOffset(offset) || view[offset] === undefined || view[offset + 3] === undefined;
  if (bad || number > max || number < min) checkWrite(view, number, offset, 4, min, max);
  view[offset] = number >>> 24;
  view[offset + 1] = number >>> 16;
  view[offset + 2] = number >>> 8;
  view[offset + 3] = number;
  return offset + 4;
};

const putByte = (view, value, offset, min, max) => {
  const number = +value;
  const bad = !isOffset(offset) || view[offset] === undefined;
  if (bad || number > max || number < min) checkWrite(view, number, offset, 1, min, max);
  view[offset] = number;
  return offset + 1;
};

const get16LE = (view, offset) => {
  const first = view[offset];
  const last = view[offset + 1];
  if (!isOffset(offset) || first === undefined || last === undefined) checkBounds(view, offset, 2);
  return first | (last << 8);
};

const get16BE = (view, offset) => {
  const first = view[offset];
  const last = view[offset + 1];
  if (!isOffset(offset) || first === undefined || last === undefined) checkBounds(view, offset, 2);
  return (first << 8) | last;
};

const get32LE = (view, offset) => {
  const first = view[offset];
  const last = view[offset + 3];
  if (!isOffset(offset) || first === undefined || last === undefined) checkBounds(view, offset, 4);
  return first | (view[offset + 1] << 8) | (view[offset + 2] << 16) | (last << 24);
};

const get32BE = (view, offset) => {
  const first = view[offset];
  const last = view[offset + 3];
  if (!isOffset(offset) || first === undefined || last === undefined) checkBounds(view, offset, 4);
  return (first << 24) | (view[offset + 1] << 16) | (view[offset + 2] << 8) | last;
};

const getByte = (view, offset) => {
  const byte = view[offset];
  if (!isOffset(offset) || byte === undefined) checkBounds(view, offset, 1);
  return byte;
};

const methods = {
  readUInt8(offset = 0) { return getByte(this, offset); },
  readUInt16LE(offset = 0) { return get16LE(this, offset); },
  readUInt16BE(offset = 0) { return get16BE(this, offset); },
  readUInt32LE(offset = 0) { return get32LE(this, offset) >>> 0; },
  readUInt32BE(offset = 0) { return get32BE(this, offset) >>> 0; },
  readInt8(offset = 0) { return (getByte(this, offset) << 24) >> 24; },
  readInt16LE(offset = 0) { return (get16LE(this, offset) << 16) >> 16; },
  readInt16BE(offset = 0) { return (get16BE(this, offset) << 16) >> 16; },
  readInt32LE(offset = 0) { return get32LE(this, offset); },
  readInt32BE(offset = 0) { return get32BE(this, offset); },
  writeUInt8(value, offset = 0) { return putByte(this, value, offset, 0, 255); },
  writeUInt16LE(value, offset = 0) { return put16LE(this, value, offset, 0, 65535); },
  writeUInt16BE(value, offset = 0) { return put16BE(this, value, offset, 0, 65535); },
  writeUInt32LE(value, offset = 0) { return put32LE(this, value, offset, 0, 4294967295); },
  writeUInt32BE(value, offset = 0) { return put32BE(this, value, offset, 0, 4294967295); },
  writeInt8(value, offset = 0) { return putByte(this, value, offset, -128, 127); },
  writeInt16LE(value, offset = 0) { return put16LE(this, value, offset, -32768, 32767); },
  writeInt16BE(value, offset = 0) { return put16BE(this, value, offset, -32768, 32767); },
  writeInt32LE(value, offset = 0) { return put32LE(this, value, offset, -2147483648, 2147483647); },
  writeInt32BE(value, offset = 0) { return put32BE(this, value, offset, -2147483648, 2147483647); },
};

for (const name of Object.keys(methods)) {
  if (name.includes('UInt')) methods[name.replace('UInt', 'Uint')] = methods[name];
}

module.exports = { methods, checkWrite };
