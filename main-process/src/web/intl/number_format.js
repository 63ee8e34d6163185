'use strict';

const { canonicalizeLocaleList, resolveLocale, localeWith, callable, incompatible } = require('./options');
const { readSettings, showDigits } = require('./number_settings');
const { formatDecimal, textOf } = require('./number_parts');
const decimals = require('./decimal');

const rounding = ({ rounding: kind }) => (kind === 'morePrecision' || kind === 'lessPrecision' ? kind : 'auto');

function endsOf(start, end) {
  if (start === undefined || end === undefined) throw new TypeError('start or end is undefined');
  const ends = [decimals.from(start), decimals.from(end)];
  if (ends.some(({ special }) => special === 'nan')) throw new RangeError('Invalid number value');
  return ends;
}

class NumberFormat {
  #state;
  constructor(locales, options) {
    const { locale, values, data } = resolveLocale(canonicalizeLocaleList(locales), { nu: ['latn'] });
    const settings = readSettings(options, data);
    this.#state = { locale: localeWith(locale, values, { nu: 'latn' }), settings, data, bound: undefined };
  }
  static #of(format, method) {
    if (typeof format !== 'object' || format === null || !(#state in format)) {
      throw incompatible(`Intl.NumberFormat.prototype.${method}`, format);
    }
    return format.#state;
  }
  get format() {
    const state = NumberFormat.#of(this, 'format');
    state.bound ??= (value) => textOf(formatDecimal(decimals.from(value), state.settings, state.data, state.locale));
    return state.bound;
  }
  formatToParts(value) {
    const state = NumberFormat.#of(this, 'formatToParts');
    return formatDecimal(decimals.from(value), state.settings, state.data, state.locale);
  }
  formatRange(start, end) {
    NumberFormat.#of(this, 'formatRange');
    return textOf(NumberFormat.prototype.formatRangeToParts.call(this, start, end));
  }
  formatRangeToParts(start, end) {
    const state = NumberFormat.#of(this, 'formatRangeToParts');
    const [first, last] = endsOf(start, end);
    return require('./number_range').formatRange(first, last, state.settings, state.data, state.locale);
  }
  resolvedOptions() {
    const { locale, settings } = NumberFormat.#of(this, 'resolvedOptions');
    const out = { locale, numberingSystem: 'latn', style: settings.style };
    if (settings.currency) Object.assign(out, { currency: settings.currency, currencyDisplay: settings.display, currencySign: settings.sign });
    if (settings.unit) Object.assign(out, { unit: settings.unit, unitDisplay: settings.unitDisplay });
    showDigits(settings, out);
    out.useGrouping = settings.grouping;
    out.notation = settings.notation;
    if (settings.notation === 'compact') out.compactDisplay = settings.compactDisplay;
    out.signDisplay = settings.signDisplay;
    out.roundingMode = settings.mode;
    out.roundingIncrement = settings.increment;
    out.trailingZeroDisplay = settings.trailing;
    out.roundingPriority = rounding(settings);
    return out;
  }
}

module.exports = { NumberFormat: callable(NumberFormat, 'Intl.NumberFormat') };
