'use strict';

// A frame is an immutable Map, from whatever wants to be found again to what it is there; `undefined` is the empty one.
// What starts something asynchronous keeps `capture()` and later runs inside it. Natives' callbacks and promises do so by
// themselves. As long as nobody ever entered a frame `state.active` is false, and nothing needs to be kept.

const state = {
  active: false,
  /** The entry's own code runs, as opposed to anything that it started. */
  main: true,
  /** Async hooks listen: what starts something asynchronous gives it an id as well, through `state.hooks`. */
  tracking: false,
  hooks: undefined,
};

function activate() {
  if (state.active) return;
  state.active = true;
  native.activate(Symbol('async_context'), Symbol('thenable_context'));
}

/** What to run in later. */
function capture() {
  return state.active ? native.current() : undefined;
}

/** Makes `frame` the current one and returns the one before, which the caller has to go back to. */
function enter(frame) {
  if (!state.active) {
    if (frame === undefined) return undefined;
    activate();
  }
  return native.enter(frame);
}

/** The current frame with one entry more. */
function extended(key, value) {
  return new Map(native.current()).set(key, value);
}

/** Calls `callback` inside of `frame`. */
function run(frame, callback, self, ...args) {
  if (!state.active && frame === undefined) return callback.apply(self, args);
  const before = enter(frame);
  try {
    return callback.apply(self, args);
  } finally {
    native.enter(before);
  }
}

/** As `capture()`, for what has an id of its own while hooks listen: `resource` is what hooks get to see. */
function start(type, resource) {
  if (state.tracking) return state.hooks.start(type, resource);
  return state.active ? native.current() : undefined;
}

/** Calls what `start()` belongs to. Leaves the frame as it is, because after it comes the next macrotask's. */
function call(frame, callback, self, args) {
  if (frame !== undefined && state.tracking) return state.hooks.call(frame, callback, self, args);
  native.enter(frame);
  return args === undefined ? callback.call(self) : callback.apply(self, args);
}

/** What `start()` belongs to will not be called again. */
function end(frame) {
  if (state.tracking && frame !== undefined) state.hooks.end(frame);
}

module.exports = { state, activate, capture, enter, extended, run, start, call, end };
