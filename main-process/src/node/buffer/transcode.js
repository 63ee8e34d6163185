'use strict';

const { codes } = require('internal/errors');
const { isUint8Array, isTypedArray, isAnyArrayBuffer } = require('internal/types');
const { utf8, utf16le, latin1, ascii, findEncoding } = require('./encodings');
const { FastBuffer } = require('./fast_buffer');
const pool = require('./pool');

const failed = (code) =>
  Object.assign(new Error(`Unable to transcode Buffer [${code}]`), { code, errno: code === 'U_INVALID_CHAR_FOUND' ? 10 : 1 });

// One byte per character, '?' for what has none.
const narrow = (text, highest) => {
  const bytes = [];
  for (const character of text) {
    const point = character.codePointAt(0);
    bytes.push(point <= highest ? point : 63);
  }
  return pool.fromArrayLike(bytes);
};

const decode = (source, encoding) => {
  if (encoding !== ascii) return encoding.slice(source, 0, source.length);
  return Array.from(source, (byte) => (byte < 128 ? String.fromCharCode(byte) : '\ufffd')).join('');
};

function transcode(source, fromEncoding, toEncoding) {
  if (!isUint8Array(source)) throw new codes.ERR_INVALID_ARG_TYPE('source', ['Buffer', 'Uint8Array'], source);
  if (source.length === 0) return new FastBuffer();
  const from = findEncoding(fromEncoding);
  const to = findEncoding(toEncoding);
  const known = [utf8, utf16le, latin1, ascii];
  if (!known.includes(from) || !known.includes(to)) throw failed('U_ILLEGAL_ARGUMENT_ERROR');
  const wide = to === utf16le;
  if (from === utf8 && wide && !native.isUtf8(source)) throw failed('U_INVALID_CHAR_FOUND');
  const text = from === ascii && wide ? latin1.slice(source, 0, source.length) : decode(source, from);
  if (from === utf16le && to === utf8 && !text.isWellFormed()) throw failed('U_INVALID_CHAR_FOUND');
  if (to === ascii) return narrow(text, 127);
  return to === latin1 ? narrow(text, 255) : pool.fromText(text, to);
}

const viewOf = (input) => {
  const memory = isTypedArray(input) ? input.buffer : input;
  if (memory?.detached === true) throw new codes.ERR_INVALID_STATE('Cannot validate on a detached buffer');
  if (isTypedArray(input)) return new Uint8Array(memory, input.byteOffset, input.byteLength);
  if (isAnyArrayBuffer(input)) return new Uint8Array(input);
  throw new codes.ERR_INVALID_ARG_TYPE('input', ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
};

function isUtf8(input) {
  return native.isUtf8(viewOf(input));
}

function isAscii(input) {
  return native.isAscii(viewOf(input));
}

module.exports = { transcode, isUtf8, isAscii };
