'use strict';

const assert = require('node:assert');
const util = require('node:util');
const { Console } = require('node:console');
const { test } = require('kaon:test');

const stdout = { write() {} };
const invalid = (code, message) => ({ code, message });

test('a string is asked for by name', () => {
  assert.throws(() => util.parseEnv(5), invalid(
    'ERR_INVALID_ARG_TYPE', 'The "content" argument must be of type string. Received type number (5)'));
});

test('a name with a dot is a property', () => {
  assert.throws(() => new Console({ stdout, inspectOptions: 5 }), invalid(
    'ERR_INVALID_ARG_TYPE',
    'The "options.inspectOptions" property must be of type object. Received type number (5)'));
});

test('an object is neither null nor an array', () => {
  for (const value of [null, [], 'x', () => {}]) {
    assert.throws(() => util.parseArgs({ options: { a: value } }), { code: 'ERR_INVALID_ARG_TYPE', name: 'TypeError' });
  }
});

test('an integer has to be one, and within its bounds', () => {
  const make = (groupIndentation) => () => new Console({ stdout, groupIndentation });
  assert.throws(make('2'), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(make(1.5), invalid(
    'ERR_OUT_OF_RANGE', 'The value of "groupIndentation" is out of range. It must be an integer. Received 1.5'));
  assert.throws(make(-1), invalid(
    'ERR_OUT_OF_RANGE', 'The value of "groupIndentation" is out of range. It must be >= 0 && <= 1000. Received -1'));
  make(0)();
  make(1000)();
});

test('one of several is listed when it is none of them', () => {
  assert.throws(() => new Console({ stdout, colorMode: 'always' }), invalid(
    'ERR_INVALID_ARG_VALUE', "The argument 'colorMode' must be one of: 'auto', true, false. Received 'always'"));
});

test('a union lists its members', () => {
  assert.throws(() => util.parseArgs({ options: { a: { type: 'number' } } }), invalid(
    'ERR_INVALID_ARG_TYPE',
    "The \"options.a.type\" property must be ('string|boolean'). Received type string ('number')"));
});

test('arrays are checked element by element', () => {
  assert.throws(() => util.diff(['a', 5], ['a']), invalid(
    'ERR_INVALID_ARG_TYPE', 'The "actual[1]" argument must be of type string. Received type number (5)'));
});

test('a signal has to look like one', async () => {
  await assert.rejects(util.aborted({}, {}), invalid(
    'ERR_INVALID_ARG_TYPE',
    'The "signal" argument must be an instance of AbortSignal. Received an instance of Object'));
});
