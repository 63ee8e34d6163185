'use strict';

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');

const outOfBounds = (value, last, name = 'offset') => {
  if (Math.floor(value) !== value) {
    validateNumber(value, name);
    throw new codes.ERR_OUT_OF_RANGE(name, 'an integer', value);
  }
  if (last < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS();
  throw new codes.ERR_OUT_OF_RANGE(name, `>= ${name === 'offset' ? 0 : 1} and <= ${last}`, value);
};

// Checks that `size` bytes from `offset` on are inside.
const checkBounds = (view, offset, size) => {
  validateNumber(offset, 'offset');
  if (view[offset] === undefined || view[offset + size - 1] === undefined) outOfBounds(offset, view.length - size);
};

const checkByteLength = (size) => {
  validateNumber(size, 'byteLength');
  if (size !== 1 && size !== 2 && size !== 3 && size !== 4 && size !== 5 && size !== 6) outOfBounds(size, 6, 'byteLength');
};

const rangeText = (min, max, size, suffix) => {
  if (size <= 4) return `>= ${min}${suffix} and <= ${max}${suffix}`;
  const bits = size * 8;
  if (min === 0 || min === 0n) return `>= 0${suffix} and < 2${suffix} ** ${bits}${suffix}`;
  return `>= -(2${suffix} ** ${bits - 1}${suffix}) and < 2${suffix} ** ${bits - 1}${suffix}`;
};

const checkValue = (value, min, max, size) => {
  if (value > max || value < min) {
    const range = rangeText(min, max, size, typeof min === 'bigint' ? 'n' : '');
    throw new codes.ERR_OUT_OF_RANGE('value', range, value);
  }
};

module.exports = { checkBounds, checkByteLength, checkValue };
