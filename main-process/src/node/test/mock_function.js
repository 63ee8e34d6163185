'use strict';

const { validateFunction, validateInteger } = require('internal/validators');

/** What a mock knows of its calls, and what it does when it is called. */
class MockFunctionContext {
  #calls = [];
  #mocks = new Map();
  #implementation;
  #restore;
  #times;

  constructor(implementation, restore, times) {
    this.#implementation = implementation;
    this.#restore = restore;
    this.#times = times;
  }

  get calls() {
    return this.#calls.slice();
  }

  callCount() {
    return this.#calls.length;
  }

  mockImplementation(implementation) {
    validateFunction(implementation, 'implementation');
    this.#implementation = implementation;
  }

  mockImplementationOnce(implementation, onCall) {
    validateFunction(implementation, 'implementation');
    const next = this.#calls.length;
    const call = onCall ?? next;
    validateInteger(call, 'onCall', next);
    this.#mocks.set(call, implementation);
  }

  restore() {
    const { object, methodName, descriptor, original } = this.#restore;
    if (typeof methodName === 'string' || typeof methodName === 'symbol') {
      // The object itself may have had nothing of that name.
      Object.defineProperty(object, methodName, descriptor);
    } else {
      this.#implementation = original;
    }
  }

  resetCalls() {
    this.#calls = [];
  }

  trackCall(call) {
    this.#calls.push(call);
  }

  nextImplementation() {
    const next = this.#calls.length;
    const mock = this.#mocks.get(next);
    const implementation = mock ?? this.#implementation;
    if (next + 1 === this.#times) this.restore();
    this.#mocks.delete(next);
    return implementation;
  }
}

// What belongs to the runner and to no user of a context.
const { nextImplementation, trackCall } = MockFunctionContext.prototype;
delete MockFunctionContext.prototype.trackCall;
delete MockFunctionContext.prototype.nextImplementation;

function call(context, receiver, args, target, newTarget) {
  const implementation = nextImplementation.call(context);
  const record = { arguments: args, error: undefined, result: undefined, stack: new Error(), target, this: receiver };
  try {
    record.result = target === undefined ?
      Reflect.apply(implementation, receiver, args) : Reflect.construct(implementation, args, newTarget);
    if (target !== undefined) record.this = record.result;
    return record.result;
  } catch (error) {
    record.error = error;
    throw error;
  } finally {
    trackCall.call(context, record);
  }
}

/** A function that does what `original` does and remembers how; its context is `mock`. */
function mockFunction(original, context) {
  return new Proxy(original, {
    apply: (target, receiver, args) => call(context, receiver, args, undefined),
    construct: (target, args, newTarget) => call(context, undefined, args, target, newTarget),
    get(target, property, receiver) {
      if (property === 'mock') return context;
      return Reflect.get(target, property, receiver);
    },
  });
}

module.exports = { MockFunctionContext, mockFunction };
