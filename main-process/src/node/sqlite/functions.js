'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateFunction, validateObject, validateString } = require('internal/validators');

/** The functions that one database calls, by the number that its native half knows. */
class Functions {
  #known = [];
  #runs = new Map();
  /** Given to every step once there is a function: (part, id, run, arguments) => value. */
  answer;

  add(kind) {
    this.answer ??= (part, id, run, args) => this.#answer(this.#known[id], part, run, args);
    return this.#known.push(kind) - 1;
  }

  #answer(kind, part, run, args) {
    if (kind.callback) return stored(kind.callback(...args));
    if (!this.#runs.has(run)) this.#runs.set(run, typeof kind.start === 'function' ? kind.start() : kind.start);
    const state = this.#runs.get(run);
    if (part === 'call') return this.#keep(run, kind.step(state, ...args));
    if (part === 'inverse') return this.#keep(run, kind.inverse(state, ...args));
    if (part === 'final') this.#runs.delete(run);
    return stored(kind.result ? kind.result(state) : state);
  }

  #keep(run, state) {
    this.#runs.set(run, state);
    return null;
  }
}

/** What SQLite takes: a promise or an object is told apart by the native half's own error. */
function stored(value) {
  if (value === undefined) return null;
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) !== value) {
    throw new codes.ERR_OUT_OF_RANGE('BigInt', 'a signed 64-bit integer', value);
  }
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value?.then === 'function') {
    const error = new Error('Asynchronous user-defined functions are not supported');
    error.code = 'ERR_SQLITE_ERROR';
    throw error;
  }
  return value;
}

function flags(options) {
  const read = { useBigIntArguments: false, varargs: false, deterministic: false, directOnly: false };
  for (const name of Object.keys(read)) {
    if (options[name] === undefined) continue;
    validateBoolean(options[name], `options.${name}`);
    read[name] = options[name];
  }
  return read;
}

function defineFunction(handle, functions, name, options, callback) {
  validateString(name, 'name');
  if (callback === undefined) [options, callback] = [{}, options];
  validateObject(options, 'options');
  const read = flags(options);
  validateFunction(callback, 'function');
  const id = functions.add({ callback });
  handle.define(name, { ...read, id, arguments: read.varargs ? -1 : callback.length });
}

function defineAggregate(handle, functions, name, options) {
  validateString(name, 'name');
  validateObject(options, 'options');
  const { start, step, result, inverse } = options;
  if (start === undefined) throw new codes.ERR_INVALID_ARG_TYPE('options.start', 'a function or a primitive value', start);
  validateFunction(step, 'options.step');
  if (result !== undefined) validateFunction(result, 'options.result');
  if (inverse !== undefined) validateFunction(inverse, 'options.inverse');
  const read = flags(options);
  // The state comes first, it is no column.
  const count = Math.max(step.length, inverse?.length ?? 0) - 1;
  const id = functions.add({ start, step, result, inverse });
  handle.define(name, {
    ...read, id, aggregate: true, window: inverse !== undefined, arguments: read.varargs ? -1 : Math.max(count, 0),
  });
}

module.exports = { defineAggregate, defineFunction, Functions };
