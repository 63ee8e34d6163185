'use strict';

// Customization hooks: what resolves and loads modules before the loader does. They run in the thread of the modules
// themselves; a hook of `register()` may wait for promises, but not for anything that takes a turn of the loop.
// Source: https://nodejs.org/api/module.html#customization-hooks

const { codes } = require('internal/errors');
const { validateFunction, validateObject } = require('internal/validators');

// The last one registered is asked first.
const resolvers = [];
const loaders = [];

const isActive = () => resolvers.length > 0 || loaders.length > 0;

/** What a promise comes to, if that takes jobs only. */
function settleNow(value, what) {
  if (typeof value?.then !== 'function') return value;
  const promise = Promise.resolve(value);
  promise.catch(() => {});
  let [state, result] = native.stateOf(promise);
  while (state === 'pending' && native.runJob()) [state, result] = native.stateOf(promise);
  if (state === 'rejected') throw result;
  if (state === 'pending') throw new codes.ERR_NOT_SUPPORTED(`A ${what} hook that waits for input or output`, 'use the synchronous functions');
  return result;
}

function checkResult(result, name, hook) {
  if (result === null || typeof result !== 'object') {
    throw new codes.ERR_INVALID_RETURN_VALUE('an object', `${name} '${hook}' hook's ${name}()`, result);
  }
  return result;
}

/** Asks the hooks from the `index`th down, and the loader itself at last. */
function ask(hooks, index, name, target, context, fallback) {
  if (index < 0) return fallback(target, context);
  const { fn, place } = hooks[index];
  let went = false;
  const next = (nextTarget = target, nextContext = undefined) => {
    went = true;
    return ask(hooks, index - 1, name, nextTarget, { ...context, ...nextContext }, fallback);
  };
  const result = checkResult(settleNow(fn(target, context, next), name), name, place);
  if (!went && result.shortCircuit !== true) throw new codes.ERR_LOADER_CHAIN_INCOMPLETE(`${place} '${name}'`);
  return result;
}

function resolve(specifier, context, fallback) {
  const result = ask(resolvers, resolvers.length - 1, 'resolve', specifier, context, fallback);
  if (typeof result.url !== 'string') {
    throw new codes.ERR_INVALID_RETURN_PROPERTY_VALUE('a URL string', 'resolve', 'url', result.url);
  }
  return result;
}

function load(url, context, fallback) {
  return ask(loaders, loaders.length - 1, 'load', url, context, fallback);
}

/** Adds hooks that answer at once; what it returns takes them away. */
function registerHooks(hooks) {
  validateObject(hooks, 'hooks');
  const added = [];
  const add = (list, name) => {
    if (hooks[name] === undefined) return;
    validateFunction(hooks[name], `hooks.${name}`);
    const entry = { fn: hooks[name], place: 'registerHooks' };
    list.push(entry);
    added.push([list, entry]);
  };
  add(resolvers, 'resolve');
  add(loaders, 'load');
  return {
    deregister() {
      for (const [list, entry] of added) {
        const index = list.indexOf(entry);
        if (index !== -1) list.splice(index, 1);
      }
    },
  };
}

function adopt(exported, url, data) {
  const { initialize, resolve: resolver, load: loader } = exported;
  if (typeof resolver === 'function') resolvers.push({ fn: resolver, place: url });
  if (typeof loader === 'function') loaders.push({ fn: loader, place: url });
  return typeof initialize === 'function' ? settleNow(initialize(data), 'initialize') : undefined;
}

/** Loads a module of hooks and adds what it exports. */
function register(specifier, parent = undefined, options = undefined) {
  const { requireUrl, resolveFrom } = require('./esm');
  let base = parent;
  let settings = options;
  if (parent !== null && typeof parent === 'object' && !(parent instanceof URL)) {
    base = parent.parentURL;
    settings = parent;
  }
  const url = resolveFrom(`${specifier}`, base === undefined ? 'data:' : `${base}`);
  adopt(requireUrl(url), url, settings?.data);
}

/** What `--loader` names. */
async function registerLoader(specifier, base) {
  const { importFrom } = require('./esm');
  adopt(await importFrom(base, specifier), specifier, undefined);
}

module.exports = { isActive, resolve, load, register, registerHooks, registerLoader };
