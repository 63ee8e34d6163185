'use strict';

const { inspect } = require('internal/inspect');
const { isError } = require('internal/types');
const { isFailure, kinds } = require('./failure');

const UNIT = '    ';
const OPTIONS = { colors: false, breakLength: Infinity };

const LINES = /\n|\u2028|\u2029|\r\n?/;
const NAMES = { '\b': '\\b', '\f': '\\f', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\v': '\\v', '\\': '\\\\', '#': '\\#' };

const escape = (text) => text.replace(/[\b\f\t\n\r\v\\#]/g, (character) => NAMES[character]);

function directive(word, value) {
  return value === undefined || value === false ? '' : ` # ${word}${typeof value === 'string' && value !== '' ? ` ${escape(value)}` : ''}`;
}

function outcome(data, status) {
  let line = `${UNIT.repeat(data.nesting)}${status} ${data.testNumber}`;
  if (data.name) line += ` - ${escape(data.name)}`;
  return `${line}${directive('SKIP', data.skip)}${directive('TODO', data.todo)}\n`;
}

/** `name: value` lines of YAML for one value. */
function yaml(indent, name, value, seen) {
  if (value === undefined) return '';
  const prefix = `${indent}  ${name}:`;
  if (value === null) return `${prefix} ~\n`;
  if (typeof value !== 'object') return `${prefix}${scalar(indent, value)}\n`;
  if (value instanceof Date) return `${prefix} ${value.toISOString()}\n`;
  if (seen.has(value)) return `${prefix} <Circular>\n`;
  seen.add(value);
  const inner = isError(value) ? errorLines(indent, value, seen) : '';
  const keys = isError(value) ? [] : Object.keys(value);
  let text = isError(value) ? inner : `${prefix}${keys.length === 0 ? ' {}' : ''}\n`;
  if (Array.isArray(value) && keys.length === 0) text = `${prefix} []\n`;
  for (const key of keys) text += yaml(`${indent}  `, key, value[key], seen);
  seen.delete(value);
  return text;
}

function scalar(indent, value) {
  if (typeof value !== 'string') return ` ${inspect(value, OPTIONS)}`;
  const text = inspect(value, OPTIONS);
  const lines = value.split(LINES);
  if (lines.length === 1) return ` ${text}`;
  let block = ' |-';
  for (const line of lines) block += `\n${indent}    ${line}`;
  return block;
}

/** What is told of an error: what it is, its message, what was compared, and its stack. */
function errorLines(indent, error, seen) {
  const { cause, failureType } = error;
  const facts = { failureType, message: error.message, stack: error.stack, code: error.code, name: error.name };
  let subject = error;
  if (isFailure(error)) {
    subject = useCause(facts, cause, failureType, error);
  }
  let text = yaml(indent, 'failureType', facts.failureType, seen);
  text += yaml(indent, 'error', facts.message, seen);
  text += yaml(indent, 'code', facts.code, seen);
  if (facts.name && facts.name !== 'Error') text += yaml(indent, 'name', facts.name, seen);
  if (Object.hasOwn(subject ?? {}, 'expected') || Object.hasOwn(subject ?? {}, 'actual')) {
    text += yaml(indent, 'expected', subject.expected, seen);
    text += yaml(indent, 'actual', subject.actual, seen);
    text += yaml(indent, 'operator', subject.operator, seen);
  }
  return text + stackLines(indent, facts.stack);
}

/** Most failures stand for what the test threw. */
function useCause(facts, cause, failureType, error) {
  if (cause === null || typeof cause !== 'object') {
    facts.message = failureType === kinds.code || failureType === kinds.hook || typeof cause === 'string' ? error.message : facts.message;
    if (typeof cause !== 'object' || cause === null) facts.stack = cause?.stack;
    return error;
  }
  facts.message = cause.message ?? facts.message;
  facts.stack = cause.stack;
  facts.code = cause.code ?? facts.code;
  facts.name = cause.name;
  return cause;
}

function stackLines(indent, stack) {
  if (typeof stack !== 'string') return '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim().slice(3));
  if (frames.length === 0) return '';
  return `${indent}  stack: |-\n${frames.map((frame) => `${indent}    ${frame}\n`).join('')}`;
}

function details(data) {
  const indent = UNIT.repeat(data.nesting);
  const { duration_ms: duration, type, error } = data.details;
  const seen = new Set();
  let text = `${indent}  ---\n${yaml(indent, 'duration_ms', duration, seen)}${yaml(indent, 'type', type, seen)}`;
  if (error !== undefined && data.file) {
    text += yaml(indent, 'location', `${data.file}:${data.line}:${data.column}`, seen);
  }
  if (error !== undefined && error !== null) text += yaml(indent, 'error', error, seen);
  return `${text}${indent}  ...\n`;
}

function comment(nesting, message) {
  const indent = UNIT.repeat(nesting);
  return `${indent}# ${escape(`${message}`).replaceAll('\n', `\n${indent}# `)}\n`;
}

/** Test Anything Protocol, version 13. */
async function* tap(source) {
  yield 'TAP version 13\n';
  for await (const { type, data } of source) {
    switch (type) {
      case 'test:fail':
        yield outcome(data, 'not ok');
        yield details(data);
        break;
      case 'test:pass':
        yield outcome(data, 'ok');
        yield details(data);
        break;
      case 'test:plan':
        yield `${UNIT.repeat(data.nesting)}1..${data.count}\n`;
        break;
      case 'test:start':
        yield `${UNIT.repeat(data.nesting)}# Subtest: ${escape(data.name)}\n`;
        break;
      case 'test:stderr':
      case 'test:stdout':
        for (const line of data.message.split(/\n|\r\n/)) {
          if (line !== '') yield `# ${escape(line)}\n`;
        }
        break;
      case 'test:diagnostic':
        yield comment(data.nesting, data.message);
        break;
      default:
    }
  }
}

module.exports = { tap };
