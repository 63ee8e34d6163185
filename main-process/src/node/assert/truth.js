'use strict';

const { isError } = require('internal/types');
const AssertionError = require('./assertion_error');

const NO_ARGUMENT = 'No value argument passed to `assert.ok()`';

/** What `assert(value)` and its kin do; `fn` is what the caller called. */
function checkTruth(fn, args) {
  const [value] = args;
  if (value) return;
  let [, message] = args;
  let generated = false;
  if (args.length === 0) {
    generated = true;
    message = NO_ARGUMENT;
  } else if (message == null) {
    generated = true;
    message = require('./source').falsyExpression(fn);
  } else if (isError(message)) {
    throw message;
  }
  const error = new AssertionError({ actual: value, expected: true, message, operator: '==', stackStartFn: fn });
  error.generatedMessage = generated;
  throw error;
}

module.exports = { checkTruth };
