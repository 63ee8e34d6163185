'use strict';

const assert = require('node:assert');
const path = require('node:path');
const util = require('node:util');
const { test } = require('kaon:test');

const first = (error) => error.stack.split('\n')[0];

test('a stack starts with name and message and goes on with where it was', () => {
  const lines = new TypeError('boom').stack.split('\n');
  assert.strictEqual(lines[0], 'TypeError: boom');
  assert.match(lines[1], /^ {4}at .*errors\.test\.js:\d+:\d+\)?$/);
});

test('the first line says what the error says when it is first asked', () => {
  const error = new Error('a');
  error.message = 'b';
  error.name = 'N';
  assert.strictEqual(first(error), 'N: b');
  error.message = 'c';
  assert.strictEqual(first(error), 'N: b');
});

test('the first line of errors without name or message is what String says', () => {
  assert.strictEqual(first(new Error()), 'Error');
  assert.strictEqual(first(Object.assign(new Error('x'), { name: '' })), 'x');
  class Own extends Error {
    get name() {
      return 'Own';
    }
  }
  assert.strictEqual(first(new Own('x')), 'Own: x');
});

test('stack is an own property that is not listed, and can be set to anything', () => {
  const error = new Error('x');
  assert.ok(Object.hasOwn(error, 'stack'));
  assert.deepStrictEqual(Object.keys(error), []);
  error.stack = 5;
  assert.strictEqual(error.stack, 5);
  assert.deepStrictEqual(Object.keys(error), []);
});

test('what the engine throws has a stack as well', () => {
  assert.throws(() => null.x, (error) => {
    assert.match(error.stack, /^TypeError: [^\n]+\n {4}at /);
    return true;
  });
});

test('an error thrown for want of stack is a RangeError with a text', () => {
  const dive = () => dive() + 1;
  assert.throws(dive, (error) => error instanceof RangeError && typeof error.stack === 'string');
});

test('captureStackTrace gives any object a stack that starts below a function', () => {
  function below() {
    const target = { name: 'T', message: 'm' };
    Error.captureStackTrace(target, below);
    return target;
  }
  function caller() {
    return below();
  }
  const { stack } = caller();
  assert.strictEqual(stack.split('\n')[0], 'T: m');
  assert.ok(!stack.includes('below'));
  assert.match(stack.split('\n')[1], /caller/);
});

test('captureStackTrace from a function that is not running leaves no frames', () => {
  const target = {};
  Error.captureStackTrace(target, () => {});
  assert.strictEqual(target.stack, 'Error');
});

test('prepareStackTrace is undefined until a program sets it, and then makes the stacks', () => {
  assert.strictEqual(Error.prepareStackTrace, undefined);
  const before = new Error('early');
  Error.prepareStackTrace = (error, sites) => ({ error, sites });
  try {
    const { stack } = before;
    assert.strictEqual(stack.error, before);
    assert.strictEqual(before.stack, stack);
    assert.ok(Array.isArray(stack.sites));
  } finally {
    Error.prepareStackTrace = undefined;
  }
  assert.strictEqual(first(new Error('later')), 'Error: later');
});

test('call sites have the methods of V8', () => {
  Error.prepareStackTrace = (_, sites) => sites;
  let site;
  try {
    [site] = new Error('x').stack;
  } finally {
    Error.prepareStackTrace = undefined;
  }
  for (const name of [
    'getThis', 'getTypeName', 'getFunction', 'getFunctionName', 'getMethodName', 'getFileName', 'getLineNumber',
    'getColumnNumber', 'getEvalOrigin', 'isToplevel', 'isEval', 'isNative', 'isConstructor', 'isAsync', 'isPromiseAll',
    'getPromiseIndex', 'getScriptNameOrSourceURL', 'getScriptHash', 'getEnclosingLineNumber',
    'getEnclosingColumnNumber', 'getPosition', 'toString',
  ]) {
    assert.strictEqual(typeof site[name], 'function', name);
    site[name]();
  }
  assert.strictEqual(site.getFileName(), __filename);
  assert.strictEqual(site.isEval(), false);
});

test('stackTraceLimit cuts stacks', () => {
  const { stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = 0;
    assert.strictEqual(new Error('x').stack, 'Error: x');
    Error.stackTraceLimit = 1;
    assert.strictEqual(new Error('x').stack.split('\n').length, 2);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
});

test('an error of a module has a code, its built-in class, and the code in its stack', () => {
  assert.throws(() => path.join(5), (error) => {
    assert.strictEqual(error.code, 'ERR_INVALID_ARG_TYPE');
    assert.strictEqual(error.name, 'TypeError');
    assert.strictEqual(error.constructor, TypeError);
    assert.ok(error instanceof TypeError);
    assert.deepStrictEqual(Object.keys(error), ['code']);
    const text = `TypeError [ERR_INVALID_ARG_TYPE]: ${error.message}`;
    assert.strictEqual(String(error), text);
    assert.strictEqual(first(error), text);
    return true;
  });
});

test('messages say what was received', () => {
  class Foo {}
  const rows = [
    [undefined, 'undefined'], [null, 'null'], [5, 'type number (5)'], [-0, 'type number (-0)'], [5n, 'type bigint (5n)'],
    [true, 'type boolean (true)'], [Symbol('s'), 'type symbol (Symbol(s))'], [{}, 'an instance of Object'],
    [[], 'an instance of Array'], [new Foo(), 'an instance of Foo'], [Object.create(null), '[Object: null prototype] {}'],
    [function named() {}, 'function named'], [() => {}, 'function '],
  ];
  for (const [value, text] of rows) {
    assert.throws(() => path.join(value), {
      message: `The "path" argument must be of type string. Received ${text}`,
    });
  }
  assert.throws(() => util.promisify('a'.repeat(30)), {
    message: `The "original" argument must be of type function. Received type string ('${'a'.repeat(25)}...')`,
  });
  assert.throws(() => util.promisify("it's"), /Received type string \("it's"\)$/);
});

test('large numbers are grouped in messages', () => {
  assert.throws(() => util.getSystemErrorName(2 ** 33), {
    code: 'ERR_OUT_OF_RANGE',
    name: 'RangeError',
    message: 'The value of "err" is out of range. It must be a negative integer. Received 8_589_934_592',
  });
});

test('what Kaon leaves out says so by name', () => {
  assert.throws(() => util.setTraceSigInt(true), {
    code: 'ERR_NOT_SUPPORTED', name: 'Error', message: 'util.setTraceSigInt is not supported by Kaon',
  });
});
