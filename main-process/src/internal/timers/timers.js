'use strict';

const { validateFunction } = require('internal/validators');
const { Timeout, clearTimeout } = require('./timeout');
const { Immediate, clearImmediate } = require('./immediate');
const { sinceStart } = require('./lists');

function rest(given, from) {
  if (given.length <= from) return undefined;
  const args = new Array(given.length - from);
  for (let index = from; index < given.length; index++) args[index - from] = given[index];
  return args;
}

function setTimeout(callback, after, _arg1, _arg2, _arg3) {
  validateFunction(callback, 'callback');
  return new Timeout(callback, after, rest(arguments, 2), false, true);
}

function setInterval(callback, repeat, _arg1, _arg2, _arg3) {
  validateFunction(callback, 'callback');
  return new Timeout(callback, repeat, rest(arguments, 2), true, true);
}

function clearInterval(timer) {
  clearTimeout(timer);
}

function setImmediate(callback, _arg1, _arg2, _arg3) {
  validateFunction(callback, 'callback');
  return new Immediate(callback, rest(arguments, 1));
}

module.exports = {
  setTimeout,
  setInterval,
  setImmediate,
  clearTimeout,
  clearInterval,
  clearImmediate,
  Timeout,
  Immediate,
  sinceStart,
  /** What keeps the process alive: how many timers, how many immediates. */
  activeCounts: () => [require('./lists').activeCount(), require('./immediate').activeCount()],
  enrolled: () => require('./enrolled'),
};
