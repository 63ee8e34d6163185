'use strict';

const { hidden } = require('./prepare');
const { shown } = require('./received');

const kCoded = Symbol.for('kaon.codedError');

/** One subclass per base: what Node's errors have beyond their built-in class. */
function family(Base) {
  class NodeError extends Base {
    constructor(code, message) {
      super(message);
      this.code = code;
    }

    get [kCoded]() {
      return true;
    }

    toString() {
      return `${this.name} [${this.code}]: ${this.message}`;
    }
  }
  // What these errors show as their class is the built-in one.
  Object.defineProperty(NodeError.prototype, 'constructor', { value: Base, writable: true, configurable: true });
  hidden.add(NodeError);
  return NodeError;
}

const families = {
  Error: family(Error),
  TypeError: family(TypeError),
  RangeError: family(RangeError),
  SyntaxError: family(SyntaxError),
  URIError: family(URIError),
};

const codes = {};

function factory(Family, code, text, extra) {
  function NodeError(...args) {
    const error = new Family(code, typeof text === 'string' ? text : text(...args));
    if (extra !== undefined) extra(error, ...args);
    return error;
  }
  hidden.add(NodeError);
  return NodeError;
}

/**
 * Adds a table of codes: `texts` maps each to its message or to a function that words it. Such a function gets its
 * arguments as text already, save those of the codes that `raw` names.
 */
function define({ texts, extras = {}, variants = {}, raw = [] }) {
  for (const base of Object.keys(texts)) {
    for (const code of Object.keys(texts[base])) {
      const wording = texts[base][code];
      const words = typeof wording === 'string' || raw.includes(code) ?
        wording : (...args) => wording(...args.map(shown));
      codes[code] = factory(families[base], code, words, extras[code]);
      for (const other of variants[code] ?? []) {
        codes[code][other] = factory(families[other], code, words, extras[code]);
      }
    }
  }
}

define(require('./arguments'));
define(require('./general'));
define(require('./modules'));
define(require('./network'));
define(require('./crypto'));

const system = require('./system');
Object.assign(codes, system.systemCodes);

class AbortError extends Error {
  constructor(message = 'The operation was aborted', options = undefined) {
    if (options !== undefined && typeof options !== 'object') {
      throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
    }
    super(message, options);
    this.code = 'ABORT_ERR';
    this.name = 'AbortError';
  }
}
hidden.add(AbortError);

/** Leaves a function out of the stacks of what it throws; marks it and returns it. */
function hideStackFrames(fn) {
  hidden.add(fn);
  fn.withoutStackTrace = fn;
  return fn;
}

/** Keeps both errors when one happens while another is on its way. */
function aggregateTwoErrors(innerError, outerError) {
  if (innerError && outerError && innerError !== outerError) {
    if (Array.isArray(outerError.errors)) {
      outerError.errors.push(innerError);
      return outerError;
    }
    const both = new AggregateError([outerError, innerError], outerError.message);
    both.code = outerError.code;
    return both;
  }
  return innerError || outerError;
}

/** Whether an error came from running out of stack; the text is the engine's own. */
let overflow;
function isStackOverflowError(error) {
  if (overflow === undefined) {
    const dive = () => dive() + 1;
    try {
      dive();
    } catch (e) {
      overflow = { name: e.name, message: e.message };
    }
  }
  return !!error && error.name === overflow.name && error.message === overflow.message;
}

module.exports = {
  codes,
  AbortError,
  aggregateTwoErrors,
  hideStackFrames,
  isStackOverflowError,
  kCoded,
  ...require('./received'),
  SystemError: system.SystemError,
  uvException: system.uvException,
  uvErrmapGet: system.uvErrmapGet,
  errnoException: system.errnoException,
  exceptionWithHostPort: system.exceptionWithHostPort,
  uvExceptionWithHostPort: system.uvExceptionWithHostPort,
  dnsException: system.dnsException,
  systemErrors: system.systemErrors,
  systemErrorName: system.systemErrorName,
};
