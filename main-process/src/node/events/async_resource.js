'use strict';

const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');
const EventEmitter = require('node/events');
const { AsyncResource } = require('node/async_hooks');

class EventEmitterReferencingAsyncResource extends AsyncResource {
  #emitter;

  constructor(emitter, type, options) {
    super(type, options);
    this.#emitter = emitter;
  }

  get eventEmitter() {
    return this.#emitter;
  }
}

function check(emitter, resource) {
  if (resource === undefined) throw new codes.ERR_INVALID_THIS('EventEmitterAsyncResource');
  return resource;
}

/** An emitter whose listeners run in the async context that it was made in. */
class EventEmitterAsyncResource extends EventEmitter {
  #resource;

  constructor(options = undefined) {
    let name;
    if (typeof options === 'string') {
      name = options;
      options = undefined;
    } else {
      if (new.target === EventEmitterAsyncResource) validateString(options?.name, 'options.name');
      name = options?.name || new.target.name;
    }
    super(options);
    this.#resource = new EventEmitterReferencingAsyncResource(this, name, options);
  }

  static #of(emitter) {
    return check(emitter, typeof emitter === 'object' && emitter !== null && #resource in emitter ? emitter.#resource : undefined);
  }

  emit(event, ...args) {
    return EventEmitterAsyncResource.#of(this).runInAsyncScope(super.emit, this, event, ...args);
  }

  emitDestroy() {
    EventEmitterAsyncResource.#of(this).emitDestroy();
  }

  get asyncId() {
    return EventEmitterAsyncResource.#of(this).asyncId();
  }

  get triggerAsyncId() {
    return EventEmitterAsyncResource.#of(this).triggerAsyncId();
  }

  get asyncResource() {
    return EventEmitterAsyncResource.#of(this);
  }
}

module.exports = { EventEmitterAsyncResource };
