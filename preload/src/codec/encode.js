'use strict';

const { Output } = require('./bytes');
const { putText } = require('./text');
const { VERSION, MAX_DEPTH, MAX_MESSAGE, TAG, ERRORS, VIEW_NAMES, WIDTHS } = require('./kinds');

const { toString, hasOwnProperty } = Object.prototype;
const functionText = Function.prototype.toString;
const viewName = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

class Encoder {
  out = new Output();
  #ids = new Map();
  #depth = 0;

  /** @param {unknown} value */
  value(value) {
    switch (typeof value) {
      case 'undefined': return this.out.u8(TAG.undefined);
      case 'boolean': return this.out.u8(value ? TAG.true : TAG.false);
      case 'number': return this.#number(value);
      case 'bigint': return this.#bigint(value);
      case 'string': return this.#string(value);
      case 'object': return value === null ? this.out.u8(TAG.null) : this.#object(value);
      default: return refuse();
    }
  }

  #string(text) {
    if (this.out.length + text.length > MAX_MESSAGE) tooLarge();
    putText(this.out, text);
  }

  #number(value) {
    const int = value | 0;
    if (!Object.is(int, value)) {
      this.out.u8(TAG.number);
      return this.out.f64(value);
    }
    this.out.u8(TAG.int);
    this.out.varint(((int << 1) ^ (int >> 31)) >>> 0);
  }

  #bigint(value) {
    const digits = (value < 0n ? -value : value).toString(16);
    const bytes = value === 0n ? new Uint8Array() : new Uint8Array((digits.length + 1) >> 1);
    for (let at = 0, end = digits.length; at < bytes.length; at++, end -= 2) {
      bytes[at] = parseInt(digits.slice(Math.max(0, end - 2), end), 16);
    }
    this.out.u8(TAG.bigint);
    this.out.u8(value < 0n ? 1 : 0);
    this.out.sized(bytes);
  }

  /** @param {object} value */
  #object(value) {
    const id = this.#ids.get(value);
    if (id !== undefined) {
      this.out.u8(TAG.reference);
      return this.out.varint(id);
    }
    if (this.#depth >= MAX_DEPTH) throw new Error(`An object could not be cloned: it nests deeper than ${MAX_DEPTH} levels`);
    if (this.out.length > MAX_MESSAGE) tooLarge();
    this.#ids.set(value, this.#ids.size);
    this.#depth++;
    this.#body(value);
    this.#depth--;
  }

  #body(value) {
    const prototype = Object.getPrototypeOf(value);
    if (Array.isArray(value)) return this.#array(value);
    if (prototype === Object.prototype || prototype === null) return this.#plain(value);
    if (ArrayBuffer.isView(value)) return this.#view(value);
    const write = BY_KIND[toString.call(value)];
    // A toString tag proves nothing: what lacks the real thing's insides is an object like others.
    if (write !== undefined && write(this, value)) return;
    if (isHost(value)) refuse();
    this.#plain(value);
  }

  #plain(value) {
    this.out.u8(TAG.object);
    this.fields(value, Object.keys(value));
  }

  fields(value, keys) {
    for (const key of keys) {
      // A getter may have deleted it meanwhile.
      if (!hasOwnProperty.call(value, key)) continue;
      const field = value[key];
      this.#string(key);
      this.value(field);
    }
    this.out.u8(TAG.end);
  }

  #array(value) {
    const { length } = value;
    const keys = Object.keys(value);
    const indices = countIndices(keys, length);
    if (indices < keys.length || indices < length / 2) {
      this.out.u8(TAG.sparse);
      this.out.varint(length);
      return this.fields(value, keys);
    }
    this.out.u8(TAG.array);
    this.out.varint(length);
    for (let at = 0; at < length; at++) {
      if (indices === length || hasOwnProperty.call(value, at)) this.value(value[at]);
      else this.out.u8(TAG.hole);
    }
  }

  #view(value) {
    const name = viewName.call(value) ?? 'DataView';
    const kind = VIEW_NAMES.indexOf(name);
    if (kind < 0) refuse();
    this.out.u8(TAG.view);
    this.out.u8(kind);
    this.out.varint(value.byteOffset);
    this.out.varint(value.byteLength / WIDTHS[kind]);
    if (toString.call(value.buffer) !== '[object ArrayBuffer]') refuse();
    this.#object(value.buffer);
  }

  error(value) {
    const kind = ERRORS.findIndex((constructor) => constructor.name === value.name);
    const { message, stack } = value;
    const hasMessage = message !== undefined && (hasOwnProperty.call(value, 'message') || String(message) !== '');
    const hasStack = typeof stack === 'string';
    const hasCause = hasOwnProperty.call(value, 'cause');
    this.out.u8(TAG.error);
    this.out.u8(Math.max(kind, 0));
    this.out.u8((hasMessage ? 1 : 0) | (hasStack ? 2 : 0) | (hasCause ? 4 : 0));
    if (hasMessage) this.#string(String(message));
    if (hasStack) this.#string(stack);
    if (hasCause) this.value(value.cause);
  }

  buffer(bytes) {
    if (this.out.length + bytes.length > MAX_MESSAGE) tooLarge();
    this.out.u8(TAG.buffer);
    this.out.sized(bytes);
  }
}

