'use strict';

// Kept under a symbol, so that an emitter that is handed to the page as a plain object shows nothing of this.
const EVENTS = Symbol('events');
const LIMIT = Symbol('limit');
const errorMonitor = Symbol('events.errorMonitor');
let defaultMaxListeners = 10;

function EventEmitter() {
  EventEmitter.init.call(this);
}

const hidden = (object, key, value) => Object.defineProperty(object, key, { value, writable: true, configurable: true });

EventEmitter.init = function init() {
  if (!Object.hasOwn(this, EVENTS)) hidden(this, EVENTS, new Map());
};

function coded(constructor, code, message) {
  const error = new constructor(message);
  error.code = code;
  return error;
}

function check(listener) {
  if (typeof listener === 'function') return;
  const given = listener === null || listener === undefined ? String(listener) : `type ${typeof listener} (${String(listener)})`;
  throw coded(TypeError, 'ERR_INVALID_ARG_TYPE', `The "listener" argument must be of type function. Received ${given}`);
}

function eventsOf(emitter) {
  EventEmitter.init.call(emitter);
  return emitter[EVENTS];
}

function add(emitter, type, listener, first) {
  check(listener);
  const events = eventsOf(emitter);
  if (events.has('newListener')) emitter.emit('newListener', type, listener.listener ?? listener);
  const before = events.get(type) ?? [];
  const after = first ? [listener, ...before] : [...before, listener];
  after.warned = before.warned;
  events.set(type, after);
  const limit = emitter.getMaxListeners();
  if (limit > 0 && after.length > limit && !after.warned) {
    after.warned = true;
    console.warn(`MaxListenersExceededWarning: Possible EventEmitter memory leak detected. ${after.length} ${String(type)} ` +
      `listeners added to ${emitter.constructor?.name}. MaxListeners is ${limit}. Use emitter.setMaxListeners() to increase limit`);
  }
  return emitter;
}

function onceWrapper(emitter, type, listener) {
  check(listener);
  let fired = false;
  const wrapper = function (...args) {
    if (fired) return undefined;
    fired = true;
    emitter.removeListener(type, wrapper);
    return listener.apply(emitter, args);
  };
  wrapper.listener = listener;
  return wrapper;
}

function unhandled(error) {
  if (error instanceof Error) return error;
  const failure = coded(Error, 'ERR_UNHANDLED_ERROR', `Unhandled error. (${typeof error === 'string' ? `'${error}'` : String(error)})`);
  failure.context = error;
  return failure;
}

Object.assign(EventEmitter.prototype, {
  emit(type, ...args) {
    const events = eventsOf(this);
    if (type === 'error' && events.has(errorMonitor)) this.emit(errorMonitor, ...args);
    const listeners = events.get(type);
    if (listeners === undefined) {
      if (type === 'error') throw unhandled(args[0]);
      return false;
    }
    // The list is replaced, never changed, while listeners come and go.
    for (const listener of listeners) listener.apply(this, args);
    return true;
  },
  addListener(type, listener) {
    return add(this, type, listener, false);
  },
  on(type, listener) {
    return add(this, type, listener, false);
  },
  prependListener(type, listener) {
    return add(this, type, listener, true);
  },
  once(type, listener) {
    return add(this, type, onceWrapper(this, type, listener), false);
  },
  prependOnceListener(type, listener) {
    return add(this, type, onceWrapper(this, type, listener), true);
  },
  removeListener(type, listener) {
    check(listener);
    const events = eventsOf(this);
    const before = events.get(type) ?? [];
    const at = before.findLastIndex((one) => one === listener || one.listener === listener);
    if (at < 0) return this;
    const after = before.filter((_, index) => index !== at);
    after.warned = before.warned;
    if (after.length > 0) events.set(type, after);
    else events.delete(type);
    if (events.has('removeListener')) this.emit('removeListener', type, listener);
    return this;
  },
  off(type, listener) {
    return this.removeListener(type, listener);
  },
  removeAllListeners(...types) {
    const events = eventsOf(this);
    const removed = types.length > 0 ? [types[0]] : [...events.keys()].filter((type) => type !== 'removeListener');
    if (events.has('removeListener')) {
      for (const type of removed) {
        const listeners = events.get(type) ?? [];
        for (const listener of [...listeners].reverse()) this.removeListener(type, listener);
      }
    }
    if (types.length === 0) events.clear();
    else events.delete(types[0]);
    return this;
  },
  listeners(type) {
    return this.rawListeners(type).map((one) => one.listener ?? one);
  },
  rawListeners(type) {
    return [...(eventsOf(this).get(type) ?? [])];
  },
  listenerCount(type, listener) {
    const listeners = eventsOf(this).get(type) ?? [];
    if (listener === undefined) return listeners.length;
    return listeners.filter((one) => one === listener || one.listener === listener).length;
  },
  eventNames() {
    return [...eventsOf(this).keys()];
  },
  setMaxListeners(count) {
    if (typeof count !== 'number' || !(count >= 0)) {
      throw coded(RangeError, 'ERR_OUT_OF_RANGE', `The value of "setMaxListeners" is out of range. It must be a non-negative number. Received ${String(count)}`);
    }
    hidden(this, LIMIT, count);
    return this;
  },
  getMaxListeners() {
    return this[LIMIT] ?? defaultMaxListeners;
  },
});

/** The next `type` of an emitter or an event target, as a promise of its arguments. */
function once(emitter, type, { signal } = {}) {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(coded(Error, 'ABORT_ERR', 'The operation was aborted'));
    if (signal?.aborted) return aborted();
    const target = typeof emitter.addEventListener === 'function' && typeof emitter.on !== 'function';
    if (target) return emitter.addEventListener(type, (event) => resolve([event]), { once: true });
    const done = (...args) => {
      emitter.removeListener('error', failed);
      signal?.removeEventListener('abort', stop);
      resolve(args);
    };
    const failed = (error) => {
      emitter.removeListener(type, done);
      reject(error);
    };
    const stop = () => {
      emitter.removeListener(type, done);
      emitter.removeListener('error', failed);
      aborted();
    };
    emitter.once(type, done);
    if (type !== 'error') emitter.once('error', failed);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

Object.assign(EventEmitter, {
  EventEmitter,
  once,
  errorMonitor,
  listenerCount: (emitter, type) => emitter.listenerCount(type),
  getEventListeners: (emitter, type) => emitter.listeners(type),
  getMaxListeners: (emitter) => emitter.getMaxListeners(),
  setMaxListeners(count = defaultMaxListeners, ...emitters) {
    if (emitters.length === 0) defaultMaxListeners = count;
    for (const emitter of emitters) emitter.setMaxListeners(count);
  },
});
Object.defineProperty(EventEmitter, 'defaultMaxListeners', {
  enumerable: true,
  get: () => defaultMaxListeners,
  set: (count) => (defaultMaxListeners = count),
});

module.exports = EventEmitter;
