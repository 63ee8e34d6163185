'use strict';

const context = require('internal/async_context');
const hooks = require('internal/async_context/hooks');
const { codes } = require('internal/errors');
const { validateFunction, validateString, validateObject } = require('internal/validators');
const { deprecationOnce } = require('internal/fatal/warning');

let collected;

/** Tells of resources that were collected without an `emitDestroy`. */
function watch(resource, asyncId, done) {
  collected ??= new FinalizationRegistry(([id, state]) => {
    if (!state.destroyed) hooks.emitDestroy(id);
  });
  collected.register(resource, [asyncId, done]);
}

function options(given) {
  if (typeof given === 'number') return { triggerAsyncId: given, requireManualDestroy: false };
  validateObject(given, 'options');
  const { triggerAsyncId = hooks.execution().asyncId, requireManualDestroy } = given;
  return { triggerAsyncId, requireManualDestroy: !!requireManualDestroy };
}

class AsyncResource {
  #run;
  #frame;
  #inside;
  #state = { destroyed: false };

  constructor(type, opts = {}) {
    validateString(type, 'type');
    const { triggerAsyncId, requireManualDestroy } = options(opts);
    if (!Number.isSafeInteger(triggerAsyncId) || triggerAsyncId < -1) {
      throw new codes.ERR_INVALID_ASYNC_ID('triggerAsyncId', triggerAsyncId);
    }
    if (type.length === 0 && hooks.isListening()) throw new codes.ERR_ASYNC_TYPE(type);
    this.#run = { asyncId: hooks.newId(), triggerAsyncId, resource: this, type };
    this.#frame = context.capture();
    if (!hooks.isListening()) return;
    hooks.emitInit(this.#run, type);
    if (!requireManualDestroy) watch(this, this.#run.asyncId, this.#state);
  }

  runInAsyncScope(fn, thisArg, ...args) {
    this.#inside ??= new Map(this.#frame).set(hooks.kExecution, this.#run);
    const before = context.enter(this.#inside);
    const { asyncId } = this.#run;
    hooks.emit('before', asyncId);
    try {
      return Reflect.apply(fn, thisArg, args);
    } finally {
      hooks.emit('after', asyncId);
      context.enter(before);
    }
  }

  emitDestroy() {
    if (!this.#state.destroyed) {
      this.#state.destroyed = true;
      hooks.emitDestroy(this.#run.asyncId);
    }
    return this;
  }

  asyncId() {
    return this.#run.asyncId;
  }

  triggerAsyncId() {
    return this.#run.triggerAsyncId;
  }

  bind(fn, thisArg) {
    validateFunction(fn, 'fn');
    const resource = this;
    const bound = thisArg === undefined ?
      function (...args) { return resource.runInAsyncScope(fn, this, ...args); } :
      (...args) => resource.runInAsyncScope(fn, thisArg, ...args);
    let shown = resource;
    Object.defineProperties(bound, {
      length: { value: fn.length, configurable: true, enumerable: false, writable: false },
      asyncResource: {
        configurable: true,
        enumerable: true,
        get() {
          deprecationOnce('The asyncResource property on bound functions is deprecated', 'DEP0172');
          return shown;
        },
        set(value) {
          deprecationOnce('The asyncResource property on bound functions is deprecated', 'DEP0172');
          shown = value;
        },
      },
    });
    return bound;
  }

  static bind(fn, type, thisArg) {
    return new AsyncResource(type || fn.name || 'bound-anonymous-fn').bind(fn, thisArg);
  }
}

module.exports = { AsyncResource };
