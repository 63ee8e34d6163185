'use strict';

const callsite = require('./callsite');
const { reword } = require('./wording');

/** Functions that are left out at the top of a stack: those that only make or check. */
const hidden = new WeakSet();

const kCoded = Symbol.for('kaon.codedError');

/** Stacks that nobody has read yet: they are formatted when somebody does, as in V8. */
const unread = new WeakMap();

let userHook;

function header(error) {
  try {
    const { name = 'Error', message = '' } = error;
    const title = error[kCoded] ? `${name} [${error.code}]` : `${name}`;
    if (title === '') return `${message}`;
    return message === '' ? title : `${title}: ${message}`;
  } catch {
    return '<error>';
  }
}

function visible(sites) {
  let start = 0;
  while (start < sites.length) {
    const fn = sites[start].getFunction();
    if (fn === null || typeof fn !== 'function' || !hidden.has(fn)) break;
    start++;
  }
  return sites.slice(start).filter((site) => !isCall(site));
}

/** V8 has no frames for `Function.prototype.call` and `apply`. */
const invisible = new Set([Function.prototype.call, Function.prototype.apply, Reflect.apply]);
const isCall = (site) => invisible.has(site.getFunction());

// Finds the author's place for one in a generated file; set by those who know source maps.
let mapper;

function setMapper(find) {
  mapper = find;
}

/** The author's place for a call site; undefined where it is the site's own. */
function mapped(site) {
  if (mapper === undefined || site.isNative()) return undefined;
  const file = site.getFileName();
  if (typeof file !== 'string') return undefined;
  return mapper(file, site.getLineNumber(), site.getColumnNumber());
}

function format(error, sites) {
  if (typeof userHook === 'function') return Reflect.apply(userHook, Error, [error, sites]);
  let stack = header(error);
  for (const site of sites) stack += `\n    at ${callsite.show(site, mapped(site))}`;
  return stack;
}

function store(target, value) {
  Object.defineProperty(target, 'stack', { value, writable: true, enumerable: false, configurable: true });
}

function holder(object) {
  let at = object;
  while (at !== null && !unread.has(at)) at = Object.getPrototypeOf(at);
  return at;
}

const lazy = {
  get() {
    const owner = holder(this);
    if (owner === null) return undefined;
    const sites = unread.get(owner);
    unread.delete(owner);
    // What the hook does to the error must not start over.
    if (Object.isExtensible(owner)) store(owner, undefined);
    const stack = format(owner, visible(sites));
    if (Object.isExtensible(owner)) store(owner, stack);
    else unread.set(owner, sites);
    return stack;
  },
  set(value) {
    if (this !== null && typeof this === 'object') store(this, value);
  },
  enumerable: false,
  configurable: true,
};

function keep(error, sites) {
  unread.set(error, sites);
  Object.defineProperty(error, 'stack', lazy);
}

function installCapture() {
  const capture = Error.captureStackTrace;
  let capturing = false;
  // The engine asks again when an error is thrown on by native code: the first stack is where it was made. One that another
  // realm's copy of this script has seen has a stack of its own.
  const known = new WeakSet();
  const hook = (error, sites) => {
    if (!capturing && !known.has(error) && !Object.hasOwn(error, 'stack')) {
      known.add(error);
      reword(error);
      keep(error, sites);
    }
    return sites;
  };
  const captureStackTrace = function captureStackTrace(target, constructorOpt) {
    const from = typeof constructorOpt === 'function' ? constructorOpt : captureStackTrace;
    let sites;
    capturing = true;
    try {
      const probe = {};
      capture(probe, from);
      sites = probe.stack;
    } finally {
      capturing = false;
    }
    if (!Array.isArray(sites)) sites = [];
    // The engine falls back to the whole stack when the function is not on it; V8 leaves nothing.
    if (sites.length > 0 && sites[0].getFunction() === captureStackTrace) sites = [];
    if (target === null || typeof target !== 'object' && typeof target !== 'function') {
      throw new TypeError('Invalid argument');
    }
    keep(target, sites);
  };
  Object.defineProperty(Error, 'captureStackTrace', {
    value: captureStackTrace, writable: true, enumerable: true, configurable: true,
  });
  return hook;
}

/** Where errors of an engine without own `stack` properties find a stack: those made with none left to run. */
function installFallback(nativeStack) {
  Object.defineProperty(Error.prototype, 'stack', {
    get() {
      return nativeStack.call(this) === undefined ? undefined : header(this);
    },
    set(value) {
      store(this, value);
    },
    enumerable: false,
    configurable: true,
  });
}

/**
 * Makes stacks what programs written for V8 expect: a `Name: message` line, `at fn (file:line:col)` lines, complete
 * call sites, formatted on first use. Does nothing where the engine does all that itself.
 */
function install() {
  const prepare = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  const stack = Object.getOwnPropertyDescriptor(Error.prototype, 'stack');
  if (!prepare?.set || !stack?.get) return;
  Error.prepareStackTrace = (error, sites) => sites;
  const probe = new Error('probe');
  callsite.complete(Object.getPrototypeOf(probe.stack[0]));
  prepare.set.call(Error, installCapture());
  installFallback(stack.get);
  Object.defineProperty(Error, 'prepareStackTrace', {
    get: () => userHook,
    set(value) {
      userHook = value;
    },
    enumerable: false,
    configurable: true,
  });
}

install();

module.exports = { hidden, invisible, setMapper };
