'use strict';

const { codes } = require('internal/errors');

const base64Length = (string) => {
  let length = string.length;
  if (length > 0 && string.charCodeAt(length - 1) === 61) length--;
  if (length > 1 && string.charCodeAt(length - 1) === 61) length--;
  return Math.floor((length * 3) / 4);
};

// A native cannot hand out a lone surrogate, so text that has one is put together here.
const looseUcs2Slice = (view, start, end) => {
  let text = '';
  const units = [];
  for (let index = start; index + 1 < end; index += 2) {
    units.push(view[index] | (view[index + 1] << 8));
    if (units.length === 4096) text += String.fromCharCode.apply(null, units.splice(0));
  }
  return text + String.fromCharCode.apply(null, units);
};

const lengthOf = (string) => string.length;

// `write` gives how many bytes it wrote, `chars` how long the text of so many bytes is at most.
const define = (name, byteLength, write, slice, chars) => ({ name, byteLength, write, slice, chars });

const utf8 = define('utf8', native.utf8Length, native.utf8Write, native.utf8Slice, (bytes) => bytes);
const utf16le = define(
  'utf16le',
  (string) => string.length * 2,
  native.ucs2Write,
  (view, start, end) => native.ucs2Slice(view, start, end) ?? looseUcs2Slice(view, start, end),
  (bytes) => bytes / 2,
);
const latin1 = define('latin1', lengthOf, native.latin1Write, native.latin1Slice, (bytes) => bytes);
const ascii = define('ascii', lengthOf, native.latin1Write, native.asciiSlice, (bytes) => bytes);
const hex = define('hex', (string) => string.length >>> 1, native.hexWrite, native.hexSlice, (bytes) => bytes * 2);
const base64 = define('base64', base64Length, native.base64Write, native.base64Slice, (bytes) => bytes * 1.34);
const base64url = define('base64url', base64Length, native.base64Write, native.base64urlSlice, (bytes) => bytes * 1.34);

const ENCODINGS = new Map(
  Object.entries({
    'utf8': utf8,
    'utf-8': utf8,
    'ucs2': utf16le,
    'ucs-2': utf16le,
    'utf16le': utf16le,
    'utf-16le': utf16le,
    latin1,
    'binary': latin1,
    ascii,
    hex,
    base64,
    base64url,
  }),
);

// The encoding of any spelling and case, or undefined.
const findEncoding = (name) => ENCODINGS.get(name) ?? ENCODINGS.get(`${name}`.toLowerCase());

const encodingOf = (name) => {
  const found = findEncoding(name);
  if (found === undefined) throw new codes.ERR_UNKNOWN_ENCODING(name);
  return found;
};

const sliceText = (encoding, view, start, end) => {
  if (encoding.chars(end - start) > native.maxStringLength) throw new codes.ERR_STRING_TOO_LONG(native.maxStringLength);
  return encoding.slice(view, start, end);
};

module.exports = { utf8, utf16le, latin1, ascii, hex, base64, base64url, findEncoding, encodingOf, sliceText };
