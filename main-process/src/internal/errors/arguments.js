'use strict';

const { determineSpecificType, addNumericalSeparator, formatList, lazyInspect } = require('./received');

const TYPES = new Set([
  'string', 'function', 'number', 'object', 'Function', 'Object', 'boolean', 'bigint', 'symbol',
]);
const CLASS = /^([A-Z][a-z0-9]*)+$/;

function sortExpected(expected) {
  const types = [];
  const instances = [];
  const other = [];
  for (const value of expected) {
    if (TYPES.has(value)) types.push(value.toLowerCase());
    else if (CLASS.test(value)) instances.push(value);
    else other.push(value);
  }
  const at = types.indexOf('object');
  if (instances.length > 0 && at !== -1) {
    types.splice(at, 1);
    instances.push('Object');
  }
  return { types, instances, other };
}

function wordExpected(expected) {
  const { types, instances, other } = sortExpected(expected);
  let text = '';
  if (types.length > 0) {
    text += `${types.length > 1 ? 'one of type' : 'of type'} ${formatList(types, 'or')}`;
    if (instances.length > 0 || other.length > 0) text += ' or ';
  }
  if (instances.length > 0) {
    text += `an instance of ${formatList(instances, 'or')}`;
    if (other.length > 0) text += ' or ';
  }
  if (other.length > 1) return `${text}one of ${formatList(other, 'or')}`;
  if (other.length === 1) return `${text}${other[0].toLowerCase() === other[0] ? '' : 'an '}${other[0]}`;
  return text;
}

function subject(name) {
  if (name.endsWith(' argument')) return name;
  return `"${name}" ${name.includes('.') ? 'property' : 'argument'}`;
}

function invalidArgType(name, expected, actual) {
  const list = Array.isArray(expected) ? expected : [expected];
  return `The ${subject(name)} must be ${wordExpected(list)}. Received ${determineSpecificType(actual)}`;
}

function invalidArgValue(name, value, reason = 'is invalid') {
  let inspected = lazyInspect(value);
  if (inspected.length > 128) inspected = `${inspected.slice(0, 128)}...`;
  return `The ${name.includes('.') ? 'property' : 'argument'} '${name}' ${reason}. Received ${inspected}`;
}

function wordNumber(input) {
  if (Number.isInteger(input) && Math.abs(input) > 2 ** 32) return addNumericalSeparator(String(input));
  if (typeof input !== 'bigint') return lazyInspect(input);
  const text = String(input);
  const wide = input > 2n ** 32n || input < -(2n ** 32n);
  return `${wide ? addNumericalSeparator(text) : text}n`;
}

function outOfRange(name, range, input, replaceDefault = false) {
  const text = replaceDefault ? name : `The value of "${name}" is out of range.`;
  return `${text} It must be ${range}. Received ${wordNumber(input)}`;
}

function missingArgs(...names) {
  const wrap = (name) => `"${name}"`;
  const list = names.map((name) => (Array.isArray(name) ? name.map(wrap).join(' or ') : wrap(name)));
  return `The ${formatList(list)} argument${names.length === 1 ? '' : 's'} must be specified`;
}

const texts = {
  TypeError: {
    ERR_INVALID_ARG_TYPE: invalidArgType,
    ERR_INVALID_ARG_VALUE: invalidArgValue,
    ERR_MISSING_ARGS: missingArgs,
    ERR_INVALID_RETURN_VALUE: (input, name, value) =>
      `Expected ${input} to be returned from the "${name}" function but got ${determineSpecificType(value)}.`,
    ERR_INVALID_RETURN_PROPERTY: (input, name, prop, value) =>
      `Expected a valid ${input} to be returned for the "${prop}" from the "${name}" hook but got ` +
      `${determineSpecificType(value)}.`,
    ERR_INVALID_RETURN_PROPERTY_VALUE: (input, name, prop, value) =>
      `Expected ${input} to be returned for the "${prop}" from the "${name}" hook but got ` +
      `${determineSpecificType(value)}.`,
    ERR_AMBIGUOUS_ARGUMENT: (name, reason) => `The "${name}" argument is ambiguous. ${reason}`,
    ERR_ARG_NOT_ITERABLE: (name) => `${name} must be iterable`,
    ERR_INCOMPATIBLE_OPTION_PAIR: (a, b) => `Option "${a}" cannot be used in combination with option "${b}"`,
    ERR_MISSING_OPTION: (name) => `${name} is required`,
    ERR_ILLEGAL_CONSTRUCTOR: 'Illegal constructor',
    ERR_CONSTRUCT_CALL_REQUIRED: (name) => `Class constructor ${name} cannot be invoked without \`new\``,
    ERR_INVALID_THIS: (type) => `Value of "this" must be of type ${type}`,
    ERR_INVALID_TUPLE: (name, kind) => `${name} must be an iterable ${kind} tuple`,
  },
  RangeError: {
    ERR_OUT_OF_RANGE: outOfRange,
    ERR_SOCKET_BAD_PORT: (name, port, allowZero = true) =>
      `${name} should be ${allowZero ? '>=' : '>'} 0 and < 65536. Received ${determineSpecificType(port)}.`,
  },
};

const variants = { ERR_INVALID_ARG_VALUE: ['RangeError'], ERR_INVALID_RETURN_VALUE: ['RangeError'] };

const raw = [
  'ERR_INVALID_ARG_TYPE', 'ERR_INVALID_ARG_VALUE', 'ERR_INVALID_RETURN_PROPERTY',
  'ERR_INVALID_RETURN_PROPERTY_VALUE', 'ERR_INVALID_RETURN_VALUE', 'ERR_MISSING_ARGS', 'ERR_OUT_OF_RANGE',
  'ERR_SOCKET_BAD_PORT',
];

module.exports = { texts, variants, raw };
