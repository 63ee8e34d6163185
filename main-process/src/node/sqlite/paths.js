'use strict';

const { codes } = require('internal/errors');

/** Where a database lies: a path as text or bytes, or a `file:` URL, which SQLite reads itself. */
function pathOf(path) {
  let text;
  if (typeof path === 'string') text = path;
  else if (path instanceof Uint8Array) text = require('node/buffer').Buffer.from(path).toString();
  else if (path instanceof require('web/url').URL) {
    if (path.protocol !== 'file:') throw new codes.ERR_INVALID_URL_SCHEME('file');
    text = path.href;
  }
  if (text === undefined || text.includes('\0')) {
    const error = new TypeError('The "path" argument must be a string, Uint8Array, or URL without null bytes.');
    error.code = 'ERR_INVALID_ARG_TYPE';
    throw error;
  }
  return text;
}

module.exports = { pathOf };
