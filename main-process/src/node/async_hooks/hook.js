'use strict';

const hooks = require('internal/async_context/hooks');
const { codes } = require('internal/errors');

const NAMES = ['init', 'before', 'after', 'destroy', 'promiseResolve'];

class AsyncHook {
  #callbacks;

  constructor(callbacks) {
    this.#callbacks = callbacks;
  }

  enable() {
    hooks.enable(this.#callbacks);
    return this;
  }

  disable() {
    hooks.disable(this.#callbacks);
    return this;
  }
}

function createHook(callbacks) {
  if (callbacks === null || typeof callbacks !== 'object') throw new TypeError("Cannot read properties of null (reading 'init')");
  const kept = {};
  for (const name of NAMES) {
    const callback = callbacks[name];
    if (callback === undefined) continue;
    if (typeof callback !== 'function') throw new codes.ERR_ASYNC_CALLBACK(`hook.${name}`);
    // A hook's callbacks see the object they came with.
    kept[name] = callback.bind(callbacks);
  }
  return new AsyncHook(kept);
}

module.exports = { createHook };
