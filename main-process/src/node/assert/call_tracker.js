'use strict';

const { codes } = require('internal/errors');
const { owner } = require('internal/fatal');
const { validateUint32 } = require('internal/validators');
const AssertionError = require('./assertion_error');

const noop = () => {};

/** What is known of one tracked function. */
class CallTrackerContext {
  #calls = [];

  constructor({ expected, stack, name }) {
    this.expected = expected;
    this.stack = stack;
    this.name = name;
  }

  track(thisArg, args) {
    this.#calls.push(Object.freeze({ thisArg, arguments: Object.freeze(args.slice()) }));
  }

  get count() {
    return this.#calls.length;
  }

  reset() {
    this.#calls = [];
  }

  get calls() {
    return Object.freeze(this.#calls.slice());
  }

  report() {
    if (this.count === this.expected) return undefined;
    return {
      message: `Expected the ${this.name} function to be executed ${this.expected} time(s) but was executed ${this.count} time(s).`,
      actual: this.count,
      expected: this.expected,
      operator: this.name,
      stack: this.stack,
    };
  }
}

/** Counts the calls of functions. Deprecated in Node in favour of mocks. */
class CallTracker {
  #checks = new Set();
  #tracked = new WeakMap();

  constructor() {
    require('internal/fatal/warning').deprecationOnce('assert.CallTracker is deprecated.', 'DEP0173');
  }

  #contextOf(tracked) {
    const context = typeof tracked === 'function' ? this.#tracked.get(tracked) : undefined;
    if (context === undefined) throw new codes.ERR_INVALID_ARG_VALUE('tracked', tracked, 'is not a tracked function');
    return context;
  }

  reset(tracked) {
    if (tracked === undefined) this.#checks.forEach((check) => check.reset());
    else this.#contextOf(tracked).reset();
  }

  getCalls(tracked) {
    return this.#contextOf(tracked).calls;
  }

  calls(fn, expected = 1) {
    if (owner.exiting) throw new codes.ERR_UNAVAILABLE_DURING_EXIT();
    let target = fn;
    let count = expected;
    if (typeof fn === 'number') {
      count = fn;
      target = noop;
    } else if (fn === undefined) {
      target = noop;
    }
    validateUint32(count, 'expected', true);
    const context = new CallTrackerContext({ expected: count, stack: new Error(), name: target.name || 'calls' });
    const tracked = new Proxy(target, {
      __proto__: null,
      apply(callee, thisArg, args) {
        context.track(thisArg, args);
        return Reflect.apply(callee, thisArg, args);
      },
    });
    this.#checks.add(context);
    this.#tracked.set(tracked, context);
    return tracked;
  }

  report() {
    return [...this.#checks].map((context) => context.report()).filter((report) => report !== undefined);
  }

  verify() {
    const errors = this.report();
    if (errors.length === 0) return;
    const message = errors.length === 1 ? errors[0].message : 'Functions were not called the expected number of times';
    throw new AssertionError({ message, details: errors });
  }
}

module.exports = { CallTracker };
