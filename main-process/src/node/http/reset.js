'use strict';

/** The error of a connection that the other side, or nobody in particular, broke off. */
function connResetException(message) {
  const error = new Error(message);
  error.code = 'ECONNRESET';
  return error;
}

module.exports = { connResetException };
