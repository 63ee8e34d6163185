'use strict';

const { addNumericalSeparator } = require('internal/errors/received');
const { stylizeNoColor } = require('./colors');

const NEEDS_ESCAPE = /[\x00-\x1f\x27\x5c\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const NEEDS_ESCAPE_ALL = new RegExp(NEEDS_ESCAPE, 'g');
const NEEDS_ESCAPE_QUOTED = /[\x00-\x1f\x5c\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const NEEDS_ESCAPE_QUOTED_ALL = new RegExp(NEEDS_ESCAPE_QUOTED, 'g');

const SHORT = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 39: "\\'", 92: '\\\\' };

function escapeChar(char) {
  const code = char.charCodeAt(0);
  if (code > 0x9f) return `\\u${code.toString(16)}`;
  return SHORT[code] ?? `\\x${code.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A string in the quotes that need the least escaping. */
function quote(text) {
  let mark = "'";
  let test = NEEDS_ESCAPE;
  let all = NEEDS_ESCAPE_ALL;
  if (text.includes("'")) {
    if (!text.includes('"')) mark = '"';
    else if (!text.includes('`') && !text.includes('${')) mark = '`';
    if (mark !== "'") {
      test = NEEDS_ESCAPE_QUOTED;
      all = NEEDS_ESCAPE_QUOTED_ALL;
    }
  }
  return mark + (test.test(text) ? text.replace(all, escapeChar) : text) + mark;
}

const escapeName = (text) => (NEEDS_ESCAPE.test(text) ? text.replace(NEEDS_ESCAPE_ALL, escapeChar) : text);

/** The digits after the point, grouped from the left. */
function separateFraction(digits) {
  let out = '';
  let i = 0;
  for (; i < digits.length - 3; i += 3) out += `${digits.slice(i, i + 3)}_`;
  return out + digits.slice(i);
}

function formatNumber(stylize, number, separator) {
  if (!separator) return stylize(Object.is(number, -0) ? '-0' : `${number}`, 'number');
  const integer = Math.trunc(number);
  const text = String(integer);
  if (integer === number) {
    const plain = !Number.isFinite(number) || text.includes('e');
    return stylize(plain ? text : addNumericalSeparator(text), 'number');
  }
  if (Number.isNaN(number)) return stylize(text, 'number');
  const [whole, fraction] = String(number).split('.');
  if (fraction === undefined) return stylize(whole, 'number');
  return stylize(`${addNumericalSeparator(whole)}.${separateFraction(fraction)}`, 'number');
}

function formatBigInt(stylize, value, separator) {
  const text = String(value);
  return stylize(`${separator ? addNumericalSeparator(text) : text}n`, 'bigint');
}

const MIN_SPLIT = 16;

function formatString(stylize, value, context) {
  let text = value;
  let trailer = '';
  if (text.length > context.maxStringLength) {
    const remaining = text.length - context.maxStringLength;
    text = text.slice(0, context.maxStringLength);
    trailer = `... ${remaining} more character${remaining > 1 ? 's' : ''}`;
  }
  const room = context.breakLength - context.indentationLvl - 4;
  if (context.compact !== true && text.length > MIN_SPLIT && text.length > room && text.includes('\n')) {
    const lines = text.split(/(?<=\n)/).map((line) => stylize(quote(line), 'string'));
    return lines.join(` +\n${' '.repeat(context.indentationLvl + 2)}`) + trailer;
  }
  return stylize(quote(text), 'string') + trailer;
}

function formatPrimitive(stylize, value, context) {
  switch (typeof value) {
    case 'string': return formatString(stylize, value, context);
    case 'number': return formatNumber(stylize, value, context.numericSeparator);
    case 'bigint': return formatBigInt(stylize, value, context.numericSeparator);
    case 'boolean': return stylize(`${value}`, 'boolean');
    case 'undefined': return stylize('undefined', 'undefined');
    default: return stylize(Symbol.prototype.toString.call(value), 'symbol');
  }
}

module.exports = { quote, escapeName, formatNumber, formatBigInt, formatPrimitive, stylizeNoColor };
