'use strict';

// What a value is and how far it has come, for streams of any make: ours, those of old, and those of userland.

const kDestroyed = Symbol.for('nodejs.stream.destroyed');
const kErrored = Symbol.for('nodejs.stream.errored');
const kReadable = Symbol.for('nodejs.stream.readable');
const kWritable = Symbol.for('nodejs.stream.writable');
const kDisturbed = Symbol.for('nodejs.stream.disturbed');
// The web's streams have these: what settles with them, and what fails them.
const kClosedPromise = Symbol.for('nodejs.webstream.isClosedPromise');
const kControllerError = Symbol.for('nodejs.webstream.controllerErrorFunction');

const isFunction = (value) => typeof value === 'function';
const isBoolean = (value) => typeof value === 'boolean';

function isReadableNodeStream(obj, strict = false) {
  return !!(
    obj && isFunction(obj.pipe) && isFunction(obj.on) &&
    (!strict || (isFunction(obj.pause) && isFunction(obj.resume))) &&
    (!obj._writableState || (obj._readableState && obj._readableState.readable !== false))
  );
}

function isWritableNodeStream(obj) {
  return !!(obj && isFunction(obj.write) && isFunction(obj.on) && (!obj._readableState || obj._writableState?.writable !== false));
}

function isDuplexNodeStream(obj) {
  return !!(obj && isFunction(obj.pipe) && obj._readableState && isFunction(obj.on) && isFunction(obj.write));
}

function isNodeStream(obj) {
  return !!obj && !!(
    obj._readableState || obj._writableState ||
    (isFunction(obj.on) && (isFunction(obj.write) || isFunction(obj.pipe)))
  );
}

function isReadableWebStream(obj) {
  return !!(obj && !isNodeStream(obj) && isFunction(obj.pipeThrough) && isFunction(obj.getReader) && isFunction(obj.cancel));
}

function isWritableWebStream(obj) {
  return !!(obj && !isNodeStream(obj) && isFunction(obj.getWriter) && isFunction(obj.abort));
}

function isTransformWebStream(obj) {
  return !!(obj && !isNodeStream(obj) && typeof obj.readable === 'object' && typeof obj.writable === 'object');
}

const isWebStream = (obj) => isReadableWebStream(obj) || isWritableWebStream(obj) || isTransformWebStream(obj);

function isIterable(obj, isAsync) {
  if (obj == null) return false;
  if (isAsync === true) return isFunction(obj[Symbol.asyncIterator]);
  if (isAsync === false) return isFunction(obj[Symbol.iterator]);
  return isFunction(obj[Symbol.asyncIterator]) || isFunction(obj[Symbol.iterator]);
}

function isDestroyed(stream) {
  if (!isNodeStream(stream)) return null;
  const state = stream._writableState || stream._readableState;
  return !!(stream.destroyed || stream[kDestroyed] || state?.destroyed);
}

function isWritableEnded(stream) {
  if (!isWritableNodeStream(stream)) return null;
  if (stream.writableEnded === true) return true;
  const state = stream._writableState;
  if (state?.errored) return false;
  return isBoolean(state?.ended) ? state.ended : null;
}

function isWritableFinished(stream, strict) {
  if (!isWritableNodeStream(stream)) return null;
  if (stream.writableFinished === true) return true;
  const state = stream._writableState;
  if (state?.errored) return false;
  if (!isBoolean(state?.finished)) return null;
  return !!(state.finished || (strict === false && state.ended === true && state.length === 0));
}

function isReadableEnded(stream) {
  if (!isReadableNodeStream(stream)) return null;
  if (stream.readableEnded === true) return true;
  const state = stream._readableState;
  if (!state || state.errored) return false;
  return isBoolean(state.ended) ? state.ended : null;
}

function isReadableFinished(stream, strict) {
  if (!isReadableNodeStream(stream)) return null;
  const state = stream._readableState;
  if (state?.errored) return false;
  if (!isBoolean(state?.endEmitted)) return null;
  return !!(state.endEmitted || (strict === false && state.ended === true && state.length === 0));
}

function isReadable(stream) {
  if (stream && stream[kReadable] != null) return stream[kReadable];
  if (!isBoolean(stream?.readable)) return null;
  if (isDestroyed(stream)) return false;
  return isReadableNodeStream(stream) && stream.readable && !isReadableFinished(stream);
}

function isWritable(stream) {
  if (stream && stream[kWritable] != null) return stream[kWritable];
  if (!isBoolean(stream?.writable)) return null;
  if (isDestroyed(stream)) return false;
  return isWritableNodeStream(stream) && stream.writable && !isWritableEnded(stream);
}

function isFinished(stream, options) {
  if (!isNodeStream(stream)) return null;
  if (isDestroyed(stream)) return true;
  if (options?.readable !== false && isReadable(stream)) return false;
  if (options?.writable !== false && isWritable(stream)) return false;
  return true;
}

function isWritableErrored(stream) {
  if (!isNodeStream(stream)) return null;
  return stream.writableErrored || (stream._writableState?.errored ?? null);
}

function isReadableErrored(stream) {
  if (!isNodeStream(stream)) return null;
  return stream.readableErrored || (stream._readableState?.errored ?? null);
}

function isOutgoingMessage(stream) {
  return isBoolean(stream._closed) && isBoolean(stream._defaultKeepAlive) &&
    isBoolean(stream._removedConnection) && isBoolean(stream._removedContLen);
}

function isServerResponse(stream) {
  return isBoolean(stream._sent100) && isOutgoingMessage(stream);
}

function isServerRequest(stream) {
  return isBoolean(stream._consuming) && isBoolean(stream._dumped) && stream.req?.upgradeOrConnect === undefined;
}

function isRequest(stream) {
  return !!(stream && stream.setHeader && isFunction(stream.abort));
}

function isClosed(stream) {
  if (!isNodeStream(stream)) return null;
  if (isBoolean(stream.closed)) return stream.closed;
  const { _writableState: writable, _readableState: readable } = stream;
  if (isBoolean(writable?.closed) || isBoolean(readable?.closed)) return writable?.closed || readable?.closed;
  return isBoolean(stream._closed) && isOutgoingMessage(stream) ? stream._closed : null;
}

function willEmitClose(stream) {
  if (!isNodeStream(stream)) return null;
  const state = stream._writableState || stream._readableState;
  return (!state && isServerResponse(stream)) || !!(state?.autoDestroy && state.emitClose && state.closed === false);
}

function isDisturbed(stream) {
  return !!(stream && (stream[kDisturbed] ?? (stream.readableDidRead || stream.readableAborted)));
}

function isErrored(stream) {
  return !!(stream && (
    stream[kErrored] ?? stream.readableErrored ?? stream.writableErrored ??
    stream._readableState?.errorEmitted ?? stream._writableState?.errorEmitted ??
    stream._readableState?.errored ?? stream._writableState?.errored
  ));
}

module.exports = {
  kDestroyed, kErrored, kReadable, kWritable, kDisturbed, kClosedPromise, kControllerError,
  isReadableNodeStream, isWritableNodeStream, isDuplexNodeStream, isNodeStream,
  isReadableWebStream, isWritableWebStream, isTransformWebStream, isWebStream,
  isIterable, isDestroyed, isWritableEnded, isWritableFinished, isReadableEnded, isReadableFinished,
  isReadable, isWritable, isFinished, isWritableErrored, isReadableErrored,
  isServerResponse, isServerRequest, isRequest, isClosed, willEmitClose, isDisturbed, isErrored,
};
