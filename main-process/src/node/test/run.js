'use strict';

const process = require('node/process');
const {
  kEmptyObject, validateAbortSignal, validateArray, validateBoolean, validateFunction, validateInteger, validateObject,
  validateOneOf, validateString, validateStringArray,
} = require('internal/validators');
const { codes } = require('internal/errors');
const { isRegExp } = require('internal/types');
const { Harness } = require('./harness');
const { FileCase, runner } = require('./file_case');
const { settle } = require('./options');
const { find } = require('./files');

const ABSENT = ['watch', 'coverage'];

function validateShard(shard, watch) {
  if (shard === undefined) return;
  validateObject(shard, 'options.shard');
  validateInteger(shard.total, 'options.shard.total', 1);
  validateInteger(shard.index, 'options.shard.index', 1, shard.total);
  if (watch) throw new codes.ERR_INVALID_ARG_VALUE('options.shard', watch, 'shards not supported with watch mode');
}

/** Names as texts that a process takes on its command line. */
function patternsOf(patterns, name) {
  if (patterns === undefined) return [];
  const list = Array.isArray(patterns) ? patterns : [patterns];
  return list.map((pattern, index) => {
    if (isRegExp(pattern)) return `${pattern}`;
    if (typeof pattern === 'string') return pattern;
    throw new codes.ERR_INVALID_ARG_TYPE(`options.${name}[${index}]`, ['string', 'RegExp'], pattern);
  });
}

function validate(options) {
  validateObject(options, 'options');
  const { files, forceExit, watch, setup, only, shard, signal, isolation, cwd, globPatterns, argv, execArgv } = options;
  if (files != null) validateArray(files, 'options.files');
  if (watch != null) validateBoolean(watch, 'options.watch');
  if (forceExit != null) {
    validateBoolean(forceExit, 'options.forceExit');
    if (forceExit && watch) throw new codes.ERR_INVALID_ARG_VALUE('options.forceExit', watch, 'is not supported with watch mode');
  }
  if (only != null) validateBoolean(only, 'options.only');
  if (cwd !== undefined) validateString(cwd, 'options.cwd');
  if (globPatterns != null) validateArray(globPatterns, 'options.globPatterns');
  if (globPatterns?.length > 0 && files?.length > 0) {
    throw new codes.ERR_INVALID_ARG_VALUE('options.globPatterns', globPatterns, 'is not supported when specifying \'options.files\'');
  }
  validateShard(shard, watch);
  if (setup != null) validateFunction(setup, 'options.setup');
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  if (argv !== undefined) validateStringArray(argv, 'options.argv');
  if (execArgv !== undefined) validateStringArray(execArgv, 'options.execArgv');
  if (isolation !== undefined) validateOneOf(isolation, 'options.isolation', ['process', 'none']);
  if (isolation === 'none') throw new codes.ERR_NOT_SUPPORTED("run() with isolation 'none'");
  for (const name of ABSENT) if (options[name]) throw new codes.ERR_NOT_SUPPORTED(`run() with ${name}`);
}

function childOptions(options) {
  return {
    forceExit: options.forceExit,
    only: options.only,
    namePatterns: patternsOf(options.testNamePatterns, 'testNamePatterns'),
    skipPatterns: patternsOf(options.testSkipPatterns, 'testSkipPatterns'),
    argv: options.argv ?? [],
    execArgv: options.execArgv ?? [],
    cwd: options.cwd ?? process.cwd(),
  };
}

function filesOf({ files, globPatterns, shard, cwd = process.cwd() }) {
  let found = files ?? find(globPatterns ?? [], cwd);
  if (shard !== undefined) found = found.filter((_, index) => index % shard.total === shard.index - 1);
  return found;
}

/** Adds a file's test and starts it. */
function startFile(harness, file, options, settings) {
  let child;
  const settled = settle(file, settings, runner(file, options, () => child.report), harness.root);
  const { resolve } = require('node/path');
  child = harness.root.add(FileCase, settled, { file: resolve(options.cwd, file), line: 1, column: 1 });
  return child.start();
}

async function runAll(harness, options, files) {
  if (typeof options.setup === 'function') await options.setup(harness.stream);
  const { timeout, signal } = options;
  const settings = childOptions(options);
  await Promise.all(files.map((file) => startFile(harness, file, settings, { timeout, signal })));
  harness.root.finish();
}

/** Runs files of tests, each in a process of its own, and returns the stream of what happens. */
function run(options = kEmptyObject) {
  validate(options);
  const concurrency = options.concurrency ?? true;
  const harness = new Harness({ filter: undefined });
  harness.isRunner = true;
  harness.filter = undefined;
  harness.root.concurrency = settle('run', { concurrency, timeout: options.timeout }, undefined, null).concurrency;
  if (process.env.NODE_TEST_CONTEXT !== undefined) {
    process.emitWarning('node:test run() is being called recursively within a test file. skipping running files.');
    harness.root.finish();
    return harness.stream;
  }
  const files = filesOf(options);
  runAll(harness, options, files).catch((error) => harness.stream.destroy(error));
  return harness.stream;
}

module.exports = { run };
