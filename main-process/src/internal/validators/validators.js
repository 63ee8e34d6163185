'use strict';

const { codes, hideStackFrames } = require('internal/errors');

const { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE } = codes;
const { ERR_SOCKET_BAD_PORT } = codes;

const kEmptyObject = Object.freeze({ __proto__: null });
const kValidateObjectNone = 0;
const kValidateObjectAllowNullable = 1;
const kValidateObjectAllowArray = 2;
const kValidateObjectAllowFunction = 4;
const kValidateObjectAllowObjects = kValidateObjectAllowArray | kValidateObjectAllowFunction;
const kValidateObjectAllowObjectsAndNull = kValidateObjectAllowObjects | kValidateObjectAllowNullable;

function isInt32(value) {
  return value === (value | 0);
}

function isUint32(value) {
  return value === (value >>> 0);
}

const OCTAL = /^[0-7]+$/;

/** A file mode: a number, or a string of octal digits. */
function parseFileMode(value, name, fallback) {
  let mode = value ?? fallback;
  if (typeof mode === 'string') {
    if (!OCTAL.test(mode)) {
      throw new ERR_INVALID_ARG_VALUE(name, mode, 'must be a 32-bit unsigned integer or an octal string');
    }
    mode = parseInt(mode, 8);
  }
  validateUint32(mode, name);
  return mode;
}

function validateInteger(value, name, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) {
  if (typeof value !== 'number') throw new ERR_INVALID_ARG_TYPE(name, 'number', value);
  if (!Number.isInteger(value)) throw new ERR_OUT_OF_RANGE(name, 'an integer', value);
  if (value < min || value > max) throw new ERR_OUT_OF_RANGE(name, `>= ${min} && <= ${max}`, value);
}

function validateInt32(value, name, min = -2147483648, max = 2147483647) {
  validateInteger(value, name, min, max);
}

function validateUint32(value, name, positive = false) {
  if (typeof value !== 'number') throw new ERR_INVALID_ARG_TYPE(name, 'number', value);
  if (!Number.isInteger(value)) throw new ERR_OUT_OF_RANGE(name, 'an integer', value);
  const min = positive ? 1 : 0;
  if (value < min || value > 4294967295) throw new ERR_OUT_OF_RANGE(name, `>= ${min} && <= 4294967295`, value);
}

function validateString(value, name) {
  if (typeof value !== 'string') throw new ERR_INVALID_ARG_TYPE(name, 'string', value);
}

function validateNumber(value, name, min = undefined, max = undefined) {
  if (typeof value !== 'number') throw new ERR_INVALID_ARG_TYPE(name, 'number', value);
  const low = min != null && value < min;
  const high = max != null && value > max;
  if (low || high || (min != null || max != null) && Number.isNaN(value)) {
    const bounds = [];
    if (min != null) bounds.push(`>= ${min}`);
    if (max != null) bounds.push(`<= ${max}`);
    throw new ERR_OUT_OF_RANGE(name, bounds.join(' && '), value);
  }
}

function validateOneOf(value, name, oneOf) {
  if (oneOf.includes(value)) return;
  const allowed = oneOf.map((v) => (typeof v === 'string' ? `'${v}'` : String(v))).join(', ');
  throw new ERR_INVALID_ARG_VALUE(name, value, `must be one of: ${allowed}`);
}

function validateBoolean(value, name) {
  if (typeof value !== 'boolean') throw new ERR_INVALID_ARG_TYPE(name, 'boolean', value);
}

function validateObject(value, name, options = kValidateObjectNone) {
  const nullable = (options & kValidateObjectAllowNullable) !== 0;
  if (value === null && nullable) return;
  const bad = value === null ||
    Array.isArray(value) && (options & kValidateObjectAllowArray) === 0 ||
    typeof value !== 'object' &&
    (typeof value !== 'function' || (options & kValidateObjectAllowFunction) === 0);
  if (bad) throw new ERR_INVALID_ARG_TYPE(name, 'Object', value);
}

/** A dictionary in the sense of the web's standards: nothing, or any object. */
function validateDictionary(value, name) {
  if (value != null && typeof value !== 'object' && typeof value !== 'function') {
    throw new ERR_INVALID_ARG_TYPE(name, 'a dictionary', value);
  }
}

function validateArray(value, name, minLength = 0) {
  if (!Array.isArray(value)) throw new ERR_INVALID_ARG_TYPE(name, 'Array', value);
  if (value.length < minLength) {
    throw new ERR_INVALID_ARG_VALUE(name, value, `must be longer than ${minLength}`);
  }
}

function validateEach(check) {
  return function(value, name) {
    validateArray(value, name);
    for (let i = 0; i < value.length; i++) check(value[i], `${name}[${i}]`);
  };
}

const validateStringArray = validateEach(validateString);
const validateBooleanArray = validateEach(validateBoolean);
const validateAbortSignalArray = validateEach((value, name) => {
  if (value == null) throw new ERR_INVALID_ARG_TYPE(name, 'AbortSignal', value);
  validateAbortSignal(value, name);
});

