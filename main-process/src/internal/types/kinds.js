'use strict';

// The engine numbers its classes; one sample of each says which number is whose.
let kinds;

const nothing = () => {};

function samples() {
  const args = function() {
    return arguments;
  };
  const sloppyArgs = new Function('a', 'return arguments');
  function* generator() {}
  async function* asyncGenerator() {}
  const list = {
    Map: new Map(),
    Set: new Set(),
    WeakMap: new WeakMap(),
    WeakSet: new WeakSet(),
    WeakRef: new WeakRef(nothing),
    Date: new Date(0),
    RegExp: /./,
    Number: Object(0),
    String: Object(''),
    Boolean: Object(false),
    BigInt: Object(0n),
    Symbol: Object(Symbol.iterator),
    ArrayBuffer: new ArrayBuffer(0),
    DataView: new DataView(new ArrayBuffer(0)),
    Promise: Promise.resolve(),
    Error: new Error(''),
    Arguments: args(),
    MappedArguments: sloppyArgs(0),
    'Map Iterator': new Map().keys(),
    'Set Iterator': new Set().keys(),
    Generator: generator(),
    AsyncGenerator: asyncGenerator(),
    AsyncFunction: async () => {},
    GeneratorFunction: generator,
    AsyncGeneratorFunction: asyncGenerator,
    Object: {},
  };
  if (typeof SharedArrayBuffer === 'function') list.SharedArrayBuffer = new SharedArrayBuffer(0);
  return list;
}

function learn() {
  kinds = new Map();
  const list = samples();
  for (const kind of Object.keys(list)) {
    kinds.set(native.classId(list[kind]), kind === 'MappedArguments' ? 'Arguments' : kind);
  }
  return kinds;
}

/** A namespace has no prototype, cannot be extended, and its tag cannot be changed. */
function isNamespace(value) {
  if (Object.getPrototypeOf(value) !== null || Object.isExtensible(value)) return false;
  const tag = Object.getOwnPropertyDescriptor(value, Symbol.toStringTag);
  return tag !== undefined && tag.value === 'Module' && !tag.writable && !tag.configurable;
}

function askEngine(value) {
  const kind = (kinds ?? learn()).get(native.classId(value));
  if (kind !== undefined) return kind;
  if (typeof value === 'function') return 'Function';
  return !native.isProxy(value) && isNamespace(value) ? 'Module' : 'Object';
}

module.exports = {
  kindOf: native ? askEngine : require('./brands').kindOf,
  isProxy: native ? native.isProxy : () => false,
  /** `[target, handler]`, or undefined for what is no proxy. */
  proxyDetails: native ? native.proxyDetails : nothing,
  /** `[state, result]` with state 0 pending, 1 fulfilled, 2 rejected, or undefined. */
  promiseDetails: native ? native.promiseDetails : nothing,
};
