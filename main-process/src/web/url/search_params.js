'use strict';

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');
const { PairIterator } = require('./pair_iterator');
const { showList } = require('./show');
const { text } = require('./text');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

const pairsOf = (iterable) => {
  const list = [];
  for (const pair of iterable) {
    const items = isObject(pair) && typeof pair[Symbol.iterator] === 'function' ? [...pair] : [];
    if (items.length !== 2) throw new codes.ERR_INVALID_TUPLE('Each query pair', '[name, value]');
    list.push(text(items[0]), text(items[1]));
  }
  return list;
};

const entriesOf = (record) => {
  const values = new Map();
  for (const key of Reflect.ownKeys(record)) {
    if (!Object.getOwnPropertyDescriptor(record, key)?.enumerable) continue;
    values.set(text(key), text(record[key]));
  }
  return [...values].flat();
};

const needArguments = (given, ...names) => {
  if (given < names.length) throw new codes.ERR_MISSING_ARGS(...names);
};

let attach;
let refill;

class URLSearchParams {
  // Names and values in turn.
  #list = [];
  // What the URL that this belongs to is told of a change.
  #onChange = null;

  static {
    attach = (params, onChange) => {
      params.#onChange = onChange;
    };
    refill = (params, query) => {
      params.#list = native.parseQuery(query);
    };
  }

  constructor(init = undefined) {
    if (init === undefined || init === null) return;
    if (!isObject(init)) {
      const query = text(init);
      this.#list = native.parseQuery(query.startsWith('?') ? query.slice(1) : query);
      return;
    }
    const method = init[Symbol.iterator];
    if (#list in init && method === this[Symbol.iterator]) {
      this.#list = init.#list.slice();
    } else if (method === undefined || method === null) {
      this.#list = entriesOf(init);
    } else {
      if (typeof method !== 'function') throw new codes.ERR_ARG_NOT_ITERABLE('Query pairs');
      this.#list = pairsOf(init);
    }
  }

  static #check(value) {
    if (!isObject(value) || !(#list in value)) throw new codes.ERR_INVALID_THIS('URLSearchParams');
  }

  #changed() {
    this.#onChange?.(native.serializeQuery(this.#list));
  }

  get size() {
    URLSearchParams.#check(this);
    return this.#list.length / 2;
  }

  append(name, value) {
    URLSearchParams.#check(this);
    needArguments(arguments.length, 'name', 'value');
    this.#list.push(text(name), text(value));
    this.#changed();
  }

  delete(name, value = undefined) {
    URLSearchParams.#check(this);
    needArguments(arguments.length, 'name');
    const [key, wanted] = [text(name), value === undefined ? undefined : text(value)];
    this.#keep((other, its) => other !== key || (wanted !== undefined && its !== wanted));
    this.#changed();
  }

  #keep(wanted) {
    const kept = [];
    for (let index = 0; index < this.#list.length; index += 2) {
      const [name, value] = [this.#list[index], this.#list[index + 1]];
      if (wanted(name, value)) kept.push(name, value);
    }
    this.#list = kept;
  }

  #indexOf(name) {
    for (let index = 0; index < this.#list.length; index += 2) if (this.#list[index] === name) return index;
    return -1;
  }

  get(name) {
    URLSearchParams.#check(this);
    needArguments(arguments.length, 'name');
    const index = this.#indexOf(text(name));
    return index < 0 ? null : this.#list[index + 1];
  }

  getAll(name) {
    URLSearchParams.#check(this);
    needArguments(arguments.length, 'name');
    const key = text(name);
    return this.#list.filter((_, index) => index % 2 === 1 && this.#list[index - 1] === key);
  }

  has(name, value = undefined) {
    URLSearchParams.#check(this);
    needArguments(arguments.length, 'name');
    const key = text(name);
    return value === undefined ? this.#indexOf(key) >= 0 : this.getAll(key).includes(text(value));
  }

  set(name, value) {
    URLSearchParams.#check(this);
    needArguments(arguments.length, 'name', 'value');
    const [key, wanted] = [text(name), text(value)];
    const index = this.#indexOf(key);
    if (index < 0) {
      this.#list.push(key, wanted);
    } else {
      this.#list[index + 1] = wanted;
      let first = true;
      this.#keep((other) => other !== key || (first && !(first = false)));
    }
    this.#changed();
  }

  sort() {
    URLSearchParams.#check(this);
    const pairs = [];
    for (let index = 0; index < this.#list.length; index += 2) pairs.push([this.#list[index], this.#list[index + 1]]);
    pairs.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
    this.#list = pairs.flat();
    this.#changed();
  }

  forEach(callback, thisArg = undefined) {
    URLSearchParams.#check(this);
    validateFunction(callback, 'callback');
    for (let index = 0; index < this.#list.length; index += 2) {
      callback.call(thisArg, this.#list[index + 1], this.#list[index], this);
    }
  }

  entries() {
    URLSearchParams.#check(this);
    return new PairIterator(() => this.#list, 'entries');
  }

  keys() {
    URLSearchParams.#check(this);
    return new PairIterator(() => this.#list, 'keys');
  }

  values() {
    URLSearchParams.#check(this);
    return new PairIterator(() => this.#list, 'values');
  }

  toString() {
    URLSearchParams.#check(this);
    return native.serializeQuery(this.#list);
  }

  [INSPECT](depth, options, inspect) {
    URLSearchParams.#check(this);
    return showList(this.constructor.name, depth, options, (show) => {
      const shown = [];
      for (let index = 0; index < this.#list.length; index += 2) {
        shown.push(`${show(inspect, this.#list[index])} => ${show(inspect, this.#list[index + 1])}`);
      }
      return shown;
    });
  }
}

const { prototype } = URLSearchParams;
for (const name of Object.getOwnPropertyNames(prototype)) {
  if (name !== 'constructor') Object.defineProperty(prototype, name, { enumerable: true });
}
Object.defineProperties(prototype, {
  [INSPECT]: { enumerable: false },
  [Symbol.iterator]: { value: prototype.entries, writable: true, configurable: true },
  [Symbol.toStringTag]: { value: 'URLSearchParams', configurable: true },
});

module.exports = { URLSearchParams, attach, refill };
