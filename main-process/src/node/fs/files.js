'use strict';

const { AbortError, codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateBoolean } = require('internal/validators');
const { checkCallback, isFd, parseFileMode, toFlags, toOptions, toPath } = require('./arguments');
const { bytesOf, checkText } = require('./data');
const { now, later } = require('./forms');
const { bufferOf } = require('./operations');

const aborted = (signal) => new AbortError(undefined, { cause: signal.reason });

/** Ends with an AbortError when the signal is quicker than the system, whose answer is then lost. */
function unlessAborted(signal, call, callback) {
  if (!signal) {
    later(call, callback);
    return;
  }
  if (signal.aborted) {
    nextTick(callback, aborted(signal));
    return;
  }
  let over = false;
  const abort = () => {
    if (over) return;
    over = true;
    callback(aborted(signal));
  };
  signal.addEventListener('abort', abort, { once: true });
  later(call, (error, value) => {
    signal.removeEventListener('abort', abort);
    if (over) return;
    over = true;
    if (error) callback(error);
    else if (value === undefined) callback(null);
    else callback(null, value);
  });
}

/** Reading a path or an open file to its end. */
function toReadFile(path, options) {
  const { encoding, flag } = options;
  const finish = (bytes) => {
    const buffer = bufferOf(bytes);
    return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
  };
  if (isFd(path)) return { op: 'readDescriptor', args: [path], finish };
  return { op: 'readFile', args: [toPath(path), toFlags(flag || 'r')], finish };
}

function readFile(path, options, callback) {
  callback = checkCallback(callback || options);
  const all = toOptions(options, { flag: 'r' });
  unlessAborted(all.signal, toReadFile(path, all), callback);
}

const readFileSync = (path, options) => now(toReadFile(path, toOptions(options, { flag: 'r' })));

const WRITE_DEFAULTS = { encoding: 'utf8', mode: 0o666, flag: 'w', flush: false };
const APPEND_DEFAULTS = { encoding: 'utf8', mode: 0o666, flag: 'a', flush: false };

function toBytes(data, encoding) {
  if (ArrayBuffer.isView(data)) return bytesOf(data);
  checkText(data, 'data');
  return require('node/buffer').Buffer.from(data, encoding || 'utf8');
}

function toWriteOptions(options, defaults) {
  const all = toOptions(options, defaults);
  const flush = all.flush ?? false;
  validateBoolean(flush, 'options.flush');
  return { ...all, flush, flag: all.flag || defaults.flag };
}

function toWriteFile(path, data, { encoding, mode, flag, flush }) {
  const bytes = toBytes(data, encoding);
  if (isFd(path)) return { op: 'writeDescriptor', args: [path, bytes, flush] };
  return { op: 'writeFile', args: [toPath(path), bytes, toFlags(flag), parseFileMode(mode, 'mode', 0o666), flush] };
}

function writeFile(path, data, options, callback) {
  callback = checkCallback(callback || options);
  const all = toWriteOptions(options, WRITE_DEFAULTS);
  unlessAborted(all.signal, toWriteFile(path, data, all), callback);
}

const writeFileSync = (path, data, options) => {
  now(toWriteFile(path, data, toWriteOptions(options, WRITE_DEFAULTS)));
};

function appendFile(path, data, options, callback) {
  callback = checkCallback(callback || options);
  const all = toWriteOptions(options, APPEND_DEFAULTS);
  unlessAborted(all.signal, toWriteFile(path, data, all), callback);
}

const appendFileSync = (path, data, options) => {
  now(toWriteFile(path, data, toWriteOptions(options, APPEND_DEFAULTS)));
};

/** What `fs.promises.writeFile` takes besides text and bytes: anything that yields them. */
const yields = (data) =>
  data != null && typeof data === 'object' && !ArrayBuffer.isView(data) &&
  (typeof data[Symbol.asyncIterator] === 'function' || typeof data[Symbol.iterator] === 'function');

function throwIfAborted(signal) {
  if (signal?.aborted) throw aborted(signal);
}

module.exports = {
  APPEND_DEFAULTS, WRITE_DEFAULTS, aborted, appendFile, appendFileSync, readFile, readFileSync, throwIfAborted, toBytes, toReadFile,
  toWriteFile, toWriteOptions, unlessAborted, writeFile, writeFileSync, yields,
};
