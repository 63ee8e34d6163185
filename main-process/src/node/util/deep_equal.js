'use strict';

const { isError, kindOf, typedArrayName } = require('internal/types');
const { getExtraKeys } = require('internal/inspect/property');

const LOOSE = 0;
const STRICT = 1;
// Strict, but the first value may have more than the second asks for.
const PARTIAL = 2;

const enumerable = Object.prototype.propertyIsEnumerable;
const tagOf = (value) => Object.prototype.toString.call(value);
const isObject = (value) => typeof value === 'object' && value !== null;
const bothNaN = (a, b) => Number.isNaN(a) && Number.isNaN(b);

function compare(a, b, mode, seen) {
  if (a === b) return mode === LOOSE || a !== 0 || Object.is(a, b);
  if (mode === LOOSE) {
    if (!isObject(a)) return !isObject(b) && looselySame(a, b);
    if (!isObject(b)) return false;
  } else {
    if (typeof a !== 'object') return typeof a === 'number' && bothNaN(a, b);
    if (!isObject(a) || !isObject(b)) return false;
    if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  }
  return tagOf(a) === tagOf(b) && compareObjects(a, b, mode, seen);
}

function looselySame(a, b) {
  // A function is no object here, and equals itself alone.
  return a == b || bothNaN(a, b); // eslint-disable-line eqeqeq
}

const keysOf = (value, mode) => {
  const keys = getExtraKeys(value, false);
  return mode === LOOSE ? keys.filter((key) => typeof key === 'string') : keys;
};

function compareObjects(a, b, mode, seen) {
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || (mode === PARTIAL ? a.length < b.length : a.length !== b.length)) return false;
    return compareKeys(a, b, mode, seen, compareElements, keysOf(a, mode), keysOf(b, mode));
  }
  if (ArrayBuffer.isView(a)) {
    if (!sameViews(a, b, mode)) return false;
    return compareKeys(a, b, mode, seen, undefined, keysOf(a, mode), keysOf(b, mode));
  }
  const kind = kindOf(a);
  const other = kindOf(b);
  if (kind === 'Error' || isError(a)) {
    if (!isError(b) || !sameErrors(a, b, mode, seen)) return false;
  } else if (kind !== other || Array.isArray(b) || ArrayBuffer.isView(b) || isError(b)) {
    return false;
  } else if (Object.hasOwn(SAME, kind) && !SAME[kind](a, b, mode)) {
    return false;
  }
  return compareKeys(a, b, mode, seen, ENTRIES[kind]);
}

const sameValueOf = (prototype) => (a, b) => Object.is(prototype.valueOf.call(a), prototype.valueOf.call(b));
const sameBuffers = (a, b) => sameBytes(new Uint8Array(a), new Uint8Array(b));
const sameSize = (a, b, mode) => (mode === PARTIAL ? a.size >= b.size : a.size === b.size);

const SAME = {
  Date: (a, b) => {
    const time = Date.prototype.getTime.call(a);
    const other = Date.prototype.getTime.call(b);
    return time === other || bothNaN(time, other);
  },
  RegExp: (a, b) => a.source === b.source && a.flags === b.flags && a.lastIndex === b.lastIndex,
  Number: sameValueOf(Number.prototype),
  String: sameValueOf(String.prototype),
  Boolean: sameValueOf(Boolean.prototype),
  BigInt: sameValueOf(BigInt.prototype),
  Symbol: sameValueOf(Symbol.prototype),
  ArrayBuffer: sameBuffers,
  SharedArrayBuffer: sameBuffers,
  Set: sameSize,
  Map: sameSize,
};

/** A property that `Error` hides from enumeration; one that shows is compared with the other keys. */
function sameHidden(a, b, key, mode, seen) {
  return enumerable.call(a, key) || (mode === PARTIAL && b[key] === undefined) || compare(a[key], b[key], mode, seen);
}

function sameErrors(a, b, mode, seen) {
  if (!['message', 'name', 'errors'].every((key) => sameHidden(a, b, key, mode, seen))) return false;
  const hasCause = Object.hasOwn(b, 'cause');
  if (Object.hasOwn(a, 'cause') !== hasCause && !(mode === PARTIAL && !hasCause)) return false;
  return !hasCause || enumerable.call(a, 'cause') || compare(a.cause, b.cause, mode, seen);
}

