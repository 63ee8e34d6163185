'use strict';

const { isError, kindOf, typedArrayName } = require('internal/types');
const {
  formatArray, formatTypedArray, formatArrayBuffer, formatSet, formatMap, formatPromise, formatUnknown, lengthOfView,
  sizeOfMap, sizeOfSet,
} = require('./collections');
const { formatNumber, formatPrimitive, stylizeNoColor } = require('./primitives');
const { functionBase } = require('./functions');
const { formatError } = require('./error_text');
const { getKeys, getExtraKeys, formatProperty } = require('./property');
const { engineName, getPrefix } = require('./names');
const { OBJECT, ARRAY_EXTRAS } = require('./layout');

/*
 * Each of these tells how a kind of object is shown: `text` when that is all, else `base` before the braces, the
 * `braces`, the `keys` to list and a `format` for its entries. `c` bundles what they all need.
 */
const shape = (braces, keys, format, extras = OBJECT, base = '') => ({ base, braces, keys, format, extras });
const isBare = (c, keys) => keys.length === 0 && c.inherited === undefined;

function describeArray(c) {
  const { context, value, constructor, tag } = c;
  const prefix = constructor !== 'Array' || tag !== '' ?
    getPrefix(constructor, tag, 'Array', `(${value.length})`) : '';
  const keys = getExtraKeys(value, context.showHidden);
  if (value.length === 0 && isBare(c, keys)) return { text: `${prefix}[]` };
  return shape([`${prefix}[`, ']'], keys, formatArray, ARRAY_EXTRAS);
}

function describeTypedArray(c) {
  const { context, value, constructor, tag } = c;
  const name = typedArrayName(value);
  const keys = getExtraKeys(value, context.showHidden);
  let format = formatTypedArray;
  let shapeOf = value;
  if (constructor === null) {
    shapeOf = new globalThis[name](value);
    format = (ctx, it, recurseTimes) => formatTypedArray(ctx, it, recurseTimes, shapeOf);
  }
  const prefix = getPrefix(constructor, tag, constructor === null ? name : '', `(${lengthOfView(shapeOf)})`);
  if (lengthOfView(shapeOf) === 0 && keys.length === 0 && !context.showHidden) return { text: `${prefix}[]` };
  return shape([`${prefix}[`, ']'], keys, format, ARRAY_EXTRAS);
}

function describeCollection(c, name, size, format) {
  const { context, value, constructor, tag } = c;
  const prefix = getPrefix(constructor, tag, name, `(${size})`);
  const keys = getKeys(value, context.showHidden);
  if (size === 0 && isBare(c, keys)) return { text: `${prefix}{}` };
  return shape([`${prefix}{`, '}'], keys, format);
}

function describeIterator(c, name) {
  let label = c.tag;
  if (label !== name) label = label === '' ? name : `${label}] [${name}`;
  return shape([`[${label}] {`, '}'], getKeys(c.value, c.context.showHidden), formatUnknown);
}

function describeFunction(c) {
  const base = functionBase(c.value, c.constructor, c.tag);
  const keys = getKeys(c.value, c.context.showHidden);
  if (isBare(c, keys)) return { text: c.context.stylize(base, 'special') };
  return shape(['{', '}'], keys, undefined, OBJECT, base);
}

function describeRegExp(c) {
  const { context, value, constructor, tag } = c;
  let base = RegExp.prototype.toString.call(constructor === null ? new RegExp(value) : value);
  const prefix = getPrefix(constructor, tag, 'RegExp');
  if (prefix !== 'RegExp ') base = `${prefix}${base}`;
  const keys = getKeys(value, context.showHidden);
  const tooDeep = c.recurseTimes > context.depth && context.depth !== null;
  if (isBare(c, keys) || tooDeep) return { text: context.stylize(base, 'regexp') };
  return shape(['{', '}'], keys, undefined, OBJECT, base);
}

function describeDate(c) {
  const { context, value, constructor, tag } = c;
  const time = Date.prototype.getTime.call(value);
  let base = Number.isNaN(time) ? Date.prototype.toString.call(value) : Date.prototype.toISOString.call(value);
  const prefix = getPrefix(constructor, tag, 'Date');
  if (prefix !== 'Date ') base = `${prefix}${base}`;
  const keys = getKeys(value, context.showHidden);
  if (isBare(c, keys)) return { text: context.stylize(base, 'date') };
  return shape(['{', '}'], keys, undefined, OBJECT, base);
}

function describeError(c) {
  const keys = getKeys(c.value, c.context.showHidden);
  const base = formatError(c.value, c.constructor, c.tag, c.context, keys);
  if (isBare(c, keys)) return { text: base };
  return shape(['{', '}'], keys, undefined, OBJECT, base);
}

