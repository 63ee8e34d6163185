'use strict';

const { inspect } = require('internal/inspect');
const { validateFunction, validateString } = require('internal/validators');
const { codes } = require('internal/errors');

const counts = { passed: 0, failed: 0, skipped: 0 };
const waiting = new Set();
let last = Promise.resolve();
let listening = false;

function fail(name, text) {
  counts.failed++;
  globalThis.process.exitCode = 1;
  globalThis.process.stderr.write(`not ok: ${name}\n${text}\n`);
}

/** At the end: what never came to an end has failed as well. */
function summarize() {
  for (const name of waiting) fail(name, 'The process ended before the test did.');
  waiting.clear();
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  globalThis.process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
}

function listen() {
  if (listening) return;
  listening = true;
  globalThis.process.on('exit', summarize);
}

async function run(name, fn) {
  try {
    await fn();
    counts.passed++;
  } catch (error) {
    fail(name, inspect(error));
  }
  waiting.delete(name);
  // An app lives until it quits; one whose tests are done ends like any other script.
  if (waiting.size === 0) require('internal/host').keepAlive(false);
}

/** Runs one behaviour after those before it; resolves when it is done, whatever came of it. */
function test(name, fn) {
  validateString(name, 'name');
  validateFunction(fn, 'fn');
  if (waiting.has(name)) throw new codes.ERR_INVALID_ARG_VALUE('name', name, 'is the name of another test');
  listen();
  waiting.add(name);
  last = last.then(() => run(name, fn));
  return last;
}

/** Counts a test that cannot run here, and says why. */
test.skip = function skip(name, reason) {
  validateString(name, 'name');
  validateString(reason, 'reason');
  if (reason === '') throw new codes.ERR_INVALID_ARG_VALUE('reason', reason, 'must say why the test cannot run');
  listen();
  counts.skipped++;
  globalThis.process.stdout.write(`skipped: ${name} (${reason})\n`);
};

// Both ways of asking for it: `require('kaon:test')` and `const { test } = require('kaon:test')`.
module.exports = Object.assign(test, { test });
