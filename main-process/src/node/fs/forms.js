'use strict';

const { checkCallback } = require('./arguments');

/*
 * Every operation is written once, as a function that checks its arguments and says what to ask of the natives:
 * `{ op, args, finish }`. The three styles are made from it. `finish` turns the native's answer into the script's.
 */

function now({ op, args, finish }) {
  const value = native[op](...args);
  return finish === undefined ? undefined : finish(value);
}

/** Calls `callback(null)` or `callback(null, value)`: nothing is no value. */
function later({ op, args, finish }, callback) {
  native[`${op}Async`](...args, (error, value) => {
    if (error) {
      callback(error);
      return;
    }
    let finished;
    try {
      finished = finish?.(value);
    } catch (thrown) {
      callback(thrown);
      return;
    }
    if (finished === undefined) callback(null);
    else callback(null, finished);
  });
}

function promised(call) {
  return new Promise((resolve, reject) => {
    later(call, (error, value) => {
      if (error) reject(error);
      else resolve(value);
    });
  });
}

const named = (name, length, fn) => Object.defineProperties(fn, {
  name: { value: name, configurable: true },
  length: { value: length, configurable: true },
});

function syncForm(name, prepare) {
  return named(`${name}Sync`, prepare.length, (...args) => now(prepare(...args)));
}

function promiseForm(name, prepare) {
  return named(name, prepare.length, async (...args) => promised(prepare(...args)));
}

/** The callback is the first function among the last `optional` arguments, or follows them all. */
function callbackForm(name, prepare, optional = 0, callbackName = 'cb') {
  const count = prepare.length;
  return named(name, count + 1, (...args) => {
    let at = count;
    for (let index = count - optional; index < count; index++) {
      if (typeof args[index] === 'function') {
        at = index;
        break;
      }
    }
    const call = prepare(...args.slice(0, at));
    const callback = args[at];
    // `open(path, 'r')` lacks its callback, and says so of what stands in its place.
    checkCallback(callback === undefined && optional === 2 ? args[1] : callback, callbackName);
    later(call, callback);
  });
}

module.exports = { now, later, promised, named, syncForm, promiseForm, callbackForm };
