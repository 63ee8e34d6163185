'use strict';

const { runTicks } = require('internal/task_queues');
const { triggerUncaught } = require('internal/fatal');
const context = require('internal/async_context');

const { state } = context;
const kRefed = Symbol('refed');
const kFrame = Symbol('frame');

// The immediates of the next round, linked through themselves both ways.
let head = null;
let tail = null;
// What is left of the round that is running.
let round = null;
let refCount = 0;
let told = '';

/** Tells the loop whether to come back at once, and whether immediates alone are a reason to live. */
function tell() {
  const wanted = refCount > 0 ? 'ref' : head !== null ? 'unref' : 'none';
  if (wanted === told) return;
  told = wanted;
  native.refImmediates(refCount > 0, head !== null);
}

class Immediate {
  constructor(callback, args) {
    this._idleNext = null;
    this._idlePrev = tail;
    this._onImmediate = callback;
    this._argv = args;
    this._destroyed = false;
    this[kRefed] = true;
    if (state.active) Object.defineProperty(this, kFrame, { value: context.start('Immediate', this), writable: true });
    refCount++;
    if (tail === null) head = this;
    else tail._idleNext = this;
    tail = this;
    if (refCount === 1) tell();
  }

  ref() {
    if (this[kRefed] === false) {
      this[kRefed] = true;
      refCount++;
      tell();
    }
    return this;
  }

  unref() {
    if (this[kRefed] === true) {
      this[kRefed] = false;
      refCount--;
      tell();
    }
    return this;
  }

  hasRef() {
    return this[kRefed] === true;
  }
}

if (Symbol.dispose) {
  Object.defineProperty(Immediate.prototype, Symbol.dispose, { value() { clearImmediate(this); }, configurable: true, writable: true });
}

function release(immediate) {
  immediate._destroyed = true;
  if (immediate[kRefed]) refCount--;
  immediate[kRefed] = null;
  if (state.tracking) context.end(immediate[kFrame]);
}

function clearImmediate(immediate) {
  if (!(immediate instanceof Immediate) || immediate._destroyed) return;
  release(immediate);
  const { _idleNext: next, _idlePrev: previous } = immediate;
  if (previous !== null) previous._idleNext = next;
  else if (head === immediate) head = next;
  else if (round === immediate) round = next;
  if (next !== null) next._idlePrev = previous;
  else if (tail === immediate) tail = previous;
  immediate._idleNext = immediate._idlePrev = null;
  immediate._onImmediate = null;
  tell();
}

function call(immediate) {
  const args = immediate._argv;
  try {
    if (state.active) context.call(immediate[kFrame], immediate._onImmediate, immediate, args);
    else if (args === undefined) immediate._onImmediate();
    else immediate._onImmediate(...args);
  } catch (error) {
    triggerUncaught(error);
  }
}

// What an immediate adds waits for the next round; what it clears of this one does not run.
function run() {
  round = head;
  head = tail = null;
  while (round !== null) {
    const immediate = round;
    round = immediate._idleNext;
    if (round !== null) round._idlePrev = null;
    immediate._idleNext = null;
    release(immediate);
    call(immediate);
    runTicks();
  }
  tell();
}

native.onImmediates(run);

module.exports = { Immediate, clearImmediate, activeCount: () => refCount };
