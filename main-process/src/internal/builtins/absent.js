'use strict';

// A module of Node's that is not there yet. It may be required, since many programs require more than they use; using
// anything of it throws, and says what.

function refuse(name) {
  const { codes } = require('internal/errors');
  throw new codes.ERR_NOT_SUPPORTED(name, 'it is not there yet');
}

// What programs look at without using it: promises' `then`, `__esModule` of transpiled code, and their like.
const looksOnly = (key) => typeof key === 'symbol' || key === 'then' || key === '__esModule' || key === 'toJSON';

/** Stands for a function, class or value of an absent module: calling, constructing or reading anything of it throws. */
function member(name) {
  const fail = () => refuse(name);
  return new Proxy(function absent() {}, {
    apply: fail,
    construct: fail,
    get: (target, key) => (looksOnly(key) || key === 'prototype' ? target[key] : fail()),
    set: fail,
  });
}

function absent(name) {
  const members = new Map();
  return new Proxy({}, {
    get(target, key) {
      if (looksOnly(key) || key in Object.prototype) return target[key];
      if (!members.has(key)) members.set(key, member(`${name}.${key}`));
      return members.get(key);
    },
    set: () => refuse(name),
  });
}

module.exports = { absent };
