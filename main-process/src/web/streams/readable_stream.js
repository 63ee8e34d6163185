'use strict';

const { codes } = require('internal/errors');
const { validateAbortSignal } = require('internal/validators');
const { kCore, coreOf, isKind, finish } = require('./core');
const { ReadableCore } = require('./readable_core');
const { DefaultControllerCore } = require('./default_controller');
const { setUpByteController } = require('./byte_controller');
const { ByteControllerCore } = require('./byte_controller_core');
const { ReadableStreamDefaultReader, ReadableStreamBYOBReader } = require('./readers');
const { WritableCore, invalid } = require('./writable_core');
const { silence } = require('./promises');
const { sourceOf, strategyOf, highWaterMarkOf, dictionary } = require('./convert');

function pipeOptions(options) {
  const { preventAbort, preventCancel, preventClose, signal } = dictionary(options, 'options');
  if (signal !== undefined) {
    if (signal === null) throw new codes.ERR_INVALID_ARG_TYPE('options.signal', 'AbortSignal', signal);
    validateAbortSignal(signal, 'options.signal');
  }
  return { preventAbort: !!preventAbort, preventCancel: !!preventCancel, preventClose: !!preventClose, signal };
}

class ReadableStream {
  constructor(source = undefined, strategy = undefined) {
    const { size, ...mark } = strategyOf(strategy);
    const own = sourceOf(source);
    const core = new ReadableCore(this);
    this[kCore] = core;
    if (own.bytes) {
      if (size !== undefined) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('strategy.size', size);
      if (own.autoAllocateChunkSize === 0) throw new codes.ERR_INVALID_ARG_VALUE('source.autoAllocateChunkSize', 0);
      setUpByteController(core, own, highWaterMarkOf(mark, 0));
    } else {
      new DefaultControllerCore(core, own, highWaterMarkOf(mark, 1), size).start();
    }
  }

  static from(iterable) {
    const { sourceOfIterable } = require('./iterate');
    const core = createCore(sourceOfIterable(iterable, () => core.controller), 0);
    return core.stream;
  }

  get locked() {
    return streamOf(this).locked;
  }

  cancel(reason = undefined) {
    try {
      const core = streamOf(this);
      if (core.locked) return Promise.reject(invalid('ReadableStream is locked'));
      return core.cancel(reason);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  getReader(options = undefined) {
    streamOf(this);
    const { mode } = dictionary(options, 'options');
    if (mode === undefined) return new ReadableStreamDefaultReader(this);
    if (`${mode}` !== 'byob') throw new codes.ERR_INVALID_ARG_VALUE('options.mode', mode);
    return new ReadableStreamBYOBReader(this);
  }

  pipeThrough(transform, options = undefined) {
    const core = streamOf(this);
    const { readable } = dictionary(transform, 'transform');
    if (!isKind(readable, ReadableCore)) throw new codes.ERR_INVALID_ARG_TYPE('transform.readable', 'ReadableStream', readable);
    const { writable } = transform;
    if (!isKind(writable, WritableCore)) throw new codes.ERR_INVALID_ARG_TYPE('transform.writable', 'WritableStream', writable);
    const plain = pipeOptions(options);
    if (core.locked) throw invalid('The ReadableStream is locked');
    if (writable[kCore].locked) throw invalid('The WritableStream is locked');
    silence(require('./pipe').pipe(core, writable[kCore], plain));
    return readable;
  }

  pipeTo(destination, options = undefined) {
    try {
      const core = streamOf(this);
      if (!isKind(destination, WritableCore)) {
        throw new codes.ERR_INVALID_ARG_TYPE('transform.writable', 'WritableStream', destination);
      }
      const plain = pipeOptions(options);
      if (core.locked) throw invalid('The ReadableStream is locked');
      if (destination[kCore].locked) throw invalid('The WritableStream is locked');
      return require('./pipe').pipe(core, destination[kCore], plain);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  tee() {
    const core = streamOf(this);
    if (core.locked) throw invalid('ReadableStream is locked');
    const isBytes = core.controller instanceof ByteControllerCore;
    const branches = require('./tee').tee(core, (source) => createCore(source, isBytes ? 0 : 1, isBytes), isBytes);
    return branches.map((branch) => branch.stream);
  }

  values(options = undefined) {
    const core = streamOf(this);
    const { preventCancel } = dictionary(options, 'options');
    if (core.locked) throw invalid('The ReadableStream is locked');
    return require('./iterate').iterate(core, !!preventCancel);
  }

  get [Symbol.for('nodejs.stream.disturbed')]() {
    return streamOf(this).disturbed;
  }

  get [Symbol.for('nodejs.stream.errored')]() {
    return streamOf(this).state === 'errored';
  }

  get [Symbol.for('nodejs.stream.readable')]() {
    return streamOf(this).state === 'readable';
  }

  get [Symbol.for('nodejs.webstream.controllerErrorFunction')]() {
    const { controller } = streamOf(this);
    return (error) => controller.error(error);
  }

  get [Symbol.for('nodejs.webstream.isClosedPromise')]() {
    return streamOf(this).over;
  }
}

const streamOf = (value) => coreOf(value, ReadableCore, 'ReadableStream');

Object.defineProperty(ReadableStream.prototype, Symbol.asyncIterator, {
  configurable: true,
  enumerable: false,
  writable: true,
  value: ReadableStream.prototype.values,
});
Object.defineProperty(ReadableStream, 'from', { enumerable: true });

finish(ReadableStream, ['cancel', 'getReader', 'locked', 'pipeThrough', 'pipeTo', 'tee', 'values'], (stream) => {
  const { locked, state, controller } = stream[kCore];
  return { locked, state, supportsBYOB: controller instanceof ByteControllerCore };
});

/** The core of a stream over a source of our own, without the application's conversions. */
function createCore(source, highWaterMark = 1, isBytes = false, size = undefined) {
  const stream = Object.create(ReadableStream.prototype);
  const core = new ReadableCore(stream);
  stream[kCore] = core;
  if (isBytes) setUpByteController(core, source, highWaterMark);
  else new DefaultControllerCore(core, source, highWaterMark, size).start();
  return core;
}

module.exports = { ReadableStream, createCore };
