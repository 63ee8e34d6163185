'use strict';

const { codes } = require('internal/errors');

// With the number of parameters that each shows.
const streams = { asIndexedPairs: 0, drop: 1, filter: 2, flatMap: 2, map: 2, take: 1, compose: 2 };
const promises = { every: 1, forEach: 2, reduce: 3, toArray: 1, some: 1, find: 2 };

// The operators are loaded when somebody first calls one.
function define(Readable, name, length, call) {
  const operator = {
    [name](...args) {
      if (new.target) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
      return call(this, require('./operators'), args);
    },
  }[name];
  Object.defineProperty(operator, 'length', { value: length, configurable: true });
  Object.defineProperty(Readable.prototype, name, { value: operator, configurable: true, enumerable: false, writable: true });
}

function defineOperators(Readable) {
  for (const name of Object.keys(streams)) {
    define(Readable, name, streams[name], (stream, operators, args) => {
      const result = operators.streams[name].apply(stream, args);
      return name === 'compose' ? result : Readable.from(result);
    });
  }
  for (const name of Object.keys(promises)) {
    define(Readable, name, promises[name], (stream, operators, args) => Promise.resolve().then(() => operators.promises[name].apply(stream, args)));
  }
}

module.exports = { defineOperators };
