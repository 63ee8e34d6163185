'use strict';

const { codes } = require('internal/errors');
const { kCore, coreOf, isKind, finish } = require('./core');
const { WritableCore, WriterCore, Request, invalid } = require('./writable_core');
const { WritableControllerCore } = require('./writable_controller');
const { sinkOf, strategyOf, highWaterMarkOf } = require('./convert');

class WritableStream {
  constructor(sink = undefined, strategy = undefined) {
    const { size, ...mark } = strategyOf(strategy);
    const own = sinkOf(sink);
    const core = new WritableCore(this);
    this[kCore] = core;
    new WritableControllerCore(core, own, highWaterMarkOf(mark, 1), size).start();
  }

  get locked() {
    return streamOf(this).locked;
  }

  abort(reason = undefined) {
    return ending(() => streamOf(this), (core) => core.abort(reason));
  }

  close() {
    return ending(() => streamOf(this), (core) => {
      if (core.closeQueuedOrInFlight) return Promise.reject(invalid('Failure to close WritableStream'));
      return core.close();
    });
  }

  getWriter() {
    streamOf(this);
    return new WritableStreamDefaultWriter(this);
  }

  get [Symbol.for('nodejs.stream.errored')]() {
    return streamOf(this).state === 'errored';
  }

  get [Symbol.for('nodejs.stream.writable')]() {
    return streamOf(this).state === 'writable';
  }

  get [Symbol.for('nodejs.webstream.controllerErrorFunction')]() {
    const { controller } = streamOf(this);
    return (error) => controller.errorIfNeeded(error);
  }

  get [Symbol.for('nodejs.webstream.isClosedPromise')]() {
    return streamOf(this).over;
  }
}

function ending(find, act) {
  try {
    const core = find();
    if (core.locked) return Promise.reject(invalid('WritableStream is locked'));
    return act(core);
  } catch (error) {
    return Promise.reject(error);
  }
}

const streamOf = (value) => coreOf(value, WritableCore, 'WritableStream');

finish(WritableStream, ['abort', 'close', 'getWriter', 'locked'], (stream) => {
  const { locked, state } = stream[kCore];
  return { locked, state };
});

/** A stream over a sink of our own, without the application's conversions. */
function createWritable(sink, highWaterMark = 1, size = undefined) {
  const stream = Object.create(WritableStream.prototype);
  const core = new WritableCore(stream);
  stream[kCore] = core;
  new WritableControllerCore(core, sink, highWaterMark, size).start();
  return stream;
}

class WritableStreamDefaultWriter {
  constructor(stream) {
    if (!isKind(stream, WritableCore)) throw new codes.ERR_INVALID_ARG_TYPE('stream', 'WritableStream', stream);
    const core = stream[kCore];
    if (core.locked) throw invalid('WritableStream is locked');
    this[kCore] = new WriterCore(core);
  }

  get closed() {
    return promised(this, (core) => core.closed.promise);
  }

  get ready() {
    return promised(this, (core) => core.ready.promise);
  }

  get desiredSize() {
    const core = writerOf(this);
    if (core.stream === undefined) throw detached();
    return core.desiredSize;
  }

  abort(reason = undefined) {
    return promised(this, (core) => {
      if (core.stream === undefined) throw detached();
      return core.stream.abort(reason);
    });
  }

  close() {
    return promised(this, (core) => {
      if (core.stream === undefined) throw detached();
      if (core.stream.closeQueuedOrInFlight) throw invalid('Failure to close WritableStream');
      return core.stream.close();
    });
  }

  releaseLock() {
    const core = writerOf(this);
    if (core.stream !== undefined) core.release();
  }

  write(chunk = undefined) {
    return promised(this, (core) => {
      if (core.stream === undefined) throw detached();
      const request = new Request();
      core.write(chunk, request);
      return request.promise;
    });
  }
}

const writerOf = (value) => coreOf(value, WriterCore, 'WritableStreamDefaultWriter');
const detached = () => invalid('Writer is not bound to a WritableStream');

function promised(writer, act) {
  try {
    return act(writerOf(writer));
  } catch (error) {
    return Promise.reject(error);
  }
}

finish(
  WritableStreamDefaultWriter, ['abort', 'close', 'closed', 'desiredSize', 'ready', 'releaseLock', 'write'],
  (writer) => {
    const core = writer[kCore];
    return { stream: core.stream?.stream, close: core.closed.promise, ready: core.ready.promise, desiredSize: core.stream && core.desiredSize };
  },
);

module.exports = { WritableStream, WritableStreamDefaultWriter, createWritable };
