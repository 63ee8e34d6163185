'use strict';

const { proxyDetails } = require('internal/types');
const { formatNumber, formatBigInt, stylizeNoColor } = require('./primitives');
const { BUILT_IN } = require('./names');

/** Whether `String(value)` would only say `[object Object]` or what inspecting says better. */
function hasBuiltInToString(object) {
  const details = proxyDetails(object);
  const value = details === undefined ? object : details[0];
  if (value === null || typeof value.toString !== 'function') return true;
  if (Object.hasOwn(value, 'toString') || Object.hasOwn(value, Symbol.toPrimitive)) return false;
  let at = value;
  do {
    at = Object.getPrototypeOf(at);
  } while (!Object.hasOwn(at, 'toString') && !Object.hasOwn(at, Symbol.toPrimitive));
  const constructor = Object.getOwnPropertyDescriptor(at, 'constructor')?.value;
  return typeof constructor === 'function' && BUILT_IN.has(constructor.name);
}

function stringify(value) {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error.name === 'TypeError' && /circular/i.test(error.message)) return '[Circular]';
    throw error;
  }
}

function withInspect(inspect) {
  const separates = (options) => options?.numericSeparator ?? inspect.defaultOptions.numericSeparator;

  function asString(value, options) {
    if (typeof value === 'number') return formatNumber(stylizeNoColor, value, separates(options));
    if (typeof value === 'bigint') return formatBigInt(stylizeNoColor, value, separates(options));
    if (typeof value !== 'object' || value === null || !hasBuiltInToString(value)) return String(value);
    return inspect(value, { ...options, depth: 0, colors: false, compact: 3 });
  }

  function asNumber(value, options, convert, bigint = true) {
    if (bigint && typeof value === 'bigint') return formatBigInt(stylizeNoColor, value, separates(options));
    if (typeof value === 'symbol') return formatNumber(stylizeNoColor, NaN, false);
    return formatNumber(stylizeNoColor, convert(value), separates(options));
  }

  /** The text for one placeholder, undefined when the letter is none. */
  function substitute(letter, value, options) {
    switch (letter) {
      case 's': return asString(value, options);
      case 'j': return stringify(value);
      case 'd': return asNumber(value, options, Number);
      case 'i': return asNumber(value, options, parseInt);
      case 'f': return asNumber(value, options, parseFloat, false);
      case 'O': return inspect(value, options);
      case 'o': return inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 });
      case 'c': return '';
      default: return undefined;
    }
  }

  /** The first argument with its placeholders filled, and how many arguments that took. */
  function fill(text, args, options) {
    let out = '';
    let last = 0;
    let used = 1;
    for (let i = text.indexOf('%'); i !== -1 && i < text.length - 1; i = text.indexOf('%', i + 1)) {
      const letter = text[i + 1];
      if (letter === '%') {
        out += text.slice(last, i + 1);
        last = i + 2;
        i++;
      } else if (used < args.length) {
        const part = substitute(letter, args[used], options);
        if (part === undefined && letter !== 'j') continue;
        out += text.slice(last, i) + part;
        last = i + 2;
        used++;
        i++;
      }
    }
    return [last === 0 ? text : out + text.slice(last), used];
  }

  function formatWithOptions(options, ...args) {
    if (options === null || typeof options !== 'object') {
      const { codes } = require('internal/errors');
      throw new codes.ERR_INVALID_ARG_TYPE('inspectOptions', 'object', options);
    }
    return formatAll(options, args);
  }

  function formatAll(options, args) {
    let out = '';
    let i = 0;
    if (typeof args[0] === 'string') {
      if (args.length === 1) return args[0];
      [out, i] = fill(args[0], args, options);
    }
    for (; i < args.length; i++) {
      if (i > 0) out += ' ';
      out += typeof args[i] === 'string' ? args[i] : inspect(args[i], options);
    }
    return out;
  }

  return { formatWithOptions, format: (...args) => formatAll(undefined, args) };
}

module.exports = { withInspect };
