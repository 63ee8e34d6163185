'use strict';

// Every public object has its state in one plain object, its core, under this key. Cores know each other; the public
// objects are only looked at where an application hands one in or gets one.

const { codes } = require('internal/errors');

const kCore = Symbol('kCore');
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** What the standard calls an illegal constructor: only we make these. */
const kOwn = Symbol('kOwn');

function refuseUnless(token) {
  if (token !== kOwn) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
}

/** The core of a `kind`; throws what a brand check throws. */
function coreOf(value, kind, name) {
  const core = typeof value === 'object' && value !== null ? value[kCore] : undefined;
  if (!(core instanceof kind)) throw new codes.ERR_INVALID_THIS(name);
  return core;
}

const isKind = (value, kind) => typeof value === 'object' && value !== null && value[kCore] instanceof kind;

/** Members are enumerable, as everywhere on the web, and the class has its name as tag. */
function finish(Class, members, properties) {
  for (const name of members) Object.defineProperty(Class.prototype, name, { enumerable: true });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
  Object.defineProperty(Class.prototype, INSPECT, {
    configurable: true,
    writable: true,
    value(depth, options, inspect) {
      if (this === undefined || this === null) throw new codes.ERR_INVALID_THIS(Class.name);
      if (depth < 0 || this === Class.prototype) return this;
      const inner = { ...options, depth: options.depth === null ? null : options.depth - 1 };
      return `${Class.name} ${inspect(properties(this), inner)}`;
    },
  });
}

module.exports = { kCore, kOwn, INSPECT, refuseUnless, coreOf, isKind, finish };
