'use strict';

const { performance } = require('web/performance');
const { AbortController } = require('web/events');
const { failure, failureOf, cancellation, kinds } = require('./failure');
const { stopper } = require('./stop');
const { within } = require('./current');
const { Hooks } = require('./hooks');
const { TestContext } = require('./context');
const { Plan } = require('./plan');
const { Report } = require('./report');
const { Line } = require('./line');

const now = () => performance.now();
const given = (value) => value !== undefined && value !== false;
const reason = (value) => (typeof value === 'string' ? value : '');

/** Calls `fn` once, however often it is asked to. */
function once(fn) {
  let outcome;
  return () => (outcome ??= fn());
}

/** A test: it runs its function, its hooks and its subtests, and reports what came of it. */
class TestCase {
  static type = 'test';
  hookType = undefined;
  error = null;
  passed = false;
  cancelled = false;
  finished = false;
  subtests = [];
  message = '';
  startTime = null;
  endTime = null;
  plan = null;
  runOnlySubtests = false;
  mockTracker = null;
  #controller = new AbortController();
  #onOuterAbort = () => this.#abortedFromOutside();

  constructor(settled, { parent, harness, location }) {
    this.harness = harness;
    this.parent = parent;
    this.root = parent === null ? this : parent.root;
    this.nesting = parent === null || parent.parent === null && parent.isRoot ? 0 : parent.nesting + 1;
    this.isRoot = parent === null;
    this.name = settled.name;
    this.fn = settled.fn;
    this.timeout = settled.timeout;
    this.concurrency = settled.concurrency;
    this.outerSignal = settled.signal;
    this.location = location;
    this.hooks = new Hooks(this, parent?.hooks);
    this.line = new Line(this);
    this.report = new Report(this);
    this.#mark(settled);
    if (settled.plan !== undefined) this.plan = new Plan(settled.plan);
    this.outerSignal?.addEventListener('abort', this.#onOuterAbort);
  }

  #mark({ only, skip, todo }) {
    const { harness, parent } = this;
    this.only = only ?? (parent !== null && !parent.isRoot && parent.only && !parent.runOnlySubtests);
    this.skipped = given(skip);
    this.skipReason = reason(skip);
    this.isTodo = given(todo);
    this.todoReason = reason(todo);
    if (parent === null || harness.filter === undefined) return;
    const refused = harness.filter.refusal(this);
    if (refused !== undefined) this.skip(refused);
    if (this.skipped) this.fn = () => {};
  }

  get type() {
    return this.constructor.type;
  }

  get fullName() {
    return this.parent === null || this.parent.isRoot ? this.name : `${this.parent.fullName} > ${this.name}`;
  }

  get signal() {
    return this.#controller.signal;
  }

  abort() {
    this.#controller.abort();
  }

