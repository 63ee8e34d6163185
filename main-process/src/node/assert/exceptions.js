'use strict';

const { codes } = require('internal/errors');
const { inspect } = require('internal/inspect');
const { isError, isPromise, isRegExp } = require('internal/types');
const { validateFunction } = require('internal/validators');
const { isDeepStrictEqual } = require('node/util/deep_equal');
const AssertionError = require('./assertion_error');
const { fail } = require('./failure');

const {
  ERR_AMBIGUOUS_ARGUMENT, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_RETURN_VALUE,
} = codes;

const NONE = Symbol('no exception');

function thrownBy(fn) {
  validateFunction(fn, 'fn');
  try {
    fn();
  } catch (error) {
    return error;
  }
  return NONE;
}

function isPromiseLike(value) {
  return isPromise(value) || (value !== null && typeof value === 'object' &&
    typeof value.then === 'function' && typeof value.catch === 'function');
}

async function rejectionOf(promiseFn) {
  let promise = promiseFn;
  if (typeof promiseFn === 'function') {
    promise = promiseFn();
    if (!isPromiseLike(promise)) throw new ERR_INVALID_RETURN_VALUE('instance of Promise', 'promiseFn', promise);
  } else if (!isPromiseLike(promiseFn)) {
    throw new ERR_INVALID_ARG_TYPE('promiseFn', ['Function', 'Promise'], promiseFn);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return NONE;
}

const matches = (regexp, text) => RegExp.prototype.exec.call(regexp, text) !== null;

/** The chosen properties of an object, so that the difference of two errors shows just those. */
class Comparison {
  constructor(object, keys, actual) {
    for (const key of keys) {
      if (!(key in object)) continue;
      const same = actual !== undefined && typeof actual[key] === 'string' && isRegExp(object[key]) &&
        matches(object[key], actual[key]);
      this[key] = same ? actual[key] : object[key];
    }
  }
}

function compareKey(actual, expected, key, message, keys, fn) {
  if (key in actual && isDeepStrictEqual(actual[key], expected[key])) return;
  if (message) fail({ actual, expected, message, operator: fn.name, stackStartFn: fn });
  const error = new AssertionError({
    actual: new Comparison(actual, keys),
    expected: new Comparison(expected, keys, actual),
    operator: 'deepStrictEqual',
    stackStartFn: fn,
  });
  error.actual = actual;
  error.expected = expected;
  error.operator = fn.name;
  throw error;
}

function matchObject(actual, expected, message, fn) {
  if (typeof actual !== 'object' || actual === null) {
    const error = new AssertionError({ actual, expected, message, operator: 'deepStrictEqual', stackStartFn: fn });
    error.operator = fn.name;
    throw error;
  }
  const keys = Object.keys(expected);
  if (expected instanceof Error) keys.push('name', 'message');
  else if (keys.length === 0) throw new ERR_INVALID_ARG_VALUE('error', expected, 'may not be an empty object');
  for (const key of keys) {
    const fits = typeof actual[key] === 'string' && isRegExp(expected[key]) && matches(expected[key], actual[key]);
    if (!fits) compareKey(actual, expected, key, message, keys, fn);
  }
}

function wordClassMismatch(actual, expected) {
  const start = `The error is expected to be an instance of "${expected.name}". Received `;
  if (!isError(actual)) return `${start}"${inspect(actual, { depth: -1 })}"`;
  const name = actual.constructor?.name ?? actual.name;
  const received = name === expected.name ? 'an error with identical name but a different prototype.' : `"${name}"`;
  return `${start}${received}\n\nError message:\n\n${actual.message}`;
}

function wordRefusal(actual, expected, result) {
  const name = expected.name ? `"${expected.name}" ` : '';
  const text = `The ${name}validation function is expected to return "true". Received ${inspect(result)}`;
  return isError(actual) ? `${text}\n\nCaught error:\n\n${actual}` : text;
}

/** Why what was thrown is not what was expected; undefined if it is. */
function mismatch(actual, expected) {
  if (isRegExp(expected)) {
    const text = String(actual);
    if (matches(expected, text)) return undefined;
    return `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(text)}\n`;
  }
  if (expected.prototype !== undefined && actual instanceof expected) return undefined;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) return wordClassMismatch(actual, expected);
  const result = Reflect.apply(expected, {}, [actual]);
  return result === true ? undefined : wordRefusal(actual, expected, result);
}

