'use strict';

// Node's streams as the web's.

const { codes, AbortError } = require('internal/errors');
const { validateObject } = require('internal/validators');
const { Buffer } = require('node/buffer');
const { ReadableStream, WritableStream, CountQueuingStrategy, ByteLengthQueuingStrategy } = require('web/streams');
const { destroyer } = require('./destroy');
const { finished } = require('./finished');
const kinds = require('./kinds');

function noop() {}

/** Watches a stream's end; an early end is told as an abort. */
function watch(stream, callback) {
  const cleanup = finished(stream, (error) => {
    if (error?.code === 'ERR_STREAM_PREMATURE_CLOSE') error = new AbortError(undefined, { cause: error });
    cleanup();
    // Streams of old may fail once more after they are over.
    stream.on('error', noop);
    callback(error);
  });
}

function strategyFor(stream, strategy) {
  if (strategy) return strategy;
  const { readableHighWaterMark: highWaterMark } = stream;
  return stream.readableObjectMode ? new CountQueuingStrategy({ highWaterMark }) : new ByteLengthQueuingStrategy({ highWaterMark });
}

function closedReadable() {
  const stream = new ReadableStream();
  stream.cancel();
  return stream;
}

function closedWritable() {
  const stream = new WritableStream();
  stream.close();
  return stream;
}

function readableToWeb(readable, options = {}) {
  if (typeof readable?._readableState !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('streamReadable', 'stream.Readable', readable);
  }
  validateObject(options, 'options');
  if (kinds.isDestroyed(readable) || !kinds.isReadable(readable)) return closedReadable();
  let controller;
  let over = false;
  readable.pause();
  watch(readable, (error) => {
    if (over) return;
    over = true;
    if (error) controller.error(error);
    else controller.close();
  });
  readable.on('data', (chunk) => {
    if (over) return;
    // A buffer of its own: the one that Node's came from may be shared by many.
    controller.enqueue(Buffer.isBuffer(chunk) && !readable.readableObjectMode ? new Uint8Array(chunk) : chunk);
    if (controller.desiredSize <= 0) readable.pause();
  });
  return new ReadableStream({
    start(own) {
      controller = own;
    },
    pull() {
      readable.resume();
    },
    cancel(reason) {
      over = true;
      destroyer(readable, reason);
    },
  }, strategyFor(readable, options.strategy));
}

/** The sink that writes into a stream of Node's, and waits for it to drain. */
class Sink {
  constructor(writable) {
    this.writable = writable;
    this.controller = undefined;
    // What the last write, and what closing, waits for.
    this.draining = undefined;
    this.closing = undefined;
    watch(writable, (error) => this.#over(error));
    writable.on('drain', () => this.draining?.resolve());
  }

  #over(error) {
    const { closing, controller } = this;
    this.closing = undefined;
    if (error) {
      this.draining?.reject(error);
      closing?.reject(error);
      controller.error(error);
    } else if (closing) {
      closing.resolve();
    } else {
      controller.error(new AbortError());
    }
  }

  start(controller) {
    this.controller = controller;
  }

  write(chunk) {
    if (this.writable.write(chunk)) return undefined;
    this.draining = Promise.withResolvers();
    return this.draining.promise.finally(() => {
      this.draining = undefined;
    });
  }

  abort(reason) {
    destroyer(this.writable, reason);
  }

  close() {
    if (this.closing !== undefined || kinds.isWritableEnded(this.writable)) return undefined;
    this.closing = Promise.withResolvers();
    this.writable.end();
    return this.closing.promise;
  }
}

function writableToWeb(writable) {
  if (!kinds.isWritableNodeStream(writable)) {
    throw new codes.ERR_INVALID_ARG_TYPE('streamWritable', 'stream.Writable', writable);
  }
  if (kinds.isDestroyed(writable) || !kinds.isWritable(writable)) return closedWritable();
  const { writableHighWaterMark: highWaterMark } = writable;
  const strategy = writable.writableObjectMode ? new CountQueuingStrategy({ highWaterMark }) : { highWaterMark };
  return new WritableStream(new Sink(writable), strategy);
}

function duplexToWeb(duplex) {
  if (typeof duplex?._writableState !== 'object' || typeof duplex?._readableState !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('duplex', 'stream.Duplex', duplex);
  }
  if (kinds.isDestroyed(duplex)) return { writable: closedWritable(), readable: closedReadable() };
  return {
    writable: kinds.isWritable(duplex) ? writableToWeb(duplex) : closedWritable(),
    readable: kinds.isReadable(duplex) ? readableToWeb(duplex) : closedReadable(),
  };
}

module.exports = { readableToWeb, writableToWeb, duplexToWeb };
