'use strict';

// Captured at load, so that a script which patches prototypes does not change what a value is taken for.
const getterOf = (prototype, key) => Object.getOwnPropertyDescriptor(prototype, key)?.get;
const tagOf = getterOf(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag);
const bufferLength = getterOf(ArrayBuffer.prototype, 'byteLength');
const sharedLength = typeof SharedArrayBuffer === 'function' && getterOf(SharedArrayBuffer.prototype, 'byteLength');

const passes = (getter, value) => {
  try {
    getter.call(value);
    return true;
  } catch {
    return false;
  }
};

const isUint8Array = (value) => tagOf.call(value) === 'Uint8Array';

const isTypedArray = (value) => tagOf.call(value) !== undefined;

const isAnyArrayBuffer = (value) => {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return passes(bufferLength, value) || (sharedLength && passes(sharedLength, value));
};

module.exports = { isUint8Array, isTypedArray, isAnyArrayBuffer };
