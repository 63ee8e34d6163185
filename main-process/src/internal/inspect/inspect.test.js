'use strict';

const assert = require('node:assert');
const { inspect, format, formatWithOptions, stripVTControlCharacters } = require('node:util');
const { test } = require('kaon:test');

const shows = (rows) => {
  for (const [value, text, options] of rows) assert.strictEqual(inspect(value, options), text);
};
const bare = (error) => {
  error.stack = `${error.stack.split('\n')[0]}\n    at fn (/a/b.js:1:2)`;
  return error;
};
class Foo {
  constructor() {
    this.a = 1;
  }
}
class Bar extends Foo {}

test('primitives are shown as one would write them', () => {
  shows([
    ['a', "'a'"], ["it's", '"it\'s"'], [`it's "x"`, '`it\'s "x"`'], ['a\n\u0001\\', "'a\\n\\x01\\\\'"],
    ['\ud800', "'\\ud800'"], [-0, '-0'], [1e21, '1e+21'], [5n, '5n'], [Symbol('a b'), 'Symbol(a b)'],
    [undefined, 'undefined'], [null, 'null'], [1234567.891, '1_234_567.891', { numericSeparator: true }],
  ]);
});

test('objects say their class, their tag and whether they have no prototype', () => {
  shows([
    [{ a: 1, 'b-c': 2, [Symbol('d')]: 3 }, "{ a: 1, 'b-c': 2, [Symbol(d)]: 3 }"],
    [new Foo(), 'Foo { a: 1 }'], [new Bar(), 'Bar { a: 1 }'], [Object.create(null), '[Object: null prototype] {}'],
    [new (class {})(), '{}'], [Math, 'Object [Math] {}'],
    [new (class Tagged {
      get [Symbol.toStringTag]() {
        return 'T';
      }
    })(), 'Tagged [T] {}'],
  ]);
});

test('depth, circles and what is seen twice', () => {
  const circle = { n: 1 };
  circle.self = circle;
  const both = { a: circle, b: circle };
  shows([
    [{ a: { b: { c: { d: 1 } } } }, '{ a: { b: { c: [Object] } } }'],
    [{ a: { b: { c: { d: 1 } } } }, '{ a: [Object] }', { depth: 0 }],
    [{ a: { b: { c: { d: 1 } } } }, '{\n  a: { b: { c: { d: 1 } } }\n}', { depth: null }],
    [circle, '<ref *1> { n: 1, self: [Circular *1] }'],
    [both, '{\n  a: <ref *1> { n: 1, self: [Circular *1] },\n  b: <ref *1> { n: 1, self: [Circular *1] }\n}'],
  ]);
});

test('arrays show holes and extra keys, and long ones are laid out in columns', () => {
  const numbers = Array.from({ length: 27 }, (_, i) => i * 3);
  shows([
    [[1, , 3, , ,], '[ 1, <1 empty item>, 3, <2 empty items> ]'], // eslint-disable-line no-sparse-arrays
    [Object.assign([1], { x: 2 }), '[ 1, x: 2 ]'], [new Array(3), '[ <3 empty items> ]'],
    [[1, 2, 3, 4], '[ 1, 2, ... 2 more items ]', { maxArrayLength: 2 }],
    [numbers, '[\n   0,  3,  6,  9, 12, 15, 18, 21,\n  24, 27, 30, 33, 36, 39, 42, 45,\n  48, 51, 54, 57, 60, 63, 66, 69,\n' +
      '  72, 75, 78\n]'],
    [['a', 'bb', 'ccc', 'dddd', 'e', 'ff', 'ggg'], "[\n  'a',   'bb',\n  'ccc', 'dddd',\n  'e',   'ff',\n  'ggg'\n]"],
  ]);
});

