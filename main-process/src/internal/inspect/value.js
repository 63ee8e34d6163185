'use strict';

const { isStackOverflowError } = require('internal/errors');
const { proxyDetails } = require('internal/types');
const { custom, userOptions } = require('./options');
const { formatPrimitive } = require('./primitives');
const { formatProxy } = require('./collections');
const { engineName, getConstructorName, getPrefix } = require('./names');
const { formatProperty } = require('./property');
const { addPrototypeProperties } = require('./prototype');
const { OBJECT, reduceToSingleString } = require('./layout');
const { describe } = require('./describe');

function formatValue(context, value, recurseTimes, typedArray) {
  if (typeof value !== 'object' && typeof value !== 'function') {
    return formatPrimitive(context.stylize, value, context);
  }
  if (value === null) return context.stylize('null', 'null');
  const details = proxyDetails(value);
  if (details !== undefined && context.showProxy) {
    if (details[0] === null) return context.stylize('<Revoked Proxy>', 'special');
    return formatProxy(context, details, recurseTimes);
  }
  const target = details === undefined ? value : innermost(details);
  if (target === null) return context.stylize('<Revoked Proxy>', 'special');
  if (context.customInspect) {
    const text = formatCustom(context, target, value, recurseTimes, details !== undefined);
    if (text !== undefined) return text;
  }
  if (context.seen.includes(target)) return circularMark(context, target);
  return formatObject(context, target, recurseTimes, typedArray);
}

/** What is behind any number of proxies. */
function innermost(details) {
  let at = details;
  for (;;) {
    const next = at[0] === null ? undefined : proxyDetails(at[0]);
    if (next === undefined) return at[0];
    at = next;
  }
}

function formatCustom(context, target, original, recurseTimes, isProxy) {
  const inspectIt = target[custom];
  const { inspect } = require('internal/inspect');
  if (typeof inspectIt !== 'function' || inspectIt === inspect) return undefined;
  const { constructor } = Object.getOwnPropertyDescriptor(target, 'constructor')?.value === undefined ?
    {} : target;
  if (constructor?.prototype === target) return undefined;
  const depth = context.depth === null ? null : context.depth - recurseTimes;
  const foreign = isProxy || !(original instanceof Object);
  const result = Reflect.apply(inspectIt, original, [depth, userOptions(context, foreign), inspect]);
  if (result === original) return undefined;
  if (typeof result !== 'string') return formatValue(context, result, recurseTimes);
  return result.replaceAll('\n', `\n${' '.repeat(context.indentationLvl)}`);
}

function circularMark(context, value) {
  context.circular ??= new Map();
  let index = context.circular.get(value);
  if (index === undefined) {
    index = context.circular.size + 1;
    context.circular.set(value, index);
  }
  return context.stylize(`[Circular *${index}]`, 'special');
}

/** The tag of an object, unless it is shown as a property already. */
function tagOf(context, value) {
  const tag = value[Symbol.toStringTag];
  if (typeof tag !== 'string' || tag === '') return '';
  const shown = context.showHidden ? Object.hasOwn(value, Symbol.toStringTag) :
    Object.prototype.propertyIsEnumerable.call(value, Symbol.toStringTag);
  return shown ? '' : tag;
}

function formatObject(context, value, recurseTimes, typedArray) {
  let inherited;
  if (context.showHidden && (recurseTimes <= context.depth || context.depth === null)) inherited = [];
  const collect = inherited &&
    ((main, from) => addPrototypeProperties(context, main, from, recurseTimes, inherited));
  const constructor = getConstructorName(value, context, recurseTimes, collect);
  if (inherited?.length === 0) inherited = undefined;
  const shape = describe(context, value, constructor, tagOf(context, value), recurseTimes, inherited, typedArray);
  if (shape.text !== undefined) return shape.text;
  if (recurseTimes > context.depth && context.depth !== null) {
    const name = getPrefix(constructor, tagOf(context, value), engineName(value)).slice(0, -1);
    return context.stylize(constructor === null ? name : `[${name}]`, 'special');
  }
  return formatParts(context, value, recurseTimes + 1, shape, inherited);
}

function collectParts(context, value, recurseTimes, shape, inherited) {
  const output = shape.format === undefined ? [] : shape.format(context, value, recurseTimes);
  for (const key of shape.keys) output.push(formatProperty(context, value, recurseTimes, key, shape.extras));
  if (inherited !== undefined) output.push(...inherited);
  return output;
}

function tooDeep(context, error, constructor, indentation) {
  if (!isStackOverflowError(error)) throw error;
  context.seen.pop();
  context.indentationLvl = indentation;
  return context.stylize(
    `[${constructor}: Inspection interrupted prematurely. Maximum call stack size exceeded.]`, 'special');
}

function sortParts(context, output, shape) {
  const compare = context.sorted === true ? undefined : context.sorted;
  if (shape.extras === OBJECT) {
    output.sort(compare);
  } else if (shape.keys.length > 1) {
    const from = output.length - shape.keys.length;
    output.splice(from, shape.keys.length, ...output.slice(from).sort(compare));
  }
}

function formatParts(context, value, recurseTimes, shape, inherited) {
  const indentation = context.indentationLvl;
  context.seen.push(value);
  context.currentDepth = recurseTimes;
  let output;
  try {
    output = collectParts(context, value, recurseTimes, shape, inherited);
  } catch (error) {
    const name = getConstructorName(value, context, recurseTimes - 1);
    return tooDeep(context, error, getPrefix(name, '', 'Object').slice(0, -1), indentation);
  }
  let { base } = shape;
  const { braces } = shape;
  const index = context.circular?.get(value);
  if (index !== undefined) {
    const mark = context.stylize(`<ref *${index}>`, 'special');
    if (context.compact !== true) base = base === '' ? mark : `${mark} ${base}`;
    else braces[0] = `${mark} ${braces[0]}`;
  }
  context.seen.pop();
  if (context.sorted) sortParts(context, output, shape);
  const text = reduceToSingleString(context, output, base, braces, shape.extras, recurseTimes, value);
  spend(context, text.length);
  return text;
}

/** Stops going deeper before the text outgrows what an engine can hold. */
function spend(context, length) {
  const spent = (context.budget[context.indentationLvl] || 0) + length;
  context.budget[context.indentationLvl] = spent;
  if (spent > 2 ** 27) context.depth = -1;
}

module.exports = { formatValue };
