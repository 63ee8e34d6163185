'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { StringDecoder } = require('node:string_decoder');

const TEXT = 'a\u00e9\u20ac\u{1f600}z\u4f60';

// The texts that come out when the bytes are fed in pieces of `size`.
const pieces = (encoding, bytes, size) => {
  const decoder = new StringDecoder(encoding);
  const texts = [];
  for (let index = 0; index < bytes.length; index += size) texts.push(decoder.write(bytes.subarray(index, index + size)));
  return [...texts, decoder.end()];
};

test('pieces of any size give the same text as a whole', () => {
  for (const encoding of ['utf8', 'utf16le', 'base64', 'base64url', 'hex', 'latin1', 'ascii']) {
    const bytes = Buffer.from(TEXT, encoding === 'utf16le' ? encoding : 'utf8');
    for (let size = 1; size <= 7; size++) {
      assert.strictEqual(pieces(encoding, bytes, size).join(''), bytes.toString(encoding), `${encoding} by ${size}`);
    }
  }
});

test('a character comes when its last byte does', () => {
  assert.deepStrictEqual(pieces('utf8', Buffer.from('\u20aca'), 1), ['', '', '\u20ac', 'a', '']);
  assert.deepStrictEqual(pieces('utf16le', Buffer.from('\u{1f600}', 'utf16le'), 2), ['', '\u{1f600}', '']);
  assert.deepStrictEqual(pieces('base64', Buffer.from('abcd'), 2), ['', 'YWJj', 'ZA==']);
});

test('what is malformed or unfinished becomes replacement characters', () => {
  const bytes = Buffer.from([0xe2, 0x82, 0x61, 0xff, 0xf0, 0x9f, 0x98]);
  for (let size = 1; size <= 7; size++) assert.strictEqual(pieces('utf8', bytes, size).join(''), '\ufffda\ufffd\ufffd');
  const decoder = new StringDecoder();
  assert.strictEqual(decoder.write(Buffer.from([0xe2, 0x82])), '');
  assert.deepStrictEqual([decoder.lastNeed, decoder.lastTotal], [1, 3]);
  assert.strictEqual(decoder.end(), '\ufffd');
  assert.strictEqual(decoder.end(), '');
  assert.strictEqual(pieces('utf16le', Buffer.from([0x3d, 0xd8, 0x00]), 3).join(''), '\ud83d');
});

test('strings pass, any view is taken, nothing else is', () => {
  const decoder = new StringDecoder('utf8');
  assert.strictEqual(decoder.write('abc'), 'abc');
  assert.strictEqual(decoder.write(new Uint16Array([0x6261])), 'ab');
  assert.strictEqual(decoder.text(Buffer.from('abc'), 1), 'bc');
  for (const value of [1, null, undefined, {}]) {
    assert.throws(() => decoder.write(value), { code: 'ERR_INVALID_ARG_TYPE' });
  }
});

test('the encoding is named in its normal form', () => {
  const names = { 'UTF-8': 'utf8', 'UCS2': 'utf16le', 'binary': 'latin1', '': 'utf8' };
  for (const [name, normal] of Object.entries(names)) assert.strictEqual(new StringDecoder(name).encoding, normal);
  assert.throws(() => new StringDecoder('nope'), { name: 'TypeError', code: 'ERR_UNKNOWN_ENCODING', message: 'Unknown encoding: nope' });
});
