'use strict';

const { validateFunction } = require('internal/validators');
const { triggerUncaught, owner } = require('internal/fatal');
const context = require('internal/async_context');
const rejections = require('./rejections');

const { state } = context;

// The ticks, as a list linked through the ticks themselves.
let head = null;
let tail = null;

function nextTick(callback) {
  validateFunction(callback, 'callback');
  if (owner.exiting) return;
  const count = arguments.length;
  let args;
  if (count > 1) {
    args = new Array(count - 1);
    for (let index = 1; index < count; index++) args[index - 1] = arguments[index];
  }
  const tick = { callback, args, frame: undefined, next: null };
  if (state.active) tick.frame = context.start('TickObject', tick);
  if (tail === null) head = tick;
  else tail.next = tick;
  tail = tick;
}

function runOneTick() {
  const tick = head;
  const { callback, args, next } = tick;
  head = next;
  if (next === null) tail = null;
  try {
    if (state.active) context.call(tick.frame, callback, undefined, args);
    else if (args === undefined) callback();
    else callback(...args);
  } catch (error) {
    triggerUncaught(error);
  }
  if (state.active) context.end(tick.frame);
}

function runMicrotasks() {
  for (;;) {
    try {
      native.runMicrotasks();
      return;
    } catch (error) {
      triggerUncaught(error);
    }
  }
}

/** Runs ticks, then promise jobs, until there are neither; then tells of rejections nobody handled. */
function runTicks() {
  state.main = false;
  do {
    while (head !== null) runOneTick();
    if (state.active) context.enter(undefined);
    runMicrotasks();
  } while (head !== null || rejections.report());
}

const resolved = Promise.resolve();
const then = Promise.prototype.then;

function queueMicrotask(callback) {
  validateFunction(callback, 'callback');
  const frame = state.active ? context.start('Microtask', { callback }) : undefined;
  then.call(resolved, () => {
    try {
      if (state.active) context.call(frame, callback);
      else callback();
    } catch (error) {
      triggerUncaught(error);
    }
    if (state.active) context.end(frame);
  });
}

module.exports = { nextTick, queueMicrotask, runTicks, onRejection: rejections.onRejection, setRejectionMode: rejections.setMode };
