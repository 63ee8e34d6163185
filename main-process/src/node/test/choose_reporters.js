'use strict';

const process = require('node/process');
const options = require('internal/options');
const { codes } = require('internal/errors');

const BUILT_IN = new Set(['dot', 'junit', 'lcov', 'spec', 'tap']);

/** `[name, destination]` of each reporter that the flags ask for. */
function chosen() {
  if (process.env.NODE_TEST_CONTEXT === 'child-v8') return [['wire', 'stdout']];
  const names = options.texts('test-reporter');
  const destinations = options.texts('test-reporter-destination');
  if (names.length === 0 && destinations.length === 0) {
    return [[process.stdout.isTTY ? 'spec' : 'tap', 'stdout']];
  }
  if (names.length === 1 && destinations.length === 0) return [[names[0], 'stdout']];
  if (names.length !== destinations.length) {
    throw new codes.ERR_INVALID_ARG_VALUE('--test-reporter', names,
      'must match the number of specified \'--test-reporter-destination\'');
  }
  return names.map((name, index) => [name, destinations[index]]);
}

function streamFor(destination) {
  if (destination === 'stdout') return process.stdout;
  if (destination === 'stderr') return process.stderr;
  return require('node/fs').createWriteStream(destination);
}

function load(name) {
  if (name === 'wire') return require('./wire').reporter;
  if (BUILT_IN.has(name)) return require('./reporters')[name];
  const { importFrom } = require('node/module/esm');
  const path = require('node/path');
  return importFrom(path.join(process.cwd(), 'noop.js'), name).then((found) => found.default ?? found);
}

function instance(found, name) {
  let reporter = found?.default ?? found;
  if (reporter?.prototype !== undefined && Object.getOwnPropertyDescriptor(reporter.prototype, 'constructor') !== undefined) {
    reporter = new reporter();
  }
  if (!reporter) throw new codes.ERR_INVALID_ARG_VALUE('Reporter', name, 'is not a valid reporter');
  return reporter;
}

/** A promise for the moment at which everything was written. */
function attach(stream, reporter, destination) {
  const { compose } = require('node/stream');
  const isStandard = destination === process.stdout || destination === process.stderr;
  const composed = compose(stream, reporter);
  composed.pipe(destination, { end: !isStandard });
  return new Promise((resolve) => {
    if (isStandard) composed.once('end', resolve);
    else destination.once('finish', resolve);
  });
}

/**
 * Lets the chosen reporters write what happens on `stream`, once they are loaded. The promise is for a function that
 * returns one: for the moment at which all of them have written everything.
 */
async function connect(stream) {
  const loaded = [];
  for (const [name, destination] of chosen()) loaded.push([instance(await load(name), name), destination]);
  // All at once, so that none misses what the first one lets flow.
  const written = loaded.map(([reporter, destination]) => attach(stream, reporter, streamFor(destination)));
  return () => Promise.all(written);
}

module.exports = { connect };
