'use strict';

// Long names without dashes to the texts they were given, in order; a switch has 'true' or 'false'.
const { flags } = native;

/** The last value of a flag; undefined when it was not given. */
const text = (name) => flags[name]?.at(-1);
const texts = (name) => flags[name] ?? [];
const isSet = (name) => flags[name] !== undefined && flags[name][0] === 'true';
/** Whether a switch that is on by default was turned off. */
const isOff = (name) => flags[name] !== undefined && flags[name][0] === 'false';

/** Adds what the `NODE_OPTIONS` of an environment file says, below what is there; a complaint where that is wrong. */
function addDefaults(line) {
  const found = native.parse(line);
  if (typeof found.refusal === 'string') return found.refusal;
  for (const name of Object.keys(found)) flags[name] ??= found[name];
  return undefined;
}

module.exports = {
  text, texts, isSet, isOff, addDefaults, execArgv: native.execArgv, ofEnvironment: () => native.ofEnvironment(),
  any: Object.keys(flags).length > 0 || native.execArgv.length > 0,
};
