'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { inspect } = require('node:util');

test('headers are found without regard to case and joined by commas', () => {
  const headers = new Headers({ A: '1', b: ' 2\t' });
  headers.append('a', '3');
  assert.strictEqual(headers.get('a'), '1, 3');
  assert.strictEqual(headers.get('B'), '2');
  assert.strictEqual(headers.get('c'), null);
  headers.set('A', '4');
  headers.delete('B');
  assert.deepStrictEqual([...headers], [['a', '4']]);
  assert.strictEqual(headers.has('b'), false);
});

test('they are iterated in the order of their names, cookies each for itself', () => {
  const headers = new Headers([['Set-Cookie', 'x=1'], ['b', '1'], ['set-cookie', 'y=2'], ['a', '2']]);
  assert.deepStrictEqual([...headers.keys()], ['a', 'b', 'set-cookie', 'set-cookie']);
  assert.deepStrictEqual([...headers.values()], ['2', '1', 'x=1', 'y=2']);
  assert.deepStrictEqual(headers.getSetCookie(), ['x=1', 'y=2']);
  assert.strictEqual(headers.get('set-cookie'), 'x=1, y=2');
  const seen = [];
  headers.forEach((value, name, self) => seen.push([name, value, self === headers]));
  assert.deepStrictEqual(seen[0], ['a', '2', true]);
  assert.strictEqual(Object.prototype.toString.call(headers.entries()), '[object Headers Iterator]');
});

test('changes while iterating are seen', () => {
  const headers = new Headers({ a: '1', c: '2' });
  const seen = [];
  for (const [name] of headers) {
    seen.push(name);
    if (name === 'a') headers.append('b', 'x');
  }
  assert.deepStrictEqual(seen, ['a', 'b', 'c']);
});

test('names and values that HTTP does not allow are refused in the words of Node', () => {
  const refused = (call, message) => assert.throws(call, { name: 'TypeError', message });
  refused(() => new Headers({ 'a b': '1' }), 'Headers.append: "a b" is an invalid header name.');
  refused(() => new Headers().set('a', 'b\nc'), 'Headers.set: "b\nc" is an invalid header value.');
  refused(() => new Headers().append('a', '\u20ac'), /character at index 0 has a value of 8364 which is greater than 255/);
  refused(() => new Headers([['a']]), 'Headers constructor: expected name/value pair to be length 2, found 1.');
  refused(() => new Headers(null), /could not be converted to one of/);
  refused(() => new Headers().get(), 'Headers.get: 1 argument required, but 0 found.');
  refused(() => Headers.prototype.get.call({}, 'a'), 'Illegal invocation');
});

test('headers of another are copied, not shared', () => {
  const first = new Headers({ a: '1' });
  const second = new Headers(first);
  second.set('a', '2');
  assert.strictEqual(first.get('a'), '1');
});

test('inspecting shows names as they were given', () => {
  assert.strictEqual(inspect(new Headers({ Accept: '*/*' })), "Headers { Accept: '*/*' }");
});
