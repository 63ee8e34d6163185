'use strict';

const { insert, remove, addRef, dropRef } = require('./lists');
const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');
const { emitWarning } = require('internal/fatal/warning');
const { LONGEST } = require('./timeout');

const refed = new WeakSet();

// Any object with an `_onTimeout` can be a timer here; the deprecated half of Node's `timers`.
function prepare(item, isRefed) {
  if (item.finish === undefined) {
    Object.defineProperty(item, 'finish', { value() { release(this); }, configurable: true, writable: true, enumerable: false });
  }
  if (isRefed && !refed.has(item)) {
    refed.add(item);
    addRef();
  }
}

function release(item) {
  if (refed.delete(item)) dropRef();
}

function duration(msecs) {
  validateNumber(msecs, 'msecs');
  if (msecs < 0 || !Number.isFinite(msecs)) throw new codes.ERR_OUT_OF_RANGE('msecs', 'a non-negative finite number', msecs);
  if (msecs <= LONGEST) return msecs;
  const text = `${msecs} does not fit into a 32-bit signed integer.\nTimer duration was truncated to ${LONGEST}.`;
  emitWarning(text, 'TimeoutOverflowWarning');
  return LONGEST;
}

function enroll(item, msecs) {
  const after = duration(msecs);
  if (item._idleNext) unenroll(item);
  item._idleNext = item._idlePrev = null;
  item._idleTimeout = after;
}

function unenroll(item) {
  if (item._destroyed) return;
  remove(item);
  release(item);
  item._idleTimeout = -1;
}

function start(item, isRefed) {
  const msecs = item._idleTimeout;
  if (msecs < 0 || msecs === undefined) return;
  remove(item);
  prepare(item, isRefed);
  insert(item, msecs);
}

module.exports = { enroll, unenroll, active: (item) => start(item, true), unrefActive: (item) => start(item, false) };
