'use strict';

const { AbortError, codes } = require('internal/errors');
const { kEmptyObject, validateAbortSignal, validateNumber, validateStringArray } = require('internal/validators');
const { Clock } = require('./mock_clock');

const APIS = ['setTimeout', 'setInterval', 'setImmediate', 'Date', 'scheduler.wait'];
const CLEARING = { setTimeout: 'clearTimeout', setInterval: 'clearInterval', setImmediate: 'clearImmediate' };

function validateTime(value, name, word) {
  if (value < 0 || Number.isNaN(value)) throw new codes.ERR_INVALID_ARG_VALUE(name, value, word);
}

/** The class that stands for `Date` while the clock is a mock. */
function mockDate(OriginalDate, clock) {
  function MockDate(...args) {
    if (new.target === undefined) return new OriginalDate(clock.now).toString();
    const made = args.length === 0 ? [clock.now] : args;
    return Reflect.construct(OriginalDate, made, new.target === MockDate ? OriginalDate : new.target);
  }
  Object.defineProperties(MockDate, Object.getOwnPropertyDescriptors(OriginalDate));
  MockDate.now = function now() {
    return clock.now;
  };
  MockDate.toString = () => 'function Date() { [native code] }';
  Object.defineProperties(MockDate, {
    isMock: { value: true, enumerable: true },
  });
  return MockDate;
}

/** Rejects with the signal's reason when it aborts; `start` begins the wait and returns how to end it. */
function waiting(signal, start) {
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) return Promise.reject(new AbortError(undefined, { cause: signal.reason }));
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      stop();
      reject(new AbortError(undefined, { cause: signal.reason }));
    };
    const stop = start((value) => {
      signal?.removeEventListener('abort', onAbort);
      resolve(value);
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/** What `node:timers/promises` does meanwhile. */
function promised(clock) {
  return {
    setTimeout(delay, value, options = kEmptyObject) {
      return waiting(options?.signal, (resolve) => {
        const handle = clock.add(() => resolve(value), delay, [], false);
        return () => clock.clear(handle);
      });
    },
    setImmediate(value, options = kEmptyObject) {
      return waiting(options?.signal, (resolve) => {
        const handle = clock.addImmediate(() => resolve(value), []);
        return () => clock.clear(handle);
      });
    },
    async* setInterval(delay, value, options = kEmptyObject) {
      yield* ticks(clock, delay, value, options?.signal);
    },
    wait: (delay, options) => promised(clock).setTimeout(delay, undefined, options),
  };
}

async function* ticks(clock, delay, value, signal) {
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  let due = 0;
  let wake;
  const handle = clock.add(() => {
    due++;
    wake?.();
  }, delay, [], true);
  const onAbort = () => wake?.();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    for (;;) {
      if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
      if (due === 0) {
        await new Promise((resolve) => {
          wake = resolve;
        });
        continue;
      }
      due--;
      yield value;
    }
  } finally {
    clock.clear(handle);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** Replaces timers and dates by ones whose time passes on demand. */
class MockTimers {
  #clock = new Clock();
  #enabled = false;
  #restore = [];

  #check() {
    if (!this.#enabled) throw new codes.ERR_INVALID_STATE('You should enable MockTimers first by calling the .enable function');
  }

  enable(options = { __proto__: null, apis: APIS, now: 0 }) {
    const given = { __proto__: null, ...options };
    if (this.#enabled) throw new codes.ERR_INVALID_STATE('MockTimers is already enabled!');
    const now = given.now ?? 0;
    const time = now instanceof Date ? now.getTime() : now;
    if (Number.isNaN(time)) throw new codes.ERR_INVALID_ARG_VALUE('now', now, `epoch must be a positive integer received ${time}`);
    validateNumber(time, 'now');
    validateTime(time, 'now', `epoch must be a positive integer received ${time}`);
    const apis = given.apis ?? APIS;
    validateStringArray(apis, 'options.apis');
    for (const api of apis) {
      if (!APIS.includes(api)) throw new codes.ERR_INVALID_ARG_VALUE('options.apis', api, `option ${api} is not supported`);
    }
    this.#clock.now = time;
    this.#enabled = true;
    for (const api of apis.length === 0 ? APIS : apis) this.#replaceApi(api);
  }

  #replace(target, name, value) {
    const descriptor = Object.getOwnPropertyDescriptor(target, name);
    this.#restore.push(() => {
      if (descriptor === undefined) delete target[name];
      else Object.defineProperty(target, name, descriptor);
    });
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: descriptor?.enumerable ?? true });
  }

  #replaceApi(api) {
    const clock = this.#clock;
    const timersPromises = require('node/timers/promises');
    if (api === 'Date') {
      if (globalThis.Date.isMock) throw new codes.ERR_INVALID_STATE('Date is already being mocked!');
      this.#replace(globalThis, 'Date', mockDate(globalThis.Date, clock));
      return;
    }
    if (api === 'scheduler.wait') {
      if (timersPromises.scheduler !== undefined) this.#replace(timersPromises.scheduler, 'wait', promised(clock).wait);
      return;
    }
    const start = {
      setTimeout: (callback, delay, ...args) => clock.add(callback, delay, args, false),
      setInterval: (callback, delay, ...args) => clock.add(callback, delay, args, true),
      setImmediate: (callback, ...args) => clock.addImmediate(callback, args),
    }[api];
    const clear = (handle) => clock.clear(handle);
    for (const target of [globalThis, require('node/timers')]) {
      this.#replace(target, api, start);
      this.#replace(target, CLEARING[api], clear);
    }
    this.#replace(timersPromises, api, promised(clock)[api]);
  }

  tick(time = 1) {
    this.#check();
    validateTime(time, 'time', 'positive integer');
    this.#clock.advance(this.#clock.now + time);
  }

  setTime(time = 0) {
    validateNumber(time, 'time');
    validateTime(time, 'time', `epoch must be a positive integer received ${time}`);
    this.#check();
    this.#clock.now = time;
  }

  runAll() {
    this.#check();
    const { last } = this.#clock;
    if (last !== undefined) this.#clock.advance(Math.max(last, this.#clock.now));
  }

  reset() {
    if (!this.#enabled) return;
    for (const restore of this.#restore.reverse()) restore();
    this.#restore = [];
    this.#clock.reset();
    this.#enabled = false;
  }

  [Symbol.dispose]() {
    this.reset();
  }
}

module.exports = { MockTimers };
