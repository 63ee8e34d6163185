'use strict';

// How a field that comes more than once is joined.
const FIRST = 0;
const SEMICOLON = 1;
const LIST = 2;

const joins = new Map([['set-cookie', LIST], ['cookie', SEMICOLON]]);
for (const name of [
  'age', 'authorization', 'content-length', 'content-type', 'etag', 'expires', 'from', 'host', 'if-modified-since',
  'if-unmodified-since', 'last-modified', 'location', 'max-forwards', 'proxy-authorization', 'referer', 'retry-after',
  'server', 'user-agent',
]) joins.set(name, FIRST);

// The names that came so far, in small letters: clients send the same few again and again.
const small = new Map();
const MOST_KNOWN = 1000;

function smallName(name) {
  let made = small.get(name);
  if (made === undefined) {
    made = name.toLowerCase();
    if (small.size >= MOST_KNOWN) small.clear();
    small.set(name, made);
  }
  return made;
}

/** Adds one field to `dest` as `headers` shows it. */
function addLine(name, value, dest, joinsDuplicates) {
  const key = smallName(name);
  const before = dest[key];
  const join = joins.get(key);
  if (join === LIST) {
    if (before === undefined) dest[key] = [value];
    else before.push(value);
  } else if (typeof before !== 'string') {
    dest[key] = value;
  } else if (join === SEMICOLON) {
    dest[key] = `${before}; ${value}`;
  } else if (join === undefined || joinsDuplicates) {
    dest[key] = `${before}, ${value}`;
  }
}

function addDistinctLine(name, value, dest) {
  const key = smallName(name);
  const before = dest[key];
  if (Array.isArray(before)) before.push(value);
  else dest[key] = [value];
}

/** The object of a flat list of names and values. */
function joined(raw, joinsDuplicates) {
  const dest = {};
  for (let index = 0; index < raw.length; index += 2) addLine(raw[index], raw[index + 1], dest, joinsDuplicates);
  return dest;
}

function distinct(raw) {
  const dest = {};
  for (let index = 0; index < raw.length; index += 2) addDistinctLine(raw[index], raw[index + 1], dest);
  return dest;
}

module.exports = { addLine, addDistinctLine, joined, distinct, splitLines: (lines, limit) => native.fields(lines, limit) };
