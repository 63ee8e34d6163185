'use strict';

const { codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { setTimeout, clearTimeout } = require('internal/timers');
const { TCP, errnos } = require('./handle');
const { isIP } = require('./ip');
const { attempt, afterConnect, connectionError, problemOf } = require('./connect');

// Addresses of both families are tried by turns, each for a moment before the next, as RFC 8305 has it.

/** Looks up all addresses of the plan's host and connects to the first that answers. */
function connectToAny(plan, lookup, query) {
  const { socket, options, host } = plan;
  lookup(host, query, (error, addresses) => {
    if (!socket.connecting) return;
    if (error) {
      socket.emit('lookup', error, undefined, undefined, host);
      nextTick(() => socket.destroy(error));
      return;
    }
    const byFamily = tellAndSort(socket, addresses, host);
    if (byFamily === undefined) return;
    const targets = interleave(byFamily);
    if (targets.length === 0) {
      const [{ address, family }] = addresses;
      nextTick(() => socket.destroy(problemOf(address, family, options)));
      return;
    }
    socket._unrefTimer();
    begin(plan, targets);
  });
}

/** Two lists, the family that came first in the first one. Undefined: a listener has given up. */
function tellAndSort(socket, addresses, host) {
  const lists = [[], []];
  let first;
  for (const { address, family } of addresses) {
    socket.emit('lookup', null, address, family, host);
    if (!socket.connecting) return undefined;
    if (!isIP(address) || (family !== 4 && family !== 6)) continue;
    first ??= family;
    const list = lists[family === first ? 0 : 1];
    if (!list.some((known) => known.address === address)) list.push({ address, family });
  }
  return lists;
}

function interleave([first, second]) {
  const all = [];
  for (let index = 0; index < Math.max(first.length, second.length); index++) {
    if (index < first.length) all.push(first[index]);
    if (index < second.length) all.push(second[index]);
  }
  return all;
}

function begin(plan, targets) {
  const { socket, port, localPort } = plan;
  const all = targets.map((target) => ({ ...target, port, localPort }));
  if (all.length > 1) socket.autoSelectFamilyAttemptedAddresses = [];
  next({ ...plan, targets: all, current: 0, errors: [], timer: null });
}

function fail({ socket, errors, targets }) {
  if (errors.length === 0) socket.destroy(new codes.ERR_SOCKET_CONNECTION_TIMEOUT());
  else if (targets.length === 1) socket.destroy(errors[0]);
  else socket.destroy(allFailed(errors));
}

function allFailed(errors) {
  const error = new AggregateError(errors, '');
  error.code = errors[0].code;
  return error;
}

function renewHandle({ socket, takeOver }) {
  socket._handle?.close();
  // A socket of another protocol's has its own kind, with such a one inside.
  socket._handle = socket._newHandle?.() ?? new TCP();
  takeOver(socket);
}

function next(race) {
  const { socket, targets } = race;
  clearTimeout(race.timer);
  if (race.current === targets.length) {
    fail(race);
    return;
  }
  const index = race.current++;
  if (index > 0) renewHandle(race);
  const { _handle: handle } = socket;
  const target = targets[index];
  const { address, port, family } = target;
  socket.autoSelectFamilyAttemptedAddresses?.push(`${address}:${port}`);
  const error = attempt(socket, handle, target, (status) => answered(race, index, handle, target, status));
  if (error) {
    race.errors.push(error);
    socket.emit('connectionAttemptFailed', address, port, family, error);
    if (socket.connecting) next(race);
  } else if (race.current < targets.length && socket.connecting) {
    race.timer = setTimeout(() => tooSlow(race, handle, target), race.timeout);
  }
}

function answered(race, index, handle, target, status) {
  const { socket } = race;
  // The next one is being tried already.
  if (index !== race.current - 1 || socket._handle !== handle) {
    if (status === 0) handle.close();
    return;
  }
  clearTimeout(race.timer);
  if (status === 0) {
    afterConnect(socket, handle, status, target);
    return;
  }
  const error = connectionError(status, target);
  race.errors.push(error);
  socket.emit('connectionAttemptFailed', target.address, target.port, target.family, error);
  if (socket.connecting) next(race);
}

function tooSlow(race, handle, target) {
  const { socket } = race;
  socket.emit('connectionAttemptTimeout', target.address, target.port, target.family);
  race.errors.push(connectionError(errnos.ETIMEDOUT, target));
  handle.close();
  if (socket.connecting) next(race);
}

module.exports = { connectToAny };
