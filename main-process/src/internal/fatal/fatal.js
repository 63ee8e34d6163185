'use strict';

// The process object attaches itself; until a script asks for it, nobody can listen to it either.
const owner = { process: null, exiting: false };
let capture = null;

function attach(process) {
  owner.process = process;
}

function currentProcess() {
  return owner.process ?? globalThis.process;
}

function handled(error, origin) {
  const process = currentProcess();
  if (!process) return false;
  process.emit('uncaughtExceptionMonitor', error, origin);
  if (capture !== null) {
    capture(error);
    return true;
  }
  return process.emit('uncaughtException', error, origin);
}

/** What every callback's exception ends in: a listener of the process, or the end of it. */
function triggerUncaught(error, origin = 'uncaughtException') {
  try {
    if (handled(error, origin)) return;
  } catch (thrown) {
    print(thrown);
    native.exit(7);
    return;
  }
  const process = currentProcess();
  if (process && !owner.exiting) {
    owner.exiting = true;
    process.exitCode = 1;
    try {
      process.emit('exit', 1);
    } catch {
      // The first error is the one to report.
    }
  }
  print(error);
  native.exit(process?.exitCode ?? 1);
}

const isError = (value) => value instanceof Error || (typeof value === 'object' && value !== null && typeof value.stack === 'string');

function print(error) {
  native.writeError(`${isError(error) ? ofError(error) : ofValue(error)}\n\n${native.version}\n`);
}

const inspect = (value) => require('internal/inspect').inspect(value);

function ofError(error) {
  let text;
  try {
    text = inspect(error);
  } catch {
    text = String(error.stack ?? error);
  }
  const arrow = arrowOf(error);
  return arrow === '' ? `Uncaught:\n${text}` : `${arrow}\n\n${text}`;
}

function ofValue(value) {
  let text;
  try {
    text = typeof value === 'string' ? `'${value}'` : inspect(value);
  } catch {
    text = String(value);
  }
  return `Uncaught:\n${text}`;
}

/** The source line of the topmost frame that is in a file, with a caret under its column. */
function arrowOf(error) {
  for (const line of String(error.stack).split('\n')) {
    if (!line.startsWith('    at ')) continue;
    const place = /\(?((?:file:\/\/)?[^()]+):(\d+):(\d+)\)?$/.exec(line.slice(7));
    if (place === null) continue;
    const file = place[1].replace(/^.* \(?/, '');
    const source = native.sourceLine(file, Number(place[2]));
    if (source === undefined || source === null) continue;
    const indent = source.slice(0, Number(place[3]) - 1).replace(/[^\t]/g, ' ');
    return `${file}:${place[2]}\n${source}\n${indent}^`;
  }
  return '';
}

function setCapture(callback) {
  capture = callback;
}

module.exports = { owner, attach, currentProcess, triggerUncaught, setCapture, hasCapture: () => capture !== null };
