'use strict';

const TIMEOUT_MAX = 2 ** 31 - 1;

/** What `setTimeout` returns while the clock is a mock. */
class Timeout {
  constructor(clock, entry) {
    this.id = entry.id;
    this.callback = entry.callback;
    this.interval = entry.interval;
    this.runAt = entry.runAt;
    Object.defineProperty(this, 'cancel', { value: () => clock.clear(this) });
  }

  hasRef() {
    return true;
  }

  ref() {
    return this;
  }

  unref() {
    return this;
  }

  refresh() {
    return this;
  }

  close() {
    this.cancel();
    return this;
  }

  [Symbol.toPrimitive]() {
    return this.id;
  }

  [Symbol.dispose]() {
    this.cancel();
  }
}

/** A time that passes only when it is told to, and what is due in it, in order. */
class Clock {
  #pending = [];
  #nextId = 1;
  now = 0;

  add(callback, delay, args, repeats) {
    const wait = delay >= 1 && delay <= TIMEOUT_MAX ? Math.trunc(delay) : 1;
    const entry = { id: this.#nextId++, callback, args, runAt: this.now + wait, interval: repeats ? wait : undefined };
    entry.handle = new Timeout(this, entry);
    this.#insert(entry);
    return entry.handle;
  }

  /** Before every timer, and in the order they were asked for. */
  addImmediate(callback, args) {
    const entry = { id: this.#nextId++, callback, args, runAt: -1, interval: undefined };
    entry.handle = new Timeout(this, entry);
    this.#insert(entry);
    return entry.handle;
  }

  #insert(entry) {
    let at = this.#pending.length;
    while (at > 0 && this.#pending[at - 1].runAt > entry.runAt) at--;
    this.#pending.splice(at, 0, entry);
  }

  clear(handle) {
    if (handle === undefined || handle === null) return;
    const id = typeof handle === 'object' ? handle.id : Number(handle);
    const at = this.#pending.findIndex((entry) => entry.id === id);
    if (at !== -1) this.#pending.splice(at, 1);
  }

  /** Runs everything that is due up to `time`. */
  advance(time) {
    while (this.#pending.length > 0 && this.#pending[0].runAt <= time) {
      const [entry] = this.#pending.splice(0, 1);
      if (entry.runAt > this.now) this.now = entry.runAt;
      if (entry.interval !== undefined) {
        entry.runAt += entry.interval;
        this.#insert(entry);
      }
      Reflect.apply(entry.callback, undefined, entry.args);
    }
    if (time > this.now) this.now = time;
  }

  get last() {
    return this.#pending.at(-1)?.runAt;
  }

  reset() {
    this.#pending = [];
    this.now = 0;
  }
}

module.exports = { Clock };
