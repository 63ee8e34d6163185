'use strict';

const { inspect } = require('internal/inspect');
const { codes } = require('internal/errors');
const { validateBoolean, validateObject, validateOneOf, validateString } = require('internal/validators');

/** Whether colors are wanted on a stream: the environment decides first, then the terminal. */
function shouldColorize(stream) {
  const env = globalThis.process?.env ?? {};
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.NODE_DISABLE_COLORS !== undefined && env.NODE_DISABLE_COLORS !== '') return false;
  return !!stream?.isTTY && (typeof stream.getColorDepth !== 'function' || stream.getColorDepth() > 2);
}

function isStream(value) {
  return value !== null && typeof value === 'object' &&
    (typeof value.write === 'function' || typeof value.pipe === 'function' ||
      typeof value.getReader === 'function' || typeof value.getWriter === 'function');
}

function codesOf(name) {
  const pair = inspect.colors[name];
  if (pair === undefined) validateOneOf(name, 'format', Object.keys(inspect.colors));
  return pair;
}

const open = (code) => `\u001b[${code}m`;

/** Puts a style on again wherever the text ends it itself. */
function wrap([start, end], text) {
  const close = open(end);
  return open(start) + text.replaceAll(close, `${close}${open(start)}`) + close;
}

function styleText(format, text, options = {}) {
  validateString(text, 'text');
  validateObject(options, 'options');
  const { validateStream = true, stream = globalThis.process?.stdout } = options;
  validateBoolean(validateStream, 'options.validateStream');
  let skip = false;
  if (validateStream) {
    if (!isStream(stream)) {
      throw new codes.ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
    }
    skip = !shouldColorize(stream);
  }
  const names = Array.isArray(format) ? format : [format];
  const pairs = names.filter((name) => name !== 'none').map(codesOf);
  if (skip) return text;
  return pairs.reduceRight((styled, pair) => wrap(pair, styled), text);
}

module.exports = { styleText, shouldColorize };
