'use strict';

const { runTicks } = require('internal/task_queues');
const { triggerUncaught } = require('internal/fatal');
const context = require('internal/async_context');
const { Heap } = require('./heap');

const { state } = context;
const kFrame = Symbol('frame');

// Timers of one duration expire in the order of their start, so each duration has one linked list, and the heap
// holds the lists rather than the timers.
const lists = new Map();
const heap = new Heap();
let listCount = 0;
let refCount = 0;
let armedFor = Infinity;
let running = false;

const now = () => Math.floor(native.now());

class TimersList {
  constructor(expiry, msecs) {
    this._idleNext = this;
    this._idlePrev = this;
    this.expiry = expiry;
    this.id = ++listCount;
    this.msecs = msecs;
    this.place = -1;
    this.current = false;
  }
}

function unlink(timer) {
  timer._idleNext._idlePrev = timer._idlePrev;
  timer._idlePrev._idleNext = timer._idleNext;
  timer._idleNext = null;
  timer._idlePrev = null;
}

function append(list, timer) {
  const last = list._idlePrev;
  timer._idlePrev = last;
  timer._idleNext = list;
  last._idleNext = timer;
  list._idlePrev = timer;
}

function addRef() {
  if (refCount++ === 0) native.refTimers(true);
}

function dropRef() {
  if (--refCount === 0) native.refTimers(false);
}

/** Starts `timer`, which has to be in no list, from `start` on. */
function insert(timer, msecs, start = now()) {
  timer._idleStart = start;
  msecs = Math.trunc(msecs);
  let list = lists.get(msecs);
  if (list === undefined) {
    list = new TimersList(start + msecs, msecs);
    lists.set(msecs, list);
    heap.push(list);
    if (!running && list.expiry < armedFor) {
      armedFor = list.expiry;
      native.arm(Math.max(msecs, 1));
    }
  }
  append(list, timer);
}

/** Takes `timer` out of its list, if it is in one. */
function remove(timer) {
  if (!timer._idleNext) return;
  const { _idleNext: next, _idlePrev: previous } = timer;
  unlink(timer);
  // With the same neighbour on both sides it was alone in its list. One that is being run is dropped at its end.
  if (next !== previous || next.current) return;
  lists.delete(next.msecs);
  heap.remove(next);
}

function runList(list, time) {
  const { msecs } = list;
  list.current = true;
  for (let timer = list._idleNext; timer !== list; timer = list._idleNext) {
    if (time - timer._idleStart < msecs) time = now();
    if (time - timer._idleStart < msecs) {
      list.current = false;
      list.expiry = Math.max(timer._idleStart + msecs, time + 1);
      list.id = ++listCount;
      heap.postponed(list);
      return;
    }
    unlink(timer);
    fire(timer);
    runTicks();
  }
  list.current = false;
  if (lists.get(msecs) === list) lists.delete(msecs);
  heap.remove(list);
}

function fire(timer) {
  const start = timer._repeat ? now() : 0;
  try {
    const args = timer._timerArgs;
    if (timer._onTimeout) {
      if (state.active) context.call(timer[kFrame], timer._onTimeout, timer, args);
      else if (args === undefined) timer._onTimeout();
      else timer._onTimeout(...args);
    }
  } catch (error) {
    triggerUncaught(error);
  }
  if (timer._repeat && timer._idleTimeout !== -1) {
    timer._idleTimeout = timer._repeat;
    if (!timer._idleNext) insert(timer, timer._idleTimeout, start);
  } else if (!timer._idleNext && !timer._destroyed) {
    timer.finish();
  }
}

/** Runs what is due, then asks to be woken for what is next. */
function run() {
  running = true;
  let time = now();
  let list;
  while ((list = heap.peek()) !== undefined) {
    if (list.expiry > time) {
      time = now();
      if (list.expiry > time) break;
    }
    runList(list, time);
  }
  running = false;
  armedFor = list === undefined ? Infinity : list.expiry;
  native.arm(list === undefined ? -1 : Math.max(list.expiry - now(), 1));
}

native.onTimers(run);

/** Milliseconds since the start, with all their fractions. */
function sinceStart() {
  return native.now();
}

module.exports = {
  kFrame, activeCount: () => refCount, insert, remove, addRef, dropRef, sinceStart,
};
