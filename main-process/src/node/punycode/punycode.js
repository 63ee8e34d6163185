'use strict';

// RFC 3492.
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_POINT = 128;
const MAX_INT = 0x7fffffff;

const ERRORS = {
  'overflow': 'Overflow: input needs wider integers to process',
  'not-basic': 'Illegal input >= 0x80 (not a basic code point)',
  'invalid-input': 'Invalid input',
};

const fail = (kind) => {
  throw new RangeError(ERRORS[kind]);
};

const ucs2decode = (string) => Array.from(string, (character) => character.codePointAt(0));

const ucs2encode = (points) => points.map((point) => String.fromCodePoint(point)).join('');

const digitOf = (code) => {
  if (code >= 48 && code <= 57) return code - 22;
  const lower = code | 32;
  return lower >= 97 && lower <= 122 ? lower - 97 : BASE;
};

const letterOf = (digit) => String.fromCharCode(digit < 26 ? digit + 97 : digit + 22);

const adapt = (delta, count, first) => {
  let rest = first ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return Math.floor(k + ((BASE - T_MIN + 1) * rest) / (rest + SKEW));
};

const threshold = (k, bias) => Math.min(Math.max(k - bias, T_MIN), T_MAX);

// One variable-length integer from `at` on: `{ value, at }`.
const readInteger = (input, at, bias) => {
  let value = 0;
  let weight = 1;
  for (let k = BASE; ; k += BASE) {
    if (at >= input.length) fail('invalid-input');
    const digit = digitOf(input.charCodeAt(at++));
    if (digit >= BASE) fail('invalid-input');
    if (digit > Math.floor((MAX_INT - value) / weight)) fail('overflow');
    value += digit * weight;
    const limit = threshold(k, bias);
    if (digit < limit) return { value, at };
    if (weight > Math.floor(MAX_INT / (BASE - limit))) fail('overflow');
    weight *= BASE - limit;
  }
};

const decode = (input) => {
  const output = [];
  const basic = Math.max(input.lastIndexOf('-'), 0);
  for (let index = 0; index < basic; index++) {
    if (input.charCodeAt(index) >= 128) fail('not-basic');
    output.push(input.charCodeAt(index));
  }
  let [point, position, bias] = [INITIAL_POINT, 0, INITIAL_BIAS];
  for (let index = basic > 0 ? basic + 1 : 0; index < input.length; ) {
    const { value, at } = readInteger(input, index, bias);
    index = at;
    const count = output.length + 1;
    bias = adapt(value, count, position === 0);
    const place = position + value;
    if (Math.floor(place / count) > MAX_INT - point) fail('overflow');
    point += Math.floor(place / count);
    output.splice(place % count, 0, point);
    position = (place % count) + 1;
  }
  return String.fromCodePoint(...output);
};

const writeInteger = (value, bias) => {
  let text = '';
  let rest = value;
  for (let k = BASE; ; k += BASE) {
    const limit = threshold(k, bias);
    if (rest < limit) return text + letterOf(rest);
    text += letterOf(limit + ((rest - limit) % (BASE - limit)));
    rest = Math.floor((rest - limit) / (BASE - limit));
  }
};

const encode = (input) => {
  const points = ucs2decode(input);
  const basic = points.filter((point) => point < 128);
  let output = String.fromCharCode(...basic);
  let handled = basic.length;
  if (handled > 0) output += '-';
  let [point, delta, bias] = [INITIAL_POINT, 0, INITIAL_BIAS];
  while (handled < points.length) {
    const next = points.reduce((least, other) => (other >= point && other < least ? other : least), MAX_INT);
    if (next - point > Math.floor((MAX_INT - delta) / (handled + 1))) fail('overflow');
    delta += (next - point) * (handled + 1);
    point = next;
    for (const other of points) {
      if (other < point) delta++;
      if (other !== point) continue;
      output += writeInteger(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled++;
    }
    delta++;
    point++;
  }
  return output;
};

// The part of an address before '@' stays as it is.
const mapDomain = (domain, callback) => {
  const parts = domain.split('@');
  const [local, host] = parts.length > 1 ? [`${parts[0]}@`, parts[1]] : ['', domain];
  const labels = host.replace(/[\u3002\uff0e\uff61]/g, '.').split('.');
  return `${local}${labels.map(callback).join('.')}`;
};

const toUnicode = (input) =>
  mapDomain(input, (label) => (label.startsWith('xn--') ? decode(label.slice(4).toLowerCase()) : label));

const toASCII = (input) => mapDomain(input, (label) => (/[^\0-\x7f]/.test(label) ? `xn--${encode(label)}` : label));

module.exports = {
  version: '2.1.0',
  ucs2: { decode: ucs2decode, encode: ucs2encode },
  decode,
  encode,
  toASCII,
  toUnicode,
};
