'use strict';

// Tells kinds apart by what only the real thing can do: read its own internal slots. Used where no engine is asked.

const getter = (object, name) => Object.getOwnPropertyDescriptor(object, name).get;

const attempt = (method, ...args) => (value) => {
  try {
    method.apply(value, args);
    return true;
  } catch {
    return false;
  }
};

const plainTag = Object.prototype.toString;
const says = (tag) => (value) => plainTag.call(value) === `[object ${tag}]`;

const source = attempt(getter(RegExp.prototype, 'source'));

const checks = {
  Map: attempt(getter(Map.prototype, 'size')),
  Set: attempt(getter(Set.prototype, 'size')),
  WeakMap: attempt(WeakMap.prototype.has, {}),
  WeakSet: attempt(WeakSet.prototype.has, {}),
  WeakRef: attempt(WeakRef.prototype.deref),
  Date: attempt(Date.prototype.getTime),
  RegExp: (value) => value !== RegExp.prototype && source(value),
  Number: attempt(Number.prototype.valueOf),
  String: attempt(String.prototype.valueOf),
  Boolean: attempt(Boolean.prototype.valueOf),
  BigInt: attempt(BigInt.prototype.valueOf),
  Symbol: attempt(Symbol.prototype.valueOf),
  ArrayBuffer: attempt(getter(ArrayBuffer.prototype, 'byteLength')),
  DataView: attempt(getter(DataView.prototype, 'buffer')),
  Promise: (value) => says('Promise')(value) && value instanceof Promise,
  Error: (value) => Error.isError?.(value) ?? says('Error')(value),
  Arguments: says('Arguments'),
  'Map Iterator': says('Map Iterator'),
  'Set Iterator': says('Set Iterator'),
  Generator: says('Generator'),
  AsyncGenerator: says('AsyncGenerator'),
  Module: (value) => says('Module')(value) && Object.getPrototypeOf(value) === null,
};
if (typeof SharedArrayBuffer === 'function') {
  checks.SharedArrayBuffer = attempt(getter(SharedArrayBuffer.prototype, 'byteLength'));
}

const functionTags = {
  AsyncFunction: 'AsyncFunction',
  GeneratorFunction: 'GeneratorFunction',
  AsyncGeneratorFunction: 'AsyncGeneratorFunction',
};

/** The kind of an object or function: a key of `checks`, one of the function kinds, or `Object`. */
function kindOf(value) {
  const tag = plainTag.call(value).slice(8, -1);
  if (typeof value === 'function') return functionTags[tag] ?? 'Function';
  if (Object.hasOwn(checks, tag) && checks[tag](value)) return tag;
  if (typeof value[Symbol.toStringTag] !== 'string') return 'Object';
  return Object.keys(checks).find((kind) => checks[kind](value)) ?? 'Object';
}

module.exports = { kindOf };
