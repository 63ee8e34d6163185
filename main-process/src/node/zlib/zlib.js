'use strict';

const { codes: errors } = require('internal/errors');
const { isAnyArrayBuffer } = require('internal/types');
const { validateFunction, validateUint32 } = require('internal/validators');
const { Buffer } = require('node/buffer');
const { constants, codes, legacy } = require('./constants');
const { whole, wholeSync } = require('./base');
const classes = require('./classes');

function bytesOf(data, name) {
  if (typeof data === 'string') return Buffer.from(data);
  if (data instanceof Uint8Array) return data;
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (isAnyArrayBuffer(data)) return Buffer.from(data);
  throw new errors.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], data);
}

/** The form with a callback: `zlib.gzip(data, options, callback)`. */
function deferred(Class, name) {
  const convert = function (buffer, options, callback) {
    if (typeof options === 'function') {
      callback = options;
      options = {};
    }
    validateFunction(callback, 'callback');
    const bytes = bytesOf(buffer, 'buffer');
    const engine = new Class(options);
    whole(engine, bytes, engine._finishFlushFlag, callback);
  };
  return Object.defineProperties(convert, { name: { value: name }, length: { value: 3 } });
}

function immediate(Class, name) {
  const convert = function (buffer, options) {
    const bytes = bytesOf(buffer, 'buffer');
    const engine = new Class(options);
    const output = wholeSync(engine, bytes, engine._finishFlushFlag);
    return options?.info ? { buffer: output, engine } : output;
  };
  return Object.defineProperty(convert, 'name', { value: name });
}

function crc32(data, value = 0) {
  if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
    throw new errors.ERR_INVALID_ARG_TYPE('data', ['Buffer', 'TypedArray', 'DataView', 'string'], data);
  }
  validateUint32(value, 'value');
  return native.crc32(bytesOf(data, 'data'), value);
}

const zlib = { crc32, ...classes };
for (const [name, Class] of Object.entries(classes)) {
  const lower = name[0].toLowerCase() + name.slice(1);
  zlib[lower] = deferred(Class, lower);
  zlib[`${lower}Sync`] = immediate(Class, `${lower}Sync`);
}

for (const [name, Class] of Object.entries(classes)) {
  const create = (options) => new Class(options);
  Object.defineProperty(zlib, `create${name}`, {
    configurable: true,
    enumerable: true,
    value: Object.defineProperty(create, 'name', { value: `create${name}` }),
  });
}

Object.defineProperties(zlib, {
  constants: { enumerable: true, value: constants },
  codes: { enumerable: true, value: codes },
});
for (const [name, value] of legacy) Object.defineProperty(zlib, name, { value });

module.exports = zlib;
