'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');

const text = Buffer.from('abcabcabc\u00e9\u20ac');
const wide = Buffer.from('abcabc', 'utf16le');

test('indexOf finds text, bytes and numbers from an offset on', () => {
  const rows = [
    [['c'], 2], [['c', 3], 5], [['c', -1], -1], [['c', -100], 2], [['c', 100], -1], [['', 5], 5], [['', 100], 14],
    [['63', 'hex'], 2], [['YWI=', 'base64'], 0], [[99], 2], [[99 + 256], 2], [[99.9, 1.9], 2], [[Buffer.from('bc')], 1],
    [[Buffer.alloc(0)], 0], [['zz'], -1], [['c', null], 2], [['c', {}], 2], [['c', Infinity], -1],
  ];
  for (const [args, expected] of rows) assert.strictEqual(text.indexOf(...args), expected, String(args));
});

test('lastIndexOf looks backwards', () => {
  const rows = [
    [['c'], 8], [['c', 5], 5], [['c', -9], 5], [['c', -100], -1], [['c', 100], 8], [[''], 14], [['', -100], 0],
    [['abc', -1], 6], [['ab', 7], 6], [[99, null], -1], [[99, undefined], 8], [['c', NaN], 8], [['YWI', 'base64'], 6],
  ];
  for (const [args, expected] of rows) assert.strictEqual(text.lastIndexOf(...args), expected, String(args));
});

test('UTF-16 is only found at even places', () => {
  assert.strictEqual(wide.indexOf('c', 0, 'ucs2'), 4);
  assert.strictEqual(wide.indexOf('c', 5, 'ucs2'), 4);
  assert.strictEqual(wide.lastIndexOf('c', 9, 'ucs2'), 4);
  assert.strictEqual(wide.indexOf(Buffer.from('b'), 0, 'ucs2'), -1);
  assert.strictEqual(Buffer.from([0, 0x61, 0, 0x62]).indexOf('a', 0, 'ucs2'), -1);
});

test('includes answers yes or no, and other values are refused', () => {
  assert.deepStrictEqual([text.includes('bca'), text.includes('a', 7)], [true, false]);
  for (const value of [null, undefined, {}, [99], new Uint16Array([99])]) {
    assert.throws(() => text.indexOf(value), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
  }
  assert.throws(() => text.indexOf('c', 'x'), { code: 'ERR_UNKNOWN_ENCODING' });
});

test('fill repeats a value', () => {
  const filled = (...args) => Buffer.alloc(5, 7).fill(...args).toString('hex');
  const rows = [
    [['ab', 1, 4], '0761626107'], [['6162', 1, 'hex'], '0761626162'], [[0x161], '6161616161'], [[''], '0000000000'],
    [['a\u00e9', 0, 2], '61c3070707'], [['ab', 'ucs2'], '6100620061'], [[null, 1, 3], '0700000707'], [[{}], '0000000000'],
    [[Buffer.from('xyz'), 1], '0778797a78'], [['a', 3, 2], '0707070707'], [['a', 9], '0707070707'], [[true], '0101010101'],
  ];
  for (const [args, expected] of rows) assert.strictEqual(filled(...args), expected, String(args));
  assert.throws(() => filled('z', 'hex'), { code: 'ERR_INVALID_ARG_VALUE' });
  assert.throws(() => filled('a', -1), { code: 'ERR_OUT_OF_RANGE' });
  assert.throws(() => filled('a', 0, 6), { code: 'ERR_OUT_OF_RANGE', message: 'The value of "end" is out of range. It must be >= 0 && <= 5. Received 6' });
  assert.throws(() => filled('a', 0, 5, 1), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('compare orders bytes, whole or in part', () => {
  const [one, other] = [Buffer.from('abcdef'), Buffer.from('xxabcy')];
  assert.deepStrictEqual([one.compare(other), other.compare(one), one.compare(one), one.equals(Buffer.from(one))], [-1, 1, 0, true]);
  assert.strictEqual(one.compare(other, 2, 5, 0, 3), 0);
  assert.strictEqual(one.compare(other, 5, 2), 1);
  assert.strictEqual(one.compare(other, 0, 0, 5, 2), 0);
  assert.strictEqual(Buffer.compare(Buffer.from('a'), new Uint8Array([97, 0])), -1);
  assert.deepStrictEqual([Buffer.from('b'), Buffer.from('a')].sort(Buffer.compare).join(), 'a,b');
  assert.throws(() => one.compare(other, 0, 100), { code: 'ERR_OUT_OF_RANGE' });
  assert.throws(() => one.compare(1), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => one.equals('abc'), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('swap turns groups of bytes around', () => {
  const bytes = () => Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]);
  assert.strictEqual(bytes().swap16().toString('hex'), '0201040306050807');
  assert.strictEqual(bytes().swap32().toString('hex'), '0403020108070605');
  assert.strictEqual(bytes().swap64().toString('hex'), '0807060504030201');
  assert.throws(() => Buffer.alloc(3).swap16(), { name: 'RangeError', code: 'ERR_INVALID_BUFFER_SIZE', message: 'Buffer size must be a multiple of 16-bits' });
});
