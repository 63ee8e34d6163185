'use strict';

const { Buffer } = require('node/buffer');
const { FastBuffer } = require('node/buffer/fast_buffer');
const { codes, errnoException } = require('internal/errors');
const { errnos } = require('./handle');
const { kBuffer, kBufferCallback, kNextBuffer, kTimeout, kLastQueueSize } = require('./symbols');

function stopReading(socket, handle) {
  handle.reading = false;
  if (socket.destroyed) return;
  const error = handle.readStop();
  if (error) socket.destroy(errnoException(error, 'read'));
}

/** Gives what came to the user's own buffer; no read takes more than that holds. False: no more for now. */
function fillUserBuffer(socket, handle, bytes) {
  const buffer = socket[kBuffer];
  buffer.set(bytes);
  const wantsMore = socket[kBufferCallback](bytes.length, buffer) !== false;
  const next = socket[kNextBuffer]?.();
  if (next instanceof Uint8Array) {
    socket[kBuffer] = next;
    handle.setReadLimit?.(next.length);
  }
  return wantsMore;
}

/** What a handle calls when something came: `this` is the handle. */
function onRead(status, arrayBuffer) {
  const socket = this.owner;
  if (socket[kTimeout] !== null || socket._parent !== null) socket._unrefTimer();
  if (status > 0) {
    if (socket.destroyed) return;
    const bytes = new FastBuffer(arrayBuffer);
    const wantsMore = socket[kBuffer] ? fillUserBuffer(socket, this, bytes) : socket.push(bytes);
    if (!wantsMore) stopReading(socket, this);
    return;
  }
  this.reading = false;
  if (status !== errnos.EOF) {
    socket.destroy(errnoException(status, 'read'));
    return;
  }
  if (socket._readableState.endEmitted) return;
  // read(0) asks for 'end' where nobody reads what there is no more of.
  socket.push(null);
  socket.read(0);
}

const bytesOf = (data, encoding) => (typeof data === 'string' ? Buffer.from(data, encoding) : data);

function dispatch(handle, isMany, data, encoding, done) {
  if (!isMany) return handle.write(bytesOf(data, encoding), done);
  const parts = new Array(data.length);
  for (let index = 0; index < data.length; index++) parts[index] = bytesOf(data[index].chunk, data[index].encoding);
  return handle.writev(parts, done);
}

/** Writes once there is a connection. `isMany`: the data is a list of chunks. */
function writeData(socket, isMany, data, encoding, callback) {
  if (socket.connecting) {
    writeWhenConnected(socket, isMany, data, encoding, callback);
    return;
  }
  socket._pendingData = null;
  socket._pendingEncoding = '';
  const { _handle: handle } = socket;
  if (!handle) {
    callback(new codes.ERR_SOCKET_CLOSED());
    return;
  }
  if (socket[kTimeout] !== null || socket._parent !== null) socket._unrefTimer();
  const status = dispatch(handle, isMany, data, encoding, (outcome) => written(socket, outcome, callback));
  if (status < 0) callback(errnoException(status, 'write'));
  else if (status === 1) callback();
  else if (socket[kTimeout] !== null) socket[kLastQueueSize] = handle.writeQueueSize;
}

function written(socket, status, callback) {
  if (socket.destroyed) {
    callback(null);
  } else if (status < 0) {
    callback(errnoException(status, 'write'));
  } else {
    if (socket[kTimeout] !== null || socket._parent !== null) socket._unrefTimer();
    socket[kLastQueueSize] = 0;
    callback(null);
  }
}

function writeWhenConnected(socket, isMany, data, encoding, callback) {
  socket._pendingData = data;
  socket._pendingEncoding = encoding;
  const onClose = () => callback(new codes.ERR_SOCKET_CLOSED_BEFORE_CONNECTION());
  socket.once('connect', () => {
    socket.off('close', onClose);
    socket._writeGeneric(isMany, data, encoding, callback);
  });
  socket.once('close', onClose);
}

module.exports = { onRead, stopReading, writeData };
