'use strict';

// `--test`: the runner as a program.

const process = require('node/process');
const options = require('internal/options');
const { AbortController } = require('web/events');
const { codes } = require('internal/errors');
const { run } = require('./run');
const { find } = require('./files');

function shard() {
  const text = options.text('test-shard');
  if (text === undefined) return undefined;
  const match = /^(\d+)\/(\d+)$/.exec(text);
  if (match === null) throw new codes.ERR_INVALID_ARG_VALUE('--test-shard', text, 'must be in the form of <index>/<total>');
  return { index: Number(match[1]), total: Number(match[2]) };
}

const number = (name) => (options.text(name) === undefined ? undefined : Number(options.text(name)));

/** Runs what the words name; the exit code says whether all passed. */
function main(words) {
  const cwd = process.cwd();
  const files = find(words, cwd);
  if (words.length > 0 && files.length === 0) {
    process.stderr.write(`Could not find '${words.join(', ')}'\n`);
    process.exit(1);
  }
  const controller = new AbortController();
  const settings = { concurrency: number('test-concurrency') || true, timeout: number('test-timeout') || Infinity, shard: shard() };
  require('node/util').debuglog('test_runner')('test runner configuration:', settings);
  const stream = run({ ...settings, files, signal: controller.signal });
  stream.on('test:fail', ({ todo }) => {
    if (todo === undefined || todo === false) process.exitCode = 1;
  });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      process.exitCode = 1;
      controller.abort();
    });
  }
  stream.on('end', () => ['SIGINT', 'SIGTERM'].forEach((signal) => process.removeAllListeners(signal)));
  require('./choose_reporters').connect(stream).catch((error) => {
    require('internal/fatal').triggerUncaught(error, 'uncaughtException');
  });
}

module.exports = { main };
