'use strict';

const { ReadableStream } = require('./readable_stream');
const { ReadableStreamDefaultReader, ReadableStreamBYOBReader } = require('./readers');
const { ReadableStreamDefaultController } = require('./default_controller');
const { ReadableByteStreamController, ReadableStreamBYOBRequest } = require('./byte_controller');
const { WritableStream, WritableStreamDefaultWriter } = require('./writable_stream');
const { WritableStreamDefaultController } = require('./writable_controller');
const { TransformStream, TransformStreamDefaultController } = require('./transform_stream');
const { ByteLengthQueuingStrategy, CountQueuingStrategy } = require('./strategies');

module.exports = {
  ReadableStream,
  ReadableStreamDefaultReader,
  ReadableStreamBYOBReader,
  ReadableStreamBYOBRequest,
  ReadableByteStreamController,
  ReadableStreamDefaultController,
  TransformStream,
  TransformStreamDefaultController,
  WritableStream,
  WritableStreamDefaultController,
  WritableStreamDefaultWriter,
  ByteLengthQueuingStrategy,
  CountQueuingStrategy,
  get TextEncoderStream() {
    return require('./text').TextEncoderStream;
  },
  get TextDecoderStream() {
    return require('./text').TextDecoderStream;
  },
};
