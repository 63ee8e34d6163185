'use strict';

const { codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateBuffer, validateEncoding, validateInteger, validateObject, kValidateObjectAllowNullable } =
  require('internal/validators');
const { checkCallback, checkRead, checkWrite, toFd, toPosition } = require('./arguments');
const { now, later } = require('./forms');

const { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } = codes;
const DEFAULT_LENGTH = 16 * 1024;
const kArgs = Symbol.for('kaon.promisify.args');

const bytesOf = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
const newBuffer = () => require('node/buffer').Buffer.alloc(DEFAULT_LENGTH);

/** Which bytes to read into which part of `buffer`; nothing to ask of the system when there is no room. */
function toRead(fd, buffer, offset, length, position) {
  if (offset == null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  length |= 0;
  if (length === 0) return { empty: true };
  if (buffer.byteLength === 0) throw new ERR_INVALID_ARG_VALUE('buffer', buffer, 'is empty and cannot be written');
  checkRead(offset, length, buffer.byteLength);
  const finish = (bytes) => {
    bytesOf(buffer).set(bytes, offset);
    return bytes.length;
  };
  return { op: 'read', args: [fd, length, toPosition(position, length)], finish };
}

const partOf = (buffer, options) => {
  const { offset = 0, length = buffer.byteLength - offset, position = null } = options ?? {};
  return [offset, length, position];
};

function read(fd, buffer, offset, length, position, callback) {
  fd = toFd(fd);
  const count = arguments.length;
  if (count <= 4) {
    let options;
    if (count === 4) {
      options = offset;
      callback = length;
    } else if (count === 3) {
      callback = offset;
      if (!ArrayBuffer.isView(buffer)) {
        options = buffer;
        buffer = options?.buffer === undefined ? newBuffer() : options.buffer;
      }
    } else {
      callback = buffer;
      buffer = newBuffer();
    }
    if (options !== undefined) validateObject(options, 'options', kValidateObjectAllowNullable);
    validateBuffer(buffer);
    [offset, length, position] = partOf(buffer, options);
  }
  validateBuffer(buffer);
  checkCallback(callback);
  const call = toRead(fd, buffer, offset, length, position);
  if (call.empty) nextTick(callback, null, 0, buffer);
  else later(call, (error, bytesRead) => callback(error, bytesRead ?? 0, buffer));
}
Object.defineProperty(read, kArgs, { value: ['bytesRead', 'buffer'], enumerable: false });

function readSync(fd, buffer, offset, length, position) {
  fd = toFd(fd);
  validateBuffer(buffer);
  if (arguments.length <= 3 || (offset !== null && typeof offset === 'object')) {
    if (offset !== undefined) validateObject(offset, 'options', kValidateObjectAllowNullable);
    [offset, length, position] = partOf(buffer, offset);
  }
  const call = toRead(fd, buffer, offset, length, position);
  return call.empty ? 0 : now(call);
}

function toBuffers(buffers) {
  if (!Array.isArray(buffers) || !buffers.every(ArrayBuffer.isView)) {
    throw new ERR_INVALID_ARG_TYPE('buffers', 'ArrayBufferView[]', buffers);
  }
  return buffers;
}

const numberOr = (position) => (typeof position === 'number' ? position : -1);

function toReadv(fd, buffers, position) {
  fd = toFd(fd);
  toBuffers(buffers);
  const length = buffers.reduce((sum, view) => sum + view.byteLength, 0);
  const finish = (bytes) => {
    let from = 0;
    for (const view of buffers) {
      const part = bytes.subarray(from, from + view.byteLength);
      bytesOf(view).set(part);
      from += part.length;
    }
    return bytes.length;
  };
  return { op: 'read', args: [fd, length, numberOr(position)], finish };
}

function readv(fd, buffers, position, callback) {
  if (typeof position === 'function') callback = position;
  const call = toReadv(fd, buffers, position);
  checkCallback(callback);
  later(call, (error, bytesRead) => callback(error, bytesRead ?? 0, buffers));
}
Object.defineProperty(readv, kArgs, { value: ['bytesRead', 'buffers'], enumerable: false });

const readvSync = (fd, buffers, position) => now(toReadv(fd, buffers, position));

const count = (value) => value;

function checkText(value, name) {
  if (typeof value !== 'string') throw new ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView'], value);
}

/** `write(fd, view, offset | options, length, position)` or `write(fd, text, position, encoding)`. */
function toWrite(fd, data, offset, length, position) {
  if (!ArrayBuffer.isView(data)) {
    checkText(data, 'buffer');
    validateEncoding(data, length);
    const { Buffer } = require('node/buffer');
    const bytes = Buffer.from(data, Buffer.isEncoding(length) ? length : 'utf8');
    return { op: 'write', args: [fd, bytes, offset === undefined ? -1 : numberOr(offset)], finish: count };
  }
  if (position === undefined) position = null;
  if (offset !== null && typeof offset === 'object') [offset, length, position] = partOf(data, offset);
  if (offset == null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  if (typeof length !== 'number') length = data.byteLength - offset;
  checkWrite(offset, length, data.byteLength);
  const at = typeof position === 'bigint' ? position : numberOr(position);
  return { op: 'write', args: [fd, bytesOf(data).subarray(offset, offset + length), at], finish: count };
}

function write(fd, data, offset, length, position, callback) {
  fd = toFd(fd);
  let call;
  if (ArrayBuffer.isView(data)) {
    callback = checkCallback(callback || position || length || offset);
    const given = (value) => (typeof value === 'function' ? undefined : value);
    call = toWrite(fd, data, given(offset), given(length), given(position));
  } else {
    checkText(data, 'buffer');
    // The callback takes the place of the first argument that is missing.
    if (typeof offset === 'function') [callback, offset, length] = [offset, undefined, undefined];
    else if (typeof length === 'function') [callback, length] = [length, undefined];
    else callback = typeof position === 'function' ? position : position ?? length;
    call = toWrite(fd, data, offset ?? undefined, length);
    checkCallback(callback);
  }
  later(call, (error, bytesWritten) => callback(error, bytesWritten ?? 0, data));
}
Object.defineProperty(write, kArgs, { value: ['bytesWritten', 'buffer'], enumerable: false });

const writeSync = (fd, data, offset, length, position) => now(toWrite(toFd(fd), data, offset, length, position));

function toWritev(fd, buffers, position) {
  fd = toFd(fd);
  toBuffers(buffers);
  const { Buffer } = require('node/buffer');
  const all = buffers.length === 1 ? bytesOf(buffers[0]) : Buffer.concat(buffers.map(bytesOf));
  return { op: 'write', args: [fd, all, numberOr(position)], finish: count };
}

function writev(fd, buffers, position, callback) {
  if (typeof position === 'function') callback = position;
  const call = toWritev(fd, buffers, position);
  checkCallback(callback);
  if (buffers.length === 0) {
    nextTick(callback, null, 0, buffers);
    return;
  }
  later(call, (error, bytesWritten) => callback(error, bytesWritten ?? 0, buffers));
}
Object.defineProperty(writev, kArgs, { value: ['bytesWritten', 'buffers'], enumerable: false });

function writevSync(fd, buffers, position) {
  const call = toWritev(fd, buffers, position);
  return buffers.length === 0 ? 0 : now(call);
}

module.exports = {
  DEFAULT_LENGTH, bytesOf, checkText, partOf, read, readSync, readv, readvSync, toRead, toReadv, toWrite, toWritev, write,
  writeSync, writev, writevSync,
};