/** Writes a built-in if `value` is one by its insides; the reading call throws before anything is written. */
function branded(read, write) {
  return (encoder, value) => {
    let inside;
    try {
      inside = read(value);
    } catch {
      return false;
    }
    write(encoder, inside, value);
    return true;
  };
}

const boxed = (read) => branded(read, (encoder, inside) => {
  encoder.out.u8(TAG.boxed);
  encoder.value(inside);
});
const regexpSource = Object.getOwnPropertyDescriptor(RegExp.prototype, 'source').get;
const mapSize = Object.getOwnPropertyDescriptor(Map.prototype, 'size').get;
const setSize = Object.getOwnPropertyDescriptor(Set.prototype, 'size').get;
const bufferSize = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get;

const BY_KIND = {
  __proto__: null,
  '[object Boolean]': boxed((value) => Boolean.prototype.valueOf.call(value)),
  '[object Number]': boxed((value) => Number.prototype.valueOf.call(value)),
  '[object String]': boxed((value) => String.prototype.valueOf.call(value)),
  '[object BigInt]': boxed((value) => BigInt.prototype.valueOf.call(value)),
  '[object Date]': branded((value) => Date.prototype.getTime.call(value), (encoder, time) => {
    encoder.out.u8(TAG.date);
    encoder.out.f64(time);
  }),
  '[object RegExp]': branded((value) => regexpSource.call(value), (encoder, source, value) => {
    encoder.out.u8(TAG.regexp);
    putText(encoder.out, source);
    putText(encoder.out, value.flags);
  }),
  '[object Map]': branded((value) => (mapSize.call(value), [...Map.prototype.entries.call(value)]), (encoder, entries) => {
    encoder.out.u8(TAG.map);
    encoder.out.varint(entries.length);
    for (const [key, value] of entries) {
      encoder.value(key);
      encoder.value(value);
    }
  }),
  '[object Set]': branded((value) => (setSize.call(value), [...Set.prototype.values.call(value)]), (encoder, values) => {
    encoder.out.u8(TAG.set);
    encoder.out.varint(values.length);
    for (const value of values) encoder.value(value);
  }),
  '[object ArrayBuffer]': branded((value) => bufferSize.call(value), (encoder, _, value) => {
    encoder.buffer(new Uint8Array(value));
  }),
  '[object Error]': (encoder, value) => (encoder.error(value), true),
  '[object DOMException]': (encoder, value) => (encoder.error(value), true),
};

/** How many of `keys`, which begin with the indices in their order, are indices. */
function countIndices(keys, length) {
  if (keys.length === length && (length === 0 || keys[length - 1] === String(length - 1))) return length;
  const named = keys.findIndex((key) => String(key >>> 0) !== key || key >>> 0 >= length);
  return named < 0 ? keys.length : named;
}

/** Whether the platform made `value` (a node, a promise, a blob, a weak map …) or what it inherits from. */
function isHost(value) {
  let prototype = Object.getPrototypeOf(value);
  for (let next; prototype !== null; prototype = next) {
    next = Object.getPrototypeOf(prototype);
    if (next === null) return false;
    const { value: made } = Object.getOwnPropertyDescriptor(prototype, 'constructor') ?? {};
    if (typeof made !== 'function' || /\{\s*\[native code\]\s*\}\s*$/.test(functionText.call(made))) return true;
  }
  return false;
}

function refuse() {
  throw new Error('An object could not be cloned.');
}

function tooLarge() {
  throw new RangeError(`A message may have ${MAX_MESSAGE} bytes at most`);
}

/** The bytes of one value, as its structured clone. @param {unknown} value @returns {Uint8Array} */
function encode(value) {
  const encoder = new Encoder();
  encoder.out.u8(VERSION);
  encoder.value(value);
  if (encoder.out.length > MAX_MESSAGE) tooLarge();
  return encoder.out.done();
}

module.exports = { encode };
