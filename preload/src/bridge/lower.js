'use strict';

const p = require('./primitives');

// What crosses between the worlds is cloned natively on the way, so it is made of primitives and of arrays that begin
// with a mark: o(bject) a(rray) r(eference to either) f(unction of the sender) F(unction of the receiver) p(romise)
// e(rror) c(lonable by the platform).

const MAX_DEPTH = 1000;

const CLONABLE = { __proto__: null };
const NAMES = [
  'Boolean', 'Number', 'String', 'BigInt', 'Date', 'RegExp', 'Map', 'Set', 'ArrayBuffer', 'Blob', 'File', 'FileList',
  'ImageData', 'ImageBitmap', 'DOMRect', 'DOMRectReadOnly', 'DOMPoint', 'DOMPointReadOnly', 'DOMQuad', 'DOMMatrix',
  'DOMMatrixReadOnly', 'CryptoKey',
];
for (let at = 0; at < NAMES.length; at++) CLONABLE[`[object ${NAMES[at]}]`] = true;

const REFUSED = { __proto__: null };
const OTHERS = [
  'Window', 'global', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Symbol', 'Generator', 'AsyncGenerator',
  'SharedArrayBuffer', 'MessagePort',
];
for (let at = 0; at < OTHERS.length; at++) REFUSED[`[object ${OTHERS[at]}]`] = true;

function refuse() {
  throw new p.Error('An object could not be cloned.');
}

function isNode(value) {
  try {
    return p.nodeTypeOf(value) > 0;
  } catch {
    return false;
  }
}

/** @param {object} side who keeps functions and promises @param {unknown} value */
function lower(side, value) {
  const seen = new p.Map();
  let count = 0;

  function any(value, depth) {
    switch (typeof value) {
      case 'function': return side.lowerFunction(value);
      case 'symbol': return refuse();
      case 'object': return value === null ? null : object(value, depth);
      default: return value;
    }
  }

  function object(value, depth) {
    if (depth > MAX_DEPTH) {
      throw new p.Error(`Electron contextBridge recursion depth exceeded.  Nested objects deeper than ${MAX_DEPTH} are not supported.`);
    }
    const id = p.mapGet(seen, value);
    if (id !== undefined) return ['r', id];
    if (p.isArray(value)) return list(value, depth);
    if (p.isView(value)) return ['c', value];
    const kind = p.kindOf(value);
    if (CLONABLE[kind]) return ['c', value];
    if (kind === '[object Promise]') return side.lowerPromise(value) ?? fields(value, depth);
    if (kind === '[object Error]' || kind === '[object DOMException]') return error(value);
    if (REFUSED[kind] || isNode(value)) return refuse();
    return fields(value, depth);
  }

  function error(value) {
    return ['e', p.textOf(value, 'name'), p.textOf(value, 'message')];
  }

  function list(value, depth) {
    p.mapSet(seen, value, count++);
    const items = [];
    for (let at = 0; at < value.length; at++) p.append(items, any(value[at], depth + 1));
    return ['a', items];
  }

  function fields(value, depth) {
    p.mapSet(seen, value, count++);
    const pairs = [];
    const keys = p.keysOf(value);
    for (let at = 0; at < keys.length; at++) {
      p.append(pairs, keys[at]);
      p.append(pairs, any(value[keys[at]], depth + 1));
    }
    return ['o', pairs];
  }

  return any(value, 0);
}

module.exports = lower;