function sameBytes(a, b) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameViews(a, b, mode) {
  if (!ArrayBuffer.isView(b)) return false;
  const name = typedArrayName(a);
  if (name !== typedArrayName(b) || a.byteLength !== b.byteLength) return false;
  if (mode === LOOSE && name?.startsWith('Float')) return sameBytes(a, b);
  return sameBytes(
    new Uint8Array(a.buffer, a.byteOffset, a.byteLength), new Uint8Array(b.buffer, b.byteOffset, b.byteLength));
}

/** The enumerable symbols of both, or undefined when they do not go together. */
function symbolsOf(a, b, mode) {
  const ofA = Object.getOwnPropertySymbols(a).filter((key) => enumerable.call(a, key));
  const ofB = Object.getOwnPropertySymbols(b).filter((key) => enumerable.call(b, key));
  if (mode === PARTIAL) return ofB.every((key) => ofA.includes(key)) ? ofB : undefined;
  return ofA.length === ofB.length && ofA.every((key) => enumerable.call(b, key)) ? ofA : undefined;
}

function compareKeys(a, b, mode, seen, entries, knownA, knownB) {
  const ofA = knownA ?? Object.keys(a);
  const ofB = knownB ?? Object.keys(b);
  if (mode === PARTIAL ? ofA.length < ofB.length : ofA.length !== ofB.length) return false;
  let keys = mode === PARTIAL ? ofB : ofA;
  const holder = mode === PARTIAL ? a : b;
  if (!keys.every((key) => enumerable.call(holder, key))) return false;
  if (mode !== LOOSE && knownA === undefined) {
    const symbols = symbolsOf(a, b, mode);
    if (symbols === undefined) return false;
    if (symbols.length > 0) keys = keys.concat(symbols);
  }
  if (keys.length === 0 && entries === undefined) return true;
  return withCycles(a, b, seen, (inner) =>
    (entries === undefined || entries(a, b, mode, inner)) &&
    keys.every((key) => compare(a[key], b[key], mode, inner)));
}

/** Two values that are both being compared already, with whatever, differ elsewhere if they differ. */
function withCycles(a, b, seen, proceed) {
  const active = seen ?? new Set();
  const hadA = active.has(a);
  const hadB = active.has(b);
  if (hadA && hadB) return true;
  active.add(a);
  active.add(b);
  const equal = proceed(active);
  if (!hadA) active.delete(a);
  if (!hadB) active.delete(b);
  return equal;
}

function compareElements(a, b, mode, seen) {
  if (mode === PARTIAL) return containsInOrder(a, b, seen);
  for (let i = 0; i < a.length; i++) {
    if (!Object.hasOwn(a, i)) return compareSparse(a, b, mode, seen, i);
    if (!Object.hasOwn(b, i) || !compare(a[i], b[i], mode, seen)) return false;
  }
  return true;
}

function compareSparse(a, b, mode, seen, from) {
  const indexes = Object.keys(a).slice(from);
  if (Object.keys(a).length !== Object.keys(b).length) return false;
  return indexes.every((key) => Object.hasOwn(b, key) && compare(a[key], b[key], mode, seen));
}

function containsInOrder(a, b, seen) {
  let at = 0;
  for (let i = 0; i < b.length; i++) {
    if (!Object.hasOwn(b, i)) continue;
    while (at < a.length && !compare(a[at], b[i], PARTIAL, seen)) at++;
    if (at++ >= a.length) return false;
  }
  return true;
}

const collections = require('./deep_equal_collections').withCompare(compare, { LOOSE, PARTIAL });
const ENTRIES = { Set: collections.compareSets, Map: collections.compareMaps };

module.exports = {
  isDeepEqual: (a, b) => compare(a, b, LOOSE),
  isDeepStrictEqual: (a, b) => compare(a, b, STRICT),
  isPartialStrictEqual: (a, b) => compare(a, b, PARTIAL),
};
