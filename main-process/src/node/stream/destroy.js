'use strict';

const { codes, aggregateTwoErrors, AbortError } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { kDestroyed, isDestroyed, isFinished, isServerRequest, isRequest } = require('./kinds');

const kDestroy = Symbol('kDestroy');
const kConstruct = Symbol('kConstruct');

function noteError(error, writable, readable) {
  if (!error) return;
  // Stacks are made when they are first asked for, which should not be after everything else has moved on.
  void error.stack;
  if (writable && !writable.errored) writable.errored = error;
  if (readable && !readable.errored) readable.errored = error;
}

function destroy(error, callback) {
  const { _readableState: readable, _writableState: writable } = this;
  const state = writable || readable;
  if (writable?.destroyed || readable?.destroyed) {
    if (typeof callback === 'function') callback();
    return this;
  }
  noteError(error, writable, readable);
  if (writable) writable.destroyed = true;
  if (readable) readable.destroyed = true;
  // A stream that is being set up is torn down when that is over.
  if (state.constructed) tearDown(this, error, callback);
  else this.once(kDestroy, (other) => tearDown(this, aggregateTwoErrors(other, error), callback));
  return this;
}

function tearDown(stream, error, callback) {
  let called = false;
  const done = (failure) => {
    if (called) return;
    called = true;
    const { _readableState: readable, _writableState: writable } = stream;
    noteError(failure, writable, readable);
    if (writable) writable.closed = true;
    if (readable) readable.closed = true;
    if (typeof callback === 'function') callback(failure);
    if (failure) nextTick(emitErrorAndClose, stream, failure);
    else nextTick(emitClose, stream);
  };
  try {
    stream._destroy(error || null, done);
  } catch (failure) {
    done(failure);
  }
}

function emitErrorAndClose(stream, error) {
  emitError(stream, error);
  emitClose(stream);
}

function emitClose(stream) {
  const { _readableState: readable, _writableState: writable } = stream;
  if (writable) writable.closeEmitted = true;
  if (readable) readable.closeEmitted = true;
  if (writable?.emitClose || readable?.emitClose) stream.emit('close');
}

function emitError(stream, error) {
  const { _readableState: readable, _writableState: writable } = stream;
  if (writable?.errorEmitted || readable?.errorEmitted) return;
  if (writable) writable.errorEmitted = true;
  if (readable) readable.errorEmitted = true;
  stream.emit('error', error);
}

/** Makes a destroyed stream as new, for those who use one again. */
function undestroy() {
  const { _readableState: readable, _writableState: writable } = this;
  const fresh = { constructed: true, closed: false, closeEmitted: false, destroyed: false, errored: null, errorEmitted: false };
  if (readable) {
    const over = readable.readable === false;
    Object.assign(readable, fresh, { reading: false, ended: over, endEmitted: over });
  }
  if (writable) {
    const over = writable.writable === false;
    Object.assign(writable, fresh, { finalCalled: false, prefinished: false, ended: over, ending: over, finished: over });
  }
}

/** An error of the stream's own: destroys it, or is only emitted if it does not destroy itself. */
function errorOrDestroy(stream, error, sync) {
  const { _readableState: readable, _writableState: writable } = stream;
  if (writable?.destroyed || readable?.destroyed) return;
  if (readable?.autoDestroy || writable?.autoDestroy) {
    stream.destroy(error);
  } else if (error) {
    noteError(error, writable, readable);
    if (sync) nextTick(emitError, stream, error);
    else emitError(stream, error);
  }
}

/** Runs `_construct`, if there is one; reads and writes wait for it, and `callback` follows. */
function construct(stream, callback) {
  if (typeof stream._construct !== 'function') return;
  const { _readableState: readable, _writableState: writable } = stream;
  if (readable) readable.constructed = false;
  if (writable) writable.constructed = false;
  stream.once(kConstruct, callback);
  // The second side of a duplex joins the first.
  if (stream.listenerCount(kConstruct) === 1) nextTick(runConstruct, stream);
}

function runConstruct(stream) {
  let called = false;
  const done = (error) => {
    if (called) {
      errorOrDestroy(stream, error ?? new codes.ERR_MULTIPLE_CALLBACK());
      return;
    }
    called = true;
    const { _readableState: readable, _writableState: writable } = stream;
    if (readable) readable.constructed = true;
    if (writable) writable.constructed = true;
    if ((writable || readable).destroyed) stream.emit(kDestroy, error);
    else if (error) errorOrDestroy(stream, error, true);
    else stream.emit(kConstruct);
  };
  try {
    stream._construct((error) => nextTick(done, error));
  } catch (error) {
    nextTick(done, error);
  }
}

// A stream that cannot be destroyed is at least said to be.
function emitLegacyEnd(stream, error) {
  if (error) {
    stream.emit('error', error);
    nextTick(emitLegacyEnd, stream);
  } else {
    stream.emit('close');
  }
}

/** Ends any kind of stream, also one that knows only `abort` or `close`. */
function destroyer(stream, error) {
  if (!stream || isDestroyed(stream)) return;
  if (!error && !isFinished(stream)) error = new AbortError();
  if (isServerRequest(stream)) {
    stream.socket = null;
    stream.destroy(error);
  } else if (isRequest(stream)) {
    stream.abort();
  } else if (isRequest(stream.req)) {
    stream.req.abort();
  } else if (typeof stream.destroy === 'function') {
    stream.destroy(error);
  } else if (typeof stream.close === 'function') {
    stream.close();
  } else {
    nextTick(emitLegacyEnd, stream, error);
  }
  if (!stream.destroyed) stream[kDestroyed] = true;
}

module.exports = { destroy, undestroy, construct, destroyer, errorOrDestroy };
