'use strict';

const { kindOf, isProxy, proxyDetails, promiseDetails } = require('./kinds');

const viewTag = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
const is = (kind) => (value) => typeof value === 'object' && value !== null && kindOf(value) === kind;

/** `Uint8Array` and the like, undefined for what is no typed array. */
const typedArrayName = (value) => viewTag.call(value);
const isView = (name) => (value) => viewTag.call(value) === name;

const BOXED = new Set(['Number', 'String', 'Boolean', 'BigInt', 'Symbol']);

const types = {
  isExternal: () => false,
  isDate: is('Date'),
  isArgumentsObject: is('Arguments'),
  isBigIntObject: is('BigInt'),
  isBooleanObject: is('Boolean'),
  isNumberObject: is('Number'),
  isStringObject: is('String'),
  isSymbolObject: is('Symbol'),
  isBoxedPrimitive: (value) => typeof value === 'object' && value !== null && BOXED.has(kindOf(value)),
  isNativeError: is('Error'),
  isRegExp: is('RegExp'),
  isAsyncFunction(value) {
    if (typeof value !== 'function') return false;
    const kind = kindOf(value);
    return kind === 'AsyncFunction' || kind === 'AsyncGeneratorFunction';
  },
  isGeneratorFunction(value) {
    if (typeof value !== 'function') return false;
    const kind = kindOf(value);
    return kind === 'GeneratorFunction' || kind === 'AsyncGeneratorFunction';
  },
  isGeneratorObject(value) {
    if (!isObject(value)) return false;
    const kind = kindOf(value);
    return kind === 'Generator' || kind === 'AsyncGenerator';
  },
  isPromise: is('Promise'),
  isMap: is('Map'),
  isSet: is('Set'),
  isMapIterator: is('Map Iterator'),
  isSetIterator: is('Set Iterator'),
  isWeakMap: is('WeakMap'),
  isWeakSet: is('WeakSet'),
  isArrayBuffer: is('ArrayBuffer'),
  isDataView: is('DataView'),
  isSharedArrayBuffer: is('SharedArrayBuffer'),
  isProxy: (value) => isObject(value) && isProxy(value),
  isModuleNamespaceObject: is('Module'),
  isAnyArrayBuffer(value) {
    if (typeof value !== 'object' || value === null) return false;
    const kind = kindOf(value);
    return kind === 'ArrayBuffer' || kind === 'SharedArrayBuffer';
  },
  isArrayBufferView: ArrayBuffer.isView,
  isTypedArray: (value) => viewTag.call(value) !== undefined,
  isUint8Array: isView('Uint8Array'),
  isUint8ClampedArray: isView('Uint8ClampedArray'),
  isUint16Array: isView('Uint16Array'),
  isUint32Array: isView('Uint32Array'),
  isInt8Array: isView('Int8Array'),
  isInt16Array: isView('Int16Array'),
  isInt32Array: isView('Int32Array'),
  isFloat16Array: isView('Float16Array'),
  isFloat32Array: isView('Float32Array'),
  isFloat64Array: isView('Float64Array'),
  isBigInt64Array: isView('BigInt64Array'),
  isBigUint64Array: isView('BigUint64Array'),
};

/** An error of the engine's own, or anything that inherits from `Error`. */
const isError = (value) => types.isNativeError(value) || value instanceof Error;

module.exports = { ...types, types, isError, kindOf, typedArrayName, proxyDetails, promiseDetails };
