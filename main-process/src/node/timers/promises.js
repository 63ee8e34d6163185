'use strict';

const timers = require('internal/timers');
const { codes, AbortError } = require('internal/errors');
const { validateAbortSignal, validateBoolean, validateNumber, validateObject } = require('internal/validators');
const { symbols: { kResistStopPropagation } } = require('web/events');

function validate(options) {
  validateObject(options, 'options');
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  if (options.ref !== undefined) validateBoolean(options.ref, 'options.ref');
}

const aborted = (signal) => new AbortError(undefined, { cause: signal.reason });

/** A promise of what `start` delivers to its callback; an abort of `signal` clears it. */
function wait(start, clear, value, { signal, ref = true }) {
  if (signal?.aborted) return Promise.reject(aborted(signal));
  return new Promise((resolve, reject) => {
    let onAbort;
    const timer = start(() => {
      if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
      resolve(value);
    });
    if (!ref) timer.unref();
    if (!signal) return;
    onAbort = () => {
      clear(timer);
      reject(aborted(signal));
    };
    signal.addEventListener('abort', onAbort, { once: true, [kResistStopPropagation]: true });
  });
}

function setTimeout(delay, value, options = {}) {
  try {
    if (delay !== undefined) validateNumber(delay, 'delay');
    validate(options);
  } catch (error) {
    return Promise.reject(error);
  }
  return wait((done) => timers.setTimeout(done, delay), timers.clearTimeout, value, options);
}

function setImmediate(value, options = {}) {
  try {
    validate(options);
  } catch (error) {
    return Promise.reject(error);
  }
  return wait(timers.setImmediate, timers.clearImmediate, value, options);
}

async function* setInterval(delay, value, options = {}) {
  if (delay !== undefined) validateNumber(delay, 'delay');
  validate(options);
  const { signal, ref = true } = options;
  if (signal?.aborted) throw aborted(signal);
  let missed = 0;
  let wake = null;
  const rouse = () => {
    if (wake !== null) wake();
    wake = null;
  };
  const timer = timers.setInterval(() => {
    missed++;
    rouse();
  }, delay);
  if (!ref) timer.unref();
  const onAbort = () => {
    timers.clearInterval(timer);
    rouse();
  };
  signal?.addEventListener('abort', onAbort, { once: true, [kResistStopPropagation]: true });
  try {
    for (;;) {
      if (missed === 0 && !signal?.aborted) await new Promise((resolve) => { wake = resolve; });
      for (; missed > 0; missed--) yield value;
      if (signal?.aborted) throw aborted(signal);
    }
  } finally {
    timers.clearInterval(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

const kScheduler = Symbol('kScheduler');

const check = (self) => {
  if (!self?.[kScheduler]) throw new codes.ERR_INVALID_THIS('Scheduler');
};

class Scheduler {
  constructor(key) {
    if (key !== kScheduler) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this[kScheduler] = true;
  }

  yield() {
    check(this);
    return setImmediate();
  }

  wait(delay, options) {
    check(this);
    return setTimeout(delay, undefined, options);
  }
}

module.exports = { setTimeout, setImmediate, setInterval, scheduler: new Scheduler(kScheduler) };
