'use strict';

// Marks arguments that were put in order already.
const kNormalized = Symbol('normalizedArgs');

function toNumber(value) {
  const number = Number(value);
  return number >= 0 ? number : false;
}

const isPipeName = (value) => typeof value === 'string' && toNumber(value) === false;

/** `[options, callback]` of the ways to call `connect` and `listen`. */
function normalizeArgs(args) {
  let options = {};
  const normalized = [options, null];
  normalized[kNormalized] = true;
  if (args.length === 0) return normalized;
  const first = args[0];
  if (typeof first === 'object' && first !== null) options = first;
  else if (isPipeName(first)) options.path = first;
  else {
    options.port = first;
    if (args.length > 1 && typeof args[1] === 'string') options.host = args[1];
  }
  const last = args[args.length - 1];
  normalized[0] = options;
  if (typeof last === 'function') normalized[1] = last;
  return normalized;
}

module.exports = { normalizeArgs, kNormalized, isPipeName, toNumber };
