'use strict';

// V8's ValueSerializer, version 15. Source: v8/src/objects/value-serializer.cc, whose tags these are.
const VERSION = 15;

const code = (text) => text.charCodeAt(0);

const TAG = {
  version: 0xff,
  padding: 0,
  theHole: code('-'),
  undefined: code('_'),
  null: code('0'),
  true: code('T'),
  false: code('F'),
  int32: code('I'),
  uint32: code('U'),
  double: code('N'),
  bigint: code('Z'),
  utf8: code('S'),
  latin1: code('"'),
  utf16: code('c'),
  reference: code('^'),
  beginObject: code('o'),
  endObject: code('{'),
  beginSparse: code('a'),
  endSparse: code('@'),
  beginDense: code('A'),
  endDense: code('$'),
  date: code('D'),
  trueObject: code('y'),
  falseObject: code('x'),
  numberObject: code('n'),
  bigintObject: code('z'),
  stringObject: code('s'),
  regexp: code('R'),
  beginMap: code(';'),
  endMap: code(':'),
  beginSet: code("'"),
  endSet: code(','),
  buffer: code('B'),
  resizable: code('~'),
  transferred: code('t'),
  shared: code('u'),
  view: code('V'),
  host: code('\\'),
  error: code('r'),
};

const VIEWS = new Map(Object.entries({
  b: Int8Array, B: Uint8Array, C: Uint8ClampedArray, w: Int16Array, W: Uint16Array, d: Int32Array, D: Uint32Array,
  f: Float32Array, F: Float64Array, q: BigInt64Array, Q: BigUint64Array, '?': DataView,
}).map(([letter, constructor]) => [code(letter), constructor]));

const ERRORS = new Map(Object.entries({
  E: EvalError, R: RangeError, F: ReferenceError, S: SyntaxError, T: TypeError, U: URIError,
}).map(([letter, constructor]) => [code(letter), constructor]));

const ERROR_PART = { message: code('m'), cause: code('c'), stack: code('s'), end: code('.') };

// In the order of V8's bits: g, i, m, y, u, s, then d and v.
const REGEXP_FLAGS = ['g', 'i', 'm', 'y', 'u', 's', 'l', 'd', 'v'];

module.exports = { VERSION, TAG, VIEWS, ERRORS, ERROR_PART, REGEXP_FLAGS };
