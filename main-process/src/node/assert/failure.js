'use strict';

const AssertionError = require('./assertion_error');

/** Throws the error that the caller passed as message, or an assertion error made of the details. */
function fail(details) {
  if (details.message instanceof Error) throw details.message;
  throw new AssertionError(details);
}

module.exports = { fail };
