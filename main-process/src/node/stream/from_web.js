'use strict';

// The web's streams as Node's.

const { codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { validateBoolean, validateObject } = require('internal/validators');
const { Buffer } = require('node/buffer');
const { Readable } = require('./readable');
const { Writable } = require('./writable');
const { Duplex } = require('./duplex');
const { destroyer } = require('./destroy');
const kinds = require('./kinds');

function noop() {}

/** Calls back from a promise's turn: what the callback throws is the program's error, not the promise's. */
function calling(callback) {
  return (error) => {
    try {
      callback(error);
    } catch (failure) {
      nextTick(() => {
        throw failure;
      });
    }
  };
}

function checkEncoding(encoding) {
  if (encoding !== undefined && !Buffer.isEncoding(encoding)) throw new codes.ERR_INVALID_ARG_VALUE(encoding, 'options.encoding');
}

/** Reads from a web stream into a stream of Node's. */
class Source {
  over = false;

  constructor(stream) {
    this.reader = stream.getReader();
  }

  read(readable) {
    this.reader.read().then(({ done, value }) => {
      readable.push(done ? null : value);
    }, (error) => destroyer(readable, error));
  }

  watch(readable, failed = noop) {
    this.reader.closed.then(() => {
      this.over = true;
    }, (error) => {
      this.over = true;
      failed();
      destroyer(readable, error);
    });
  }

  end(error) {
    return this.over ? undefined : this.reader.cancel(error);
  }
}

/** Writes from a stream of Node's into a web stream. */
class Target {
  over = false;

  constructor(stream) {
    this.writer = stream.getWriter();
  }

  write(chunk, callback) {
    const done = calling(callback);
    const { writer } = this;
    writer.ready.then(() => writer.write(chunk)).then(() => done(), done);
  }

  final(callback) {
    const done = calling(callback);
    if (this.over) done();
    else this.writer.close().then(() => done(), done);
  }

  watch(writable, failed = noop) {
    this.writer.closed.then(() => {
      this.over = true;
      if (!kinds.isWritableEnded(writable)) destroyer(writable, new codes.ERR_STREAM_PREMATURE_CLOSE());
    }, (error) => {
      this.over = true;
      failed();
      destroyer(writable, error);
    });
  }

  end(error) {
    if (this.over) return undefined;
    return error !== null && error !== undefined ? this.writer.abort(error) : this.writer.close();
  }
}

function readableFromWeb(stream, options = {}) {
  if (!kinds.isReadableWebStream(stream)) throw new codes.ERR_INVALID_ARG_TYPE('readableStream', 'ReadableStream', stream);
  validateObject(options, 'options');
  const { highWaterMark, encoding, objectMode = false, signal } = options;
  checkEncoding(encoding);
  validateBoolean(objectMode, 'options.objectMode');
  const source = new Source(stream);
  const readable = new Readable({
    objectMode, highWaterMark, encoding, signal,
    read: () => source.read(readable),
    destroy(error, callback) {
      const done = calling(() => callback(error));
      Promise.resolve(source.end(error)).then(done, done);
    },
  });
  source.watch(readable);
  return readable;
}

function writableFromWeb(stream, options = {}) {
  if (!kinds.isWritableWebStream(stream)) throw new codes.ERR_INVALID_ARG_TYPE('writableStream', 'WritableStream', stream);
  validateObject(options, 'options');
  const { highWaterMark, decodeStrings = true, objectMode = false, signal } = options;
  validateBoolean(objectMode, 'options.objectMode');
  validateBoolean(decodeStrings, 'options.decodeStrings');
  const target = new Target(stream);
  const writable = new Writable({
    highWaterMark, objectMode, decodeStrings, signal,
    write: (chunk, encoding, callback) => target.write(chunk, callback),
    final: (callback) => target.final(callback),
    destroy(error, callback) {
      const done = calling(() => callback(error));
      Promise.resolve(target.end(error)).then(done, done);
    },
  });
  target.watch(writable);
  return writable;
}

function checkPair(pair) {
  validateObject(pair, 'pair');
  const { readable, writable } = pair;
  if (!kinds.isReadableWebStream(readable)) throw new codes.ERR_INVALID_ARG_TYPE('pair.readable', 'ReadableStream', readable);
  if (!kinds.isWritableWebStream(writable)) throw new codes.ERR_INVALID_ARG_TYPE('pair.writable', 'WritableStream', writable);
}

function duplexFromWeb(pair, options = {}) {
  checkPair(pair);
  validateObject(options, 'options');
  const { allowHalfOpen = false, objectMode = false, encoding, decodeStrings = true, highWaterMark, signal } = options;
  validateBoolean(objectMode, 'options.objectMode');
  checkEncoding(encoding);
  const target = new Target(pair.writable);
  const source = new Source(pair.readable);
  const duplex = new Duplex({
    allowHalfOpen, highWaterMark, objectMode, encoding, decodeStrings, signal,
    write: (chunk, coding, callback) => target.write(chunk, callback),
    final: (callback) => target.final(callback),
    read: () => source.read(duplex),
    destroy(error, callback) {
      const done = calling(() => callback(error));
      const abort = target.over ? undefined : target.writer.abort(error);
      Promise.all([abort, source.end(error)]).then(done, done);
    },
  });
  const failed = () => {
    target.over = true;
    source.over = true;
  };
  target.watch(duplex, failed);
  source.watch(duplex, failed);
  return duplex;
}

module.exports = { readableFromWeb, writableFromWeb, duplexFromWeb };
