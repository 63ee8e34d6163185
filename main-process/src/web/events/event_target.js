'use strict';

const { codes } = require('internal/errors');
const { validateObject, validateAbortSignal } = require('internal/validators');
const { nextTick } = require('internal/task_queues');
const { Event } = require('./event');
const {
  kTarget, kDispatching, kStopped, kPassive, kListeners, kListenerAdded, kListenerRemoved,
  kMaxListeners, kMaxListenersWarned, kResistStopPropagation, kDispatch, inspect,
} = require('./symbols');

// events.setMaxListeners and events.defaultMaxListeners reach it.
const defaultMaxListeners = { value: 10 };

const defaults = { once: false, capture: false, passive: false, signal: undefined, resist: false };

function parseOptions(options) {
  if (options === undefined || options === null) return defaults;
  if (typeof options === 'boolean') return options ? { ...defaults, capture: true } : defaults;
  validateObject(options, 'options', { allowArray: true, allowFunction: true });
  return {
    once: !!options.once,
    capture: !!options.capture,
    passive: !!options.passive,
    signal: options.signal,
    resist: !!options[kResistStopPropagation],
  };
}

function emitWarning(warning) {
  require('internal/fatal/warning').emitWarning(warning);
}

function isListener(listener) {
  if (listener === null || listener === undefined) return false;
  if (typeof listener === 'function' || typeof listener === 'object') return true;
  throw new codes.ERR_INVALID_ARG_TYPE('listener', 'EventListener', listener);
}

function warnOfNoListener(target, type, listener) {
  const warning = new Error(`addEventListener called with ${listener} which has no effect.`);
  warning.name = 'AddEventListenerArgumentTypeWarning';
  warning.target = target;
  warning.type = type;
  emitWarning(warning);
}

function isEventTarget(value) {
  return value?.[kListeners] instanceof Map;
}

function check(self) {
  if (!isEventTarget(self)) throw new codes.ERR_INVALID_THIS('EventTarget');
}

const indexOf = (list, listener, capture) =>
  list.findIndex((entry) => entry.listener === listener && entry.capture === capture);

class EventTarget {
  constructor() {
    this[kListeners] = new Map();
    this[kMaxListeners] = defaultMaxListeners.value;
    this[kMaxListenersWarned] = false;
  }

