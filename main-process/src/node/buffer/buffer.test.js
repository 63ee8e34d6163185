'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const buffer = require('node:buffer');
const { inspect } = require('node:util');

const bytes = (value) => [...value];
const wrong = (code, message) => ({ code, ...(message && { message }) });

test('Buffer is a kind of Uint8Array and may be called without new', () => {
  const made = Buffer.from('abc');
  assert.ok(made instanceof Buffer && made instanceof Uint8Array && Buffer.isBuffer(made));
  assert.strictEqual(made.constructor, Buffer);
  assert.strictEqual(Object.getPrototypeOf(Buffer), Uint8Array);
  assert.ok(Buffer.isBuffer(made.map((byte) => byte + 1)) && Buffer.isBuffer(made.filter(() => true)));
  assert.strictEqual(Buffer.isBuffer(new Uint8Array(1)), false);
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    assert.deepStrictEqual([bytes(Buffer(2)), bytes(new Buffer('ab', 'hex'))], [[0, 0], [0xab]]);
    assert.throws(() => Buffer(5, 'utf8'), wrong('ERR_INVALID_ARG_TYPE', 'The "string" argument must be of type string. Received type number (5)'));
  } finally {
    process.emitWarning = emitWarning;
  }
});

test('from copies lists and text, and shares an ArrayBuffer', () => {
  assert.deepStrictEqual(bytes(Buffer.from([1, 256, -1, 1.9, '3', 'x', null])), [1, 0, 255, 1, 3, 0, 0]);
  assert.deepStrictEqual(bytes(Buffer.from(new Uint16Array([1, 256]))), [1, 0]);
  assert.deepStrictEqual(bytes(Buffer.from({ length: 2, 0: 1, 1: 2 })), [1, 2]);
  assert.deepStrictEqual(bytes(Buffer.from({ type: 'Buffer', data: [1, 2] })), [1, 2]);
  assert.strictEqual(Buffer.from(new String('ab')).toString(), 'ab');
  assert.strictEqual(Buffer.from({ [Symbol.toPrimitive]: (hint) => hint }).toString(), 'string');
  const memory = new ArrayBuffer(4);
  const view = Buffer.from(memory, 1, 2);
  view[0] = 9;
  assert.deepStrictEqual([new Uint8Array(memory)[1], view.length], [9, 2]);
  assert.throws(() => Buffer.from(memory, 5), wrong('ERR_BUFFER_OUT_OF_BOUNDS', '"offset" is outside of buffer bounds'));
  assert.throws(() => Buffer.from(memory, 1, 9), wrong('ERR_BUFFER_OUT_OF_BOUNDS', '"length" is outside of buffer bounds'));
  for (const value of [5, null, undefined, {}, Symbol('s'), 1n, new Map()]) {
    assert.throws(() => Buffer.from(value), wrong('ERR_INVALID_ARG_TYPE'));
  }
});

test('alloc is zeroed or filled, and sizes are checked', () => {
  assert.deepStrictEqual(bytes(Buffer.alloc(3)), [0, 0, 0]);
  assert.strictEqual(Buffer.alloc(5, 'ab').toString(), 'ababa');
  assert.strictEqual(Buffer.alloc(5, '6162', 'hex').toString(), 'ababa');
  assert.deepStrictEqual(bytes(Buffer.alloc(3, new Uint16Array([0x201]))), [1, 2, 1]);
  assert.throws(() => Buffer.alloc(5, 'zz', 'hex'), wrong('ERR_INVALID_ARG_VALUE', "The argument 'value' is invalid. Received 'zz'"));
  for (const make of [Buffer.alloc, Buffer.allocUnsafe, Buffer.allocUnsafeSlow, buffer.SlowBuffer]) {
    assert.strictEqual(make(3.7).length, 3);
    assert.throws(() => make('5'), wrong('ERR_INVALID_ARG_TYPE', 'The "size" argument must be of type number. Received type string (\'5\')'));
    assert.throws(() => make(-1), wrong('ERR_OUT_OF_RANGE', `The value of "size" is out of range. It must be >= 0 && <= ${buffer.kMaxLength}. Received -1`));
    assert.throws(() => make(NaN), wrong('ERR_OUT_OF_RANGE'));
  }
});

test('small buffers share a pool, large and zeroed ones do not', () => {
  const [one, other] = [Buffer.from('abc'), Buffer.allocUnsafe(3)];
  assert.strictEqual(one.buffer, other.buffer);
  assert.strictEqual(one.buffer.byteLength, Buffer.poolSize);
  assert.strictEqual(other.byteOffset % 8, 0);
  assert.strictEqual(Buffer.alloc(3).buffer.byteLength, 3);
  assert.strictEqual(Buffer.allocUnsafe(4096).buffer.byteLength, 4096);
  assert.strictEqual(Buffer.allocUnsafeSlow(3).buffer.byteLength, 3);
});

