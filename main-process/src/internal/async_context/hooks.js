'use strict';

const { state, activate, extended } = require('internal/async_context');
const { triggerUncaught } = require('internal/fatal');

// Where a frame keeps { asyncId, triggerAsyncId, resource } of what is being executed.
const kExecution = Symbol('execution');
const MAIN = { asyncId: 1, triggerAsyncId: 0, resource: {} };
const NOTHING = { asyncId: 0, triggerAsyncId: 0, resource: MAIN.resource };

let lastId = 1;
let hooks = [];
let destroyed = [];

const newId = () => ++lastId;

function execution() {
  return native.current()?.get(kExecution) ?? (state.main ? MAIN : NOTHING);
}

/** An exception in a hook ends the process, since nobody could tell what state things are in. */
function emit(name, ...args) {
  for (const hook of hooks) {
    if (hook[name] === undefined) continue;
    try {
      hook[name](...args);
    } catch (error) {
      native.enter(undefined);
      hooks = [];
      triggerUncaught(error, 'uncaughtException', true);
    }
  }
}

const emitInit = ({ asyncId, triggerAsyncId, resource }, type) => emit('init', asyncId, type, triggerAsyncId, resource);

function start(type, resource, triggerAsyncId = execution().asyncId) {
  const made = { asyncId: newId(), triggerAsyncId, resource, type };
  emitInit(made, type);
  return frameOf(made);
}

/** The frame of what was made; those that are derived from it are not told of as if they were it. */
function frameOf(made) {
  made.frame = extended(kExecution, made);
  return made.frame;
}

function call(frame, callback, self, args) {
  const run = frame.get(kExecution);
  native.enter(frame);
  if (run?.frame !== frame) return args === undefined ? callback.call(self) : callback.apply(self, args);
  emit('before', run.asyncId);
  try {
    return args === undefined ? callback.call(self) : callback.apply(self, args);
  } catch (error) {
    // The listeners of 'uncaughtException' belong to what threw.
    triggerUncaught(error);
    return undefined;
  } finally {
    emit('after', run.asyncId);
  }
}

function end(frame) {
  const run = frame.get(kExecution);
  if (run?.frame === frame) emitDestroy(run.asyncId);
}

/** Hooks are told later, when nothing of it is on the stack any more. */
function emitDestroy(asyncId) {
  if (hooks.length === 0) return;
  destroyed.push(asyncId);
  if (destroyed.length > 1) return;
  const { Immediate } = require('internal/timers');
  // It belongs to nobody, and nobody is to hear of it.
  const before = native.enter(undefined);
  state.tracking = false;
  new Immediate(tellDestroyed).unref();
  state.tracking = true;
  native.enter(before);
}

function tellDestroyed() {
  const list = destroyed;
  destroyed = [];
  for (const asyncId of list) emit('destroy', asyncId);
}

const promises = new WeakMap();

// The last frame made for an `await` or, as it may turn out, for a `then`.
let awaited = null;

/** The engine's: what is about to wait, or was made, runs in what this returns. */
function onStart(promise, parent) {
  if (promise === undefined) return parent === undefined ? start('NATIVE', {}) : onAwait(parent);
  const known = parent === undefined ? undefined : promises.get(parent);
  // What was taken for an `await` is a `then`.
  if (awaited !== null && awaited.parent === parent) awaited.type = 'NONE';
  awaited = null;
  const made = { asyncId: newId(), triggerAsyncId: known?.asyncId ?? execution().asyncId, resource: promise, type: 'PROMISE' };
  promises.set(promise, made);
  emitInit(made, 'PROMISE');
  return frameOf(made);
}

function onAwait(parent) {
  awaited = { asyncId: 0, triggerAsyncId: 0, resource: parent, type: 'AWAIT', parent };
  return frameOf(awaited);
}

function announce(run) {
  run.type = 'PROMISE';
  run.asyncId = newId();
  run.triggerAsyncId = promises.get(run.parent)?.asyncId ?? 0;
  emitInit(run, 'PROMISE');
}

/** The engine's: a job or a native's callback is about to run, or has run; or a promise was fulfilled. */
function onMoment(name, promise) {
  if (name === 'promiseResolve') {
    const known = promises.get(promise);
    if (known !== undefined) emit(name, known.asyncId);
    return;
  }
  const frame = native.current();
  const run = frame?.get(kExecution);
  if (run?.frame !== frame) return;
  if (run?.type === 'AWAIT') announce(run);
  if (run?.type === 'PROMISE' || run?.type === 'NATIVE') emit(name, run.asyncId);
}

/** From here on everything gets an id, whether or not hooks listen. */
function track() {
  if (state.tracking) return;
  activate();
  state.tracking = true;
  state.hooks = module.exports;
}

function update() {
  const listening = hooks.length > 0;
  if (listening) track();
  native.listen(listening ? onStart : undefined, listening ? onMoment : undefined);
}

function enable(hook) {
  if (hooks.includes(hook)) return;
  hooks = [...hooks, hook];
  update();
}

function disable(hook) {
  if (!hooks.includes(hook)) return;
  hooks = hooks.filter((other) => other !== hook);
  update();
}

module.exports = {
  kExecution, newId, execution, start, call, end, emit, emitInit, emitDestroy, enable, disable, track,
  isListening: () => hooks.length > 0,
};
