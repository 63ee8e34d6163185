'use strict';

const { codes } = require('internal/errors');
const { validateAbortSignal, validateInteger, validateObject } = require('internal/validators');
const { Queue } = require('./queue');

const AsyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype);

const done = () => ({ value: undefined, done: true });

/** What `events.on()` returns: the events of an emitter, one argument array at a time. */
class EventIterator {
  #emitter;
  #unlisten;
  #listening = [];
  #events = new Queue();
  #waiting = new Queue();
  #error = null;
  #finished = false;
  #paused = false;
  #high;
  #low;

  constructor(emitter, event, options, { listen, unlisten, abortedBy, abortOptions }) {
    validateObject(options, 'options');
    const { signal, close } = options;
    validateAbortSignal(signal, 'options.signal');
    if (signal?.aborted) throw abortedBy(signal);
    this.#high = options.highWaterMark ?? options.highWatermark ?? Number.MAX_SAFE_INTEGER;
    validateInteger(this.#high, 'options.highWaterMark', 1);
    this.#low = options.lowWaterMark ?? options.lowWatermark ?? 1;
    validateInteger(this.#low, 'options.lowWaterMark', 1);
    this.#emitter = emitter;
    this.#unlisten = unlisten;
    const add = (name, listener) => {
      listen(emitter, name, listener, false);
      this.#listening.push([name, listener]);
    };
    add(event, (...args) => this.#onEvent(args));
    if (event !== 'error' && typeof emitter.on === 'function') add('error', (error) => this.#onError(error));
    for (const name of close ?? []) add(name, () => this.#close());
    if (signal) this.#abortBy(signal, abortedBy, abortOptions);
  }

  #abortBy(signal, abortedBy, abortOptions) {
    const onAbort = () => this.#onError(abortedBy(signal));
    signal.addEventListener('abort', onAbort, abortOptions);
    this.#listening.push([signal, onAbort]);
  }

  next() {
    if (this.#events.length > 0) {
      const value = this.#events.shift();
      if (this.#paused && this.#events.length < this.#low) {
        this.#emitter.resume();
        this.#paused = false;
      }
      return Promise.resolve({ value, done: false });
    }
    if (this.#error !== null) {
      const { error } = this.#error;
      this.#error = null;
      return Promise.reject(error);
    }
    if (this.#finished) {
      this.#close();
      return Promise.resolve(done());
    }
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  return() {
    return this.#close();
  }

  throw(error) {
    if (!error || !(error instanceof Error)) throw new codes.ERR_INVALID_ARG_TYPE('EventEmitter.AsyncIterator', 'Error', error);
    this.#onError(error);
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  /** How full it is, as Node shows it to those who ask by this name. */
  get [Symbol.for('nodejs.watermarkData')]() {
    const size = () => this.#events.length;
    const paused = () => this.#paused;
    return { low: this.#low, high: this.#high, get size() { return size(); }, get isPaused() { return paused(); } };
  }

  #onEvent(args) {
    const waiting = this.#waiting.shift();
    if (waiting !== undefined) {
      waiting.resolve({ value: args, done: false });
      return;
    }
    this.#events.push(args);
    if (!this.#paused && this.#events.length > this.#high && typeof this.#emitter.pause === 'function') {
      this.#paused = true;
      this.#emitter.pause();
    }
  }

  #onError(error) {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#error = { error };
    else waiting.reject(error);
    this.#close();
  }

  #close() {
    for (const [of, listener] of this.#listening) {
      if (typeof of === 'object') of.removeEventListener('abort', listener);
      else this.#unlisten(this.#emitter, of, listener);
    }
    this.#listening = [];
    this.#finished = true;
    for (let waiting = this.#waiting.shift(); waiting !== undefined; waiting = this.#waiting.shift()) waiting.resolve(done());
    return Promise.resolve(done());
  }
}

Object.setPrototypeOf(EventIterator.prototype, AsyncIteratorPrototype);

module.exports = { EventIterator };
