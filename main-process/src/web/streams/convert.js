'use strict';

// What constructors are given, as the standards turn it into plain data.

const { codes } = require('internal/errors');

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

function requireObject(value, name) {
  if (!isObject(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, 'Object', value);
}

function dictionary(value, name) {
  if (value === undefined || value === null) return {};
  requireObject(value, name);
  return value;
}

function functionOf(source, name, owner) {
  const value = source[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'function') throw new codes.ERR_INVALID_ARG_TYPE(`${owner}.${name}`, 'Function', value);
  return value;
}

/** `{ highWaterMark, size }`; the members are read once each, in the order of their names. */
function strategyOf(strategy, name = 'strategy') {
  const given = dictionary(strategy, name);
  const { highWaterMark } = given;
  const mark = highWaterMark === undefined ? undefined : +highWaterMark;
  return { highWaterMark: mark, size: functionOf(given, 'size', name) };
}

function highWaterMarkOf({ highWaterMark }, fallback) {
  if (highWaterMark === undefined) return fallback;
  if (Number.isNaN(highWaterMark) || highWaterMark < 0) {
    throw new codes.ERR_INVALID_ARG_VALUE.RangeError('strategy.highWaterMark', highWaterMark);
  }
  return highWaterMark;
}

/** A whole number from 0 on, as an `unsigned long long` that enforces its range. */
function countOf(value, name) {
  const number = Math.trunc(+value);
  if (!Number.isFinite(number) || number < 0 || number > Number.MAX_SAFE_INTEGER) {
    throw new codes.ERR_INVALID_ARG_VALUE(name, value);
  }
  return number;
}

/** An underlying source, with the methods called upon the object they are from. */
function sourceOf(source) {
  if (source === undefined) return { self: undefined };
  requireObject(source, 'source');
  const { autoAllocateChunkSize } = source;
  const size = autoAllocateChunkSize === undefined ? undefined : countOf(autoAllocateChunkSize, 'source.autoAllocateChunkSize');
  const cancel = functionOf(source, 'cancel', 'source');
  const pull = functionOf(source, 'pull', 'source');
  const start = functionOf(source, 'start', 'source');
  const { type } = source;
  if (type !== undefined && `${type}` !== 'bytes') throw new codes.ERR_INVALID_ARG_VALUE('source.type', type);
  return { self: source, autoAllocateChunkSize: size, cancel, pull, start, bytes: type !== undefined };
}

function sinkOf(sink) {
  if (sink === undefined) return { self: undefined };
  requireObject(sink, 'sink');
  const abort = functionOf(sink, 'abort', 'sink');
  const close = functionOf(sink, 'close', 'sink');
  const start = functionOf(sink, 'start', 'sink');
  const { type } = sink;
  if (type !== undefined) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('sink.type', type);
  return { self: sink, abort, close, start, write: functionOf(sink, 'write', 'sink') };
}

function transformerOf(transformer) {
  if (transformer === undefined) return { self: undefined };
  requireObject(transformer, 'transformer');
  const cancel = functionOf(transformer, 'cancel', 'transformer');
  const flush = functionOf(transformer, 'flush', 'transformer');
  const { readableType } = transformer;
  const start = functionOf(transformer, 'start', 'transformer');
  const transform = functionOf(transformer, 'transform', 'transformer');
  const { writableType } = transformer;
  if (readableType !== undefined) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('transformer.readableType', readableType);
  if (writableType !== undefined) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('transformer.writableType', writableType);
  return { self: transformer, cancel, flush, start, transform };
}

module.exports = { isObject, requireObject, dictionary, strategyOf, highWaterMarkOf, countOf, sourceOf, sinkOf, transformerOf };
