'use strict';

const { formatWithOptions, inspect } = require('internal/inspect');

let enabledSets;

/** A test for the sections that `NODE_DEBUG` names: commas between them, `*` for anything. */
function isEnabled(section) {
  if (enabledSets === undefined) {
    const names = globalThis.process?.env.NODE_DEBUG ?? '';
    const pattern = names.replace(/[|\\{}()[\]^$+?.]/g, '\\$&').replaceAll('*', '.*').replaceAll(',', '$|^');
    enabledSets = names === '' ? { test: () => false } : new RegExp(`^${pattern}$`, 'i');
  }
  return enabledSets.test(section);
}

function write(section, args) {
  const { process } = globalThis;
  const colors = process.stderr.hasColors?.() ?? false;
  const pid = colors ? inspect(process.pid, { colors }) : process.pid;
  process.stderr.write(`${section} ${pid}: ${formatWithOptions({ colors }, ...args)}\n`);
}

/** Writes to stderr when `NODE_DEBUG` names the section; `use` is handed the real function on first use. */
function debuglog(section, use) {
  const name = section.toUpperCase();
  let enabled;
  const check = () => (enabled ??= isEnabled(name));
  let debug = (...args) => {
    debug = check() ? (...rest) => write(name, rest) : () => {};
    if (typeof use === 'function') use(debug);
    debug(...args);
  };
  const logger = (...args) => debug(...args);
  Object.defineProperty(logger, 'enabled', { get: check, configurable: true, enumerable: true });
  return logger;
}

module.exports = { debuglog };
