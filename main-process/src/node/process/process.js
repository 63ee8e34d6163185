'use strict';

const EventEmitter = require('node/events');
const { codes } = require('internal/errors');
const { validateBoolean, validateString } = require('internal/validators');
const fatal = require('internal/fatal');
const warning = require('internal/fatal/warning');
const { nextTick } = require('internal/task_queues');
const platform = require('internal/platform');

function createProcess() {
  function process() {}
  process.prototype = Object.create(EventEmitter.prototype, {
    constructor: { value: process, writable: true, configurable: true },
  });
  const created = Object.create(process.prototype);
  EventEmitter.call(created);
  Object.defineProperty(created, Symbol.toStringTag, { value: 'process', writable: true });
  return created;
}

const process = createProcess();
module.exports = process;
fatal.attach(process);

const fixed = (value) => ({ value, enumerable: true, configurable: true, writable: false });
const open = (value) => ({ value, enumerable: true, configurable: true, writable: true });

function once(name, produce) {
  return {
    enumerable: true,
    configurable: true,
    get() {
      const value = produce();
      Object.defineProperty(process, name, open(value));
      return value;
    },
    set(value) {
      Object.defineProperty(process, name, open(value));
    },
  };
}

const COMPATIBLE = '22.12.0';
// Whose interface node:crypto follows: programs take its absence for that of all cryptography.
const OPENSSL = '3.0.19';

Object.defineProperties(process, {
  version: fixed(`v${COMPATIBLE}`),
  versions: fixed(Object.freeze({ node: COMPATIBLE, kaon: platform.version, quickjs: native.quickjs, openssl: OPENSSL })),
  arch: fixed(platform.arch),
  platform: fixed(platform.platform),
  release: fixed({ name: 'node', lts: 'Jod' }),
  features: fixed(Object.freeze({
    inspector: false, debug: false, uv: false, ipv6: true, tls_alpn: true, tls_sni: true, tls_ocsp: false, tls: true,
    cached_builtins: true, require_module: true, typescript: false,
  })),
  config: fixed(Object.freeze({
    target_defaults: Object.freeze({ cflags: [], default_configuration: 'Release', defines: [], include_dirs: [], libraries: [] }),
    variables: Object.freeze({}),
  })),
  pid: fixed(native.pid),
  ppid: { enumerable: true, configurable: true, get: () => native.ppid() },
  title: open('kaon'),
  argv: open([native.execPath]),
  argv0: { value: native.argv0, enumerable: true },
  execArgv: open([]),
  execPath: open(native.execPath),
  debugPort: open(9229),
  noDeprecation: open(false),
  domain: open(null),
  allowedNodeEnvironmentFlags: once('allowedNodeEnvironmentFlags', () => require('./environment_flags').create()),
  env: once('env', () => require('./env').create()),
  stdout: once('stdout', () => require('./stdio').output(1)),
  stderr: once('stderr', () => require('./stdio').output(2)),
  stdin: once('stdin', () => require('./stdio').input()),
});

Object.assign(process, require('./exit').methods);
Object.assign(process, require('./measure').methods);
Object.assign(process, require('./identity').methods);
require('./exit').define(process);
require('./unsupported').define(process);

process.nextTick = nextTick;
process.emitWarning = warning.emitWarning;

process._rawDebug = function _rawDebug(...args) {
  native.write(2, `${require('internal/inspect').format(...args)}\n`.toWellFormed());
};

process.openStdin = function openStdin() {
  process.stdin.resume();
  return process.stdin;
};

process.loadEnvFile = function loadEnvFile(path = undefined) {
  const text = require('node/fs').readFileSync(path ?? '.env', 'utf8');
  const found = require('node/util/parse_env').parseEnv(text);
  for (const name of Object.keys(found)) {
    if (process.env[name] === undefined) process.env[name] = found[name];
  }
};

process.assert = function assert(value, message) {
  require('internal/fatal/warning').deprecationOnce('process.assert() is deprecated. Please use the `assert` module instead.', 'DEP0100');
  if (!value) throw new codes.ERR_ASSERTION(message || 'assertion error');
};

process.setUncaughtExceptionCaptureCallback = function setUncaughtExceptionCaptureCallback(callback) {
  if (callback === null) {
    fatal.setCapture(null);
    return;
  }
  if (typeof callback !== 'function') throw new codes.ERR_INVALID_ARG_TYPE('fn', ['Function', 'null'], callback);
  if (fatal.hasDomains()) throw new codes.ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE();
  if (fatal.hasCapture()) throw new codes.ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET();
  fatal.setCapture(callback);
};

process.hasUncaughtExceptionCaptureCallback = function hasUncaughtExceptionCaptureCallback() {
  return fatal.hasCapture();
};

/** Of natives' requests and handles it is not known what they are. */
process.getActiveResourcesInfo = function getActiveResourcesInfo() {
  const [timers, immediates] = require('internal/timers').activeCounts();
  return [...new Array(timers).fill('Timeout'), ...new Array(immediates).fill('Immediate')];
};

process.getBuiltinModule = function getBuiltinModule(id) {
  validateString(id, 'id');
  const builtins = require('internal/builtins');
  const name = builtins.nameOf(id);
  return name === undefined ? undefined : builtins.get(name);
};

Object.defineProperty(process, 'sourceMapsEnabled', { enumerable: true, configurable: true, get: () => require('node/module/entry').app.sourceMaps });

process.setSourceMapsEnabled = function setSourceMapsEnabled(value) {
  validateBoolean(value, 'val');
  require('node/module/entry').setSourceMaps(value);
};

process._tickCallback = function _tickCallback() {
  require('internal/task_queues').runTicks();
};

require('./signals').attach(process);
process.on('warning', warning.printWarning);
