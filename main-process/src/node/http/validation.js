'use strict';

const { codes, hideStackFrames } = require('internal/errors');

// Names that were found to be right, with their small form: programs use few, and use them again and again.
const known = new Map();
const MOST_KNOWN = 1000;

const isToken = (text) => typeof text === 'string' && native.isToken(text);

/** The name in small letters; undefined if it is none. */
function smallName(name) {
  const small = known.get(name);
  if (small !== undefined) return small;
  if (!isToken(name)) return undefined;
  const made = name.toLowerCase();
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, made);
  return made;
}

const validateHeaderName = hideStackFrames(function validateHeaderName(name, label) {
  if (smallName(name) === undefined) throw new codes.ERR_INVALID_HTTP_TOKEN(label || 'Header name', name);
});

const isInvalidText = (text) => !native.isValue(text);

/** Whether the text has characters that only Latin-1 writes as they are. */
const needsLatin1 = (text) => /[\x80-\xff]/.test(text);

const validateHeaderValue = hideStackFrames(function validateHeaderValue(name, value) {
  if (value === undefined) throw new codes.ERR_HTTP_INVALID_HEADER_VALUE(value, name);
  if (typeof value !== 'number' && isInvalidText(value)) throw new codes.ERR_INVALID_CHAR('header content', name);
});

module.exports = { smallName, isToken, isInvalidText, needsLatin1, validateHeaderName, validateHeaderValue };
