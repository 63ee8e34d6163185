'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');

const decode = (label, bytes, options) => new TextDecoder(label, options).decode(new Uint8Array(bytes));

test('TextEncoder gives UTF-8 and replaces lone surrogates', () => {
  const encoder = new TextEncoder();
  assert.strictEqual(encoder.encoding, 'utf-8');
  assert.deepStrictEqual([...encoder.encode('a\u00e9\u20ac\u{1f600}')], [97, 195, 169, 226, 130, 172, 240, 159, 152, 128]);
  assert.deepStrictEqual([...encoder.encode('a\ud800b\udc00')], [97, 239, 191, 189, 98, 239, 191, 189]);
  assert.deepStrictEqual([...encoder.encode(null)], [110, 117, 108, 108]);
  assert.strictEqual(encoder.encode().length, 0);
});

test('encodeInto writes whole characters and says how far it came', () => {
  const encoder = new TextEncoder();
  assert.deepStrictEqual(encoder.encodeInto('a\u20ac\u{1f600}', new Uint8Array(4)), { read: 2, written: 4 });
  assert.deepStrictEqual(encoder.encodeInto('\u{1f600}a', new Uint8Array(3)), { read: 0, written: 0 });
  assert.deepStrictEqual(encoder.encodeInto('\u{1f600}a', new Uint8Array(9)), { read: 3, written: 5 });
  assert.throws(() => encoder.encodeInto(1), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => encoder.encodeInto('a', new Uint16Array(1)), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('TextDecoder knows labels, not names', () => {
  assert.strictEqual(new TextDecoder(' UTF8\n').encoding, 'utf-8');
  assert.strictEqual(new TextDecoder('ascii').encoding, 'windows-1252');
  assert.strictEqual(new TextDecoder('utf-16').encoding, 'utf-16le');
  for (const label of ['nope', null, 'utf-7', 'replacement']) {
    assert.throws(() => new TextDecoder(label), {
      name: 'RangeError',
      code: 'ERR_ENCODING_NOT_SUPPORTED',
      message: `The "${label}" encoding is not supported`,
    });
  }
  assert.throws(() => new TextDecoder('utf-8', 1), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('decoding replaces what is malformed, or throws when that is fatal', () => {
  assert.strictEqual(decode('utf-8', [0x61, 0xf0, 0x9f, 0x98, 0x62, 0xff]), 'a\ufffdb\ufffd');
  assert.throws(() => decode('utf-8', [0xff], { fatal: true }), {
    name: 'TypeError',
    code: 'ERR_ENCODING_INVALID_ENCODED_DATA',
    message: 'The encoded data was not valid for encoding utf-8',
  });
  assert.strictEqual(decode('gbk', [0xc4, 0xe3]), '\u4f60');
  assert.strictEqual(decode('shift_jis', [0x82, 0xa0]), '\u3042');
  assert.strictEqual(decode('windows-1252', [0x80, 0xe9]), '\u20ac\u00e9');
  assert.strictEqual(decode('utf-16be', [0x20, 0xac]), '\u20ac');
});

test('a byte order mark goes unless it is to stay', () => {
  assert.strictEqual(decode('utf-8', [0xef, 0xbb, 0xbf, 0x61]), 'a');
  assert.strictEqual(decode('utf-8', [0xef, 0xbb, 0xbf, 0x61], { ignoreBOM: true }), '\ufeffa');
  assert.strictEqual(decode('utf-16le', [0xff, 0xfe, 0x61, 0]), 'a');
});

test('a stream carries split characters over, and the last call ends it', () => {
  const decoder = new TextDecoder();
  const piece = (...bytes) => decoder.decode(new Uint8Array(bytes), { stream: true });
  assert.deepStrictEqual([piece(0xef, 0xbb), piece(0xbf, 0xe2, 0x82), piece(0xac, 0xf0)], ['', '', '\u20ac']);
  assert.strictEqual(decoder.decode(), '\ufffd');
  assert.strictEqual(decoder.decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61])), 'a');
  const strict = new TextDecoder('utf-8', { fatal: true });
  strict.decode(new Uint8Array([0xe2]), { stream: true });
  assert.throws(() => strict.decode(), { code: 'ERR_ENCODING_INVALID_ENCODED_DATA' });
  assert.strictEqual(strict.decode(new Uint8Array([0x61])), 'a');
});

test('any view or buffer can be decoded, nothing else can', () => {
  assert.strictEqual(new TextDecoder().decode(new Uint16Array([0x6261])), 'ab');
  assert.strictEqual(new TextDecoder().decode(new Uint8Array([97]).buffer), 'a');
  assert.strictEqual(new TextDecoder().decode(new DataView(new Uint8Array([97, 98]).buffer, 1)), 'b');
  assert.strictEqual(new TextDecoder().decode(undefined), '');
  for (const input of [1, 'a', null]) assert.throws(() => new TextDecoder().decode(input), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('methods want their own kind of this', () => {
  assert.throws(() => TextDecoder.prototype.decode.call({}), { code: 'ERR_INVALID_THIS' });
  assert.throws(() => TextDecoder.prototype.encoding, { code: 'ERR_INVALID_THIS' });
  assert.throws(() => TextEncoder.prototype.encode.call({}), { code: 'ERR_INVALID_THIS' });
  assert.strictEqual(Object.prototype.toString.call(new TextDecoder()), '[object TextDecoder]');
});

test('atob is forgiving about whitespace and padding, and about nothing else', () => {
  const good = { 'YWJj': 'abc', ' Y W\nI= ': 'ab', 'YQ': 'a', 'YR': 'a', '': '', '/+8=': '\u00ff\u00ef' };
  for (const [text, expected] of Object.entries(good)) assert.strictEqual(atob(text), expected, text);
  for (const text of ['Y', 'YQ=', 'YQ===', 'YW=Jj', 'YW-_', '\u00e9', '\u000bYQ', 'YWJjY', '=', undefined, {}]) {
    assert.throws(() => atob(text), { name: 'InvalidCharacterError', code: 5 }, String(text));
  }
  assert.strictEqual(atob(null), '\u009e\u00e9e');
  assert.throws(() => atob(), { code: 'ERR_MISSING_ARGS' });
});

test('btoa encodes bytes and refuses more', () => {
  assert.deepStrictEqual(['', 'a', 'ab', 'abc', '\u00ff\u0000'].map((text) => btoa(text)), ['', 'YQ==', 'YWI=', 'YWJj', '/wA=']);
  assert.throws(() => btoa('\u0100'), { name: 'InvalidCharacterError', code: 5 });
  assert.strictEqual(btoa(null), 'bnVsbA==');
  assert.throws(() => btoa(), { code: 'ERR_MISSING_ARGS' });
});
