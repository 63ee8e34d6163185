'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const querystring = require('node:querystring');

const bare = (values) => Object.assign(Object.create(null), values);

test('parse reads names, values and repetitions into an object without a prototype', () => {
  const rows = {
    'a=1&b=2&a=3': { a: ['1', '3'], b: '2' },
    '&&a&=x&&b==': { 'a': '', '': 'x', 'b': '=' },
    'a+b=c%20d&%C3%A9=%F0%9F%98%80': { 'a b': 'c d', '\u00e9': '\u{1f600}' },
    'a=%zz&b=%e4%bd': { a: '%zz', b: '\ufffd' },
    'toString=1': { toString: '1' },
    '': {},
  };
  for (const [text, expected] of Object.entries(rows)) assert.deepStrictEqual(querystring.parse(text), bare(expected), text);
  assert.deepStrictEqual(querystring.parse(1), bare({}));
});

test('parse takes other separators, a limit and a decoder', () => {
  assert.deepStrictEqual(querystring.parse('a:1;b:2', ';', ':'), bare({ a: '1', b: '2' }));
  assert.deepStrictEqual(querystring.parse('a||1&&b||2', '&&', '||'), bare({ a: '1', b: '2' }));
  assert.deepStrictEqual(querystring.parse('a&b&c', null, null, { maxKeys: 2 }), bare({ a: '', b: '' }));
  const many = Array.from({ length: 1500 }, (_, index) => `k${index}`).join('&');
  assert.strictEqual(Object.keys(querystring.parse(many)).length, 1000);
  assert.strictEqual(Object.keys(querystring.parse(many, null, null, { maxKeys: 0 })).length, 1500);
  const decodeURIComponent = (text) => {
    if (text === 'bad') throw new Error('bad');
    return `<${text}>`;
  };
  assert.deepStrictEqual(querystring.parse('a+=bad', null, null, { decodeURIComponent }), bare({ '<a%20>': 'bad' }));
});

test('stringify writes primitives and arrays, and nothing for the rest', () => {
  const value = { a: 'x y', b: [1, true, 10n, null, NaN, {}], c: undefined, '\u00e9': '&=' };
  assert.strictEqual(querystring.stringify(value), 'a=x%20y&b=1&b=true&b=10&b=&b=&b=&c=&%C3%A9=%26%3D');
  assert.strictEqual(querystring.stringify({ a: 1, b: 2 }, ';', ':'), 'a:1;b:2');
  assert.strictEqual(querystring.stringify({ a: 'b' }, '', '', { encodeURIComponent: (text) => `<${text}>` }), '<a>=<b>');
  for (const other of [null, undefined, 'a', 1]) assert.strictEqual(querystring.stringify(other), '');
});

test('escape and unescape are each other\'s inverse', () => {
  const text = "a b&=\u00e9\u{1f600}!'()*-._~";
  assert.strictEqual(querystring.escape(text), "a%20b%26%3D%C3%A9%F0%9F%98%80!'()*-._~");
  assert.strictEqual(querystring.unescape(querystring.escape(text)), text);
  assert.throws(() => querystring.escape('\ud800'), { name: 'URIError', code: 'ERR_INVALID_URI' });
  assert.strictEqual(querystring.unescapeBuffer('a%C3%zz+').toString('latin1'), 'a\u00c3%zz+');
  assert.strictEqual(querystring.unescapeBuffer('+', true).toString(), ' ');
});

test('parse and stringify use what escape and unescape were replaced by', () => {
  const { escape, unescape } = querystring;
  querystring.escape = (text) => `[${text}]`;
  querystring.unescape = (text) => `(${text})`;
  try {
    assert.strictEqual(querystring.stringify({ a: 'b' }), '[a]=[b]');
    assert.deepStrictEqual(querystring.parse('a=b'), bare({ '(a)': '(b)' }));
  } finally {
    Object.assign(querystring, { escape, unescape });
  }
});
