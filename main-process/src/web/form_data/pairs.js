'use strict';

// What `Headers` and `FormData` have in common: iterating over names with values, and how they word refusals.

const { codes } = require('internal/errors');

const ArrayIterator = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

const PICK = {
  keys: ([name]) => name,
  values: ([, value]) => value,
  entries: ([name, value]) => [name, value],
};

const need = (given, least, method) => {
  if (given >= least) return;
  const many = least === 1 ? 'argument' : 'arguments';
  throw new TypeError(`${method}: ${least} ${many} required, but${given > 0 ? ' only' : ''} ${given} found.`);
};

function illegal() {
  const error = new codes.ERR_INVALID_THIS('');
  error.message = 'Illegal invocation';
  return error;
}

/** The prototype of a class's iterators. Each step looks at the list as it is then. */
function iteratorPrototype(name) {
  const states = new WeakMap();
  const prototype = Object.create(ArrayIterator, {
    next: {
      configurable: true,
      enumerable: true,
      writable: true,
      value: function next() {
        const state = states.get(this);
        if (state === undefined) throw new TypeError(`'next' called on an object that does not implement interface ${name} Iterator.`);
        const list = state.list();
        if (state.index >= list.length) return { value: undefined, done: true };
        return { value: state.pick(list[state.index++]), done: false };
      },
    },
    [Symbol.toStringTag]: { configurable: true, value: `${name} Iterator` },
  });
  return (list, kind) => {
    const iterator = Object.create(prototype);
    states.set(iterator, { list, index: 0, pick: PICK[kind] });
    return iterator;
  };
}

/** Gives a class `keys`, `values`, `entries`, `forEach` and its default iterator; `listOf(instance)` is its brand check too. */
function iterable(Class, listOf) {
  const make = iteratorPrototype(Class.name);
  const methods = {
    keys() {
      listOf(this);
      return make(() => listOf(this), 'keys');
    },
    values() {
      listOf(this);
      return make(() => listOf(this), 'values');
    },
    entries() {
      listOf(this);
      return make(() => listOf(this), 'entries');
    },
    forEach(callback, thisArg = undefined) {
      listOf(this);
      need(arguments.length, 1, `${Class.name}.forEach`);
      if (typeof callback !== 'function') {
        throw new TypeError(`Failed to execute 'forEach' on '${Class.name}': parameter 1 is not of type 'Function'.`);
      }
      for (let index = 0; index < listOf(this).length; index++) {
        const [name, value] = listOf(this)[index];
        callback.call(thisArg, value, name, this);
      }
    },
  };
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(Class.prototype, name, { value, enumerable: true, configurable: true, writable: true });
  }
  Object.defineProperty(Class.prototype, Symbol.iterator, { value: methods.entries, configurable: true, writable: true });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
}

module.exports = { iterable, need, illegal };
