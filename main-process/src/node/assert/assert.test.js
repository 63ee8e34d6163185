'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');

/** What `fn` throws; fails when it throws nothing. */
function thrown(fn) {
  try {
    fn();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
const message = (fn) => thrown(fn).message;
const is = (actual, expected) => {
  if (!Object.is(actual, expected)) throw new Error(`${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
};

test('an assertion error says what, how and whether it made its message', () => {
  const error = thrown(() => assert.strictEqual(1, 2));
  is(error instanceof assert.AssertionError, true);
  is(error instanceof Error, true);
  is(error.name, 'AssertionError');
  is(error.code, 'ERR_ASSERTION');
  is(error.actual, 1);
  is(error.expected, 2);
  is(error.operator, 'strictEqual');
  is(error.generatedMessage, true);
  is(error.stack.startsWith('AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:\n\n1 !== 2\n\n    at '), true);
  is(error.stack.includes('strictEqual ('), false);
  is(Object.keys(error).join(), 'generatedMessage,code,actual,expected,operator');
});

test('a message of the caller comes first, and an error of the caller alone', () => {
  const error = thrown(() => assert.strictEqual(1, 2, 'mine'));
  is(error.message, 'mine\n\n1 !== 2\n');
  is(error.generatedMessage, false);
  is(message(() => assert.equal(1, 2, 'mine')), 'mine');
  const own = new TypeError('own');
  is(thrown(() => assert.strictEqual(1, 2, own)), own);
  is(thrown(() => assert(false, own)), own);
});

test('a failed assert quotes its expression', () => {
  is(message(() => assert(1 > 2)), 'The expression evaluated to a falsy value:\n\n  assert(1 > 2)\n');
  is(message(() => assert.ok('' || null)), "The expression evaluated to a falsy value:\n\n  assert.ok('' || null)\n");
  is(message(() => {
    assert.ok(
      [')', /\)/].length === 3);
  }), "The expression evaluated to a falsy value:\n\n  assert.ok(\n    [')', /\\)/].length === 3)\n");
  is(message(() => assert()), 'No value argument passed to `assert.ok()`');
  is(message(() => new Function('assert', 'assert(0)')(assert)), '0 == true');
});

test('loose equality is ==, strict equality is Object.is', () => {
  assert.equal(1, '1');
  assert.equal(NaN, NaN);
  assert.notEqual(1, 2);
  assert.strictEqual(NaN, NaN);
  assert.notStrictEqual(0, -0);
  is(message(() => assert.equal(1, 2)), '1 == 2');
  is(message(() => assert.notEqual(1, '1')), "1 != '1'");
  is(message(() => assert.notStrictEqual(1, 1)), 'Expected "actual" to be strictly unequal to: 1');
  is(message(() => assert.strictEqual({}, {})), 'Values have same structure but are not reference-equal:\n\n{}\n');
});

test('a difference shows added and removed lines', () => {
  is(message(() => assert.deepStrictEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] })), [
    'Expected values to be strictly deep-equal:', '+ actual - expected', '', '  {', '    a: 1,', '    b: [', '      1,',
    '+     2', '-     3', '    ]', '  }',
  ].join('\n'));
  is(message(() => assert.strictEqual('a long text of words', 'a long text of worms')), [
    'Expected values to be strictly equal:', '+ actual - expected', '', "+ 'a long text of words'",
    "- 'a long text of worms'", '                     ^',
  ].join('\n'));
  const list = Array.from({ length: 30 }, (_, i) => i);
  is(message(() => assert.deepStrictEqual(list, list.with(15, 'x'))).includes('... Lines skipped'), true);
});

test('deep equality', () => {
  const equal = [
    [[1, 2], [1, 2]], [{ a: { b: 1 } }, { a: { b: 1 } }], [new Date(5), new Date(5)], [/a/g, /a/g],
    [new Map([[{ a: 1 }, 1]]), new Map([[{ a: 1 }, 1]])], [new Set([[1], [2]]), new Set([[2], [1]])],
    [new Uint8Array([1]), new Uint8Array([1])], [new Error('x'), new Error('x')], [Object(1), Object(1)],
    [NaN, NaN], [[, 1], [, 1]], [{ [Symbol.iterator]: 1 }, { [Symbol.iterator]: 1 }], // eslint-disable-line no-sparse-arrays
  ];
  for (const [a, b] of equal) {
    assert.deepStrictEqual(a, b);
    assert.deepEqual(a, b);
    assert.throws(() => assert.notDeepStrictEqual(a, b), { code: 'ERR_ASSERTION' });
  }
  const unequal = [
    [[1], [1, 2]], [{ a: 1 }, { b: 1 }], [{ a: undefined }, {}], [new Date(1), new Date(2)], [/a/g, /a/i],
    [new Map([[1, 1]]), new Map([[1, 2]])], [new Set([1]), new Set([2])], [new Error('x'), new Error('y')],
    [new Uint8Array([1]), new Uint8Array([2])], [[1], { 0: 1, length: 1 }], [Object(1), Object(2)],
    [new Error('x', { cause: 1 }), new Error('x', { cause: 2 })], [[undefined], [,]], // eslint-disable-line no-sparse-arrays
  ];
  for (const [a, b] of unequal) {
    assert.notDeepStrictEqual(a, b);
    assert.notDeepEqual(a, b);
    assert.throws(() => assert.deepEqual(a, b), { code: 'ERR_ASSERTION' });
  }
});

test('only loose deep equality forgives types and prototypes', () => {
  class Foo {}
  for (const [a, b] of [
    [1, '1'], [[1], ['1']], [{}, new Foo()], [new Set([1]), new Set(['1'])], [new Map([[1, '2']]), new Map([['1', 2]])],
    [{ a: 0 }, { a: -0 }], [{ a: null }, { a: undefined }],
  ]) {
    assert.deepEqual(a, b);
    assert.notDeepStrictEqual(a, b);
  }
});

test('circles are compared as far as they go', () => {
  const circle = (n) => {
    const a = { n };
    a.self = a;
    return a;
  };
  assert.deepStrictEqual(circle(1), circle(1));
  assert.notDeepStrictEqual(circle(1), circle(2));
});

test('partial equality lets the actual value have more', () => {
  assert.partialDeepStrictEqual({ a: 1, b: { c: [1, 2, 3], d: 4 } }, { b: { c: [1, 3] } });
  assert.partialDeepStrictEqual(new Set([1, 2]), new Set([2]));
  assert.partialDeepStrictEqual(new Map([[1, { a: 1, b: 2 }], [2, 0]]), new Map([[1, { b: 2 }]]));
  for (const [actual, expected] of [[{ a: 1 }, { b: 1 }], [[1, 2], [2, 1]], [{ a: 1 }, { a: '1' }], [new Set([1]), new Set([2])]]) {
    assert.throws(() => assert.partialDeepStrictEqual(actual, expected), { code: 'ERR_ASSERTION' });
  }
});

test('throws takes a class, a pattern, properties or a function', () => {
  const boom = () => {
    throw Object.assign(new TypeError('boom 5'), { code: 'E' });
  };
  assert.throws(boom);
  assert.throws(boom, TypeError);
  assert.throws(boom, /boom \d/);
  assert.throws(boom, { name: 'TypeError', message: /boom/, code: 'E' });
  assert.throws(boom, (error) => error.code === 'E');
  is(message(() => assert.throws(() => {}, TypeError, 'why')), 'Missing expected exception (TypeError): why');
  is(message(() => assert.throws(boom, RangeError)).startsWith(
    'The error is expected to be an instance of "RangeError". Received "TypeError"'), true);
  is(message(() => assert.throws(boom, /zap/)).startsWith('The input did not match the regular expression /zap/'), true);
  is(message(() => assert.throws(boom, { code: 'F' })).includes("+   code: 'E'"), true);
  is(message(() => assert.throws(boom, () => false)).startsWith('The validation function is expected to return "true"'), true);
  is(thrown(() => assert.throws(boom, 'boom 5')).code, 'ERR_AMBIGUOUS_ARGUMENT');
  is(thrown(() => assert.throws(boom, {})).code, 'ERR_INVALID_ARG_VALUE');
  is(thrown(() => assert.throws('no function')).code, 'ERR_INVALID_ARG_TYPE');
});

test('doesNotThrow passes on what it was not to look for', () => {
  const error = new Error('x');
  const boom = () => {
    throw error;
  };
  assert.doesNotThrow(() => {});
  is(message(() => assert.doesNotThrow(boom)), 'Got unwanted exception.\nActual message: "x"');
  is(thrown(() => assert.doesNotThrow(boom, TypeError)), error);
});

test('rejections are like exceptions', async () => {
  await assert.rejects(Promise.reject(new TypeError('x')), TypeError);
  await assert.rejects(async () => {
    throw new Error('x');
  }, { message: 'x' });
  await assert.rejects(assert.rejects(async () => {}), { message: 'Missing expected rejection.' });
  await assert.rejects(assert.rejects(() => 5), { code: 'ERR_INVALID_RETURN_VALUE' });
  await assert.doesNotReject(Promise.resolve());
  await assert.rejects(assert.doesNotReject(Promise.reject(new Error('x'))), { code: 'ERR_ASSERTION' });
});

test('ifError throws whatever is there, with its stack', () => {
  assert.ifError(null);
  assert.ifError(undefined);
  const error = thrown(function here() {
    assert.ifError(new RangeError('bad'));
  });
  is(error.message, 'ifError got unwanted exception: bad');
  is(error.stack.includes('here'), true);
  is(message(() => assert.ifError(0)), 'ifError got unwanted exception: 0');
});

test('match and doesNotMatch', () => {
  assert.match('abc', /b/);
  assert.doesNotMatch('abc', /z/);
  is(message(() => assert.match('abc', /z/)),
    "The input did not match the regular expression /z/. Input:\n\n'abc'\n");
  is(message(() => assert.match(5, /5/)), 'The "string" argument must be of type string. Received type number (5)');
  is(thrown(() => assert.match('abc', 'b')).code, 'ERR_INVALID_ARG_TYPE');
});

test('fail fails', () => {
  is(message(() => assert.fail()), 'Failed');
  is(message(() => assert.fail('why')), 'why');
  is(thrown(() => assert.fail('why')).operator, 'fail');
});

test('arguments are asked for', () => {
  is(thrown(() => assert.strictEqual(1)).code, 'ERR_MISSING_ARGS');
  is(message(() => assert.deepEqual()), 'The "actual" and "expected" arguments must be specified');
});

test('the strict form compares strictly', () => {
  const { strict } = assert;
  is(strict.equal, assert.strictEqual);
  is(strict.deepEqual, assert.deepStrictEqual);
  is(strict.strict, strict);
  is(require('node:assert/strict'), strict);
});

test('CallTracker counts the calls of functions', () => {
  const tracker = new assert.CallTracker();
  const tracked = tracker.calls(function twice() {}, 2);
  tracked(1);
  assert.throws(() => tracker.verify(), { message: 'Expected the twice function to be executed 2 time(s) but was executed 1 time(s).' });
  tracked.call('this', 2);
  tracker.verify();
  is(tracker.getCalls(tracked).length, 2);
  is(tracker.getCalls(tracked)[1].thisArg, 'this');
});