function describeBuffer(c, name) {
  const { context, value, constructor, tag } = c;
  const keys = getKeys(value, context.showHidden);
  const prefix = getPrefix(constructor, tag, name);
  if (c.typedArray !== undefined && isBare(c, keys)) {
    return { text: `${prefix}{ byteLength: ${formatNumber(context.stylize, value.byteLength, false)} }` };
  }
  const format = c.typedArray === undefined ? formatArrayBuffer : undefined;
  return shape([`${prefix}{`, '}'], ['byteLength', ...keys], format);
}

function describeDataView(c) {
  const keys = getKeys(c.value, c.context.showHidden);
  const prefix = getPrefix(c.constructor, c.tag, 'DataView');
  return shape([`${prefix}{`, '}'], ['byteLength', 'byteOffset', 'buffer', ...keys]);
}

function describeWith(format) {
  return (c, name) =>
    shape([`${getPrefix(c.constructor, c.tag, name)}{`, '}'], getKeys(c.value, c.context.showHidden), format);
}

function formatNamespace(context, value, recurseTimes) {
  return getKeys(value, context.showHidden).map((key) => {
    try {
      return formatProperty(context, value, recurseTimes, key, OBJECT);
    } catch {
      const stub = { [key]: '' };
      const text = formatProperty(context, stub, recurseTimes, key, OBJECT);
      return `${text.slice(0, text.lastIndexOf(' ') + 1)}${context.stylize('<uninitialized>', 'special')}`;
    }
  });
}

function describeNamespace(c) {
  return shape([`${getPrefix(c.constructor, c.tag, 'Module')}{`, '}'], [], formatNamespace);
}

const BOXED = { Number, String, Boolean, BigInt, Symbol };

function describeBoxed(c, name) {
  const { context, value, constructor, tag } = c;
  const keys = getKeys(value, context.showHidden);
  const primitive = BOXED[name].prototype.valueOf.call(value);
  if (name === 'String') keys.splice(0, primitive.length);
  let base = `[${name}`;
  if (name !== constructor) base += constructor === null ? ' (null prototype)' : ` (${constructor})`;
  base += `: ${formatPrimitive(stylizeNoColor, primitive, context)}]`;
  if (tag !== '' && tag !== constructor) base += ` [${tag}]`;
  if (!isBare(c, keys)) return shape(['{', '}'], keys, undefined, OBJECT, base);
  return { text: context.stylize === stylizeNoColor ? base : context.stylize(base, name.toLowerCase()) };
}

function describeObject(c) {
  const { context, value, constructor, tag } = c;
  const keys = getKeys(value, context.showHidden);
  const prefix = getPrefix(constructor, tag, engineName(value));
  if (isBare(c, keys)) return { text: `${prefix}{}` };
  return shape([`${prefix}{`, '}'], keys);
}

/** Whatever says that it is a mere object is believed. */
function describePlain(c) {
  const keys = getKeys(c.value, c.context.showHidden);
  let prefix = '';
  if (kindOf(c.value) === 'Arguments') prefix = '[Arguments] ';
  else if (c.tag !== '') prefix = getPrefix('Object', c.tag, 'Object');
  if (isBare(c, keys)) return { text: `${prefix}{}` };
  return shape([`${prefix}{`, '}'], keys);
}

const ITERABLE = {
  Set: (c) => describeCollection(c, 'Set', sizeOfSet(c.value), formatSet),
  Map: (c) => describeCollection(c, 'Map', sizeOfMap(c.value), formatMap),
  'Map Iterator': describeIterator,
  'Set Iterator': describeIterator,
};

const KINDS = {
  RegExp: describeRegExp,
  Date: describeDate,
  Error: describeError,
  ArrayBuffer: describeBuffer,
  SharedArrayBuffer: describeBuffer,
  DataView: describeDataView,
  Promise: describeWith(formatPromise),
  WeakSet: describeWith(formatUnknown),
  WeakMap: describeWith(formatUnknown),
  Module: describeNamespace,
  Number: describeBoxed,
  String: describeBoxed,
  Boolean: describeBoxed,
  BigInt: describeBoxed,
  Symbol: describeBoxed,
};

function describe(context, value, constructor, tag, recurseTimes, inherited, typedArray) {
  const c = { context, value, constructor, tag, recurseTimes, inherited, typedArray };
  if (typeof value === 'function') return describeFunction(c);
  const iterable = constructor === null || Symbol.iterator in value;
  const kind = kindOf(value);
  if (iterable) {
    if (Array.isArray(value)) return describeArray(c);
    if (typedArrayName(value) !== undefined) return describeTypedArray(c);
    if (Object.hasOwn(ITERABLE, kind)) return ITERABLE[kind](c, kind);
  }
  if (constructor === 'Object') return describePlain(c);
  if (Object.hasOwn(KINDS, kind)) return KINDS[kind](c, kind);
  return isError(value) ? describeError(c) : describeObject(c);
}

module.exports = { describe };
