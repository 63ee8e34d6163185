'use strict';

// The format is described in ipc/src/clone/mod.rs; these are its tables.

const VERSION = 1;
const MAX_DEPTH = 512;
const MAX_MESSAGE = 256 * 1024 * 1024;

const TAG = {};
for (const [name, mark] of Object.entries({
  undefined: '_', null: '0', true: 'T', false: 'F', int: 'I', number: 'N', bigint: 'G', reference: '^',
  boxed: 'B', date: 'D', regexp: 'R', error: 'E', array: 'A', hole: 'h', sparse: 'a', object: 'O', end: '.',
  map: 'M', set: 'S', buffer: 'X', view: 'V',
})) TAG[name] = mark.charCodeAt(0);

const ERRORS = [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];

const VIEWS = [
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array,
  Float64Array, BigInt64Array, BigUint64Array, DataView, globalThis.Float16Array,
];
const VIEW_NAMES = [
  'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array',
  'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'DataView', 'Float16Array',
];
const WIDTHS = [1, 1, 1, 2, 2, 4, 4, 4, 8, 8, 8, 1, 2];

module.exports = { VERSION, MAX_DEPTH, MAX_MESSAGE, TAG, ERRORS, VIEWS, VIEW_NAMES, WIDTHS };
