'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateInt32, validateObject, validateString, validateUint32 } = require('internal/validators');

/** What a script or function is compiled with, checked. */
function compileOptions(options, filename) {
  const given = {
    ...options,
    filename: options.filename === undefined ? filename : options.filename,
    lineOffset: options.lineOffset === undefined ? 0 : options.lineOffset,
    columnOffset: options.columnOffset === undefined ? 0 : options.columnOffset,
    produceCachedData: options.produceCachedData === undefined ? false : options.produceCachedData,
  };
  validateString(given.filename, 'options.filename');
  validateInt32(given.lineOffset, 'options.lineOffset');
  validateInt32(given.columnOffset, 'options.columnOffset');
  if (given.cachedData !== undefined && !ArrayBuffer.isView(given.cachedData)) {
    throw new codes.ERR_INVALID_ARG_TYPE('options.cachedData', ['Buffer', 'TypedArray', 'DataView'], given.cachedData);
  }
  validateBoolean(given.produceCachedData, 'options.produceCachedData');
  if (typeof given.importModuleDynamically === 'function') {
    throw new codes.ERR_NOT_SUPPORTED('vm: options.importModuleDynamically as a function');
  }
  return given;
}

function runOptions(options = {}) {
  validateObject(options, 'options');
  const { timeout, displayErrors = true, breakOnSigint = false } = options;
  if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
  validateBoolean(displayErrors, 'options.displayErrors');
  validateBoolean(breakOnSigint, 'options.breakOnSigint');
  return { timeout, displayErrors };
}

function checkGeneration(given, name) {
  if (given === undefined) return;
  validateObject(given, name);
  const { strings, wasm } = given;
  if (strings !== undefined) validateBoolean(strings, `${name}.strings`);
  if (wasm !== undefined) validateBoolean(wasm, `${name}.wasm`);
}

/** Those of `runInNewContext` as those of `createContext`. */
function contextOptions(options) {
  if (!options) return {};
  const found = {};
  if (options.contextName !== undefined) {
    validateString(options.contextName, 'options.contextName');
    found.name = options.contextName;
  }
  if (options.contextOrigin !== undefined) {
    validateString(options.contextOrigin, 'options.contextOrigin');
    found.origin = options.contextOrigin;
  }
  if (options.contextCodeGeneration !== undefined) {
    checkGeneration(options.contextCodeGeneration, 'options.contextCodeGeneration');
    found.codeGeneration = options.contextCodeGeneration;
  }
  if (options.microtaskMode !== undefined) {
    validateString(options.microtaskMode, 'options.microtaskMode');
    found.microtaskMode = options.microtaskMode;
  }
  return found;
}

module.exports = { compileOptions, runOptions, contextOptions, checkGeneration };
