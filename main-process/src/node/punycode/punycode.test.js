'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const punycode = require('node:punycode');

const PAIRS = {
  'ma\u00f1ana': 'maana-pta',
  'b\u00fccher': 'bcher-kva',
  '\u2603-\u2318': '--dqo34k',
  '\u4ed6\u4eec\u4e3a\u4ec0\u4e48\u4e0d\u8bf4\u4e2d\u6587': 'ihqwcrb4cv8a8dqg056pqjye',
  '\u{1f600}': 'e28h',
  'abc': 'abc-',
};

test('encode and decode are each other\'s inverse', () => {
  for (const [text, encoded] of Object.entries(PAIRS)) {
    assert.strictEqual(punycode.encode(text), encoded);
    assert.strictEqual(punycode.decode(encoded), text);
  }
});

test('domain names are converted label by label', () => {
  assert.strictEqual(punycode.toASCII('ma\u00f1ana.com'), 'xn--maana-pta.com');
  assert.strictEqual(punycode.toASCII('\u4f8b\uff0ecom'), 'xn--fsq.com');
  assert.strictEqual(punycode.toASCII('d\u017eump@ma\u00f1ana.com'), 'd\u017eump@xn--maana-pta.com');
  assert.strictEqual(punycode.toUnicode('xn--maana-pta.com'), 'ma\u00f1ana.com');
  assert.strictEqual(punycode.toUnicode('example.com'), 'example.com');
});

test('what is no Punycode throws a RangeError', () => {
  assert.throws(() => punycode.decode('\u0080-'), { name: 'RangeError', message: /Illegal input >= 0x80/ });
  assert.throws(() => punycode.decode('a-\u0080'), { name: 'RangeError', message: 'Invalid input' });
});

test('ucs2 converts between text and code points', () => {
  assert.deepStrictEqual(punycode.ucs2.decode('a\u{1f600}'), [97, 0x1f600]);
  assert.strictEqual(punycode.ucs2.encode([97, 0x1f600]), 'a\u{1f600}');
});
