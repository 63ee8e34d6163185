'use strict';

const { codes, AbortError } = require('internal/errors');
const { validateAbortSignal } = require('internal/validators');
const { isNodeStream, isReadableWebStream, isWritableWebStream, kControllerError } = require('./kinds');

function addAbortSignal(signal, stream) {
  if (signal === undefined || signal === null) throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  if (!isNodeStream(stream) && !isReadableWebStream(stream) && !isWritableWebStream(stream)) {
    throw new codes.ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  }
  return addAbortSignalNoValidate(signal, stream);
}

function addAbortSignalNoValidate(signal, stream) {
  if (typeof signal !== 'object' || !('aborted' in signal)) return stream;
  const onAbort = () => {
    const error = new AbortError(undefined, { cause: signal.reason });
    if (isNodeStream(stream)) stream.destroy(error);
    else stream[kControllerError](error);
  };
  if (signal.aborted) {
    onAbort();
  } else {
    const listening = require('node/events').addAbortListener(signal, onAbort);
    require('./finished').finished(stream, () => listening[Symbol.dispose]());
  }
  return stream;
}

module.exports = { addAbortSignal, addAbortSignalNoValidate };
