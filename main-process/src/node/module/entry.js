'use strict';

const path = require('node/path');
// A script may put anything in the place of the global.
const process = require('node/process');
const options = require('internal/options');
const packages = require('./package');

const VARIABLES = ['NODE_NO_WARNINGS', 'NODE_PENDING_DEPRECATION', 'NODE_REDIRECT_WARNINGS'];

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

/** Runs the main module; that it never comes to an end has an exit code of its own. */
function runModule(url) {
  const { explain, importFrom } = require('./esm');
  const { unsettled, settled } = require('node/process/exit');
  process.on('exit', unsettled);
  importFrom(path.join(process.cwd(), 'noop.js'), url).finally(settled).catch((error) => {
    explain(error, url);
    require('internal/fatal').triggerUncaught(error, 'uncaughtException');
  });
}

function checkFile(file) {
  const { formatOf, checkModule } = require('./esm');
  const source = native.read(file);
  if (formatOf(file) === 'module') checkModule(source, file);
  else require('./compile').compileWrapper(source, file);
}

function runFile(start) {
  const { script, folder } = locate(native.path);
  const real = options.isSet('preserve-symlinks-main') ? script : native.realpath(script);
  const named = path.resolve(native.path);
  process.argv = [process.execPath, ...(native.packaged ? [] : [native.kindOf(named) === 1 ? named : script]), ...native.args];
  app.folder = folder;
  app.script = real;
  start(() => {
    if (options.isSet('check')) {
      checkFile(real);
      return;
    }
    const { Module } = require('./cjs');
    // What `--require` names may have put its own in the place of this one.
    (Module.runMain ?? runMain)(real);
  });
}

function runMain(file = process.argv[1]) {
  // Loading the importer lets `import()` work in classic scripts, too.
  const { formatOf } = require('./esm');
  const { Module } = require('./cjs');
  if (formatOf(file) !== 'module') {
    Module._load(file, null, true);
    return;
  }
  const { pathToFileURL } = require('node/url');
  runModule(pathToFileURL(file).href);
}

// What `electron`'s `app` wants to know of how the program was started.
const app = { folder: undefined, script: undefined, packaged: native.packaged };

/** Stacks name what the author wrote, where a file says what it was made of. */
function setSourceMaps(enabled) {
  const find = (file, line, column) => require('./source_maps').original(file, line, column);
  require('internal/errors/prepare').setMapper(enabled ? find : undefined);
  app.sourceMaps = enabled;
}

function run() {
  setSourceMaps(!options.isOff('enable-source-maps'));
  if (native.worker) {
    const { entry, prepared } = require('node/worker_threads/boot').setUp();
    const begin = () => require('./worker').run(entry);
    if (prepared) require('./start').prepare(begin);
    else begin();
    return;
  }
  if (process.env.NODE_CHANNEL_FD !== undefined) require('node/child_process/channel').adoptChannel();
  if (native.testing) require('internal/builtins').allowTesting();
  // Without a flag and without such a variable there is nothing to prepare.
  const start = options.any || VARIABLES.some((name) => process.env[name] !== undefined) ?
    require('./start').prepare : (main) => main();
  if (native.path !== undefined) runFile(start);
  else if (native.runner === true) start(() => require('node/test/main').main(native.args));
  else if (native.text !== undefined) start(() => require('./text').runText());
  else start(() => require('./text').runInput());
}

function beforeExit() {
  process.emit('beforeExit', process.exitCode ?? 0);
}

// Nothing is left to do: the last event, and the code that the script set.
const exit = () => require('node/process/exit').finish();

module.exports = { run, runModule, beforeExit, exit, app, setSourceMaps, runMain };
