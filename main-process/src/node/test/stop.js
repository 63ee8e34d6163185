'use strict';

const { failure, kinds } = require('./failure');
const timers = require('node/timers');

// Tests may replace the globals.
const { setTimeout, clearTimeout } = timers;

/**
 * A promise that ends a wait for a test: it rejects when the time is over and resolves when the signal is aborted.
 * `release` must be called at the end.
 */
function stopper(timeout, signal) {
  let timer;
  let onAbort;
  const promise = new Promise((resolve, reject) => {
    onAbort = () => resolve();
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', onAbort);
    if (timeout === Infinity) return;
    timer = setTimeout(() => reject(failure(`test timed out after ${timeout}ms`, kinds.timeout)), timeout);
    timer.unref();
  });
  promise.catch(() => {});
  const release = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  };
  return { promise, release };
}

module.exports = { stopper };
