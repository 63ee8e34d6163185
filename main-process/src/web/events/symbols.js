'use strict';

// What other builtins may say to events and targets, and user code cannot.
module.exports = {
  kTrusted: Symbol('trusted'),
  kResistStopPropagation: Symbol('resistStopPropagation'),
  kStopped: Symbol('stopped'),
  kTarget: Symbol('target'),
  kDispatching: Symbol('dispatching'),
  kDispatch: Symbol('dispatch'),
  kPassive: Symbol('passive'),
  kListeners: Symbol('listeners'),
  kListenerAdded: Symbol('listenerAdded'),
  kListenerRemoved: Symbol('listenerRemoved'),
  kMaxListeners: Symbol('maxListeners'),
  kMaxListenersWarned: Symbol('maxListenersWarned'),
  inspect: Symbol.for('nodejs.util.inspect.custom'),
};
