'use strict';

const { codes } = require('internal/errors');
const { Script } = require('./script');
const { compileFunction } = require('./function');
const contexts = require('./context');
const { contextOptions } = require('./options');

const named = (options) => (typeof options === 'string' ? { filename: options } : options);

function runInContext(code, contextifiedObject, options) {
  contexts.check(contextifiedObject);
  options = named(options);
  return new Script(code, options).runInContext(contextifiedObject, options);
}

function runInNewContext(code, contextObject, options) {
  options = named(options);
  contextObject = contexts.create(contextObject, contextOptions(options));
  return new Script(code, options).runInContext(contextObject, options);
}

function runInThisContext(code, options) {
  options = named(options);
  return new Script(code, options).runInThisContext(options);
}

module.exports = {
  Script,
  createContext: contexts.create,
  createScript: (code, options) => new Script(code, options),
  runInContext,
  runInNewContext,
  runInThisContext,
  isContext: contexts.isContext,
  compileFunction,
  measureMemory() {
    throw new codes.ERR_NOT_SUPPORTED('vm.measureMemory');
  },
  constants: contexts.constants,
};
