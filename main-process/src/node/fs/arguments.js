'use strict';

const { codes } = require('internal/errors');
const {
  validateAbortSignal, validateBoolean, validateFunction, validateInt32, validateInteger, validateObject, parseFileMode,
} = require('internal/validators');

const { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE } = codes;
const { constants: flagsOf } = native;

const isUrl = (value) => Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);
const isBytes = (value) => value instanceof Uint8Array;
const hasNul = (value) => (typeof value === 'string' ? value.includes('\0') : value.includes(0));

/** A path as the natives take it: text, or bytes. */
function toPath(value, name = 'path') {
  const path = isUrl(value) ? require('node/url').fileURLToPath(value) : value;
  if (typeof path !== 'string' && !isBytes(path)) throw new ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'URL'], path);
  if (hasNul(path)) {
    throw new ERR_INVALID_ARG_VALUE(name, path, 'must be a string, Uint8Array, or URL without null bytes');
  }
  return typeof path === 'string' && !path.isWellFormed() ? path.toWellFormed() : path;
}

/** The text of a path, for joining and for messages. */
const pathText = (path) => (typeof path === 'string' ? path : require('node/buffer').Buffer.from(path).toString());

function toFd(fd) {
  if (Object.is(fd, -0)) return 0;
  validateInt32(fd, 'fd', 0);
  return fd;
}

const isFd = (value) => Number.isInteger(value) && value >= 0 && value <= 2147483647;

const FLAGS = buildFlags();

function buildFlags() {
  const { O_RDONLY, O_RDWR, O_WRONLY, O_CREAT, O_TRUNC, O_APPEND, O_EXCL, O_SYNC = 0 } = flagsOf;
  const table = new Map([['r', O_RDONLY], ['r+', O_RDWR]]);
  const add = (letter, rest) => {
    table.set(letter, rest | O_CREAT | O_WRONLY).set(`${letter}+`, rest | O_CREAT | O_RDWR);
    for (const both of [`${letter}x`, `x${letter}`]) {
      table.set(both, rest | O_CREAT | O_WRONLY | O_EXCL).set(`${both}+`, rest | O_CREAT | O_RDWR | O_EXCL);
    }
  };
  add('w', O_TRUNC);
  add('a', O_APPEND);
  for (const both of ['rs', 'sr']) table.set(both, O_RDONLY | O_SYNC).set(`${both}+`, O_RDWR | O_SYNC);
  for (const both of ['as', 'sa']) {
    table.set(both, O_APPEND | O_CREAT | O_WRONLY | O_SYNC).set(`${both}+`, O_APPEND | O_CREAT | O_RDWR | O_SYNC);
  }
  return table;
}

function toFlags(flags, name = 'flags') {
  if (typeof flags === 'number') {
    validateInt32(flags, name);
    return flags;
  }
  if (flags == null) return flagsOf.O_RDONLY;
  const known = FLAGS.get(flags);
  if (known === undefined) throw new ERR_INVALID_ARG_VALUE(name, flags);
  return known;
}

function toMode(mode, least, most, fallback) {
  if (mode == null) return fallback;
  validateInteger(mode, 'mode', least, most);
  return mode;
}

const toAccessMode = (mode) => toMode(mode, 0, 7, 0);
const toCopyMode = (mode) => toMode(mode, 0, 7, 0);

function checkEncoding(encoding) {
  if (encoding && !require('node/buffer').Buffer.isEncoding(encoding)) {
    throw new ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  }
}

/** Options as an object or as an encoding, over `defaults`. */
function toOptions(options, defaults = {}) {
  if (options == null || typeof options === 'function') return defaults;
  if (typeof options === 'string') options = { ...defaults, encoding: options };
  else if (typeof options !== 'object') throw new ERR_INVALID_ARG_TYPE('options', ['string', 'Object'], options);
  if (options.encoding !== 'buffer') checkEncoding(options.encoding);
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  return options;
}

const MOST_USERS = 2 ** 32 - 1;

