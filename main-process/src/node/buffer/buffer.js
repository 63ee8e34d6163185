'use strict';

const { codes } = require('internal/errors');
const { atob, btoa } = require('web/encoding/base64');
const { FastBuffer } = require('./fast_buffer');
const { inspect, limit } = require('./inspect');
const create = require('./create');
const pool = require('./pool');
const { transcode, isUtf8, isAscii } = require('./transcode');

const LEGACY =
  'Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), ' +
  'Buffer.allocUnsafe(), or Buffer.from() methods instead.';

// Looking at the stack costs: after so many calls from packages nobody is told any more.
const LOOKS = 10000;
let looks = 0;
let told = false;

/** Whether the first caller that is no module of ours is part of a package. */
function isCalledByPackage() {
  // An application may have stacks made its own way.
  const frame = `${new Error().stack}`.split('\n').find((line) => /[\\/]/.test(line) && !line.includes('node:'));
  return frame !== undefined && /[\\/]node_modules[\\/]/.test(frame);
}

// As in Node, packages are not told: their users cannot change them. Looking at the stack may itself make a buffer.
const warnOnce = () => {
  if (told || ++looks > LOOKS) return;
  told = true;
  told = process.pendingDeprecation === true || !isCalledByPackage();
  if (told) process.emitWarning(LEGACY, 'DeprecationWarning', 'DEP0005');
};

function Buffer(arg, encodingOrOffset, length) {
  warnOnce();
  if (typeof arg !== 'number') return create.from(arg, encodingOrOffset, length);
  if (typeof encodingOrOffset === 'string') throw new codes.ERR_INVALID_ARG_TYPE('string', 'string', arg);
  return create.alloc(arg);
}

Object.setPrototypeOf(Buffer, Uint8Array);
Object.defineProperty(Buffer, Symbol.species, { get: () => FastBuffer, enumerable: false, configurable: true });
Object.defineProperty(Buffer, 'prototype', { value: FastBuffer.prototype, writable: true, enumerable: false });
Object.defineProperty(FastBuffer.prototype, 'constructor', {
  value: Buffer,
  writable: true,
  enumerable: false,
  configurable: true,
});

const { from, copyBytesFrom, of, alloc, allocUnsafe, allocUnsafeSlow, compare, isEncoding, concat, byteLength } = create;

function isBuffer(value) {
  return value instanceof Buffer;
}

Buffer.poolSize = 8192;
pool.sizeFrom(() => Buffer.poolSize);
Object.assign(Buffer, { from, copyBytesFrom, of, alloc, allocUnsafe, allocUnsafeSlow });
Object.assign(Buffer, { isBuffer, compare, isEncoding, concat, byteLength });

Object.assign(
  Buffer.prototype,
  require('./integers').methods,
  require('./sized_integers').methods,
  require('./floats').methods,
  require('./raw').methods,
  require('./methods').methods,
  require('./search').methods,
  { inspect, [Symbol.for('nodejs.util.inspect.custom')]: inspect },
);
Buffer.prototype.toLocaleString = Buffer.prototype.toString;

const alias = (key, property) =>
  Object.defineProperty(Buffer.prototype, key, {
    enumerable: true,
    get() {
      return this instanceof Buffer && this !== Buffer.prototype ? this[property] : undefined;
    },
  });
alias('parent', 'buffer');
alias('offset', 'byteOffset');

function SlowBuffer(size) {
  return create.allocUnsafeSlow(size);
}
Object.setPrototypeOf(SlowBuffer.prototype, Uint8Array.prototype);
Object.setPrototypeOf(SlowBuffer, Uint8Array);

const lazy = (name) => ({
  get: () => require('web/blob')[name],
  set(value) {
    Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
  },
  enumerable: true,
  configurable: true,
});

module.exports = {
  Buffer,
  SlowBuffer,
  transcode,
  isUtf8,
  isAscii,
  kMaxLength: native.maxLength,
  kStringMaxLength: native.maxStringLength,
  btoa,
  atob,
};

Object.defineProperties(module.exports, {
  constants: {
    value: Object.defineProperties({}, {
      MAX_LENGTH: { value: native.maxLength, enumerable: true },
      MAX_STRING_LENGTH: { value: native.maxStringLength, enumerable: true },
    }),
    enumerable: true,
  },
  INSPECT_MAX_BYTES: limit,
  Blob: lazy('Blob'),
  resolveObjectURL: {
    value: function resolveObjectURL(url) {
      return require('web/blob/object_urls').resolveObjectURL(url);
    },
    writable: true,
    enumerable: true,
    configurable: true,
  },
  File: lazy('File'),
});
