'use strict';

const { errnoException, exceptionWithHostPort, codes } = require('internal/errors');
const { validateString, validateNumber } = require('internal/validators');
const { inspect, format, formatWithOptions, stripVTControlCharacters } = require('internal/inspect');
const types = require('./types');
const { promisify, callbackify } = require('./callbacks');
const { deprecate, inherits, _extend } = require('./classic');
const { debuglog } = require('./debuglog');
const system = require('./system');
const legacy = require('./legacy');

function toUSVString(input) {
  return `${input}`.toWellFormed();
}

function isDeepStrictEqual(a, b) {
  return require('./deep_equal').isDeepStrictEqual(a, b);
}

function styleText(style, text, options) {
  return require('./style_text').styleText(style, text, options);
}

function parseArgs(config = {}) {
  return require('./parse_args').parseArgs(config);
}

function parseEnv(content) {
  validateString(content, 'content');
  return require('./parse_env').parseEnv(content);
}

function diff(actual, expected) {
  return require('./diff').diff(actual, expected);
}

function aborted(signal, resource) {
  return require('./aborted').aborted(signal, resource);
}

function getCallSites(frameCount, options) {
  return require('./call_sites').getCallSites(frameCount, options);
}

function unsupported(name) {
  return { [name]() {
    throw new codes.ERR_NOT_SUPPORTED(`util.${name}`);
  } }[name];
}

function log(...args) {
  const now = new Date();
  const month = now.toDateString().slice(4, 7);
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map((n) => `${n}`.padStart(2, '0')).join(':');
  globalThis.console.log('%s - %s', `${now.getDate()} ${month} ${time}`, format(...args));
}

module.exports = {
  _errnoException(errno, ...rest) {
    validateNumber(errno, 'err');
    if (errno >= 0 || !Number.isSafeInteger(errno)) {
      throw new codes.ERR_OUT_OF_RANGE('err', 'a negative integer', errno);
    }
    return errnoException(errno, ...rest);
  },
  _exceptionWithHostPort(...args) {
    return exceptionWithHostPort(...args);
  },
  _extend,
  callbackify,
  debug: debuglog,
  debuglog,
  deprecate,
  diff,
  format,
  styleText,
  formatWithOptions,
  getCallSites,
  getSystemErrorMap: system.getSystemErrorMap,
  getSystemErrorName: system.getSystemErrorName,
  getSystemErrorMessage: system.getSystemErrorMessage,
  inherits,
  inspect,
  ...legacy,
  isDeepStrictEqual,
  log: deprecate(log, 'The `util.log API is deprecated.', 'DEP0059'),
  promisify,
  setTraceSigInt: unsupported('setTraceSigInt'),
  stripVTControlCharacters(text) {
    validateString(text, 'str');
    return stripVTControlCharacters(text);
  },
  toUSVString,
  transferableAbortSignal: unsupported('transferableAbortSignal'),
  transferableAbortController: unsupported('transferableAbortController'),
  aborted,
  types,
  parseEnv,
  parseArgs,
};

function defineLazy(name, produce) {
  Object.defineProperty(module.exports, name, {
    get() {
      const value = produce();
      Object.defineProperty(module.exports, name, { value, writable: true, enumerable: true, configurable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(module.exports, name, { value, writable: true, enumerable: true, configurable: true });
    },
    enumerable: true,
    configurable: true,
  });
}

defineLazy('TextDecoder', () => require('web/encoding').TextDecoder);
defineLazy('TextEncoder', () => require('web/encoding').TextEncoder);
defineLazy('MIMEType', () => require('./mime').MIMEType);
defineLazy('MIMEParams', () => require('./mime').MIMEParams);
