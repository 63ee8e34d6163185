'use strict';

const { codes } = require('internal/errors');

const numbers = () => require('node/os').constants.signals;

/** The number of a signal, by name or number; names may be written small. */
function toSignal(signal) {
  const signals = numbers();
  if (typeof signal === 'number' && Object.values(signals).includes(signal)) return signal;
  if (typeof signal === 'string') {
    const number = signals[signal.toUpperCase()];
    if (number) return number;
  }
  throw new codes.ERR_UNKNOWN_SIGNAL(signal);
}

function toKillSignal(signal) {
  if (typeof signal === 'string' || typeof signal === 'number') return toSignal(signal);
  if (signal != null) throw new codes.ERR_INVALID_ARG_TYPE('options.killSignal', ['string', 'number'], signal);
  return undefined;
}

function nameOf(number) {
  if (number === 0) return null;
  const signals = numbers();
  return Object.keys(signals).find((name) => signals[name] === number) ?? `${number}`;
}

module.exports = { toSignal, toKillSignal, nameOf };
