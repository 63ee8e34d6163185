'use strict';

const { codes, AbortError } = require('internal/errors');
const { validateAbortSignal, validateInteger, validateObject } = require('internal/validators');
const { AbortController, AbortSignal } = require('web/events');
const { Queue } = require('node/events/queue');

const kEmpty = Symbol('kEmpty');
const kEnd = Symbol('kEnd');

function checkFunction(name, value) {
  if (typeof value !== 'function') throw new codes.ERR_INVALID_ARG_TYPE(name, ['Function', 'AsyncFunction'], value);
}

function checkOptions(options) {
  if (options !== undefined && options !== null) validateObject(options, 'options');
  if (options?.signal !== undefined && options?.signal !== null) validateAbortSignal(options.signal, 'options.signal');
}

function throwIfAborted(options) {
  if (options?.signal?.aborted) throw new AbortError(undefined, { cause: options.signal.reason });
}

/** Calls `fn` for the values of a stream, several at a time if so asked, and gives the results in order. */
class Mapping {
  #stream;
  #fn;
  #concurrency;
  #highWaterMark;
  #signal;
  #queue = new Queue();
  #running = 0;
  #done = false;
  #wakeReader = null;
  #wakeSource = null;

  constructor(stream, fn, { concurrency, highWaterMark, signal }) {
    this.#stream = stream;
    this.#fn = fn;
    this.#concurrency = concurrency;
    this.#highWaterMark = highWaterMark;
    this.#signal = signal;
  }

  async* results() {
    this.#pull();
    try {
      for (;;) {
        while (this.#queue.length > 0) {
          const value = await this.#queue.peek();
          if (value === kEnd) return;
          if (this.#signal.aborted) throw new AbortError();
          if (value !== kEmpty) yield value;
          // It counts until somebody has taken it.
          this.#queue.shift();
          this.#maybeGoOn();
        }
        await new Promise((resolve) => {
          this.#wakeReader = resolve;
        });
      }
    } finally {
      this.#done = true;
      this.#goOn();
    }
  }

  async #pull() {
    try {
      for await (const value of this.#stream) {
        if (this.#done) return;
        if (this.#signal.aborted) throw new AbortError();
        const result = this.#call(value);
        if (result === kEmpty) continue;
        this.#put(result);
        if (!this.#done && (this.#queue.length >= this.#highWaterMark || this.#running >= this.#concurrency)) {
          await new Promise((resolve) => {
            this.#wakeSource = resolve;
          });
        }
      }
      this.#queue.push(kEnd);
    } catch (error) {
      this.#put(Promise.reject(error));
    } finally {
      this.#done = true;
      this.#rouse();
    }
  }

  #call(value) {
    try {
      const result = this.#fn(value, { signal: this.#signal });
      return result === kEmpty ? result : Promise.resolve(result);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  #put(promise) {
    this.#running++;
    promise.then(() => this.#processed(), () => {
      this.#done = true;
      this.#processed();
    });
    this.#queue.push(promise);
    this.#rouse();
  }

  #processed() {
    this.#running--;
    this.#maybeGoOn();
  }

  #maybeGoOn() {
    if (!this.#done && this.#running < this.#concurrency && this.#queue.length < this.#highWaterMark) this.#goOn();
  }

  #goOn() {
    this.#wakeSource?.();
    this.#wakeSource = null;
  }

  #rouse() {
    this.#wakeReader?.();
    this.#wakeReader = null;
  }
}

function map(fn, options) {
  checkFunction('fn', fn);
  checkOptions(options);
  const concurrency = options?.concurrency === undefined || options?.concurrency === null ? 1 : Math.floor(options.concurrency);
  const spare = options?.highWaterMark === undefined || options?.highWaterMark === null ? concurrency - 1 : Math.floor(options.highWaterMark);
  validateInteger(concurrency, 'options.concurrency', 1);
  validateInteger(spare, 'options.highWaterMark', 0);
  const signal = AbortSignal.any(options?.signal ? [options.signal] : []);
  return new Mapping(this, fn, { concurrency, highWaterMark: spare + concurrency, signal }).results();
}

