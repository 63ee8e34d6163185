'use strict';

const process = require('node/process');
const options = require('internal/options');
const { codes } = require('internal/errors');
const { failure, kinds } = require('./failure');
const { TestCase } = require('./test_case');
const { TestsStream } = require('./events_stream');
const { settle } = require('./options');
const { current } = require('./current');
const { fromFlags } = require('./filter');
const { rounded } = require('./report');

const COUNTERS = ['tests', 'suites', 'pass', 'fail', 'cancelled', 'skipped', 'todo'];

/** One run: its root, its stream, what is counted, and what it has to do with the process. */
class Harness {
  counts = { tests: 0, suites: 0, pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0, topLevel: 0 };
  ended = false;
  ready = undefined;
  #started;

  constructor({ entry, filter = fromFlags() } = {}) {
    this.entry = entry;
    this.filter = filter;
    this.stream = new TestsStream();
    this.root = new TestCase(settle('<root>', undefined, undefined, null), { parent: null, harness: this });
    this.root.startTime = require('web/performance').performance.now();
    this.stream.on('test:fail', ({ todo }) => {
      if (todo === undefined || todo === false) this.failed = true;
    });
  }

  count(test) {
    const { counts } = this;
    if (test.nesting === 0) counts.topLevel++;
    if (test.type === 'suite') {
      counts.suites++;
      return;
    }
    counts.tests++;
    if (test.skipped) counts.skipped++;
    else if (test.isTodo) counts.todo++;
    else if (test.cancelled) counts.cancelled++;
    else counts[test.passed ? 'pass' : 'fail']++;
  }

  /** The last test has finished: the root's own hooks run, which may let go of what keeps the process alive. */
  allDone() {
    this.#started ??= this.root.run();
    if (options.isSet('test-force-exit') && this.isGlobal) this.#forceExit();
  }

  async #forceExit() {
    const written = await this.ready;
    await this.leave();
    await written();
    process.exit();
  }

  /** Nothing more will happen in this process. */
  async leave(kill = false) {
    const { root } = this;
    if (root.subtests.length === 0 && (root.hooks.before.length > 0 || root.hooks.after.length > 0)) {
      await root.hooks.run('before', root.context).catch((error) => root.fail(error));
    }
    if (root.subtests.length === 0 && root.hooks.after.length > 0) {
      await root.hooks.run('after', root.context).catch((error) => root.fail(error));
    }
    await this.#started;
    if (this.ended) return;
    const pending = failure('Promise resolution is still pending but the event loop has already resolved', kinds.cancelled);
    root.finish(kill ? undefined : pending);
  }

  /** What follows the last test: the plan, the counts, and the end of the stream. */
  end(failed) {
    if (this.ended) return;
    this.ended = true;
    const { root, stream, counts } = this;
    const data = { __proto__: null, nesting: 0 };
    const duration = rounded(root.endTime - root.startTime);
    if (!root.passed && failed === 0 && root.error !== null) {
      const details = { __proto__: null, duration_ms: duration, error: root.error };
      const file = this.entry ?? process.argv[1];
      stream.send('test:fail', { __proto__: null, name: file, nesting: 0, testNumber: root.subtests.length + 1, details, file });
    }
    stream.send('test:plan', { ...data, count: counts.topLevel });
    for (const message of root.report.diagnostics) stream.send('test:diagnostic', { ...data, message });
    for (const name of COUNTERS) stream.send('test:diagnostic', { ...data, message: `${name} ${counts[name]}` });
    stream.send('test:diagnostic', { ...data, message: `duration_ms ${duration}` });
    const { tests, suites, pass, ...others } = counts;
    stream.send('test:summary', {
      __proto__: null,
      success: counts.fail === 0 && counts.cancelled === 0,
      counts: { __proto__: null, tests, suites, passed: pass, failed: others.fail, cancelled: others.cancelled, skipped: others.skipped, todo: others.todo, topLevel: others.topLevel },
      duration_ms: duration,
      file: this.entry,
    });
    stream.end();
  }
}

function place(test) {
  if (test.location === undefined) return '';
  const { relative } = require('node/path');
  const { file, line, column } = test.location;
  return ` at ${relative(process.cwd(), file)}:${line}:${column}`;
}

/** The innermost test that is running: what threw most likely belongs to it. */
function runningIn(test) {
  const child = test.subtests.findLast((subtest) => subtest.startTime !== null && !subtest.finished);
  return child === undefined ? test : runningIn(child);
}

/** An error that no test caught fails the test it came from, if that can be told and is still running. */
function onStray(harness, error, event) {
  if (!harness.root.subtests.length && !harness.isRunner) throw error;
  let test = current();
  if (test === undefined || test.isRoot) test = runningIn(harness.root);
  if (test.isRoot || test.finished) {
    const last = test.isRoot ? undefined : test;
    const message = last === undefined ?
      `Error: A resource generated asynchronous activity after the test ended. This activity created the error "${error}" which triggered an ${event} event, caught by the test runner.` :
      `Error: Test "${last.name}"${place(last)} generated asynchronous activity after the test ended. This activity ` +
      `created the error "${error}" and would have caused the test to fail, but instead triggered an ${event} event.`;
    harness.root.diagnostic(message);
    process.exitCode = 1;
    return;
  }
  test.fail(new codes.ERR_TEST_FAILURE(error, event));
  test.abort();
}

function listen(harness) {
  const onException = (error) => onStray(harness, error, 'uncaughtException');
  const onRejection = (error) => onStray(harness, error, 'unhandledRejection');
  const onEnd = async () => {
    await harness.leave();
    stop();
  };
  const onExit = () => harness.root.finish(failure('Promise resolution is still pending but the event loop has already resolved', kinds.cancelled));
  const onSignal = async () => {
    await harness.leave(true);
    process.exit(1);
  };
  const stop = () => {
    process.removeListener('uncaughtException', onException);
    process.removeListener('unhandledRejection', onRejection);
    process.removeListener('beforeExit', onEnd);
    process.removeListener('SIGINT', onSignal);
    process.removeListener('SIGTERM', onSignal);
  };
  process.on('uncaughtException', onException);
  process.on('unhandledRejection', onRejection);
  process.on('beforeExit', onEnd);
  process.on('exit', onExit);
  if (!harness.isRunner) return;
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

let harnessOfProcess;

/** The harness that a file's own tests belong to: it reports to the process' output. */
function globalHarness() {
  if (harnessOfProcess !== undefined) return harnessOfProcess;
  const harness = new Harness({ entry: process.argv[1] });
  harnessOfProcess = harness;
  harness.isGlobal = true;
  adopt(harness);
  return harness;
}

/** Makes a harness the one whose outcome is the process' own. */
function adopt(harness) {
  harness.stream.on('test:fail', ({ todo }) => {
    if (todo === undefined || todo === false) process.exitCode = 1;
  });
  listen(harness);
  harness.ready = require('./choose_reporters').connect(harness.stream);
}

module.exports = { Harness, globalHarness, adopt };
