'use strict';

const { types, isError } = require('internal/types');
const { deprecate } = require('./classic');

// The tests that Node has deprecated for long; each warns on first use.
const tests = {
  isArray: [Array.isArray, 'DEP0044', 'Array.isArray()'],
  isBoolean: [(arg) => typeof arg === 'boolean', 'DEP0045', '`typeof arg === "boolean"`'],
  isBuffer: [(arg) => require('node/buffer').Buffer.isBuffer(arg), 'DEP0046', 'Buffer.isBuffer()'],
  isNull: [(arg) => arg === null, 'DEP0050', '`arg === null`'],
  isNullOrUndefined: [(arg) => arg == null, 'DEP0051', '`arg === null || arg === undefined`'],
  isNumber: [(arg) => typeof arg === 'number', 'DEP0052', '`typeof arg === "number"`'],
  isString: [(arg) => typeof arg === 'string', 'DEP0056', '`typeof arg === "string"`'],
  isSymbol: [(arg) => typeof arg === 'symbol', 'DEP0057', '`typeof arg === "symbol"`'],
  isUndefined: [(arg) => arg === undefined, 'DEP0058', '`arg === undefined`'],
  isRegExp: [types.isRegExp, 'DEP0055', '`arg instanceof RegExp`'],
  isObject: [
    (arg) => arg !== null && typeof arg === 'object', 'DEP0053', '`arg !== null && typeof arg === "object"`',
  ],
  isDate: [types.isDate, 'DEP0047', '`arg instanceof Date`'],
  isError: [
    isError, 'DEP0048',
    '`Object.prototype.toString.call(arg) === "[object Error]" || arg instanceof Error`',
  ],
  isFunction: [(arg) => typeof arg === 'function', 'DEP0049', '`typeof arg === "function"`'],
  isPrimitive: [
    (arg) => arg === null || (typeof arg !== 'object' && typeof arg !== 'function'), 'DEP0054',
    '`(typeof arg !== "object" && typeof arg !== "function") || arg === null`',
  ],
};

const legacy = {};
for (const name of Object.keys(tests)) {
  const [test, code, instead] = tests[name];
  legacy[name] = deprecate(test, `The \`util.${name}\` API is deprecated. Please use ${instead} instead.`, code);
}

module.exports = legacy;