function filter(fn, options) {
  checkFunction('fn', fn);
  return map.call(this, async (value, given) => await fn(value, given) ? value : kEmpty, options);
}

function flatMap(fn, options) {
  const mapped = map.call(this, fn, options);
  return (async function* () {
    for await (const values of mapped) yield* values;
  })();
}

function counted(number) {
  number = Number(number);
  if (Number.isNaN(number)) return 0;
  if (number < 0) throw new codes.ERR_OUT_OF_RANGE('number', '>= 0', number);
  return number;
}

function drop(number, options) {
  checkOptions(options);
  number = counted(number);
  const stream = this;
  return (async function* () {
    throwIfAborted(options);
    for await (const value of stream) {
      throwIfAborted(options);
      if (number-- <= 0) yield value;
    }
  })();
}

function take(number, options) {
  checkOptions(options);
  number = counted(number);
  const stream = this;
  return (async function* () {
    throwIfAborted(options);
    for await (const value of stream) {
      throwIfAborted(options);
      if (number-- > 0) yield value;
      // The next value is not asked for when it is not wanted.
      if (number <= 0) return;
    }
  })();
}

function asIndexedPairs(options) {
  checkOptions(options);
  const stream = this;
  return (async function* () {
    let index = 0;
    for await (const value of stream) {
      throwIfAborted(options);
      yield [index++, value];
    }
  })();
}

function compose(stream, options) {
  checkOptions(options);
  const { isNodeStream, isWritable } = require('./kinds');
  if (isNodeStream(stream) && !isWritable(stream)) throw new codes.ERR_INVALID_ARG_VALUE('stream', stream, 'must be writable');
  const composed = require('./compose').compose(this, stream);
  if (options?.signal) require('./add_abort_signal').addAbortSignalNoValidate(options.signal, composed);
  return composed;
}

async function forEach(fn, options) {
  checkFunction('fn', fn);
  const call = async (value, given) => {
    await fn(value, given);
    return kEmpty;
  };
  for await (const _ of map.call(this, call, options));
}

async function toArray(options) {
  checkOptions(options);
  const values = [];
  for await (const value of this) {
    throwIfAborted(options);
    values.push(value);
  }
  return values;
}

async function some(fn, options) {
  for await (const _ of filter.call(this, fn, options)) return true;
  return false;
}

async function every(fn, options) {
  checkFunction('fn', fn);
  return !(await some.call(this, async (...args) => !(await fn(...args)), options));
}

async function find(fn, options) {
  for await (const value of filter.call(this, fn, options)) return value;
  return undefined;
}

async function reduce(reducer, initialValue, options) {
  checkFunction('reducer', reducer);
  checkOptions(options);
  let started = arguments.length > 1;
  if (options?.signal?.aborted) {
    const error = new AbortError(undefined, { cause: options.signal.reason });
    this.once('error', () => {});
    await require('./finished').finishedPromise(this.destroy(error));
    throw error;
  }
  const controller = new AbortController();
  const { signal } = controller;
  if (options?.signal) require('node/events').addAbortListener(options.signal, () => controller.abort());
  let result = initialValue;
  try {
    for await (const value of this) {
      if (options?.signal?.aborted) throw new AbortError();
      result = started ? await reducer(result, value, { signal }) : value;
      started = true;
    }
  } finally {
    controller.abort();
  }
  if (started) return result;
  const error = new codes.ERR_MISSING_ARGS('reduce');
  error.message = 'Reduce of an empty stream requires an initial value';
  throw error;
}

module.exports = {
  streams: { asIndexedPairs, drop, filter, flatMap, map, take, compose },
  promises: { every, forEach, reduce, toArray, some, find },
};
