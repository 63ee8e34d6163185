'use strict';

const { codes } = require('internal/errors');
const { kCore, coreOf, isKind, finish } = require('./core');
const { ReadableCore, ReaderCore, PromisedRead } = require('./readable_core');
const { ByteControllerCore } = require('./byte_controller_core');
const { requireView } = require('./byte_buffers');
const { countOf, dictionary } = require('./convert');

const detached = () => new codes.ERR_INVALID_STATE.TypeError('The reader is not attached to a stream');
const releasing = () => new codes.ERR_INVALID_STATE.TypeError('Reader released');

function acquire(stream, byob) {
  if (!isKind(stream, ReadableCore)) throw new codes.ERR_INVALID_ARG_TYPE('stream', 'ReadableStream', stream);
  const core = stream[kCore];
  if (core.locked) throw new codes.ERR_INVALID_STATE.TypeError('ReadableStream is locked');
  if (byob && !(core.controller instanceof ByteControllerCore)) {
    throw new codes.ERR_INVALID_ARG_VALUE('stream', stream, 'must be a byte stream');
  }
  return new ReaderCore(core, byob);
}

const shown = (reader) => {
  const core = reader[kCore];
  return { stream: core.stream?.stream, readRequests: core.requests.length, close: core.closed.promise };
};

class ReadableStreamDefaultReader {
  constructor(stream) {
    this[kCore] = acquire(stream, false);
  }

  read() {
    let core;
    try {
      core = defaultOf(this);
    } catch (error) {
      return Promise.reject(error);
    }
    const { stream } = core;
    if (stream === undefined) return Promise.reject(detached());
    const { controller } = stream;
    // What is there already needs no request.
    if (stream.state === 'readable' && controller.queue.length > 0) {
      stream.disturbed = true;
      return Promise.resolve({ value: controller.take(), done: false });
    }
    const request = new PromisedRead();
    core.read(request);
    return request.promise;
  }

  releaseLock() {
    const core = defaultOf(this);
    if (core.stream !== undefined) core.release(releasing());
  }

  get closed() {
    return closedOf(this, defaultOf);
  }

  cancel(reason = undefined) {
    return cancel(this, defaultOf, reason);
  }
}

const isOf = (value, byob, name) => {
  const core = coreOf(value, ReaderCore, name);
  if (core.byob !== byob) throw new codes.ERR_INVALID_THIS(name);
  return core;
};
const defaultOf = (value) => isOf(value, false, 'ReadableStreamDefaultReader');
const byobOf = (value) => isOf(value, true, 'ReadableStreamBYOBReader');

function closedOf(reader, brand) {
  try {
    return brand(reader).closed.promise;
  } catch (error) {
    return Promise.reject(error);
  }
}

function cancel(reader, brand, reason) {
  try {
    const { stream } = brand(reader);
    return stream === undefined ? Promise.reject(detached()) : stream.cancel(reason);
  } catch (error) {
    return Promise.reject(error);
  }
}

finish(ReadableStreamDefaultReader, ['cancel', 'closed', 'read', 'releaseLock'], shown);

function minimumOf(view, options) {
  requireView(view, 'view');
  const { min } = dictionary(options, 'options');
  const least = min === undefined ? 1 : countOf(min, 'options.min');
  if (view.byteLength === 0 || view.buffer.byteLength === 0) {
    throw new codes.ERR_INVALID_STATE.TypeError('View or Viewed ArrayBuffer is zero-length or detached');
  }
  if (least === 0) throw new codes.ERR_INVALID_ARG_VALUE('options.min', min, 'must be greater than 0');
  const most = view.length ?? view.byteLength;
  if (least > most) throw new codes.ERR_OUT_OF_RANGE('options.min', `<= ${most}`, min);
  return least;
}

class ReadableStreamBYOBReader {
  constructor(stream) {
    this[kCore] = acquire(stream, true);
  }

  read(view, options = undefined) {
    try {
      const core = byobOf(this);
      const min = minimumOf(view, options);
      if (core.stream === undefined) throw detached();
      const request = new PromisedRead();
      core.readInto(view, min, request);
      return request.promise;
    } catch (error) {
      return Promise.reject(error);
    }
  }

  releaseLock() {
    const core = byobOf(this);
    if (core.stream !== undefined) core.release(releasing());
  }

  get closed() {
    return closedOf(this, byobOf);
  }

  cancel(reason = undefined) {
    return cancel(this, byobOf, reason);
  }
}

finish(ReadableStreamBYOBReader, ['cancel', 'closed', 'read', 'releaseLock'], shown);

module.exports = { ReadableStreamDefaultReader, ReadableStreamBYOBReader };
