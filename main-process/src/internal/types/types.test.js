'use strict';

const assert = require('node:assert');
const { types } = require('node:util');
const { test } = require('kaon:test');

function* generator() {}
async function* asyncGenerator() {}
const args = (function() {
  return arguments;
})(1);

const samples = {
  isDate: new Date(),
  isArgumentsObject: args,
  isBigIntObject: Object(1n),
  isBooleanObject: Object(false),
  isNumberObject: Object(1),
  isStringObject: Object('s'),
  isSymbolObject: Object(Symbol('s')),
  isNativeError: new RangeError('x'),
  isRegExp: /x/,
  isAsyncFunction: async () => {},
  isGeneratorFunction: generator,
  isGeneratorObject: generator(),
  isPromise: Promise.resolve(),
  isMap: new Map(),
  isSet: new Set(),
  isMapIterator: new Map().entries(),
  isSetIterator: new Set().values(),
  isWeakMap: new WeakMap(),
  isWeakSet: new WeakSet(),
  isArrayBuffer: new ArrayBuffer(1),
  isSharedArrayBuffer: new SharedArrayBuffer(1),
  isDataView: new DataView(new ArrayBuffer(1)),
  isProxy: new Proxy({}, {}),
  isUint8Array: new Uint8Array(1),
  isUint8ClampedArray: new Uint8ClampedArray(1),
  isUint16Array: new Uint16Array(1),
  isUint32Array: new Uint32Array(1),
  isInt8Array: new Int8Array(1),
  isInt16Array: new Int16Array(1),
  isInt32Array: new Int32Array(1),
  isFloat32Array: new Float32Array(1),
  isFloat64Array: new Float64Array(1),
  isBigInt64Array: new BigInt64Array(1),
  isBigUint64Array: new BigUint64Array(1),
};

test('each kind passes its own test and no other', () => {
  for (const [name, value] of Object.entries(samples)) {
    for (const other of Object.keys(samples)) {
      assert.strictEqual(types[other](value), other === name, `${other} of the sample for ${name}`);
    }
  }
});

test('neither a prototype nor a tag fools a test', () => {
  const map = Object.setPrototypeOf(new Map(), null);
  assert.ok(types.isMap(map));
  assert.ok(!types.isMap(Object.create(Map.prototype)));
  assert.ok(!types.isMap({ [Symbol.toStringTag]: 'Map' }));
  const date = Object.assign(new Date(), { [Symbol.toStringTag]: 'Map' });
  assert.ok(types.isDate(date) && !types.isMap(date));
  assert.ok(!types.isUint8Array({ __proto__: Uint8Array.prototype }));
  assert.ok(!types.isPromise({ then() {} }));
  assert.ok(!types.isNativeError(Object.create(Error.prototype)));
});

test('a proxy is no more than a proxy', () => {
  const proxy = new Proxy(new Map(), {});
  assert.ok(types.isProxy(proxy) && !types.isMap(proxy));
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  assert.ok(types.isProxy(revoked.proxy));
});

test('the wide tests take all their kinds', () => {
  for (const value of [Object(1), Object('s'), Object(true), Object(1n), Object(Symbol('s'))]) {
    assert.ok(types.isBoxedPrimitive(value));
  }
  assert.ok(types.isAnyArrayBuffer(new ArrayBuffer(1)) && types.isAnyArrayBuffer(new SharedArrayBuffer(1)));
  assert.ok(types.isArrayBufferView(new DataView(new ArrayBuffer(1))) && types.isArrayBufferView(new Int8Array(1)));
  assert.ok(types.isTypedArray(new Int8Array(1)) && !types.isTypedArray(new DataView(new ArrayBuffer(1))));
  assert.ok(types.isAsyncFunction(asyncGenerator) && types.isGeneratorFunction(asyncGenerator));
  assert.ok(types.isGeneratorObject(asyncGenerator()));
  assert.ok(types.isArgumentsObject((function() {
    'use strict';
    return arguments;
  })()));
});

test('what is no object is nothing', () => {
  for (const name of Object.keys(types)) {
    for (const value of [undefined, null, 0, '', true, 1n, Symbol('s')]) assert.strictEqual(types[name](value), false, name);
  }
});
