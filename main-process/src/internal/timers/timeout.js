'use strict';

const { emitWarning } = require('internal/fatal/warning');
const context = require('internal/async_context');
const { kFrame, insert, remove, addRef, dropRef } = require('./lists');

const LONGEST = 2 ** 31 - 1;
const kRefed = Symbol('refed');
const kId = Symbol('id');

// Timers that somebody made a number of, which clearTimeout then has to know.
const byId = new Map();
let lastId = 0;

function duration(after) {
  after = +after;
  if (after >= 1 && after <= LONGEST) return after;
  if (after > LONGEST) {
    emitWarning(`${after} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`, 'TimeoutOverflowWarning');
  }
  return 1;
}

/** Hidden, as it is of no use to those who look at the timer. */
function keepFrame(timer) {
  Object.defineProperty(timer, kFrame, { value: context.start('Timeout', timer), writable: true });
}

class Timeout {
  constructor(callback, after, args, isRepeat, isRefed) {
    const msecs = duration(after);
    this._idleTimeout = msecs;
    this._idlePrev = null;
    this._idleNext = null;
    this._idleStart = null;
    this._onTimeout = callback;
    this._timerArgs = args;
    this._repeat = isRepeat ? msecs : null;
    this._destroyed = false;
    this[kRefed] = isRefed;
    if (isRefed) addRef();
    if (context.state.active) keepFrame(this);
    insert(this, msecs);
  }

  refresh() {
    if (this._destroyed && this._idleTimeout < 0) return this;
    remove(this);
    if (this._destroyed) {
      this._destroyed = false;
      if (this[kRefed] === null) this[kRefed] = true;
      if (this[kRefed]) addRef();
    }
    insert(this, this._idleTimeout);
    return this;
  }

  unref() {
    if (this[kRefed]) {
      this[kRefed] = false;
      if (!this._destroyed) dropRef();
    }
    return this;
  }

  ref() {
    if (this[kRefed] === false) {
      this[kRefed] = true;
      if (!this._destroyed) addRef();
    }
    return this;
  }

  hasRef() {
    return this[kRefed] === true;
  }

  close() {
    clearTimeout(this);
    return this;
  }

  /** The timer fired for the last time, or was cleared. */
  finish() {
    this._destroyed = true;
    if (this[kRefed]) dropRef();
    this[kRefed] = null;
    if (this[kId] !== undefined) byId.delete(this[kId]);
    if (context.state.tracking) context.end(this[kFrame]);
  }

  [Symbol.toPrimitive]() {
    if (this[kId] === undefined) {
      this[kId] = ++lastId;
      if (!this._destroyed) byId.set(lastId, this);
    }
    return this[kId];
  }

  [Symbol.for('nodejs.util.inspect.custom')](_depth, options, print) {
    return print(this, { ...options, depth: 0, customInspect: false });
  }
}

if (Symbol.dispose) {
  Object.defineProperty(Timeout.prototype, Symbol.dispose, { value() { clearTimeout(this); }, configurable: true, writable: true });
}

function clear(timer) {
  if (timer._destroyed) {
    timer._idleTimeout = -1;
    return;
  }
  remove(timer);
  timer._idleTimeout = -1;
  timer._onTimeout = null;
  timer.finish();
}

function clearTimeout(timer) {
  if (timer === null || timer === undefined) return;
  if (typeof timer === 'object') {
    if (timer instanceof Timeout) clear(timer);
    else if (timer._onTimeout) require('./enrolled').unenroll(timer);
    return;
  }
  if (typeof timer !== 'number' && typeof timer !== 'string') return;
  const found = byId.get(Number(timer));
  if (found !== undefined && String(found[kId]) === String(timer)) clear(found);
}

module.exports = { Timeout, clearTimeout, LONGEST };
