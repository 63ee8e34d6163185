'use strict';

const { codes, isStackOverflowError } = require('internal/errors');
const { formatWithOptions, inspect } = require('internal/inspect');
const { validateArray, validateInteger, validateObject, validateOneOf } = require('internal/validators');
const { formatTime, now } = require('./time');

const kState = Symbol('kConsole');

const noop = () => {};

function define(target, name, value) {
  Object.defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true });
}

/** What a console knows: its streams (or functions that get them), its groups, counters and timers. */
class State {
  constructor({ stdout, stderr, ignoreErrors, colorMode, inspectOptions, groupIndentation }) {
    this.streams = { stdout, stderr };
    this.ignoreErrors = ignoreErrors;
    this.colorMode = colorMode;
    this.inspectOptions = inspectOptions;
    this.indentation = groupIndentation;
    this.indent = '';
    this.counts = new Map();
    this.timers = new Map();
  }

  stream(name) {
    const stream = this.streams[name];
    return typeof stream === 'function' ? stream() : stream;
  }

  optionsFor(stream) {
    let colors = this.colorMode;
    if (colors === 'auto') {
      colors = stream.isTTY && (typeof stream.getColorDepth === 'function' ? stream.getColorDepth() > 2 : true);
    }
    if (this.inspectOptions === undefined) return colors ? { colors: true } : {};
    return this.inspectOptions.colors === undefined ? { ...this.inspectOptions, colors } : this.inspectOptions;
  }

  format(name, args) {
    return formatWithOptions(this.optionsFor(this.stream(name)), ...args);
  }

  write(name, text) {
    const stream = this.stream(name);
    let line = text;
    if (this.indent !== '') line = this.indent + line.replaceAll('\n', `\n${this.indent}`);
    line += '\n';
    if (!this.ignoreErrors) {
      stream.write(line);
      return;
    }
    writeQuietly(stream, line);
  }
}

const silencers = new WeakMap();

// One for each stream: many writes with one callback between them are told of in one tick.
function silencerOf(stream) {
  let silencer = silencers.get(stream);
  if (silencer === undefined) {
    silencer = (error) => {
      // The stream emits a failed write's error later than this; somebody has to listen then.
      if (error !== null && error !== undefined && !stream._writableState?.errorEmitted &&
          stream.listenerCount?.('error') === 0) {
        stream.once('error', noop);
      }
    };
    silencers.set(stream, silencer);
  }
  return silencer;
}

/** A broken stream must not end the program for having been logged to. */
function writeQuietly(stream, line) {
  const quiet = typeof stream.once === 'function' && stream.listenerCount?.('error') === 0;
  try {
    if (quiet) stream.once('error', noop);
    stream.write(line, silencerOf(stream));
  } catch (error) {
    if (isStackOverflowError(error)) throw error;
  } finally {
    if (quiet) stream.removeListener('error', noop);
  }
}

function warn(text) {
  globalThis.process.emitWarning(text);
}

function logTime(self, method, label, data) {
  const { timers } = self[kState];
  const started = timers.get(label);
  if (started === undefined) {
    warn(`No such label '${label}' for console.${method}()`);
    return false;
  }
  const text = formatTime(now() - started);
  if (data === undefined) self.log('%s: %s', label, text);
  else self.log('%s: %s', label, text, ...data);
  return true;
}

