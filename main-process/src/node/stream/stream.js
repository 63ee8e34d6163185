'use strict';

const { Buffer } = require('node/buffer');
const { Stream } = require('./legacy');
const { Readable } = require('./readable');
const { Writable } = require('./writable');
const { Duplex } = require('./duplex');
const { Transform, PassThrough } = require('./transform');
const { destroyer } = require('./destroy');
const { getDefaultHighWaterMark, setDefaultHighWaterMark } = require('./high_water_mark');
const kinds = require('./kinds');

require('./operators_of').defineOperators(Readable);

module.exports = Stream;

Stream.isDestroyed = kinds.isDestroyed;
Stream.isDisturbed = kinds.isDisturbed;
Stream.isErrored = kinds.isErrored;
Stream.isReadable = kinds.isReadable;
Stream.isWritable = kinds.isWritable;
Stream.Readable = Readable;
Stream.Writable = Writable;
Stream.Duplex = Duplex;
Stream.Transform = Transform;
Stream.PassThrough = PassThrough;

Stream.duplexPair = function duplexPair(options) {
  return require('./duplex_pair').duplexPair(options);
};

Stream.pipeline = function pipeline(...streams) {
  return require('./pipeline').pipeline(...streams);
};

Stream.addAbortSignal = function addAbortSignal(signal, stream) {
  return require('./add_abort_signal').addAbortSignal(signal, stream);
};

Stream.finished = function finished(stream, options, callback) {
  return require('./finished').finished(...arguments);
};

Stream.destroy = destroyer;

Stream.compose = function compose(...streams) {
  return require('./compose').compose(...streams);
};

Stream.setDefaultHighWaterMark = setDefaultHighWaterMark;
Stream.getDefaultHighWaterMark = getDefaultHighWaterMark;

Object.defineProperty(Stream, 'promises', { configurable: true, enumerable: true, get: () => require('./promises') });

const custom = Symbol.for('nodejs.util.promisify.custom');
for (const name of ['pipeline', 'finished']) {
  Object.defineProperty(Stream[name], custom, { enumerable: true, get: () => require('./promises')[name] });
}

Stream.Stream = Stream;
Stream._isArrayBufferView = ArrayBuffer.isView;
Stream._isUint8Array = (value) => value instanceof Uint8Array;
Stream._uint8ArrayToBuffer = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
