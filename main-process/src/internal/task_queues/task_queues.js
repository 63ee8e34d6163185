'use strict';

const { validateFunction } = require('internal/validators');
const { triggerUncaught, owner } = require('internal/fatal');
const rejections = require('./rejections');

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
  const tick = { callback, args, next: null };
  if (tail === null) head = tick;
  else tail.next = tick;
  tail = tick;
}

function runOneTick() {
  const { callback, args, next } = head;
  head = next;
  if (next === null) tail = null;
  try {
    if (args === undefined) callback();
    else callback(...args);
  } catch (error) {
    triggerUncaught(error);
  }
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
  do {
    while (head !== null) runOneTick();
    runMicrotasks();
  } while (head !== null || rejections.report());
}

const resolved = Promise.resolve();
const then = Promise.prototype.then;

function queueMicrotask(callback) {
  validateFunction(callback, 'callback');
  then.call(resolved, () => {
    try {
      callback();
    } catch (error) {
      triggerUncaught(error);
    }
  });
}

module.exports = { nextTick, queueMicrotask, runTicks, onRejection: rejections.onRejection, setRejectionMode: rejections.setMode };
