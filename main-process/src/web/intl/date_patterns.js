'use strict';

// Which pattern shows the fields that were asked for, after CLDR's matching of skeletons.

const DATE_FIELDS = 'GyMEd';
const KIND = { L: 'M', c: 'E', K: 'h', k: 'H', z: 'v', O: 'v', a: '' };
const APPEND = { G: 'Era', y: 'Year', M: 'Month', E: 'Day-Of-Week', d: 'Day', H: 'Hour', h: 'Hour', m: 'Minute', s: 'Second', v: 'Timezone' };
const NAME = { y: 'year', M: 'month', d: 'day', H: 'hour', h: 'hour', m: 'minute', s: 'second' };
const SINGLE = ['G', 'y', 'M', 'E', 'd', 'B', 'h', 'H', 'm', 's', 'v'];
const kindOf = (letter) => KIND[letter] ?? letter;

// A pattern's runs: { letter, width } or { text }.
function tokenize(pattern) {
  const tokens = [];
  const literal = (text) => {
    const last = tokens.at(-1);
    if (last?.text !== undefined) last.text += text;
    else tokens.push({ text });
  };
  for (let i = 0; i < pattern.length;) {
    const char = pattern[i];
    if (char === "'") {
      const end = pattern.indexOf("'", i + 1);
      literal(end === i + 1 ? "'" : pattern.slice(i + 1, end));
      i = end + 1;
    } else if (/[A-Za-z]/.test(char)) {
      let end = i;
      while (pattern[end] === char) end++;
      tokens.push({ letter: char, width: end - i });
      i = end;
    } else {
      literal(char);
      i++;
    }
  }
  return tokens;
}

const fieldsOf = (skeleton) => {
  const fields = {};
  for (const { letter, width } of tokenize(skeleton)) if (letter && kindOf(letter)) fields[kindOf(letter)] = width;
  return fields;
};

const tables = new WeakMap();

function tableOf(patterns, withSingles) {
  let table = tables.get(patterns);
  if (!table) {
    table = Object.entries(patterns).map(([skeleton, pattern]) => ({ fields: fieldsOf(skeleton), pattern }));
    if (withSingles) {
      for (const field of SINGLE) {
        if (!Object.hasOwn(patterns, field)) table.push({ fields: { [field]: 1 }, pattern: field === 'h' ? 'h a' : field });
      }
    }
    tables.set(patterns, table);
  }
  return table;
}

const spelt = (field, width) => (field === 'M' ? width > 2 : field === 'E');

function distance(wanted, fields) {
  let sum = 0;
  for (const field of Object.keys(fields)) if (!(field in wanted)) return Infinity;
  for (const [field, { length }] of Object.entries(wanted)) {
    if (!(field in fields)) sum += 0x1000;
    else sum += Math.abs(length - fields[field]) + (spelt(field, length) !== spelt(field, fields[field]) ? 0x100 : 0);
  }
  return sum;
}

// Of as good ones the one with the larger field.
const ORDER = 'GyMEdBhHmsv';
const rank = ({ fields }) => Math.min(...Object.keys(fields).map((field) => ORDER.indexOf(field)));

function best(wanted, patterns, withSingles = true) {
  let found;
  let least = Infinity;
  for (const entry of tableOf(patterns, withSingles)) {
    const far = distance(wanted, entry.fields);
    if (far < least || far === least && found && rank(entry) < rank(found)) [found, least] = [entry, far];
  }
  return { entry: found, far: least, complete: least < 0x1000 };
}

// Gives a pattern's fields the widths that were asked for.
function widen(tokens, wanted, matched) {
  return tokens.map((token) => {
    const field = token.letter && kindOf(token.letter);
    const request = field && wanted[field];
    if (!request || field === 'm' || field === 's') return token;
    if (field === 'v') return { letter: request[0], width: request.length };
    if (field === 'h' || field === 'H') return { letter: token.letter, width: Math.max(request.length, token.width) };
    const own = matched[field] ?? token.width;
    if (own === request.length || spelt(field, own) !== spelt(field, request.length)) return token;
    return { letter: token.letter, width: request.length };
  });
}

function fill(template, values) {
  const tokens = [];
  for (const token of tokenize(template)) {
    if (token.text === undefined) tokens.push(token);
    else {
      for (const piece of token.text.split(/(\{\d\})/)) {
        if (/^\{\d\}$/.test(piece)) tokens.push(...values[piece[1]]);
        else if (piece) tokens.push({ text: piece });
      }
    }
  }
  return tokens;
}

function assemble(wanted, data) {
  const { calendar } = data;
  const { entry } = best(wanted, calendar.available);
  let tokens = widen(tokenize(entry.pattern), wanted, entry.fields);
  let missing = Object.fromEntries(Object.entries(wanted).filter(([field]) => !(field in entry.fields)));
  while (Object.keys(missing).length > 0) {
    const next = best(missing, calendar.available).entry;
    const [top] = Object.keys(missing).filter((field) => field in next.fields);
    const name = [{ text: data.fieldNames[NAME[top]]?.long ?? '' }];
    const added = widen(tokenize(next.pattern), missing, next.fields);
    tokens = fill(calendar.append[APPEND[top]] ?? '{0} {1}', [tokens, added, name]);
    missing = Object.fromEntries(Object.entries(missing).filter(([field]) => !(field in next.fields)));
  }
  return tokens;
}

function joinOf(wanted) {
  const width = wanted.M?.length ?? 0;
  if (width === 4) return wanted.E ? 'full' : 'long';
  return width === 3 ? 'medium' : 'short';
}

function withFraction(tokens, digits, hasSeconds) {
  if (!digits) return tokens;
  const fraction = { letter: 'S', width: digits };
  if (!hasSeconds) return tokens.length ? [...tokens, { text: '.' }, fraction] : [fraction];
  return tokens.flatMap((token) => (token.letter === 's' ? [token, { text: '.' }, fraction] : [token]));
}

// `wanted`: field letter to letters, as { y: 'y', M: 'MMM' }, in CLDR's order of fields; S is the number of digits.
function patternFor(wanted, data) {
  const { S: digits, ...fields } = wanted;
  if (digits && !fields.s && fields.m) fields.s = 's';
  if (Object.keys(fields).length === 0) return withFraction([], digits, false);
  const whole = best(fields, data.calendar.available);
  const names = Object.keys(fields);
  const date = names.filter((field) => DATE_FIELDS.includes(field));
  if (whole.complete || date.length === 0 || date.length === names.length) {
    return withFraction(assemble(fields, data), digits, fields.s);
  }
  const pick = (keep) => Object.fromEntries(Object.entries(fields).filter(([field]) => date.includes(field) === keep));
  const parts = [assemble(pick(false), data), assemble(pick(true), data)];
  const { calendar } = data;
  return withFraction(fill(calendar.joinAt[joinOf(fields)] ?? calendar.join[joinOf(fields)], parts), digits, fields.s);
}

module.exports = { tokenize, patternFor, best, widen, fill, kindOf, DATE_FIELDS };
