'use strict';

const { AbortController } = require('web/events');
const { failure, isFailure, kinds } = require('./failure');
const { stopper } = require('./stop');
const { within } = require('./current');

/** One hook: runs with a test's context, for as long and as often as it is wanted. */
class Hook {
  #ran;

  constructor({ fn, timeout, signal }, owner, name) {
    Object.assign(this, { fn, timeout, outerSignal: signal, owner, hookType: name, name: fn.name });
    this.finished = false;
  }

  /** `before` and `after` run once. */
  run(context) {
    const once = this.hookType === 'before' || this.hookType === 'after';
    if (!once) return this.#call(context);
    return (this.#ran ??= this.#call(context));
  }

  async #call(context) {
    const controller = new AbortController();
    const onAbort = () => controller.abort(this.outerSignal.reason);
    if (this.outerSignal?.aborted) onAbort();
    else this.outerSignal?.addEventListener('abort', onAbort);
    const stop = stopper(this.timeout, controller.signal);
    try {
      if (controller.signal.aborted) throw this.outerSignal.reason;
      await this.#invoke(context, stop.promise);
      if (controller.signal.aborted) throw this.outerSignal.reason;
    } finally {
      stop.release();
      this.outerSignal?.removeEventListener('abort', onAbort);
    }
  }

  #invoke(context, stopped) {
    const { fn } = this;
    if (fn.length < 2) {
      const outcome = within(this.owner, fn, context, [context]);
      return typeof outcome?.then === 'function' ? Promise.race([outcome, stopped]) : undefined;
    }
    const called = Promise.withResolvers();
    const done = (error) => (error ? called.reject(error) : called.resolve());
    const outcome = within(this.owner, fn, context, [context, done]);
    if (outcome instanceof Promise) {
      outcome.catch(() => {});
      throw failure('passed a callback but also returned a Promise', kinds.callbackAndPromise);
    }
    return Promise.race([called.promise, stopped]);
  }
}

/** The hooks of one test; those for each subtest are inherited. */
class Hooks {
  before = [];
  after = [];

  constructor(test, inherited) {
    this.test = test;
    this.beforeEach = inherited === undefined ? [] : inherited.beforeEach.slice();
    this.afterEach = inherited === undefined ? [] : inherited.afterEach.slice();
  }

  add(name, settled) {
    const { test } = this;
    const hook = new Hook(settled, test, name);
    if (name === 'before' && test.startTime !== null && !test.isRoot) {
      // The test has begun: there is no later moment to be before.
      hook.run(test.context).catch((error) => test.fail(this.#failed(name, error)));
    }
    if (name === 'afterEach') this.#addAfterEach(hook);
    else this[name].push(hook);
  }

  /** Own hooks come before those of the tests above. */
  #addAfterEach(hook) {
    this.ownAfterEach = (this.ownAfterEach ?? 0) + 1;
    this.afterEach.splice(this.ownAfterEach - 1, 0, hook);
  }

  #failed(name, error) {
    const wrapped = failure(`failed running ${name} hook`, kinds.hook);
    wrapped.cause = isFailure(error) ? error.cause : error;
    return wrapped;
  }

  async run(name, context) {
    try {
      for (const hook of this[name]) await hook.run(context);
    } catch (error) {
      throw this.#failed(name, error);
    }
  }
}

module.exports = { Hooks };
