'use strict';

const { canonicalizeLocaleList, resolveLocale, localeWith, callable, incompatible } = require('./options');
const { readSettings } = require('./date_settings');
const { local, render } = require('./date_fields');
const { kindOf } = require('./date_patterns');

const KEYS = { ca: ['gregory'], nu: ['latn'], hc: ['h11', 'h12', 'h23', 'h24'] };
const NAMES = { E: 'weekday', G: 'era', y: 'year', M: 'month', d: 'day', B: 'dayPeriod', h: 'hour', H: 'hour', m: 'minute', s: 'second' };
const ORDER = ['weekday', 'era', 'year', 'month', 'day', 'dayPeriod', 'hour', 'minute', 'second', 'fractionalSecondDigits', 'timeZoneName'];
const WIDTHS = [undefined, 'numeric', '2-digit', 'short', 'long', 'narrow'];
const ZONES = { z: 'short', O: 'shortOffset', v: 'shortGeneric' };

// The narrow space that CLDR has before AM and PM broke what parses dates: engines write a plain one, save in parts and ranges.
const plainly = (time, { settings, data }) => (
  textOf(render(settings.tokens, local(time, settings.zone), data)).replaceAll('\u202f', ' '));

function textOf(parts) {
  let text = '';
  for (const { value } of parts) text += value;
  return text;
}

function timeOf(value) {
  const time = value === undefined ? Date.now() : Number(value);
  if (!(Math.abs(time) <= 8.64e15)) throw new RangeError('Invalid time value');
  return Math.trunc(time);
}

function rangeOf(start, end) {
  if (start === undefined || end === undefined) throw new TypeError('Invalid time value');
  return [timeOf(start), timeOf(end)];
}

// What the pattern that was found really shows.
function shownFields({ tokens }) {
  const shown = {};
  for (const { letter, width } of tokens) {
    if (!letter) continue;
    if (letter === 'S') shown.fractionalSecondDigits = width;
    else if ('zOv'.includes(letter)) shown.timeZoneName = width === 4 ? ZONES[letter].replace('short', 'long') : ZONES[letter];
    else if (NAMES[kindOf(letter)]) {
      const name = NAMES[kindOf(letter)];
      shown[name] = WIDTHS['EGB'.includes(kindOf(letter)) ? Math.max(width, 3) : width];
    }
  }
  return shown;
}

function resolved({ locale, settings }) {
  const out = { locale, calendar: 'gregory', numberingSystem: 'latn', timeZone: settings.zone };
  if (settings.cycle) {
    out.hourCycle = settings.cycle;
    out.hour12 = settings.cycle === 'h11' || settings.cycle === 'h12';
  }
  if (settings.dateStyle || settings.timeStyle) {
    if (settings.dateStyle) out.dateStyle = settings.dateStyle;
    if (settings.timeStyle) out.timeStyle = settings.timeStyle;
    return out;
  }
  const shown = shownFields(settings);
  for (const name of ORDER) if (shown[name] !== undefined) out[name] = shown[name];
  return out;
}

class DateTimeFormat {
  #state;
  constructor(locales, options, required = 'any', fallback = 'date') {
    const { locale, values, data } = resolveLocale(canonicalizeLocaleList(locales), KEYS);
    const settings = readSettings(options, values, data, required, fallback);
    const own = { ca: 'gregory', nu: 'latn', hc: settings.hour12 === undefined ? settings.hourCycle ?? values.hc : undefined };
    this.#state = { locale: localeWith(locale, values, own), settings, data, bound: undefined };
  }
  static #of(format, method) {
    if (typeof format !== 'object' || format === null || !(#state in format)) {
      throw incompatible(`Intl.DateTimeFormat.prototype.${method}`, format);
    }
    return format.#state;
  }
  get format() {
    const state = DateTimeFormat.#of(this, 'format');
    state.bound ??= (date) => plainly(timeOf(date), state);
    return state.bound;
  }
  formatToParts(date) {
    const { settings, data } = DateTimeFormat.#of(this, 'formatToParts');
    return render(settings.tokens, local(timeOf(date), settings.zone), data);
  }
  formatRange(start, end) {
    DateTimeFormat.#of(this, 'formatRange');
    return textOf(DateTimeFormat.prototype.formatRangeToParts.call(this, start, end));
  }
  formatRangeToParts(start, end) {
    const { settings, data } = DateTimeFormat.#of(this, 'formatRangeToParts');
    const [from, to] = rangeOf(start, end).map((time) => local(time, settings.zone));
    return require('./date_range').formatRange(settings.tokens, from, to, data);
  }
  resolvedOptions() {
    return resolved(DateTimeFormat.#of(this, 'resolvedOptions'));
  }
}

// What Date.prototype.toLocale…String format with: other fields are asked for and other ones are there by default.
const forDate = (locales, options, required, fallback) => new DateTimeFormat(locales, options, required, fallback);

module.exports = { DateTimeFormat: callable(DateTimeFormat, 'Intl.DateTimeFormat'), forDate };
