'use strict';

const { codes } = require('internal/errors');
const { validateFunction, validateObject } = require('internal/validators');
const { DOMException } = require('web/events');
const timeline = require('./timeline');

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const TOKEN = Symbol('token');
const TYPES = Object.freeze(['mark', 'measure']);

const innerOptions = (options) => ({ ...options, depth: options.depth == null ? null : options.depth - 1 });

class PerformanceObserverEntryList {
  #entries;

  constructor(token = undefined, entries = []) {
    if (token !== TOKEN) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#entries = entries.sort((one, other) => one.startTime - other.startTime);
  }

  getEntries() {
    return this.#entries.slice();
  }

  getEntriesByType(type) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    return this.#entries.filter((entry) => entry.entryType === `${type}`);
  }

  getEntriesByName(name, type = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('name');
    const named = this.#entries.filter((entry) => entry.name === `${name}`);
    return type === undefined ? named : named.filter((entry) => entry.entryType === `${type}`);
  }

  [INSPECT](depth, options, inspect) {
    return depth < 0 ? this : `${this.constructor.name} ${inspect(this.#entries, innerOptions(options))}`;
  }
}

// Observers with news; all are called in one turn of the loop.
const pending = new Set();

const deliver = () => {
  const due = [...pending];
  pending.clear();
  for (const call of due) call();
};

const schedule = (call) => {
  if (pending.size === 0) require('internal/timers').setImmediate(deliver);
  pending.add(call);
};

const modeError = (mode) =>
  new DOMException(`PerformanceObserver can not change to ${mode} observations`, 'InvalidModificationError');

class PerformanceObserver {
  #callback;
  #types = new Set();
  #mode;
  #buffer = [];

  constructor(callback) {
    validateFunction(callback, 'callback');
    this.#callback = callback;
  }

  static get supportedEntryTypes() {
    return TYPES;
  }

  observe(options = {}) {
    validateObject(options, 'options');
    const { entryTypes, type, buffered } = { ...options };
    if (entryTypes === undefined && type === undefined) {
      throw new codes.ERR_MISSING_ARGS('options.entryTypes', 'options.type');
    }
    if (entryTypes != null && type != null) {
      const reason = 'options.entryTypes can not set with options.type together';
      throw new codes.ERR_INVALID_ARG_VALUE('options.entryTypes', entryTypes, reason);
    }
    this.#enter(type === undefined ? 'multiple' : 'single');
    if (type === undefined) this.#observeAll(entryTypes);
    else this.#observeOne(type, buffered);
    if (this.#types.size > 0) timeline.observers.add(this.#hear);
    else this.disconnect();
  }

  #enter(mode) {
    this.#mode ??= mode;
    if (this.#mode !== mode) throw modeError(mode);
  }

  #observeAll(entryTypes) {
    if (!Array.isArray(entryTypes)) throw new codes.ERR_INVALID_ARG_TYPE('options.entryTypes', 'string[]', entryTypes);
    this.#types = new Set(entryTypes.filter((type) => TYPES.includes(type)));
  }

  #observeOne(type, buffered) {
    if (!TYPES.includes(type)) return;
    this.#types.add(type);
    if (!buffered) return;
    this.#buffer.push(...timeline.select(undefined, type));
    if (this.#buffer.length > 0) schedule(this.#call);
  }

  #hear = (entry) => {
    if (!this.#types.has(entry.entryType)) return;
    this.#buffer.push(entry);
    schedule(this.#call);
  };

  #call = () => {
    if (this.#buffer.length === 0) return;
    this.#callback(new PerformanceObserverEntryList(TOKEN, this.takeRecords()), this);
  };

  disconnect() {
    timeline.observers.delete(this.#hear);
    pending.delete(this.#call);
    this.#types.clear();
    this.#buffer = [];
    this.#mode = undefined;
  }

  takeRecords() {
    const records = this.#buffer;
    this.#buffer = [];
    return records;
  }

  [INSPECT](depth, options, inspect) {
    if (depth < 0) return this;
    const shown = {
      connected: timeline.observers.has(this.#hear),
      pending: pending.has(this.#call),
      entryTypes: [...this.#types],
      buffer: this.#buffer,
    };
    return `${this.constructor.name} ${inspect(shown, innerOptions(options))}`;
  }
}

for (const [constructor, names] of [
  [PerformanceObserver, ['observe', 'disconnect', 'takeRecords']],
  [PerformanceObserverEntryList, ['getEntries', 'getEntriesByType', 'getEntriesByName']],
]) {
  for (const name of names) Object.defineProperty(constructor.prototype, name, { enumerable: true });
  Object.defineProperty(constructor.prototype, INSPECT, { enumerable: false });
  Object.defineProperty(constructor.prototype, Symbol.toStringTag, { value: constructor.name, configurable: true });
}

module.exports = { PerformanceObserver, PerformanceObserverEntryList };
