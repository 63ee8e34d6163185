'use strict';

const { codes } = require('internal/errors');
const { isSharedArrayBuffer } = require('internal/types');

const TypedArray = Object.getPrototypeOf(Uint8Array);
const tagOf = Object.getOwnPropertyDescriptor(TypedArray.prototype, Symbol.toStringTag).get;
const CONSTRUCTORS = {
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array,
  BigInt64Array, BigUint64Array, Float16Array: globalThis.Float16Array,
};

/** The class of a view, whatever its prototype has become, with the size of its elements. */
function kindOf(view) {
  const Class = CONSTRUCTORS[tagOf.call(view)];
  return Class === undefined ? { Class: DataView, size: 1 } : { Class, size: Class.BYTES_PER_ELEMENT };
}

function requireView(value, name) {
  if (!ArrayBuffer.isView(value)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, ['Buffer', 'TypedArray', 'DataView'], value);
  }
  if (isSharedArrayBuffer(value.buffer)) throw new codes.ERR_INVALID_ARG_VALUE(name, value, 'must not be of shared memory');
}

const isDetached = (buffer) => buffer.detached === true;

function requireAttached(buffer) {
  if (isDetached(buffer)) throw new codes.ERR_INVALID_STATE.TypeError('Viewed ArrayBuffer is detached');
}

/** The same memory in a buffer of its own; the old one is detached. */
function transfer(buffer) {
  requireAttached(buffer);
  return buffer.transfer();
}

module.exports = { kindOf, requireView, requireAttached, isDetached, transfer };
