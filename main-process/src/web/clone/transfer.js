'use strict';

const { codes } = require('internal/errors');
const { DOMException } = require('web/events');
const clone = require('internal/clone');
const { kPort, kMoved, kTransfer, untransferable, state } = require('internal/clone/hosts');

const byteLength = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get;

function refuse(text) {
  throw new DOMException(text, 'DataCloneError');
}

function isBuffer(value) {
  try {
    byteLength.call(value);
    return true;
  } catch {
    return false;
  }
}

/** A transfer list as it may be written: an array or another iterable, or options that hold one. */
function listOf(given) {
  if (given === undefined || given === null) return [];
  if (typeof given !== 'object') throw notIterable('transferList argument');
  const list = gather(given);
  if (list !== undefined) return list;
  return given.transfer === undefined ? [] : iterate(given.transfer, 'options.transfer argument');
}

/** The list itself, which must be one. */
function iterate(given, what) {
  const list = typeof given === 'object' && given !== null ? gather(given) : undefined;
  if (list === undefined) throw notIterable(what);
  return list;
}

/** What an iterable gives, undefined for what is none; half an iterator is none. */
function gather(given) {
  if (Array.isArray(given)) return given;
  const start = given[Symbol.iterator];
  if (typeof start !== 'function') return undefined;
  const iterator = start.call(given);
  const next = iterator?.next;
  if (typeof next !== 'function') return undefined;
  const list = [];
  for (let step = next.call(iterator); typeof step === 'object' && step !== null; step = next.call(iterator)) {
    if (step.done) return list;
    list.push(step.value);
  }
  return undefined;
}

function notIterable(what) {
  const error = new TypeError(`Optional ${what} must be an iterable`);
  error.code = 'ERR_INVALID_ARG_TYPE';
  return error;
}

function sort(list, source) {
  const sorted = { buffers: [], ports: [], others: [] };
  const add = (kind, item, name) => {
    if (sorted[kind].includes(item)) refuse(`Transfer list contains duplicate ${name}`);
    sorted[kind].push(item);
  };
  for (const item of list) {
    const isObject = typeof item === 'object' && item !== null;
    // It stays where it is, as in Node 20; what must be moved is then missed.
    if (isObject && untransferable.has(item)) continue;
    if (isObject && isBuffer(item)) {
      if (item.detached) refuse('An ArrayBuffer is detached and could not be cloned.');
      add('buffers', item, 'ArrayBuffer');
    } else if (isObject && kPort in item) {
      if (item === source) refuse('Transfer list contains source port');
      if (item[kPort] === 0) refuse('MessagePort in transfer list is already detached');
      add('ports', item, 'MessagePort');
    } else if (isObject && typeof item[kTransfer] === 'function') {
      add('others', item, 'object');
    } else {
      throw new codes.ERR_INVALID_TRANSFER_OBJECT();
    }
  }
  return sorted;
}

/**
 * Calls `act(numbers)`, which clones a value and sends it with the ports of these numbers; then what is in the transfer
 * list is gone from here. `source` is the port that sends.
 */
function transferring(list, source, act) {
  const transfer = list.length === 0 ? null : sort(list, source);
  const outer = state.transfer;
  state.transfer = transfer;
  let result;
  try {
    result = act(transfer === null ? [] : transfer.ports.map((port) => port[kPort]));
  } catch (error) {
    if (error?.code === 'ERR_DATA_CLONE') refuse(error.message);
    throw error;
  } finally {
    state.transfer = outer;
  }
  if (transfer !== null) leave(transfer);
  return result;
}

function leave({ buffers, ports }) {
  for (const buffer of buffers) clone.detach(buffer);
  for (const port of ports) port[kMoved]();
}

/** A copy of a value in this very thread. */
const copy = (value, list) => transferring(list, undefined, (ports) => clone.copy(value, ports));

module.exports = { listOf, iterate, transferring, copy };
