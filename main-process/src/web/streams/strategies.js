'use strict';

const { codes } = require('internal/errors');
const { finish } = require('./core');

function markOf(init) {
  if (init === null || (typeof init !== 'object' && typeof init !== 'function')) {
    throw new codes.ERR_INVALID_ARG_TYPE('init', 'Object', init);
  }
  if (init.highWaterMark === undefined) throw new codes.ERR_MISSING_OPTION('init.highWaterMark');
  return +init.highWaterMark;
}

// One function for all instances, so that they can be compared. Not constructors, as methods are not.
const { byteLength, count } = {
  byteLength: Object.defineProperty((chunk) => chunk.byteLength, 'name', { value: 'size' }),
  count: Object.defineProperty(() => 1, 'name', { value: 'size' }),
};

const shown = ({ highWaterMark }) => ({ highWaterMark });

class ByteLengthQueuingStrategy {
  #highWaterMark;

  constructor(init) {
    this.#highWaterMark = markOf(init);
  }

  get highWaterMark() {
    if (!isObject(this) || !(#highWaterMark in this)) throw new codes.ERR_INVALID_THIS('ByteLengthQueuingStrategy');
    return this.#highWaterMark;
  }

  get size() {
    if (!isObject(this) || !(#highWaterMark in this)) throw new codes.ERR_INVALID_THIS('ByteLengthQueuingStrategy');
    return byteLength;
  }
}

const isObject = (value) => typeof value === 'object' && value !== null;

class CountQueuingStrategy {
  #highWaterMark;

  constructor(init) {
    this.#highWaterMark = markOf(init);
  }

  get highWaterMark() {
    if (!isObject(this) || !(#highWaterMark in this)) throw new codes.ERR_INVALID_THIS('CountQueuingStrategy');
    return this.#highWaterMark;
  }

  get size() {
    if (!isObject(this) || !(#highWaterMark in this)) throw new codes.ERR_INVALID_THIS('CountQueuingStrategy');
    return count;
  }
}

finish(ByteLengthQueuingStrategy, ['highWaterMark', 'size'], shown);
finish(CountQueuingStrategy, ['highWaterMark', 'size'], shown);

module.exports = { ByteLengthQueuingStrategy, CountQueuingStrategy };
