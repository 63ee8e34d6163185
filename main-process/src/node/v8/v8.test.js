'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const v8 = require('node:v8');

const hex = (value) => v8.serialize(value).toString('hex');
const back = (value) => v8.deserialize(v8.serialize(value));

test('the bytes are those that Node writes', () => {
  assert.strictEqual(hex({ a: [1, 2.5, 'x'] }), 'ff0f6f22016141034902' + '4e0000000000000440' + '220178' + '2400037b01');
  assert.strictEqual(hex('日本'), 'ff0f6304e5652c67');
  assert.strictEqual(hex([, 1]), 'ff0f6102490249024001' + '02');
  assert.strictEqual(hex(-(2n ** 64n)), 'ff0f5a210000000000000000' + '0100000000000000');
  assert.strictEqual(hex(Buffer.from('hi')), 'ff0f5c0a026869');
});

test('values come back as they were', () => {
  const value = {
    map: new Map([[1, { a: 2 }]]), set: new Set(['x']), date: new Date(5), pattern: /a+/gi, big: 12345678901234567890n,
    bytes: new Uint8Array([1, 2]), floats: new Float64Array([1.5]), boxed: Object('s'), nothing: undefined, zero: -0,
    holes: [1, , 3], error: new RangeError('far'), buffer: new ArrayBuffer(3),
  };
  assert.deepStrictEqual(back(value), value);
});

test('the same object is the same again', () => {
  const value = { list: [] };
  value.self = value;
  value.list.push(value.list);
  const copy = back(value);
  assert.strictEqual(copy.self, copy);
  assert.strictEqual(copy.list[0], copy.list);
});

test('what cannot be cloned is refused', () => {
  assert.throws(() => v8.serialize(() => 1), { message: '() => 1 could not be cloned.' });
  assert.throws(() => v8.serialize(Promise.resolve()), { message: '#<Promise> could not be cloned.' });
});

test('bytes that are cut off or made up are refused', () => {
  const whole = v8.serialize({ a: [1, 'two', new Map([[3, Buffer.from('four')]])] });
  for (let length = 2; length < whole.length; length++) {
    assert.throws(() => v8.deserialize(whole.subarray(0, length)), Error);
  }
  for (const text of ['ff0f41ffffffff0f', 'ff0f22ffffff7f', 'ff0f5e05', 'ff0f42ffffffff0f', 'ff0f3b']) {
    assert.throws(() => v8.deserialize(Buffer.from(text, 'hex')), { message: 'Unable to deserialize cloned data.' });
  }
  assert.throws(() => v8.deserialize(Buffer.from('ff10', 'hex')), /unsupported version/);
});

test('subclasses write and read objects of their own', () => {
  class Writer extends v8.Serializer {
    _writeHostObject(view) {
      this.writeUint32(view.byteLength);
      this.writeUint64(1, 2);
      this.writeDouble(0.5);
    }
  }
  class Reader extends v8.Deserializer {
    _readHostObject() {
      return [this.readUint32(), this.readUint64(), this.readDouble()];
    }
  }
  const writer = new Writer();
  writer._setTreatArrayBufferViewsAsHostObjects(true);
  writer.writeHeader();
  writer.writeValue({ view: new Uint8Array(3) });
  const reader = new Reader(writer.releaseBuffer());
  reader.readHeader();
  assert.deepStrictEqual(reader.readValue(), { view: [3, [1, 2], 0.5] });
});

test('there are numbers about the heap', () => {
  const { used_heap_size: used, total_heap_size: total } = v8.getHeapStatistics();
  assert.ok(used > 0 && total >= used);
});
