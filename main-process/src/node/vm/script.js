'use strict';

const { codes } = require('internal/errors');
const { validateObject } = require('internal/validators');
const contexts = require('./context');
const { link, settle } = require('./global_view');
const { compileOptions, runOptions, contextOptions } = require('./options');

const late = (milliseconds) => () => {
  throw new codes.ERR_SCRIPT_EXECUTION_TIMEOUT(milliseconds);
};

const decorated = new WeakSet();

/** Where in the text an error is, as V8 shows it above the stack. */
function decorate(error, source, { filename, lineOffset }) {
  if (error === null || typeof error !== 'object' || decorated.has(error) || typeof error.stack !== 'string') return;
  decorated.add(error);
  const stack = error.stack;
  const first = stack.split('\n').find((line) => line.startsWith('    at ')) ?? '';
  const place = /^ {4}at (?:.*? \()?(.*?):(\d+)(?::(\d+))?\)?$/.exec(first);
  if (place === null || place[1] !== filename) return;
  const line = Number(place[2]);
  const text = source.split('\n')[line - lineOffset - 1] ?? '';
  const column = place[3] === undefined ? 1 : Number(place[3]);
  // The place of a syntax error is no frame of V8's.
  const rest = error.name === 'SyntaxError' ? stack.replace(`${first}\n`, '') : stack;
  error.stack = `${filename}:${line}\n${text}\n${' '.repeat(Math.max(column - 1, 0))}^\n\n${rest}`;
}

/** Compiles only, to tell at once what is wrong with the text. */
function check(source, options) {
  try {
    native.check(source, options.filename, options.lineOffset + 1);
  } catch (error) {
    decorate(error, source, options);
    throw error;
  }
}

/** Evaluates text in a context, or in the main scope without one. */
function evaluate(record, source, options, { timeout, displayErrors } = {}) {
  const { sandbox } = record;
  const rest = [options.filename, options.lineOffset + 1, timeout, late(timeout), record.drains === true];
  const linked = sandbox === undefined ? undefined : link(record, source);
  try {
    return Reflect.apply(record.evaluate, record.self, [source, ...rest]);
  } catch (error) {
    if (displayErrors) decorate(error, source, options);
    throw error;
  } finally {
    if (linked !== undefined) settle(record, linked);
  }
}

const MAGIC = 'kaon-source:';

/** There is no code to cache; what is handed out tells whether the text is still the same. */
function cacheOf(source) {
  const { Buffer } = require('node/buffer');
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < source.length; index++) hash = BigInt.asUintN(64, (hash ^ BigInt(source.charCodeAt(index))) * 0x100000001b3n);
  return Buffer.from(`${MAGIC}${source.length}:${hash.toString(16)}`);
}

function isRejected(cachedData, source) {
  const bytes = new Uint8Array(cachedData.buffer, cachedData.byteOffset, cachedData.byteLength);
  return cacheOf(source).compare(bytes) !== 0;
}

class Script {
  #source;
  #options;

  constructor(code, options = {}) {
    const source = `${code}`;
    if (typeof options === 'string') options = { filename: options };
    else validateObject(options, 'options');
    this.#options = compileOptions(options, 'evalmachine.<anonymous>');
    this.#source = source;
    check(source, this.#options);
    const { cachedData, produceCachedData } = this.#options;
    if (cachedData !== undefined) this.cachedDataRejected = isRejected(cachedData, source);
    if (produceCachedData) {
      this.cachedDataProduced = true;
      this.cachedData = cacheOf(source);
    }
    const url = /\/\/[#@] sourceMappingURL=(\S+)\s*$/.exec(source);
    this.sourceMapURL = url === null ? undefined : url[1];
  }

  runInThisContext(options) {
    return evaluate(contexts.mainRecord(), this.#source, this.#options, runOptions(options));
  }

  runInContext(contextifiedObject, options) {
    contexts.check(contextifiedObject);
    return evaluate(contexts.recordOf(contextifiedObject), this.#source, this.#options, runOptions(options));
  }

  runInNewContext(contextObject, options) {
    const context = contexts.create(contextObject, contextOptions(options));
    return this.runInContext(context, options);
  }

  createCachedData() {
    return cacheOf(this.#source);
  }
}

module.exports = { Script, evaluate, check, cacheOf, isRejected };
