'use strict';
const assert = require('node:assert');
const { test } = require('kaon:test');

test('strings are compared as people sort them', () => {
  assert.deepStrictEqual(['b', 'a', 'B', 'é', 'e', 'f'].sort((a, b) => a.localeCompare(b)), ['a', 'b', 'B', 'e', 'é', 'f']);
  assert.strictEqual('a10'.localeCompare('a9', undefined, { numeric: true }), 1);
  assert.strictEqual('a'.localeCompare('A', 'en', { sensitivity: 'base' }), 0);
});

test('letters change case as their language has it', () => {
  assert.strictEqual('i'.toLocaleUpperCase('tr'), 'İ');
  assert.strictEqual('I'.toLocaleLowerCase('tr'), 'ı');
  assert.strictEqual('i'.toLocaleUpperCase(), 'I');
});

test('numbers and lists of them are written by the locale', () => {
  assert.strictEqual((1234.5).toLocaleString(), '1,234.5');
  assert.strictEqual(12345678901234567890n.toLocaleString(), '12,345,678,901,234,567,890');
  assert.strictEqual([1000, null, 2].toLocaleString(), '1,000,,2');
  assert.strictEqual(new Uint16Array([1000, 2]).toLocaleString(), '1,000,2');
});

test('an array that fails to be written can be written again', () => {
  const list = [{ toLocaleString() { throw new Error('no'); } }];
  assert.throws(() => list.toLocaleString(), { message: 'no' });
  assert.throws(() => list.toLocaleString(), { message: 'no' });
});

test('dates are written with the fields that each method has by default', () => {
  const date = new Date(0);
  const utc = { timeZone: 'UTC' };
  assert.strictEqual(date.toLocaleString('en-US', utc), '1/1/1970, 12:00:00 AM');
  assert.strictEqual(date.toLocaleDateString('en-US', utc), '1/1/1970');
  assert.strictEqual(date.toLocaleTimeString('en-US', utc), '12:00:00 AM');
  assert.strictEqual(new Date(NaN).toLocaleString(), 'Invalid Date');
});
