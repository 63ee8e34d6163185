'use strict';

const { iterable, need, illegal } = require('web/form_data/pairs');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const WIDE = /[^\0-\xff]/;
const BAD_VALUE = /[\0\r\n]/;

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

/** Text of bytes, as HTTP has it. */
function byteString(value) {
  const text = `${value}`;
  const index = text.search(WIDE);
  if (index === -1) return text;
  throw new TypeError(
    `Cannot convert argument to a ByteString because the character at index ${index} has a value of ` +
    `${text.charCodeAt(index)} which is greater than 255.`,
  );
}

const normalized = (value) => value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');

function checkName(name, method) {
  if (!NAME.test(name)) throw new TypeError(`${method}: ${JSON.stringify(name)} is an invalid header name.`);
}

function checkValue(value, method) {
  if (BAD_VALUE.test(value)) throw new TypeError(`${method}: "${value}" is an invalid header value.`);
}

/** Names with their values, in the order in which the names came. */
class HeaderList {
  // The name in lower case to the name as it was first given, and its values.
  #map = new Map();
  #sorted = undefined;

  append(name, value) {
    this.#sorted = undefined;
    const key = name.toLowerCase();
    const known = this.#map.get(key);
    if (known === undefined) this.#map.set(key, { name, values: [value] });
    else known.values.push(value);
  }

  set(name, value) {
    this.#sorted = undefined;
    const key = name.toLowerCase();
    const known = this.#map.get(key);
    if (known === undefined) this.#map.set(key, { name, values: [value] });
    else known.values = [value];
  }

  delete(name) {
    this.#sorted = undefined;
    this.#map.delete(name.toLowerCase());
  }

  clear() {
    this.#sorted = undefined;
    this.#map.clear();
  }

  has(name) {
    return this.#map.has(name.toLowerCase());
  }

  valuesOf(name) {
    return this.#map.get(name.toLowerCase())?.values ?? [];
  }

  get(name) {
    const known = this.#map.get(name.toLowerCase());
    return known === undefined ? null : known.values.join(', ');
  }

  /** As they would be sent: names as given, every value for itself. */
  raw() {
    const list = [];
    for (const { name, values } of this.#map.values()) for (const value of values) list.push([name, value]);
    return list;
  }

  /** As applications see them: sorted, in lower case, joined, but for cookies. */
  sorted() {
    this.#sorted ??= [...this.#map.keys()].sort().flatMap((key) => {
      const { values } = this.#map.get(key);
      return key === 'set-cookie' ? values.map((value) => [key, value]) : [[key, values.join(', ')]];
    });
    return this.#sorted;
  }

  copyFrom(list) {
    for (const [name, value] of list.raw()) this.append(name, value);
  }
}

let stateOf;
let adopt;

class Headers {
  #list = new HeaderList();
  #guard = 'none';

  static {
    stateOf = (value) => {
      if (!isObject(value) || !(#list in value)) throw illegal();
      return { list: value.#list, guard: value.#guard };
    };
    adopt = (list, guard) => {
      const headers = new Headers();
      headers.#list = list;
      headers.#guard = guard;
      return headers;
    };
  }

  constructor(init = undefined) {
    if (init !== undefined) fill(this, init);
  }

  append(name, value) {
    const state = stateOf(this);
    need(arguments.length, 2, 'Headers.append');
    append(state, byteString(name), byteString(value));
  }

  delete(name) {
    const { list, guard } = stateOf(this);
    need(arguments.length, 1, 'Headers.delete');
    const key = byteString(name);
    checkName(key, 'Headers.delete');
    requireMutable(guard);
    list.delete(key);
  }

  get(name) {
    const { list } = stateOf(this);
    need(arguments.length, 1, 'Headers.get');
    const key = byteString(name);
    checkName(key, 'Headers.get');
    return list.get(key);
  }

  has(name) {
    const { list } = stateOf(this);
    need(arguments.length, 1, 'Headers.has');
    const key = byteString(name);
    checkName(key, 'Headers.has');
    return list.has(key);
  }

  set(name, value) {
    const { list, guard } = stateOf(this);
    need(arguments.length, 2, 'Headers.set');
    const key = byteString(name);
    const text = normalized(byteString(value));
    checkName(key, 'Headers.set');
    checkValue(text, 'Headers.set');
    requireMutable(guard);
    list.set(key, text);
  }

  getSetCookie() {
    return [...stateOf(this).list.valuesOf('set-cookie')];
  }

  [INSPECT](depth, options, inspect) {
    const shown = {};
    const { list } = stateOf(this);
    for (const [name] of list.raw()) shown[name] = list.get(name);
    return depth < 0 ? '[Headers]' : `Headers ${inspect(shown, options)}`;
  }
}

/** Headers of a response that came from elsewhere are not to be changed. */
function requireMutable(guard) {
  if (guard === 'immutable') throw new TypeError('immutable');
}

function append({ list, guard }, name, value) {
  const text = normalized(value);
  checkName(name, 'Headers.append');
  checkValue(text, 'Headers.append');
  requireMutable(guard);
  list.append(name, text);
}

function pairOf(item, index) {
  if (!isObject(item) || typeof item[Symbol.iterator] !== 'function') {
    throw new TypeError(`Headers contructor: init[${index}] (${String(item)}) is not iterable.`);
  }
  const pair = [...item].map(byteString);
  if (pair.length !== 2) throw new TypeError(`Headers constructor: expected name/value pair to be length 2, found ${pair.length}.`);
  return pair;
}

/** Adds what a constructor was given: pairs, or an object's own properties. */
function fill(headers, init) {
  if (!isObject(init)) {
    throw new TypeError(
      'Headers constructor: Argument 1 could not be converted to one of: sequence<sequence<ByteString>>, ' +
      'record<ByteString, ByteString>.',
    );
  }
  const state = stateOf(headers);
  if (typeof init[Symbol.iterator] === 'function') {
    for (const [name, value] of [...init].map(pairOf)) append(state, name, value);
    return;
  }
  const pairs = [];
  for (const key of Reflect.ownKeys(init)) {
    if (!Object.getOwnPropertyDescriptor(init, key)?.enumerable) continue;
    pairs.push([byteString(key), byteString(init[key])]);
  }
  for (const [name, value] of pairs) append(state, name, value);
}

for (const name of ['append', 'delete', 'get', 'has', 'set', 'getSetCookie']) {
  Object.defineProperty(Headers.prototype, name, { enumerable: true });
}
Object.defineProperty(Headers.prototype, INSPECT, { enumerable: false });
iterable(Headers, (headers) => stateOf(headers).list.sorted());

module.exports = {
  Headers,
  HeaderList,
  fill,
  /** Headers over a list of fetch's own; the guard is `request`, `response`, `immutable` or `none`. */
  headersOf: (list, guard) => adopt(list, guard),
  listOf: (headers) => stateOf(headers).list,
};
