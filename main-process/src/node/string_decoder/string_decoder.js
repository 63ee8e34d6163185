'use strict';

const { codes } = require('internal/errors');
const { Buffer } = require('node/buffer');
const { utf8, utf16le, base64, base64url, findEncoding } = require('node/buffer/encodings');

const kState = Symbol('kState');

const viewOf = (buf) => {
  if (!ArrayBuffer.isView(buf)) throw new codes.ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray', 'DataView'], buf);
  return buf instanceof Uint8Array ? buf : new Uint8Array(buf.buffer, buf.byteOffset, buf.byteLength);
};

// What waits for the rest of its character: `held` bytes in `bytes`, and how many are `missing`.
const newState = (encoding) => ({ encoding, bytes: Buffer.alloc(4), held: 0, missing: 0 });

const hold = (state, view, from, missing) => {
  for (let index = from; index < view.length; index++) state.bytes[state.held++] = view[index];
  state.missing = missing;
};

// How many bytes a character has that begins with `byte`.
const utf8Size = (byte) => {
  if ((byte & 0xe0) === 0xc0) return 2;
  if ((byte & 0xf0) === 0xe0) return 3;
  return (byte & 0xf8) === 0xf0 ? 4 : 1;
};

// Where an unfinished character at the end of the bytes begins.
const utf8Tail = (view, start) => {
  const earliest = Math.max(start, view.length - 3);
  for (let index = view.length - 1; index >= earliest; index--) {
    const byte = view[index];
    if ((byte & 0xc0) === 0x80) continue;
    return index + utf8Size(byte) > view.length ? index : view.length;
  }
  return view.length;
};

const flushHeld = (state) => {
  const text = state.encoding.slice(state.bytes, 0, state.held);
  state.held = 0;
  state.missing = 0;
  return text;
};

const writeUtf8 = (state, view) => {
  let start = 0;
  let text = '';
  if (state.held > 0) {
    while (start < view.length && state.missing > 0 && (view[start] & 0xc0) === 0x80) {
      state.bytes[state.held++] = view[start++];
      state.missing--;
    }
    if (start === view.length && state.missing > 0) return '';
    text = flushHeld(state);
  }
  const tail = utf8Tail(view, start);
  text += utf8.slice(view, start, tail);
  if (tail < view.length) hold(state, view, tail, tail + utf8Size(view[tail]) - view.length);
  return text;
};

// Completes a character that waits, as far as the bytes go. Gives where the rest begins, and text once it is complete.
const complete = (state, view) => {
  let start = 0;
  while (start < view.length && state.missing > 0) {
    state.bytes[state.held++] = view[start++];
    state.missing--;
  }
  return { start, text: state.held > 0 && state.missing === 0 ? flushHeld(state) : '' };
};

const isHighSurrogate = (high) => high >= 0xd8 && high <= 0xdb;

const writeUtf16 = (state, view) => {
  const { start, text } = complete(state, view);
  const rest = view.length - start;
  if (rest === 0) return text;
  const waits = rest % 2 === 1 ? 1 : isHighSurrogate(view[view.length - 1]) ? 2 : 0;
  const end = view.length - waits;
  if (waits > 0) hold(state, view, end, waits);
  return text + utf16le.slice(view, start, end);
};

const writeBase64 = (state, view) => {
  const { start, text } = complete(state, view);
  const waits = (view.length - start) % 3;
  const end = view.length - waits;
  if (waits > 0) hold(state, view, end, 3 - waits);
  return text + state.encoding.slice(view, start, end);
};

const writers = new Map([
  [utf8, writeUtf8],
  [utf16le, writeUtf16],
  [base64, writeBase64],
  [base64url, writeBase64],
]);

function StringDecoder(encoding) {
  const found = encoding === undefined || encoding === null || encoding === '' ? utf8 : findEncoding(encoding);
  if (found === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  this.encoding = found.name;
  this[kState] = newState(found);
}

StringDecoder.prototype.write = function write(buf) {
  if (typeof buf === 'string') return buf;
  const view = viewOf(buf);
  const state = this[kState];
  if (state === undefined) throw new codes.ERR_INVALID_THIS('StringDecoder');
  if (view.length === 0) return '';
  // As long as Node's strings may be.
  if (view.length > 0x1fffffe8) throw new codes.ERR_STRING_TOO_LONG(0x1fffffe8);
  const writer = writers.get(state.encoding);
  return writer ? writer(state, view) : state.encoding.slice(view, 0, view.length);
};

StringDecoder.prototype.end = function end(buf) {
  const text = buf === undefined ? '' : this.write(buf);
  const state = this[kState];
  if (state.held === 0) return text;
  // Half a code unit is not text.
  if (state.encoding === utf16le && state.held % 2 === 1) state.held--;
  return text + flushHeld(state);
};

StringDecoder.prototype.text = function text(buf, offset) {
  const state = this[kState];
  state.held = 0;
  state.missing = 0;
  return this.write(buf.slice(offset));
};

const getter = (name, get) => {
  Object.defineProperty(StringDecoder.prototype, name, { get, enumerable: true, configurable: true });
};
getter('lastChar', function () {
  return this[kState].bytes;
});
getter('lastNeed', function () {
  return this[kState].missing;
});
getter('lastTotal', function () {
  return this[kState].held + this[kState].missing;
});

module.exports = { StringDecoder };
