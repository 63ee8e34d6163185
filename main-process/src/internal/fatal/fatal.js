'use strict';

// The process object attaches itself; until a script asks for it, nobody can listen to it either.
// A worker's errors are for its parent: `report(error)`, and so is what it prints of them: `writeError(text)`.
const owner = { process: null, exiting: false, report: null, writeError: null };
let capture = null;
let domains = null;

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
    capture(error, origin);
    return true;
  }
  if (domains !== null && domains(error)) return true;
  return process.emit('uncaughtException', error, origin);
}

/** What every callback's exception ends in: a listener of the process, or the end of it. */
function triggerUncaught(error, origin = 'uncaughtException') {
  try {
    if (handled(error, origin)) return;
  } catch (thrown) {
    (owner.report ?? print)(thrown);
    native.exit(owner.report === null ? 7 : 1);
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
  (owner.report ?? print)(error);
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
  // A syntax error has its own in front of its stack.
  const arrow = /^[^\n]*:\d+\n/.test(text) ? '' : arrowOf(error);
  return arrow === '' ? text : `${arrow}\n\n${text}`;
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

// Scripts that lie in no file, by the names that stacks have for them.
const texts = new Map();

/** The source line of the topmost frame that is in a file, with a caret under its column. */
function arrowOf(error) {
  for (const line of String(error.stack).split('\n')) {
    if (!line.startsWith('    at ')) continue;
    const place = /\(?((?:file:\/\/)?[^()]+):(\d+):(\d+)\)?$/.exec(line.slice(7));
    if (place === null) continue;
    const file = place[1].replace(/^.* \(?/, '');
    const source = texts.has(file) ? texts.get(file).split('\n')[place[2] - 1] : native.sourceLine(file, Number(place[2]));
    if (source === undefined || source === null) continue;
    const indent = source.slice(0, Number(place[3]) - 1).replace(/[^\t]/g, ' ');
    return `${file}:${place[2]}\n${source}\n${indent}^`;
  }
  return '';
}

function setCapture(callback) {
  capture = callback;
}

/** The `domain` module takes what is thrown inside of a domain. */
function setDomains(handler) {
  domains = handler;
}

module.exports = {
  owner,
  attach,
  currentProcess,
  triggerUncaught,
  setCapture,
  hasCapture: () => capture !== null,
  setDomains,
  hasDomains: () => domains !== null,
  setText: (name, text) => texts.set(name, text),
};
