'use strict';

const { codes } = require('internal/errors');
const { kEmptyObject, validateBoolean, validateFunction, validateInteger, validateObject } = require('internal/validators');
const { MockFunctionContext, mockFunction } = require('./mock_function');
const { MockTimers } = require('./mock_timers');

function validateTimes(value) {
  if (value === Infinity) return;
  validateInteger(value, 'options.times', 1);
}

function validateName(value, name) {
  if (typeof value !== 'string' && typeof value !== 'symbol') {
    throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'symbol'], value);
  }
}

/** The property as it is, own or inherited. */
function descriptorOf(object, name) {
  for (let at = object; at !== null; at = Object.getPrototypeOf(at)) {
    const descriptor = Object.getOwnPropertyDescriptor(at, name);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}

function checkKinds({ getter, setter }) {
  validateBoolean(getter, 'options.getter');
  validateBoolean(setter, 'options.setter');
  if (setter && getter) {
    throw new codes.ERR_INVALID_ARG_VALUE('options.setter', setter, "cannot be used with 'options.getter'");
  }
}

function replace(object, name, descriptor, mock, { getter, setter }) {
  const replaced = { configurable: descriptor.configurable, enumerable: descriptor.enumerable };
  if (getter) {
    replaced.get = mock;
    replaced.set = descriptor.set;
  } else if (setter) {
    replaced.get = descriptor.get;
    replaced.set = mock;
  } else {
    replaced.writable = descriptor.writable;
    replaced.value = mock;
  }
  if (Object.hasOwn(object, name) && !descriptor.configurable) throw new TypeError(`Cannot redefine property: ${String(name)}`);
  Object.defineProperty(object, name, replaced);
}

/** Makes mocks and undoes them. */
class MockTracker {
  #mocks = [];
  #timers;

  get timers() {
    this.#timers ??= new MockTimers();
    return this.#timers;
  }

  fn(original = function() {}, implementation = original, options = kEmptyObject) {
    let [given, does, settings] = [original, implementation, options];
    if (given !== null && typeof given === 'object') [given, does, settings] = [function() {}, undefined, given];
    else if (does !== null && typeof does === 'object') [does, settings] = [given, does];
    validateFunction(given, 'original');
    if (does === undefined) does = given;
    validateFunction(does, 'implementation');
    validateObject(settings, 'options');
    const { times = Infinity } = settings;
    validateTimes(times);
    return this.#make(given, does, { original: given }, times);
  }

  #make(original, implementation, restore, times) {
    const context = new MockFunctionContext(implementation, restore, times);
    this.#mocks.push(context);
    return mockFunction(original, context);
  }

  method(objectOrFunction, methodName, implementation = undefined, options = kEmptyObject) {
    validateName(methodName, 'methodName');
    if (typeof objectOrFunction !== 'function') validateObject(objectOrFunction, 'objectOrFunction');
    let [does, settings] = [implementation, options];
    if (does !== null && typeof does === 'object') [does, settings] = [undefined, does];
    validateObject(settings, 'options');
    const { getter = false, setter = false, times = Infinity } = settings;
    checkKinds({ getter, setter });
    const descriptor = descriptorOf(objectOrFunction, methodName);
    let original = descriptor?.value;
    if (getter) original = descriptor?.get;
    else if (setter) original = descriptor?.set;
    if (typeof original !== 'function') throw new codes.ERR_INVALID_ARG_VALUE('methodName', original, 'must be a method');
    if (does === undefined) does = original;
    validateFunction(does, 'implementation');
    validateTimes(times);
    const mock = this.#make(original, does, { descriptor, object: objectOrFunction, methodName }, times);
    replace(objectOrFunction, methodName, descriptor, mock, { getter, setter });
    return mock;
  }

  getter(object, methodName, implementation = undefined, options = kEmptyObject) {
    let [does, settings] = [implementation, options];
    if (does !== null && typeof does === 'object') [does, settings] = [undefined, does];
    else validateObject(settings, 'options');
    const { getter = true } = settings;
    if (getter === false) throw new codes.ERR_INVALID_ARG_VALUE('options.getter', getter, 'cannot be false');
    return this.method(object, methodName, does, { ...settings, getter });
  }

  setter(object, methodName, implementation = undefined, options = kEmptyObject) {
    let [does, settings] = [implementation, options];
    if (does !== null && typeof does === 'object') [does, settings] = [undefined, does];
    else validateObject(settings, 'options');
    const { setter = true } = settings;
    if (setter === false) throw new codes.ERR_INVALID_ARG_VALUE('options.setter', setter, 'cannot be false');
    return this.method(object, methodName, does, { ...settings, setter });
  }

  module() {
    throw new codes.ERR_NOT_SUPPORTED('mock.module()');
  }

  reset() {
    this.restoreAll();
    this.#timers?.reset();
    this.#mocks = [];
  }

  restoreAll() {
    for (const mock of this.#mocks) mock.restore();
  }
}

let sharedTracker;

/** The tracker of the module itself, which nothing resets. */
const shared = () => (sharedTracker ??= new MockTracker());

module.exports = { MockTracker, shared };
