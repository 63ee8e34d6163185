'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');

const range = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message: `The value of ${message}` });
const bytes = Buffer.from([0x80, 0x01, 0xff, 0x7f, 0x00, 0xfe, 0x02, 0x81]);

test('integers of fixed size are read in either order', () => {
  const rows = {
    readUInt8: 0x80, readInt8: -128, readUInt16LE: 0x180, readUInt16BE: 0x8001, readInt16LE: 0x180, readInt16BE: -0x7fff,
    readUInt32LE: 0x7fff0180, readUInt32BE: 0x8001ff7f, readInt32LE: 0x7fff0180, readInt32BE: -0x7ffe0081,
    readBigUInt64LE: 0x8102fe007fff0180n, readBigUInt64BE: 0x8001ff7f00fe0281n, readBigInt64LE: -0x7efd01ff8000fe80n,
    readBigInt64BE: -0x7ffe0080ff01fd7fn,
  };
  for (const [name, expected] of Object.entries(rows)) {
    assert.strictEqual(bytes[name](), expected, name);
    assert.strictEqual(Buffer.prototype[name.replace('UInt', 'Uint')], Buffer.prototype[name], name);
  }
});

test('integers of one to six bytes are read in either order', () => {
  assert.strictEqual(bytes.readUIntLE(0, 6), 0xfe007fff0180);
  assert.strictEqual(bytes.readUIntBE(0, 6), 0x8001ff7f00fe);
  assert.strictEqual(bytes.readIntLE(0, 6), 0xfe007fff0180 - 2 ** 48);
  assert.strictEqual(bytes.readIntBE(0, 5), 0x8001ff7f00 - 2 ** 40);
  assert.strictEqual(bytes.readIntLE(2, 3), 0x7fff);
});

test('what is written is read again', () => {
  const target = Buffer.alloc(8);
  for (let size = 1; size <= 6; size++) {
    for (const value of [0, 1, -1, 2 ** (size * 8 - 1) - 1, -(2 ** (size * 8 - 1))]) {
      for (const order of ['LE', 'BE']) {
        assert.strictEqual(target[`writeInt${order}`](value, 1, size), 1 + size);
        assert.strictEqual(target[`readInt${order}`](1, size), value);
      }
    }
    const most = 2 ** (size * 8) - 1;
    assert.strictEqual(target.writeUIntLE(most, 0, size) && target.readUIntLE(0, size), most);
    assert.strictEqual(target.writeUIntBE(most, 0, size) && target.readUIntBE(0, size), most);
  }
  for (const value of [0n, -1n, 2n ** 63n - 1n, -(2n ** 63n)]) {
    assert.strictEqual(target.writeBigInt64BE(value), 8);
    assert.strictEqual(target.readBigInt64BE(), value);
  }
  assert.strictEqual(target.writeUInt32LE(0xffffffff, 4), 8);
  assert.strictEqual(target.readUInt32LE(4), 0xffffffff);
  assert.strictEqual(target.writeUInt8('5'), 1);
  assert.strictEqual(target.writeInt16BE(NaN), 2);
});

test('floats go there and back', () => {
  const target = Buffer.alloc(8);
  for (const value of [1.5, -0, Infinity, NaN, 5e-324]) {
    assert.strictEqual(target.writeDoubleBE(value), 8);
    assert.ok(Object.is(target.readDoubleBE(), value));
    target.writeDoubleLE(value);
    assert.ok(Object.is(target.readDoubleLE(), value));
  }
  target.writeFloatBE(1.5);
  assert.strictEqual(target.toString('hex', 0, 4), '3fc00000');
  assert.strictEqual(target.writeFloatLE(1e300, 2), 6);
  assert.strictEqual(target.readFloatLE(2), Infinity);
});

test('values beyond the range are named with the range', () => {
  const target = Buffer.alloc(8);
  assert.throws(() => target.writeUInt8(256), range('"value" is out of range. It must be >= 0 and <= 255. Received 256'));
  assert.throws(() => target.writeInt32BE(2 ** 31), range('"value" is out of range. It must be >= -2147483648 and <= 2147483647. Received 2147483648'));
  assert.throws(() => target.writeUIntLE(2 ** 40, 0, 5), range('"value" is out of range. It must be >= 0 and < 2 ** 40. Received 1_099_511_627_776'));
  assert.throws(() => target.writeIntBE(2 ** 47, 0, 6), range('"value" is out of range. It must be >= -(2 ** 47) and < 2 ** 47. Received 140_737_488_355_328'));
  assert.throws(() => target.writeBigUInt64LE(-1n), range('"value" is out of range. It must be >= 0n and < 2n ** 64n. Received -1n'));
  assert.throws(() => target.writeBigInt64LE(2n ** 63n), range('"value" is out of range. It must be >= -(2n ** 63n) and < 2n ** 63n. Received 9_223_372_036_854_775_808n'));
  assert.throws(() => target.writeBigInt64LE(1), { name: 'TypeError' });
});

test('offsets are checked by type, kind and range', () => {
  assert.throws(() => bytes.readUInt8(8), range('"offset" is out of range. It must be >= 0 and <= 7. Received 8'));
  assert.throws(() => bytes.readUInt32LE(-1), range('"offset" is out of range. It must be >= 0 and <= 4. Received -1'));
  assert.throws(() => bytes.readDoubleBE(1.5), range('"offset" is out of range. It must be an integer. Received 1.5'));
  assert.throws(() => bytes.readUIntLE(3, 6), range('"offset" is out of range. It must be >= 0 and <= 2. Received 3'));
  assert.throws(() => bytes.readUIntLE(0, 7), range('"byteLength" is out of range. It must be >= 1 and <= 6. Received 7'));
  assert.throws(() => bytes.readUIntLE(undefined, 1), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => bytes.readUInt8('1'), { code: 'ERR_INVALID_ARG_TYPE', message: 'The "offset" argument must be of type number. Received type string (\'1\')' });
  assert.throws(() => Buffer.alloc(1).readUInt16LE(), { name: 'RangeError', code: 'ERR_BUFFER_OUT_OF_BOUNDS', message: 'Attempt to access memory outside buffer bounds' });
});