  addEventListener(type, listener, options = undefined) {
    check(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('type', 'listener');
    const parsed = parseOptions(options);
    const { signal, capture } = parsed;
    if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
    if (!isListener(listener)) return warnOfNoListener(this, type, listener);
    type = `${type}`;
    if (signal?.aborted) return;
    const list = this[kListeners].get(type) ?? [];
    if (indexOf(list, listener, capture) >= 0) return;
    const { once, passive, resist } = parsed;
    const entry = { listener, once, capture, passive, resist, removed: false };
    if (signal) {
      signal.addEventListener('abort', () => this.removeEventListener(type, listener, options), { once: true, [kResistStopPropagation]: true });
    }
    // A new array each time: a dispatch that is under way goes on over the one it began with.
    this[kListeners].set(type, [...list, entry]);
    this[kListenerAdded](list.length + 1, type, listener, once, capture, passive);
  }

  removeEventListener(type, listener, options = undefined) {
    check(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('type', 'listener');
    if (!isListener(listener)) return;
    type = `${type}`;
    const capture = typeof options === 'boolean' ? options : !!options?.capture;
    const list = this[kListeners].get(type);
    const at = list === undefined ? -1 : indexOf(list, listener, capture);
    if (at < 0) return;
    this.#drop(type, list, at);
  }

  #drop(type, list, at) {
    const [entry] = list.slice(at, at + 1);
    entry.removed = true;
    if (list.length === 1) this[kListeners].delete(type);
    else this[kListeners].set(type, list.filter((other) => other !== entry));
    this[kListenerRemoved](list.length - 1, type, entry.listener, entry.capture);
  }

  dispatchEvent(event) {
    check(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('event');
    if (!(event instanceof Event)) throw new codes.ERR_INVALID_ARG_TYPE('event', 'Event', event);
    if (event[kDispatching]) throw new codes.ERR_EVENT_RECURSION(event.type);
    this[kDispatch](event);
    return event.defaultPrevented !== true;
  }

  [kDispatch](event) {
    event[kTarget] = this;
    const list = this[kListeners].get(event.type);
    if (list === undefined) return;
    event[kDispatching] = true;
    for (const entry of list) {
      if (entry.removed || (event[kStopped] && !entry.resist)) continue;
      if (entry.once) {
        const now = this[kListeners].get(event.type);
        this.#drop(event.type, now, now.indexOf(entry));
      }
      this.#call(entry, event);
    }
    event[kDispatching] = false;
  }

  #call({ listener, passive }, event) {
    event[kPassive] = passive;
    try {
      const result = typeof listener === 'function' ? listener.call(this, event) : callHandleEvent(listener, event);
      if (result !== undefined && result !== null) watchPromise(result);
    } catch (error) {
      rethrowLater(error);
    }
    event[kPassive] = false;
  }

  [kListenerAdded](size, type) {
    const max = this[kMaxListeners];
    if (max <= 0 || size <= max || this[kMaxListenersWarned]) return;
    this[kMaxListenersWarned] = true;
    const shown = require('internal/inspect').inspect(this, { depth: -1 });
    const warning = new Error(
      `Possible EventTarget memory leak detected. ${size} ${type} listeners added to ${shown}. ` +
      `MaxListeners is ${max}. Use events.setMaxListeners() to increase limit`,
    );
    Object.assign(warning, { name: 'MaxListenersExceededWarning', target: this, type, count: size });
    emitWarning(warning);
  }

  [kListenerRemoved]() {}

  [inspect](depth, options) {
    const name = this.constructor.name;
    return depth < 0 ? name : `${name} {}`;
  }
}

function callHandleEvent(listener, event) {
  const { handleEvent } = listener;
  if (typeof handleEvent !== 'function') throw new TypeError('handleEvent is not a function');
  return handleEvent.call(listener, event);
}

function rethrowLater(error) {
  nextTick(() => require('internal/fatal').triggerUncaught(error));
}

function watchPromise(result) {
  const { then } = result;
  if (typeof then === 'function') then.call(result, undefined, rethrowLater);
}

for (const member of ['addEventListener', 'removeEventListener', 'dispatchEvent']) {
  Object.defineProperty(EventTarget.prototype, member, { enumerable: true });
}
Object.defineProperty(EventTarget.prototype, Symbol.toStringTag, { configurable: true, value: 'EventTarget' });

/** Gives `prototype` the attribute `on<name>`: one listener, in the place where it was first set. */
function defineEventHandler(prototype, name, event = name) {
  const handlers = new WeakMap();
  Object.defineProperty(prototype, `on${name}`, {
    configurable: true,
    enumerable: true,
    get() { return handlers.get(this)?.handler ?? null; },
    set(value) {
      const handler = typeof value === 'function' || (value !== null && typeof value === 'object') ? value : null;
      const set = handlers.get(this);
      if (set) {
        set.handler = handler;
        if (handler === null) {
          this.removeEventListener(event, set.wrapper);
          handlers.delete(this);
        }
      } else if (handler !== null) {
        const wrapper = (given) => typeof created.handler === 'function' ? created.handler.call(this, given) : undefined;
        const created = { handler, wrapper };
        handlers.set(this, created);
        this.addEventListener(event, wrapper);
      }
    },
  });
}

/** The listeners of `target` for `type`, in order, as `events.getEventListeners` gives them. */
function listenersOf(target, type) {
  return (target[kListeners].get(`${type}`) ?? []).map((entry) => entry.listener);
}

module.exports = { EventTarget, defaultMaxListeners, defineEventHandler, listenersOf, isEventTarget };
