'use strict';

const { getOption, getBoolean, getNumber, getTypeOption, coerceOptions, KEYWORD } = require('./options');
const { tokenize, patternFor, fill } = require('./date_patterns');
const { canonicalZone, systemZone } = require('./zones');

const OWNER = 'Intl.DateTimeFormat';
const NAMES = ['narrow', 'short', 'long'];
const NUMERIC = ['2-digit', 'numeric'];
const STYLES = ['full', 'long', 'medium', 'short'];
const COMPONENTS = {
  weekday: NAMES, era: NAMES, year: NUMERIC, month: [...NUMERIC, ...NAMES], day: NUMERIC, dayPeriod: NAMES, hour: NUMERIC,
  minute: NUMERIC, second: NUMERIC, fractionalSecondDigits: null,
  timeZoneName: ['short', 'long', 'shortOffset', 'longOffset', 'shortGeneric', 'longGeneric'],
};
const DATE = ['weekday', 'year', 'month', 'day'];
const TIME = ['dayPeriod', 'hour', 'minute', 'second', 'fractionalSecondDigits'];
const LETTERS = { era: 'G', year: 'y', month: 'M', weekday: 'E', day: 'd', dayPeriod: 'B', minute: 'm', second: 's' };
const ORDER = ['era', 'year', 'month', 'weekday', 'day', 'dayPeriod', 'hour', 'minute', 'second'];
const WIDTH = { numeric: 1, '2-digit': 2, short: 3, long: 4, narrow: 5 };
const ZONES = { short: 'z', long: 'zzzz', shortOffset: 'O', longOffset: 'OOOO', shortGeneric: 'v', longGeneric: 'vvvv' };
const CYCLES = { h11: 'K', h12: 'h', h23: 'H', h24: 'k' };

function readComponents(options) {
  const given = {};
  for (const [name, allowed] of Object.entries(COMPONENTS)) {
    const value = allowed ? getOption(options, name, OWNER, allowed) : getNumber(options, name, 1, 3);
    if (value !== undefined) given[name] = value;
  }
  return given;
}

function defaults(given, required, fallback) {
  const asked = [...(required === 'time' ? [] : DATE), ...(required === 'date' ? [] : TIME)];
  if (asked.some((name) => name in given)) return;
  if (fallback !== 'time') for (const name of ['year', 'month', 'day']) given[name] = 'numeric';
  if (fallback !== 'date') for (const name of ['hour', 'minute', 'second']) given[name] = 'numeric';
}

function checkStyles(settings, given, required) {
  const { dateStyle, timeStyle } = settings;
  const [explicit] = Object.keys(given);
  if (explicit) throw new TypeError(`Can't set option ${explicit} when ${dateStyle ? 'dateStyle' : 'timeStyle'} is used`);
  if (required === 'date' && timeStyle) throw new TypeError('Invalid option : timeStyle');
  if (required === 'time' && dateStyle) throw new TypeError('Invalid option : dateStyle');
}

function hourCycleOf(settings, values) {
  if (settings.hour12 === true) return 'h12';
  // As V8 has it for English, where midnight is 24:00 then.
  if (settings.hour12 === false) return 'h24';
  return settings.hourCycle ?? values.hc ?? 'h12';
}

function wantedFields(given, cycle) {
  const wanted = {};
  const day = cycle === 'h11' || cycle === 'h12';
  for (const name of ORDER) {
    if (!(name in given)) continue;
    if (name === 'hour') wanted[day ? 'h' : 'H'] = (day ? 'h' : 'H').repeat(WIDTH[given.hour]);
    else if (name !== 'dayPeriod' || day || !('hour' in given)) wanted[LETTERS[name]] = LETTERS[name].repeat(WIDTH[given[name]]);
  }
  if (given.fractionalSecondDigits) wanted.S = given.fractionalSecondDigits;
  if (given.timeZoneName) wanted.v = ZONES[given.timeZoneName];
  return wanted;
}

const withCycle = (tokens, cycle) => tokens.map((token) => (
  token.letter && 'hHkK'.includes(token.letter) ? { ...token, letter: CYCLES[cycle] } : token));

// The time styles are written for the locale's own cycle; for the other the fields are matched anew.
function timeOfStyle(style, cycle, data) {
  const tokens = tokenize(data.calendar.time[style]);
  if (cycle === 'h12' || cycle === 'h11') return tokens;
  const wanted = {};
  for (const { letter, width } of tokens) {
    if (letter === 'h') wanted.H = 'H';
    else if (letter === 'z') wanted.v = 'z'.repeat(width);
    else if (letter && letter !== 'a') wanted[letter] = letter;
  }
  return patternFor(wanted, data);
}

function styled(settings, cycle, data) {
  const { dateStyle, timeStyle } = settings;
  const { calendar } = data;
  const date = dateStyle && tokenize(calendar.date[dateStyle]);
  const time = timeStyle && timeOfStyle(timeStyle, cycle, data);
  if (!date || !time) return date ?? time;
  return fill(calendar.joinAt[dateStyle] ?? calendar.join[dateStyle], [time, date]);
}

function readZone(options) {
  const value = options.timeZone;
  if (value === undefined) return systemZone();
  const zone = canonicalZone(String(value));
  if (zone === undefined) throw new RangeError(`Invalid time zone specified: ${String(value)}`);
  return zone;
}

function readSettings(given, values, data, required, fallback) {
  const options = coerceOptions(given);
  getOption(options, 'localeMatcher', OWNER, ['lookup', 'best fit']);
  getTypeOption(options, 'calendar', OWNER, KEYWORD);
  getTypeOption(options, 'numberingSystem', OWNER, KEYWORD);
  const hour12 = getBoolean(options, 'hour12');
  const hourCycle = getOption(options, 'hourCycle', OWNER, ['h11', 'h12', 'h23', 'h24']);
  const settings = { hour12, hourCycle, zone: readZone(options) };
  const components = readComponents(options);
  getOption(options, 'formatMatcher', OWNER, ['basic', 'best fit']);
  settings.dateStyle = getOption(options, 'dateStyle', OWNER, STYLES);
  settings.timeStyle = getOption(options, 'timeStyle', OWNER, STYLES);
  const cycle = hourCycleOf(settings, values);
  if (settings.dateStyle || settings.timeStyle) {
    checkStyles(settings, components, required);
    settings.tokens = styled(settings, cycle, data);
  } else {
    defaults(components, required, fallback);
    settings.wanted = wantedFields(components, cycle);
    settings.tokens = patternFor(settings.wanted, data);
    settings.dayPeriod = components.dayPeriod;
  }
  settings.tokens = withCycle(settings.tokens, cycle);
  settings.cycle = settings.tokens.some(({ letter }) => letter && 'hHkK'.includes(letter)) ? cycle : undefined;
  return settings;
}

module.exports = { readSettings };
