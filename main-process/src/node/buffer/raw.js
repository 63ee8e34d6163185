'use strict';

// The undocumented but widely used `utf8Slice`, `hexWrite` and so on.

const { codes } = require('internal/errors');
const { isUint8Array } = require('internal/types');
const { utf8, utf16le, latin1, ascii, hex, base64, base64url, sliceText } = require('./encodings');

const wrongType = (message) => Object.assign(new TypeError(message), { code: 'ERR_INVALID_ARG_TYPE' });

const outOfRange = () => Object.assign(new RangeError('Index out of range'), { code: 'ERR_OUT_OF_RANGE' });

const indexOr = (value, fallback) => {
  if (value === undefined) return fallback;
  const index = Math.trunc(value) || 0;
  if (index < 0) throw outOfRange();
  return index;
};

const writeText = (view, encoding, text, offset, length) => {
  if (!isUint8Array(view)) throw wrongType('argument must be a buffer');
  if (typeof text !== 'string') throw wrongType('argument must be a string');
  return length === 0 ? 0 : encoding.write(view, text, offset, length);
};

const sliceWith = (encoding) =>
  function (start, end) {
    if (!isUint8Array(this)) throw wrongType('argument must be a buffer');
    const from = indexOr(start, 0);
    const to = Math.max(indexOr(end, this.length), from);
    if (to > this.length) throw outOfRange();
    return sliceText(encoding, this, from, to);
  };

const writeWith = (encoding) =>
  function (string, offset, length) {
    if (!isUint8Array(this)) throw wrongType('argument must be a buffer');
    if (typeof string !== 'string') throw wrongType('argument must be a string');
    const at = indexOr(offset, 0);
    if (at > this.length) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('offset');
    const room = this.length - at;
    return writeText(this, encoding, string, at, Math.min(indexOr(length, room), room));
  };

const methods = {};
for (const [name, encoding] of Object.entries({ ascii, base64, base64url, latin1, hex, ucs2: utf16le, utf8 })) {
  const [slice, write] = [`${name}Slice`, `${name}Write`];
  methods[slice] = Object.defineProperty(sliceWith(encoding), 'name', { value: slice });
  methods[write] = Object.defineProperty(writeWith(encoding), 'name', { value: write });
}

module.exports = { methods, writeText };
