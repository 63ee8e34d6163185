'use strict';

const { kCoded } = require('internal/errors');
const { inspect } = require('internal/inspect');
const { validateObject } = require('internal/validators');
const { HEADINGS, colors, describe, inspectFully } = require('./difference');

const isObject = (value) => typeof value === 'object' && value !== null;

/** An error as a value of its own, so that its stack is not what differs. */
function copyOf(error) {
  const copy = Object.assign({ __proto__: Object.getPrototypeOf(error) }, error);
  Object.defineProperty(copy, 'message', { __proto__: null, value: error.message });
  return copy;
}

function wordNegative(actual, operator) {
  const isReference = isObject(actual) || typeof actual === 'function';
  const heading = HEADINGS[operator === 'notStrictEqual' && isReference ? 'notStrictEqualObject' : operator];
  let lines = inspectFully(actual).split('\n');
  if (lines.length > 50) {
    const { blue, white } = colors();
    lines = [...lines.slice(0, 46), `${blue}...${white}`];
  }
  if (lines.length === 1) return `${heading}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}`;
  return `${heading}\n\n${lines.join('\n')}\n`;
}

const cut = (text, length) => (text.length > length ? `${text.slice(0, length - 3)}...` : text);

function wordOther(actual, expected, operator) {
  const left = inspectFully(actual);
  const right = inspectFully(expected);
  if (operator === 'notDeepEqual' && left === right) return cut(`${HEADINGS[operator]}\n\n${left}`, 1024);
  const a = cut(left, 512);
  const b = cut(right, 512);
  if (operator === 'deepEqual') return `${HEADINGS[operator]}\n\n${a}\n\nshould loosely deep-equal\n\n${b}`;
  if (operator === 'notDeepEqual') {
    return `${HEADINGS.notDeepEqualUnequal}\n\n${a}\n\nshould not loosely deep-equal\n\n${b}`;
  }
  return `${a} ${operator} ${b}`;
}

/** These add to a message of the caller's how the values differ. */
const SHOWS_DIFFERENCE = new Set(['deepStrictEqual', 'strictEqual', 'partialDeepStrictEqual']);

function wordMessage({ actual, expected, operator, message }) {
  if (message != null && !SHOWS_DIFFERENCE.has(operator)) return String(message);
  let left = actual;
  let right = expected;
  if (isObject(left) && isObject(right) && left instanceof Error && right instanceof Error &&
      'stack' in left && 'stack' in right) {
    left = copyOf(left);
    right = copyOf(right);
  }
  switch (operator) {
    case 'deepStrictEqual':
    case 'strictEqual':
    case 'partialDeepStrictEqual':
      return describe(left, right, operator, message == null ? undefined : String(message));
    case 'notDeepStrictEqual':
    case 'notStrictEqual':
      return wordNegative(left, operator);
    default:
      return wordOther(left, right, operator);
  }
}

/** At most ten lines, and 488 characters: for looking at. */
function shorten(value) {
  if (typeof value !== 'string') return value;
  const lines = value.split('\n', 11);
  if (lines.length > 10) return `${lines.slice(0, 10).join('\n')}\n...`;
  return value.length > 512 ? `${value.slice(0, 488)}...` : value;
}

class AssertionError extends Error {
  constructor(options) {
    validateObject(options, 'options');
    const { message, operator, stackStartFn, details, stackStartFunction } = options;
    super(wordMessage(options));
    this.generatedMessage = !message;
    Object.defineProperty(this, 'name', {
      __proto__: null, value: 'AssertionError', enumerable: false, writable: true, configurable: true,
    });
    this.code = 'ERR_ASSERTION';
    if (details) {
      this.actual = undefined;
      this.expected = undefined;
      this.operator = undefined;
      details.forEach((detail, i) => {
        this[`message ${i}`] = detail.message;
        this[`actual ${i}`] = detail.actual;
        this[`expected ${i}`] = detail.expected;
        this[`operator ${i}`] = detail.operator;
        this[`stack trace ${i}`] = detail.stack;
      });
    } else {
      this.actual = options.actual;
      this.expected = options.expected;
      this.operator = operator;
    }
    Error.captureStackTrace?.(this, stackStartFn || stackStartFunction);
  }

  get [kCoded]() {
    return true;
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  [inspect.custom](recurseTimes, context) {
    const { actual, expected } = this;
    this.actual = shorten(actual);
    this.expected = shorten(expected);
    const text = inspect(this, { ...context, customInspect: false, depth: 0 });
    this.actual = actual;
    this.expected = expected;
    return text;
  }
}

module.exports = AssertionError;
