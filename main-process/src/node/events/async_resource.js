'use strict';

const { codes } = require('internal/errors');
const EventEmitter = require('node/events');

/** Exists for `instanceof`; async hooks do not. */
class EventEmitterAsyncResource extends EventEmitter {
  constructor() {
    super();
    throw new codes.ERR_NOT_SUPPORTED('events.EventEmitterAsyncResource');
  }
}

module.exports = { EventEmitterAsyncResource };
