'use strict';

// A decimal number: 0.DIGITS × 10^point, without leading or trailing zeros; nought has no digits. `special`: 'nan' or 'infinity'.

const LITERAL = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d+))?$/;
const RADIX = /^0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)$/;

function make(negative, digits, exponent) {
  let start = 0;
  while (start < digits.length && digits[start] === '0') start++;
  let end = digits.length;
  while (end > start && digits[end - 1] === '0') end--;
  const kept = digits.slice(start, end);
  return { negative, digits: kept, point: kept ? digits.length - start + exponent : 0, special: undefined };
}

function parse(text) {
  const match = LITERAL.exec(text);
  if (!match) return undefined;
  const fraction = match[3] ?? match[4] ?? '';
  return make(match[1] === '-', (match[2] ?? '') + fraction, Number(match[5] ?? 0) - fraction.length);
}

const special = (kind, negative) => ({ negative, digits: '', point: 0, special: kind });

function ofNumber(value) {
  if (Number.isNaN(value)) return special('nan', false);
  if (!Number.isFinite(value)) return special('infinity', value < 0);
  const decimal = parse(String(Math.abs(value)));
  decimal.negative = value < 0 || Object.is(value, -0);
  return decimal;
}

function from(value) {
  let primitive = value;
  if (typeof primitive === 'object' && primitive !== null || typeof primitive === 'function') {
    const convert = primitive[Symbol.toPrimitive];
    primitive = convert === undefined ? primitive.valueOf() : convert.call(primitive, 'number');
    if (typeof primitive === 'object' && primitive !== null) primitive = String(primitive);
  }
  if (typeof primitive === 'bigint') {
    return primitive < 0n ? make(true, String(-primitive), 0) : make(false, String(primitive), 0);
  }
  if (typeof primitive !== 'string') return ofNumber(Number(primitive));
  const text = primitive.trim();
  if (text === '') return ofNumber(0);
  if (RADIX.test(text)) return make(false, String(BigInt(text)), 0);
  if (/^[+-]?Infinity$/.test(text)) return special('infinity', text[0] === '-');
  return parse(text) ?? special('nan', false);
}

// Whether to go away from nought, by what is left over compared with a half (-1, 0, 1).
function goesUp(mode, half, negative, odd) {
  switch (mode) {
    case 'ceil': return !negative;
    case 'floor': return negative;
    case 'expand': return true;
    case 'trunc': return false;
    default:
  }
  if (half !== 0) return half > 0;
  switch (mode) {
    case 'halfCeil': return !negative;
    case 'halfFloor': return negative;
    case 'halfTrunc': return false;
    case 'halfEven': return odd;
    default: return true;
  }
}

// Rounds to a multiple of `increment` × 10^`place`.
function round(decimal, place, mode, increment = 1) {
  const last = decimal.point - decimal.digits.length;
  if (!decimal.digits || last >= place && increment === 1) return decimal;
  // All of it is far below what is kept: the digits themselves don't matter, only that there are some.
  const value = decimal.point < place - 2 ? { ...decimal, digits: '1', point: place - 2 } : decimal;
  const lowest = value.point - value.digits.length;
  const whole = BigInt(value.digits) * 10n ** BigInt(Math.max(0, lowest - place));
  const unit = BigInt(increment) * 10n ** BigInt(Math.max(0, place - lowest));
  let quotient = whole / unit;
  const rest = whole % unit;
  const twice = rest * 2n;
  const half = twice === unit ? 0 : twice > unit ? 1 : -1;
  if (rest !== 0n && goesUp(mode, half, decimal.negative, quotient % 2n === 1n)) quotient++;
  return make(decimal.negative, String(quotient * BigInt(increment)), place);
}

function shift(decimal, by) {
  return decimal.digits ? { ...decimal, point: decimal.point + by } : decimal;
}

// The digits before and after the point, with at least so many of each.
function split(decimal, minimumInteger, minimumFraction) {
  const { digits, point } = decimal;
  const integer = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '';
  const fraction = point > 0 ? digits.slice(point) : '0'.repeat(digits ? -point : 0) + digits;
  return { integer: integer.padStart(minimumInteger, '0'), fraction: fraction.padEnd(minimumFraction, '0') };
}

// By the settings of a NumberFormat: { decimal, minimumFraction }.
function roundBy(decimal, settings) {
  const { rounding, minS, maxS, minF, maxF, mode, increment } = settings;
  let significant = rounding === 'significant';
  if (rounding === 'morePrecision' || rounding === 'lessPrecision') {
    const point = decimal.digits ? decimal.point : 1;
    const finer = point - maxS < -maxF || point - maxS === -maxF && rounding === 'morePrecision';
    significant = finer === (rounding === 'morePrecision');
  }
  if (!significant) return { decimal: round(decimal, -maxF, mode, increment), minimumFraction: minF };
  const rounded = round(decimal, decimal.point - maxS, mode);
  return { decimal: rounded, minimumFraction: Math.max(0, minS - (rounded.digits ? rounded.point : 1)) };
}

module.exports = { from, ofNumber, round, roundBy, shift, split };
