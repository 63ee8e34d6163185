'use strict';

const { types } = require('internal/types');

const { isBoxedPrimitive, isArrayBufferView, isTypedArray, isFloat16Array, ...rest } = types;

module.exports = {
  ...rest,
  isKeyObject: () => false,
  isCryptoKey(value) {
    return value instanceof require('web/crypto').CryptoKey;
  },
};

// As in Node, these four can be seen but are not listed by those who look at plain keys only.
Object.assign(module.exports, { isBoxedPrimitive, isArrayBufferView, isTypedArray, isFloat16Array });
