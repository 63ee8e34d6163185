'use strict';

const { copy, iterate } = require('web/clone/transfer');

/** Source: https://nodejs.org/api/globals.html#structuredclonevalue-options */
function structuredClone(value, options = undefined) {
  if (arguments.length === 0) throw missing();
  if (options === undefined || options === null) return copy(value, []);
  if (typeof options !== 'object' && typeof options !== 'function') throw notOptions();
  const { transfer } = options;
  return copy(value, transfer === undefined || transfer === null ? [] : iterate(transfer, 'transferList argument'));
}

function missing() {
  const error = new TypeError('The value argument must be specified');
  error.code = 'ERR_MISSING_ARGS';
  return error;
}

function notOptions() {
  const error = new TypeError('The options argument must be either an object or undefined');
  error.code = 'ERR_INVALID_ARG_TYPE';
  return error;
}

module.exports = { structuredClone };
