'use strict';

const { encode, decode } = require('internal/clone');
const { codes } = require('internal/errors');

/** Throws a DataCloneError in the words of the page that defines it. */
function dataCloneError(error) {
  const { DOMException } = require('web/events');
  return error?.code === 'ERR_DATA_CLONE' ? new DOMException(error.message, 'DataCloneError') : error;
}

/** Source: https://nodejs.org/api/globals.html#structuredclonevalue-options */
function structuredClone(value, options) {
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('The "value" argument must be specified');
  let copy;
  try {
    copy = decode(encode(value));
  } catch (error) {
    throw dataCloneError(error);
  }
  if (options?.transfer !== undefined) {
    for (const buffer of options.transfer) buffer.transfer?.();
  }
  return copy;
}

module.exports = { structuredClone };