test('lines break when they would get too long', () => {
  shows([
    [{ a: 'x'.repeat(62) }, `{ a: '${'x'.repeat(62)}' }`],
    [{ a: 'x'.repeat(80) }, `{\n  a: '${'x'.repeat(80)}'\n}`],
    [{ a: 1, b: 2 }, '{\n  a: 1,\n  b: 2\n}', { compact: false }],
    [{ a: 1, b: 2 }, '{\n  a: 1,\n  b: 2\n}', { breakLength: 3 }],
    ['a\nb'.repeat(5) + 'c'.repeat(80), `'a\\n' +\n  'ba\\n' +\n  'ba\\n' +\n  'ba\\n' +\n  'ba\\n' +\n  'b${'c'.repeat(80)}'`],
  ]);
});

test('collections, buffers and views show what they hold', () => {
  shows([
    [new Map([['a', { b: 1 }], [1, 2]]), "Map(2) { 'a' => { b: 1 }, 1 => 2 }"],
    [new Set([1, [2]]), 'Set(2) { 1, [ 2 ] }'],
    [new Uint8Array([1, 2]), 'Uint8Array(2) [ 1, 2 ]'],
    [new ArrayBuffer(2), 'ArrayBuffer { [Uint8Contents]: <00 00>, byteLength: 2 }'],
    [new WeakMap(), 'WeakMap { <items unknown> }'], [new WeakSet(), 'WeakSet { <items unknown> }'],
    [new Map([[1, 2]]).keys(), '[Map Iterator] { <items unknown> }'],
    [Buffer.from([1, 255]), '<Buffer 01 ff>'],
  ]);
});

test('functions and classes say what they are', () => {
  shows([
    [function f() {}, '[Function: f]'], [() => {}, '[Function (anonymous)]'], [async () => {}, '[AsyncFunction (anonymous)]'],
    [function* g() {}, '[GeneratorFunction: g]'], [async function* h() {}, '[AsyncGeneratorFunction: h]'],
    [class A {}, '[class A]'], [class B extends Foo {}, '[class B extends Foo]'], [class {}, '[class (anonymous)]'],
    [Object.assign(function f() {}, { a: 1 }), '[Function: f] { a: 1 }'],
    [(function* () {})(), 'Object [Generator] {}'],
  ]);
});

test('other kinds of objects', () => {
  shows([
    [new Date(0), '1970-01-01T00:00:00.000Z'], [new Date(NaN), 'Invalid Date'], [/a/g, '/a/g'],
    [Object(1), '[Number: 1]'], [Object('s'), "[String: 's']"], [Object(Symbol('s')), '[Symbol: Symbol(s)]'],
    [(function() {
      return arguments;
    })(1), "[Arguments] { '0': 1 }"],
    [new WeakRef({}), 'WeakRef {}'],
  ]);
});

test('promises and proxies are looked into', async () => {
  const rejected = Promise.reject(new Foo());
  rejected.catch(() => {});
  shows([
    [Promise.resolve(5), 'Promise { 5 }'], [new Promise(() => {}), 'Promise { <pending> }'],
    [rejected, 'Promise { <rejected> Foo { a: 1 } }'],
    [new Proxy({ a: 1 }, {}), '{ a: 1 }'], [new Proxy({ a: 1 }, { get: null }), 'Proxy [ { a: 1 }, { get: null } ]', { showProxy: true }],
  ]);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.strictEqual(inspect(proxy), '<Revoked Proxy>');
});

test('accessors are named, and read on demand', () => {
  const object = {
    get a() {
      return 1;
    },
    set b(value) {},
    get c() {
      throw new Error('no');
    },
    set c(value) {},
  };
  shows([
    [object, '{ a: [Getter], b: [Setter], c: [Getter/Setter] }'],
    [object, '{\n  a: [Getter: 1],\n  b: [Setter],\n  c: [Getter/Setter: <Inspection threw (no)>]\n}', { getters: true }],
    [Object.defineProperty({}, 'h', { value: 1 }), '{ [h]: 1 }', { showHidden: true }],
  ]);
});

