'use strict';

const { codes, hideStackFrames } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const kCustom = Symbol.for('nodejs.util.promisify.custom');
// Names for the values of callbacks that get several: `[kArgs]: ['bytesRead', 'buffer']`.
const kArgs = Symbol.for('kaon.promisify.args');

function settle(resolve, reject, names) {
  return (error, ...values) => {
    if (error) return reject(error);
    if (names === undefined || values.length < 2) return resolve(values[0]);
    const named = {};
    names.forEach((name, i) => {
      named[name] = values[i];
    });
    return resolve(named);
  };
}

function mark(fn) {
  return Object.defineProperty(fn, kCustom, { value: fn, enumerable: false, writable: false, configurable: true });
}

/** A function with an error-first callback as one that returns a promise. */
function promisify(original) {
  validateFunction(original, 'original');
  if (original[kCustom]) {
    const fn = original[kCustom];
    validateFunction(fn, 'util.promisify.custom');
    return mark(fn);
  }
  const names = original[kArgs];
  function fn(...args) {
    return new Promise((resolve, reject) => {
      Reflect.apply(original, this, [...args, settle(resolve, reject, names)]);
    });
  }
  Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
  mark(fn);
  const descriptors = Object.getOwnPropertyDescriptors(original);
  for (const key of Reflect.ownKeys(descriptors)) Object.defineProperty(fn, key, descriptors[key]);
  return fn;
}

promisify.custom = kCustom;

const callbackifyOnRejected = hideStackFrames((reason, callback) => {
  if (reason) return callback(reason);
  // A rejection without a reason would look like success to the callback.
  return callback(new codes.ERR_FALSY_VALUE_REJECTION(reason));
});

/** A function that returns a promise as one with an error-first callback. */
function callbackify(original) {
  validateFunction(original, 'original');
  const { nextTick } = require('internal/task_queues');
  function callbackified(...args) {
    const last = args.pop();
    validateFunction(last, 'last argument');
    const callback = last.bind(this);
    Reflect.apply(original, this, args).then(
      (value) => nextTick(callback, null, value),
      (reason) => nextTick(callbackifyOnRejected, reason, callback));
  }
  const descriptors = Object.getOwnPropertyDescriptors(original);
  if (typeof descriptors.length?.value === 'number') descriptors.length.value++;
  if (typeof descriptors.name?.value === 'string') descriptors.name.value += 'Callbackified';
  for (const key of Reflect.ownKeys(descriptors)) Object.defineProperty(callbackified, key, descriptors[key]);
  return callbackified;
}

module.exports = { promisify, callbackify, kArgs };