test('every encoding goes both ways', () => {
  const text = 'h\u00e9\u20ac\u{1f600}';
  const rows = {
    utf8: [text, '68c3a9e282acf09f9880'],
    utf16le: [text, '6800e900ac203dd800de'],
    latin1: ['h\u00e9', '68e9'],
    hex: ['00ff10', '00ff10'],
    base64: ['+/8A', 'fbff00'],
    base64url: ['-_8A', 'fbff00'],
  };
  for (const [encoding, [string, hex]] of Object.entries(rows)) {
    const made = Buffer.from(string, encoding.toUpperCase());
    assert.strictEqual(made.toString('hex'), hex, encoding);
    assert.strictEqual(made.toString(encoding), string, encoding);
    assert.strictEqual(Buffer.byteLength(string, encoding), made.length, encoding);
  }
  assert.strictEqual(Buffer.from([0xe9, 0x61]).toString('ascii'), 'ia');
  assert.strictEqual(Buffer.from('\u0161\u{1f600}', 'latin1').toString('hex'), '613d00');
});

test('what is malformed is replaced, skipped or ends the text', () => {
  assert.strictEqual(Buffer.from([0xf0, 0x9f, 0x98, 0x61, 0xc0, 0x80, 0xed, 0xa0, 0x80]).toString(), '\ufffda\ufffd\ufffd\ufffd\ufffd\ufffd');
  assert.strictEqual(Buffer.from('a\ud800b\udc00').toString('hex'), '61efbfbd62efbfbd');
  assert.strictEqual(Buffer.from([0, 0xd8, 0x61, 0]).toString('utf16le'), '\ud800a');
  assert.strictEqual(Buffer.from([0x61, 0, 0x62]).toString('utf16le'), 'a');
  assert.strictEqual(Buffer.from('abxx61', 'hex').toString('hex'), 'ab');
  assert.strictEqual(Buffer.from('abc', 'hex').length, 1);
  const base64 = { 'Y W\nJ j': 'abc', 'YWI=YWJj': 'ab', '=YWJj': '', 'YQ': 'a', 'Y': '', '\u00e9YWJj': 'abc', 'Y-W*J,j': 'c\u00e5\u0089' };
  for (const [string, expected] of Object.entries(base64)) assert.strictEqual(Buffer.from(string, 'base64').toString('latin1'), expected, string);
});

test('unknown encodings are refused, unless only a length is asked for', () => {
  const unknown = wrong('ERR_UNKNOWN_ENCODING', 'Unknown encoding: nope');
  for (const run of [() => Buffer.from('a', 'nope'), () => Buffer.alloc(1).toString('nope'), () => Buffer.alloc(1).write('a', 'nope'), () => Buffer.alloc(1).indexOf('a', 'nope'), () => Buffer.alloc(1).fill('a', 'nope')]) {
    assert.throws(run, { name: 'TypeError', ...unknown });
  }
  assert.strictEqual(Buffer.byteLength('\u00e9', 'nope'), 2);
  assert.deepStrictEqual(['UTF8', 'ucs-2', 'BASE64URL', '', 'utf-16-le', 1].map((name) => Buffer.isEncoding(name)), [true, true, true, false, false, false]);
});

test('write puts whole characters where there is room', () => {
  const target = Buffer.alloc(6);
  assert.deepStrictEqual([target.write('\u00e9\u20ac', 0, 4), target.write('\u{1f600}', 0, 3), target.write('abc', 4)], [2, 0, 2]);
  assert.strictEqual(target.toString('hex'), 'c3a900006162');
  assert.strictEqual(target.write('abcd', 1, 'utf16le'), 4);
  assert.throws(() => target.write('a', 7), wrong('ERR_OUT_OF_RANGE', 'The value of "offset" is out of range. It must be >= 0 && <= 6. Received 7'));
  assert.throws(() => target.write(1), wrong('ERR_INVALID_ARG_TYPE', 'argument must be a string'));
  assert.strictEqual(target.hexWrite('ff', 5), 1);
  assert.throws(() => target.utf8Write('a', 7), wrong('ERR_BUFFER_OUT_OF_BOUNDS'));
  assert.throws(() => target.hexSlice(-1), wrong('ERR_OUT_OF_RANGE', 'Index out of range'));
});

test('toString takes a part', () => {
  const text = Buffer.from('abcdef');
  const rows = [[['utf8', 2], 'cdef'], [['utf8', -3, 2], 'ab'], [['utf8', 1.9, 3.9], 'bc'], [['utf8', 4, 2], ''], [['utf8', 0, 99], 'abcdef'], [[undefined, 1, 3], 'bc'], [['utf8', 0, null], '']];
  for (const [args, expected] of rows) assert.strictEqual(text.toString(...args), expected);
});

