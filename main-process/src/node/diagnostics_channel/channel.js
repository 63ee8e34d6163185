'use strict';

const { validateFunction } = require('internal/validators');
const { triggerUncaught } = require('internal/fatal');
const { nextTick } = require('internal/task_queues');

/** Channels by name: held while somebody listens, and else as long as somebody publishes. */
class Registry {
  #weak = new Map();
  #held = new Set();
  #gone = new FinalizationRegistry((name) => {
    if (this.#weak.get(name)?.deref() === undefined) this.#weak.delete(name);
  });

  get(name) {
    return this.#weak.get(name)?.deref();
  }

  add(channel) {
    this.#weak.set(channel.name, new WeakRef(channel));
    this.#gone.register(channel, channel.name);
  }

  hold(channel) {
    this.#held.add(channel);
  }

  release(channel) {
    this.#held.delete(channel);
  }
}

const registry = new Registry();

const later = (error) => nextTick(() => triggerUncaught(error));

class Channel {
  // A list is never changed in place, so that a publish can go over it as it is.
  _subscribers = undefined;
  _stores = undefined;

  constructor(name) {
    this.name = name;
    registry.add(this);
  }

  get hasSubscribers() {
    return this._subscribers !== undefined || this._stores !== undefined;
  }

  subscribe(subscription) {
    validateFunction(subscription, 'subscription');
    this._subscribers = [...this._subscribers ?? [], subscription];
    registry.hold(this);
  }

  unsubscribe(subscription) {
    const at = this._subscribers?.indexOf(subscription) ?? -1;
    if (at === -1) return false;
    const rest = this._subscribers.toSpliced(at, 1);
    this._subscribers = rest.length === 0 ? undefined : rest;
    this.#settle();
    return true;
  }

  bindStore(store, transform) {
    this._stores = new Map(this._stores).set(store, transform);
    registry.hold(this);
  }

  unbindStore(store) {
    if (!this._stores?.has(store)) return false;
    const rest = new Map(this._stores);
    rest.delete(store);
    this._stores = rest.size === 0 ? undefined : rest;
    this.#settle();
    return true;
  }

  #settle() {
    if (!this.hasSubscribers) registry.release(this);
  }

  publish(data) {
    const subscribers = this._subscribers;
    if (subscribers === undefined) return;
    for (const subscriber of subscribers) {
      try {
        subscriber(data, this.name);
      } catch (error) {
        later(error);
      }
    }
  }

  runStores(data, fn, thisArg, ...args) {
    let run = () => {
      this.publish(data);
      return Reflect.apply(fn, thisArg, args);
    };
    for (const [store, transform] of this._stores ?? []) run = within(store, transform, data, run);
    return run();
  }
}

function within(store, transform, data, next) {
  return () => {
    let value = data;
    try {
      if (transform) value = transform(data);
    } catch (error) {
      later(error);
      return next();
    }
    return store.run(value, next);
  };
}

module.exports = { Channel, registry };
