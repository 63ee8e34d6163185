'use strict';

const { codes } = require('internal/errors');

function thrower(name) {
  const absent = function () {
    throw new codes.ERR_NOT_SUPPORTED(name);
  };
  Object.defineProperty(absent, 'name', { value: name.slice(name.lastIndexOf('.') + 1) });
  return absent;
}

/** A class part whose methods throw an error that names them. */
function absentMembers(owner, names) {
  class Absent {}
  for (const name of names) {
    Object.defineProperty(Absent.prototype, name, { value: thrower(`${owner}.${name}`), writable: true });
  }
  return Absent;
}

// Asked by the language itself of whatever it is given; an answer would make the thing something it is not.
const UNASKED = new Set(['then', 'toJSON', 'prototype', '__esModule']);

/** Stands for a whole module or class: to have it is free, to construct or call anything of it throws. */
function absentObject(name) {
  const target = thrower(name);
  return new Proxy(target, {
    construct: target,
    get(_, key) {
      if (typeof key === 'symbol' || UNASKED.has(key)) return target[key];
      return thrower(`${name}.${key}`);
    },
    set(_, key) {
      throw new codes.ERR_NOT_SUPPORTED(`${name}.${String(key)}`);
    },
  });
}

module.exports = { absentMembers, absentObject };
