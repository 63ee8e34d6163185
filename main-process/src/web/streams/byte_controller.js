'use strict';

const { codes } = require('internal/errors');
const { kCore, kOwn, coreOf, finish, refuseUnless } = require('./core');
const { countOf } = require('./convert');
const { requireView, requireAttached } = require('./byte_buffers');
const { ByteControllerCore } = require('./byte_controller_core');

/** A request's state: valid until it was answered, or something else filled its view. */
class RequestCore {
  constructor(controller, view) {
    this.controller = controller;
    this.view = view;
    this.public = new ReadableStreamBYOBRequest(kOwn, this);
  }

  invalidate() {
    this.controller = undefined;
    this.view = null;
  }
}

class ReadableStreamBYOBRequest {
  constructor(token, core) {
    refuseUnless(token);
    this[kCore] = core;
  }

  get view() {
    return requestOf(this).view;
  }

  respond(bytesWritten) {
    const core = requestOf(this);
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('bytesWritten');
    const written = countOf(bytesWritten, 'bytesWritten');
    if (core.controller === undefined) throw new codes.ERR_INVALID_STATE.TypeError('This BYOB request has been invalidated');
    requireAttached(core.view.buffer);
    core.controller.respond(written);
  }

  respondWithNewView(view) {
    const core = requestOf(this);
    requireView(view, 'view');
    if (core.controller === undefined) throw new codes.ERR_INVALID_STATE.TypeError('This BYOB request has been invalidated');
    requireAttached(view.buffer);
    core.controller.respondWithNewView(view);
  }
}

const requestOf = (value) => coreOf(value, RequestCore, 'ReadableStreamBYOBRequest');

finish(ReadableStreamBYOBRequest, ['respond', 'respondWithNewView', 'view'], ({ view }) => ({ view }));

class ReadableByteStreamController {
  constructor(token, core) {
    refuseUnless(token);
    this[kCore] = core;
  }

  get byobRequest() {
    return own(this).byobRequest;
  }

  get desiredSize() {
    return own(this).desiredSize;
  }

  close() {
    const core = own(this);
    if (core.closing || core.stream.state !== 'readable') {
      throw new codes.ERR_INVALID_STATE.TypeError('Controller is already closed');
    }
    core.close();
  }

  enqueue(chunk) {
    const core = own(this);
    requireView(chunk, 'chunk');
    const { byteLength, buffer } = chunk;
    if (byteLength === 0 || buffer.byteLength === 0) {
      throw new codes.ERR_INVALID_STATE.TypeError('chunk ArrayBuffer is zero-length or detached');
    }
    if (core.closing || core.stream.state !== 'readable') {
      throw new codes.ERR_INVALID_STATE.TypeError('Controller is already closed');
    }
    core.enqueue(chunk);
  }

  error(error = undefined) {
    own(this).error(error);
  }
}

const own = (value) => coreOf(value, ByteControllerCore, 'ReadableByteStreamController');

finish(ReadableByteStreamController, ['byobRequest', 'close', 'desiredSize', 'enqueue', 'error'], () => ({}));

const setUpByteController = (stream, source, highWaterMark) => {
  const core = new ByteControllerCore(
    stream, source, highWaterMark,
    (controller) => new ReadableByteStreamController(kOwn, controller),
    (controller, view) => new RequestCore(controller, view),
  );
  core.start();
  return core;
};

module.exports = { ReadableByteStreamController, ReadableStreamBYOBRequest, setUpByteController };
