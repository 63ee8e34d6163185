'use strict';

const { codes } = require('internal/errors');
const { validateArray, validateString, validateObject } = require('internal/validators');
const contexts = require('./context');
const { compileOptions } = require('./options');
const { evaluate, check, cacheOf, isRejected } = require('./script');

function checkParams(params) {
  validateArray(params, 'params');
  params.forEach((param, index) => validateString(param, `params[${index}]`));
}

function checkExtensions(extensions) {
  validateArray(extensions, 'options.contextExtensions');
  extensions.forEach((extension, index) => {
    if (typeof extension !== 'function' && !Array.isArray(extension)) validateObject(extension, `options.contextExtensions[${index}]`);
  });
}

/** Text that ends the function early and goes on would pass as a script; as the body of a function it does not. */
function checkBody(code, params, options) {
  check(`(function (${params.join(',')}) {\n${code}\n})`, { ...options, lineOffset: options.lineOffset - 1 });
  Function(...params, code);
}

function compileFunction(code, params, options = {}) {
  validateString(code, 'code');
  if (params !== undefined) checkParams(params);
  validateObject(options, 'options');
  const given = compileOptions(options, '');
  const { parsingContext, contextExtensions = [] } = given;
  if (parsingContext !== undefined && (typeof parsingContext !== 'object' || parsingContext === null || !contexts.isContext(parsingContext))) {
    throw new codes.ERR_INVALID_ARG_TYPE('options.parsingContext', 'Context', parsingContext);
  }
  checkExtensions(contextExtensions);
  const names = params ?? [];
  checkBody(code, names, given);
  const record = parsingContext === undefined ? contexts.mainRecord() : contexts.recordOf(parsingContext);
  const withs = contextExtensions.map((_, index) => `with (arguments[${index}]) `).join('');
  const source = `(function () { ${withs}return function (${names.join(',')}) {${code}\n}; })`;
  const compiled = Reflect.apply(evaluate(record, source, given), undefined, contextExtensions);
  Object.defineProperty(compiled, 'name', { value: '', configurable: true });
  addCache(compiled, code, given);
  return compiled;
}

function addCache(compiled, code, { cachedData, produceCachedData }) {
  if (cachedData !== undefined) compiled.cachedDataRejected = isRejected(cachedData, code);
  if (!produceCachedData) return;
  compiled.cachedDataProduced = true;
  compiled.cachedData = cacheOf(code);
}

module.exports = { compileFunction };
