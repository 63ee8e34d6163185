'use strict';

let inspect;
function lazyInspect(value, options) {
  inspect ??= require('internal/inspect').inspect;
  return inspect(value, options);
}

/** What Node's messages say of an argument: `type string ('abc')`, `an instance of Foo`, `undefined`. */
function determineSpecificType(value) {
  switch (typeof value) {
    case 'undefined': return 'undefined';
    case 'function': return `function ${value.name}`;
    case 'string': return `type string (${quoted(value)})`;
    case 'number': return `type number (${Object.is(value, -0) ? '-0' : value})`;
    case 'bigint': return `type bigint (${value}n)`;
    case 'object': return describeObject(value);
    default: return `type ${typeof value} (${String(value)})`;
  }
}

function quoted(value) {
  const text = value.length > 28 ? `${value.slice(0, 25)}...` : value;
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

function describeObject(value) {
  if (value === null) return 'null';
  if (value.constructor && 'name' in value.constructor) return `an instance of ${value.constructor.name}`;
  return lazyInspect(value, { depth: -1 });
}

/** A value inside a message: as text where it has a text of its own, else inspected. */
function shown(value) {
  switch (typeof value) {
    case 'symbol': return String(value);
    case 'bigint': return `${value}n`;
    case 'function': return lazyInspect(value, { depth: 0, colors: false, compact: 3 });
    case 'number': return Object.is(value, -0) ? '-0' : value;
    case 'object': {
      if (value === null || value instanceof Error) return String(value);
      if (typeof value.toString === 'function' && value.toString !== Object.prototype.toString &&
          value.toString !== Array.prototype.toString) {
        return String(value);
      }
      return lazyInspect(value, { depth: 0, colors: false, compact: 3 });
    }
    default: return value;
  }
}

/** `1234567` as `1_234_567`; the sign is no digit. */
function addNumericalSeparator(digits) {
  const start = digits[0] === '-' ? 1 : 0;
  let grouped = '';
  let i = digits.length;
  for (; i >= start + 4; i -= 3) grouped = `_${digits.slice(i - 3, i)}${grouped}`;
  return digits.slice(0, i) + grouped;
}

/** `a`, `a or b`, `a, b, or c`. */
function formatList(list, word = 'and') {
  switch (list.length) {
    case 0: return '';
    case 1: return `${list[0]}`;
    case 2: return `${list[0]} ${word} ${list[1]}`;
    default: return `${list.slice(0, -1).join(', ')}, ${word} ${list[list.length - 1]}`;
  }
}

module.exports = { shown, determineSpecificType, addNumericalSeparator, formatList, lazyInspect };
