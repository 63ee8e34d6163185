'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateFunction, validateNumber } = require('internal/validators');
const { nextTick } = require('internal/task_queues');

const kCapture = Symbol('kCapture');
const kErrorMonitor = Symbol('events.errorMonitor');
const kRejection = Symbol.for('nodejs.rejection');

let defaultMaxListeners = 10;

function EventEmitter(options) {
  EventEmitter.init.call(this, options);
}

module.exports = EventEmitter;

const prototype = EventEmitter.prototype;
prototype._events = undefined;
prototype._eventsCount = 0;
prototype._maxListeners = undefined;
Object.defineProperty(prototype, kCapture, { value: false, writable: true });

EventEmitter.EventEmitter = EventEmitter;
EventEmitter.usingDomains = false;
EventEmitter.captureRejectionSymbol = kRejection;
EventEmitter.errorMonitor = kErrorMonitor;

EventEmitter.init = function (options) {
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
    this._events = { __proto__: null };
    this._eventsCount = 0;
  }
  if (options?.captureRejections) {
    validateBoolean(options.captureRejections, 'options.captureRejections');
    this[kCapture] = true;
  } else if (prototype[kCapture]) {
    this[kCapture] = true;
  }
};

Object.defineProperties(EventEmitter, {
  captureRejections: {
    enumerable: true,
    get: () => prototype[kCapture],
    set(value) {
      validateBoolean(value, 'EventEmitter.captureRejections');
      prototype[kCapture] = value;
    },
  },
  defaultMaxListeners: {
    enumerable: true,
    get: () => defaultMaxListeners,
    set(value) {
      validateNumber(value, 'defaultMaxListeners', 0);
      defaultMaxListeners = value;
    },
  },
});

function checkListener(listener) {
  if (typeof listener !== 'function') validateFunction(listener, 'listener');
}

const maxOf = (emitter) => emitter._maxListeners === undefined ? defaultMaxListeners : emitter._maxListeners;

prototype.setMaxListeners = function setMaxListeners(n) {
  validateNumber(n, 'setMaxListeners', 0);
  this._maxListeners = n;
  return this;
};

prototype.getMaxListeners = function getMaxListeners() {
  return maxOf(this);
};

function unhandledError(error) {
  if (error instanceof Error) return error;
  let shown;
  try {
    shown = require('internal/inspect').inspect(error);
  } catch {
    shown = `${error}`;
  }
  const wrapped = new codes.ERR_UNHANDLED_ERROR(shown);
  wrapped.context = error;
  return wrapped;
}

// A list of listeners is never changed in place, so an emit can go over it as it is.
prototype.emit = function emit(type, ...args) {
  const events = this._events;
  if (type === 'error') {
    if (events !== undefined && events[kErrorMonitor] !== undefined) this.emit(kErrorMonitor, ...args);
    if (events === undefined || events.error === undefined) throw unhandledError(args[0]);
  } else if (events === undefined) {
    return false;
  }
  const handler = events[type];
  if (handler === undefined) return false;
  if (typeof handler === 'function') {
    const result = handler.apply(this, args);
    if (result !== undefined && result !== null && this[kCapture]) watchRejection(this, result, type, args);
    return true;
  }
  for (let index = 0, count = handler.length; index < count; index++) {
    const result = handler[index].apply(this, args);
    if (result !== undefined && result !== null && this[kCapture]) watchRejection(this, result, type, args);
  }
  return true;
};

function watchRejection(emitter, promise, type, args) {
  try {
    const { then } = promise;
    if (typeof then === 'function') then.call(promise, undefined, (error) => nextTick(emitRejection, emitter, error, type, args));
  } catch (error) {
    emitter.emit('error', error);
  }
}

function emitRejection(emitter, error, type, args) {
  if (typeof emitter[kRejection] === 'function') {
    emitter[kRejection](error, type, ...args);
    return;
  }
  // An 'error' listener that is async itself must not come back here.
  const before = emitter[kCapture];
  try {
    emitter[kCapture] = false;
    emitter.emit('error', error);
  } finally {
    emitter[kCapture] = before;
  }
}

function add(emitter, type, listener, first) {
  checkListener(listener);
  let events = emitter._events;
  if (events === undefined) {
    events = emitter._events = { __proto__: null };
    emitter._eventsCount = 0;
  } else if (events.newListener !== undefined) {
    emitter.emit('newListener', type, listener.listener ?? listener);
    events = emitter._events;
  }
  const existing = events[type];
  if (existing === undefined) {
    events[type] = listener;
    emitter._eventsCount++;
    return emitter;
  }
  let list;
  if (typeof existing === 'function') list = first ? [listener, existing] : [existing, listener];
  else list = first ? [listener].concat(existing) : existing.concat(listener);
  if (existing.warned) list.warned = true;
  events[type] = list;
  const max = maxOf(emitter);
  if (max > 0 && list.length > max && !list.warned) warnOfLeak(emitter, type, list, max);
  return emitter;
}

