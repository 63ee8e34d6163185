'use strict';

const hooks = require('internal/async_context/hooks');

/** Who asks for ids wants them to be there. */
function current() {
  hooks.track();
  return hooks.execution();
}

module.exports = {
  AsyncLocalStorage: require('./storage').AsyncLocalStorage,
  createHook: require('./hook').createHook,
  executionAsyncId: () => current().asyncId,
  triggerAsyncId: () => current().triggerAsyncId,
  executionAsyncResource: () => current().resource,
  asyncWrapProviders: Object.freeze({ __proto__: null, NONE: 0, PROMISE: 1, TickObject: 2, Timeout: 3, Immediate: 4, Microtask: 5 }),
  AsyncResource: require('./resource').AsyncResource,
};
