'use strict';

const path = require('node/path');
// A script may put anything in the place of the global.
const process = require('node/process');
const packages = require('./package');

/** A mistake in how the program was started: said in one line, without a stack. */
function refuse(message, hint) {
  process.stderr.write(`kaon: ${message}\n${hint ? `hint: ${hint}\n` : ''}`);
  native.exit(1);
}

function appFolder(folder) {
  const file = path.join(folder, 'package.json');
  let found;
  try {
    found = packages.read(folder);
  } catch (error) {
    refuse(error.message);
  }
  if (found === undefined) {
    refuse(`${folder} is no app: it has no package.json`, 'name a folder with a package.json whose "main" is the app\'s script');
  }
  const main = found.data?.main ?? 'index.js';
  if (typeof main !== 'string') refuse(`"main" in ${file} is not a string`);
  const candidates = ['', '.js', '.json', '.cjs', '.mjs', '/index.js'].map((suffix) => path.resolve(folder, main) + suffix);
  const script = candidates.find((candidate) => native.kindOf(candidate) === 0);
  if (script === undefined) {
    refuse(`${path.resolve(folder, main)} does not exist`, `it is the "main" of ${file}`);
  }
  return script;
}

/** The script to run, and the app's folder. */
function locate(given) {
  const named = path.resolve(given);
  const kind = native.kindOf(named);
  if (kind === 1) return { script: appFolder(named), folder: named };
  const script = kind === 0 ? named : ['.js', '.cjs', '.mjs'].map((extension) => named + extension).find((file) => native.kindOf(file) === 0);
  if (script === undefined) refuse(`${named} does not exist`, 'name an app folder or a script');
  return { script, folder: path.dirname(script) };
}

function runFile() {
  const { script, folder } = locate(native.path);
  const real = native.realpath(script);
  process.argv = [process.execPath, ...(native.packaged ? [] : [path.resolve(native.path)]), ...native.args];
  app.folder = folder;
  app.script = real;
  // Loading the importer lets `import()` work in classic scripts, too.
  const { formatOf, importFrom } = require('./esm');
  const { Module } = require('./cjs');
  if (formatOf(real) === 'module') {
    const { pathToFileURL } = require('node/url');
    importFrom(real, pathToFileURL(real).href).catch((error) => {
      require('internal/fatal').triggerUncaught(error, 'uncaughtException');
    });
    return;
  }
  Module._load(real, null, true);
}

/** As in Node, text on the command line has the built-in modules by their names. */
function defineModules() {
  const builtins = require('internal/builtins');
  for (const name of builtins.list()) {
    if (name.includes('/') || name in globalThis) continue;
    Object.defineProperty(globalThis, name, { get: () => builtins.get(name), configurable: true, enumerable: false });
  }
}

function runText() {
  process.argv = [process.execPath, ...native.args];
  const { Module, requireOf } = require('./cjs');
  require('./esm');
  const module = new Module('[eval]');
  module.filename = path.join(process.cwd(), '[eval]');
  module.paths = Module._nodeModulePaths(process.cwd());
  Object.assign(globalThis, { require: requireOf(module), module, exports: module.exports, __filename: '[eval]', __dirname: '.' });
  defineModules();
  const result = native.compile(native.text, '[eval]');
  if (native.print) console.log(result);
}

// What `electron`'s `app` wants to know of how the program was started.
const app = { folder: undefined, script: undefined, packaged: native.packaged };

function run() {
  if (process.env.NODE_CHANNEL_FD !== undefined) require('node/child_process/channel').adoptChannel();
  if (native.testing) require('internal/builtins').allowTesting();
  if (native.text === undefined) runFile();
  else runText();
}

function beforeExit() {
  process.emit('beforeExit', process.exitCode ?? 0);
}

// Nothing is left to do: the last event, and the code that the script set.
const exit = () => require('node/process/exit').finish();

module.exports = { run, beforeExit, exit, app };
