'use strict';

const { quote, escapeName, formatPrimitive } = require('./primitives');
const { OBJECT, ARRAY } = require('./layout');
const { getStringWidth } = require('./width');

let valueOf;
function formatValue(context, value, recurseTimes) {
  valueOf ??= require('./value').formatValue;
  return valueOf(context, value, recurseTimes);
}

const PLAIN_KEY = /^[a-zA-Z_][a-zA-Z_0-9]*$/;

/** The names of the properties to show, symbols last. */
function getKeys(value, showHidden) {
  const symbols = Object.getOwnPropertySymbols(value);
  if (showHidden) {
    const names = Object.getOwnPropertyNames(value);
    return symbols.length === 0 ? names : names.concat(symbols);
  }
  let names;
  try {
    names = Object.keys(value);
  } catch {
    // A module namespace whose bindings are not there yet.
    names = Object.getOwnPropertyNames(value);
  }
  if (symbols.length === 0) return names;
  return names.concat(symbols.filter((key) => Object.prototype.propertyIsEnumerable.call(value, key)));
}

const isIndex = (key) => {
  if (typeof key !== 'string' || key.length > 10) return false;
  const number = key >>> 0;
  return `${number}` === key && number !== 4294967295;
};

/** As `getKeys`, without the elements of an array. */
function getExtraKeys(value, showHidden) {
  return getKeys(value, showHidden).filter((key) => !isIndex(key));
}

function readGetter(context, descriptor, original, recurseTimes, label) {
  const style = (text) => context.stylize(text, 'special');
  try {
    const value = descriptor.get.call(original);
    context.indentationLvl += 2;
    let text;
    if (value === null) text = `${style(`[${label}:`)} ${context.stylize('null', 'null')}${style(']')}`;
    else if (typeof value === 'object') text = `${style(`[${label}]`)} ${formatValue(context, value, recurseTimes)}`;
    else text = `${style(`[${label}:`)} ${formatPrimitive(context.stylize, value, context)}${style(']')}`;
    context.indentationLvl -= 2;
    return text;
  } catch (error) {
    return `${style(`[${label}:`)} <Inspection threw (${error.message})>${style(']')}`;
  }
}

function formatAccessor(context, descriptor, original, recurseTimes) {
  if (descriptor.get === undefined) {
    return descriptor.set === undefined ?
      context.stylize('undefined', 'undefined') : context.stylize('[Setter]', 'special');
  }
  const label = descriptor.set === undefined ? 'Getter' : 'Getter/Setter';
  const { getters } = context;
  const read = getters === true || (getters === 'get' && descriptor.set === undefined) ||
    (getters === 'set' && descriptor.set !== undefined);
  if (read) return readGetter(context, descriptor, original, recurseTimes, label);
  return context.stylize(`[${label}]`, 'special');
}

function formatKey(context, key, descriptor) {
  if (typeof key === 'symbol') {
    return `[${context.stylize(escapeName(Symbol.prototype.toString.call(key)), 'symbol')}]`;
  }
  if (key === '__proto__') return "['__proto__']";
  if (descriptor.enumerable === false) return `[${escapeName(key)}]`;
  if (PLAIN_KEY.test(key)) return context.stylize(key, 'name');
  return context.stylize(quote(key), 'string');
}

/** `key: value`, or the value alone for an element of an array. */
function formatProperty(context, value, recurseTimes, key, type, known, original = value) {
  const descriptor = known ?? Object.getOwnPropertyDescriptor(value, key) ??
    { value: value[key], configurable: true, enumerable: true };
  let gap = ' ';
  let text;
  if (descriptor.value !== undefined) {
    const indent = context.compact !== true || type !== OBJECT ? 2 : 3;
    context.indentationLvl += indent;
    text = formatValue(context, descriptor.value, recurseTimes);
    if (indent === 3 && context.breakLength < getStringWidth(text, context.colors)) {
      gap = `\n${' '.repeat(context.indentationLvl)}`;
    }
    context.indentationLvl -= indent;
  } else {
    text = formatAccessor(context, descriptor, original, recurseTimes);
  }
  return type === ARRAY ? text : `${formatKey(context, key, descriptor)}:${gap}${text}`;
}

module.exports = { getKeys, getExtraKeys, formatProperty };