function checkException(actual, expected, message, fn) {
  if (typeof expected !== 'function' && !isRegExp(expected)) {
    matchObject(actual, expected, message, fn);
    return;
  }
  const text = mismatch(actual, expected);
  if (text === undefined) return;
  const error = new AssertionError({
    actual, expected, message: message || text, operator: fn.name, stackStartFn: fn,
  });
  error.generatedMessage = !message;
  throw error;
}

const KINDS = ['Object', 'Error', 'Function', 'RegExp'];

function checkAmbiguity(actual, message) {
  if (typeof actual === 'object' && actual !== null) {
    if (actual.message !== message) return;
    throw new ERR_AMBIGUOUS_ARGUMENT('error/message', `The error message "${actual.message}" is identical to the message.`);
  }
  if (actual === message) {
    throw new ERR_AMBIGUOUS_ARGUMENT('error/message', `The error "${actual}" is identical to the message.`);
  }
}

function expectError(fn, kind, actual, args) {
  let [expected, message] = args;
  if (typeof expected === 'string') {
    if (args.length === 2) throw new ERR_INVALID_ARG_TYPE('error', KINDS, expected);
    checkAmbiguity(actual, expected);
    message = expected;
    expected = undefined;
  } else if (expected != null && typeof expected !== 'object' && typeof expected !== 'function') {
    throw new ERR_INVALID_ARG_TYPE('error', KINDS, expected);
  }
  if (actual === NONE) {
    const name = expected?.name ? ` (${expected.name})` : '';
    fail({
      actual: undefined,
      expected,
      operator: fn.name,
      message: `Missing expected ${kind}${name}${message ? `: ${message}` : '.'}`,
      stackStartFn: fn,
    });
  }
  if (expected) checkException(actual, expected, message, fn);
}

function isUnwanted(actual, expected) {
  if (typeof expected !== 'function') {
    if (isRegExp(expected)) return matches(expected, String(actual));
    throw new ERR_INVALID_ARG_TYPE('expected', ['Function', 'RegExp'], expected);
  }
  if (expected.prototype !== undefined && actual instanceof expected) return true;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) return false;
  return Reflect.apply(expected, {}, [actual]) === true;
}

function expectNoError(fn, kind, actual, args) {
  if (actual === NONE) return;
  let [expected, message] = args;
  if (typeof expected === 'string') {
    message = expected;
    expected = undefined;
  }
  if (expected && !isUnwanted(actual, expected)) throw actual;
  fail({
    actual,
    expected,
    operator: fn.name,
    message: `Got unwanted ${kind}${message ? `: ${message}` : '.'}\nActual message: "${actual && actual.message}"`,
    stackStartFn: fn,
  });
}

function throws(fn, ...args) {
  expectError(throws, 'exception', thrownBy(fn), args);
}

/** After an `await` the stack no longer tells who asked: adds what asynchronous stacks would say. */
function inAsync(fn, check) {
  try {
    check();
  } catch (error) {
    if (error instanceof AssertionError && error.operator === fn.name) error.stack += `\n    at async ${fn.name} (node:assert)`;
    throw error;
  }
}

async function rejects(promiseFn, ...args) {
  const reason = await rejectionOf(promiseFn);
  inAsync(rejects, () => expectError(rejects, 'rejection', reason, args));
}

function doesNotThrow(fn, ...args) {
  expectNoError(doesNotThrow, 'exception', thrownBy(fn), args);
}

async function doesNotReject(promiseFn, ...args) {
  const reason = await rejectionOf(promiseFn);
  inAsync(doesNotReject, () => expectNoError(doesNotReject, 'rejection', reason, args));
}

module.exports = { throws, rejects, doesNotThrow, doesNotReject };
