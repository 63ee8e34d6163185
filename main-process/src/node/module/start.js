'use strict';

// What the command line's flags change before the first script runs.

const path = require('node/path');
const process = require('node/process');
const options = require('internal/options');

/** Ends a process that was started wrongly, with Node's code for that. */
function refuse(message) {
  process.stderr.write(`${process.execPath}: ${message}\n`);
  native.exit(9);
}

/** Adds an environment file's variables to those that are there. */
function loadEnvironment(file, isOptional) {
  let text;
  try {
    text = native.read(path.resolve(file));
  } catch (error) {
    if (error.code !== 'ENOENT') refuse(`${file}: ${error.message}`);
    if (!isOptional) refuse(`${file}: not found`);
    return;
  }
  const found = require('node/util/parse_env').parseEnv(text);
  for (const name of Object.keys(found)) process.env[name] ??= found[name];
  if (found.NODE_OPTIONS === undefined) return;
  const complaint = options.addDefaults(found.NODE_OPTIONS);
  if (complaint !== undefined) {
    process.stderr.write(`${complaint}\n`);
    native.exit(9);
  }
}

const SWITCHES = {
  'pending-deprecation': 'pendingDeprecation',
  'throw-deprecation': 'throwDeprecation',
  'trace-deprecation': 'traceDeprecation',
  'trace-warnings': 'traceProcessWarnings',
};

function setWarnings() {
  const warning = require('internal/fatal/warning');
  if (options.isOff('deprecation')) process.noDeprecation = true;
  for (const name of Object.keys(SWITCHES)) if (options.isSet(name)) process[SWITCHES[name]] = true;
  if (process.env.NODE_PENDING_DEPRECATION === '1') process.pendingDeprecation = true;
  const file = options.text('redirect-warnings') ?? process.env.NODE_REDIRECT_WARNINGS;
  const append = file === undefined ? undefined : (text) => require('node/fs').appendFileSync(file, text);
  warning.configure({ disabled: options.texts('disable-warning'), append });
  if (process.env.NODE_NO_WARNINGS !== '1' && !options.isOff('warnings')) return;
  process.removeListener('warning', warning.printWarning);
}

/** `--disable-proto`. */
function limitProto(mode) {
  const { prototype } = Object;
  if (mode === 'delete') delete prototype.__proto__; // eslint-disable-line no-proto
  if (mode !== 'throw') return;
  const { codes } = require('internal/errors');
  const fail = () => {
    throw new codes.ERR_PROTO_ACCESS();
  };
  Object.defineProperty(prototype, '__proto__', { get: fail, set: fail, configurable: false, enumerable: false });
}

function configure() {
  for (const file of options.texts('env-file')) loadEnvironment(file, false);
  for (const file of options.texts('env-file-if-exists')) loadEnvironment(file, true);
  if (options.execArgv.length > 0) process.execArgv = options.execArgv.slice();
  setWarnings();
  const limit = Number(options.text('stack-trace-limit'));
  if (limit >= 0) Error.stackTraceLimit = limit;
  const title = options.text('title');
  if (title !== undefined) process.title = title;
  const mode = options.text('unhandled-rejections');
  if (mode !== undefined) require('internal/task_queues/rejections').setMode(mode);
  const proto = options.text('disable-proto');
  if (proto !== undefined) limitProto(proto);
}

/** Runs what `--require` names, as if a module in the working folder asked for it. */
function requireFirst() {
  const names = options.texts('require');
  if (names.length === 0) return;
  const { Module } = require('./cjs');
  Module._preloadModules(names);
}

/** Then what `--import` and `--loader` name, one after the other; undefined when there is nothing to wait for. */
function importFirst() {
  const names = options.texts('import');
  const loaders = options.texts('experimental-loader');
  if (names.length === 0 && loaders.length === 0) return undefined;
  const { importFrom } = require('./esm');
  const base = path.join(process.cwd(), 'noop.js');
  const imports = async () => {
    for (const name of loaders) await require('./hooks').registerLoader(name, base);
    for (const name of names) await importFrom(base, name);
  };
  return imports();
}

/** Prepares the process and calls `main` when everything that comes first has run. */
function prepare(main) {
  configure();
  requireFirst();
  const waiting = importFirst();
  if (waiting === undefined) {
    main();
    return;
  }
  const { unsettled, settled } = require('node/process/exit');
  process.on('exit', unsettled);
  waiting.then(() => {
    settled();
    main();
  }).catch((error) => {
    settled();
    require('internal/fatal').triggerUncaught(error, 'uncaughtException');
  });
}

module.exports = { prepare, refuse };
