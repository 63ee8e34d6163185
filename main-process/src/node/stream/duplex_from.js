'use strict';

const { codes, AbortError } = require('internal/errors');
const { nextTick } = require('internal/task_queues');
const { AbortController } = require('web/events');
const { Duplex } = require('./duplex');
const { Readable } = require('./readable');
const { Writable } = require('./writable');
const { Joint } = require('./joint');
const { from } = require('./from');
const { destroyer } = require('./destroy');
const { finished } = require('./finished');
const kinds = require('./kinds');

const { isNodeStream, isReadableNodeStream, isWritableNodeStream, isIterable } = kinds;

const isBlob = (body) => typeof globalThis.Blob === 'function' && body instanceof globalThis.Blob;

const accepted = [
  'Blob', 'ReadableStream', 'WritableStream', 'Stream', 'Iterable', 'AsyncIterable', 'Function', '{ readable, writable } pair', 'Promise',
];

/** A duplex of nearly anything: streams, functions, iterables, promises, pairs. */
function duplexFrom(body, name) {
  if (kinds.isDuplexNodeStream(body)) return body;
  if (isReadableNodeStream(body)) return ofPair({ readable: body });
  if (isWritableNodeStream(body)) return ofPair({ writable: body });
  if (isNodeStream(body)) return ofPair({ writable: false, readable: false });
  if (kinds.isReadableWebStream(body)) return ofPair({ readable: Readable.fromWeb(body) });
  if (kinds.isWritableWebStream(body)) return ofPair({ writable: Writable.fromWeb(body) });
  if (typeof body === 'function') return ofFunction(body, name);
  if (isBlob(body)) return duplexFrom(body.arrayBuffer(), name);
  if (isIterable(body)) return from(Duplex, body, { objectMode: true, writable: false });
  if (typeof body?.writable === 'object' || typeof body?.readable === 'object') {
    const side = (stream, isIt) => !stream ? undefined : isIt(stream) ? stream : duplexFrom(stream, name);
    return ofPair({ readable: side(body.readable, isReadableNodeStream), writable: side(body.writable, isWritableNodeStream) });
  }
  if (typeof body?.then === 'function') return ofPromise(body);
  throw new codes.ERR_INVALID_ARG_TYPE(name, accepted, body);
}

function ofPromise(promise) {
  const duplex = new Duplex({ objectMode: true, writable: false, read() {} });
  promise.then((value) => {
    if (value !== undefined && value !== null) duplex.push(value);
    duplex.push(null);
  }, (error) => destroyer(duplex, error));
  return duplex;
}

function ofFunction(call, name) {
  const { value, write, final, destroy } = feed(call);
  if (kinds.isDuplexNodeStream(value)) return value;
  if (isIterable(value)) return from(Duplex, value, { objectMode: true, write, final, destroy });
  if (typeof value?.then !== 'function') {
    throw new codes.ERR_INVALID_RETURN_VALUE('Iterable, AsyncIterable or AsyncFunction', name, value);
  }
  const promise = value.then((result) => {
    if (result !== undefined && result !== null) throw new codes.ERR_INVALID_RETURN_VALUE('nully', 'body', result);
  }, (error) => destroyer(duplex, error));
  const duplex = new Duplex({
    objectMode: true,
    readable: false,
    write,
    final(callback) {
      final(() => promise.then(() => nextTick(callback, null), (error) => nextTick(callback, error)));
    },
    destroy,
  });
  return duplex;
}

function later() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Calls a function with an async iterable of what will be written. */
function feed(call) {
  let next = later();
  const controller = new AbortController();
  const { signal } = controller;
  async function* written() {
    for (;;) {
      const { chunk, done, callback } = await next.promise;
      nextTick(callback);
      if (done) return;
      if (signal.aborted) throw new AbortError(undefined, { cause: signal.reason });
      next = later();
      yield chunk;
    }
  }
  return {
    value: call(written(), { signal }),
    write: (chunk, encoding, callback) => next.resolve({ chunk, done: false, callback }),
    final: (callback) => next.resolve({ done: true, callback }),
    destroy(error, callback) {
      controller.abort();
      callback(error);
    },
  };
}

/** One duplex of a readable and a writable, or of just one of them. */
function ofPair({ readable: given, writable }) {
  const readable = given && typeof given.read !== 'function' ? Readable.wrap(given) : given;
  const canRead = !!kinds.isReadable(readable);
  const canWrite = !!kinds.isWritable(writable);
  const duplex = new Joint({
    readableObjectMode: !!readable?.readableObjectMode,
    writableObjectMode: !!writable?.writableObjectMode,
    readable: canRead,
    writable: canWrite,
  }, (error) => {
    destroyer(writable, error);
    destroyer(readable, error);
  });
  const over = (error) => {
    if (error) destroyer(readable, error);
    duplex.partsOver(error);
  };
  if (canWrite) {
    finished(writable, over);
    duplex.writeInto(writable);
    writable.on('finish', () => duplex.finished());
  }
  if (canRead) {
    finished(readable, over);
    duplex.readFrom(readable);
  }
  return duplex;
}

module.exports = { duplexFrom };
