'use strict';

const { isError } = require('internal/types');
const AssertionError = require('./assertion_error');

/** Throws the error that the caller passed as message, or an assertion error made of the details. */
function fail(details) {
  if (isError(details.message)) throw details.message;
  throw new AssertionError(details);
}

module.exports = { fail };
