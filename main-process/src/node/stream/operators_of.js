'use strict';

const { codes } = require('internal/errors');

const streams = ['asIndexedPairs', 'drop', 'filter', 'flatMap', 'map', 'take', 'compose'];
const promises = ['every', 'forEach', 'reduce', 'toArray', 'some', 'find'];

// The operators are loaded when somebody first calls one.
function define(Readable, name, call) {
  const operator = {
    [name](...args) {
      if (new.target) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
      return call(this, require('./operators'), args);
    },
  }[name];
  Object.defineProperty(Readable.prototype, name, { value: operator, configurable: true, enumerable: false, writable: true });
}

function defineOperators(Readable) {
  for (const name of streams) {
    define(Readable, name, (stream, operators, args) => {
      const result = operators.streams[name].apply(stream, args);
      return name === 'compose' ? result : Readable.from(result);
    });
  }
  for (const name of promises) {
    define(Readable, name, (stream, operators, args) => Promise.resolve().then(() => operators.promises[name].apply(stream, args)));
  }
}

module.exports = { defineOperators };
