'use strict';

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');
const { isAnyArrayBuffer } = require('internal/types');
const { Buffer } = require('node/buffer');
const { constants } = require('./constants');

/** Whether there is a number at all; NaN counts as none. */
function isGiven(number, name) {
  if (number === undefined) return false;
  if (Number.isFinite(number)) return true;
  if (Number.isNaN(number)) return false;
  validateNumber(number, name);
  throw new codes.ERR_OUT_OF_RANGE(name, 'a finite number', number);
}

/** A number within bounds, or the default if there is none. */
function numberIn(number, name, lower, upper, fallback) {
  if (!isGiven(number, name)) return fallback;
  if (number < lower || number > upper) {
    throw new codes.ERR_OUT_OF_RANGE(name, `>= ${lower}${upper === Infinity ? '' : ` and <= ${upper}`}`, number);
  }
  return number;
}

function dictionaryOf(dictionary) {
  if (dictionary === undefined) return undefined;
  if (ArrayBuffer.isView(dictionary)) return new Uint8Array(dictionary.buffer, dictionary.byteOffset, dictionary.byteLength);
  if (isAnyArrayBuffer(dictionary)) return Buffer.from(dictionary);
  throw new codes.ERR_INVALID_ARG_TYPE('options.dictionary', ['Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], dictionary);
}

function windowBitsOf(bits, mode) {
  const { INFLATE, GUNZIP, UNZIP, GZIP, Z_MIN_WINDOWBITS, Z_MAX_WINDOWBITS, Z_DEFAULT_WINDOWBITS } = constants;
  // Zero: as large as the data's header says.
  if ((bits === undefined || bits === null || bits === 0) && (mode === INFLATE || mode === GUNZIP || mode === UNZIP)) return 0;
  // zlib itself takes 8 for 9, which gzip's header has no place to tell.
  const lower = Z_MIN_WINDOWBITS + (mode === GZIP ? 1 : 0);
  return numberIn(bits, 'options.windowBits', lower, Z_MAX_WINDOWBITS, Z_DEFAULT_WINDOWBITS);
}

/** What the native half wants to know for one of zlib's own formats. */
function zlibWish(options, mode) {
  const c = constants;
  const wish = { mode, windowBits: c.Z_DEFAULT_WINDOWBITS, level: -1, memLevel: c.Z_DEFAULT_MEMLEVEL, strategy: 0, dictionary: undefined };
  if (mode === c.INFLATE || mode === c.GUNZIP || mode === c.UNZIP) wish.windowBits = 0;
  if (!options) return wish;
  wish.windowBits = windowBitsOf(options.windowBits, mode);
  wish.level = numberIn(options.level, 'options.level', c.Z_MIN_LEVEL, c.Z_MAX_LEVEL, c.Z_DEFAULT_LEVEL);
  wish.memLevel = numberIn(options.memLevel, 'options.memLevel', c.Z_MIN_MEMLEVEL, c.Z_MAX_MEMLEVEL, c.Z_DEFAULT_MEMLEVEL);
  wish.strategy = numberIn(options.strategy, 'options.strategy', c.Z_DEFAULT_STRATEGY, c.Z_FIXED, c.Z_DEFAULT_STRATEGY);
  wish.dictionary = dictionaryOf(options.dictionary);
  return wish;
}

const numbersOf = (prefix) => new Set(Object.keys(constants).filter((key) => key.startsWith(prefix)).map((key) => constants[key]));

/** The `params` of brotli and zstd, checked against the names that start so, as a flat list of numbers and values. */
function paramsOf(params, prefix, Refusal) {
  const flat = [];
  if (!params) return flat;
  const known = numbersOf(prefix);
  for (const key of Object.keys(params)) {
    // Deleted once used: '0' and '00' are the same parameter.
    if (!known.delete(+key)) throw new Refusal(key);
    const value = params[key];
    if (typeof value !== 'number' && typeof value !== 'boolean') {
      throw new codes.ERR_INVALID_ARG_TYPE('options.params[key]', 'number', value);
    }
    flat.push(+key, +value >>> 0);
  }
  return flat;
}

function brotliWish(options, mode) {
  return { mode, params: paramsOf(options?.params, 'BROTLI_PARAM_', codes.ERR_BROTLI_INVALID_PARAM) };
}

function zstdWish(options, mode) {
  const prefix = mode === constants.ZSTD_COMPRESS ? 'ZSTD_c_' : 'ZSTD_d_';
  return { mode, params: paramsOf(options?.params, prefix, codes.ERR_ZSTD_INVALID_PARAM), pledged: options?.pledgedSrcSize };
}

module.exports = { numberIn, zlibWish, brotliWish, zstdWish };
