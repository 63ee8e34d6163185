'use strict';

const {
  kEmptyObject, validateAbortSignal, validateNumber, validateObject, validateUint32,
} = require('internal/validators');
const { codes } = require('internal/errors');

const TIMEOUT_MAX = 2 ** 31 - 1;
const noop = () => {};

/** Sorts the arguments of `test([name][, options][, fn])`. */
function sortArguments(name, options, fn) {
  if (typeof name === 'function') return { fn: name, options: kEmptyObject };
  if (name !== null && typeof name === 'object') return { fn: options, options: name };
  if (typeof options === 'function') return { name, fn: options, options: kEmptyObject };
  return { name, fn, options };
}

function timeoutOf(timeout, inherited) {
  if (timeout == null) return inherited;
  if (timeout !== Infinity) validateNumber(timeout, 'options.timeout', 0, TIMEOUT_MAX);
  return timeout;
}

function concurrencyOf(concurrency, inherited, isRoot) {
  if (typeof concurrency === 'number') {
    validateUint32(concurrency, 'options.concurrency', true);
    return concurrency;
  }
  if (typeof concurrency === 'boolean') {
    if (!concurrency) return 1;
    return isRoot ? Math.max(require('node/os').availableParallelism() - 1, 1) : Infinity;
  }
  if (concurrency != null) throw new codes.ERR_INVALID_ARG_TYPE('options.concurrency', ['boolean', 'number'], concurrency);
  return inherited;
}

/** What a test is called, does and may do; throws for what no test may be given. */
function settle(name, given, fn, parent) {
  const options = given === null || typeof given !== 'object' ? kEmptyObject : { __proto__: null, ...given };
  const { signal, only, skip, todo, plan, concurrency, timeout } = options;
  if (plan !== undefined) validateUint32(plan, 'options.plan');
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  const code = typeof fn === 'function' ? fn : noop;
  const title = typeof name === 'string' && name !== '' ? name : code.name || '<anonymous>';
  return {
    name: title,
    fn: skip ? noop : code,
    timeout: timeoutOf(timeout, parent === null ? Infinity : parent.timeout),
    concurrency: concurrencyOf(concurrency, parent === null ? 1 : parent.concurrency, parent === null),
    signal, only, skip, todo, plan,
  };
}

function settleHook(fn, options) {
  if (typeof fn !== 'function') throw new codes.ERR_INVALID_ARG_TYPE('fn', 'function', fn);
  const given = options ?? kEmptyObject;
  validateObject(given, 'options');
  if (given.signal !== undefined) validateAbortSignal(given.signal, 'options.signal');
  return { fn, signal: given.signal, timeout: timeoutOf(given.timeout, Infinity) };
}

module.exports = { sortArguments, settle, settleHook, noop, TIMEOUT_MAX };
