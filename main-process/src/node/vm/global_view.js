'use strict';

/**
 * What scripts in a context see as `globalThis`: the sandbox, and the built-ins where the sandbox has nothing. Its property
 * descriptors are the sandbox's alone, since this engine loses getters that a proxy's trap tells of.
 */
function globalView(sandbox, global, builtins) {
  const view = new Proxy(sandbox, {
    get(target, key) {
      const value = key in target ? Reflect.get(target, key) : Reflect.get(global, key);
      return value === target ? view : value;
    },
    has: (target, key) => key in target || key in global,
    set(target, key, value) {
      if (Object.hasOwn(global, key)) return Reflect.set(global, key, value);
      return Reflect.set(target, key, value);
    },
    deleteProperty(target, key) {
      if (Object.hasOwn(global, key)) delete global[key];
      if (Object.hasOwn(builtins, key)) delete builtins[key];
      return Reflect.deleteProperty(target, key);
    },
  });
  return view;
}

// `var x` in a text, as far as that can be seen without parsing it.
const DECLARED = /\bvar\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gu;

/** The names that a script may declare with `var`: those it spells out, and any the sandbox has already. */
function declaredNames(source, sandbox) {
  if (!source.includes('var')) return [];
  const names = new Set(Object.keys(sandbox));
  for (const [, name] of source.matchAll(DECLARED)) names.add(name);
  return names;
}

/**
 * The engine declares `var` and functions on the global object itself. Where there are accessors already, they stay, and
 * so variables are the sandbox's from the start.
 */
function link({ global, sandbox }, source) {
  const linked = new Map();
  for (const name of declaredNames(source, sandbox)) {
    if (Object.hasOwn(global, name)) continue;
    const accessor = { get: () => sandbox[name], set: (value) => { sandbox[name] = value; }, configurable: true, enumerable: true };
    Object.defineProperty(global, name, accessor);
    linked.set(name, accessor);
  }
  return linked;
}

/** After a script: what it declared on the global object becomes the sandbox's. */
function settle({ global, sandbox, own }, linked) {
  for (const key of Reflect.ownKeys(global)) {
    if (own.has(key)) continue;
    const descriptor = Object.getOwnPropertyDescriptor(global, key);
    if (descriptor.get !== undefined && descriptor.get === linked.get(key)?.get) {
      delete global[key];
    } else if (descriptor.configurable) {
      if ('value' in descriptor) sandbox[key] = descriptor.value;
      else Object.defineProperty(sandbox, key, descriptor);
      delete global[key];
    } else if ('value' in descriptor) {
      own.add(key);
      const accessor = { get: () => global[key], set: (value) => { global[key] = value; } };
      Object.defineProperty(sandbox, key, { ...accessor, configurable: true, enumerable: true });
    }
  }
}

module.exports = { globalView, link, settle };
