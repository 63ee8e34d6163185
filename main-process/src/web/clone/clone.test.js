'use strict';

const { test } = require('kaon:test');
const assert = require('node:assert');

test('primitives keep their exact value', () => {
  const values = [undefined, null, true, false, 0, -0, NaN, 1.5, -1, 2 ** 31, 'text', '\ud800 lone', '😀', 12345678901234567890n, -1n, 0n];
  for (const value of values) assert.ok(Object.is(structuredClone(value), value), String(value));
});

test('containers keep their kind, order and content', () => {
  const value = {
    map: new Map([[{ key: 1 }, [1, 2]], ['b', undefined]]), set: new Set([1, 'a']), date: new Date(5), regexp: /a+(?<x>b)/giu,
    nested: { deep: [[], {}] }, boxed: [Object(1), Object('s'), Object(true), Object(2n)],
  };
  assert.deepStrictEqual(structuredClone(value), value);
});

test('cycles and shared objects stay what they are', () => {
  const value = { list: [] };
  value.self = value;
  value.list.push(value.list, value);
  const copy = structuredClone(value);
  assert.strictEqual(copy.self, copy);
  assert.strictEqual(copy.list[0], copy.list);
  assert.notStrictEqual(copy, value);
});

test('typed arrays share the buffer that they shared', () => {
  const buffer = new ArrayBuffer(16);
  const copy = structuredClone([new Uint8Array(buffer, 4, 4), new DataView(buffer), new Float64Array(buffer), buffer]);
  assert.strictEqual(copy[0].buffer, copy[3]);
  assert.strictEqual(copy[1].buffer, copy[3]);
  assert.deepStrictEqual([copy[0].byteOffset, copy[0].length, copy[2].length], [4, 4, 2]);
});

test('errors keep class, message, stack and cause', () => {
  const error = new RangeError('outer', { cause: new TypeError('inner') });
  const copy = structuredClone(error);
  assert.ok(copy instanceof RangeError && copy.cause instanceof TypeError);
  assert.deepStrictEqual([copy.message, copy.stack, copy.cause.message], ['outer', error.stack, 'inner']);
});

test('holes and named properties of arrays survive', () => {
  const sparse = [1, , 3];
  sparse.name = 'x';
  const copy = structuredClone(sparse);
  assert.deepStrictEqual([1 in copy, copy.length, copy.name], [false, 3, 'x']);
  assert.strictEqual(structuredClone(new Array(5)).length, 5);
});

test('__proto__ is a key like any other', () => {
  const copy = structuredClone(JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}'));
  assert.ok(Object.hasOwn(copy, '__proto__'));
  assert.strictEqual(Object.getPrototypeOf(copy), Object.prototype);
  assert.strictEqual({}.polluted, undefined);
});

test('what has no clone is refused by name', () => {
  for (const value of [() => {}, Symbol('s'), Promise.resolve(), new WeakMap(), new Proxy({}, {}), { deep: [function named() {}] }]) {
    assert.throws(() => structuredClone(value), { name: 'DataCloneError', code: 25 });
  }
});

test('a transferred buffer is empty afterwards', () => {
  const buffer = new ArrayBuffer(8);
  assert.strictEqual(structuredClone(buffer, { transfer: [buffer] }).byteLength, 8);
  assert.strictEqual(buffer.byteLength, 0);
});

test('values may be deep, but not without end', () => {
  let deep = [];
  for (let level = 0; level < 300; level++) deep = [deep];
  structuredClone(deep);
  for (let level = 0; level < 10000; level++) deep = [deep];
  assert.throws(() => structuredClone(deep));
});

test('shared memory stays shared, and ports can move', () => {
  const shared = new SharedArrayBuffer(8);
  new Uint8Array(structuredClone({ shared }).shared)[0] = 5;
  assert.strictEqual(new Uint8Array(shared)[0], 5);
  const { port1 } = new MessageChannel();
  assert.ok(structuredClone(port1, { transfer: [port1] }) instanceof MessagePort);
});

test('process.env is cloned as the plain object that it looks like', () => {
  assert.deepStrictEqual(structuredClone(process.env), { ...process.env });
});
