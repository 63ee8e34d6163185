'use strict';

const { Buffer } = require('node/buffer');
const { codes } = require('internal/errors');
const { validatePort, validateString } = require('internal/validators');

const KINDS = ['Buffer', 'TypedArray', 'DataView', 'string'];

const viewOf = (view) => Buffer.from(view.buffer, view.byteOffset, view.byteLength);

function slice(buffer, offset, length) {
  if (typeof buffer === 'string') buffer = Buffer.from(buffer);
  else if (!ArrayBuffer.isView(buffer)) throw new codes.ERR_INVALID_ARG_TYPE('buffer', KINDS, buffer);
  offset >>>= 0;
  length >>>= 0;
  if (offset > buffer.byteLength) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (offset + length > buffer.byteLength) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('length');
  return Buffer.from(buffer.buffer, buffer.byteOffset + offset, length);
}

function listOf(message) {
  if (!Array.isArray(message)) {
    if (typeof message === 'string') return [Buffer.from(message)];
    if (!ArrayBuffer.isView(message)) throw new codes.ERR_INVALID_ARG_TYPE('buffer', KINDS, message);
    return [viewOf(message)];
  }
  const list = message.map((part) => {
    if (typeof part === 'string') return Buffer.from(part);
    if (!ArrayBuffer.isView(part)) throw new codes.ERR_INVALID_ARG_TYPE('buffer list arguments', KINDS, message);
    return viewOf(part);
  });
  return list.length === 0 ? [Buffer.alloc(0)] : list;
}

/** `(message, offset, length, port, address, callback)` of which the range, the place or the callback may be left out. */
function ranged([message, offset, length, port, address, callback], connected) {
  if (connected) {
    if (typeof length === 'number') {
      message = slice(message, offset, length);
      if (typeof port === 'function') [callback, port] = [port, null];
    } else {
      callback = offset;
    }
    if (port || address) throw new codes.ERR_SOCKET_DGRAM_IS_CONNECTED();
  } else if (address || (port && typeof port !== 'function')) {
    message = slice(message, offset, length);
  } else {
    [callback, port, address] = [port, offset, length];
  }
  return { message, port, address, callback };
}

function readSendArguments(args, connected) {
  let { message, port, address, callback } = ranged(args, connected);
  const list = listOf(message);
  if (!connected) port = validatePort(port, 'Port', false);
  if (typeof callback !== 'function') callback = undefined;
  if (typeof address === 'function') {
    callback = address;
    address = undefined;
  } else if (address !== undefined && address !== null) {
    validateString(address, 'address');
  }
  return { list, port, address, callback };
}

module.exports = { readSendArguments };
