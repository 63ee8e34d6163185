'use strict';

const { codes } = require('internal/errors');
const { showList } = require('./show');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const ITERATOR = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

const PICK = {
  keys: (list, index) => list[index],
  values: (list, index) => list[index + 1],
  entries: (list, index) => [list[index], list[index + 1]],
};

// Walks a list of names and values as it is at each step, so that changes on the way are seen.
class PairIterator {
  #list;
  #kind;
  #index = 0;

  constructor(list, kind) {
    this.#list = list;
    this.#kind = kind;
  }

  next() {
    if (this === null || typeof this !== 'object' || !(#list in this)) {
      throw new codes.ERR_INVALID_THIS('URLSearchParamsIterator');
    }
    const list = this.#list();
    const index = this.#index;
    if (index >= list.length) return { value: undefined, done: true };
    this.#index = index + 2;
    return { value: PICK[this.#kind](list, index), done: false };
  }

  [INSPECT](depth, options, inspect) {
    const text = showList('URLSearchParams Iterator', depth, options, (show) => {
      const list = this.#list();
      const shown = [];
      for (let index = this.#index; index < list.length; index += 2) {
        shown.push(show(inspect, PICK[this.#kind](list, index)));
      }
      return shown;
    });
    // Node leaves the braces of an iterator that is at its end this far apart.
    return text.replace(/\{\}$/, '{  }');
  }
}

delete PairIterator.prototype.constructor;
Object.setPrototypeOf(PairIterator.prototype, ITERATOR);
Object.defineProperties(PairIterator.prototype, {
  next: { enumerable: true },
  [INSPECT]: { enumerable: false },
  [Symbol.toStringTag]: { value: 'URLSearchParams Iterator', configurable: true },
});

module.exports = { PairIterator };
