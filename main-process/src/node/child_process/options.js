'use strict';

const { codes } = require('internal/errors');
const {
  isInt32, validateAbortSignal, validateBoolean, validateObject, validateString,
} = require('internal/validators');
const { isWindows } = require('internal/platform');
const { toKillSignal } = require('./signals');

const { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE } = codes;

function checkNul(value, name) {
  if (typeof value === 'string' && value.includes('\0')) {
    throw new ERR_INVALID_ARG_VALUE(name, value, 'must be a string without null bytes');
  }
}

const checkNuls = (values, name) => values.forEach((value, index) => checkNul(value, `${name}[${index}]`));

function checkTimeout(timeout) {
  if (timeout != null && !(Number.isInteger(timeout) && timeout >= 0)) {
    throw new ERR_OUT_OF_RANGE('timeout', 'an unsigned integer', timeout);
  }
}

function checkMaxBuffer(maxBuffer) {
  if (maxBuffer != null && !(typeof maxBuffer === 'number' && maxBuffer >= 0)) {
    throw new ERR_OUT_OF_RANGE('options.maxBuffer', 'a positive number', maxBuffer);
  }
}

/** Command, arguments and options, in all the ways in which they can be left out. */
function sortArguments(file, args, options) {
  validateString(file, 'file');
  checkNul(file, 'file');
  if (file.length === 0) throw new ERR_INVALID_ARG_VALUE('file', file, 'cannot be empty');
  if (Array.isArray(args)) args = args.slice();
  else if (args == null) args = [];
  else if (typeof args !== 'object') throw new ERR_INVALID_ARG_TYPE('args', 'object', args);
  else [options, args] = [args, []];
  checkNuls(args, 'args');
  if (options === undefined) options = {};
  else validateObject(options, 'options');
  return { file, args, options: { __proto__: null, ...options } };
}

function checkOptions({ detached, uid, gid, shell, argv0, windowsHide, windowsVerbatimArguments }) {
  if (detached != null) validateBoolean(detached, 'options.detached');
  if (uid != null && !isInt32(uid)) throw new ERR_INVALID_ARG_TYPE('options.uid', 'int32', uid);
  if (gid != null && !isInt32(gid)) throw new ERR_INVALID_ARG_TYPE('options.gid', 'int32', gid);
  if (shell != null && typeof shell !== 'boolean' && typeof shell !== 'string') {
    throw new ERR_INVALID_ARG_TYPE('options.shell', ['boolean', 'string'], shell);
  }
  checkNul(shell, 'options.shell');
  if (argv0 != null) validateString(argv0, 'options.argv0');
  checkNul(argv0, 'options.argv0');
  if (windowsHide != null) validateBoolean(windowsHide, 'options.windowsHide');
  if (windowsVerbatimArguments != null) validateBoolean(windowsVerbatimArguments, 'options.windowsVerbatimArguments');
}

const CMD = /^(?:.*\\)?cmd(?:\.exe)?$/i;

function throughShell(file, args, shell) {
  const command = [file, ...args].join(' ');
  if (!isWindows) return { file: typeof shell === 'string' ? shell : '/bin/sh', args: ['-c', command] };
  const program = typeof shell === 'string' ? shell : process.env.comspec || 'cmd.exe';
  if (CMD.test(program)) return { file: program, args: ['/d', '/s', '/c', `"${command}"`], verbatim: true };
  return { file: program, args: ['-c', command] };
}

/** `NAME=value` for each variable; Windows knows each name once, however it is written. */
function toPairs(env) {
  let names = [];
  for (const name in env) names.push(name);
  if (isWindows) {
    const seen = new Set();
    names = names.sort().filter((name) => {
      const upper = name.toUpperCase();
      if (seen.has(upper)) return false;
      seen.add(upper);
      return true;
    });
  }
  const pairs = [];
  for (const name of names) {
    const value = env[name];
    if (value === undefined) continue;
    checkNul(name, `options.env['${name}']`);
    checkNul(value, `options.env['${name}']`);
    pairs.push(`${name}=${value}`);
  }
  return pairs;
}

/** What `ChildProcess.spawn` and its synchronous sibling start from. */
function normalize(file, args, options) {
  ({ file, args, options } = sortArguments(file, args, options));
  let { cwd } = options;
  if (cwd != null && cwd !== '') {
    const { pathText, toPath } = require('node/fs/arguments');
    cwd = pathText(toPath(cwd, 'options.cwd'));
  }
  checkOptions(options);
  let { windowsVerbatimArguments } = options;
  let argv = args;
  if (options.shell) {
    const shelled = throughShell(file, args, options.shell);
    ({ file } = shelled);
    argv = shelled.args;
    windowsVerbatimArguments ||= shelled.verbatim;
  }
  return {
    __proto__: null,
    ...options,
    args: [typeof options.argv0 === 'string' ? options.argv0 : file, ...argv],
    cwd,
    detached: Boolean(options.detached),
    envPairs: toPairs(options.env || process.env),
    file,
    windowsHide: Boolean(options.windowsHide),
    windowsVerbatimArguments: Boolean(windowsVerbatimArguments),
  };
}

function checkSpawn(options) {
  checkTimeout(options.timeout);
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  return toKillSignal(options.killSignal);
}

const text = (value) => `${value}`;

/** The options as the natives take them. */
function toPlan(options, stdio) {
  return {
    file: options.file,
    args: (options.args ?? [options.file]).map(text),
    envPairs: options.envPairs ?? [],
    cwd: options.cwd || undefined,
    uid: options.uid ?? undefined,
    gid: options.gid ?? undefined,
    detached: Boolean(options.detached),
    windowsHide: Boolean(options.windowsHide),
    windowsVerbatimArguments: Boolean(options.windowsVerbatimArguments),
    stdio,
  };
}

module.exports = { checkMaxBuffer, checkNul, checkNuls, checkSpawn, checkTimeout, normalize, toPlan };
