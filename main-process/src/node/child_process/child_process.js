'use strict';

const { AbortError, codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateArray, validateObject } = require('internal/validators');
const { ChildProcess } = require('./child');
const { exec, execFile } = require('./exec');
const { checkNuls, checkSpawn, normalize } = require('./options');
const { spread } = require('./stdio');

function killOnAbort(child, { signal, killSignal }) {
  const abort = () => {
    try {
      if (child.kill(killSignal)) child.emit('error', new AbortError(undefined, { cause: signal.reason }));
    } catch (error) {
      child.emit('error', error);
    }
  };
  if (signal.aborted) {
    nextTick(abort);
    return;
  }
  signal.addEventListener('abort', abort, { once: true });
  child.once('exit', () => signal.removeEventListener('abort', abort));
}

function killAfter(child, { timeout, killSignal }) {
  const timer = setTimeout(() => {
    try {
      child.kill(killSignal);
    } catch (error) {
      child.emit('error', error);
    }
  }, timeout);
  child.once('exit', () => clearTimeout(timer));
}

function spawn(file, args, options) {
  const all = normalize(file, args, options);
  all.killSignal = checkSpawn(all);
  const child = new ChildProcess();
  child.spawn(all);
  if (all.timeout > 0) killAfter(child, all);
  if (all.signal) killOnAbort(child, all);
  return child;
}

function toForkStdio({ stdio, silent }) {
  if (typeof stdio === 'string') return spread(stdio, 'ipc');
  if (!stdio) return spread(silent ? 'pipe' : 'inherit', 'ipc');
  if (Array.isArray(stdio) && !stdio.includes('ipc')) throw new codes.ERR_CHILD_PROCESS_IPC_REQUIRED('options.stdio');
  return stdio;
}

/** The environment in which a program that is an app's runtime runs a plain script. */
function scriptEnvironment(env = process.env) {
  return process.versions.electron === undefined ? env : { ...env, ELECTRON_RUN_AS_NODE: '1' };
}

// Flags that name what to run, and are followed by it.
const ENTRIES = new Set(['-e', '--eval', '-p', '--print', '-pe', '--test-module']);

/** The flags of this process but for what it runs: a forked child runs something else. */
function withoutEntry(flags) {
  return flags.filter((flag, index) => !ENTRIES.has(flag) && !ENTRIES.has(flags[index - 1]));
}

function fork(modulePath, args, options) {
  const { pathText, toPath } = require('node/fs/arguments');
  const script = pathText(toPath(modulePath, 'modulePath'));
  if (args == null) {
    args = [];
  } else if (typeof args === 'object' && !Array.isArray(args)) {
    options = args;
    args = [];
  } else {
    validateArray(args, 'args');
  }
  if (options != null) validateObject(options, 'options');
  const all = { __proto__: null, ...options, shell: false };
  all.execPath ||= process.execPath;
  checkNuls(args, 'args');
  const { execArgv = withoutEntry(process.execArgv) } = all;
  all.stdio = toForkStdio(all);
  all.env = scriptEnvironment(all.env);
  return spawn(all.execPath, [...execArgv, script, ...args], all);
}

const named = (name, length, fn) => Object.defineProperties(fn, { name: { value: name }, length: { value: length } });
const sync = (name, length) => named(name, length, (...args) => require('./sync')[name](...args));

module.exports = {
  _forkChild: (fd) => require('./channel').setupChildChannel(fd),
  ChildProcess,
  exec,
  execFile,
  execFileSync: sync('execFileSync', 3),
  execSync: sync('execSync', 2),
  fork,
  spawn,
  spawnSync: sync('spawnSync', 3),
};