function validateBuffer(buffer, name = 'buffer') {
  if (!ArrayBuffer.isView(buffer)) {
    throw new ERR_INVALID_ARG_TYPE(name, ['Buffer', 'TypedArray', 'DataView'], buffer);
  }
}

function validateEncoding(data, encoding) {
  const { length } = data;
  if (length % 2 !== 0 && `${encoding}`.toLowerCase() === 'hex') {
    throw new ERR_INVALID_ARG_VALUE('encoding', encoding, `is invalid for data of length ${length}`);
  }
}

function validatePort(port, name = 'Port', allowZero = true) {
  const number = typeof port === 'number' || typeof port === 'string' && port.trim().length !== 0;
  if (!number || +port !== (+port >>> 0) || +port > 0xffff || +port === 0 && !allowZero) {
    throw new ERR_SOCKET_BAD_PORT(name, port, allowZero);
  }
  return +port | 0;
}

function validateAbortSignal(signal, name) {
  if (signal !== undefined &&
      (signal === null || typeof signal !== 'object' || !('aborted' in signal))) {
    throw new ERR_INVALID_ARG_TYPE(name, 'AbortSignal', signal);
  }
}

function validateFunction(value, name) {
  if (typeof value !== 'function') throw new ERR_INVALID_ARG_TYPE(name, 'Function', value);
}

function validatePlainFunction(value, name) {
  if (typeof value !== 'function' || value[Symbol.toStringTag] === 'AsyncFunction') {
    throw new ERR_INVALID_ARG_TYPE(name, 'Function', value);
  }
}

function validateUndefined(value, name) {
  if (value !== undefined) throw new ERR_INVALID_ARG_TYPE(name, 'undefined', value);
}

function validateUnion(value, name, union) {
  if (!union.includes(value)) throw new ERR_INVALID_ARG_TYPE(name, `('${union.join('|')}')`, value);
}

function validateFiniteNumber(value, name) {
  if (value === undefined) return false;
  if (Number.isFinite(value)) return true;
  if (Number.isNaN(value)) return false;
  validateNumber(value, name);
  throw new ERR_OUT_OF_RANGE(name, 'a finite number', value);
}

/** A number between bounds, or the default when it is left out. */
function checkRangesOrGetDefault(value, name, lower, upper, fallback) {
  if (!validateFiniteNumber(value, name)) return fallback;
  if (value < lower || value > upper) throw new ERR_OUT_OF_RANGE(name, `>= ${lower} and <= ${upper}`, value);
  return value;
}

const LINK = /^(?:<[^>]*>)(?:\s*;\s*[^;"\s]+(?:=(")?[^;"\s]*\1)?)*$/;

function checkLink(value, name) {
  if (typeof value === 'undefined' || !LINK.test(value)) {
    throw new ERR_INVALID_ARG_VALUE(
      name, value, 'must be an array or string of format "</styles.css>; rel=preload; as=style"');
  }
}

/** The value of a `Link` header, from a string or an array of them. */
function validateLinkHeaderValue(hints) {
  if (typeof hints === 'string') {
    checkLink(hints, 'hints');
    return hints;
  }
  if (!Array.isArray(hints)) {
    throw new ERR_INVALID_ARG_VALUE(
      'hints', hints, 'must be an array or string of format "</styles.css>; rel=preload; as=style"');
  }
  for (const link of hints) checkLink(link, 'hints');
  return hints.join(', ');
}

module.exports = {
  isInt32,
  isUint32,
  kEmptyObject,
  kValidateObjectNone,
  kValidateObjectAllowNullable,
  kValidateObjectAllowArray,
  kValidateObjectAllowFunction,
  kValidateObjectAllowObjects,
  kValidateObjectAllowObjectsAndNull,
  parseFileMode: hideStackFrames(parseFileMode),
  checkRangesOrGetDefault: hideStackFrames(checkRangesOrGetDefault),
  validateAbortSignal: hideStackFrames(validateAbortSignal),
  validateAbortSignalArray: hideStackFrames(validateAbortSignalArray),
  validateArray: hideStackFrames(validateArray),
  validateBoolean: hideStackFrames(validateBoolean),
  validateBooleanArray: hideStackFrames(validateBooleanArray),
  validateBuffer: hideStackFrames(validateBuffer),
  validateDictionary: hideStackFrames(validateDictionary),
  validateEncoding: hideStackFrames(validateEncoding),
  validateFiniteNumber: hideStackFrames(validateFiniteNumber),
  validateFunction: hideStackFrames(validateFunction),
  validateInt32: hideStackFrames(validateInt32),
  validateInteger: hideStackFrames(validateInteger),
  validateLinkHeaderValue: hideStackFrames(validateLinkHeaderValue),
  validateNumber: hideStackFrames(validateNumber),
  validateObject: hideStackFrames(validateObject),
  validateOneOf: hideStackFrames(validateOneOf),
  validatePlainFunction: hideStackFrames(validatePlainFunction),
  validatePort: hideStackFrames(validatePort),
  validateString: hideStackFrames(validateString),
  validateStringArray: hideStackFrames(validateStringArray),
  validateUint32: hideStackFrames(validateUint32),
  validateUndefined: hideStackFrames(validateUndefined),
  validateUnion: hideStackFrames(validateUnion),
};
