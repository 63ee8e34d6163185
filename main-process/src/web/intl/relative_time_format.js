'use strict';

const {
  canonicalizeLocaleList, resolveLocale, localeWith, coerceOptions, getOption, getTypeOption, constructed, incompatible, KEYWORD,
} = require('./options');
const { NumberFormat } = require('./number_format');
const { PluralRules } = require('./plural_rules');

const OWNER = 'Intl.RelativeTimeFormat';
const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];

function unitOf(given, method) {
  const text = String(given);
  const unit = text.endsWith('s') ? text.slice(0, -1) : text;
  if (!UNITS.includes(unit)) throw new RangeError(`Invalid unit argument for ${OWNER}.prototype.${method}() '${text}'`);
  return unit;
}

function partsOf(state, value, given, method) {
  const number = Number(value);
  const unit = unitOf(given, method);
  if (!Number.isFinite(number)) throw new RangeError(`Value need to be finite number for ${OWNER}.prototype.${method}()`);
  const names = state.data.fields[unit][state.style];
  const special = state.numeric === 'auto' ? names.is?.[String(number)] : undefined;
  if (special !== undefined) return [{ type: 'literal', value: special }];
  const patterns = number < 0 || Object.is(number, -0) ? names.past : names.future;
  const pattern = patterns[state.plurals.select(Math.abs(number))] ?? patterns.other;
  const parts = [];
  for (const piece of pattern.split(/(\{0\})/)) {
    if (piece === '{0}') for (const part of state.numbers.formatToParts(Math.abs(number))) parts.push({ ...part, unit });
    else if (piece) parts.push({ type: 'literal', value: piece });
  }
  return parts;
}

class RelativeTimeFormat {
  #state;
  constructor(locales, given) {
    const { locale, values, data } = resolveLocale(canonicalizeLocaleList(locales), { nu: ['latn'] });
    const options = coerceOptions(given);
    getOption(options, 'localeMatcher', OWNER, ['lookup', 'best fit']);
    getTypeOption(options, 'numberingSystem', OWNER, KEYWORD);
    const style = getOption(options, 'style', OWNER, ['long', 'short', 'narrow'], 'long');
    const numeric = getOption(options, 'numeric', OWNER, ['always', 'auto'], 'always');
    const name = localeWith(locale, values, { nu: 'latn' });
    this.#state = { locale: name, data, style, numeric, numbers: new NumberFormat(locale), plurals: new PluralRules(locale) };
  }
  static #of(format, method) {
    if (typeof format !== 'object' || format === null || !(#state in format)) throw incompatible(`${OWNER}.prototype.${method}`, format);
    return format.#state;
  }
  format(value, unit) {
    return partsOf(RelativeTimeFormat.#of(this, 'format'), value, unit, 'format').map((part) => part.value).join('');
  }
  formatToParts(value, unit) {
    return partsOf(RelativeTimeFormat.#of(this, 'formatToParts'), value, unit, 'formatToParts');
  }
  resolvedOptions() {
    const { locale, style, numeric } = RelativeTimeFormat.#of(this, 'resolvedOptions');
    return { locale, style, numeric, numberingSystem: 'latn' };
  }
}

module.exports = { RelativeTimeFormat: constructed(RelativeTimeFormat, OWNER) };
