'use strict';

// Scripts that are no files: the text of `-e` and `-p`, and what comes through standard input.

const path = require('node/path');
const process = require('node/process');
const options = require('internal/options');
const { codes } = require('internal/errors');

/** As in Node, text on the command line has the built-in modules by their names. */
function defineModules() {
  const builtins = require('internal/builtins');
  for (const name of builtins.list()) {
    if (name.includes('/') || name in globalThis) continue;
    const define = (value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
    Object.defineProperty(globalThis, name, { get: () => builtins.get(name), set: define, configurable: true, enumerable: false });
  }
}

function isModule(source, name) {
  const type = options.text('input-type') ?? options.text('experimental-default-type');
  if (type !== undefined) return type === 'module';
  return !options.isOff('experimental-detect-module') && require('./esm').looksLikeModule(source, name);
}

function runClassic(source, name, print) {
  const { Module, requireOf } = require('./cjs');
  require('./esm');
  const module = new Module(name);
  module.filename = path.join(process.cwd(), name);
  module.paths = Module._nodeModulePaths(process.cwd());
  Object.assign(globalThis, { require: requireOf(module), module, exports: module.exports, __filename: name, __dirname: '.' });
  if (name === '[eval]') defineModules();
  const result = require('./compile').compileText(source, name);
  if (print) console.log(result);
}

function check(source, name) {
  if (isModule(source, name)) require('./esm').checkModule(source, name);
  else require('./compile').compileWrapper(source, name);
}

function run(source, name, print) {
  require('internal/fatal').setText(name, source);
  if (options.isSet('check')) {
    check(source, name);
    return;
  }
  if (!isModule(source, name)) {
    runClassic(source, name, print);
    return;
  }
  if (print) throw new codes.ERR_EVAL_ESM_CANNOT_PRINT();
  require('./entry').runModule(require('./esm').textModule(source));
}

function runText() {
  process.argv = [process.execPath, ...native.args];
  run(native.text, '[eval]', native.print);
}

/** The whole of standard input is the script. */
function runInput() {
  process.argv = [process.execPath, ...native.args];
  const chunks = [];
  process.stdin.on('data', (chunk) => chunks.push(chunk));
  process.stdin.on('end', () => {
    const { Buffer } = require('node/buffer');
    run(Buffer.concat(chunks).toString('utf8'), '[stdin]', options.isSet('print'));
  });
}

module.exports = { runText, runInput };
