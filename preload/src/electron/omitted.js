'use strict';

/** What is left out says so when it is called. @param {string} name */
function omitted(name) {
  return () => {
    throw Object.assign(new Error(`${name} is not supported`), { code: 'ERR_NOT_SUPPORTED' });
  };
}

/** @param {string} module @param {string[]} names */
function omittedModule(module, names) {
  return Object.fromEntries(names.map((name) => [name, omitted(`${module}.${name}`)]));
}

module.exports = { omitted, omittedModule };
