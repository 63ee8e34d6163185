'use strict';

const { codes } = require('internal/errors');
const { validateObject, validateOneOf, validateString } = require('internal/validators');
const { checkGeneration } = require('./options');
const { globalView } = require('./global_view');

const constants = Object.freeze({
  __proto__: null,
  USE_MAIN_CONTEXT_DEFAULT_LOADER: Symbol('vm_dynamic_import_main_context_default'),
  DONT_CONTEXTIFY: Symbol('vm_context_no_contextify'),
});

// Sandbox to { global, evaluate, self, sandbox, own }.
const records = new WeakMap();
let count = 0;

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

function isContext(object) {
  if (!isObject(object) || typeof object === 'function') throw new codes.ERR_INVALID_ARG_TYPE('object', 'Object', object);
  return records.has(object);
}

function check(object) {
  if (!isObject(object) || !records.has(object)) throw new codes.ERR_INVALID_ARG_TYPE('contextifiedObject', 'vm.Context', object);
}

function checkOptions(options) {
  validateObject(options, 'options');
  const { name = `VM Context ${++count}`, origin, codeGeneration, microtaskMode } = options;
  validateString(name, 'options.name');
  if (origin !== undefined) validateString(origin, 'options.origin');
  checkGeneration(codeGeneration, 'options.codeGeneration');
  validateOneOf(microtaskMode, 'options.microtaskMode', ['afterEvaluate', undefined]);
  if (codeGeneration?.strings === false) throw new codes.ERR_NOT_SUPPORTED('vm.createContext with codeGeneration.strings: false');
}

/** Stacks of the new scope's errors are made by its own copies of the scripts that make ours. */
function prepareErrors(evaluate) {
  const load = (name) => {
    const unit = { exports: {} };
    native.load(evaluate, `internal/errors/${name}`)(unit.exports, (part) => load(part.slice(2)), unit, undefined);
    return unit.exports;
  };
  const { invisible } = load('prepare');
  for (const hidden of [evaluate, Reflect.apply, Function.prototype.call, Function.prototype.apply]) invisible.add(hidden);
  require('internal/errors/prepare').invisible.add(evaluate);
}

/** Moves the built-ins aside, so that the sandbox comes first. */
function contextify(sandbox, global, evaluate) {
  const builtins = Object.create(Object.getPrototypeOf(global));
  for (const key of Reflect.ownKeys(global)) {
    const descriptor = Object.getOwnPropertyDescriptor(global, key);
    if (!descriptor.configurable) continue;
    Object.defineProperty(builtins, key, descriptor);
    delete global[key];
  }
  const lookup = native.lookup(sandbox, builtins);
  // The only reference that keeps the sandbox alive on the engine's side.
  Object.defineProperty(lookup, Symbol('sandbox'), { value: sandbox });
  Object.setPrototypeOf(global, lookup);
  const self = globalView(sandbox, global, builtins);
  Object.defineProperty(builtins, 'globalThis', { value: self, writable: true, configurable: true, enumerable: false });
  return { global, evaluate, self, sandbox, own: new Set(Reflect.ownKeys(global)) };
}

function create(contextObject = {}, options = {}) {
  const vanilla = contextObject === constants.DONT_CONTEXTIFY;
  if (!vanilla && isContext(contextObject)) return contextObject;
  checkOptions(options);
  const [global, evaluate] = native.create();
  const drains = options.microtaskMode === 'afterEvaluate';
  prepareErrors(evaluate);
  // The engine's own extras are no part of the language.
  for (const name of ['performance', 'navigator', 'queueMicrotask', 'atob', 'btoa', 'DOMException']) delete global[name];
  if (vanilla) {
    records.set(global, { global, evaluate, self: global, sandbox: undefined, drains });
    return global;
  }
  records.set(contextObject, { ...contextify(contextObject, global, evaluate), drains });
  return contextObject;
}

let main;
function mainRecord() {
  if (main === undefined) {
    const [global, evaluate] = native.here();
    require('internal/errors/prepare').invisible.add(evaluate);
    main = { global, evaluate, self: global, sandbox: undefined };
  }
  return main;
}

module.exports = { constants, isContext, check, create, mainRecord, recordOf: (object) => records.get(object) };
