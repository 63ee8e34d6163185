'use strict';

const { render } = require('./date_fields');
const { tokenize, best, widen, fill, kindOf, DATE_FIELDS } = require('./date_patterns');

const VALUES = {
  G: (f) => f.era, y: (f) => f.year, M: (f) => f.month, d: (f) => f.day, a: (f) => f.hour < 12, h: (f) => f.hour, m: (f) => f.minute,
  s: (f) => f.second, S: (f) => f.milliseconds,
};
const mark = (parts, source) => parts.map((part) => ({ ...part, source }));

const plain = ({ type, value }) => ({ type, value: value.replaceAll('\u202f', ' ') });

// The largest field in which two moments differ.
const difference = (start, end) => Object.keys(VALUES).find((field) => VALUES[field](start) !== VALUES[field](end));

function wantedOf(tokens) {
  const wanted = {};
  for (const { letter, width } of tokens) {
    if (!letter || !kindOf(letter)) continue;
    const kind = kindOf(letter);
    wanted[kind] = (kind === 'v' ? letter : kind).repeat(width);
  }
  return wanted;
}

function intervalTokens(tokens, field, data) {
  const { intervalFormatFallback, ...intervals } = data.calendar.intervals;
  const shapes = data.calendar.intervalShapes ??= Object.fromEntries(Object.keys(intervals).map((key) => [key, key]));
  const wanted = wantedOf(tokens);
  const { entry, complete } = best(wanted, shapes, false);
  if (!entry || !complete) return undefined;
  const options = intervals[entry.pattern];
  const pattern = options[field] ?? (field === 'a' || field === 'h' ? options.H ?? options.B : undefined);
  return pattern && widen(tokenize(pattern), wanted, entry.fields).map((token) => sameHour(token, tokens));
}

function sameHour(token, tokens) {
  if (!token.letter || !'hHkK'.includes(token.letter)) return token;
  return { ...token, letter: tokens.find(({ letter }) => letter && 'hHkK'.includes(letter)).letter };
}

// An interval's second half begins with the first field that comes again.
function halves(tokens) {
  const seen = new Set();
  const split = tokens.findIndex(({ letter }) => letter && (seen.has(kindOf(letter) || letter) || !seen.add(kindOf(letter) || letter)));
  return [tokens.slice(0, split), tokens.slice(split)];
}

function twoHalves(tokens, start, end, data) {
  const [first, second] = halves(tokens);
  const inBoth = new Set(second.filter(({ letter }) => letter).map(({ letter }) => letter));
  const last = new Set(first.filter(({ letter }) => letter).map(({ letter }) => letter));
  const parts = [];
  for (const token of first) {
    parts.push(...mark(render([token], start, data), token.letter && inBoth.has(token.letter) ? 'startRange' : token.letter ? 'shared' : '?'));
  }
  for (const token of second) {
    parts.push(...mark(render([token], end, data), token.letter && last.has(token.letter) ? 'endRange' : token.letter ? 'shared' : '?'));
  }
  return settle(parts);
}

// A literal belongs to its half where both its neighbours do.
function settle(parts) {
  return parts.map((part, index) => {
    if (part.source !== '?') return part;
    const [before, after] = [parts[index - 1]?.source, parts[index + 1]?.source];
    return { ...part, source: before === after ? before : 'shared' };
  });
}

function fallback(tokens, start, end, data) {
  const between = data.calendar.intervals.intervalFormatFallback.replace('{0}', '').replace('{1}', '');
  return [
    ...mark(render(tokens, start, data), 'startRange'), { type: 'literal', value: between, source: 'shared' },
    ...mark(render(tokens, end, data), 'endRange'),
  ];
}

const isDate = ({ letter }) => letter && kindOf(letter) !== '' && DATE_FIELDS.includes(kindOf(letter));

// The tokens of the date and those of the time, and what stands between them.
function divide(tokens) {
  const isTime = ({ letter }) => letter && !isDate({ letter });
  const firstTime = tokens.findIndex(isTime);
  const lastDate = tokens.findLastIndex(isDate);
  if (firstTime === -1 || lastDate === -1 || lastDate > firstTime) return undefined;
  return { date: tokens.slice(0, lastDate + 1), glue: tokens.slice(lastDate + 1, firstTime), time: tokens.slice(firstTime) };
}

function formatRange(tokens, start, end, data) {
  const field = difference(start, end);
  // Times of different days need the days told.
  if (field && 'GyMd'.includes(field) && !tokens.some(isDate)) {
    const { calendar } = data;
    return fallback(fill(calendar.join.short, [tokens, tokenize(calendar.available.yMd)]), start, end, data);
  }
  const once = render(tokens, start, data);
  const text = (parts) => parts.map(({ value }) => value).join('');
  if (!field || text(once) === text(render(tokens, end, data))) return mark(once.map(plain), 'shared');
  const parts = divide(tokens);
  if (parts) {
    if ('GyMd'.includes(field)) return fallback(tokens, start, end, data);
    const time = intervalTokens(parts.time, field, data);
    const shared = mark(render([...parts.date, ...parts.glue], start, data), 'shared');
    return [...shared, ...(time ? twoHalves(time, start, end, data) : fallback(parts.time, start, end, data))];
  }
  const interval = intervalTokens(tokens, field, data);
  return interval ? twoHalves(interval, start, end, data) : fallback(tokens, start, end, data);
}

module.exports = { formatRange };
