'use strict';

const { codes } = require('internal/errors');
const { ReaderCore, PromisedRead } = require('./readable_core');
const { invalid } = require('./writable_core');
const { isObject } = require('./convert');

const released = () => invalid('Reader released');

/** The request of one step; it is the last that gives the stream free. */
class Step extends PromisedRead {
  constructor(state) {
    super();
    this.state = state;
  }

  chunk(value) {
    this.state.ongoing = undefined;
    this.resolve({ value, done: false });
  }

  close() {
    this.state.end();
    this.resolve({ value: undefined, done: true });
  }

  error(reason) {
    this.state.end();
    this.reject(reason);
  }
}

class Iteration {
  constructor(stream, preventCancel) {
    this.reader = new ReaderCore(stream, false);
    this.preventCancel = preventCancel;
    this.finished = false;
    this.ongoing = undefined;
  }

  end() {
    this.ongoing = undefined;
    this.finished = true;
    this.reader.release(released());
  }

  next() {
    if (this.finished) return Promise.resolve({ value: undefined, done: true });
    const step = new Step(this);
    this.reader.read(step);
    return step.promise;
  }

  async return(value) {
    if (!this.finished) {
      this.finished = true;
      const { reader } = this;
      const canceled = this.preventCancel ? undefined : reader.stream.cancel(value);
      reader.release(released());
      await canceled;
    }
    return { value, done: true };
  }

  /** Steps follow each other, however many are asked for at once. */
  after(step) {
    const promise = this.ongoing === undefined ? step() : this.ongoing.then(step, step);
    this.ongoing = promise;
    return promise;
  }
}

const kIteration = Symbol('kIteration');
const AsyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype);

const iterationOf = (iterator) => {
  const state = isObject(iterator) ? iterator[kIteration] : undefined;
  if (state === undefined) throw new codes.ERR_INVALID_THIS('ReadableStreamAsyncIterator');
  return state;
};

const IteratorPrototype = Object.create(AsyncIteratorPrototype, {
  next: {
    configurable: true,
    enumerable: true,
    writable: true,
    value: function next() {
      try {
        const state = iterationOf(this);
        return state.after(() => state.next());
      } catch (error) {
        return Promise.reject(error);
      }
    },
  },
  return: {
    configurable: true,
    enumerable: true,
    writable: true,
    value: function (value) {
      try {
        const state = iterationOf(this);
        return state.after(() => state.return(value));
      } catch (error) {
        return Promise.reject(error);
      }
    },
  },
});
Object.defineProperty(IteratorPrototype.return, 'name', { value: 'return' });

function iterate(stream, preventCancel) {
  const iterator = Object.create(IteratorPrototype);
  Object.defineProperty(iterator, kIteration, { value: new Iteration(stream, preventCancel) });
  return iterator;
}

/** The iterator of anything iterable, as `for await` takes it. */
function iteratorOf(iterable) {
  if (iterable === undefined || iterable === null) throw new codes.ERR_ARG_NOT_ITERABLE(iterable);
  const method = iterable[Symbol.asyncIterator];
  if (method !== undefined && method !== null) return { iterator: requireObject(call(method, iterable)), sync: false };
  return { iterator: requireObject(call(iterable[Symbol.iterator], iterable)), sync: true };
}

function call(method, iterable) {
  if (typeof method !== 'function') throw new codes.ERR_ARG_NOT_ITERABLE(iterable);
  return method.call(iterable);
}

function requireObject(iterator) {
  if (!isObject(iterator)) throw new codes.ERR_INVALID_STATE.TypeError('The iterator method must return an object');
  return iterator;
}

/** A source that reads an iterable, one item for each pull. */
function sourceOfIterable(iterable, controllerOf) {
  const { iterator, sync } = iteratorOf(iterable);
  const { next } = iterator;
  return {
    __proto__: null,
    async pull() {
      const result = sync ? next.call(iterator) : await next.call(iterator);
      if (!isObject(result)) throw new codes.ERR_INVALID_STATE.TypeError('The promise returned by the iterator.next() method must fulfill with an object');
      if (result.done) controllerOf().close();
      else controllerOf().enqueue(sync ? await result.value : result.value);
    },
    async cancel(reason) {
      const method = iterator.return;
      if (method === undefined || method === null) return;
      const result = await method.call(iterator, reason);
      if (!isObject(result)) throw new codes.ERR_INVALID_STATE.TypeError('The promise returned by the iterator.return() method must fulfill with an object');
    },
  };
}

module.exports = { iterate, sourceOfIterable };
