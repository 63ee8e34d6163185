'use strict';

const { errnoException } = require('internal/errors');

const watched = new Map();

function numberOf(event) {
  if (typeof event !== 'string' || !event.startsWith('SIG')) return undefined;
  return require('node/os').constants.signals[event];
}

/** A signal reaches the process while somebody listens for it, and does what it always does when nobody does. */
function attach(process) {
  process.on('newListener', (event) => {
    const number = numberOf(event);
    if (number === undefined || watched.has(event)) return;
    const failure = native.watchSignal(number, () => process.emit(event, event, number));
    if (failure !== 0) throw errnoException(failure, 'uv_signal_start');
    watched.set(event, number);
  });
  process.on('removeListener', (event) => {
    if (!watched.has(event) || process.listenerCount(event) !== 0) return;
    native.unwatchSignal(watched.get(event));
    watched.delete(event);
  });
}

module.exports = { attach };
