'use strict';

const { codes } = require('internal/errors');
const { validateOneOf } = require('internal/validators');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const FORMATS = ['deflate', 'deflate-raw', 'gzip', 'brotli', 'zstd'];

// The standard allows nothing after the compressed data, which Node's own streams pass over.
const strict = { rejectGarbageAfterEnd: true };

const COMPRESSORS = {
  'deflate': (zlib) => zlib.createDeflate(),
  'deflate-raw': (zlib) => zlib.createDeflateRaw(),
  'gzip': (zlib) => zlib.createGzip(),
  'brotli': (zlib) => zlib.createBrotliCompress(),
  'zstd': (zlib) => zlib.createZstdCompress(),
};

const DECOMPRESSORS = {
  'deflate': (zlib) => zlib.createInflate(strict),
  'deflate-raw': (zlib) => zlib.createInflateRaw(strict),
  'gzip': (zlib) => zlib.createGunzip(strict),
  'brotli': (zlib) => zlib.createBrotliDecompress(strict),
  'zstd': (zlib) => zlib.createZstdDecompress(strict),
};

function pairOf(makers, format) {
  validateOneOf(format, 'format', FORMATS);
  // Programs look for these classes more often than they use them.
  const { Duplex } = require('node/stream');
  return Duplex.toWeb(makers[format](require('node/zlib')));
}

const show = (name, value, depth, options, inspect) => {
  if (depth < 0) return value;
  const inner = { ...options, depth: options.depth === null ? null : options.depth - 1 };
  return `${name} ${inspect({ readable: value.readable, writable: value.writable }, inner)}`;
};

class CompressionStream {
  #pair;

  constructor(format) {
    this.#pair = pairOf(COMPRESSORS, format);
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#pair in value)) throw new codes.ERR_INVALID_THIS('CompressionStream');
    return value.#pair;
  }

  get readable() {
    return CompressionStream.#of(this).readable;
  }

  get writable() {
    return CompressionStream.#of(this).writable;
  }

  [INSPECT](depth, options, inspect) {
    CompressionStream.#of(this);
    return show('CompressionStream', this, depth, options, inspect);
  }
}

class DecompressionStream {
  #pair;

  constructor(format) {
    this.#pair = pairOf(DECOMPRESSORS, format);
  }

  static #of(value) {
    if (typeof value !== 'object' || value === null || !(#pair in value)) throw new codes.ERR_INVALID_THIS('DecompressionStream');
    return value.#pair;
  }

  get readable() {
    return DecompressionStream.#of(this).readable;
  }

  get writable() {
    return DecompressionStream.#of(this).writable;
  }

  [INSPECT](depth, options, inspect) {
    DecompressionStream.#of(this);
    return show('DecompressionStream', this, depth, options, inspect);
  }
}

for (const Class of [CompressionStream, DecompressionStream]) {
  for (const name of ['readable', 'writable']) Object.defineProperty(Class.prototype, name, { enumerable: true });
  Object.defineProperty(Class.prototype, INSPECT, { enumerable: false });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
}

module.exports = { CompressionStream, DecompressionStream };
