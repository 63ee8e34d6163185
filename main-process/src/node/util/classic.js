'use strict';

const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');

const { ERR_INVALID_ARG_TYPE } = codes;

const warned = new Set();

function warn(message, code, from) {
  if (code === undefined) {
    globalThis.process.emitWarning(message, 'DeprecationWarning', from);
  } else if (!warned.has(code)) {
    warned.add(code);
    globalThis.process.emitWarning(message, 'DeprecationWarning', code, from);
  }
}

/** Wraps a function or class so that its first use warns. */
function deprecate(fn, message, code) {
  if (code !== undefined) validateString(code, 'code');
  let done = false;
  function deprecated(...args) {
    const { process } = globalThis;
    if (!done && process !== undefined && process.noDeprecation !== true) {
      done = true;
      warn(message, code, deprecated);
    }
    return new.target ? Reflect.construct(fn, args, new.target) : Reflect.apply(fn, this, args);
  }
  Object.setPrototypeOf(deprecated, fn);
  if (fn.prototype) deprecated.prototype = fn.prototype;
  Object.defineProperty(deprecated, 'length', { value: fn.length, configurable: true });
  return deprecated;
}

function inherits(constructor, superConstructor) {
  if (constructor === undefined || constructor === null) {
    throw new ERR_INVALID_ARG_TYPE('ctor', 'Function', constructor);
  }
  if (superConstructor === undefined || superConstructor === null) {
    throw new ERR_INVALID_ARG_TYPE('superCtor', 'Function', superConstructor);
  }
  if (superConstructor.prototype === undefined) {
    throw new ERR_INVALID_ARG_TYPE('superCtor.prototype', 'Object', superConstructor.prototype);
  }
  Object.defineProperty(constructor, 'super_', { value: superConstructor, writable: true, configurable: true });
  Object.setPrototypeOf(constructor.prototype, superConstructor.prototype);
}

function _extend(target, source) {
  if (source === null || typeof source !== 'object') return target;
  const keys = Object.keys(source);
  for (let i = keys.length - 1; i >= 0; i--) target[keys[i]] = source[keys[i]];
  return target;
}

module.exports = { deprecate, inherits, _extend };
