'use strict';

const { Buffer } = require('node/buffer');
const { codes } = require('internal/errors');

/** A chunk as `_write` shall see it, with its encoding; throws what may not be written. */
function writableChunk(state, chunk, encoding) {
  if (typeof chunk === 'string') {
    if (state.decodeStrings === false) return [chunk, encoding];
    return [Buffer.from(chunk, encoding), 'buffer'];
  }
  if (chunk instanceof Buffer) return [chunk, 'buffer'];
  if (ArrayBuffer.isView(chunk)) return [Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength), 'buffer'];
  throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
}

/** The `defaultEncoding` among the options of a stream; undefined when it is the usual one. */
function defaultEncodingOf(options) {
  const { defaultEncoding: given } = options;
  if (given === undefined || given === null || given === 'utf8' || given === 'utf-8') return undefined;
  if (!Buffer.isEncoding(given)) throw new codes.ERR_UNKNOWN_ENCODING(given);
  return given;
}

module.exports = { writableChunk, defaultEncodingOf };
