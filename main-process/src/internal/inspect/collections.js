'use strict';

const { promiseDetails } = require('internal/types');
const { formatNumber, formatBigInt } = require('./primitives');
const { ARRAY, ARRAY_EXTRAS, reduceToSingleString } = require('./layout');
const { formatProperty } = require('./property');

let valueOf;
/** The entry that all kinds of values come back to; loaded late, since it needs these. */
function formatValue(context, value, recurseTimes, typedArray) {
  valueOf ??= require('./value').formatValue;
  return valueOf(context, value, recurseTimes, typedArray);
}

const plural = (count) => (count > 1 ? 's' : '');
const more = (count) => `... ${count} more item${plural(count)}`;
const shownOf = (context, length) => Math.min(Math.max(0, context.maxArrayLength), length);

const INDEX = /^(0|[1-9][0-9]*)$/;

/** An array with holes, from the first of them on. */
function formatHoles(context, value, recurseTimes, limit, output, from) {
  const keys = Object.keys(value);
  let index = from;
  for (let i = from; i < keys.length && output.length < limit; i++) {
    const key = keys[i];
    if (key > 2 ** 32 - 2) break;
    if (`${index}` !== key) {
      if (!INDEX.test(key)) break;
      const holes = key - index;
      output.push(context.stylize(`<${holes} empty item${plural(holes)}>`, 'undefined'));
      index = Number(key);
      if (output.length === limit) break;
    }
    output.push(formatProperty(context, value, recurseTimes, key, ARRAY));
    index++;
  }
  const remaining = value.length - index;
  if (output.length !== limit) {
    if (remaining > 0) {
      output.push(context.stylize(`<${remaining} empty item${plural(remaining)}>`, 'undefined'));
    }
  } else if (remaining > 0) {
    output.push(more(remaining));
  }
  return output;
}

function formatArray(context, value, recurseTimes) {
  const shown = shownOf(context, value.length);
  const output = [];
  for (let i = 0; i < shown; i++) {
    if (!Object.hasOwn(value, i)) return formatHoles(context, value, recurseTimes, shown, output, i);
    output.push(formatProperty(context, value, recurseTimes, i, ARRAY));
  }
  if (value.length > shown) output.push(more(value.length - shown));
  return output;
}

const viewLength = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), 'length').get;
const VIEW_PROPERTIES = ['BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer'];

function formatTypedArray(context, value, recurseTimes, shape = value) {
  const length = viewLength.call(shape);
  const shown = shownOf(context, length);
  const output = new Array(shown);
  const format = shape.length > 0 && typeof shape[0] === 'number' ? formatNumber : formatBigInt;
  for (let i = 0; i < shown; i++) output[i] = format(context.stylize, shape[i], context.numericSeparator);
  if (length > shown) output.push(more(length - shown));
  if (context.showHidden) {
    context.indentationLvl += 2;
    for (const key of VIEW_PROPERTIES) {
      output.push(`[${key}]: ${formatValue(context, shape[key], recurseTimes, true)}`);
    }
    context.indentationLvl -= 2;
  }
  return output;
}

function formatArrayBuffer(context, value) {
  let bytes;
  try {
    bytes = new Uint8Array(value);
  } catch {
    return [context.stylize('(detached)', 'special')];
  }
  if (value.detached) return [context.stylize('(detached)', 'special')];
  const shown = shownOf(context, bytes.length);
  const hex = [];
  for (let i = 0; i < shown; i++) hex.push(bytes[i].toString(16).padStart(2, '0'));
  let text = hex.join(' ');
  const remaining = bytes.length - context.maxArrayLength;
  if (remaining > 0) text += ` ... ${remaining} more byte${plural(remaining)}`;
  return [`${context.stylize('[Uint8Contents]', 'special')}: <${text}>`];
}

function formatSet(context, value, recurseTimes) {
  const size = sizeOfSet(value);
  const shown = shownOf(context, size);
  const output = [];
  context.indentationLvl += 2;
  for (const entry of Set.prototype.values.call(value)) {
    if (output.length >= shown) break;
    output.push(formatValue(context, entry, recurseTimes));
  }
  context.indentationLvl -= 2;
  if (size > shown) output.push(more(size - shown));
  return output;
}

function formatMap(context, value, recurseTimes) {
  const size = sizeOfMap(value);
  const shown = shownOf(context, size);
  const output = [];
  context.indentationLvl += 2;
  for (const [key, entry] of Map.prototype.entries.call(value)) {
    if (output.length >= shown) break;
    const name = formatValue(context, key, recurseTimes);
    output.push(`${name} => ${formatValue(context, entry, recurseTimes)}`);
  }
  context.indentationLvl -= 2;
  if (size > shown) output.push(more(size - shown));
  return output;
}

const mapSize = Object.getOwnPropertyDescriptor(Map.prototype, 'size').get;
const setSize = Object.getOwnPropertyDescriptor(Set.prototype, 'size').get;
const sizeOfMap = (value) => mapSize.call(value);
const sizeOfSet = (value) => setSize.call(value);

function formatPromise(context, value, recurseTimes) {
  const details = promiseDetails(value);
  if (details === undefined || details[0] === 0) return [context.stylize('<pending>', 'special')];
  context.indentationLvl += 2;
  const result = formatValue(context, details[1], recurseTimes);
  context.indentationLvl -= 2;
  return [details[0] === 2 ? `${context.stylize('<rejected>', 'special')} ${result}` : result];
}

/** Entries that no script can see without taking them. */
function formatUnknown(context) {
  return [context.stylize('<items unknown>', 'special')];
}

function formatProxy(context, details, recurseTimes) {
  if (recurseTimes > context.depth && context.depth !== null) return context.stylize('Proxy [Array]', 'special');
  context.indentationLvl += 2;
  const parts = details.map((part) => formatValue(context, part, recurseTimes + 1));
  context.indentationLvl -= 2;
  return reduceToSingleString(context, parts, '', ['Proxy [', ']'], ARRAY_EXTRAS, recurseTimes + 1);
}

module.exports = {
  formatArray,
  formatTypedArray,
  formatArrayBuffer,
  formatSet,
  formatMap,
  formatPromise,
  formatUnknown,
  formatProxy,
  sizeOfMap,
  sizeOfSet,
  lengthOfView: (value) => viewLength.call(value),
};
