'use strict';

const { owner } = require('internal/fatal');
const { validateInteger } = require('internal/validators');
const { codes, errnoException } = require('internal/errors');

let exitCode;

/** The number an exit code stands for; undefined for none. */
function codeOf(value) {
  if (value === undefined || value === null) return undefined;
  let number = value;
  if (typeof value === 'string' && value !== '') {
    number = Number(value);
    if (!Number.isInteger(number)) number = value;
  }
  validateInteger(number, 'code');
  return number;
}

const methods = {
  exit(code) {
    const process = require('node/process');
    settled();
    if (arguments.length !== 0) process.exitCode = code;
    if (!owner.exiting) {
      owner.exiting = true;
      process.emit('exit', process.exitCode || 0);
    }
    process.reallyExit(process.exitCode || 0);
  },

  reallyExit(code) {
    // A process sees the low byte of what it asks for, and Windows all 32 bits.
    native.exit((codeOf(code) ?? 0) | 0);
  },

  abort() {
    native.abort();
  },

  _kill(pid, signal) {
    return native.kill(pid, signal);
  },

  kill(pid, signal) {
    // A numeric string will do, as ever, and null will not.
    if (typeof pid === 'object' || Number(pid) !== (pid | 0)) throw new codes.ERR_INVALID_ARG_TYPE('pid', 'number', pid);
    const number = signalNumber(signal);
    const failure = require('node/process')._kill(pid | 0, number);
    if (failure) throw errnoException(failure, 'kill');
    return true;
  },
};

function signalNumber(signal) {
  if (typeof signal === 'number' && (signal | 0) === signal) return signal;
  const { signals } = require('node/os').constants;
  const number = signals[signal || 'SIGTERM'];
  if (number === undefined) throw new codes.ERR_UNKNOWN_SIGNAL(signal);
  return number;
}

function define(process) {
  Object.defineProperty(process, 'exitCode', {
    enumerable: true,
    configurable: false,
    get: () => exitCode,
    set(value) {
      codeOf(value);
      exitCode = value === null ? undefined : value;
    },
  });
  Object.defineProperty(process, '_exiting', {
    enumerable: true,
    configurable: true,
    get: () => owner.exiting,
    set(value) {
      owner.exiting = !!value;
    },
  });
}

/** Node's exit code for a main module that waits for what never comes. */
function unsettled() {
  require('node/process').exitCode ??= 13;
}

function settled() {
  require('node/process').removeListener('exit', unsettled);
}

/** The end that comes by itself: there is nothing left to do. */
function finish() {
  const process = require('node/process');
  if (!owner.exiting) {
    owner.exiting = true;
    process.emit('exit', process.exitCode || 0);
  }
  native.exit((codeOf(process.exitCode) ?? 0) | 0);
}

module.exports = { methods, define, finish, unsettled, settled };
