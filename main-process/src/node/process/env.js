'use strict';

const { codes } = require('internal/errors');
const { plainProxies } = require('internal/clone/hosts');

function text(value) {
  // String(symbol) would not throw.
  return `${value}`;
}

const descriptor = (value) => ({ value, writable: true, enumerable: true, configurable: true });

const handler = {
  get(target, name) {
    if (typeof name === 'symbol') return target[name];
    return native.getenv(name) ?? target[name];
  },

  set(_target, name, value) {
    // No system has a variable without a name.
    if (name !== '') native.setenv(text(name), text(value));
    return true;
  },

  has(target, name) {
    return typeof name === 'string' && native.getenv(name) !== undefined || name in target;
  },

  deleteProperty(_target, name) {
    if (typeof name === 'string') native.unsetenv(name);
    return true;
  },

  ownKeys() {
    return native.envKeys();
  },

  getOwnPropertyDescriptor(_target, name) {
    const value = typeof name === 'string' ? native.getenv(name) : undefined;
    return value === undefined ? undefined : descriptor(value);
  },

  defineProperty(_target, name, given) {
    if ('get' in given || 'set' in given) {
      throw new codes.ERR_INVALID_OBJECT_DEFINE_PROPERTY("'process.env' does not accept an accessor(getter/setter) descriptor");
    }
    if (!given.configurable || !given.writable || !given.enumerable) {
      throw new codes.ERR_INVALID_OBJECT_DEFINE_PROPERTY("'process.env' only accepts a configurable, writable, and enumerable data descriptor");
    }
    native.setenv(text(name), text(given.value));
    return true;
  },
};

/** The environment as an object: what is assigned becomes text, and child processes see it. */
function create() {
  const env = new Proxy({}, handler);
  plainProxies.set(env, () => ({ ...env }));
  return env;
}

module.exports = { create };
