'use strict';

const { codes } = require('internal/errors');

/** A function, or class, that is there to be looked at; calling or constructing it throws and says what it is. */
function refusing(name, reason) {
  const short = name.slice(name.lastIndexOf('.') + 1);
  const refuse = function () {
    throw new codes.ERR_NOT_SUPPORTED(name, reason);
  };
  return Object.defineProperty(refuse, 'name', { value: short });
}

/** Puts one refusing function for each name on `target`. */
function refuseAll(target, module, names, reason) {
  for (const name of names) target[name] = refusing(`${module}.${name}`, reason);
  return target;
}

module.exports = { refuseAll, refusing };
