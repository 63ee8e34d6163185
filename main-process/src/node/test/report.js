'use strict';

// Nanoseconds are the finest that there is to tell.
const rounded = (milliseconds) => Math.round(milliseconds * 1e6) / 1e6;

/** What is told of one test: its start, its outcome and its diagnostics, in the order that readers expect. */
class Report {
  number = 0;
  diagnostics = [];
  #started = false;

  constructor(test) {
    this.test = test;
  }

  send(type, data) {
    const { test } = this;
    const { line, column, file } = test.location ?? {};
    test.harness.stream.send(type, { __proto__: null, nesting: test.nesting, name: test.name, ...data, line, column, file });
  }

  get #details() {
    const { test } = this;
    const details = { __proto__: null, duration_ms: rounded(test.endTime - test.startTime) };
    if (test.type === 'suite') details.type = 'suite';
    if (!test.passed) details.error = test.error;
    return details;
  }

  #outcome(details) {
    const { test } = this;
    const data = { __proto__: null, name: test.name, nesting: test.nesting, testNumber: this.number, details };
    Object.assign(data, test.location);
    if (test.skipped) data.skip = test.skipReason === '' ? true : test.skipReason;
    else if (test.isTodo) data.todo = test.todoReason === '' ? true : test.todoReason;
    return data;
  }

  start() {
    if (this.#started || this.test.parent === null) return;
    this.#started = true;
    this.test.parent.report.start();
    this.send('test:start', {});
  }

  complete() {
    const details = this.#details;
    this.test.harness.stream.send('test:complete', this.#outcome({ __proto__: null, passed: this.test.passed, ...details }));
  }

  show() {
    const { test } = this;
    test.harness.count(test);
    this.start();
    if (test.subtests.length > 0) test.subtests[0].report.plan(test.subtests.length);
    test.harness.stream.send(test.passed ? 'test:pass' : 'test:fail', this.#outcome(this.#details));
    for (const message of this.diagnostics) this.tell(message);
  }

  plan(count) {
    const { nesting, location } = this.test;
    this.test.harness.stream.send('test:plan', { __proto__: null, nesting, count, ...location });
  }

  tell(message) {
    const { nesting, location } = this.test;
    this.test.harness.stream.send('test:diagnostic', { __proto__: null, nesting, message, ...location });
  }
}

module.exports = { Report, rounded };
