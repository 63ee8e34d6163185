'use strict';

const { codes } = require('internal/errors');
const { inspect } = require('internal/inspect');
const { isError, isRegExp } = require('internal/types');
const { isDeepEqual, isDeepStrictEqual, isPartialStrictEqual } = require('node/util/deep_equal');
const AssertionError = require('./assertion_error');
const { checkTruth } = require('./truth');
const exceptions = require('./exceptions');
const { fail: failWith } = require('./failure');

const { ERR_INVALID_ARG_TYPE, ERR_MISSING_ARGS } = codes;

function assert(...args) {
  checkTruth(assert, args);
}

function ok(...args) {
  checkTruth(ok, args);
}

let warnedOfFail = false;
function warnOfFail() {
  if (warnedOfFail) return;
  warnedOfFail = true;
  globalThis.process?.emitWarning(
    'assert.fail() with more than one argument is deprecated. ' +
    'Please use assert.strictEqual() instead or only pass a message.',
    'DeprecationWarning', 'DEP0094');
}

function fail(actual, expected, message, operator, stackStartFn) {
  const count = arguments.length;
  const bare = actual == null && count <= 1;
  const details = { actual, expected, operator, message };
  if (bare) {
    details.message = 'Failed';
  } else if (count === 1) {
    details.message = actual;
    details.actual = undefined;
  } else {
    warnOfFail();
    if (count === 2) details.operator = '!=';
  }
  if (isError(details.message)) throw details.message;
  details.operator ??= 'fail';
  details.stackStartFn = stackStartFn || fail;
  const error = new AssertionError(details);
  if (bare) error.generatedMessage = true;
  throw error;
}

const sameNaN = (a, b) => Number.isNaN(a) && Number.isNaN(b);

// Operator of each comparison, and whether the values pass it.
const comparisons = {
  equal: ['==', (a, b) => a == b || sameNaN(a, b)], // eslint-disable-line eqeqeq
  notEqual: ['!=', (a, b) => a != b && !sameNaN(a, b)], // eslint-disable-line eqeqeq
  deepEqual: ['deepEqual', isDeepEqual],
  notDeepEqual: ['notDeepEqual', (a, b) => !isDeepEqual(a, b)],
  deepStrictEqual: ['deepStrictEqual', isDeepStrictEqual],
  notDeepStrictEqual: ['notDeepStrictEqual', (a, b) => !isDeepStrictEqual(a, b)],
  strictEqual: ['strictEqual', Object.is],
  notStrictEqual: ['notStrictEqual', (a, b) => !Object.is(a, b)],
  partialDeepStrictEqual: ['partialDeepStrictEqual', isPartialStrictEqual],
};

function comparison(name) {
  const [operator, passes] = comparisons[name];
  return { [name](actual, expected, message) {
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('actual', 'expected');
    if (passes(actual, expected)) return;
    failWith({ actual, expected, message, operator, stackStartFn: assert[name] });
  } }[name];
}

/** The error itself with the frames of where it was made, without those both have. */
function mergeStacks(error, original) {
  if (typeof original !== 'string') return;
  const start = original.indexOf('\n    at');
  if (start === -1) return;
  const frames = original.slice(start + 1).split('\n');
  let own = `${error.stack}`.split('\n');
  for (const frame of frames) {
    const shared = own.indexOf(frame);
    if (shared !== -1) {
      own = own.slice(0, shared);
      break;
    }
  }
  error.stack = `${own.join('\n')}\n${frames.join('\n')}`;
}

function ifError(value) {
  if (value === null || value === undefined) return;
  let message = 'ifError got unwanted exception: ';
  if (typeof value === 'object' && typeof value.message === 'string') {
    message += value.message.length === 0 && value.constructor ? value.constructor.name : value.message;
  } else {
    message += inspect(value);
  }
  const error = new AssertionError({
    actual: value, expected: null, operator: 'ifError', message, stackStartFn: ifError,
  });
  mergeStacks(error, value.stack);
  throw error;
}

function checkMatch(string, regexp, message, fn, wanted) {
  if (!isRegExp(regexp)) throw new ERR_INVALID_ARG_TYPE('regexp', 'RegExp', regexp);
  if (typeof string === 'string' && (RegExp.prototype.exec.call(regexp, string) !== null) === wanted) return;
  if (isError(message)) throw message;
  const start = wanted ?
    'The input did not match the regular expression ' : 'The input was expected to not match the regular expression ';
  const text = typeof string !== 'string' ?
    `The "string" argument must be of type string. Received type ${typeof string} (${inspect(string)})` :
    `${start}${inspect(regexp)}. Input:\n\n${inspect(string)}\n`;
  const error = new AssertionError({
    actual: string, expected: regexp, message: message || text, operator: fn.name, stackStartFn: fn,
  });
  error.generatedMessage = !message;
  throw error;
}

const list = {
  fail,
  AssertionError,
  ok,
};
for (const name of [
  'equal', 'notEqual', 'deepEqual', 'notDeepEqual', 'deepStrictEqual', 'notDeepStrictEqual', 'strictEqual',
  'notStrictEqual', 'partialDeepStrictEqual',
]) {
  list[name] = comparison(name);
}
Object.assign(assert, list, exceptions, {
  ifError,
  match: function match(string, regexp, message) {
    checkMatch(string, regexp, message, match, true);
  },
  doesNotMatch: function doesNotMatch(string, regexp, message) {
    checkMatch(string, regexp, message, doesNotMatch, false);
  },
});
Object.defineProperty(assert, 'CallTracker', {
  get() {
    return require('./call_tracker').CallTracker;
  },
  configurable: true,
  enumerable: true,
});

function strict(...args) {
  checkTruth(strict, args);
}

// Properties as they are: reading the deprecated one would warn.
for (const name of Object.keys(assert)) Object.defineProperty(strict, name, Object.getOwnPropertyDescriptor(assert, name));
assert.strict = Object.assign(strict, {
  equal: assert.strictEqual,
  deepEqual: assert.deepStrictEqual,
  notEqual: assert.notStrictEqual,
  notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;

module.exports = assert;

