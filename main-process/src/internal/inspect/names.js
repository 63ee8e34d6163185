'use strict';

const { kindOf, typedArrayName } = require('internal/types');

const BUILT_IN = new Set([
  'AggregateError', 'Array', 'ArrayBuffer', 'Atomics', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean',
  'DataView', 'Date', 'Error', 'EvalError', 'FinalizationRegistry', 'Float16Array', 'Float32Array', 'Float64Array',
  'Function', 'Int16Array', 'Int32Array', 'Int8Array', 'Intl', 'Iterator', 'JSON', 'Map', 'Math', 'Number', 'Object',
  'Promise', 'Proxy', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'SyntaxError',
  'TypeError', 'URIError', 'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakRef',
  'WeakSet',
]);

function isInstance(value, constructor) {
  try {
    return value instanceof constructor;
  } catch {
    return false;
  }
}

/** What the engine itself calls the class of an object without a usable constructor. */
function engineName(value) {
  const kind = kindOf(value);
  if (kind !== 'Object') return kind;
  if (Array.isArray(value)) return 'Array';
  if (typedArrayName(value) !== undefined) return typedArrayName(value);
  const tag = Object.getOwnPropertyDescriptor(value, Symbol.toStringTag);
  return tag?.enumerable && typeof tag.value === 'string' && tag.value !== '' ? tag.value : 'Object';
}

// Known by heart, so that programs that tamper with these are shown as they are.
const PROTOTYPES = new Map([Array, ArrayBuffer, Date, Error, Function, Map, Object, Promise, RegExp, Set]
  .map((constructor) => [constructor.prototype, constructor]));

function constructorOn(object) {
  const known = PROTOTYPES.get(object);
  if (known !== undefined) return known;
  const descriptor = Object.getOwnPropertyDescriptor(object, 'constructor');
  const value = descriptor?.value;
  return typeof value === 'function' && value.name !== '' ? value : undefined;
}

/**
 * The name of the class of an object: null if it has no prototype. `onPrototype` is told where on the chain the class
 * was found, for those who list what else is on the way.
 */
function getConstructorName(object, context, recurseTimes, onPrototype) {
  let first;
  let at = object;
  while (at) {
    const constructor = constructorOn(at);
    if (constructor !== undefined && isInstance(object, constructor)) {
      if (onPrototype !== undefined && (first !== at || !BUILT_IN.has(constructor.name))) {
        onPrototype(object, first || object);
      }
      return String(constructor.name);
    }
    at = Object.getPrototypeOf(at);
    if (first === undefined) first = at;
  }
  if (first === null) return null;
  const name = engineName(object);
  if (recurseTimes > context.depth && context.depth !== null) return `${name} <Complex prototype>`;
  const inherited = getConstructorName(first, context, recurseTimes + 1, onPrototype);
  if (inherited === null) {
    const { inspect } = require('internal/inspect');
    return `${name} <${inspect(first, { ...context, customInspect: false, depth: -1 })}>`;
  }
  return `${name} <${inherited}>`;
}

/** `Foo(3) [Tag] `, or how an object without prototype is marked. */
function getPrefix(constructor, tag, fallback, size = '') {
  if (constructor === null) {
    const start = `[${fallback}${size}: null prototype] `;
    return tag !== '' && fallback !== tag ? `${start}[${tag}] ` : start;
  }
  return tag !== '' && constructor !== tag ? `${constructor}${size} [${tag}] ` : `${constructor}${size} `;
}

module.exports = { BUILT_IN, engineName, getConstructorName, getPrefix };
