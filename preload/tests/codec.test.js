'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('kaon:test');
const { encode, decode } = require('../src/codec');

const golden = (file) => JSON.parse(fs.readFileSync(path.join(__dirname, '../../ipc/tests/golden', file), 'utf8'));
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (digits) => parseInt(digits, 16));

test('values become the bytes that Rust reads, and again themselves', () => {
  for (const { name, js, hex } of golden('values.json')) {
    assert.strictEqual(toHex(encode((0, eval)(`(${js})`))), hex, name);
    assert.strictEqual(toHex(encode(decode(fromHex(hex)))), hex, name);
  }
});

test('malformed bytes are refused as Rust refuses them', () => {
  for (const { name, hex } of golden('invalid.json')) assert.throws(() => decode(fromHex(hex)), /^Error: malformed message/, name);
});

test('every cut of a value is refused', () => {
  for (const { name, hex } of golden('values.json')) {
    for (let end = 0; end < Math.min(hex.length, 200); end += 2) assert.throws(() => decode(fromHex(hex.slice(0, end))), /malformed/, name);
  }
});

test('garbage gives a value or an error and nothing else', () => {
  let seed = 1;
  const dice = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const seeds = golden('values.json').map(({ hex }) => fromHex(hex));
  for (let round = 0; round < 20000; round++) {
    const bytes = Uint8Array.from(seeds[round % seeds.length]);
    for (let change = 0; change < 3; change++) bytes[dice(bytes.length)] = dice(256);
    try {
      decode(bytes);
    } catch (error) {
      assert.match(error.message, /^malformed message/);
    }
  }
});

test('functions, symbols and what the platform made cannot be cloned', () => {
  const refused = [() => 1, Symbol('s'), Promise.resolve(), new WeakMap(), new WeakSet(), (function* () {})(), { deep: [() => 1] }, new Map([[1, Symbol('s')]])];
  for (const value of refused) assert.throws(() => encode(value), /^Error: An object could not be cloned\.$/);
});

test('objects of classes come as plain objects', () => {
  class Point {
    #secret = 1;
    x = 1;
    get y() {
      return 2;
    }
  }
  const copy = decode(encode(new Point()));
  assert.strictEqual(Object.getPrototypeOf(copy), Object.prototype);
  assert.deepStrictEqual(copy, { x: 1 });
});

test('a toString tag does not make a Date', () => {
  assert.deepStrictEqual(decode(encode({ [Symbol.toStringTag]: 'Date', a: 1 })), { a: 1 });
  class Liar {
    a = 1;
    get [Symbol.toStringTag]() {
      return 'Map';
    }
  }
  assert.deepStrictEqual(decode(encode(new Liar())), { a: 1 });
});

test('a getter runs once and its error is the caller’s', () => {
  let runs = 0;
  encode({ get x() { return ++runs; } });
  assert.strictEqual(runs, 1);
  assert.throws(() => encode({ get x() { throw new TypeError('mine'); } }), /^TypeError: mine$/);
});

test('keys with a meaning for engines are keys like others', () => {
  const copy = decode(encode(JSON.parse('{"__proto__":{"polluted":1},"constructor":2}')));
  assert.deepStrictEqual(Object.keys(copy), ['__proto__', 'constructor']);
  assert.strictEqual(copy.polluted, undefined);
  assert.strictEqual({}.polluted, undefined);
});

test('nesting has a limit', () => {
  const nest = (depth) => {
    let value = [];
    for (let level = 1; level < depth; level++) value = [value];
    return value;
  };
  decode(encode(nest(512)));
  assert.throws(() => encode(nest(513)), /deeper than 512/);
});

test('long texts survive', () => {
  for (const text of ['é'.repeat(50000), '\ud800'.repeat(50001), '\ufeff' + 'x'.repeat(100)]) assert.strictEqual(decode(encode(text)), text);
});

test('views of one buffer stay views of one buffer', () => {
  const buffer = new ArrayBuffer(8);
  const [a, b] = decode(encode([new Uint8Array(buffer, 2, 4), new Uint16Array(buffer)]));
  b[1] = 0x0201;
  assert.deepStrictEqual([...a], [1, 2, 0, 0]);
});
