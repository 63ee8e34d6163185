'use strict';

const { URL } = require('web/url');

/** A URL, or fetch's own error about it. */
function parseUrl(input) {
  try {
    return new URL(input);
  } catch (cause) {
    throw new TypeError(`Failed to parse URL from ${input}`, { cause });
  }
}

module.exports = { parseUrl };