test('errors are their stacks with what else they have', () => {
  class Own extends Error {}
  shows([
    [bare(new Error('m')), 'Error: m\n    at fn (/a/b.js:1:2)'],
    [bare(Object.assign(new Error('m'), { code: 'X' })), "Error: m\n    at fn (/a/b.js:1:2) {\n  code: 'X'\n}"],
    [bare(new Error('m', { cause: bare(new TypeError('c')) })),
      'Error: m\n    at fn (/a/b.js:1:2) {\n  [cause]: TypeError: c\n      at fn (/a/b.js:1:2)\n}'],
    [bare(new AggregateError([1], 'm')), 'AggregateError: m\n    at fn (/a/b.js:1:2) {\n  [errors]: [ 1 ]\n}'],
    [bare(new Own('m')), 'Own [Error]: m\n    at fn (/a/b.js:1:2)'],
    [{ e: bare(new Error('m')) }, '{\n  e: Error: m\n      at fn (/a/b.js:1:2)\n}'],
    [Object.assign(new Error('m'), { stack: 'Error: m' }), '[Error: m]'],
  ]);
});

test('an object may show itself', () => {
  const own = {
    [inspect.custom](depth, options, again) {
      return `${depth} ${typeof options.stylize} ${again === inspect}`;
    },
  };
  shows([
    [own, '2 function true'], [{ own }, '{ own: 1 function true }'],
    [{ x: { [inspect.custom]: () => ({ y: 1 }) } }, '{ x: { y: 1 } }'],
    [{ x: { [inspect.custom]: () => 'a\nb' } }, '{\n  x: a\n  b\n}'],
  ]);
});

test('colors are put on and taken off', () => {
  const text = inspect({ a: 1, b: 's', c: [null, undefined, Symbol('x')] }, { colors: true });
  assert.ok(text.includes('\u001b[33m1\u001b[39m') && text.includes("\u001b[32m's'\u001b[39m"));
  assert.strictEqual(stripVTControlCharacters(text), "{ a: 1, b: 's', c: [ null, undefined, Symbol(x) ] }");
});

test('sorted lists keys by name', () => {
  assert.strictEqual(inspect({ b: 1, a: 2 }, { sorted: true }), '{ a: 2, b: 1 }');
});

test('a structure too deep for the stack is cut, not thrown at', () => {
  let deep = {};
  for (let i = 0; i < 20000; i++) deep = { deep };
  assert.match(inspect(deep, { depth: Infinity }), /Maximum call stack size exceeded/);
});

test('format fills in, and adds what is left', () => {
  assert.strictEqual(format('%s is %d, %i, %f%%', 'x', '42', 42.9, '1.5'), 'x is 42, 42, 1.5%');
  assert.strictEqual(format('%j %o %O', { a: 1 }, [1], { b: { c: {} } }), '{"a":1} [ 1, [length]: 1 ] { b: { c: {} } }');
  assert.strictEqual(format('%s %s %s', new Foo(), [1, [2, [3]]], Symbol('q')), 'Foo { a: 1 } [ 1, [Array] ] Symbol(q)');
  assert.strictEqual(format('%s', { toString: () => 'own' }), 'own');
  assert.strictEqual(format('a', 'b', { c: 1 }, '%s'), 'a b { c: 1 } %s');
  assert.strictEqual(format('%x %s'), '%x %s');
  assert.strictEqual(format('%c styled', 'color: red'), ' styled');
  assert.strictEqual(format(5n, -0), '5n -0');
  assert.strictEqual(formatWithOptions({ compact: false }, { a: 1 }), '{\n  a: 1\n}');
  assert.throws(() => formatWithOptions(5, 'x'), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('defaultOptions hold for everybody', () => {
  inspect.defaultOptions.depth = 0;
  assert.strictEqual(inspect({ a: {} , b: { c: 1 } }), '{ a: {}, b: [Object] }');
  inspect.defaultOptions = { depth: 2 };
  assert.throws(() => {
    inspect.defaultOptions = 5;
  }, { code: 'ERR_INVALID_ARG_TYPE' });
});
