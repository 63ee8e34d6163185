'use strict';

const path = require('node/path');
const { codes } = require('internal/errors');
const { validateArray, validateObject, validateString } = require('internal/validators');

const SHARE_ENV = Symbol.for('nodejs.worker_threads.SHARE_ENV');

const isURL = (value) => Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);

/** What to run: `{ text }`, `{ url }` or `{ file }`. */
function entryOf(filename, options) {
  if (options.eval) {
    if (typeof filename !== 'string') {
      throw new codes.ERR_INVALID_ARG_VALUE('options.eval', options.eval, "must be false when 'filename' is not a string");
    }
    return { text: filename };
  }
  if (isURL(filename)) {
    if (filename.protocol === 'data:') return { url: `${filename}` };
    return { file: require('node/url').fileURLToPath(filename) };
  }
  if (typeof filename !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('filename', ['string', 'URL'], filename);
  if (!path.isAbsolute(filename) && !/^\.\.?[\\/]/.test(filename)) throw new codes.ERR_WORKER_PATH(filename);
  return { file: path.resolve(filename) };
}

/** Pairs of name and value, or undefined when the variables are shared. */
function environmentOf(env) {
  if (env === SHARE_ENV) return undefined;
  if (env !== undefined && env !== null && typeof env !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('options.env', ['object', 'undefined', 'null', 'worker_threads.SHARE_ENV'], env);
  }
  return Object.entries(env ?? process.env).map(([name, value]) => [name, `${value}`]);
}

function checkFlags({ execArgv, env }) {
  const unknown = execArgv === undefined ? [] : native.unknownFlags(execArgv.map(String));
  if (unknown.length > 0) throw new codes.ERR_WORKER_INVALID_EXEC_ARGV(unknown);
  const given = env !== null && typeof env === 'object' ? env.NODE_OPTIONS : undefined;
  if (given === undefined || given === process.env.NODE_OPTIONS) return;
  const wrong = native.checkEnvironment(`${given}`);
  if (wrong !== null && wrong !== undefined) {
    throw new codes.ERR_WORKER_INVALID_EXEC_ARGV([wrong], 'invalid NODE_OPTIONS env variable');
  }
}

const LIMITS = ['maxYoungGenerationSizeMb', 'maxOldGenerationSizeMb', 'codeRangeSizeMb', 'stackSizeMb'];
const DEFAULTS = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 4096, codeRangeSizeMb: 0, stackSizeMb: 4 };

/** All four of Node's, of which Kaon's engine knows the heap's size and the stack's. */
function limitsOf(given) {
  const limits = { ...DEFAULTS };
  for (const name of LIMITS) {
    if (typeof given?.[name] === 'number') limits[name] = given[name];
  }
  return limits;
}

/** The options of `new Worker`, checked in Node's order. */
function read(filename, options) {
  if (options === undefined || options === null) options = {};
  else validateObject(options, 'options');
  if (options.execArgv !== undefined && options.execArgv !== null && !Array.isArray(options.execArgv)) {
    throw new codes.ERR_INVALID_ARG_TYPE('options.execArgv', 'Array', options.execArgv);
  }
  let argv = [];
  if (options.argv !== undefined && options.argv !== null) {
    validateArray(options.argv, 'options.argv');
    argv = options.argv.map(String);
  }
  const entry = entryOf(filename, options);
  const env = environmentOf(options.env);
  const name = options.name === undefined || options.name === null ? 'WorkerThread' : validName(options.name);
  const limits = limitsOf(options.resourceLimits);
  checkFlags({ execArgv: options.execArgv ?? undefined, env: options.env });
  const memory = options.resourceLimits?.maxOldGenerationSizeMb;
  const stack = options.resourceLimits?.stackSizeMb;
  const flags = options.execArgv === undefined || options.execArgv === null ? undefined : options.execArgv.map(String);
  return { entry, argv, env, name, limits, memory, stack, flags };
}

function validName(name) {
  validateString(name, 'options.name');
  return name.trim();
}

module.exports = { SHARE_ENV, read };
