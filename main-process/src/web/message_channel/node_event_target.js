'use strict';

const { Event, EventTarget, CustomEvent } = require('web/events');
const { kListeners, kMaxListeners } = require('web/events').symbols;
const { validateNumber, validateString } = require('internal/validators');

// What listeners in Node's manner get instead of the event.
const values = new WeakMap();

/** An event target that can also be used as an emitter. Source: https://nodejs.org/api/events.html#class-nodeeventtarget */
class NodeEventTarget extends EventTarget {
  // Listener in Node's manner to what listens in its place.
  #wrappers = new WeakMap();

  #wrapperOf(listener) {
    let wrapper = this.#wrappers.get(listener);
    if (wrapper === undefined) {
      wrapper = (event) => {
        const value = values.has(event) ? values.get(event) : event;
        return typeof listener === 'function' ? listener.call(this, value) : listener.handleEvent(value);
      };
      this.#wrappers.set(listener, wrapper);
    }
    return wrapper;
  }

  #add(type, listener, options) {
    const known = typeof listener === 'function' || (typeof listener === 'object' && listener !== null);
    super.addEventListener(type, known ? this.#wrapperOf(listener) : listener, options);
    return this;
  }

  on(type, listener) {
    return this.#add(type, listener);
  }

  addListener(type, listener) {
    return this.#add(type, listener);
  }

  once(type, listener) {
    return this.#add(type, listener, { once: true });
  }

  off(type, listener, options) {
    this.removeEventListener(type, listener, options);
    return this;
  }

  removeListener(type, listener, options) {
    this.removeEventListener(type, listener, options);
    return this;
  }

  removeEventListener(type, listener, options) {
    super.removeEventListener(type, listener, options);
    if (listener && this.#wrappers.has(listener)) super.removeEventListener(type, this.#wrappers.get(listener), options);
  }

  removeAllListeners(type) {
    const types = type === undefined ? [...this[kListeners].keys()] : [`${type}`];
    for (const name of types) {
      for (const { listener, capture } of this[kListeners].get(name) ?? []) super.removeEventListener(name, listener, capture);
    }
    return this;
  }

  eventNames() {
    return [...this[kListeners].keys()];
  }

  listenerCount(type) {
    return this[kListeners].get(`${type}`)?.length ?? 0;
  }

  setMaxListeners(count) {
    validateNumber(count, 'setMaxListeners', 0);
    this[kMaxListeners] = count;
  }

  getMaxListeners() {
    return this[kMaxListeners];
  }

  emit(type, value) {
    validateString(type, 'type');
    const heard = this.listenerCount(type) > 0;
    this.dispatch(new CustomEvent(type, { detail: value }), value);
    return heard;
  }

  /** Dispatches an event of which listeners in Node's manner see `value` alone. */
  dispatch(event, value) {
    values.set(event, value);
    this.dispatchEvent(event);
  }
}

NodeEventTarget.defaultMaxListeners = 10;
for (const name of Object.getOwnPropertyNames(NodeEventTarget.prototype)) {
  const enumerable = name !== 'constructor' && name !== 'dispatch';
  Object.defineProperty(NodeEventTarget.prototype, name, { enumerable });
}

module.exports = { NodeEventTarget, Event };