test('slices share memory, copies do not', () => {
  const whole = Buffer.from('abcdef');
  const part = whole.slice(-4, -2);
  part[0] = 0x78;
  assert.deepStrictEqual([whole.toString(), part.toString(), whole.subarray('1', 2).toString()], ['abxdef', 'xd', 'b']);
  assert.strictEqual(whole.subarray(4, 1).length, 0);
  const target = Buffer.alloc(4);
  assert.strictEqual(whole.copy(target, 1, 2, 9), 3);
  assert.strictEqual(target.toString(), '\0xde');
  assert.strictEqual(whole.copy(whole, 1), 5);
  assert.strictEqual(whole.toString(), 'aabxde');
  assert.throws(() => whole.copy(target, 0, 7), wrong('ERR_OUT_OF_RANGE', 'The value of "sourceStart" is out of range. It must be >= 0 && <= 6. Received 7'));
  assert.throws(() => whole.copy([]), wrong('ERR_INVALID_ARG_TYPE'));
});

test('concat joins, cuts and pads', () => {
  const list = [Buffer.from('ab'), new Uint8Array([99])];
  assert.strictEqual(Buffer.concat(list).toString(), 'abc');
  assert.strictEqual(Buffer.concat(list, 2).toString(), 'ab');
  assert.deepStrictEqual(bytes(Buffer.concat(list, 5)), [97, 98, 99, 0, 0]);
  assert.strictEqual(Buffer.concat([]).length, 0);
  assert.throws(() => Buffer.concat([1]), wrong('ERR_INVALID_ARG_TYPE', 'The "list[0]" argument must be an instance of Buffer or Uint8Array. Received type number (1)'));
  assert.throws(() => Buffer.concat(list, 1.5), wrong('ERR_OUT_OF_RANGE', 'The value of "length" is out of range. It must be an integer. Received 1.5'));
});

test('copyBytesFrom and of make buffers of bytes', () => {
  assert.deepStrictEqual(bytes(Buffer.copyBytesFrom(new Uint16Array([1, 2, 3]), 1, 1)), [2, 0]);
  assert.strictEqual(Buffer.copyBytesFrom(new Uint8Array(2), 5).length, 0);
  assert.deepStrictEqual(bytes(Buffer.of(1, 300)), [1, 44]);
  assert.throws(() => Buffer.copyBytesFrom([1]), wrong('ERR_INVALID_ARG_TYPE'));
});

test('transcode replaces what the target lacks', () => {
  const source = Buffer.from('a\u00e9\u20ac\u{1f600}');
  assert.strictEqual(buffer.transcode(source, 'utf8', 'latin1').toString('hex'), '61e93f3f');
  assert.strictEqual(buffer.transcode(source, 'utf8', 'ascii').toString('hex'), '613f3f3f');
  assert.strictEqual(buffer.transcode(source, 'utf8', 'ucs2').toString('ucs2'), 'a\u00e9\u20ac\u{1f600}');
  assert.throws(() => buffer.transcode(source, 'utf8', 'hex'), wrong('U_ILLEGAL_ARGUMENT_ERROR', 'Unable to transcode Buffer [U_ILLEGAL_ARGUMENT_ERROR]'));
  assert.throws(() => buffer.transcode('a', 'utf8', 'ucs2'), wrong('ERR_INVALID_ARG_TYPE'));
});

test('isUtf8 and isAscii look at bytes', () => {
  assert.deepStrictEqual([buffer.isUtf8(Buffer.from('\u00e9')), buffer.isUtf8(new Uint16Array([0xff])), buffer.isAscii(Buffer.from('\u00e9')), buffer.isAscii(new ArrayBuffer(2))], [true, false, false, true]);
  assert.throws(() => buffer.isUtf8('a'), wrong('ERR_INVALID_ARG_TYPE'));
});

test('inspecting shows the first bytes and own properties', () => {
  assert.strictEqual(inspect(Buffer.from('hi')), '<Buffer 68 69>');
  assert.strictEqual(inspect(Object.assign(Buffer.from('a'), { x: 1 })), '<Buffer 61, x: 1>');
  assert.ok(inspect(Buffer.alloc(51)).endsWith('00 ... 1 more byte>'));
  assert.strictEqual(inspect(Buffer.alloc(0)), '<Buffer >');
  buffer.INSPECT_MAX_BYTES = 1;
  assert.strictEqual(Buffer.from('abc').inspect(), '<Buffer 61 ... 2 more bytes>');
  buffer.INSPECT_MAX_BYTES = 50;
  assert.throws(() => { buffer.INSPECT_MAX_BYTES = -1; }, wrong('ERR_OUT_OF_RANGE'));
});

test('JSON takes a buffer there and back', () => {
  const text = JSON.stringify(Buffer.from('ab'));
  assert.strictEqual(text, '{"type":"Buffer","data":[97,98]}');
  assert.strictEqual(Buffer.from(JSON.parse(text)).toString(), 'ab');
});

test('what is no URL of a blob resolves to nothing', () => {
  for (const url of ['x', 'blob:nodedata:1', undefined, {}]) assert.strictEqual(buffer.resolveObjectURL(url), undefined);
});
