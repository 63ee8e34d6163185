'use strict';

const { codes, hideStackFrames } = require('internal/errors');

// What a field is to the head it stands in.
const PLAIN = 0;
const LENGTH = 1;
const SPECIAL = 2;

const specials = new Set([
  'connection', 'transfer-encoding', 'date', 'expect', 'trailer', 'keep-alive', 'content-disposition', 'cookie',
]);

// Names that were found to be right, as `{ small, kind }`: programs use few, and use them again and again.
const names = new Map();
const MOST_KNOWN = 1000;

const isToken = (text) => typeof text === 'string' && native.isToken(text);

/** What is known of a name; undefined if it is none. */
function nameOf(name) {
  const found = names.get(name);
  if (found !== undefined) return found;
  if (!isToken(name)) return undefined;
  const small = name.toLowerCase();
  const kind = small === 'content-length' ? LENGTH : specials.has(small) ? SPECIAL : PLAIN;
  const made = { small, kind };
  if (names.size >= MOST_KNOWN) names.clear();
  names.set(name, made);
  return made;
}

const validateHeaderName = hideStackFrames(function validateHeaderName(name, label) {
  if (nameOf(name) === undefined) throw new codes.ERR_INVALID_HTTP_TOKEN(label || 'Header name', name);
});

const isInvalidText = (text) => !native.isValue(text);

/** Whether the text has characters that only Latin-1 writes as they are. */
const needsLatin1 = (text) => /[\x80-\xff]/.test(text);

const validateHeaderValue = hideStackFrames(function validateHeaderValue(name, value) {
  if (value === undefined) throw new codes.ERR_HTTP_INVALID_HEADER_VALUE(value, name);
  if (typeof value !== 'number' && isInvalidText(value)) throw new codes.ERR_INVALID_CHAR('header content', name);
});

module.exports = {
  names, nameOf, isToken, isInvalidText, needsLatin1, validateHeaderName, validateHeaderValue, PLAIN, LENGTH, SPECIAL,
};
