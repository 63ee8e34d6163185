'use strict';

const { codes } = require('internal/errors');
const { validateInteger } = require('internal/validators');

const marks = { bytes: 64 * 1024, objects: 16 };

function getDefaultHighWaterMark(objectMode) {
  return objectMode ? marks.objects : marks.bytes;
}

function setDefaultHighWaterMark(objectMode, value) {
  validateInteger(value, 'value', 0);
  if (objectMode) marks.objects = value;
  else marks.bytes = value;
}

/** The mark that `options` ask for: `highWaterMark`, or `duplexKey` for one side of a duplex. */
function highWaterMarkOf(options, duplexKey, isDuplex, objectMode) {
  if (options === undefined || options === null) return objectMode ? marks.objects : marks.bytes;
  const given = options.highWaterMark ?? (isDuplex ? options[duplexKey] : null);
  if (given === null || given === undefined) return objectMode ? marks.objects : marks.bytes;
  if (!Number.isInteger(given) || given < 0) {
    throw new codes.ERR_INVALID_ARG_VALUE(`options.${isDuplex ? duplexKey : 'highWaterMark'}`, given);
  }
  return Math.floor(given);
}

module.exports = { getDefaultHighWaterMark, setDefaultHighWaterMark, highWaterMarkOf };
