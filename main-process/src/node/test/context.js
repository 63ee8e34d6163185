'use strict';

const { validateFunction, validateNumber, validateObject, kEmptyObject } = require('internal/validators');
const { settle, settleHook, sortArguments } = require('./options');
const { caller } = require('./location');

/** What a test's function gets. */
class TestContext {
  #test;
  #assert;

  constructor(test) {
    this.#test = test;
  }

  get signal() {
    return this.#test.signal;
  }

  get name() {
    return this.#test.name;
  }

  get filePath() {
    return this.#test.harness.entry ?? this.#test.location?.file;
  }

  get fullName() {
    return this.#test.fullName;
  }

  get error() {
    return this.#test.error;
  }

  get passed() {
    return this.#test.passed;
  }

  diagnostic(message) {
    this.#test.diagnostic(message);
  }

  plan(count, options = kEmptyObject) {
    if (this.#test.plan !== null) throw failureOf('cannot set plan more than once');
    const { Plan } = require('./plan');
    this.#test.plan = new Plan(count, options);
  }

  get assert() {
    this.#assert ??= require('./assertions').of(this.#test, this);
    return this.#assert;
  }

  get mock() {
    return this.#test.mock;
  }

  runOnly(value) {
    this.#test.runOnlySubtests = !!value;
  }

  skip(message) {
    this.#test.skip(message);
  }

  todo(message) {
    this.#test.todo(message);
  }

  test(name, options, fn) {
    const { TestCase } = require('./test_case');
    const sorted = sortArguments(name, options, fn);
    this.#test.plan?.count();
    const child = this.#test.add(TestCase, settle(sorted.name, sorted.options, sorted.fn, this.#test), caller());
    return child.start();
  }

  before(fn, options) {
    this.#test.hooks.add('before', settleHook(fn, options));
  }

  after(fn, options) {
    this.#test.hooks.add('after', settleHook(fn, options));
  }

  beforeEach(fn, options) {
    this.#test.hooks.add('beforeEach', settleHook(fn, options));
  }

  afterEach(fn, options) {
    this.#test.hooks.add('afterEach', settleHook(fn, options));
  }

  waitFor(condition, options = kEmptyObject) {
    validateFunction(condition, 'condition');
    validateObject(options, 'options');
    const { interval = 50, timeout = 1000 } = options;
    validateNumber(interval, 'options.interval', 0, 2 ** 31 - 1);
    validateNumber(timeout, 'options.timeout', 0, 2 ** 31 - 1);
    return waitFor(condition, interval, timeout);
  }
}

function failureOf(message) {
  const { failure, kinds } = require('./failure');
  return failure(message, kinds.code);
}

function waitFor(condition, interval, timeout) {
  const timers = require('node/timers');
  return new Promise((resolve, reject) => {
    let cause;
    let poll;
    const limit = timers.setTimeout(() => {
      timers.clearTimeout(poll);
      poll = null;
      const error = new Error('waitFor() timed out');
      if (cause !== undefined) error.cause = cause;
      reject(error);
    }, timeout);
    const ask = async () => {
      try {
        const value = await condition();
        timers.clearTimeout(limit);
        resolve(value);
      } catch (error) {
        cause = error;
        if (poll !== null) poll = timers.setTimeout(ask, interval);
      }
    };
    ask();
  });
}

/** What a suite's function gets. */
class SuiteContext {
  #suite;

  constructor(suite) {
    this.#suite = suite;
  }

  get filePath() {
    return this.#suite.harness.entry ?? this.#suite.location?.file;
  }

  get fullName() {
    return this.#suite.fullName;
  }

  get name() {
    return this.#suite.name;
  }

  get signal() {
    return this.#suite.signal;
  }
}

module.exports = { TestContext, SuiteContext };
