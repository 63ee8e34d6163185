'use strict';

// Text without lone surrogates, as the URL Standard takes it.
const text = (value) => {
  if (typeof value === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
  return `${value}`.toWellFormed();
};

module.exports = { text };
