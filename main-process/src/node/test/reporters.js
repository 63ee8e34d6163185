'use strict';

const { codes } = require('internal/errors');

/** A class that may also be called without `new`. */
function callable(produce) {
  return function Reporter(...args) {
    return new (produce())(...args);
  };
}

const reporters = {};
const parts = {
  dot: () => require('./dot').dot,
  junit: () => require('./junit').junit,
  spec: () => callable(() => require('./spec').SpecReporter),
  tap: () => require('./tap').tap,
  lcov: () => callable(() => {
    throw new codes.ERR_NOT_SUPPORTED("The reporter 'lcov'", 'nothing measures coverage');
  }),
};
for (const name of Object.keys(parts)) {
  Object.defineProperty(reporters, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = parts[name]();
      Object.defineProperty(reporters, name, { value, configurable: true, enumerable: true, writable: true });
      return value;
    },
  });
}

module.exports = reporters;
