'use strict';

const options = require('internal/options');

const trim = (flag) => flag.replace(/^-+/, '').replaceAll('_', '-').replace(/=.*$/, '');

/** The flags that `NODE_OPTIONS` may hold: a set that cannot be changed and forgives underscores and missing dashes. */
class NodeEnvironmentFlagsSet extends Set {
  constructor(flags) {
    super();
    for (const flag of flags) super.add(flag);
  }

  add() {
    return this;
  }

  delete() {
    return false;
  }

  clear() {}

  has(key) {
    if (typeof key !== 'string') return false;
    const name = trim(key);
    if (/^-[^-]/.test(key)) return super.has(key);
    return super.has(`--${name}`) || (name.length === 1 && super.has(`-${name}`));
  }
}

function create() {
  const { prototype } = NodeEnvironmentFlagsSet;
  Object.freeze(prototype.constructor);
  Object.freeze(prototype);
  return Object.freeze(new NodeEnvironmentFlagsSet(options.ofEnvironment()));
}

module.exports = { create };
