'use strict';

// The codec itself is native. What it needs from the engine's own objects comes from here, through intrinsics that were
// taken before any application code ran.

const uncurry = (method) => Function.prototype.call.bind(method);
const getter = (prototype, name) => uncurry(Object.getOwnPropertyDescriptor(prototype, name).get);

const dateOf = uncurry(Date.prototype.getTime);
const mapEach = uncurry(Map.prototype.forEach);
const setEach = uncurry(Set.prototype.forEach);
const mapSet = uncurry(Map.prototype.set);
const setAdd = uncurry(Set.prototype.add);
const sourceOf = getter(RegExp.prototype, 'source');
const flagsOf = getter(RegExp.prototype, 'flags');
const primitives = [Boolean, Number, String, BigInt].map((constructor) => uncurry(constructor.prototype.valueOf));
const bigintText = uncurry(BigInt.prototype.toString);

const TypedArray = Object.getPrototypeOf(Uint8Array);
const view = {
  name: getter(TypedArray.prototype, Symbol.toStringTag),
  offset: getter(TypedArray.prototype, 'byteOffset'),
  length: getter(TypedArray.prototype, 'length'),
  buffer: getter(TypedArray.prototype, 'buffer'),
};
const data = {
  offset: getter(DataView.prototype, 'byteOffset'),
  length: getter(DataView.prototype, 'byteLength'),
  buffer: getter(DataView.prototype, 'buffer'),
};

function attempt(read, value) {
  try {
    return { value: read(value) };
  } catch {
    return undefined;
  }
}

/** A view as [name, offset, length, buffer]; undefined for what is none. */
function viewOf(object) {
  const name = view.name(object);
  if (name !== undefined) return [name, view.offset(object), view.length(object), view.buffer(object)];
  if (attempt(data.buffer, object) === undefined) return undefined;
  return ['DataView', data.offset(object), data.length(object), data.buffer(object)];
}

function entriesOf(map) {
  const entries = [];
  mapEach(map, (value, key) => entries.push(key, value));
  return entries;
}

function valuesOf(set) {
  const values = [];
  setEach(set, (value) => values.push(value));
  return values;
}

const textOf = (value) => (value === undefined ? undefined : String(value));

function errorOf(error) {
  const message = Object.getOwnPropertyDescriptor(error, 'message');
  const text = message !== undefined && 'value' in message ? textOf(message.value) : undefined;
  const stack = typeof error.stack === 'string' ? error.stack : undefined;
  const hasCause = Object.hasOwn(error, 'cause');
  return ['error', String(error.name), text, stack, hasCause, hasCause ? error.cause : undefined];
}

function boxedOf(object) {
  for (const read of primitives) {
    const found = attempt(read, object);
    if (found !== undefined) return ['boxed', found.value];
  }
  return undefined;
}

const READERS = [
  (object) => ['date', dateOf(object)],
  (object) => ['map', entriesOf(object)],
  (object) => ['set', valuesOf(object)],
  (object) => {
    // The getters also answer on RegExp.prototype, which is no RegExp.
    if (object === RegExp.prototype) throw new TypeError('not a RegExp');
    return ['regexp', sourceOf(object), flagsOf(object)];
  },
];

/** What an object that is neither plain nor an array is, as data; undefined for what cannot be cloned. */
function describe(object, isError) {
  if (isError) return errorOf(object);
  const found = attempt(viewOf, object)?.value;
  if (found !== undefined) return ['view', ...found];
  for (const read of READERS) {
    const known = attempt(read, object);
    if (known !== undefined) return known.value;
  }
  return boxedOf(object);
}

const CONSTRUCTORS = {
  Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError,
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array,
  Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView, Float16Array: globalThis.Float16Array,
};

function makeError(kind, message, stack) {
  const error = new CONSTRUCTORS[kind]();
  const define = (name, value) => Object.defineProperty(error, name, { value, writable: true, configurable: true });
  if (message !== undefined) define('message', message);
  if (stack !== undefined) define('stack', stack);
  return error;
}

const { formOf, makeHost, plainOf } = require('./hosts');

const kit = {
  // A sample of what cannot be told otherwise, and the prototype of what is no instance of a class.
  shared: new SharedArrayBuffer(1),
  base: Object.prototype,
  describe,
  formOf,
  makeHost,
  plainOf,
  bigint: (value) => bigintText(value < 0n ? -value : value, 16),
  isNegative: (value) => value < 0n,
  makeBigint: (negative, hex) => (negative ? -BigInt(`0x${hex}`) : BigInt(`0x${hex}`)),
  makeDate: (time) => new Date(time),
  makeRegexp: (source, flags) => new RegExp(source, flags),
  makeMap: () => new Map(),
  makeSet: () => new Set(),
  makeBoxed: (value) => Object(value),
  makeView: (name, buffer, offset, length) => new CONSTRUCTORS[name](buffer, offset, length),
  makeError,
  setCause: (error, value) => Object.defineProperty(error, 'cause', { value, writable: true, configurable: true }),
  mapSet,
  setAdd,
};
native.setKit(kit);

module.exports = { encode: native.encode, decode: native.decode, copy: native.copy, detach: native.detach };
