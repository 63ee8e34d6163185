'use strict';

const process = require('node/process');
const { failure, kinds } = require('./failure');
const { TestCase } = require('./test_case');
const { Report } = require('./report');
const { Splitter } = require('./wire');

const SUMMARY = /^(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;
const CANCELLED = new Set([kinds.cancelled, kinds.aborted, kinds.timeout]);

/** What is told of a file: what its own process tells, in the files' order; of itself only what that does not say. */
class FileReport extends Report {
  #held = [];
  #children = 0;
  failedChildren = false;

  start() {}

  /** An event of the file's process. */
  take(event) {
    const { test } = this;
    if (test.parent.line.isTurnOf(test)) this.#pass(event);
    else this.#held.push(event);
  }

  #pass({ type, data }) {
    const { harness } = this.test;
    if (data.nesting === 0 && (type === 'test:plan' || type === 'test:summary' || (type === 'test:diagnostic' && SUMMARY.test(data.message)))) return;
    if (type === 'test:pass' || type === 'test:fail') this.#count(type, data);
    else if (type === 'test:complete' && data.nesting === 0) data.testNumber = harness.counts.topLevel + 1;
    harness.stream.send(type, data);
  }

  #count(type, data) {
    const { harness } = this.test;
    if (data.nesting === 0) {
      data.testNumber = harness.counts.topLevel + 1;
      this.#children++;
      if (type === 'test:fail') this.failedChildren = true;
    }
    harness.count({
      nesting: data.nesting,
      type: data.details.type ?? 'test',
      skipped: data.skip !== undefined,
      isTodo: data.todo !== undefined,
      passed: type === 'test:pass',
      cancelled: CANCELLED.has(data.details.error?.failureType),
    });
  }

  get #isSaid() {
    const { error } = this.test;
    return this.#children > 0 && (error === null || error.failureType === kinds.subtests);
  }

  complete() {
    if (!this.#isSaid) super.complete();
  }

  show() {
    for (const event of this.#held.splice(0)) this.#pass(event);
    if (this.#isSaid) return;
    this.number = this.test.harness.counts.topLevel + 1;
    super.start();
    super.show();
  }
}

/** One file of a run: its tests run in a process of its own. */
class FileCase extends TestCase {
  constructor(settled, place) {
    super(settled, place);
    this.report = new FileReport(this);
  }
}

const DROPPED = new Set(['--test', '--watch', '--experimental-test-coverage']);
const DROPPED_WITH_VALUE = new Set(['--test-reporter', '--test-reporter-destination', '--test-shard']);

/** This process' own flags, without those that are the runner's. */
function inheritedFlags() {
  const kept = [];
  for (let i = 0; i < process.execArgv.length; i++) {
    const flag = process.execArgv[i];
    if (DROPPED.has(flag) || DROPPED_WITH_VALUE.has(flag.split('=')[0])) {
      if (DROPPED_WITH_VALUE.has(flag)) i++;
      continue;
    }
    kept.push(flag);
  }
  return kept;
}

function argumentsFor(file, { forceExit, namePatterns, skipPatterns, only, argv, execArgv }) {
  const args = [...inheritedFlags(), ...execArgv];
  if (forceExit) args.push('--test-force-exit');
  for (const pattern of namePatterns) args.push(`--test-name-pattern=${pattern}`);
  for (const pattern of skipPatterns) args.push(`--test-skip-pattern=${pattern}`);
  if (only) args.push('--test-only');
  return [...args, file, ...argv];
}

/** Passes on whole lines of the file's standard error. */
function forwardLines(stream, send) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) send(`${line}\n`);
  });
  stream.on('end', () => {
    if (rest !== '') send(rest);
  });
}

const closed = (stream) => new Promise((resolve) => {
  stream.once('close', resolve);
});

/** The function of a file's test: starts its process and waits for its end. */
function runner(file, options, report) {
  return async (t) => {
    const { spawn } = require('node/child_process');
    const child = spawn(process.execPath, argumentsFor(file, options), {
      signal: t.signal, cwd: options.cwd, env: { ...process.env, NODE_TEST_CONTEXT: 'child-v8' },
    });
    const send = (type) => (message) => report().take({ type, data: { __proto__: null, file, message } });
    const splitter = new Splitter((event) => report().take(event), send('test:stdout'));
    child.stdout.on('data', (chunk) => splitter.add(chunk));
    child.stdout.on('end', () => splitter.end());
    forwardLines(child.stderr, send('test:stderr'));
    let failed;
    child.on('error', (error) => {
      failed = error;
    });
    const ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }));
      child.once('error', () => child.pid === undefined && resolve({ code: 1, signal: null }));
    });
    const [{ code, signal }] = await Promise.all([ended, closed(child.stdout)]);
    if (code === 0 && signal === null) return;
    const kind = report().failedChildren ? kinds.subtests : kinds.code;
    throw failed ?? Object.assign(failure('test failed', kind), { exitCode: code, signal, stack: undefined });
  };
}

module.exports = { FileCase, runner };
