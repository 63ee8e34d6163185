'use strict';

const { codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { ZlibBase, fail } = require('./base');
const { numberIn, zlibWish, brotliWish, zstdWish } = require('./options');
const { constants: c } = require('./constants');

const ZLIB = { flush: c.Z_NO_FLUSH, finishFlush: c.Z_FINISH, fullFlush: c.Z_FULL_FLUSH, bounds: [c.Z_NO_FLUSH, c.Z_BLOCK] };
const BROTLI = {
  flush: c.BROTLI_OPERATION_PROCESS,
  finishFlush: c.BROTLI_OPERATION_FINISH,
  fullFlush: c.BROTLI_OPERATION_FLUSH,
  bounds: [c.BROTLI_OPERATION_PROCESS, c.BROTLI_OPERATION_EMIT_METADATA],
};
const ZSTD = { flush: c.ZSTD_e_continue, finishFlush: c.ZSTD_e_end, fullFlush: c.ZSTD_e_flush, bounds: [c.ZSTD_e_continue, c.ZSTD_e_end] };

function inherit(Class, Base) {
  Object.setPrototypeOf(Class.prototype, Base.prototype);
  Object.setPrototypeOf(Class, Base);
}

function Zlib(options, mode) {
  const wish = zlibWish(options, mode);
  ZlibBase.call(this, options, wish, ZLIB);
  this._level = wish.level;
  this._strategy = wish.strategy;
}
inherit(Zlib, ZlibBase);

/** Changes level and strategy for what is written from here on. */
Zlib.prototype.params = function params(level, strategy, callback) {
  level = checked(level, 'level', c.Z_MIN_LEVEL, c.Z_MAX_LEVEL);
  strategy = checked(strategy, 'strategy', c.Z_DEFAULT_STRATEGY, c.Z_FIXED);
  if (this._level === level && this._strategy === strategy) {
    nextTick(callback);
    return;
  }
  this.flush(c.Z_SYNC_FLUSH, () => {
    if (!this._handle) throw new codes.ERR_INTERNAL_ASSERTION('zlib binding closed');
    const failure = this._handle.setParams(level, strategy);
    if (failure) {
      fail(this, failure);
      return;
    }
    if (this.destroyed) return;
    this._level = level;
    this._strategy = strategy;
    if (callback) callback();
  });
};

function checked(number, name, lower, upper) {
  const value = numberIn(number, name, lower, upper, undefined);
  if (value === undefined) throw new codes.ERR_INVALID_ARG_TYPE(name, 'number', number);
  return value;
}

function Brotli(options, mode) {
  ZlibBase.call(this, options, brotliWish(options, mode), BROTLI);
}
inherit(Brotli, ZlibBase);

function Zstd(options, mode) {
  ZlibBase.call(this, options, zstdWish(options, mode), ZSTD);
}
inherit(Zstd, ZlibBase);

function Deflate(options) {
  if (!(this instanceof Deflate)) return new Deflate(options);
  Zlib.call(this, options, c.DEFLATE);
}
inherit(Deflate, Zlib);

function Inflate(options) {
  if (!(this instanceof Inflate)) return new Inflate(options);
  Zlib.call(this, options, c.INFLATE);
}
inherit(Inflate, Zlib);

function Gzip(options) {
  if (!(this instanceof Gzip)) return new Gzip(options);
  Zlib.call(this, options, c.GZIP);
}
inherit(Gzip, Zlib);

function Gunzip(options) {
  if (!(this instanceof Gunzip)) return new Gunzip(options);
  Zlib.call(this, options, c.GUNZIP);
}
inherit(Gunzip, Zlib);

function DeflateRaw(options) {
  // zlib refuses 8 for raw data, where nothing could say that it is 9 really.
  if (options?.windowBits === 8) options = { ...options, windowBits: 9 };
  if (!(this instanceof DeflateRaw)) return new DeflateRaw(options);
  Zlib.call(this, options, c.DEFLATERAW);
}
inherit(DeflateRaw, Zlib);

function InflateRaw(options) {
  if (!(this instanceof InflateRaw)) return new InflateRaw(options);
  Zlib.call(this, options, c.INFLATERAW);
}
inherit(InflateRaw, Zlib);

function Unzip(options) {
  if (!(this instanceof Unzip)) return new Unzip(options);
  Zlib.call(this, options, c.UNZIP);
}
inherit(Unzip, Zlib);

function BrotliCompress(options) {
  if (!(this instanceof BrotliCompress)) return new BrotliCompress(options);
  Brotli.call(this, options, c.BROTLI_ENCODE);
}
inherit(BrotliCompress, Brotli);

function BrotliDecompress(options) {
  if (!(this instanceof BrotliDecompress)) return new BrotliDecompress(options);
  Brotli.call(this, options, c.BROTLI_DECODE);
}
inherit(BrotliDecompress, Brotli);

class ZstdCompress extends Zstd {
  constructor(options) {
    super(options, c.ZSTD_COMPRESS);
  }
}

class ZstdDecompress extends Zstd {
  constructor(options) {
    super(options, c.ZSTD_DECOMPRESS);
  }
}

module.exports = {
  Deflate, Inflate, Gzip, Gunzip, DeflateRaw, InflateRaw, Unzip, BrotliCompress, BrotliDecompress, ZstdCompress, ZstdDecompress,
};
