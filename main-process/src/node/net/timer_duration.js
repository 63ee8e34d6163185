'use strict';

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');

const LONGEST = 2 ** 31 - 1;

/** Milliseconds that a timer can wait for. */
function timerDuration(milliseconds, name) {
  validateNumber(milliseconds, name);
  if (milliseconds < 0 || !Number.isFinite(milliseconds)) {
    throw new codes.ERR_OUT_OF_RANGE(name, 'a non-negative finite number', milliseconds);
  }
  if (milliseconds <= LONGEST) return milliseconds;
  const text = `${milliseconds} does not fit into a 32-bit signed integer.\nTimer duration was truncated to ${LONGEST}.`;
  require('internal/fatal/warning').emitWarning(text, 'TimeoutOverflowWarning');
  return LONGEST;
}

module.exports = { timerDuration };