const methods = {
  log(...args) {
    this[kState].write('stdout', this[kState].format('stdout', args));
  },
  warn(...args) {
    this[kState].write('stderr', this[kState].format('stderr', args));
  },
  dir(object, options) {
    const state = this[kState];
    const text = inspect(object, { customInspect: false, ...state.optionsFor(state.stream('stdout')), ...options });
    state.write('stdout', text);
  },
  time(label = 'default') {
    const name = `${label}`;
    const { timers } = this[kState];
    if (timers.has(name)) warn(`Label '${name}' already exists for console.time()`);
    else timers.set(name, now());
  },
  timeEnd(label = 'default') {
    const name = `${label}`;
    if (logTime(this, 'timeEnd', name)) this[kState].timers.delete(name);
  },
  timeLog(label = 'default', ...data) {
    logTime(this, 'timeLog', `${label}`, data);
  },
  trace: function trace(...args) {
    const error = { name: 'Trace', message: this[kState].format('stderr', args) };
    Error.captureStackTrace(error, trace);
    this.error(error.stack);
  },
  assert(expression, ...args) {
    if (expression) return;
    args[0] = `Assertion failed${args.length === 0 ? '' : `: ${args[0]}`}`;
    this.warn(...args);
  },
  clear() {
    const stdout = this[kState].stream('stdout');
    if (stdout.isTTY && globalThis.process.env.TERM !== 'dumb') stdout.write('\u001b[1;1H\u001b[0J');
  },
  count(label = 'default') {
    const name = `${label}`;
    const { counts } = this[kState];
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    this.log(`${name}: ${count}`);
  },
  countReset(label = 'default') {
    const name = `${label}`;
    if (!this[kState].counts.delete(name)) warn(`Count for '${name}' does not exist`);
  },
  group(...data) {
    if (data.length > 0) this.log(...data);
    this[kState].indent += ' '.repeat(this[kState].indentation);
  },
  groupEnd() {
    const state = this[kState];
    state.indent = state.indent.slice(0, Math.max(0, state.indent.length - state.indentation));
  },
  table(data, properties) {
    if (properties !== undefined) validateArray(properties, 'properties');
    if (data === null || typeof data !== 'object') return this.log(data);
    const state = this[kState];
    const options = state.optionsFor(state.stream('stdout'));
    return this.log(require('./table').table(data, properties, options));
  },
};
methods.debug = methods.log;
methods.info = methods.log;
methods.dirxml = methods.log;
methods.error = methods.warn;
methods.groupCollapsed = methods.group;

/** Makes a console of an object: every method works without its receiver. */
function start(target, settings) {
  define(target, kState, new State(settings));
  for (const name of ['stdout', 'stderr']) {
    Object.defineProperty(target, `_${name}`, {
      get: () => target[kState].stream(name),
      set: (stream) => {
        target[kState].streams[name] = stream;
      },
      enumerable: false,
      configurable: true,
    });
  }
  for (const name of Object.keys(methods)) {
    const method = target[name] ?? methods[name];
    const bound = method.bind(target);
    Object.defineProperty(bound, 'name', { value: name, configurable: true });
    target[name] = bound;
  }
}

function checkOptions({ stdout, stderr, colorMode, inspectOptions, groupIndentation }, options) {
  if (!stdout || typeof stdout.write !== 'function') throw new codes.ERR_CONSOLE_WRITABLE_STREAM('stdout');
  if (!stderr || typeof stderr.write !== 'function') throw new codes.ERR_CONSOLE_WRITABLE_STREAM('stderr');
  if (typeof colorMode !== 'boolean' && colorMode !== 'auto') {
    validateOneOf(colorMode, 'colorMode', ['auto', true, false]);
  }
  if (groupIndentation !== undefined) validateInteger(groupIndentation, 'groupIndentation', 0, 1000);
  if (inspectOptions === undefined) return;
  validateObject(inspectOptions, 'options.inspectOptions');
  if (inspectOptions.colors !== undefined && options.colorMode !== undefined) {
    throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('options.inspectOptions.color', 'colorMode');
  }
}

function Console(options) {
  if (!new.target) return Reflect.construct(Console, arguments);
  const given = !options || typeof options.write === 'function' ?
    { stdout: options, stderr: arguments[1], ignoreErrors: arguments[2] } : options;
  const {
    stdout, stderr = stdout, ignoreErrors = true, colorMode = 'auto', inspectOptions, groupIndentation,
  } = given;
  checkOptions({ stdout, stderr, colorMode, inspectOptions, groupIndentation }, given);
  start(this, {
    stdout, stderr, ignoreErrors, colorMode, inspectOptions, groupIndentation: groupIndentation ?? 2,
  });
}

Object.assign(Console.prototype, methods);
Object.defineProperty(Console, Symbol.hasInstance, {
  value(instance) {
    return instance !== null && typeof instance === 'object' && kState in instance;
  },
});

module.exports = { Console, start };
