'use strict';

const zones = require('./zones');


const fixedOffset = (zone) => {
  const match = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  return match && (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60);
};

function offsetOf(zone, time) {
  if (zone === 'UTC') return 0;
  return fixedOffset(zone) ?? native.zoneOffset(zone, time);
}

// A moment as the clocks of a zone show it.
function local(time, zone) {
  const offset = offsetOf(zone, time);
  const date = new Date(time + offset * 1000);
  const year = date.getUTCFullYear();
  return {
    time, zone, offset, era: year > 0 ? 1 : 0, year: year > 0 ? year : 1 - year, month: date.getUTCMonth(), day: date.getUTCDate(),
    weekday: date.getUTCDay(), hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(),
    milliseconds: date.getUTCMilliseconds(),
  };
}

const WIDTHS = { 3: 'short', 4: 'long', 5: 'narrow' };
const nameWidth = (width) => WIDTHS[width] ?? 'short';
const digits = (value, width) => String(value).padStart(width === 2 ? 2 : 1, '0');

function flexiblePeriod(fields, rules, exact) {
  const now = fields.hour * 60 + fields.minute;
  const at = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  for (const [name, rule] of Object.entries(rules)) {
    if (rule._at !== undefined && exact && name === 'noon' && at(rule._at) === now) return name;
  }
  for (const [name, rule] of Object.entries(rules)) {
    if (rule._from === undefined) continue;
    const [from, before] = [at(rule._from), at(rule._before)];
    if (from < before ? now >= from && now < before : now >= from || now < before) return name;
  }
  return fields.hour < 12 ? 'am' : 'pm';
}

function year(fields, width) {
  return width === 2 ? digits(fields.year % 100, 2) : String(fields.year);
}

const RENDER = {
  G: (f, width, { eras }) => ['era', eras[nameWidth(width)][f.era]],
  y: (f, width) => ['year', year(f, width)],
  M: (f, width, { months }) => ['month', width < 3 ? digits(f.month + 1, width) : months.format[nameWidth(width)][f.month]],
  L: (f, width, { months }) => ['month', width < 3 ? digits(f.month + 1, width) : months.alone[nameWidth(width)][f.month]],
  E: (f, width, { days }) => ['weekday', days.format[nameWidth(width)][f.weekday]],
  c: (f, width, { days }) => ['weekday', days.alone[nameWidth(width)][f.weekday]],
  d: (f, width) => ['day', digits(f.day, width)],
  a: (f, width, { dayPeriods }) => ['dayPeriod', dayPeriods[nameWidth(width)][f.hour < 12 ? 'am' : 'pm']],
  B: (f, width, { dayPeriods, dayPeriodRules }, exact) => [
    'dayPeriod', dayPeriods[nameWidth(width)][flexiblePeriod(f, dayPeriodRules, exact)],
  ],
  h: (f, width) => ['hour', digits(f.hour % 12 || 12, width)],
  H: (f, width) => ['hour', digits(f.hour, width)],
  K: (f, width) => ['hour', digits(f.hour % 12, width)],
  k: (f, width) => ['hour', digits(f.hour || 24, width)],
  m: (f, width) => ['minute', digits(f.minute, width)],
  s: (f, width) => ['second', digits(f.second, width)],
  S: (f, width) => ['fractionalSecond', String(f.milliseconds).padStart(3, '0').padEnd(width, '0').slice(0, width)],
};

function render(tokens, fields, data) {
  const parts = [];
  const exact = fields.minute === 0 || tokens.some(({ letter }) => letter === 'm');
  for (const { text, letter, width } of tokens) {
    let type = 'literal';
    let value = text;
    if (letter && 'zOv'.includes(letter)) {
      type = 'timeZoneName';
      value = zones.nameOf(fields, letter, width, data);
    } else if (letter) [type, value] = RENDER[letter](fields, width, data.calendar, exact);
    const last = parts.at(-1);
    if (type === 'literal' && last?.type === 'literal') last.value += value;
    else if (value) parts.push({ type, value });
  }
  return parts;
}

module.exports = { local, render, fixedOffset };