function warnOfLeak(emitter, type, list, max) {
  list.warned = true;
  const shown = require('internal/inspect').inspect(emitter, { depth: -1 });
  const warning = new Error(
    `Possible EventEmitter memory leak detected. ${list.length} ${String(type)} listeners added to ${shown}. ` +
    `MaxListeners is ${max}. Use emitter.setMaxListeners() to increase limit`,
  );
  warning.name = 'MaxListenersExceededWarning';
  warning.emitter = emitter;
  warning.type = type;
  warning.count = list.length;
  require('internal/fatal/warning').emitWarning(warning);
}

prototype.addListener = function addListener(type, listener) {
  return add(this, type, listener, false);
};

prototype.on = prototype.addListener;

prototype.prependListener = function prependListener(type, listener) {
  return add(this, type, listener, true);
};

function onceWrapper(emitter, type, listener) {
  let fired = false;
  const wrapped = function (...args) {
    if (fired) return undefined;
    emitter.removeListener(type, wrapped);
    fired = true;
    return listener.apply(emitter, args);
  };
  wrapped.listener = listener;
  return wrapped;
}

prototype.once = function once(type, listener) {
  checkListener(listener);
  return this.on(type, onceWrapper(this, type, listener));
};

prototype.prependOnceListener = function prependOnceListener(type, listener) {
  checkListener(listener);
  return this.prependListener(type, onceWrapper(this, type, listener));
};

function drop(emitter, type) {
  if (--emitter._eventsCount === 0) emitter._events = { __proto__: null };
  else delete emitter._events[type];
}

prototype.removeListener = function removeListener(type, listener) {
  checkListener(listener);
  const events = this._events;
  const list = events === undefined ? undefined : events[type];
  if (list === undefined) return this;
  if (typeof list === 'function') {
    if (list !== listener && list.listener !== listener) return this;
    drop(this, type);
    if (events.removeListener !== undefined) this.emit('removeListener', type, list.listener || listener);
    return this;
  }
  let at = list.length - 1;
  while (at >= 0 && list[at] !== listener && list[at].listener !== listener) at--;
  if (at < 0) return this;
  if (list.length === 2) {
    events[type] = list[1 - at];
  } else {
    const rest = list.slice(0, at).concat(list.slice(at + 1));
    if (list.warned) rest.warned = true;
    events[type] = rest;
  }
  if (events.removeListener !== undefined) this.emit('removeListener', type, listener);
  return this;
};

prototype.off = prototype.removeListener;

prototype.removeAllListeners = function removeAllListeners(type) {
  const events = this._events;
  if (events === undefined) return this;
  if (events.removeListener === undefined) {
    if (arguments.length === 0) {
      this._events = { __proto__: null };
      this._eventsCount = 0;
    } else if (events[type] !== undefined) {
      drop(this, type);
    }
    return this;
  }
  if (arguments.length === 0) {
    for (const key of Reflect.ownKeys(events)) {
      if (key !== 'removeListener') this.removeAllListeners(key);
    }
    this.removeAllListeners('removeListener');
    this._events = { __proto__: null };
    this._eventsCount = 0;
    return this;
  }
  const list = events[type];
  if (typeof list === 'function') this.removeListener(type, list);
  else if (list !== undefined) for (let index = list.length - 1; index >= 0; index--) this.removeListener(type, list[index]);
  return this;
};

function listOf(emitter, type) {
  const list = emitter._events?.[type];
  if (list === undefined) return [];
  return typeof list === 'function' ? [list] : list.slice();
}

prototype.listeners = function listeners(type) {
  return listOf(this, type).map((listener) => listener.listener || listener);
};

prototype.rawListeners = function rawListeners(type) {
  return listOf(this, type);
};

function listenerCount(type, listener) {
  const list = this._events?.[type];
  if (list === undefined) return 0;
  if (listener == null) return typeof list === 'function' ? 1 : list.length;
  const same = (one) => one === listener || one.listener === listener;
  return typeof list === 'function' ? Number(same(list)) : list.filter(same).length;
}

prototype.listenerCount = listenerCount;

prototype.eventNames = function eventNames() {
  return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : [];
};

EventEmitter.listenerCount = (emitter, type) =>
  typeof emitter.listenerCount === 'function' ? emitter.listenerCount(type) : listenerCount.call(emitter, type);

EventEmitter.once = function once(emitter, name, options = {}) {
  return require('./static').once(emitter, name, options);
};

EventEmitter.on = function on(emitter, event, options = {}) {
  return require('./static').on(emitter, event, options);
};

EventEmitter.getEventListeners = function getEventListeners(emitter, type) {
  return require('./static').getEventListeners(emitter, type);
};

EventEmitter.getMaxListeners = function getMaxListeners(emitter) {
  return require('./static').getMaxListeners(emitter);
};

EventEmitter.setMaxListeners = function setMaxListeners(...args) {
  require('./static').setMaxListeners(...args);
};

EventEmitter.addAbortListener = function addAbortListener(signal, listener) {
  return require('./static').addAbortListener(signal, listener);
};

Object.defineProperty(EventEmitter, 'EventEmitterAsyncResource', {
  enumerable: true,
  configurable: true,
  get: () => require('./async_resource').EventEmitterAsyncResource,
});
