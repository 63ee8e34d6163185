'use strict';

const { codes } = require('internal/errors');
const { validateString, validateFunction } = require('internal/validators');
const { currentProcess, owner } = require('internal/fatal');

function options(type, code, ctor) {
  if (typeof type === 'function') return { type: 'Warning', code: '', ctor: type, detail: '' };
  if (type !== null && typeof type === 'object' && !Array.isArray(type)) {
    const detail = typeof type.detail === 'string' ? type.detail : '';
    return { type: type.type ?? 'Warning', code: type.code, ctor: type.ctor ?? ctor, detail };
  }
  if (typeof code === 'function') return { type, code: '', ctor: code, detail: '' };
  return { type, code, ctor, detail: '' };
}

function create(text, { type, code, ctor, detail }) {
  const warning = new Error(text);
  warning.name = String(type || 'Warning');
  if (code !== undefined && code !== '') warning.code = code;
  if (detail) warning.detail = detail;
  Error.captureStackTrace?.(warning, ctor ?? emitWarning);
  return warning;
}

function emitWarning(warning, type, code, ctor) {
  const process = currentProcess();
  const given = options(type, code, ctor);
  if (given.type !== undefined) validateString(given.type, 'type');
  if (given.code !== undefined) validateString(given.code, 'code');
  if (given.ctor !== undefined) validateFunction(given.ctor, 'ctor');
  if (given.type === 'DeprecationWarning' && process.noDeprecation) return;
  if (typeof warning === 'string') warning = create(warning, given);
  else if (!(warning instanceof Error)) throw new codes.ERR_INVALID_ARG_TYPE('warning', ['Error', 'string'], warning);
  if (warning.name === 'DeprecationWarning') {
    if (process.noDeprecation) return;
    if (process.throwDeprecation) {
      process.nextTick(() => { throw warning; });
      return;
    }
  }
  process.nextTick((given) => process.emit('warning', given), warning);
}

let disabled = new Set();
let append;

/** What `--disable-warning` and `--redirect-warnings` ask for. */
function configure(given) {
  disabled = new Set(given.disabled);
  append = given.append;
}

function write(text) {
  if (append !== undefined) {
    try {
      append(text);
      return;
    } catch {
      // Where the file cannot be written, the user is told all the same.
    }
  }
  if (owner.writeError === null) native.writeError(text);
  else owner.writeError(text);
}

let hinted = false;

/** Once, how to find out where warnings come from. */
function hint(deprecated) {
  if (hinted) return '';
  hinted = true;
  return `(Use \`kaon-node --trace-${deprecated ? 'deprecation' : 'warnings'} ...\` to show where the warning was created)\n`;
}

/** The process' own listener: `(node:1234) [CODE] Name: text` on stderr, where `node` is the release's name. */
function printWarning(warning) {
  if (!(warning instanceof Error)) return;
  const process = currentProcess();
  const deprecated = warning.name === 'DeprecationWarning';
  if (deprecated && process.noDeprecation) return;
  if (disabled.has(warning.code) || disabled.has(warning.name)) return;
  const traced = process.traceProcessWarnings || (deprecated && process.traceDeprecation);
  const code = warning.code ? `[${warning.code}] ` : '';
  let text = `(${process.release.name}:${process.pid}) ${code}`;
  if (traced && warning.stack) text += warning.stack;
  else text += typeof warning.toString === 'function' ? `${warning.toString()}` : Error.prototype.toString.call(warning);
  if (typeof warning.detail === 'string') text += `\n${warning.detail}`;
  write(`${text}\n${traced ? '' : hint(deprecated)}`);
}

const told = new Set();

/** A deprecation is told once for each code. */
function deprecationOnce(text, code) {
  if (told.has(code)) return;
  told.add(code);
  emitWarning(text, 'DeprecationWarning', code, deprecationOnce);
}

module.exports = { emitWarning, printWarning, deprecationOnce, configure };