  #abortedFromOutside() {
    const error = this.outerSignal.reason;
    if (error !== null && typeof error === 'object') error.failureType = kinds.aborted;
    this.cancel(error);
  }

  /** Whether there is nothing to run any more. */
  get isAborted() {
    if (this.signal.aborted) return true;
    if (!this.outerSignal?.aborted) return false;
    this.#abortedFromOutside();
    return true;
  }

  fail(error) {
    if (this.error !== null) return;
    this.passed = false;
    this.error = error;
  }

  pass() {
    if (this.error === null && !this.finished) this.passed = true;
  }

  cancel(error) {
    if (this.finished) return;
    this.endTime = now();
    this.fail(error ?? cancellation());
    this.startTime ??= this.endTime;
    this.cancelled = true;
    this.abort();
  }

  skip(message = '') {
    this.skipped = true;
    this.skipReason = reason(message);
  }

  todo(message = '') {
    this.isTodo = true;
    this.todoReason = reason(message);
  }

  diagnostic(message) {
    this.report.diagnostics.push(`${message}`);
  }

  /** Adds a subtest that is not started yet. */
  add(Kind, settled, location) {
    let blocked;
    if (this.finished && !this.isRoot) {
      blocked = failure('test could not be started because its parent finished', kinds.parentFinished);
    }
    const child = new Kind(settled, { parent: this, harness: this.harness, location });
    this.subtests.push(child);
    child.report.number = this.subtests.length;
    if (blocked !== undefined) {
      child.fail(blocked);
      child.blocked = true;
    }
    return child;
  }

  /** Runs it now, or when the parent has room. */
  start() {
    this.report.send('test:enqueue', { type: this.type });
    return this.parent.line.enter(this);
  }

  get mock() {
    if (this.mockTracker === null) {
      const { MockTracker } = require('./mock');
      this.mockTracker = new MockTracker();
    }
    return this.mockTracker;
  }

  get context() {
    this.ownContext ??= new TestContext(this);
    return this.ownContext;
  }

  #callFunction(context, stopped) {
    if (this.fn.length === 2) return this.#callWithCallback(context, stopped);
    const outcome = within(this, this.fn, context, [context]);
    return typeof outcome?.then === 'function' ? Promise.race([outcome, stopped]) : undefined;
  }

  #callWithCallback(context, stopped) {
    const called = Promise.withResolvers();
    let calls = 0;
    const done = (error) => {
      calls++;
      if (calls > 1) {
        if (calls > 2) return;
        const twice = failure('callback invoked multiple times', kinds.manyCalls);
        if (this.finished) throw twice;
        this.fail(twice);
        called.reject(twice);
        return;
      }
      if (error) called.reject(error);
      else queueMicrotask(called.resolve);
    };
    const outcome = within(this, this.fn, context, [context, done]);
    if (!(outcome instanceof Promise)) return Promise.race([called.promise, stopped]);
    this.fail(failure('passed a callback but also returned a Promise', kinds.callbackAndPromise));
    return Promise.race([outcome, stopped]);
  }

  async run() {
    if (this.parent !== null) {
      this.parent.line.active++;
      this.startTime = now();
    }
    if (this.blocked || this.isAborted) {
      this.finish();
      return;
    }
    const { context } = this;
    const after = once(() => this.hooks.run('after', context));
    const afterEach = once(() => (this.skipped || this.parent === null ? undefined : this.parent.hooks.run('afterEach', context)));
    const stop = stopper(this.timeout, this.signal);
    try {
      await this.#runAll(context, stop.promise, after, afterEach);
    } catch (error) {
      const failed = failureOf(error);
      if (failed.failureType === kinds.timeout) this.cancel(failed);
      else this.fail(failed);
      await Promise.resolve().then(afterEach).catch(() => {});
      await Promise.resolve().then(after).catch(() => {});
    } finally {
      stop.release();
      if (this.parent !== null) this.abort();
    }
    if (this.parent !== null) this.finish();
  }

  async #runAll(context, stopped, after, afterEach) {
    // Nothing is waited for that is not there: what a test starts without waiting for it may well finish before it.
    const hooks = this.parent?.hooks;
    if (hooks?.before.length > 0) await hooks.run('before', this.parent.context);
    if (hooks?.beforeEach.length > 0 && !this.skipped) await hooks.run('beforeEach', context);
    const called = this.#callFunction(context, stopped);
    if (called !== undefined) await called;
    if (this.isAborted) return;
    if (this.plan !== null) await this.plan.check();
    this.pass();
    await afterEach();
    await after();
  }

  /** Ends it and everything below it, and tells the parent. */
  finish(pendingError) {
    this.endTime ??= now();
    this.startTime ??= this.endTime;
    this.finished = true;
    this.line.clear();
    const failed = this.#finishSubtests(pendingError);
    if ((this.passed || this.isRoot) && failed > 0) {
      this.passed = false;
      this.error = failure(`${failed} subtest${failed > 1 ? 's' : ''} failed`, kinds.subtests);
    }
    this.outerSignal?.removeEventListener('abort', this.#onOuterAbort);
    this.mockTracker?.reset();
    if (this.isRoot) {
      this.harness.end(failed);
    } else {
      this.report.complete();
      this.parent.line.leave(this);
      if (this.parent.isRoot && this.parent.line.isIdle) this.harness.allDone();
    }
  }

  #finishSubtests(pendingError) {
    let failed = 0;
    for (const subtest of this.subtests) {
      if (!subtest.finished) {
        subtest.cancel(pendingError);
        subtest.finish(pendingError);
      }
      if (!subtest.passed && !subtest.isTodo) failed++;
    }
    return failed;
  }
}

module.exports = { TestCase, once };