function toUser(id, name) {
  validateInteger(id, name, -1, MOST_USERS);
  return id;
}

/** Seconds since 1970, from a number, its text or a date. */
function toSeconds(time, name = 'time') {
  // A number in a string counts as one, however it is written.
  if (typeof time === 'string' && +time == time) return +time;
  if (Number.isFinite(time)) return time < 0 ? Date.now() / 1000 : time;
  if (Object.prototype.toString.call(time) === '[object Date]') return time.getTime() / 1000;
  throw new ERR_INVALID_ARG_TYPE(name, ['Date', 'Time in seconds'], time);
}

function toLength(length) {
  validateInteger(length, 'len');
  return Math.max(0, length);
}

const MOST_BYTES = 2 ** 31 - 1;

function checkRead(offset, length, available) {
  if (offset < 0) throw new ERR_OUT_OF_RANGE('offset', '>= 0', offset);
  if (length < 0) throw new ERR_OUT_OF_RANGE('length', '>= 0', length);
  if (offset + length > available) throw new ERR_OUT_OF_RANGE('length', `<= ${available - offset}`, length);
}

function checkWrite(offset, length, available) {
  if (offset > available) throw new ERR_OUT_OF_RANGE('offset', `<= ${available}`, offset);
  if (length > available - offset) throw new ERR_OUT_OF_RANGE('length', `<= ${available - offset}`, length);
  if (length < 0) throw new ERR_OUT_OF_RANGE('length', '>= 0', length);
  validateInt32(length, 'length', 0);
}

function toPosition(position, length) {
  if (position == null) return -1;
  if (typeof position === 'number') {
    validateInteger(position, 'position', -1);
  } else if (typeof position === 'bigint') {
    const least = -(2n ** 63n);
    const most = 2n ** 63n - 1n;
    if (position < least || position > most - BigInt(length)) {
      throw new ERR_OUT_OF_RANGE('position', `>= ${least} && <= ${most}`, position);
    }
  } else {
    throw new ERR_INVALID_ARG_TYPE('position', ['integer', 'bigint'], position);
  }
  return position;
}

const RM_DEFAULTS = { recursive: false, force: false, retryDelay: 100, maxRetries: 0 };

function toRemoval(options, defaults = RM_DEFAULTS) {
  if (options === undefined) return defaults;
  validateObject(options, 'options');
  const all = { ...defaults, ...options };
  if (defaults.force !== undefined) validateBoolean(all.force, 'options.force');
  validateBoolean(all.recursive, 'options.recursive');
  validateInt32(all.retryDelay, 'options.retryDelay', 0);
  require('internal/validators').validateUint32(all.maxRetries, 'options.maxRetries');
  return all;
}

const CP_DEFAULTS = {
  dereference: false, errorOnExist: false, filter: undefined, force: true, preserveTimestamps: false, recursive: false,
  verbatimSymlinks: false,
};

function toCopying(options) {
  if (options === undefined) return { ...CP_DEFAULTS, mode: 0 };
  validateObject(options, 'options');
  const all = { ...CP_DEFAULTS, ...options };
  for (const name of Object.keys(CP_DEFAULTS)) {
    if (name !== 'filter') validateBoolean(all[name], `options.${name}`);
  }
  all.mode = toCopyMode(all.mode);
  if (all.dereference && all.verbatimSymlinks) {
    throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('dereference', 'verbatimSymlinks');
  }
  if (all.filter !== undefined) validateFunction(all.filter, 'options.filter');
  return all;
}

function checkCallback(callback, name = 'cb') {
  validateFunction(callback, name);
  return callback;
}

module.exports = {
  MOST_BYTES, checkCallback, checkEncoding, checkRead, checkWrite, isBytes, isFd, isUrl, parseFileMode, pathText, toAccessMode,
  toCopyMode, toCopying, toFd, toFlags, toLength, toOptions, toPath, toPosition, toRemoval, toSeconds, toUser,
};
