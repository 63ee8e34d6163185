'use strict';

const { codes } = require('internal/errors');

const PLUS = 43;
const PERCENT = 37;
const ESCAPE = /%[0-9a-f]{2}/i;

const digit = (code) => {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
};

// Never fails: what is no escape stays as it is.
function unescapeBuffer(s, decodeSpaces) {
  const { Buffer } = require('node/buffer');
  const bytes = Buffer.allocUnsafe(s.length);
  let length = 0;
  for (let index = 0; index < s.length; index++) {
    let code = s.charCodeAt(index);
    if (code === PLUS && decodeSpaces) {
      code = 32;
    } else if (code === PERCENT) {
      const high = digit(s.charCodeAt(index + 1));
      const low = digit(s.charCodeAt(index + 2));
      if (high >= 0 && low >= 0) {
        code = high * 16 + low;
        index += 2;
      }
    }
    bytes[length++] = code;
  }
  return length === bytes.length ? bytes : bytes.slice(0, length);
}

function qsUnescape(s, decodeSpaces) {
  try {
    return decodeURIComponent(s);
  } catch {
    return api.unescapeBuffer(s, decodeSpaces).toString();
  }
}

// Node takes whatever follows any surrogate for the other half.
const pairSurrogates = (text) =>
  text.replace(/[\ud800-\udfff]([^]?)/g, (pair, next) => {
    if (next === '') throw new codes.ERR_INVALID_URI();
    const point = 0x10000 + (((pair.charCodeAt(0) & 0x3ff) << 10) | (next.charCodeAt(0) & 0x3ff));
    return String.fromCodePoint(point);
  });

function qsEscape(str) {
  const text = typeof str === 'object' ? String(str) : `${str}`;
  try {
    return encodeURIComponent(text);
  } catch {
    return encodeURIComponent(pairSurrogates(text));
  }
}

const primitive = (value) => {
  if (typeof value === 'string') return value;
  const shown = Number.isFinite(value) || typeof value === 'bigint' || typeof value === 'boolean';
  return shown ? `${value}` : '';
};

function stringify(obj, sep, eq, options) {
  if (obj === null || typeof obj !== 'object') return '';
  const [separator, equals] = [sep || '&', eq || '='];
  const custom = options && typeof options.encodeURIComponent === 'function' && options.encodeURIComponent;
  const encode = custom || api.escape;
  const encoded = (value) => {
    const text = primitive(value);
    return custom || text !== '' ? encode(text) : '';
  };
  const fields = [];
  for (const key of Object.keys(obj)) {
    const start = `${encoded(key)}${equals}`;
    const value = obj[key];
    if (!Array.isArray(value)) fields.push(`${start}${encoded(value)}`);
    else for (const item of value) fields.push(`${start}${encoded(item)}`);
  }
  return fields.join(separator);
}

const decoderOf = (options) => {
  const custom = options && typeof options.decodeURIComponent === 'function' && options.decodeURIComponent;
  const decode = custom || api.unescape;
  const always = decode !== qsUnescape;
  return (text) => {
    const spaced = text.includes('+') ? text.replaceAll('+', always ? '%20' : ' ') : text;
    if (spaced === '' || (!always && !ESCAPE.test(spaced))) return spaced;
    try {
      return decode(spaced);
    } catch {
      return api.unescape(spaced, true);
    }
  };
};

const add = (found, key, value) => {
  const known = found[key];
  if (known === undefined) found[key] = value;
  else if (Array.isArray(known)) known.push(value);
  else found[key] = [known, value];
};

const limitOf = (options) => {
  if (!options || typeof options.maxKeys !== 'number') return 1000;
  return options.maxKeys > 0 ? options.maxKeys : Infinity;
};

function parse(qs, sep, eq, options) {
  const found = Object.create(null);
  if (typeof qs !== 'string' || qs === '') return found;
  const [separator, equals] = [sep ? String(sep) : '&', eq ? String(eq) : '='];
  const decode = decoderOf(options);
  let left = limitOf(options);
  for (let start = 0; start <= qs.length && left > 0;) {
    // An empty separator separates nothing.
    const next = separator === '' ? -1 : qs.indexOf(separator, start);
    const end = next < 0 ? qs.length : next;
    if (end > start) {
      const field = qs.slice(start, end);
      const at = field.indexOf(equals);
      if (at < 0) add(found, decode(field), '');
      else add(found, decode(field.slice(0, at)), decode(field.slice(at + equals.length)));
    }
    left--;
    start = end + separator.length;
  }
  return found;
}

const api = {
  unescapeBuffer,
  unescape: qsUnescape,
  escape: qsEscape,
  stringify,
  encode: stringify,
  parse,
  decode: parse,
};

module.exports = api;
