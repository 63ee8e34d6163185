'use strict';

const { codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { kOnFinished, none, nop } = require('./writable_state');
const { errorOrDestroy } = require('./destroy');
const { finishMaybe } = require('./writable_finish');

/** What `_write` and `_writev` call when they are done. */
function onwrite(stream, error) {
  const state = stream._writableState;
  const { sync, writecb: callback } = state;
  if (typeof callback !== 'function') {
    errorOrDestroy(stream, new codes.ERR_MULTIPLE_CALLBACK());
    return;
  }
  state.writing = false;
  state.writecb = null;
  state.length -= state.writelen;
  state.writelen = 0;
  if (error) {
    failed(stream, state, error, callback, sync);
    return;
  }
  if (state.buffered.length > state.bufferedIndex) clearBuffer(stream, state);
  if (!sync) afterWrite(stream, state, 1, callback);
  else if (callback === nop) afterSilentWrite(stream, state);
  else afterWriteLater(stream, state, callback);
}

function failed(stream, state, error, callback, sync) {
  void error.stack;
  if (!state.errored) state.errored = error;
  const readable = stream._readableState;
  if (readable && !readable.errored) readable.errored = error;
  if (sync) nextTick(onwriteError, stream, state, error, callback);
  else onwriteError(stream, state, error, callback);
}

function onwriteError(stream, state, error, callback) {
  state.pendingcb--;
  callback(error);
  errorBuffer(state);
  errorOrDestroy(stream, error);
}

/** With nobody to call back a tick is only worth it for 'drain'. */
function afterSilentWrite(stream, state) {
  const drains = state.length === 0 && state.needDrain;
  if (!state.afterWritePending && (drains || state.destroyed)) {
    state.afterWritePending = true;
    nextTick(afterWrite, stream, state, 1, nop);
    return;
  }
  state.pendingcb--;
  if (state.ending) finishMaybe(stream, state, true);
}

/** Many writes in a row with one callback between them make one tick. */
function afterWriteLater(stream, state, callback) {
  const info = state.afterWriteTickInfo;
  if (info !== null && info.callback === callback) {
    info.count++;
    return;
  }
  const created = { count: 1, callback };
  state.afterWriteTickInfo = created;
  nextTick(afterWriteTick, stream, state, created);
}

function afterWriteTick(stream, state, info) {
  if (state.afterWriteTickInfo === info) state.afterWriteTickInfo = null;
  afterWrite(stream, state, info.count, info.callback);
}

function afterWrite(stream, state, count, callback) {
  state.afterWritePending = false;
  if (!state.ending && !stream.destroyed && state.length === 0 && state.needDrain) {
    state.needDrain = false;
    stream.emit('drain');
  }
  while (count-- > 0) {
    state.pendingcb--;
    callback(null);
  }
  if (state.destroyed) errorBuffer(state);
  finishMaybe(stream, state);
}

/** Tells all that still wait that nothing will be written any more. */
function errorBuffer(state) {
  if (state.writing) return;
  for (let index = state.bufferedIndex; index < state.buffered.length; index++) {
    const { chunk, callback } = state.buffered[index];
    state.length -= state.objectMode ? 1 : chunk.length;
    callback(state.errored ?? new codes.ERR_STREAM_DESTROYED('write'));
  }
  const waiting = state[kOnFinished];
  state[kOnFinished] = none;
  for (const callback of waiting) callback(state.errored ?? new codes.ERR_STREAM_DESTROYED('end'));
  state.resetBuffer();
}

function writeNow(stream, state, length, call, callback) {
  state.writelen = length;
  state.writecb = callback;
  state.writing = true;
  state.sync = true;
  if (state.destroyed) state.onwrite(new codes.ERR_STREAM_DESTROYED('write'));
  else call();
  state.sync = false;
}

/** Writes what was kept: all of it at once, or one by one until a write does not answer at once. */
function clearBuffer(stream, state) {
  if (state.corked || state.bufferProcessing || state.destroyed || !state.constructed) return;
  const count = state.buffered.length - state.bufferedIndex;
  if (count === 0) return;
  state.bufferProcessing = true;
  if (count > 1 && stream._writev) clearAtOnce(stream, state, count);
  else clearOneByOne(stream, state);
  state.bufferProcessing = false;
}

function clearAtOnce(stream, state, count) {
  const { allNoop, allBuffers } = state;
  const chunks = state.bufferedIndex === 0 ? state.buffered : state.buffered.slice(state.bufferedIndex);
  state.pendingcb -= count - 1;
  const callback = allNoop ? nop : (error) => {
    for (const { callback: one } of chunks) one(error);
  };
  chunks.allBuffers = allBuffers;
  state.resetBuffer();
  writeNow(stream, state, state.length, () => stream._writev(chunks, state.onwrite), callback);
}

function clearOneByOne(stream, state) {
  const { buffered } = state;
  let index = state.bufferedIndex;
  do {
    const { chunk, encoding, callback } = buffered[index];
    buffered[index++] = null;
    const length = state.objectMode ? 1 : chunk.length;
    writeNow(stream, state, length, () => stream._write(chunk, encoding, state.onwrite), callback);
  } while (index < buffered.length && !state.writing);
  if (index === buffered.length) {
    state.resetBuffer();
  } else if (index > 256) {
    buffered.splice(0, index);
    state.bufferedIndex = 0;
  } else {
    state.bufferedIndex = index;
  }
}

module.exports = { onwrite, clearBuffer, errorBuffer };
