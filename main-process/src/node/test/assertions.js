'use strict';

const { codes } = require('internal/errors');
const { validateFunction, validateString } = require('internal/validators');

const LEFT_OUT = new Set(['AssertionError', 'CallTracker', 'strict']);
const registered = new Map();

/** `t.assert`: the module's functions, counted by the test's plan. */
function of(test, context) {
  const assert = require('node/assert');
  const bound = { __proto__: null };
  const add = (name, fn) => {
    bound[name] = { [name](...args) {
      test.plan?.count();
      return Reflect.apply(fn, this, args);
    } }[name];
  };
  for (const name of Object.keys(assert)) {
    if (!LEFT_OUT.has(name) && name !== 'ok') add(name, assert[name]);
  }
  // What is quoted in its message is the caller's text.
  bound.ok = function ok(...args) {
    test.plan?.count();
    return require('node/assert/truth').checkTruth(ok, args);
  };
  const snapshots = require('internal/options').isSet('experimental-test-snapshots');
  if (snapshots) add('snapshot', (value, options) => require('./snapshot').check(test, value, options));
  if (snapshots) add('fileSnapshot', (value, path, options) => require('./snapshot').checkFile(value, path, options));
  for (const [name, fn] of registered) add(name, (...args) => Reflect.apply(fn, context, args));
  return bound;
}

function register(name, fn) {
  validateString(name, 'name');
  validateFunction(fn, 'fn');
  if (name === '') throw new codes.ERR_INVALID_ARG_VALUE('name', name);
  registered.set(name, fn);
}

module.exports = { of, register };
