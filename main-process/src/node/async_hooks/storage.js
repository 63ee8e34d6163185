'use strict';

const context = require('internal/async_context');
const { validateObject } = require('internal/validators');
const { AsyncResource } = require('./resource');

const { state } = context;

/** A value of its own for each chain of callbacks and promises, as deep as they go. */
class AsyncLocalStorage {
  #enabled = false;
  #fallback;
  #name = '';

  constructor(options = {}) {
    validateObject(options, 'options');
    this.#fallback = options.defaultValue;
    if (options.name !== undefined) this.#name = `${options.name}`;
  }

  static bind(fn) {
    return AsyncResource.bind(fn);
  }

  static snapshot() {
    return AsyncResource.bind((callback, ...args) => callback(...args));
  }

  get name() {
    return this.#name;
  }

  /** Until the next `run` or `enterWith` there is no value, anywhere. */
  disable() {
    this.#enabled = false;
    // What is already running in the current frame must not find it again either.
    if (context.capture()?.has(this)) {
      const rest = new Map(context.capture());
      rest.delete(this);
      context.enter(rest);
    }
  }

  #enter(store) {
    context.activate();
    this.#enabled = true;
    return context.enter(context.extended(this, store));
  }

  enterWith(store) {
    this.#enter(store);
  }

  run(store, callback, ...args) {
    if (this.#enabled && Object.is(store, this.getStore())) return callback(...args);
    const before = this.#enter(store);
    try {
      return callback(...args);
    } finally {
      context.enter(before);
    }
  }

  exit(callback, ...args) {
    if (!this.#enabled) return callback(...args);
    this.#enabled = false;
    const before = context.enter(context.extended(this, undefined));
    try {
      return callback(...args);
    } finally {
      this.#enabled = true;
      context.enter(before);
    }
  }

  getStore() {
    if (!state.active || !this.#enabled) return this.#fallback;
    const frame = context.capture();
    return frame !== undefined && frame.has(this) ? frame.get(this) : this.#fallback;
  }
}

module.exports = { AsyncLocalStorage };
